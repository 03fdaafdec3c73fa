"""The questions about one plan: on which day, at what time, since when, when last."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.core.plan_checks import first_weekday
from osteoapp.core.treatment import CycleRule, DoseRule
from osteoapp.i18n import capital, full_day, translate
from osteoapp.ui.parts.buttons import TextButton
from osteoapp.ui.parts.cards import row
from osteoapp.ui.parts.entries import ClockEntry, DateEntry
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.ports import FormFault
from osteoapp.ui.setup.ahead import AheadCard
from osteoapp.ui.setup.controls import Options, Times, weekday_options
from osteoapp.ui.setup.names import icon_of, name_of, the
from osteoapp.ui.setup.page import Desk, QuestionPage
from osteoapp.ui.setup.script import PageId

WEEK: Final = timedelta(days=7)


class PlanPage(QuestionPage):
    """A question about one plan: its name above, and where it helps the coming dates below."""

    def __init__(self, desk: Desk, page: PageId, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        treatment = desk.catalogue[page.treatment]
        over = name_of(desk.answers, page.slot, treatment, desk.lang)
        super().__init__(desk, page, title, lead, over=over, icon=icon_of(page.treatment), parent=parent)
        self.slot, self.treatment = page.slot, treatment
        self.ahead: AheadCard | None = None
        self._skip_note: NoteBanner | None = None

    def show_ahead(self, needs: str = "") -> None:
        """Adds the coming dates, which follow the answers; where ``needs`` names a key, only when it is answered."""
        self.ahead = AheadCard(self.desk, self.slot, needs)
        self.body.addWidget(self.ahead)
        self.changed.connect(self.ahead.renew)
        self.ahead.renew()

    def may_skip(self) -> None:
        """Adds "I do not know" where the program cannot do without an answer: the plan waits, and that is said."""
        button = TextButton(self.look, translate("Setup", "Ik weet het niet"))
        button.setObjectName("setup:unknown")
        button.clicked.connect(self._skip)
        line = row()
        line.addWidget(button)
        line.addStretch(1)
        self.body.addLayout(line)
        whom = words.your_call(self.treatment.call, self.desk.lang)
        text = translate("Setup", "Vraag het {whom}. Dit slaan wij nu over. U voegt het later toe.")
        self._skip_note = self.note(text.format(whom=whom))
        self._skip_note.setVisible(self.desk.answers.skipped(self.slot))
        self.changed.connect(self._show_skip)

    def _skip(self) -> None:
        for bound in self.bound:
            bound.control.set_value("")
            self.desk.answers.texts.pop(f"{bound.slot}.{bound.key}", None)
        self.desk.answers.say(self.slot, "skip", self.page.name)
        self.clear_hints()
        self.changed.emit()
        if self._skip_note is not None:
            self.into_sight(self._skip_note)

    def _show_skip(self) -> None:
        if self._skip_note is not None:
            self._skip_note.setVisible(self.desk.answers.skipped(self.slot))

    def commit(self) -> None:
        if not self.desk.answers.skipped(self.slot):
            super().commit()

    def problems(self) -> list[FormFault]:
        return [] if self.desk.answers.skipped(self.slot) else super().problems()


class WeekdayPage(PlanPage):
    """On which day of the week."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        treatment = desk.catalogue[page.treatment]
        lang = desk.lang
        title = translate("Setup", "Op welke dag neemt u {the}?").format(the=the(treatment, lang))
        super().__init__(desk, page, title, translate("Setup", "Het is steeds dezelfde dag."), parent=parent)
        days = Options(self.look, "setup:weekday", weekday_options(lang), across=4)
        self.bind(self.slot, "weekday", days, "", "")
        self.may_skip()
        if isinstance(treatment.rule, DoseRule):
            clock = ClockEntry(self.look, translate("Setup", "Hoe laat?"))
            clock.first.setObjectName("setup:time")
            self.bind(self.slot, "time", clock, translate("Setup", "Hoe laat?"), treatment.rule.default_times[0])
        if desk.answers.get(self.slot, "every", "1") == "1":
            self.show_ahead()


class TabletTimePage(PlanPage):
    """When the person gets up on the day of the tablet; proposed is the time of getting up."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        treatment = desk.catalogue[page.treatment]
        title = translate("Setup", "Hoe laat neemt u {the}?").format(the=the(treatment, desk.lang))
        lead = translate("Setup", "Meteen na het opstaan, voor het ontbijt. Wanneer staat u die dag op?")
        super().__init__(desk, page, title, lead, parent=parent)
        clock = ClockEntry(self.look, title)
        clock.first.setObjectName("setup:time")
        wake = desk.answers.get("day", "wake", str(f"{desk.plans.draft().day.wake:%H:%M}"))
        self.bind(self.slot, "time", clock, "", wake)
        self.note(translate("Setup", "Daarna blijft u een half uur rechtop. Het programma telt met u mee."))
        self.show_ahead()


class TimePage(PlanPage):
    """At what time of the day, once a day."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        treatment = desk.catalogue[page.treatment]
        title = translate("Setup", "Hoe laat neemt u {the}?").format(the=the(treatment, desk.lang))
        super().__init__(desk, page, title, translate("Setup", "Elke dag op dezelfde tijd."), parent=parent)
        clock = ClockEntry(self.look, title)
        clock.first.setObjectName("setup:time")
        rule = treatment.rule
        self.bind(self.slot, "time", clock, "", rule.default_times[0] if isinstance(rule, DoseRule) else "")


class TimesPage(PlanPage):
    """At which times of the day."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        treatment = desk.catalogue[page.treatment]
        title = translate("Setup", "Hoe laat neemt u {the}?").format(the=the(treatment, desk.lang))
        lead = translate("Setup", "Bij de maaltijd, zoals op uw etiket staat.")
        super().__init__(desk, page, title, lead, parent=parent)
        rule = treatment.rule
        times = Times(self.look, "setup:times", title)
        default = "|".join(rule.default_times) if isinstance(rule, DoseRule) else ""
        self.bind(self.slot, "times", times, "", default)


class EveryPage(PlanPage):
    """Once in how many weeks."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        lead = translate("Setup", "Op het etiket staat hoe vaak.")
        super().__init__(desk, page, translate("Setup", "Hoe vaak neemt u het drankje?"), lead, parent=parent)
        options = [
            ("1", translate("Setup", "Elke week"), ""),
            ("2", translate("Setup", "Elke 2 weken"), ""),
            ("4", translate("Setup", "Elke 4 weken"), ""),
        ]
        self.bind(self.slot, "every", Options(self.look, "setup:every", options, across=3), "", "", "every_weeks")
        self.may_skip()

    def problems(self) -> list[FormFault]:
        if self.desk.answers.skipped(self.slot) or self.desk.answers.get(self.slot, "every"):
            return super().problems()
        return [FormFault(self.slot, "every", "one_of_missing")]


class StartPage(PlanPage):
    """In which week: the next date of something that does not come every week."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        super().__init__(desk, page, translate("Setup", "Wanneer is de volgende keer?"), parent=parent)
        answers = desk.answers
        own, every = int(answers.get(self.slot, "weekday", "0") or 0), int(answers.get(self.slot, "every", "1"))
        first = first_weekday(desk.today, own)
        options = []
        for number in range(every):
            day = first + number * WEEK
            word = capital(full_day(day, desk.lang))
            near = translate("Setup", "{day} (vandaag)").format(day=word) if day == desk.today else word
            options.append((day.isoformat(), near, ""))
        self.bind(self.slot, "start", Options(self.look, "setup:start", options, across=2), "", "")
        self.may_skip()
        self.show_ahead("start")

    def problems(self) -> list[FormFault]:
        if self.desk.answers.skipped(self.slot) or self.bound[0].control.value():
            return super().problems()
        return [FormFault(self.slot, "start", "one_of_missing")]


class _DatedPage(PlanPage):
    """Some answers, of which one or two ask for a date as well."""

    dated: frozenset[str] = frozenset({"date"})
    whole = True

    def ask(self, key: str, name: str, options: list[tuple[str, str]], default: str, *keys: str) -> None:
        """``key`` holds the answer, ``name`` the date; ``keys`` are those of the file that the date goes to."""
        self._key = key
        across = [(option, answer, "") for option, answer in options]
        self.options = Options(self.look, f"setup:{key}", across, across=len(options))
        self.bind(self.slot, key, self.options, "", default, "")
        self.date = DateEntry(self.look, self.desk.lang, self.desk.today, days=self.whole)
        for part, line in (("day", self.date.day), ("month", self.date.month), ("year", self.date.year)):
            if line is not None:
                line.line.setObjectName(f"setup:{part}")
        self._date_field = self.bind(self.slot, name, self.date, " ", "", *keys)
        self.options.changed.connect(self._unfold)
        self._unfold()

    def _unfold(self) -> None:
        self._date_field.setVisible(self.options.value() in self.dated)
        self._date_field.ask(self.asked(self.options.value()))
        if self.options.value() in self.dated and self.isVisible():
            self.scroller.ensureWidgetVisible(self._date_field)

    def asked(self, answer: str) -> str:
        """What is asked beside an answer that needs a date."""
        return translate("Setup", "Welke dag was dat?")

    def problems(self) -> list[FormFault]:
        if not self.options.value():
            return [FormFault(self.slot, "", "one_of_missing")]
        return super().problems()


class SincePage(_DatedPage):
    """Since when: for the review after some years. Who does not know is asked later."""

    whole = False

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        treatment = desk.catalogue[page.treatment]
        title = translate("Setup", "Sinds wanneer gebruikt u {the}?")
        if isinstance(treatment.rule, CycleRule):
            title = translate("Setup", "Sinds wanneer krijgt u {the}?")
        title = title.format(the=the(treatment, desk.lang))
        lead = translate("Setup", "Na een paar jaar bespreekt u de behandeling met uw arts.")
        super().__init__(desk, page, title, lead, parent=parent)
        options = [
            ("date", translate("Setup", "Ik weet de maand")),
            ("now", translate("Setup", "Ik begin nu pas")),
            ("unknown", translate("Setup", "Ik weet het niet")),
        ]
        self.ask("since", "since_date", options, "date", "treated_since")

    def asked(self, answer: str) -> str:
        return translate("Setup", "Vanaf welke maand? Ongeveer is goed genoeg.")


class WhenPage(_DatedPage):
    """When the injection or infusion was given last, or comes first; no date is made up."""

    dated = frozenset({"given", "first"})

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        treatment = desk.catalogue[page.treatment]
        word = the(treatment, desk.lang)
        title = translate("Setup", "Wanneer kreeg u {the} voor het laatst?").format(the=word)
        super().__init__(desk, page, title, translate("Setup", "De volgende keer telt vanaf die dag."), parent=parent)
        options = [
            ("given", translate("Setup", "Ik weet de dag")),
            ("first", translate("Setup", "De eerste keer komt nog")),
            ("unknown", translate("Setup", "Ik weet het niet")),
        ]
        self.ask("when", "date", options, "given", "last_given", "first_due")
        self.show_ahead()

    def asked(self, answer: str) -> str:
        if answer == "first":
            return translate("Setup", "Welke dag wordt dat?")
        return super().asked(answer)


class LastPage(_DatedPage):
    """When a check was last; never and "I do not know" count from today."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        title = {
            "dentist": translate("Setup", "Wanneer was u het laatst bij de tandarts?"),
            "fall-safety": translate("Setup", "Wanneer keek u het laatst uw huis na?"),
            "smoking-alcohol": translate("Setup", "Wanneer dacht u hier het laatst over na?"),
        }.get(page.treatment, translate("Setup", "Wanneer was de laatste keer?"))
        super().__init__(desk, page, title, parent=parent)
        options = [
            ("unknown", translate("Setup", "Nog niet, of ik weet het niet")),
            ("date", translate("Setup", "Ik weet de dag")),
        ]
        self.ask("last", "date", options, "unknown", "last")
        self.show_ahead()


class CheckDatePage(PlanPage):
    """The one date of a check, as DEXA has it; without a date there is no plan."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        super().__init__(desk, page, translate("Setup", "Wanneer is de botmeting?"), parent=parent)
        entry = DateEntry(self.look, desk.lang, desk.today)
        for part, line in (("day", entry.day), ("month", entry.month), ("year", entry.year)):
            if line is not None:
                line.line.setObjectName(f"setup:{part}")
        self.bind(self.slot, "date", entry, "", "")
        self.may_skip()
        self.show_ahead()
