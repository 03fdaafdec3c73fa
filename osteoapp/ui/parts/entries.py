"""Fields for a name, a number, a time or a date: typed, or changed with large buttons and the arrow keys.

A field holds what was typed as it was typed, also where it makes no sense yet: nothing that was entered is lost, and
whether it is right is not decided here. Only what is surely meant (8.15, 815, maart) is written out when it is left.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from osteoapp.i18n import LANGUAGES, month_name, translate
from osteoapp.ui.parts.buttons import step_button
from osteoapp.ui.parts.cards import column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.parts.paint import natural_width
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look

_CLOCK = re.compile(r"\s*([0-9]{1,2})\s*(?:[:.,hHu ]\s*([0-9]{2})?|([0-9]{2}))?\s*(?:uur|u|h)?\s*")
MINUTE_STEP = 15
_SHORTEST_MONTH = 3


def read_clock(text: str) -> str:
    """``8``, ``8.15``, ``815``, ``8:15 uur`` as ``08:15``; what is no time comes back as it is."""
    match = _CLOCK.fullmatch(text)
    if match is None:
        return text.strip()
    hour, minute = int(match.group(1)), int(match.group(2) or match.group(3) or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else text.strip()


def read_month(text: str) -> str:
    """``3``, ``maart``, ``mrt`` and ``March`` as ``3``; what is no month comes back as it is."""
    word = text.strip().lower().rstrip(".")
    if word.isdigit():
        return str(int(word))
    if word in ("mrt", "mei", "may"):
        return "3" if word == "mrt" else "5"
    if len(word) >= _SHORTEST_MONTH:
        for number in range(1, 13):
            if any(month_name(number, lang).lower().startswith(word) for lang in LANGUAGES):
                return str(number)
    return text.strip()


class StepLine(LineField):
    """A line whose value the arrow keys change too."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.stepped.emit(1 if event.key() == Qt.Key.Key_Up else -1)
            return
        super().keyPressEvent(event)


class Stepped(QWidget):
    """A line between a minus and a plus. Only the line takes the focus: there the arrow keys do the same."""

    changed = Signal()
    stepped = Signal(int)

    def __init__(
        self, look: Look, label: str, less: str, more: str, widest: str, *, hint: str = "", shown: bool = True,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.line = StepLine(look, label, hint)
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        # Its own frame and room at both ends, and a letter for the cursor.
        room = 2 * (look.pad("m") + look.whole("border_thick")) + look.pad("s")
        widths = (natural_width(self.line.font(), text) for text in (widest, hint))
        self.line.setFixedWidth(round(max(widths)) + room)
        self.less = step_button(look, "−", less, lambda: self.stepped.emit(-1))
        self.more = step_button(look, "+", more, lambda: self.stepped.emit(1))
        for button in (self.less, self.more):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line itself takes the keyboard
        line: QHBoxLayout = row(look.gap("xs"))
        line.addWidget(self.less)
        line.addWidget(self.line)
        line.addWidget(self.more)
        box = column(look.pad("xxs"))
        if shown:
            box.addWidget(Text(look, label, "small", "soft", weight=600))
        box.addLayout(line)
        self.setLayout(box)
        self.line.textEdited.connect(lambda _: self.changed.emit())
        self.line.stepped.connect(self.stepped)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class NumberEntry(QWidget):
    """A whole number with its unit."""

    changed = Signal()

    def __init__(self, look: Look, label: str, unit: str, step: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = step
        less, more = translate("Picker", "Minder"), translate("Picker", "Meer")
        self.part = Stepped(look, label, less, more, "000", shown=False)
        self.part.stepped.connect(self._by)
        self.part.changed.connect(self.changed)
        box = Flow(look.gap("s"), stretch=False)
        box.addWidget(self.part)
        words = Text(look, unit, weight=600)
        words.setMinimumHeight(look.height("quiet"))
        words.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        box.addWidget(words)
        self.setLayout(box)
        self.first = self.part.line

    def value(self) -> str:
        return self.part.line.text().strip()

    def set_value(self, value: str) -> None:
        self.part.line.setText(value)

    def _by(self, by: int) -> None:
        now = int(self.value()) if self.value().isdigit() else 0
        self.set_value(str(max(now + by * self._step, self._step)))
        self.changed.emit()


class ClockEntry(QWidget):
    """A time of the day."""

    changed = Signal()

    def __init__(self, look: Look, label: str, *, shown: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        earlier, later = translate("Picker", "Een kwartier eerder"), translate("Picker", "Een kwartier later")
        self.part = Stepped(look, label, earlier, later, "00:00 u", shown=shown)
        self.part.stepped.connect(self._by)
        self.part.changed.connect(self.changed)
        self.part.line.editingFinished.connect(lambda: self.part.line.setText(self.value()))
        box = column()
        box.addWidget(self.part)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.first = self.part.line

    def value(self) -> str:
        return read_clock(self.part.line.text())

    def set_value(self, value: str) -> None:
        self.part.line.setText(value)

    def _by(self, by: int) -> None:
        hour, _, minute = self.value().partition(":")
        if not (hour.isdigit() and minute.isdigit()):
            hour, minute = "8", "0"
            by = 0
        minutes = int(hour) * 60 + int(minute)
        # To the next whole quarter, over midnight where it must be.
        odd = minutes % MINUTE_STEP
        minutes += by * MINUTE_STEP - (odd if by > 0 else odd - MINUTE_STEP if odd and by < 0 else 0)
        self.set_value("{:02}:{:02}".format(*divmod(minutes % (24 * 60), 60)))
        self.changed.emit()


class DateEntry(QWidget):
    """Day, month and year, or month and year: each typed or changed with its buttons; empty until something is said."""

    changed = Signal()

    def __init__(
        self, look: Look, lang: str, today: date, *, days: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lang, self._today = lang, today
        widest = max((month_name(month, lang) for month in range(1, 13)), key=len)
        flow = Flow(look.gap("l"), stretch=False)
        self.day: Stepped | None = None
        if days:
            less, more = translate("Picker", "Een dag eerder"), translate("Picker", "Een dag later")
            self.day = self._part(look, flow, translate("Picker", "dag"), less, more, "00")
        self.month = self._part(
            look, flow, translate("Picker", "maand"), translate("Picker", "Een maand eerder"),
            translate("Picker", "Een maand later"), widest,
        )  # fmt: skip
        self.year = self._part(
            look, flow, translate("Picker", "jaar"), translate("Picker", "Een jaar eerder"),
            translate("Picker", "Een jaar later"), "0000",
        )  # fmt: skip
        if self.day is not None:
            self.day.stepped.connect(self._by_day)
        self.month.stepped.connect(self._by_month)
        self.year.stepped.connect(self._by_year)
        self.month.line.editingFinished.connect(self._write_month)
        self.setLayout(flow)
        self.first = self.day.line if self.day is not None else self.month.line

    def _part(self, look: Look, flow: Flow, label: str, less: str, more: str, widest: str) -> Stepped:
        part = Stepped(look, label, less, more, widest)
        part.changed.connect(self.changed)
        flow.addWidget(part)
        return part

    def value(self) -> str:
        """``year-month-day`` or ``year-month`` as typed; "" where nothing is."""
        parts = [self.year.line.text().strip(), read_month(self.month.line.text())]
        if self.day is not None:
            parts.append(self.day.line.text().strip())
        return "-".join(part.replace("-", "") for part in parts) if any(parts) else ""

    def set_value(self, value: str) -> None:
        parts = [*value.split("-"), "", "", ""][:3]
        self.year.line.setText(parts[0])
        self.month.line.setText(parts[1])
        if self.day is not None:
            self.day.line.setText(parts[2])
        self._write_month()

    def _write_month(self) -> None:
        number = read_month(self.month.line.text())
        if number.isdigit() and 1 <= int(number) <= 12:
            self.month.line.setText(month_name(int(number), self._lang))

    def _number(self, part: Stepped | None, text: str, low: int, high: int) -> int | None:
        if part is None or not text.isdigit() or not low <= int(text) <= high:
            return None
        return int(text)

    def _parts(self) -> tuple[int | None, int | None, int | None]:
        day = self.day.line.text().strip() if self.day is not None else ""
        return (
            self._number(self.year, self.year.line.text().strip(), 1900, 2199),
            self._number(self.month, read_month(self.month.line.text()), 1, 12),
            self._number(self.day, day, 1, 31),
        )

    def _put(self, year: int | None, month: int | None, day: int | None) -> None:
        if day is not None and month is not None:
            # 31 and "a month on" is that month's last day; of an unknown year February has 29.
            day = min(day, monthrange(year or 2024, month)[1])
        for part, number in ((self.year, year), (self.day, day)):
            if part is not None and number is not None:
                part.line.setText(str(number))
        if month is not None:
            self.month.line.setText(month_name(month, self._lang))
        self.changed.emit()

    def _by_day(self, by: int) -> None:
        year, month, day = self._parts()
        if day is None:
            self._put(year, month, self._today.day)
            return
        length = monthrange(year or 2024, month)[1] if month is not None else 31
        self._put(year, month, (day - 1 + by) % length + 1)

    def _by_month(self, by: int) -> None:
        year, month, day = self._parts()
        if month is None:
            self._put(year, self._today.month, day)
            return
        over, index = divmod(month - 1 + by, 12)
        self._put(None if year is None else year + over, index + 1, day)

    def _by_year(self, by: int) -> None:
        year, month, day = self._parts()
        self._put(self._today.year if year is None else min(max(year + by, 1900), 2199), month, day)
