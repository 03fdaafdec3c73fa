"""``osteoapp leaflet``: the texts, how much of the leaflet they say, and a clinic's own text: import, list, remove."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from osteoapp import texts, words
from osteoapp.arguments import Usage
from osteoapp.clinic_shelf import ClinicShelf
from osteoapp.commands import DONE, FAULT, WRONG, Session, Stop, tell_running_program
from osteoapp.content.clinic import ClinicLeaflet, Section
from osteoapp.content.coverage import Coverage, coverage
from osteoapp.content.leaflet import LeafletFaults, topics
from osteoapp.content.words import LANGS, Lang
from osteoapp.exchange.clinic_leaflet_faults import ClinicFaults
from osteoapp.pin_command import ask_pin

IMPORT, LIST, REMOVE = "import", "list", "remove"


def leaflet(session: Session) -> int:
    """Runs the command and returns its exit code. Raises Stop and Usage."""
    given = session.arguments
    _refuse_what_does_not_belong(session)
    if given.coverage:
        return _coverage(session)
    if given.topic == IMPORT:
        return _import(session)
    if given.topic == LIST:
        return _list(session)
    if given.topic == REMOVE:
        return _remove(session)
    return _texts(session)


def _refuse_what_does_not_belong(session: Session) -> None:
    """A word or option that is of no use here is a mistake, and not to be passed over."""
    given = session.arguments
    importing = given.topic == IMPORT
    if importing and not given.place:
        raise Usage("import_what", "leaflet import")
    if importing and given.name is None:
        raise Usage("import_name", "--name")
    if given.place and not importing:
        raise Usage("one_topic", given.place, topic=given.topic)
    if given.name is not None and not importing:
        raise Usage("option_not_for", "--name", belongs="leaflet import", answer=given.topic or "leaflet")
    if given.coverage and (given.topic or given.search is not None):
        raise Usage("only_one", "--coverage", other=given.topic or "--search")
    if given.search is not None and given.topic in (IMPORT, LIST, REMOVE):
        raise Usage("only_one", "--search", other=given.topic)


def _texts(session: Session) -> int:
    given = session.arguments
    lang: Lang = "en" if given.lang == "en" else "nl"
    found = texts.leaflet(given.topic, given.search, lang)
    if found is None:
        raise Stop(WRONG, texts.no_topic(given.topic, lang))
    clinic = _shelf(session, lang).leaflet() if given.search is None else None
    if clinic is not None and given.topic:
        for section in clinic.for_topic(given.topic):
            print(texts.clinic_section(section, clinic.name, lang), end="\n\n")
    print(found)
    return DONE


# --- how much is said


def _coverage(session: Session) -> int:
    """For each language how many facts are said, by part; done only where that is all of them."""
    lang: Lang = "en" if session.arguments.lang == "en" else "nl"
    complete = True
    for one in LANGS:
        try:
            found = coverage(one)
        except LeafletFaults as faults:
            raise Stop(FAULT, *map(str, faults.faults)) from faults
        print("\n".join(_lines(found, lang)))
        complete = complete and found.complete
    return DONE if complete else FAULT


def _lines(found: Coverage, lang: Lang) -> Iterator[str]:
    name = texts.say(f"language_{found.lang}", lang)
    yield texts.say("coverage", lang, language=name, said=found.said, total=found.total)
    for section, number in found.sections:
        yield f"  {section.title(lang):<28} {number:>3}/{len(section.facts)}"
    own = found.passages - found.additions
    yield "  " + texts.say("coverage_passages", lang, passages=found.passages, own=own, additions=found.additions)
    if found.lacking:
        yield "  " + texts.say("coverage_lacking", lang, facts=" ".join(found.lacking))
    if found.unknown:
        yield "  " + texts.say("coverage_unknown", lang, facts=" ".join(found.unknown))


# --- a clinic's own text


def _shelf(session: Session, lang: Lang) -> ClinicShelf:
    """The clinic's text of this data folder; one that is damaged is told and set aside."""

    def damaged(code: str, values: Mapping[str, str]) -> None:
        print(words.repair(code, values, lang), file=sys.stderr)

    return ClinicShelf(session.folder, damaged)


def _import(session: Session) -> int:
    given = session.arguments
    with session.store() as store:
        regimen = store.regimen()
        lang = session.lang(regimen)
        today = session.now(regimen).date()
        ask_pin(session, store)
        try:
            found = _shelf(session, lang).bring(Path(given.place).expanduser(), given.name, today)
        except ClinicFaults as faults:
            raise Stop(WRONG, *(fault.sentence(lang) for fault in faults.faults)) from faults
    print("\n".join(_told(found, lang)))
    tell_running_program(session.folder)
    return DONE


def _list(session: Session) -> int:
    with session.store() as store:
        lang = session.lang(store.regimen())
    found = _shelf(session, lang).leaflet()
    print(texts.say("clinic_none", lang) if found is None else "\n".join(_told(found, lang)))
    return DONE


def _remove(session: Session) -> int:
    with session.store() as store:
        lang = session.lang(store.regimen())
        ask_pin(session, store)
        there = _shelf(session, lang).remove()
    print(texts.say("clinic_removed" if there else "clinic_none", lang))
    if there:
        tell_running_program(session.folder)
    return DONE


def _told(found: ClinicLeaflet, lang: Lang) -> Iterator[str]:
    """Whose text it is, since when, and where each part of it stands."""
    day = words.day(found.imported, lang, year=True)
    key = "clinic_part" if len(found.sections) == 1 else "clinic"
    yield texts.say(key, lang, name=found.name, day=day, number=len(found.sections))
    chapters = {topic.id: topic.title for topic in topics(lang)}
    for section in found.sections:
        yield f"  {section.title}  [{_place(section, chapters, lang)}]"


def _place(section: Section, chapters: dict[str, str], lang: Lang) -> str:
    if section.topic is None:
        return texts.say("clinic_own_chapter", lang)
    return f"{chapters[section.topic]}, {section.moment}" if section.moment else chapters[section.topic]
