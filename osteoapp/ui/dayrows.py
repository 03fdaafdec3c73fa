"""The rows of a day: each item with its state, its answer at the right, and the others when it is opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QPushButton, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.card import action_button, running_text
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import Button, TextButton
from osteoapp.ui.parts.cards import Card, IconMark, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.marks import MOOD_ICONS, Chip, Meter
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.rows import ListRow
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look
from osteoapp.ui.views import Action, ChipView, RowView


class DayRows(Card):
    """``pressed`` brings an action, ``selected`` the item of the row that was pressed (empty: closed again).

    ``width`` is the room there will be: a row whose buttons do not fit beside its words says them shorter, or puts its
    chip under the title.
    """

    pressed = Signal(object)
    selected = Signal(str)
    undone = Signal(str)

    def __init__(
        self, look: Look, name: str, views: Sequence[RowView], width: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name=name, parent=parent)
        self.rows: dict[str, ListRow] = {}
        self._room = None if width is None else width - ListRow.used(look)
        box = column()
        for number, view in enumerate(views):
            last = number == len(views) - 1
            made = self._row(view, last=last)
            if width is not None and not made.beside(width):
                other = self._row(view, last=last, short=view.extra is not None, stacked=view.extra is None)
                made = other if other.beside(width) else made
            self.rows[view.item] = made
            box.addWidget(made)
        self.setLayout(box)

    def _row(self, view: RowView, *, last: bool, short: bool = False, stacked: bool = False) -> ListRow:
        """A row; ``short`` has short words on its buttons, ``stacked`` its chip under the title."""
        look = self.look
        made = ListRow(
            look,
            view.icon,
            view.title,
            line="" if _state_under(view) else view.line,
            beside=None if stacked else self._beside(view),
            under=self._under(view, self._beside(view) if stacked else None),
            side=self._side(view, short=short),
            below=self._below(view),
            name=view.said,
            selected=view.selected,
            last=last,
        )
        made.setObjectName(f"row:{view.item}")
        made.clicked.connect(lambda: self.selected.emit("" if view.selected else view.item))
        return made

    def _beside(self, view: RowView) -> QWidget | None:
        """What stands beside the title: the words of the meter, or the chip of a row that has a button."""
        if view.meter is not None:
            return Text(self.look, view.meter.words)
        if view.chip is not None and not view.closed and view.action is not None:
            return self._chip(view.chip)
        return None

    def _chip(self, view: ChipView) -> QWidget:
        """The state as a chip, or as an icon with words that wrap where a chip would be too wide."""
        chip = Chip(self.look, view.mood, view.word)
        if self._room is None or chip.sizeHint().width() <= self._room:
            return chip
        return _state(self.look, MOOD_ICONS[view.mood], Text(self.look, view.word, "body", "soft"))

    def _under(self, view: RowView, first: QWidget | None) -> QWidget | None:
        """What stands under the title: the meter, how it ended."""
        look = self.look
        parts: list[QWidget] = [] if first is None else [first]
        if view.meter is not None:
            meter = view.meter
            parts.append(Meter(look, meter.value, meter.target, meter.words, per_block=meter.per_block))
        if _state_under(view) and view.chip is not None:
            icon = MOOD_ICONS[view.chip.mood]
            parts.append(_state(look, icon, Text(look, view.line or view.chip.word, "body", "soft")))
        if not parts:
            return None
        box = column(look.pad("xs"))
        for part in parts:
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if isinstance(part, Chip) else Qt.AlignmentFlag(0))
        return _holder(box)

    def _below(self, view: RowView) -> QWidget | None:
        """How long the stopwatch runs; of an opened row, what has to be known, and the other answers."""
        look = self.look
        box = column(look.gap("m"))
        if view.running:
            box.addWidget(running_text(look, view.running))
        lines = Flow(look.gap("m"), stretch=False)
        if view.selected:
            for note in view.notes:
                box.addWidget(NoteBanner(look, note))
            for action in view.more:
                lines.addWidget(action_button(look, _quiet(action), self.pressed.emit, height="quiet_small"))
            if view.undo and view.action is not None:
                lines.addWidget(self._undo(view))
        if lines.count():
            box.addWidget(_holder(lines, mouse=True))
        return _holder(box, mouse=True) if box.count() else None

    def _undo(self, view: RowView) -> TextButton:
        undo = TextButton(self.look, translate("Today", "Zet terug"), "arrow-counter-clockwise")
        undo.setObjectName(f"undo:{view.item}")
        undo.setAccessibleName(f"{undo.text()}: {view.title}".replace("\u00a0", " "))
        undo.clicked.connect(lambda: self.undone.emit(view.undo))
        return undo

    def _press(self, action: Action) -> None:
        """Opening a row is no answer."""
        if action.name == "open":
            self.selected.emit(action.item)
        else:
            self.pressed.emit(action)

    def _side(self, view: RowView, *, short: bool) -> QWidget | None:
        """What stands at the right: a button or two, or the chip, with "Zet terug" where there is an answer."""
        look = self.look
        line = Flow(look.gap("m"), stretch=False)
        if view.chip is not None and not view.closed and view.action is None:
            line.addWidget(self._chip(view.chip))
        if view.undo and view.action is None:
            line.addWidget(self._undo(view))
        for action in (view.action, view.extra):
            if action is not None:
                line.addWidget(self._button(view, action, short=short))
        return _holder(line, mouse=True) if line.count() else None

    def _button(self, view: RowView, action: Action, *, short: bool) -> QPushButton:
        quiet = _quiet(action)
        said = quiet.said or quiet.word
        button = action_button(
            self.look, replace(quiet, word=quiet.short or quiet.word) if short else quiet, self._press
        )
        if isinstance(button, Button) and view.extra is not None:
            button.side_space = "s" if short else "m"
        button.setAccessibleName(f"{view.title}: {said}".replace("\u00a0", " "))
        return button


def _state_under(view: RowView) -> bool:
    """Whether the row says under its title, with an icon, how it ended."""
    return view.closed and view.meter is None


def _state(look: Look, icon: Icon, words: Text) -> QWidget:
    """An icon and words on one line: the quiet form of a chip."""
    line = row(look.pad("xs"))
    line.addWidget(IconMark(look, icon, "accent", "bold"), 0, Qt.AlignmentFlag.AlignVCenter)
    line.addWidget(words, 1)
    return _holder(line)


def _quiet(action: Action) -> Action:
    """The same action as a quiet button: only the large card has a filled one."""
    return replace(action, rank="quiet")


def _holder(layout: QLayout, *, mouse: bool = False) -> QWidget:
    widget = QWidget()
    widget.setLayout(layout)
    if not mouse:
        widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return widget
