"""The pages of the guided intake as widgets: what scrolls, what stays at the foot, and what stands beside."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.dayrows import DayRows
from osteoapp.ui.drawings import Drawing
from osteoapp.ui.icons import Icon
from osteoapp.ui.intakeview import IntakeView, Side, Step
from osteoapp.ui.parts.buttons import MainButton, QuietButton, TextButton
from osteoapp.ui.parts.cards import Card, IconMark, Page, column, row
from osteoapp.ui.parts.even import Even
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.leaflet import LeafletPane
from osteoapp.ui.parts.marks import Ring, StepMark
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.rows import Choice
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look, Type
from osteoapp.ui.views import RowView

Press = Callable[[str], None]
# The share of its full size that the ring needs at least, where there is room and where there is little.
_RING: Final = 0.7
_RING_LOW: Final = 0.42


@dataclass(frozen=True, slots=True)
class Room:
    """What there is to stand in: ``beside`` a pane of ``pane`` pixels, the height of the window, the width of a card.

    ``low`` makes the page say less at a time: 0 all, 1 less, 2 the least.
    """

    beside: bool
    pane: int
    height: int
    width: int
    low: int = 0


@dataclass
class Built:
    """A step as widgets. ``update`` changes the minutes without building anew and tells whether that sufficed."""

    page: Page
    core: QVBoxLayout
    foot: QWidget
    view: IntakeView
    sides: tuple[Card, ...] = ()
    rows: DayRows | None = None
    ring: Ring | None = None
    words: Text | None = None

    def height(self, width: int) -> int:
        """The height that page and foot need at a width, without what may stay below the edge."""
        margins = self.page.contentsMargins()
        layout = self.page.layout()
        if layout is not None:
            margins = layout.contentsMargins()
        inner = width - margins.left() - margins.right()
        return margins.top() + margins.bottom() + self.core.heightForWidth(inner) + self.foot.heightForWidth(inner)

    def update(self, view: IntakeView) -> bool:
        if view.step is not Step.UPRIGHT or self.ring is None:
            return False
        if (view.end, view.due, view.sides, view.undo) != (
            self.view.end, self.view.due, self.view.sides, self.view.undo,
        ):  # fmt: skip
            return False
        _show_time(self.ring, self.words, view)
        self.view = view
        return True


class _Maker:
    """Builds one step at one size."""

    def __init__(self, look: Look, view: IntakeView, room: Room, press: Press) -> None:
        self.look, self.view, self.room, self.press = look, view, room, press
        self.low, self.least = room.low > 0, room.low > 1
        self.page = Page(look)
        top = look.gap("s" if self.low else "xl")
        gap = look.gap("s" if self.low else "m")
        whole = column(gap, (look.gap("xxl"), top, look.gap("s"), look.gap("xs")))
        self.box, self.under = column(gap), column(gap)
        whole.addLayout(self.box, 1)
        whole.addLayout(self.under)
        self.page.setLayout(whole)

    def title(self) -> None:
        token: Type = "least" if self.least else "page" if self.low else "question"
        self.box.addWidget(Text(self.look, self.view.title, token))
        beside = self.low and self.room.beside and self.view.step is Step.UPRIGHT
        if not self.least and not beside:
            self.box.addWidget(Text(self.look, self.view.lead, "lead", "soft"))

    def button(
        self, kind: type[MainButton | QuietButton], word: str, icon: Icon, name: str
    ) -> MainButton | QuietButton:
        tall = kind is MainButton and not self.low
        found = kind(self.look, word, icon, height="main_tall" if tall else "main" if kind is MainButton else "quiet")
        if self.low:
            found = kind(self.look, word, icon, height="quiet_low" if self.least else "quiet")
        found.setObjectName(f"intake:{name}")
        found.clicked.connect(lambda: self.press(name))
        return found

    def text_button(self, word: str, name: str, icon: Icon | None = None) -> TextButton:
        found = TextButton(self.look, word, icon)
        found.setObjectName(f"intake:{name}")
        found.clicked.connect(lambda: self.press(name))
        return found

    def leave(self) -> tuple[TextButton, ...]:
        """The way out; where there is least room "back" does as well."""
        if self.least:
            return ()
        return (self.text_button(translate("Intake", "Sluiten, ik doe het later"), "leave"),)

    def foot(self, main: QWidget | None, *others: QWidget) -> QWidget:
        """The main button over the others, or all on one line where it is low."""
        holder = QWidget()
        layout: QLayout
        if main is not None and not self.low:
            upright = column(self.look.gap("m"))
            upright.addWidget(main)
            line = Flow(self.look.gap("m"), stretch=False)
            for other in others:
                line.addWidget(other)
            upright.addLayout(line)
            layout = upright
        else:
            layout = Flow(self.look.gap("m"), stretch=self.low and bool(others) and main is not None)
            for other in (*((main,) if main is not None else ()), *others):
                layout.addWidget(other)
        holder.setLayout(layout)
        return holder

    def pane_below(self) -> None:
        """The leaflet under the rest, where it does not stand beside it."""
        if not self.room.beside and self.view.pane is not None:
            self.under.addWidget(LeafletPane(self.look, self.view.pane, more=False))

    def rows(self, title: str, views: tuple[RowView, ...], box: QVBoxLayout) -> DayRows | None:
        if not views:
            return None
        box.addWidget(Text(self.look, title, "section"))
        found = DayRows(self.look, title, views, self.room.width)
        box.addWidget(found)
        return found


def build_step(look: Look, view: IntakeView, room: Room, press: Press) -> Built:
    """The widgets of a step."""
    maker = _Maker(look, view, room, press)
    maker.title()
    steps = {Step.QUESTION: _question, Step.TAKING: _taking, Step.UPRIGHT: _upright, Step.END: _end}
    return steps[view.step](maker)


def _question(maker: _Maker) -> Built:
    look, view = maker.look, maker.view
    big = not maker.low
    answers = (
        ("fasting", "drop", translate("Intake", "Nee, nog niets"), translate("Intake", "Of alleen gewoon water")),
        ("not_fasting", "coffee", translate("Intake", "Ja, wel iets"),
         translate("Intake", "Bijvoorbeeld koffie, thee, melk of een boterham")),
    )  # fmt: skip
    cards: list[Choice] = []
    for name, icon, word, example in answers:
        card = Choice(look, None if maker.least else icon, word, "" if maker.least else example, big=big)  # type: ignore[arg-type]
        if maker.least:
            card.fold(low=True)
        card.setObjectName(f"intake:{name}")
        card.clicked.connect(lambda _=False, name=name: maker.press(name))
        cards.append(card)
    least = look.whole("choice_width") if big else max(card.sizeHint().width() for card in cards)
    line = Even(look.gap("xl" if big else "m"), len(cards), least, grows=look.whole("choice_most") if big else 0)
    for card in cards:
        line.addWidget(card)
    maker.box.addSpacing(look.gap("xs"))
    maker.box.addLayout(line, 1 if big else 0)
    if maker.least:
        maker.box.addWidget(Text(look, view.lead))
    if view.note:
        (maker.under if maker.low else maker.box).addWidget(NoteBanner(look, view.note))
    if not big:
        maker.box.addStretch(1)
    maker.pane_below()
    back = maker.button(QuietButton, translate("Ask", "Terug"), "arrow-left", "back")
    return Built(maker.page, maker.box, maker.foot(None, back, *maker.leave()), view)


def _taking(maker: _Maker) -> Built:
    look, view = maker.look, maker.view
    card = Card(look, radius="large", name=view.title)
    pad = look.pad("m" if maker.low else "xxl")
    line = row(look.pad("xl"), (pad, pad, pad, pad))
    if not maker.low and maker.room.beside:
        line.addWidget(Drawing(look, "glass", "tablet-round"), 0, Qt.AlignmentFlag.AlignVCenter)
    steps = column(look.pad("s" if maker.low else "l"))
    steps.addStretch(1)
    for number, text in enumerate(view.lines, 1):
        one = row(look.pad("m"))
        one.addWidget(StepMark(look, number), 0, Qt.AlignmentFlag.AlignTop)
        one.addWidget(Text(look, text, "lead"), 1)
        steps.addLayout(one)
    steps.addStretch(1)
    line.addLayout(steps, 1)
    card.setLayout(line)
    maker.box.addWidget(card, 1)
    if view.source:
        maker.box.addWidget(Text(look, view.source, "small", "soft"))
    maker.pane_below()
    main = maker.button(MainButton, view.main, "check", "taken")
    back = maker.button(QuietButton, translate("Ask", "Terug"), "arrow-left", "back")
    return Built(maker.page, maker.box, maker.foot(main, back, *maker.leave()), view)


def _upright(maker: _Maker) -> Built:
    look, view = maker.look, maker.view
    ring = Ring(look, small=maker.least, least=_RING_LOW if maker.low else _RING)
    words: Text | None = None
    if maker.least:
        line = row(look.pad("l"))
        line.addWidget(ring, 0, Qt.AlignmentFlag.AlignVCenter)
        words = Text(look, "", "lead")
        line.addWidget(words, 1)
        maker.box.addLayout(line)
    else:
        maker.box.addWidget(ring, 1)
    _show_time(ring, words, view)
    sides = _sides(look, view.sides)
    if not maker.room.beside:
        for card in sides:
            maker.under.addWidget(card)
    if view.taken:
        taken = Flow(look.pad("m"), stretch=False)
        if not maker.least:
            taken.addWidget(Told(look, f"**{view.taken}.**"))
        else:
            taken.addWidget(Text(look, f"{view.taken}."))
        taken.addWidget(maker.text_button(translate("Today", "Zet terug"), "undo", "arrow-counter-clockwise"))
        maker.box.addLayout(taken)
    rows = _due_meanwhile(maker)
    small_button = maker.button(QuietButton, translate("Intake", "Maak dit venster klein"), "arrows-in-simple", "small")
    wrong = maker.button(QuietButton, translate("Intake", "Er ging iets mis"), "question", "wrong")
    foot = maker.foot(None, small_button, wrong)
    return Built(maker.page, maker.box, foot, view, sides if maker.room.beside else (), rows, ring, words)


def _due_meanwhile(maker: _Maker) -> DayRows | None:
    """What fell due in the half hour, with its answer in sight; where it is low, its words stand below."""
    title, due = translate("Intake", "Dit valt nu ook"), maker.view.due
    if not maker.low:
        return maker.rows(title, due, maker.box)
    rows = maker.rows(title, tuple(replace(one, line="", chip=None) for one in due), maker.box)
    for line in dict.fromkeys(one.line for one in due if one.line):
        maker.under.addWidget(Text(maker.look, line))
    return rows


def _show_time(ring: Ring, words: Text | None, view: IntakeView) -> None:
    end = translate("Intake", "klaar om {time}").format(time=view.end)
    unit = translate("Intake", "minuten") if view.left != 1 else translate("Intake", "minuut")
    ring.show_time(view.left, view.total, top=translate("Intake", "Nog"), unit=unit, end=end)
    if words is not None:
        words.say(f"{translate('Intake', 'Nog')} **{view.left} {unit}**, {end}")


class Told(QWidget):
    """What was noted, after a tick."""

    def __init__(self, look: Look, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = row(look.pad("s"))
        line.addWidget(IconMark(look, "check-circle"))
        line.addWidget(Text(look, text), 1)
        self.setLayout(line)


def _sides(look: Look, sides: tuple[Side, ...]) -> tuple[Card, ...]:
    found = []
    for side in sides:
        card = Card(look, "tint" if side.tint else "plain", name=side.title)
        pad = look.pad("xl")
        inner = column(look.pad("s"), (pad, look.pad("m"), pad, look.pad("m")))
        head = row(look.pad("m"))
        head.addWidget(IconMark(look, side.icon, "ink" if side.icon == "prohibit" else "accent"))
        head.addWidget(Text(look, side.title, "section"), 1)
        inner.addLayout(head)
        for icon, word in side.entries:
            line = row(look.pad("m"))
            line.addWidget(IconMark(look, icon, "ink", "regular", "icon_row"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Text(look, word), 1)
            inner.addLayout(line)
        inner.addStretch(1)
        card.setLayout(inner)
        found.append(card)
    return tuple(found)


def _end(maker: _Maker) -> Built:
    look, view = maker.look, maker.view
    card = Card(look, "calm", radius="large", name=view.title)
    pad = look.pad("m" if maker.low else "xxl")
    line = row(look.pad("xl"), (pad, pad, pad, pad))
    inner = column(look.pad("s"))
    inner.addStretch(1)
    for number, text in enumerate(view.lines):
        first: Type = "section" if maker.low else "reminder"
        inner.addWidget(Text(look, text, first if not number else "lead", weight=700 if not number else 400))
    inner.addStretch(1)
    line.addLayout(inner, 1)
    if not maker.low and maker.room.beside:
        line.addWidget(Drawing(look, "cup", "coffee"), 0, Qt.AlignmentFlag.AlignVCenter)
    card.setLayout(line)
    maker.box.addWidget(card)
    rows = maker.rows(translate("Intake", "Dit kan nu ook"), view.rows, maker.under)
    maker.under.addStretch(1)
    maker.pane_below()
    main = maker.button(MainButton, view.main, "arrow-right", "leave")
    wrong = maker.button(QuietButton, translate("Intake", "Er ging iets mis"), "question", "wrong")
    return Built(maker.page, maker.box, maker.foot(None, main, wrong), view, (), rows)
