"""The plain text that the command line prints for a person."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from osteoapp import words
from osteoapp.content import clinic
from osteoapp.content import leaflet as leaflet_texts
from osteoapp.content.clinic import Section
from osteoapp.content.search import search
from osteoapp.content.words import Lang
from osteoapp.core.events import Event, Remark, Reminded
from osteoapp.core.history import History
from osteoapp.core.item import Agenda, Item, ItemId
from osteoapp.core.regimen import AnyPlan, Regimen

if TYPE_CHECKING:
    from osteoapp.arguments import Usage
    from osteoapp.store.checking import Report


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = resources.files("osteoapp.content").joinpath("terminal.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def say(key: str, lang: Lang, **values: object) -> str:
    """A sentence of the command line. KeyError for a key that does not exist."""
    return _tables()[lang][key].format(**values)


def usage(fault: Usage, lang: Lang) -> str:
    """What is wrong with the command line, or with a file it names, behind its place."""
    place = f"{fault.place}: " if fault.place else ""
    return place + say(f"usage_{fault.code}", lang, **fault.values)


def not_kept(code: str, values: Mapping[str, str], lang: Lang) -> str:
    """Why an answer or a change was not kept: first that it was not, then why."""
    return f"{say('not_kept', lang)} {words.fault(code, values, lang)}"


def unknown_plans(regimen: Regimen, today: date, lang: Lang) -> str:
    """Which plans this version does not know, and what to do; empty where there is none."""
    names = names_of(regimen.unknown(today), lang)
    return words.sentence("unknown_plans", lang, names=names) if names else ""


def names_of(plans: Iterable[AnyPlan], lang: Lang) -> str:
    """What plans are called, in a row."""
    return ", ".join(words.plan_title(plan, lang) for plan in plans)


def unexpected(kind: str, report: Path | None, lang: Lang) -> str:
    """A fault of the program that nobody foresaw, by its type; ``report`` says where it was, where that was kept."""
    told = say("unexpected", lang, kind=kind)
    return told if report is None else f"{told} {say('unexpected_report', lang, file=report)}"


def imported(number: int, lang: Lang) -> str:
    """What an import says when it is done."""
    return say("imported", lang, number=number)


def agenda(found: Agenda, regimen: Regimen, now: datetime, lang: Lang) -> str:
    """The agenda as lines: date and time, status, what it is, and the id that ``record`` takes."""
    lines = [words.day_time(now, lang)]
    if not found.items:
        lines.append(say("nothing", lang))
    lines += [_item_line(item, regimen, now, lang) for item in found.items]
    return "\n".join(lines)


def _item_line(item: Item, regimen: Regimen, now: datetime, lang: Lang) -> str:
    zone = now.tzinfo
    due = item.due.astimezone(zone)
    plan = regimen.plan(item.plan, item.date)
    note = ""
    if item.held_by is not None:
        note = f" ({say('held', lang, time=words.clock(due))})"
    elif item.block_until is not None:
        note = f" ({say('until', lang, time=words.clock(item.block_until.astimezone(zone)))})"
    elif item.progress is not None:
        note = f" ({words.progress(item.progress, lang)})"
    when = f"{due:%Y-%m-%d %H:%M}"
    status = words.status(item.status, lang)
    line = f"{when}  {status:<20}  {words.title(item, plan, lang)}{note}  [{item.id}]"
    notices = (f"{'':>18}{words.notice(notice, item, plan, lang)}" for notice in item.notices)
    return "\n".join((line, *notices))


def history(events: Sequence[Event], log: History, regimen: Regimen, lang: Lang) -> str:
    """The events as lines, newest last, each with its id."""
    if not events:
        return say("nothing_happened", lang)
    return "\n".join(_event_line(event, log, regimen, lang) for event in events)


def _event_line(event: Event, log: History, regimen: Regimen, lang: Lang) -> str:
    note = f" ({say('retracted', lang)})" if log.retraction(event.id) is not None else ""
    if isinstance(event, Reminded):
        what = words.reason(event.reason, lang)
    else:
        what = noted(event, regimen, lang) if event.item else words.noted(event, lang)
    said = getattr(event, "note", None)
    if said and not isinstance(event, Remark):
        what = f"{what} - {said}"
    return f"{event.local:%Y-%m-%d %H:%M}  {what}{note}  [{event.item}] {event.id}"


def leaflet(topic: str | None, word: str | None, lang: Lang) -> str | None:
    """The texts of a topic, or those in which a search finds it, or the contents; None for an unknown topic."""
    if word is not None:
        found = tuple(hit.passage for hit in search(word, lang).hits)
        if topic is not None:
            found = tuple(passage for passage in found if passage.topic == topic)
        return "\n\n".join(map(_passage, found)) if found else say("not_found", lang, word=word)
    if topic is None:
        return "\n".join(_contents(lang))
    chapter = {one for chapter in leaflet_texts.topics(lang) if chapter.id == topic for one in chapter.passages}
    found = tuple(
        passage
        for passage in leaflet_texts.passages(lang)
        if topic in (passage.topic, passage.id) or passage.id in chapter
    )
    return "\n\n".join(_passage_in(passage, lang) for passage in found) or None


def no_topic(topic: str, lang: Lang) -> str:
    """What is said of a topic that does not exist."""
    chapters = (chapter.id for chapter in leaflet_texts.topics(lang))
    topics = sorted({*chapters, *(passage.topic for passage in leaflet_texts.passages(lang))})
    return say("no_topic", lang, topic=topic, topics=", ".join(topics))


def _contents(lang: Lang) -> Iterator[str]:
    for topic in leaflet_texts.topics(lang):
        yield topic.title
        for passage_id in topic.passages:
            yield f"  {passage_id:<34} {leaflet_texts.passage(passage_id, lang).title}"


def _passage(passage: leaflet_texts.Passage) -> str:
    return f"{passage.title} [{passage.id}]\n\n{passage.text.strip()}"


def _passage_in(passage: leaflet_texts.Passage, lang: Lang) -> str:
    head = say("addition" if passage.addition else "leaflet", lang)
    checked = words.day(passage.checked, lang, year=True)
    return f"{_passage(passage)}\n\n{head}. {say('source', lang, source=passage.source, checked=checked)}"


def clinic_section(section: Section, name: str, lang: Lang) -> str:
    """A part of a clinic's own text, with the clinic's name above it."""
    return f"{say('of_clinic', lang, name=name)}\n{clinic.plain(section)}"


def noted(event: Event, regimen: Regimen, lang: Lang) -> str:
    """What was noted of what, in one line: ``Weektablet alendroninezuur: Genomen om 07:35``."""
    plan_id = ItemId.parse(event.item).plan
    plan = regimen.plan(plan_id, event.local_date)
    name = words.plan_title(plan, lang) if plan is not None else plan_id
    return f"{name}: {words.noted(event, lang)}"


def check(report: Report, lang: Lang) -> list[str]:
    """What a check of the data found, a sentence a line."""
    lines = [say("repaired", lang, what=words.repair(one.code, one.values, lang)) for one in report.repairs]
    copies = ", ".join(report.damaged_copies)
    lines += [say(f"problem_{code}", lang, copies=copies) for code in report.problems]
    if report.kept:
        lines.append(say("set_aside", lang, names=", ".join(report.kept)))
    if report.sound:
        answers = say("one_answer" if report.answers == 1 else "answers", lang, number=report.answers)
        copies = say("one_copy" if report.copies == 1 else "copies", lang, number=report.copies)
        lines.append(say("sound", lang, answers=answers, copies=copies))
    return lines


def restored(answers: int, last: Event | None, regimen: Regimen, lang: Lang) -> str:
    """What was put back, with the last answer in it."""
    number = say("one_answer" if answers == 1 else "answers", lang, number=answers)
    if last is None:
        return say("restored_nothing", lang)
    when = words.day(last.local_date, lang, year=True)
    return say("restored", lang, answers=number, what=noted(last, regimen, lang), when=when)
