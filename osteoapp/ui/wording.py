"""What the models say of an item: the program's words, in the language and the zone in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from osteoapp import words
from osteoapp.content import leaflet
from osteoapp.content.clinic import shown_lines
from osteoapp.content.moments import moment
from osteoapp.content.prose import paragraphs, shortened, text_of
from osteoapp.content.words import Lang
from osteoapp.core.events import Taken
from osteoapp.core.item import Item, Kind, Notice, Status
from osteoapp.core.regimen import TabletPlan
from osteoapp.core.timing import Timing
from osteoapp.core.treatment import CycleRule, GoalRule, IntakeRule
from osteoapp.i18n import clock, translate, weekday
from osteoapp.ui.icons import Icon
from osteoapp.ui.views import Addition, CallView, ClinicNote, PaneView, Snapshot
from osteoapp.workdays import is_open, last_open

ICONS: Final[dict[str, Icon]] = {
    "alendronate-tablet": "tablet-round",
    "alendronate-drink": "pint-glass",
    "alendronate-effervescent": "pint-glass",
    "risedronate-tablet": "tablet-round",
    "zoledronate-infusion": "drop-half-bottom",
    "denosumab-injection": "syringe",
    "vitamin-d-tablet": "sun",
    "vitamin-d-drink": "sun",
    "calcium-supplement": "bone",
    "dairy": "cheese",
    "activity": "person-simple-walk",
    "dentist": "tooth",
    "fall-safety": "house",
    "dexa": "bone",
    "smoking-alcohol": "wine",
    "other-medicine": "pill",
    "other-appointment": "calendar-check",
}
_STEP_ICONS: Final[dict[str, Icon]] = {
    "book": "phone", "blood-test": "drop", "review": "chat-circle-text", "heads-up": "bell-ringing",
}  # fmt: skip
# How much of a passage stands beside an item: sentences and letters; the rest is one press away.
_OWN: Final = (3, 170)
_ALONE: Final = (4, 240)
_BESIDE: Final = (2, 120)


def icon_of(item: Item) -> Icon:
    """The icon of an item: of its step where that has one, else of its treatment."""
    other: Icon = "pill" if item.kind is Kind.DOSE else "calendar-check"
    return _STEP_ICONS.get(item.step) or ICONS.get(item.treatment, other)


def drawing_of(item: Item) -> str:
    """The drawing beside the large card."""
    if item.treatment == "dairy":
        return "milk"
    return "glass" if item.treatment.endswith(("onate-tablet", "-effervescent", "onate-drink")) else "icon"


def title_of(snap: Snapshot, item: Item) -> str:
    return words.tie(words.title(item, snap.plan(item), snap.lang))


def headline_of(snap: Snapshot, item: Item) -> str:
    said = words.headline(item, snap.plan(item), snap.lang, snap.now.tzinfo or UTC)
    if item.status is Status.UNANSWERED and item.date == snap.now.date():
        # One of several times of today: the date would not say which.
        said = said.replace(words.day(item.date, snap.lang), clock(snap.local(item.planned)))
    return words.tie(said)


def instruction_of(snap: Snapshot, item: Item) -> str:
    return words.tie(words.instruction(item, snap.plan(item), snap.lang))


def subtitle_of(snap: Snapshot, item: Item) -> str:
    """Which one it is: the medicine with its weekday, or the day whose tablet is still open."""
    plan = snap.plan(item)
    if not isinstance(plan, TabletPlan) or item.kind is not Kind.DOSE:
        named = plan is not None and plan.name is not None and plan.name not in headline_of(snap, item)
        return title_of(snap, item) if named else ""
    name = words.title(item, plan, snap.lang).partition(":")[0]
    if snap.local(item.due).date() != item.date:
        return translate("Today", "{name}, de tablet van {day}").format(
            name=name, day=words.tie(words.day(item.date, snap.lang))
        )
    return translate("Today", "{name}, elke {weekday}").format(name=name, weekday=weekday(item.date, snap.lang))


def notices_of(snap: Snapshot, item: Item) -> tuple[str, ...]:
    """The notices of an item as sentences; "call today" is the card's title already."""
    said = [which for which in item.notices if which is not Notice.CALL_PRACTICE_TODAY]
    return tuple(words.tie(words.notice(which, item, snap.plan(item), snap.lang)) for which in said)


def call_of(snap: Snapshot, item: Item) -> CallView:
    """Whom the texts of an item name, with the number the person filled in."""
    key = words.call_for(snap.plan(item), snap.treatment(item))
    return CallView(words.your_call(key, snap.lang), snap.regimen.draft.phones.get(key, ""))


def pane_of(snap: Snapshot, item: Item) -> PaneView:
    """What the leaflet says beside an item: its first sentences, and the way to the whole text."""
    item = asked(snap, item)
    treatment, plan = snap.treatment(item), snap.plan(item)
    ids = words.passages(treatment, item, plan)
    beside = [leaflet.passage(one, snap.lang) for one in ids]
    under = [leaflet.passage(one, snap.lang) for one in words.additions(treatment, item)]
    own = next((one for one in beside if not one.addition), None)
    pressing = [one for one in beside if one.addition and (item.notices or own is None)]
    others = [one for one in (*beside, *under) if one.addition and one not in pressing]
    return PaneView(
        item=item.id,
        title=own.title if own else "",
        paragraphs=_first_lines(own.text, *_OWN) if own else (),
        why=words.why(treatment, snap.lang, item.date.toordinal()),
        additions=tuple(_addition(one, *_BESIDE) for one in others[: 0 if pressing else 1]),
        passage=beside[0].id if beside else "",
        call=call_of(snap, item),
        pressing=tuple(_addition(one, *(_BESIDE if own else _ALONE)) for one in pressing[:1]),
        clinic=_clinic_note(snap, item),
    )


def _clinic_note(snap: Snapshot, item: Item) -> ClinicNote | None:
    """The first thing that the person's clinic says of this moment; the rest is in the Folder."""
    treatment, clinic = snap.treatment(item), snap.clinic
    sections = clinic.beside(treatment.topic, moment(treatment, item)) if clinic is not None else ()
    if clinic is None or not sections:
        return None
    first = sections[0]
    lines = [line.replace("**", "") for line in shown_lines(first)]
    return ClinicNote(clinic.name, first.title.replace("**", ""), shortened(lines, *_OWN), clinic.id_of(first))


def _first_lines(text: str, sentences: int, letters: int) -> tuple[str, ...]:
    return tuple(words.tie(line) for line in shortened(paragraphs(text), sentences, letters))


def _addition(passage: leaflet.Passage, sentences: int, letters: int) -> Addition:
    text = text_of(_first_lines(passage.text, sentences, letters))
    return Addition(passage.title, text, passage.source.partition(";")[0])


def is_intake(snap: Snapshot, item: Item) -> bool:
    """Whether it is a weekly tablet with its guided intake."""
    return item.kind is Kind.DOSE and isinstance(snap.treatment(item).rule, IntakeRule)


def asked(snap: Snapshot, item: Item) -> Item:
    """The item as it is talked about: a question about the past stays one while it waits to be asked again.

    A dose of an earlier date, or one whose later slot has come, is never shown as to be taken.
    """
    if item.status is not Status.SNOOZED or item.kind is not Kind.DOSE or is_intake(snap, item):
        return item
    later = (
        one for one in snap.agenda.items
        if (one.plan, one.date) == (item.plan, item.date) and item.planned < one.planned <= snap.now
    )  # fmt: skip
    come = any(one.status not in (Status.UPCOMING, Status.HELD) for one in later)
    return replace(item, status=Status.UNANSWERED) if come or item.date < snap.now.date() else item


def this_evening(now: datetime, evening: time) -> datetime | None:
    """The evening of today, where it is more than an hour ahead."""
    found = now.replace(hour=evening.hour, minute=evening.minute, second=0, microsecond=0)
    return found if found - now > timedelta(hours=1) else None


def is_cycle(snap: Snapshot, item: Item) -> bool:
    """Whether it is the injection or infusion itself."""
    rule = snap.treatment(item).rule
    return isinstance(rule, CycleRule) and item.step == rule.event_step


def upright_ends(snap: Snapshot, item: Item) -> datetime | None:
    """When the half hour of a tablet ends or ended; None where none ran."""
    if item.block_until is not None:
        return item.block_until
    answer, rule = snap.answers.get(item.id), snap.treatment(item).rule
    if item.status is not Status.DONE or not isinstance(rule, IntakeRule):
        return None
    return answer.at + rule.upright if isinstance(answer, Taken) and answer.on is None else None


def day_before_closed(planned: date, now: datetime) -> date | None:
    """For a planned day on which a practice is usually closed: the working day before it (C28).

    None where the practice is open that day, or where that working day is not ahead any more.
    """
    zone = str(now.tzinfo)
    if planned < now.date() or is_open(planned, zone):
        return None
    found = last_open(planned, zone)
    return found if found > now.date() else None


def closed_words(planned: date, open_day: date, lang: Lang) -> str:
    """That the planned day is one on which practices are usually closed, and which day comes before it."""
    said = translate("Answer", "De geplande dag is {day}.").format(day=words.day(planned, lang))
    return words.tie(f"{said} {words.sentence('earlier_day', lang, day=words.day(open_day, lang))}")


def is_timed_goal(item: Item) -> bool:
    """Whether it is a goal in minutes, for which there is a stopwatch."""
    return item.progress is not None and item.progress.unit == "min"


def running_words(timing: Timing | None, lang: Lang) -> str:
    """Since when the stopwatch runs, and how many minutes, where there are any; empty where it does not run."""
    if timing is None:
        return ""
    time = clock(timing.since)
    if timing.doubtful:
        day = words.tie(words.day(timing.since.date(), lang))
        return translate("Today", "De stopwatch liep sinds {day} om {time}.").format(day=day, time=time)
    since = translate("Today", "Bezig sinds {time}").format(time=f"**{time}**")
    if not timing.minutes:
        return since
    return f"{since} · **{translate('Today', '%n minuten', '', timing.minutes)}**".replace(" minu", "\u00a0minu")


def step_amount(snap: Snapshot, item: Item) -> int:
    """What one press adds to a goal."""
    rule = snap.treatment(item).rule
    return rule.step_amount if isinstance(rule, GoalRule) else 1

