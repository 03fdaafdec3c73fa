"""The fields of a plan's page, one function for each part: which control, which words, whose faults stand beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from osteoapp.core.treatment import AppointmentRule, CheckRule, CycleRule, GoalRule, IntakeRule
from osteoapp.i18n import translate
from osteoapp.ui.parts.entries import ClockEntry, DateEntry, NumberEntry
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.plans.formpage import FormPage
from osteoapp.ui.setup.controls import Options, Picks, Times, weekday_options
from osteoapp.ui.setup.page import LineEntry

Builder = Callable[[FormPage], None]
_REMIND: Final = (14, 7, 3, 1)


def add_field(page: FormPage, name: str) -> None:
    """Adds the field of a part; how often a medicine comes is a field of its own making (oftenfield.py)."""
    _BUILDERS[name](page)


def _weekday(page: FormPage) -> None:
    days = Options(page.look, "plan:weekday", weekday_options(page.desk.lang), across=4)
    page.field("weekday", days, translate("Plans", "Op welke dag van de week?"), "")


def _time(page: FormPage) -> None:
    label = translate("Plans", "Hoe laat?")
    if isinstance(page.treatment.rule, IntakeRule):
        label = translate("Plans", "Hoe laat staat u die dag op?")
    page.field("time", _clock(page, "time", label), label)


def _clock(page: FormPage, name: str, label: str) -> ClockEntry:
    entry = ClockEntry(page.look, label)
    entry.first.setObjectName(f"plan:{name}")
    return entry


def day_entry(page: FormPage, name: str, *, days: bool = True) -> DateEntry:
    """A date; its lines are called ``plan:name-day`` and so on."""
    entry = DateEntry(page.look, page.desk.lang, page.desk.today, days=days)
    for part, line in (("day", entry.day), ("month", entry.month), ("year", entry.year)):
        if line is not None:
            line.line.setObjectName(f"plan:{name}-{part}")
    return entry


def number_entry(page: FormPage, name: str, label: str, unit: str, step: int = 1) -> NumberEntry:
    """A whole number with its unit behind it."""
    entry = NumberEntry(page.look, f"{label} {unit}".strip(), unit, step)
    entry.first.setObjectName(f"plan:{name}")
    return entry


def _line(name: str, *keys: str) -> Builder:
    def build(page: FormPage) -> None:
        label, hint = _line_words(page, name)
        line = LineField(page.look, label, hint)
        line.setObjectName(f"plan:{name}")
        line.setMinimumWidth(page.look.whole("choice_width"))
        line.setMaximumWidth(page.look.whole("measure"))
        page.field(name, LineEntry(line), label, *keys)

    return build


def _line_words(page: FormPage, name: str) -> tuple[str, str]:
    once = isinstance(page.treatment.rule, AppointmentRule)
    return {
        "name": (
            translate("Plans", "Wat is het voor afspraak?") if once else translate("Setup", "Naam van het medicijn"),
            translate("Plans", "Bijvoorbeeld: oogarts") if once else "",
        ),
        "instruction": (
            translate("Setup", "Hoe neemt u het in? (mag leeg)"), translate("Setup", "Bijvoorbeeld: 1 tablet"),
        ),
        "place": (translate("Plans", "Waar? (mag leeg)"), translate("Plans", "Ziekenhuis, route 12")),
        "phone": (translate("Plans", "Telefoonnummer (mag leeg)"), ""),
        "note": (translate("Plans", "Notitie (mag leeg)"), ""),
    }[name]  # fmt: skip


def _times(page: FormPage) -> None:
    rule = page.treatment.rule
    label = translate("Setup", "Hoe laat?")
    if isinstance(rule, GoalRule):
        label = translate("Setup", "Wanneer herinneren wij u?")
    page.field("times", Times(page.look, "plan:times", label), label)


def _target(page: FormPage) -> None:
    rule = page.treatment.rule
    minutes = isinstance(rule, GoalRule) and rule.unit == "min"
    unit = translate("Setup", "minuten per dag") if minutes else translate("Setup", "porties per dag")
    label = translate("Plans", "Uw doel")
    page.field("target", number_entry(page, "target", label, unit, 5 if minutes else 1), label)


def _fracture(page: FormPage) -> None:
    label = translate("Plans", "Iets gebroken? Rustig aan tot en met (mag leeg)")
    page.field("after_fracture_until", day_entry(page, "fracture"), label)


def _months(page: FormPage) -> None:
    label = translate("Plans", "Om de hoeveel maanden?")
    unit = translate("Plans", "maanden")
    page.field("every_months", number_entry(page, "every_months", label, unit), label)


def _weeks(page: FormPage) -> None:
    options = [
        ("1", translate("Setup", "Elke week"), ""),
        ("2", translate("Setup", "Elke 2 weken"), ""),
        ("4", translate("Setup", "Elke 4 weken"), ""),
    ]
    label = translate("Plans", "Hoe vaak? Dat staat op het etiket.")
    page.field("every_weeks", Options(page.look, "plan:every", options, across=3), label)


def _start(page: FormPage) -> None:
    label = translate("Plans", "Vanaf welke dag telt het?")
    page.field("start", day_entry(page, "start"), label)


def _last(page: FormPage) -> None:
    page.field("last", day_entry(page, "last"), translate("Plans", "Wanneer was de laatste keer? (mag leeg)"))


def _date(page: FormPage) -> None:
    label = translate("Plans", "Op welke dag?")
    if isinstance(page.treatment.rule, CheckRule):
        label = translate("Setup", "Wanneer is de botmeting?")
    page.field("date", day_entry(page, "date"), label, "")


def _remind(page: FormPage) -> None:
    known = page.desk.answers.get(page.slot, "remind").split()
    days = sorted({*_REMIND, *(int(one) for one in known)}, reverse=True)
    options = [(str(day), _before(day), "") for day in days]
    label = translate("Plans", "Wanneer krijgt u een seintje?")
    page.field("remind", Picks(page.look, "plan:remind", options, 4), label, "remind_before_days")


def _before(days: int) -> str:
    if days == 1:
        return translate("Plans", "1\u00a0dag ervoor")
    if days % 7 == 0:
        weeks = days // 7
        if weeks == 1:
            return translate("Plans", "1\u00a0week ervoor")
        return translate("Plans", "{number}\u00a0weken ervoor").format(number=weeks)
    return translate("Plans", "{number}\u00a0dagen ervoor").format(number=days)


def _when(page: FormPage) -> None:
    """When it was given last; what was noted as given counts before it."""
    options = [
        ("given", translate("Setup", "Ik weet de dag"), ""),
        ("first", translate("Setup", "De eerste keer komt nog"), ""),
        ("unknown", translate("Setup", "Ik weet het niet"), ""),
    ]
    label = translate("Plans", "Wanneer kreeg u het voor het laatst?")
    picks = Options(page.look, "plan:when", options, across=3)
    page.field("when", picks, label, "")
    below = page.field("day", day_entry(page, "when"), " ", "last_given", "first_due")
    questions = {
        "given": translate("Setup", "Welke dag was dat?"), "first": translate("Setup", "Welke dag wordt dat?"),
    }  # fmt: skip
    page.shows(below, picks, {"given", "first"}, questions)
    if page.desk.before is not None and isinstance(page.treatment.rule, CycleRule):
        page.note(translate("Plans", "Kreeg u het net? Noteer dat dan bij Afspraken, met de dag."))


def _since(page: FormPage) -> None:
    options = [
        ("date", translate("Setup", "Ik weet de maand"), ""),
        ("unknown", translate("Setup", "Ik weet het niet"), ""),
    ]
    picks = Options(page.look, "plan:since", options, across=2)
    label = translate("Plans", "Sinds wanneer gebruikt u het?")
    if isinstance(page.treatment.rule, CycleRule):
        label = translate("Plans", "Sinds wanneer krijgt u het?")
    page.field("since", picks, label)
    entry = day_entry(page, "since", days=False)
    asked = translate("Setup", "Vanaf welke maand? Ongeveer is goed genoeg.")
    page.shows(page.field("since_date", entry, asked, "treated_since"), picks, {"date"})


def _wait(page: FormPage) -> None:
    """Asked only of who uses a tablet that comes before all else."""
    tables = [table for _, table in page.desk.base.plans]
    if not any(isinstance(page.desk.catalogue[str(one["treatment"])].rule, IntakeRule) for one in tables):
        return
    options = [
        ("no", translate("Setup", "Nee, of ik weet het niet"),
         translate("Setup", "Het komt dan gewoon op zijn eigen tijd.")),
        ("yes", translate("Setup", "Ja, dat zei de apotheker"),
         translate("Setup", "Het wacht dan tot het half uur voorbij is.")),
    ]  # fmt: skip
    label = translate("Setup", "Mag dit na de weektablet komen?")
    page.field("wait", Options(page.look, "plan:wait", options), label, "may_wait")


def _calcium(page: FormPage) -> None:
    """General text only: which way is right is for the pharmacist."""
    options = [
        ("midday", translate("Plans", "Later op de dag"), translate("Plans", "Niet in de ochtend van de tablet.")),
        ("none", translate("Plans", "Die dag niet"), translate("Plans", "Alleen als de apotheker dat zei.")),
    ]
    label = translate("Plans", "Calcium op de dag van de weektablet")
    line = translate("Plans", "Calcium en de weektablet gaan niet samen. Vraag uw apotheker wat voor u goed is.")
    picks = Options(page.look, "plan:calcium", options)
    page.field("calcium", picks, label, "calcium_on_tablet_day", line=line)


_BUILDERS: Final[dict[str, Builder]] = {
    "weekday": _weekday, "time": _time, "when": _when, "since": _since, "times": _times, "target": _target,
    "after_fracture_until": _fracture, "every_months": _months, "every_weeks": _weeks, "start": _start, "last": _last,
    "date": _date, "remind": _remind, "name": _line("name", ""), "instruction": _line("instruction"),
    "place": _line("place"), "phone": _line("phone"), "note": _line("note"), "wait": _wait, "calcium": _calcium,
}  # fmt: skip

