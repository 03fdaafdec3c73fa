"""Ways to choose a time or a date without typing, and a line for words of one's own."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from osteoapp.i18n import month_name, translate
from osteoapp.ui.parts.buttons import step_button
from osteoapp.ui.parts.cards import column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look

_MINUTE_STEP = 5


class Stepper(QWidget):
    """A value between two buttons. The arrow keys work too; ``less`` and ``more`` are what a screen reader says."""

    stepped = Signal(int)

    def __init__(
        self, look: Look, label: str, less: str, more: str, widest: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._label = label
        self.value = Text(look, widest, "section", align=Qt.AlignmentFlag.AlignHCenter, unbroken=True)
        self.value.setMinimumWidth(self.value.sizeHint().width() + look.pad("s"))
        self.less = step_button(look, "−", less, lambda: self.stepped.emit(-1))
        self.more = step_button(look, "+", more, lambda: self.stepped.emit(1))
        line = row(look.gap("xs"))
        line.addWidget(self.less)
        line.addWidget(self.value, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self.more)
        box = column(look.pad("xxs"))
        box.addWidget(Text(look, label, "small", "soft", weight=600, align=Qt.AlignmentFlag.AlignHCenter))
        box.addLayout(line)
        self.setLayout(box)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_value(self, text: str) -> None:
        self.value.say(text)
        self.setAccessibleName(f"{self._label}: {text}")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Up:
            self.stepped.emit(1)
        elif event.key() == Qt.Key.Key_Down:
            self.stepped.emit(-1)
        else:
            super().keyPressEvent(event)


class TimePicker(QWidget):
    """Hours and minutes, in steps of five minutes."""

    changed = Signal()

    def __init__(self, look: Look, start: time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes = start.hour * 60 + start.minute
        self.hours = Stepper(
            look, translate("Picker", "uur"), translate("Picker", "Een uur eerder"),
            translate("Picker", "Een uur later"), "00",
        )  # fmt: skip
        self.minutes = Stepper(
            look, translate("Picker", "minuten"), translate("Picker", "5 minuten eerder"),
            translate("Picker", "5 minuten later"), "00",
        )  # fmt: skip
        self.hours.stepped.connect(lambda by: self._step(by * 60))
        self.minutes.stepped.connect(self._step_minutes)
        flow = Flow(look.gap("xl"), stretch=False)
        flow.addWidget(self.hours)
        flow.addWidget(self.minutes)
        self.setLayout(flow)
        self._show()

    @property
    def value(self) -> time:
        return time(*divmod(self._minutes, 60))

    def _step_minutes(self, by: int) -> None:
        """To the next whole five minutes."""
        odd = self._minutes % _MINUTE_STEP
        self._step(by * _MINUTE_STEP - (odd if by > 0 else odd - _MINUTE_STEP if odd else 0))

    def _step(self, minutes: int) -> None:
        self._minutes = (self._minutes + minutes) % (24 * 60)
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.hours.show_value(f"{self._minutes // 60:02}")
        self.minutes.show_value(f"{self._minutes % 60:02}")


class DatePicker(QWidget):
    """Day, month and year; a day that a month does not have becomes its last."""

    changed = Signal()

    def __init__(self, look: Look, start: date, lang: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.value = start
        self._lang = lang
        widest = max((month_name(month, lang) for month in range(1, 13)), key=len)
        parts: tuple[tuple[str, str, str, str, Callable[[int], date]], ...] = (
            (translate("Picker", "dag"), translate("Picker", "Een dag eerder"),
             translate("Picker", "Een dag later"), "00", self._day),
            (translate("Picker", "maand"), translate("Picker", "Een maand eerder"),
             translate("Picker", "Een maand later"), widest, self._month),
            (translate("Picker", "jaar"), translate("Picker", "Een jaar eerder"),
             translate("Picker", "Een jaar later"), "2026", self._year),
        )  # fmt: skip
        flow = Flow(look.gap("xl"), stretch=False)
        self.steppers: list[Stepper] = []
        for label, less, more, wide, step in parts:
            stepper = Stepper(look, label, less, more, wide)
            stepper.stepped.connect(lambda by, step=step: self._set(step(by)))
            flow.addWidget(stepper)
            self.steppers.append(stepper)
        self.setLayout(flow)
        self._show()

    def set_value(self, value: date) -> None:
        self._set(value)

    def _day(self, by: int) -> date:
        return date.fromordinal(self.value.toordinal() + by)

    def _month(self, by: int) -> date:
        year, month = divmod(self.value.year * 12 + self.value.month - 1 + by, 12)
        return date(year, month + 1, min(self.value.day, monthrange(year, month + 1)[1]))

    def _year(self, by: int) -> date:
        return self._month(12 * by)

    def _set(self, value: date) -> None:
        self.value = value
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        texts = str(self.value.day), month_name(self.value.month, self._lang), str(self.value.year)
        for stepper, text in zip(self.steppers, texts, strict=True):
            stepper.show_value(text)


class LineField(QLineEdit):
    """One line for words of one's own. ``name`` is what a screen reader says; ``hint`` stands in it while empty."""

    def __init__(self, look: Look, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFont(look.font("body"))
        self.setPlaceholderText(hint)
        self.setAccessibleName(name)
        self.setMinimumHeight(look.height("quiet"))
        side = look.pad("m")
        self.setStyleSheet(
            f"QLineEdit {{ background: {look.hex('card')}; color: {look.hex('ink')};"
            f" border: {look.whole('border')}px solid {look.hex('line')};"
            f" border-radius: {round(look.radius('control'))}px; padding: 0 {side}px;"
            f" placeholder-text-color: {look.hex('soft')};"
            f" selection-background-color: {look.hex('accent')}; selection-color: {look.hex('on_accent')}; }}"
            f"QLineEdit:focus {{ border: {look.whole('border_thick')}px solid {look.hex('focus')}; }}"
        )
