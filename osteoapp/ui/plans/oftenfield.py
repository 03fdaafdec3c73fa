"""How often a medicine comes, asked step by step: one answer of several, and what belongs to it; until when it goes."""

from __future__ import annotations

from osteoapp.core.regimen import DosePlan
from osteoapp.i18n import translate
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.plans.fields import day_entry, number_entry
from osteoapp.ui.plans.formpage import FormPage
from osteoapp.ui.plans.often import often_words
from osteoapp.ui.setup.controls import Days, Options
from osteoapp.ui.setup.page import LineEntry


def add_often(page: FormPage) -> None:
    """Adds the questions."""
    options = [
        ("daily", translate("Plans", "Elke dag"), ""),
        ("days", translate("Plans", "Op vaste dagen van de week"),
         translate("Plans", "Bijvoorbeeld: maandag en donderdag")),
        ("every", translate("Plans", "Om de zoveel dagen, weken, maanden of jaren"),
         translate("Plans", "Bijvoorbeeld: elke 2 dagen")),
        ("monthdays", translate("Plans", "Op vaste dagen van de maand"),
         translate("Plans", "Bijvoorbeeld: dag 15 van de maand")),
        ("after", translate("Plans", "Een tijd na de vorige keer"),
         translate("Plans", "Bijvoorbeeld: 3 maanden na de vorige keer")),
        ("on_off", translate("Plans", "Een aantal dagen wel, dan een aantal niet"),
         translate("Plans", "Bijvoorbeeld: 21 dagen wel, 7 dagen niet")),
        ("needed", translate("Plans", "Alleen als het nodig is"),
         translate("Plans", "U krijgt dan geen herinneringen.")),
    ]  # fmt: skip
    if page.desk.answers.get(page.slot, "often") == "kept":
        options.insert(0, ("kept", translate("Plans", "Zoals het nu is"), _as_it_is(page)))
    picks = Options(page.look, "plan:often", options)
    page.field("often", picks, translate("Plans", "Hoe vaak neemt u dit?"), "")
    weeks, months, days = translate("Plans", "weken"), translate("Plans", "maanden"), translate("Plans", "dagen")
    which = translate("Plans", "Op welke dagen?")
    page.shows(page.field("days", Days(page.look, "plan:days", page.desk.lang), which, "rrule"), picks, {"days"})
    number(page, picks, "days", "weeks", translate("Plans", "Om de hoeveel weken?"), weeks)
    number(page, picks, "every", "number", translate("Plans", "Om de hoeveel?"), "")
    unit(page, picks, "every", "unit")
    monthdays(page, picks)
    number(page, picks, "monthdays", "months", translate("Plans", "Om de hoeveel maanden?"), months)
    number(page, picks, "after", "after", translate("Plans", "Hoelang na de vorige keer?"), "", "from_last_taken")
    unit(page, picks, "after", "after_unit")
    number(page, picks, "on_off", "on", translate("Plans", "Hoeveel dagen wel?"), days, "on_days")
    number(page, picks, "on_off", "off", translate("Plans", "Hoeveel dagen niet?"), days, "off_days")
    _ends(page, picks)


def number(
    page: FormPage, picks: Options, answer: str, name: str, label: str, unit_word: str, key: str = "rrule"
) -> None:
    """A number that belongs to one of the answers."""
    field = page.field(name, number_entry(page, name, label, unit_word), label, key, default="1")
    page.shows(field, picks, {answer})


def unit(page: FormPage, picks: Options, answer: str, name: str) -> None:
    """Days, weeks, months or years."""
    options = [
        ("days", translate("Plans", "Dagen"), ""), ("weeks", translate("Plans", "Weken"), ""),
        ("months", translate("Plans", "Maanden"), ""), ("years", translate("Plans", "Jaren"), ""),
    ]  # fmt: skip
    field = page.field(name, Options(page.look, f"plan:{name}", options, across=4), "", default="days")
    page.shows(field, picks, {answer})


def monthdays(page: FormPage, picks: Options) -> None:
    """The numbers of days of the month, and the last one."""
    label = translate("Plans", "Op welke dagen van de maand?")
    line = LineField(page.look, label, translate("Plans", "1 en 15, of laatste"))
    line.setObjectName("plan:monthdays")
    line.setMaximumWidth(page.look.whole("measure"))
    below = translate("Plans", "Heeft een maand die dag niet? Dan is het de laatste dag.")
    page.shows(page.field("monthdays", LineEntry(line), label, "rrule", line=below), picks, {"monthdays"})


def _ends(page: FormPage, picks: Options) -> None:
    options = [
        ("never", translate("Plans", "Er is geen einde"), ""),
        ("date", translate("Plans", "Tot en met een dag"), ""),
        ("count", translate("Plans", "Na een aantal dagen met dit middel"), ""),
    ]
    ends = Options(page.look, "plan:ends", options)
    field = page.field("ends", ends, translate("Plans", "Tot wanneer?"), default="never")
    page.shows(field, picks, {"daily", "days", "every", "monthdays", "after", "on_off", "kept"})
    page.shows(page.field("until", day_entry(page, "until"), translate("Plans", "De laatste dag")), ends, {"date"})
    label = translate("Plans", "Hoeveel keer in het geheel?")
    entry = number_entry(page, "count", label, translate("Plans", "keer"))
    count = page.field("count", entry, label, "rrule", default="10")
    page.shows(count, ends, {"count"})
    picks.changed.connect(lambda: _offer_count(picks, ends))
    _offer_count(picks, ends)


def _offer_count(picks: Options, ends: Options) -> None:
    """A number of times belongs to fixed days only."""
    fixed = picks.value() in ("daily", "days", "every", "monthdays")
    ends.buttons["count"].setVisible(fixed)
    if not fixed and ends.value() == "count":
        ends.set_value("never")
        ends.changed.emit()


def _as_it_is(page: FormPage) -> str:
    plan = next((one for one in page.desk.plans.draft().plans if one.id == page.slot), None)
    return often_words(plan.recurrence, plan.start, page.desk.lang) if isinstance(plan, DosePlan) else ""
