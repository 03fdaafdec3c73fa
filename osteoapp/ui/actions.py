"""Which answers an item offers on the screen, in which order, and with which words. Pure.

What an item takes is the core's say; here it is only put into an order: one main answer, then the quiet ones, then
what is needed seldom. ``name`` is an answer of the core, or one of: start (the guided intake), already (asks when),
which_day (asks on which day), tonight and tomorrow (asks again then), watch (back to the half hour), wrong (something
went wrong), note (words of one's own), undo, leaflet (the place of that name), time_start, time_begin and time_stop
(the stopwatch).
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from osteoapp import words
from osteoapp.core.events import Reason
from osteoapp.core.item import INFORMATIONAL, Item, Kind, Notice, Status
from osteoapp.core.timing import Timing
from osteoapp.core.treatment import DoseRule
from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.views import Action, Rank, Snapshot
from osteoapp.ui.wording import asked, is_cycle, is_intake, step_amount, this_evening

_AWAY: Final = frozenset({Reason.CATCH_UP, Reason.RESUMED})
_ANSWER_ICONS: Final[dict[str, Icon]] = {"taken": "check", "given": "check", "booked": "check", "done": "check",
                                         "amount": "plus"}  # fmt: skip


def actions_of(snap: Snapshot, item: Item) -> tuple[Action, ...]:
    """What the person can say about an item now, the main answer first; empty where there is nothing to say."""
    takes = snap.takes(item)
    if item.status is Status.IN_PROGRESS:
        return _running(snap, item, takes)
    if not takes:
        return ()
    if item.kind is Kind.GOAL:
        return (_more(snap, item),) if "amount" in takes else ()
    if item.kind is Kind.DOSE:
        return _tablet(snap, item, takes) if is_intake(snap, item) else _dose(snap, asked(snap, item), takes)
    if is_cycle(snap, item):
        return _cycle(snap, item, takes)
    return _task(snap, item, takes)


def _answer(snap: Snapshot, item: Item, name: str, rank: Rank = "quiet", word: str = "") -> Action:
    icon = _ANSWER_ICONS.get(name) if rank == "main" else None
    text = words.tie(word or words.answer(name, item, snap.lang))
    return Action(name, item.id, text, icon, rank)


def _more(snap: Snapshot, item: Item) -> Action:
    """One press on a goal: a portion, or so many minutes; the plus is an icon."""
    amount = step_amount(snap, item)
    if item.progress is not None and item.progress.unit == "min":
        word = translate("Action", "%n minuten", "", amount)
    else:
        word = translate("Action", "%n porties", "", amount)
    said = words.answer("amount", item, snap.lang)
    return Action("amount", item.id, words.tie(word), "plus", "main", amount, said=said, short=str(amount))


def start_watch(item: Item, *, large: bool = False) -> Action:
    """Starts the stopwatch for a goal in minutes; in the ``large`` card it says more."""
    if large:
        return Action("time_begin", item.id, translate("Action", "Ik ga nu bewegen"), "person-simple-walk")
    return Action("time_start", item.id, translate("Action", "Start"), "play")


def stop_watch(timing: Timing, rank: Rank = "quiet") -> Action:
    """Stops the stopwatch, or asks how many minutes it was."""
    if timing.doubtful:
        return Action("time_stop", timing.item, translate("Action", "Minuten invullen"), "clock", rank)
    return Action("time_stop", timing.item, translate("Action", "Stop"), "stop", rank)


def note_about(item_id: str, rank: Rank = "quiet") -> Action:
    """Words of the person's own about an item; it answers nothing."""
    word, said = translate("Action", "Opmerking"), translate("Action", "Opmerking schrijven")
    return Action("note", item_id, word, "chat-circle-text", rank, said=said)


def _offered(snap: Snapshot, item: Item, takes: frozenset[str], order: tuple[tuple[str, Rank], ...]) -> list[Action]:
    return [_answer(snap, item, name, rank) for name, rank in order if name in takes]


def _running(snap: Snapshot, item: Item, takes: frozenset[str]) -> tuple[Action, ...]:
    watch = Action("watch", item.id, translate("Action", "Bekijk het half uur"), "arrow-right", "main")
    wrong = Action("wrong", item.id, words.answer("remark", item, snap.lang), "question", "quiet")
    return (watch, wrong) if "remark" in takes else (watch,)


def _tablet(snap: Snapshot, item: Item, takes: frozenset[str]) -> tuple[Action, ...]:
    if item.status in (Status.DONE, Status.IN_PROGRESS):
        return (Action("wrong", item.id, words.answer("remark", item, snap.lang), "question", "quiet"),)
    if item.status is Status.UNANSWERED:
        return _tablet_question(snap, item, takes)
    if item.status in (Status.MISSED, Status.SKIPPED):
        return tuple(replace(one, name="which_day") for one in _offered(snap, item, takes, (("taken", "quiet"),)))
    if item.late:
        found = _offered(snap, item, takes, (("taken", "main"), ("forgotten", "quiet"), ("skipped", "quiet")))
        return tuple(replace(one, name="already") if one.name == "taken" else one for one in found)
    if "taken" not in takes:
        return ()
    start = Action("start", item.id, words.button("start", snap.lang), "arrow-right", "main")
    away = snap.reasons.get(item.id) in _AWAY
    already = Action("already", item.id, words.button("already_taken", snap.lang), None, "quiet" if away else "text")
    rest = _offered(snap, item, takes, (("snoozed", "quiet"), ("skipped", "quiet")))
    return (start, already, *rest) if away else (start, *rest, already)


def _tablet_question(snap: Snapshot, item: Item, takes: frozenset[str]) -> tuple[Action, ...]:
    """The answers of a tablet of days ago, each with what the program will do."""
    found = []
    for name, icon in (
        ("taken", "check-circle"),
        ("forgotten", "clock-counter-clockwise"),
        ("skipped", "minus-circle"),
    ):
        if name not in takes:
            continue
        action = _answer(snap, item, name)
        example = _consequence(snap, item, name)
        found.append(replace(action, icon=icon, example=example, name="which_day" if name == "taken" else name))  # type: ignore[arg-type]
    return tuple(found)


def _consequence(snap: Snapshot, item: Item, name: str) -> str:
    if name == "taken":
        return translate("Action", "Daarna kiest u de dag.")
    preview = snap.previews.get((item.id, name))
    if preview is None or preview.next_at is None:
        return ""
    day = words.tie(words.day(snap.local(preview.next_at).date(), snap.lang))
    if name == "forgotten":
        return translate("Action", "Wij herinneren u {day}.").format(day=day)
    return translate("Action", "De volgende is {day}.").format(day=day)


def _dose(snap: Snapshot, item: Item, takes: frozenset[str]) -> tuple[Action, ...]:
    if item.status is Status.UNANSWERED:
        found = _offered(snap, item, takes, (("taken", "main"), ("skipped", "quiet")))
        asks = "already" if item.date == snap.now.date() else "which_day"
        found = [replace(one, name=asks) if one.name == "taken" else one for one in found]
        return (*found, *_again(snap, item, takes))
    if item.status in (Status.MISSED, Status.SKIPPED):
        return tuple(replace(one, name="which_day") for one in _offered(snap, item, takes, (("taken", "quiet"),)))
    if item.status in (Status.HELD, Status.UPCOMING):
        found = _offered(snap, item, takes, (("taken", "quiet"), ("skipped", "quiet")))
        already = words.button("already_taken", snap.lang)
        return tuple(replace(one, word=already) if one.name == "taken" else one for one in found)
    found = _offered(snap, item, takes, (("taken", "main"), ("snoozed", "quiet"), ("skipped", "quiet")))
    if "taken" in takes:
        found.append(Action("already", item.id, translate("Action", "Eerder genomen"), None, "text"))
    return tuple(found)


def _again(snap: Snapshot, item: Item, takes: frozenset[str]) -> list[Action]:
    """When a question may be asked again, where it then will be: this evening in one press, else at another time."""
    rule = snap.treatment(item).rule
    # The core asks no more about half an interval ago, nor beside another one of that day.
    silent = Notice.ASK_PHARMACIST in item.notices or (
        isinstance(rule, DoseRule) and rule.one_per_date and item.date == snap.now.date()
    )
    if "snoozed" not in takes or silent:
        return []
    evening = this_evening(snap.now, snap.regimen.draft.day.evening)
    if evening is None:
        return _offered(snap, item, takes, (("snoozed", "quiet"),))
    word = translate("Action", "Vraag het mij vanavond")
    return [] if item.due == evening else [Action("tonight", item.id, word, "clock", "text")]


def _cycle(snap: Snapshot, item: Item, takes: frozenset[str]) -> tuple[Action, ...]:
    """Before its day and when late the appointment comes first; on the day, and after an appointment, "given"."""
    today = snap.local(item.due).date() <= snap.now.date()
    given_first = today and (item.appointment is not None or item.level < 2)
    order: tuple[tuple[str, Rank], ...] = (("booked", "main"), ("given", "quiet"))
    if given_first:
        order = (("given", "main"), ("booked", "quiet"))
    found = _offered(snap, item, takes, (*order, ("snoozed", "text")))
    if Notice.CALL_PRACTICE_TODAY in item.notices:
        tomorrow = translate("Action", "Herinner mij morgen weer")
        return tuple(
            replace(one, name="tomorrow", word=tomorrow, icon="clock") if one.name == "snoozed" else one
            for one in found
        )
    return tuple(found)


def appointment_ahead(snap: Snapshot, item: Item) -> tuple[Action, ...]:
    """Of an appointment of a coming day: another day or time, and what else it takes before its day."""
    takes = snap.takes(item)
    order: tuple[tuple[str, Rank], ...] = (
        ("booked", "quiet"), ("given", "quiet"), ("done", "quiet"), ("skipped", "quiet"),
    )  # fmt: skip
    found = _offered(snap, item, takes, order)
    move, said = translate("Action", "Wijzigen"), translate("Action", "De afspraak wijzigen")
    return tuple(replace(one, word=move, said=said) if one.name == "booked" else one for one in found)


def _task(snap: Snapshot, item: Item, takes: frozenset[str]) -> tuple[Action, ...]:
    if item.kind in INFORMATIONAL:
        return tuple(_offered(snap, item, takes, (("done", "main"), ("snoozed", "quiet"))))
    order: tuple[tuple[str, Rank], ...] = (("done", "main"), ("snoozed", "quiet"), ("skipped", "quiet"))
    if item.step == "book":
        order = (("booked", "main"), ("snoozed", "quiet"), ("done", "quiet"))
    elif item.step == "appointment":
        order = (("done", "main"), ("snoozed", "quiet"), ("booked", "quiet"), ("skipped", "text"))
    return tuple(_offered(snap, item, takes, order))
