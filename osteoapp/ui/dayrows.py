"""The rows of a day: each item with its state, its one answer at the right, and the others when it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.card import action_button
from osteoapp.ui.parts.buttons import TextButton
from osteoapp.ui.parts.cards import Card, column
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.marks import Chip, Meter
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.rows import ListRow
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look
from osteoapp.ui.views import Action, RowView


class DayRows(Card):
    """``pressed`` brings an action, ``selected`` the item of the row that was pressed (empty: closed again)."""

    pressed = Signal(object)
    selected = Signal(str)
    undone = Signal(str)

    def __init__(self, look: Look, name: str, views: Sequence[RowView], parent: QWidget | None = None) -> None:
        super().__init__(look, name=name, parent=parent)
        self.rows: dict[str, ListRow] = {}
        box = column()
        for number, view in enumerate(views):
            self.rows[view.item] = self._row(view, last=number == len(views) - 1)
            box.addWidget(self.rows[view.item])
        box.addStretch(1)
        self.setLayout(box)

    def _row(self, view: RowView, *, last: bool) -> ListRow:
        look = self.look
        row_widget = ListRow(
            look,
            view.icon,
            view.title,
            line="" if self._tells_below(view) else view.line,
            beside=view.meter.words if view.meter else "",
            under=self._under(view),
            side=self._side(view),
            name=view.said,
            selected=view.selected,
            last=last,
        )
        row_widget.setObjectName(f"row:{view.item}")
        row_widget.clicked.connect(lambda: self.selected.emit("" if view.selected else view.item))
        return row_widget

    def _tells_below(self, view: RowView) -> bool:
        """Whether chip and line stand together under the title, because something else stands at the right."""
        return view.chip is not None and (view.action is not None or bool(view.undo))

    def _under(self, view: RowView) -> QWidget | None:
        """What stands under the title: the meter, the chip of a row that has a button, the opened answers."""
        look = self.look
        parts: list[QWidget] = []
        if view.meter is not None:
            meter = view.meter
            parts.append(Meter(look, meter.value, meter.target, meter.words, per_block=meter.per_block))
        if view.chip is not None and self._tells_below(view):
            state = Flow(look.pad("s"), stretch=False)
            state.addWidget(Chip(look, view.chip.mood, view.chip.word))
            if view.line:
                state.addWidget(Text(look, view.line, "body", "soft"))
            parts.append(_holder(state))
        if view.selected:
            parts += [NoteBanner(look, note) for note in view.notes]
            if view.more or view.undo:
                lines = Flow(look.gap("m"), stretch=False)
                for action in view.more:
                    lines.addWidget(action_button(look, _quiet(action), self.pressed.emit, height="quiet_small"))
                if view.undo and view.action is not None:
                    lines.addWidget(self._undo(view))
                parts.append(_holder(lines, mouse=True))
        if not parts:
            return None
        box = column(look.pad("xs"))
        for part in parts:
            box.addWidget(part)
        return _holder(box, mouse=True)

    def _undo(self, view: RowView) -> TextButton:
        undo = TextButton(self.look, translate("Today", "Zet terug"), "arrow-counter-clockwise")
        undo.setObjectName(f"undo:{view.item}")
        undo.setAccessibleName(f"{undo.text()}: {view.title}")
        undo.clicked.connect(lambda: self.undone.emit(view.undo))
        return undo

    def _press(self, action: Action) -> None:
        """Opening a row is no answer."""
        if action.name == "open":
            self.selected.emit(action.item)
        else:
            self.pressed.emit(action)

    def _side(self, view: RowView) -> QWidget | None:
        """What stands at the right: a button, or the chip, with "Zet terug" where there is an answer."""
        look = self.look
        line = Flow(look.gap("m"), stretch=False)
        if view.chip is not None and not self._tells_below(view):
            line.addWidget(Chip(look, view.chip.mood, view.chip.word))
        if view.undo and view.action is None:
            line.addWidget(self._undo(view))
        if view.action is not None:
            quiet = _quiet(view.action)
            button = action_button(look, quiet, self._press)
            button.setAccessibleName(f"{view.title}: {quiet.said or quiet.word}".replace("\u00a0", " "))
            line.addWidget(button)
        return _holder(line, mouse=True) if line.count() else None


def _quiet(action: Action) -> Action:
    """The same action as a quiet button: only the large card has a filled one."""
    return replace(action, rank="quiet")


def _holder(layout: QVBoxLayout | Flow, *, mouse: bool = False) -> QWidget:
    widget = QWidget()
    widget.setLayout(layout)
    if not mouse:
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget
