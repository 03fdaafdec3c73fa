"""The leaflet: short passages as Markdown files with a small header, read when they are first asked for.

A passage lies in ``leaflet/<language>/<topic>/<name>.md``. Its header, between two lines of ``---``, has one
``key: value`` a line: id, topic, moment, title, facts (numbers of the leaflet's facts that the passage says, may be
empty), source (public name), checked (date) and addition (true for what the leaflet lacks). An addition also has
rules (numbers of docs/clinical-rules.md) and confidence. The body has paragraphs and ``- `` lists only.
``contents.toml`` puts the passages in reading order.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Final

from osteoapp.content.words import Lang

MOMENTS: Final = frozenset(
    {
        "general", "before", "during", "after", "missed", "side-effects", "when-to-call", "review", "tomorrow", "book",
        "blood-test", "fetch", "day-before", "aftercare", "late", "early", "stop", "ask-pharmacist", "later-today",
        "went-wrong", "unknown-date",
    }
)
CONFIDENCES: Final = ("H", "M", "GK", "APP")

_ALWAYS: Final = ("id", "topic", "moment", "title", "facts", "source", "checked", "addition")
_ADDITION: Final = ("rules", "confidence")
_ID: Final = re.compile(r"[a-z0-9-]+/[a-z0-9-]+")
_FACT: Final = re.compile(r"F[1-9][0-9]*")
_RULE: Final = re.compile(r"B[0-9]b?|C[1-9][0-9]?")
_FENCE: Final = "---"


@dataclass(frozen=True, slots=True)
class Passage:
    """A short text of the leaflet in one language.

    ``text`` is Markdown: paragraphs and ``- `` lists. ``facts`` are the numbers of the leaflet's facts that it says.
    ``addition`` is true where the text is not from the leaflet; then ``rules`` and ``confidence`` (H, M, GK, APP: see
    docs/clinical-rules.md) say what it rests on. ``checked`` is when source and text were last compared.
    """

    id: str
    topic: str
    moment: str
    title: str
    text: str
    facts: tuple[str, ...]
    addition: bool
    source: str
    checked: date
    rules: tuple[str, ...] = ()
    confidence: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A chapter of the leaflet: its title and the ids of its passages in reading order."""

    id: str
    title: str
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong in a passage file; ``line`` counts from 1."""

    file: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.text}"


class LeafletFaults(ValueError):
    """Texts that cannot be used. ``faults`` are all of them, in the order in which they were found; never empty."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        super().__init__("\n".join(str(fault) for fault in self.faults))


def passage(passage_id: str, lang: Lang) -> Passage:
    """The passage of that id. KeyError where there is none, LeafletFaults where its file is not in order."""
    return _passage(passage_id, lang)


def passages(lang: Lang) -> tuple[Passage, ...]:
    """All passages in reading order. LeafletFaults with every fault of every file."""
    return _passages(lang)


def topics(lang: Lang) -> tuple[Topic, ...]:
    """The chapters in reading order; together they hold every passage once."""
    return tuple(
        Topic(entry["id"], entry[lang], tuple(entry["passages"])) for entry in contents()["chapter"]
    )


def fold(text: str) -> str:
    """The text without capitals and accents, as it is compared in a search."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def read_passage(text: str, file: str) -> Passage:
    """A passage from the text of its file; ``file`` names it in faults. LeafletFaults with every fault at once."""
    header, faults, body_line = _header(text, file)
    values = {key: value for key, (_, value) in header.items()}

    def wrong(key: str, said: str) -> None:
        faults.append(Fault(file, header[key][0], f"{key}: {said}"))

    addition = values.get("addition") == "true"
    wanted = (*_ALWAYS, *_ADDITION) if addition else _ALWAYS
    faults += [Fault(file, 1, f"{key} is missing") for key in wanted if key not in header]
    for key in header:
        if key not in wanted:
            wrong(key, "is not a key of such a passage")
    for key, said in _values_at_fault(values, addition=addition):
        wrong(key, said)
    body = "\n".join(text.splitlines()[body_line:]).strip()
    if not body:
        faults.append(Fault(file, body_line + 1, "there is no text"))
    if faults:
        raise LeafletFaults(faults)
    return Passage(
        id=values["id"], topic=values["topic"], moment=values["moment"], title=values["title"], text=body,
        facts=tuple(values["facts"].split()), addition=addition, source=values["source"],
        checked=date.fromisoformat(values["checked"]), rules=tuple(values.get("rules", "").split()),
        confidence=values.get("confidence", ""),
    )


@cache
def contents() -> Mapping[str, Any]:
    """The tables of ``contents.toml`` (chapters) and ``moments.toml`` (which passages stand beside which moment)."""
    files = (_folder().joinpath("contents.toml"), _folder().joinpath("moments.toml"))
    return {key: value for file in files for key, value in tomllib.loads(file.read_text(encoding="utf-8")).items()}


def _folder() -> Traversable:
    return resources.files("osteoapp.content").joinpath("leaflet")


@cache
def _passage(passage_id: str, lang: Lang) -> Passage:
    if not _ID.fullmatch(passage_id):
        raise KeyError(passage_id)
    topic, name = passage_id.split("/")
    file = _folder().joinpath(lang, topic, f"{name}.md")
    where = f"{lang}/{passage_id}.md"
    try:
        found = read_passage(file.read_text(encoding="utf-8"), where)
    except FileNotFoundError as fault:
        raise KeyError(passage_id) from fault
    except UnicodeDecodeError as fault:
        raise LeafletFaults([Fault(where, 1, "is not UTF-8")]) from fault
    if found.id != passage_id:
        raise LeafletFaults([Fault(where, 2, f"id: is {found.id}, but the file is that of {passage_id}")])
    return found


@cache
def _passages(lang: Lang) -> tuple[Passage, ...]:
    found: list[Passage] = []
    faults: list[Fault] = []
    for topic in topics(lang):
        for one in topic.passages:
            try:
                found.append(_passage(one, lang))
            except LeafletFaults as wrong:
                faults += wrong.faults
    if faults:
        raise LeafletFaults(faults)
    return tuple(found)


def _header(text: str, file: str) -> tuple[dict[str, tuple[int, str]], list[Fault], int]:
    """The keys with line and value, the faults found so far, and how many lines the header takes."""
    lines = text.splitlines()
    found: dict[str, tuple[int, str]] = {}
    faults: list[Fault] = []
    if not lines or lines[0].strip() != _FENCE:
        return found, [Fault(file, 1, f"does not begin with {_FENCE}")], 0
    for number, line in enumerate(lines[1:], 2):
        if line.strip() == _FENCE:
            return found, faults, number
        key, colon, value = line.partition(":")
        if not colon:
            faults.append(Fault(file, number, "is not written as key: value"))
        elif key.strip() in found:
            faults.append(Fault(file, number, f"{key.strip()} is there twice"))
        else:
            found[key.strip()] = (number, value.strip())
    return found, [*faults, Fault(file, len(lines), f"the header has no closing {_FENCE}")], len(lines)


def _values_at_fault(values: Mapping[str, str], *, addition: bool) -> Iterable[tuple[str, str]]:
    """Every key whose value cannot be used, with what is wrong."""
    checks: dict[str, Callable[[str], bool]] = {
        "id": lambda said: bool(_ID.fullmatch(said)),
        "topic": lambda said: values.get("id", "").split("/")[0] == said,
        "moment": lambda said: said in MOMENTS,
        "title": bool,
        "source": bool,
        "checked": _is_date,
        "addition": lambda said: said in ("true", "false"),
        "facts": lambda said: all(_FACT.fullmatch(part) for part in said.split()) and bool(said) is not addition,
        "rules": lambda said: bool(said) and all(_RULE.fullmatch(part) for part in said.split()),
        "confidence": lambda said: said in CONFIDENCES,
    }
    for key, value in values.items():
        if key in checks and not checks[key](value):
            yield key, f"{value!r} cannot be used" if value else "is empty"


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
