"""A row of the day's list, and the choices of a question."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QSizePolicy, QVBoxLayout, QWidget

from osteoapp.ui.icons import Icon, paint_icon
from osteoapp.ui.parts.cards import IconMark, Round, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.paint import Ringed, box_of, edge_of, fill_round, natural_width, paint_ring, painter_on
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Color, Look


class Pressable(Ringed, QAbstractButton):
    """A whole surface that is one button; what lies in it is laid out, not painted.

    With ``chosen_goes_on`` Enter on one that is chosen is not for it: the page goes on.
    """

    chosen_goes_on = False

    def __init__(self, look: Look, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.setAccessibleName(name.replace("\u00a0", " ").replace("**", ""))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and self.chosen_goes_on and self.isChecked():
            event.ignore()
        elif enter and self.isEnabled() and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def heightForWidth(self, width: int) -> int:
        layout = self.layout()
        wanted = layout.totalHeightForWidth(width) if layout is not None else 0
        return max(self.minimumHeight(), wanted)

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return layout.sizeHint() if layout is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        layout = self.layout()
        return QSize(layout.minimumSize().width(), 0) if layout is not None else QSize()


class Surface(Pressable):
    """A bare surface that is a button: it shows that only when the pointer or the focus is on it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        corner = look.radius("control")
        painter, box = self.begin(look, corner)
        if self.underMouse() or self.isDown():
            if look.contrast:
                fill_round(painter, box, corner, None, look.color("accent"), look.length("border_thick"))
            else:
                fill_round(painter, box, corner, look.color("tint_2" if self.isDown() else "tint"))


class ListRow(Pressable):
    """One item of the day: icon, title, a line or a meter, and one thing at the right.

    Pressing the row selects it: the leaflet follows. What stands at the right is a chip, or a button of its own; what
    stands ``beside`` the title is a chip or the words of a meter, and goes under it where there is no room. What is
    ``below`` belongs to an opened row.
    """

    def __init__(
        self,
        look: Look,
        icon: Icon,
        title: str,
        *,
        line: str = "",
        beside: QWidget | None = None,
        under: QWidget | None = None,
        side: QWidget | None = None,
        below: QWidget | None = None,
        name: str = "",
        selected: bool = False,
        last: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, name or f"{title}. {line}", parent)
        self._selected, self._last = selected, last
        pad = look.pad("s")
        box = row(look.pad("m"), (look.pad("l"), pad, look.pad("l"), pad))
        box.addWidget(Round(look, icon), 0, Qt.AlignmentFlag.AlignTop)
        words = QWidget()
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inner = column(look.pad("xxs"))
        head = Text(look, title, "body", weight=700)
        if beside is not None:
            flow = Flow(look.pad("s"), look.pad("xxs"), stretch=False)
            flow.addWidget(head)
            flow.addWidget(beside)
            inner.addLayout(flow)
        else:
            inner.addWidget(head)
        if line:
            inner.addWidget(Text(look, line, "body", "soft"))
        if under is not None:
            inner.addWidget(under)
        words.setLayout(inner)
        self._pair = Pair(look.pad("m"), look.pad("xs"))
        self._pair.addWidget(words)
        if side is not None:
            self._pair.addWidget(side)
        whole = column(look.gap("m"))
        whole.addLayout(self._pair)
        if below is not None:
            whole.addWidget(below)
        box.addLayout(whole, 1)
        self.setLayout(box)
        self.setMinimumHeight(look.height("row"))

    def beside(self, width: int) -> bool:
        """Whether in a row of this width what stands at the right has room there."""
        return self._pair.beside(width - self.used(self.look))

    @staticmethod
    def used(look: Look) -> int:
        """What icon and margins take of a row's width."""
        return 2 * look.pad("l") + look.whole("round_s") + look.pad("m")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        look, box = self.look, box_of(self)
        pad = look.pad("xxs")
        ground = box.adjusted(pad, pad, -pad, -pad - 1)
        corner = look.radius("note")
        if self.shows_ring:
            ground = paint_ring(painter, look, ground, corner)
        if look.contrast:
            if self._selected or self.underMouse():
                width = look.length("border_thick" if self._selected else "border")
                fill_round(painter, ground, corner, None, look.color("accent"), width)
        elif self._selected or self.underMouse() or self.isDown():
            token: Color = "tint_2" if self.isDown() else "sunk" if self._selected else "tint"
            fill_round(painter, ground, corner, look.color(token))
        if self._selected:
            bar = QRectF(ground.left(), ground.top() + corner * 0.7, look.length("bar") * 0.6, 0)
            bar.setHeight(ground.height() - corner * 1.4)
            fill_round(painter, bar, bar.width() / 2, look.color("accent"))
        if not self._last:
            color, width = edge_of(look)
            painter.fillRect(QRectF(box.left(), box.bottom() - width, box.width(), width), color)


class Entry(Pressable):
    """A line of a list of contents; the chosen one has a tint and a bar."""

    def __init__(self, look: Look, word: str, *, chosen: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(look, word, parent)
        self.setText(word)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setChecked(chosen)
        pad = look.pad("xs")
        box = row(0, (look.pad("l"), pad, look.pad("xs"), pad))
        box.addWidget(Text(look, word, color="accent" if chosen else "ink", weight=700 if chosen else 500))
        self.setLayout(box)
        self.setMinimumHeight(look.height("text_button"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        corner = look.radius("control")
        painter, box = self.begin(look, corner)
        chosen = self.isChecked()
        if look.contrast:
            if chosen or self.underMouse():
                width = look.length("border_thick" if chosen else "border")
                fill_round(painter, box, corner, None, look.color("accent"), width)
        elif chosen or self.underMouse() or self.isDown():
            fill_round(painter, box, corner, look.color("tint_2" if self.isDown() else "tint"))
        if chosen:
            bar = QRectF(box.left(), box.top() + corner * 0.7, look.length("bar") * 0.75, box.height() - corner * 1.4)
            fill_round(painter, bar, bar.width() / 2, look.color("accent"))


class Choice(Pressable):
    """One answer to a question: icon, answer, and what the program will do. The whole card is the target.

    ``big`` puts the icon above the words. All answers look the same: none is "right".
    """

    def __init__(
        self,
        look: Look,
        icon: Icon | None,
        answer: str,
        example: str = "",
        *,
        big: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, f"{answer}. {example}" if example else answer, parent)
        self.setText(answer)
        self._extras: list[QWidget] = []
        layout: QLayout = self._above(look, icon, answer, example) if big else self._beside(look, icon, answer, example)
        self._big = big
        self._full = look.height("choice_big" if big else "choice" if example else "main")
        self.setLayout(layout)
        self.setMinimumHeight(self._full)

    def fold(self, *, low: bool) -> None:
        """Where there is little room only the answer itself is shown."""
        for part in self._extras:
            part.setVisible(not low)
        layout = self.layout()
        if layout is not None and not self._big:
            side, pad = self.look.pad("l"), self.look.pad("xs" if low else "s")
            layout.setContentsMargins(side, pad, side, pad)
        self.setMinimumHeight(self.look.height("quiet_low") if low else self._full)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.look.whole("choice_width"), hint.height()) if self._big else hint

    def _above(self, look: Look, icon: Icon | None, answer: str, example: str) -> QVBoxLayout:
        center = Qt.AlignmentFlag.AlignHCenter
        pad = look.pad("l")
        box = column(look.pad("s"), (pad, pad, pad, pad))
        box.addStretch(2)
        if icon:
            box.addWidget(Round(look, icon, "round_l"), 0, center)
        box.addWidget(Text(look, answer, "greeting", "accent", align=center))
        # The example takes what is left, so that two cards beside each other have their answers on one line.
        below = Text(look, example, "body", align=center)
        below.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(below, 3)
        return box

    def _beside(self, look: Look, icon: Icon | None, answer: str, example: str) -> QLayout:
        pad = look.pad("s")
        box = row(look.pad("m"), (look.pad("l"), pad, look.pad("l"), pad))
        if icon:
            self._extras.append(Round(look, icon))
            box.addWidget(self._extras[-1])
        words = column(look.pad("xxs"))
        words.addStretch(1)
        words.addWidget(Text(look, answer, "lead" if example else "body", "accent", weight=700))
        if example:
            self._extras.append(Text(look, example, "body"))
            words.addWidget(self._extras[-1])
        words.addStretch(1)
        box.addLayout(words, 1)
        box.addWidget(IconMark(look, "caret-right", "accent", "bold"))
        return box

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        corner = look.radius("note")
        painter, box = self.begin(look, corner)
        fill: Color = "card"
        if not self.isEnabled():
            fill = "disabled_bg"
        elif not look.contrast:
            fill = "tint_2" if self.isDown() else "tint" if self.underMouse() else "card"
        heavy = look.contrast and (self.underMouse() or self.isDown())
        width = look.length("border_heavy" if heavy else "border")
        edge: Color = "accent" if self.isEnabled() else "line"
        fill_round(painter, box, corner, look.color(fill), look.color(edge), width)


def paint_choice(button: Pressable, painter: QPainter, box: QRectF, corner: float, *, filled: bool = False) -> None:
    """The ground of what can be chosen. Chosen: tint and a thick edge, or ``filled``; under the pointer: tint."""
    look, chosen, near = button.look, button.isChecked(), button.underMouse()
    fill: Color = "tint" if (chosen or near) and not look.contrast else "card"
    if chosen and filled:
        fill = "accent"
    thick = chosen or (near and look.contrast)
    width = look.length("border_heavy" if chosen and look.contrast else "border_thick" if thick else "border")
    fill_round(painter, box, corner, look.color(fill), look.color("accent" if thick else "line"), width)


class Pick(Pressable):
    """One of several of which one is chosen: a day, a time, a text size. Chosen = tint, thick edge and a tick."""

    def __init__(
        self, look: Look, word: str, *, chosen: bool = False, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(look, name or word, parent)
        self.setText(word)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setChecked(chosen)
        self._face = Text(look, word, "body", weight=600, align=Qt.AlignmentFlag.AlignHCenter)
        side = look.pad("m")
        tick = look.whole("icon_text")
        box = row(0, (side + tick, look.pad("s"), side + tick, look.pad("s")))
        box.addWidget(self._face, 1)
        self.setLayout(box)
        self.setMinimumHeight(look.height("quiet"))
        self.toggled.connect(self._dress)
        self._dress(chosen)

    def _dress(self, chosen: bool) -> None:
        self._face.wear(self._ink if chosen else "ink")

    @property
    def _ink(self) -> Color:
        """The colour of word and tick of one that is chosen."""
        return "on_accent" if self.look.contrast else "accent"

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        corner = look.radius("control")
        painter, box = self.begin(look, corner)
        paint_choice(self, painter, box, corner, filled=look.contrast)
        if self.isChecked():
            side = look.length("icon_text")
            word = min(natural_width(self._face.font(), self.text()), self._face.width())
            left = self._face.geometry().center().x() - word / 2 - look.pad("xs") - side
            mark = QRectF(max(left, box.left() + look.pad("xs")), box.center().y() - side / 2, side, side)
            paint_icon(painter, mark, look, "check-circle", self._ink, "fill")
