"""The other questions: goals of the day, the person's own medicines, and the times of the day."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from osteoapp.core.treatment import GoalRule
from osteoapp.i18n import clock, translate
from osteoapp.ui.parts.buttons import TextButton
from osteoapp.ui.parts.cards import Card, IconMark, column, row
from osteoapp.ui.parts.entries import ClockEntry, NumberEntry
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.text import Text
from osteoapp.ui.parts.tiles import Tiles
from osteoapp.ui.ports import FormFault
from osteoapp.ui.setup.controls import Days, Options, Times
from osteoapp.ui.setup.form import known_treatments
from osteoapp.ui.setup.names import card_title, icon_of
from osteoapp.ui.setup.page import Desk, LineEntry, QuestionPage
from osteoapp.ui.setup.pages_plan import PlanPage
from osteoapp.ui.setup.script import PageId


class GoalsPage(QuestionPage):
    """All goals of the day on one page: how much, and when to be reminded."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, page, translate("Setup", "Klopt dit zo?"),
            translate("Setup", "Dit zijn doelen voor elke dag. U mag ze aanpassen."), parent=parent,
        )  # fmt: skip
        known = known_treatments(desk.base, desk.today)
        self._tiles = Tiles(self.look.gap("l"), 2)
        self.body.addLayout(self._tiles)
        for slot, treatment in desk.answers.slots(desk.catalogue):
            rule = desk.catalogue[treatment].rule
            if isinstance(rule, GoalRule) and treatment not in known:
                self._goal(slot, treatment, rule)

    def _goal(self, slot: str, treatment: str, rule: GoalRule) -> None:
        look, title = self.look, card_title(treatment, self.desk.lang)
        card = Card(look, name=title)
        pad = look.pad("l")
        box = column(look.pad("s"), (pad, look.pad("m"), pad, look.pad("m")))
        head = row(look.pad("s"))
        head.addWidget(IconMark(look, icon_of(treatment), "accent", "duotone", "icon_row"))
        head.addWidget(Text(look, title, "section"), 1)
        box.addLayout(head)
        minutes = rule.unit == "min"
        unit = translate("Setup", "minuten per dag") if minutes else translate("Setup", "porties per dag")
        number = NumberEntry(look, f"{title}: {unit}", unit, 5 if minutes else 1)
        number.first.setObjectName(f"setup:{treatment}:target")
        self.bind(slot, "target", number, "", str(rule.target), into=box)
        label = translate("Setup", "Wanneer herinneren wij u?")
        times = Times(look, f"setup:{treatment}:times", label)
        self.bind(slot, "times", times, label, "|".join(rule.default_times), into=box)
        box.addStretch(1)
        card.setLayout(box)
        self._tiles.addWidget(card)


class MedicinePage(PlanPage):
    """Name and times of a medicine of the person's own."""

    removed = Signal(str)

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        title = translate("Setup", "Welk ander medicijn gebruikt u?")
        super().__init__(desk, page, title, translate("Setup", "Neem het over van het etiket."), parent=parent)
        look, slot = self.look, self.slot
        name = LineField(look, translate("Setup", "Naam van het medicijn"), "")
        name.setObjectName("setup:name")
        how = LineField(look, translate("Setup", "Hoe neemt u het in?"), translate("Setup", "Bijvoorbeeld: 1 tablet"))
        how.setObjectName("setup:instruction")
        tiles = Tiles(look.gap("l"), 2, even=False)
        for line in (name, how):
            line.setMinimumWidth(look.whole("choice_width"))
        self.bind(slot, "name", LineEntry(name), translate("Setup", "Naam van het medicijn"), "", into=tiles)
        said = translate("Setup", "Hoe neemt u het in? (mag leeg)")
        self.bind(slot, "instruction", LineEntry(how), said, "", into=tiles)
        self.body.addLayout(tiles)
        when = translate("Setup", "Hoe laat?")
        self.bind(slot, "times", Times(look, "setup:times", when), when, "")
        if len(desk.answers.medicines) > 1 or desk.answers.get(slot, "name"):
            out = TextButton(look, translate("Setup", "Haal dit medicijn weg"), "x")
            out.setObjectName("setup:remove")
            out.clicked.connect(lambda: self.removed.emit(slot))
            line_out = row()
            line_out.addWidget(out)
            line_out.addStretch(1)
            self.body.addLayout(line_out)


class OftenPage(PlanPage):
    """Every day, or on some days of the week. One more medicine can be added here where nothing follows."""

    added = Signal()

    def __init__(self, desk: Desk, page: PageId, *, last: bool, parent: QWidget | None = None) -> None:
        super().__init__(desk, page, translate("Setup", "Op welke dagen neemt u dit?"), parent=parent)
        options = [
            ("daily", translate("Setup", "Elke dag"), ""),
            ("days", translate("Setup", "Op vaste dagen van de week"), ""),
            ("else", translate("Setup", "Anders, of ik weet het niet"), ""),
        ]
        self.options = Options(self.look, "setup:often", options)
        self.bind(self.slot, "often", self.options, "", "daily")
        self._days = self.bind(self.slot, "days", Days(self.look, "setup:days", desk.lang), "", "", "rrule")
        self._note = self.note(
            translate("Setup", "Dit medicijn slaan wij nu over. Vraag uw apotheker. U voegt het later toe.")
        )
        self.options.changed.connect(self._unfold)
        self._unfold()
        if last:
            add_button(self, self.added)

    def _unfold(self) -> None:
        self._days.setVisible(self.options.value() == "days")
        otherwise = self.options.value() == "else"
        self._note.setVisible(otherwise)
        if otherwise:
            self.desk.answers.say(self.slot, "skip", self.page.name)

    def commit(self) -> None:
        QuestionPage.commit(self)


class WaitPage(PlanPage):
    """Whether the medicine may come after the weekly tablet: only a pharmacist's yes makes it wait."""

    added = Signal()

    def __init__(self, desk: Desk, page: PageId, *, last: bool, parent: QWidget | None = None) -> None:
        title = translate("Setup", "Mag dit na de weektablet komen?")
        lead = translate("Setup", "De weektablet neemt u alleen met water. Vraag uw apotheker.")
        super().__init__(desk, page, title, lead, parent=parent)
        options = [
            ("no", translate("Setup", "Nee, of ik weet het niet"),
             translate("Setup", "Het komt dan gewoon op zijn eigen tijd.")),
            ("yes", translate("Setup", "Ja, dat zei de apotheker"),
             translate("Setup", "Het wacht dan tot het half uur voorbij is.")),
        ]  # fmt: skip
        self.bind(self.slot, "wait", Options(self.look, "setup:wait", options), "", "no", "may_wait")
        if last:
            add_button(self, self.added)


def add_button(page: QuestionPage, added: SignalInstance) -> None:
    """The way to one more medicine."""
    button = page.quiet("add", translate("Setup", "Nog een medicijn"), "plus")
    button.clicked.connect(added)


class MachinePage(QuestionPage):
    """Whether the program may start with the computer: without that no reminder comes after a restart."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, page, translate("Setup", "Mag het programma met de computer starten?"),
            translate("Setup", "Dan komen de herinneringen ook als niemand het programma opent."), parent=parent,
        )  # fmt: skip
        options = [
            ("yes", translate("Setup", "Ja, start het vanzelf"), ""),
            ("no", translate("Setup", "Nee, wij openen het zelf"),
             translate("Setup", "Het kan later nog bij Instellingen.")),
        ]  # fmt: skip
        self.bind("machine", "autostart", Options(self.look, "setup:autostart", options), "", "yes")


class DayPage(QuestionPage):
    """Getting up, evening, and the hours without a sound."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, page, translate("Setup", "Hoe ziet de dag eruit?"),
            translate("Setup", "Deze tijden gebruikt het programma voor elke dag."), parent=parent,
        )  # fmt: skip
        look, now = self.look, desk.plans.draft().day
        tiles = Tiles(look.gap("xl"), 2, even=False)
        for key, label, value in (
            ("wake", translate("Setup", "Opstaan"), now.wake),
            ("evening", translate("Setup", "Avond, voor een seintje over morgen"), now.evening),
        ):
            self._clock(tiles, key, label, clock(value), "morning_ends" if key == "wake" else "")
        self.body.addLayout(tiles)
        options = [("yes", translate("Setup", "Ja"), ""), ("no", translate("Setup", "Nee"), "")]
        self.options = Options(look, "setup:quiet", options, across=2)
        label = translate("Setup", "Wilt u stille uren, bijvoorbeeld in de nacht?")
        self.bind("day", "quiet", self.options, label, "yes" if now.quiet else "no")
        start, end = now.quiet or type(now)().quiet or (now.evening, now.wake)
        self._hours = QWidget()
        hours = Tiles(look.gap("xl"), 2, even=False)
        self._clock(hours, "quiet_from", translate("Setup", "Stil vanaf"), clock(start), "")
        self._clock(hours, "quiet_to", translate("Setup", "Stil tot"), clock(end), "")
        self._hours.setLayout(hours)
        self.body.addWidget(self._hours)
        self.options.changed.connect(self._unfold)
        self._unfold()

    def _clock(self, tiles: Tiles, key: str, label: str, value: str, other: str) -> None:
        entry = ClockEntry(self.look, label)
        entry.first.setObjectName(f"setup:{key}")
        self.bind("day", key, entry, label, value, *([other] if other else []), into=tiles)

    def _unfold(self) -> None:
        self._hours.setVisible(self.options.value() == "yes")

    def problems(self) -> list[FormFault]:
        """A fault of one of the two quiet times is told at the time that is wrong."""
        if self.options.value() == "yes":
            start, end = (self.desk.answers.get("day", key) for key in ("quiet_from", "quiet_to"))
            known = [fault for fault in self.desk.plans.check(self.desk.form()).faults if fault.slot == "day"]
            quiet = [fault for fault in known if fault.key == "quiet"]
            if quiet:
                first = start != end and quiet[0].values.get("value", "").strip('"') == start
                wrong = "quiet_from" if first else "quiet_to"
                rest = [fault for fault in known if fault.key != "quiet"]
                code = "quiet" if start == end else quiet[0].code
                return [*rest, FormFault("day", wrong, code, quiet[0].values)]
        return super().problems()
