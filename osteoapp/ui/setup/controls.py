"""Controls of a form that are made of several parts: one of several answers, some days, a list of times."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QLayout, QWidget

from osteoapp.i18n import translate, weekday_name
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import clear, column, row
from osteoapp.ui.parts.entries import ClockEntry
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.picks import DayPick, OptionPick, OptionRow
from osteoapp.ui.parts.tiles import Tiles
from osteoapp.ui.theme import Look

Option = tuple[str, str, str]
"""Name, answer, and a line under it or ""."""


class AnswerButtons(QWidget):
    """The buttons of some answers by their names, in the order in which they stand."""

    changed = Signal()

    def __init__(
        self, name: str, options: Sequence[Option], make: Callable[[str, str], QAbstractButton], box: QLayout,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.buttons: dict[str, QAbstractButton] = {}
        for key, answer, line in options:
            button = make(answer, line)
            button.setObjectName(f"{name}:{key}")
            button.clicked.connect(self.changed)
            self.buttons[key] = button
            box.addWidget(button)
        self.setLayout(box)
        self.first: QWidget = next(iter(self.buttons.values()))

    def value(self) -> str:
        return " ".join(key for key, button in self.buttons.items() if button.isChecked())


class Options(AnswerButtons):
    """One of several answers, under each other; with ``across`` beside each other."""

    def __init__(
        self, look: Look, name: str, options: Sequence[Option], *, across: int = 0, parent: QWidget | None = None
    ) -> None:
        def make(answer: str, line: str) -> QAbstractButton:
            return OptionPick(look, answer) if across else OptionRow(look, answer, line)

        box: QLayout = Tiles(look.gap("m"), across, whole=True) if across else column(look.gap("m"))
        super().__init__(name, options, make, box, parent)

    def set_value(self, value: str) -> None:
        for key, button in self.buttons.items():
            button.setAutoExclusive(False)
            button.setChecked(key == value)
            button.setAutoExclusive(True)
        self.first = self.buttons.get(value) or next(iter(self.buttons.values()))


def weekday_options(lang: str) -> list[Option]:
    """The seven days, Monday first."""
    return [(str(day), weekday_name(day, lang), "") for day in range(7)]


class Picks(AnswerButtons):
    """Any number of answers; the value is their names, in the order in which they stand."""

    def __init__(
        self, look: Look, name: str, options: Sequence[Option], across: int, parent: QWidget | None = None
    ) -> None:
        box = Tiles(look.gap("m"), across, whole=True)
        super().__init__(name, options, lambda answer, _: DayPick(look, answer), box, parent)

    def set_value(self, value: str) -> None:
        chosen = value.split()
        for key, button in self.buttons.items():
            button.setChecked(key in chosen)


class Days(Picks):
    """Any number of weekdays; the value is their numbers, Monday 0."""

    def __init__(self, look: Look, name: str, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name, weekday_options(lang), 4, parent)


class Times(QWidget):
    """One or more times of the day, with a way to add one and to take one out; the value has ``|`` between them."""

    changed = Signal()

    def __init__(self, look: Look, name: str, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._name, self._label = look, name, label
        self.entries: list[ClockEntry] = []
        self._flow = Flow(look.gap("l"), stretch=False)
        box = column(look.gap("m"))
        box.addLayout(self._flow)
        self.add = QuietButton(look, translate("Setup", "Nog een tijd"), "plus", height="quiet_small")
        self.add.setObjectName(f"{name}:add")
        self.add.clicked.connect(self._add_one)
        line = row()
        line.addWidget(self.add)
        line.addStretch(1)
        box.addLayout(line)
        self.setLayout(box)

    @property
    def first(self) -> QWidget:
        return self.entries[0].first if self.entries else self.add

    def value(self) -> str:
        return "|".join(text for entry in self.entries if (text := entry.value().replace("|", "")))

    def set_value(self, value: str) -> None:
        clear(self._flow)
        self.entries = []
        for text in value.split("|"):
            self._entry(text)

    def _entry(self, text: str) -> ClockEntry:
        look, number = self._look, len(self.entries) + 1
        label = f"{self._label} {number}" if number > 1 else self._label
        entry = ClockEntry(look, label)
        entry.set_value(text)
        entry.first.setObjectName(f"{self._name}:{number}")
        entry.changed.connect(self.changed)
        holder = QWidget()
        line = row(look.gap("xs"))
        line.addWidget(entry)
        if number > 1:
            out = QuietButton(look, "×", height="quiet")
            out.side_space = "s"
            out.setFixedSize(look.height("quiet"), look.height("quiet"))
            out.setAccessibleName(translate("Setup", "Haal deze tijd weg"))
            out.setObjectName(f"{self._name}:out-{number}")
            out.clicked.connect(lambda: self._take_out(entry))
            line.addWidget(out)
        holder.setLayout(line)
        self._flow.addWidget(holder)
        self.entries.append(entry)
        return entry

    def _add_one(self) -> None:
        self._entry("").first.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()

    def _take_out(self, entry: ClockEntry) -> None:
        left = [other.value() for other in self.entries if other is not entry]
        self.set_value("|".join(left))
        self.first.setFocus(Qt.FocusReason.TabFocusReason)
        self.changed.emit()
