"""The large card: one question, what now, with one main button.

The card is whole on the page at every size. Where there is little room it first drops the drawing, then puts its
buttons on fewer lines, then hands its explanation on to a second card below: title and answers come first.
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.drawings import Drawing
from osteoapp.ui.parts.buttons import MainButton, QuietButton, TextButton
from osteoapp.ui.parts.cards import Card, IconMark, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.marks import Chip, StepMark
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.phone import CallBox
from osteoapp.ui.parts.rows import Choice
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Height, Look, Space, Type
from osteoapp.ui.views import Action, CardView

Press = Callable[[Action], None]
RUNNING: Final = "running"


class Level(enum.IntEnum):
    """How much of itself a large card shows; each level takes less height than the one before."""

    FULL = 0
    PLAIN = 1
    LOW = 2
    SHORT = 3
    LEAST = 4


def action_button(look: Look, action: Action, press: Press, *, height: Height | None = None) -> QPushButton:
    """The button of an action. Its object name is what keeps the focus on it when the page is drawn anew."""
    button: QPushButton
    if action.rank == "main":
        button = MainButton(look, action.word, action.icon, height=height or "main")
    elif action.rank == "quiet":
        button = QuietButton(look, action.word, action.icon, height=height or "quiet")
    else:
        button = TextButton(look, action.word, action.icon)
    button.setObjectName(f"{action.item}:{action.name}")
    button.clicked.connect(lambda: press(action))
    return button


class LargeCard(Card):
    """``view`` drawn at one level. ``tall`` makes the buttons of the reminder window."""

    def __init__(
        self,
        look: Look,
        view: CardView,
        press: Press,
        *,
        level: Level = Level.FULL,
        tall: bool = False,
        wide_main: bool = False,
        title: Type = "hero",
        text: Type = "lead",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, view.tone, radius="large", name=view.title, parent=parent)
        self.view, self.level = view, level
        self.buttons: list[QWidget] = []
        self._press, self._tall = press, tall
        self._wide_main = wide_main or level >= Level.PLAIN
        self._title: Type = "least" if level >= Level.LEAST else title
        self._text = text
        roomy: Space = "m" if view.tone == "calm" else "xl"
        pad = look.pad(roomy if level < Level.LOW else "m" if level < Level.LEAST else "s")
        side = look.pad("xxl" if level < Level.LOW else "xl" if level < Level.LEAST else "m")
        draws = view.drawing and level is Level.FULL
        words_last = level < Level.LOW and not tall and any(action.rank == "text" for action in view.actions)
        foot = look.pad("s") if words_last else pad
        box = column(look.pad("xs"), (side, pad, look.pad("l") if draws else side, foot))
        self._top(box)
        if level < Level.LEAST:
            for widget in explanation(look, view, told=level < Level.SHORT):
                box.addWidget(widget)
        elif view.tone == "call":
            self._number(box)
        if tall and level < Level.LOW:
            box.addStretch(1)
        if not self._beside_drawing:
            box.addSpacing(look.pad("xs"))
            self._answers(box)
        self.setLayout(box)

    @property
    def _beside_drawing(self) -> bool:
        """Whether the only button stands under the words, beside the drawing."""
        alone = len(self.view.actions) == 1 and not self.view.choices and not explains(self.view)
        return alone and bool(self.view.drawing) and self.level is Level.FULL

    def _top(self, box: QVBoxLayout) -> None:
        look, view = self.look, self.view
        words = column(look.pad("xs"))
        subtitle = view.subtitle if self.level < (Level.PLAIN if self._tall else Level.SHORT) else ""
        if view.chip is not None and self.level < Level.LEAST:
            line = Flow(look.pad("s"), stretch=False)
            line.addWidget(Chip(look, view.chip.mood, view.chip.word))
            if subtitle and not self._tall:
                line.addWidget(Text(look, subtitle, "body", "soft"))
                subtitle = ""
            words.addLayout(line)
        words.addWidget(Text(look, view.title, self._title))
        if subtitle:
            words.addWidget(Text(look, subtitle, "body", "soft"))
        if self.level < Level.SHORT:
            for number, sentence in enumerate(view.lines):
                words.addWidget(Text(look, sentence, self._text if not number else "body"))
            for number, step in enumerate(view.steps, 1):
                entry = row(look.pad("s"), (0, look.pad("xxs"), 0, 0))
                entry.addWidget(StepMark(look, number), 0, Qt.AlignmentFlag.AlignTop)
                entry.addWidget(Text(look, step), 1, Qt.AlignmentFlag.AlignVCenter)
                words.addLayout(entry)
        if view.running:
            words.addWidget(running_text(look, view.running, self._text))
        if view.drawing and self.level is Level.FULL:
            beside = row(look.pad("m"))
            if self._beside_drawing:
                words.addSpacing(look.pad("xs"))
                self._answers(words)
            words.addStretch(1)
            beside.addLayout(words, 1)
            beside.addWidget(Drawing(look, view.drawing, view.icon), 0, Qt.AlignmentFlag.AlignVCenter)
            box.addLayout(beside)
        else:
            box.addLayout(words)

    def _number(self, box: QVBoxLayout) -> None:
        """Even the least card of "call today" has the number."""
        if self.view.call is not None:
            if self.view.call.number:
                box.addWidget(Text(self.look, self.view.call.number, "page", "call_text", unbroken=True))
            else:
                missing = translate("Phone", "Nummer nog niet ingevuld")
                box.addWidget(Text(self.look, missing, "body", "call_text", weight=700))

    def _answers(self, box: QVBoxLayout) -> None:
        look, view = self.look, self.view
        low = self.level >= Level.LOW
        for number, choice in enumerate(view.choices):
            if number:
                box.addSpacing(look.gap("m") - look.pad("xs"))
            card = Choice(look, choice.icon if not low else None, choice.word, choice.example if not low else "")
            if self.level is Level.LEAST:
                card.fold(low=True)
            card.setObjectName(f"{choice.item}:{choice.name}")
            card.clicked.connect(lambda _=False, action=choice: self._press(action))
            box.addWidget(card)
            self.buttons.append(card)
        main = [action for action in view.actions if action.rank == "main"]
        quiet = [action for action in view.actions if action.rank == "quiet"]
        text = [action for action in view.actions if action.rank == "text"]
        alone = self.level is Level.FULL and len(view.actions) == 1
        together = not self._wide_main
        lines = Flow(look.gap("m"), stretch=not alone, top_heavy=not together)
        for action in main:
            button = self._button(action, "main_tall" if self._tall and not low else "main" if not low else "quiet")
            if together:
                lines.addWidget(button)
            else:
                box.addWidget(button)
                box.addSpacing(look.gap("m") - look.pad("xs"))
        for action in quiet:
            lines.addWidget(self._button(action, "quiet" if not low else "quiet_low"))
        if low or self._tall:
            for action in text:
                lines.addWidget(self._button(action, None))
        if lines.count():
            box.addLayout(lines)
        if text and not low and not self._tall:
            box.addSpacing(look.gap("m") - look.pad("xs"))
            under = Flow(look.gap("m"), stretch=False)
            for action in text:
                under.addWidget(self._button(action, None))
            box.addLayout(under)

    def _button(self, action: Action, height: Height | None) -> QPushButton:
        button = action_button(self.look, action, self._press, height=height)
        if action.rank == "main" and self.level is Level.FULL and not self._tall:
            button.setMinimumWidth(self.look.whole("main_min"))
        self.buttons.append(button)
        return button


def explains(view: CardView) -> bool:
    """Whether a card has more than its lines: a number, a sentence to say, notices."""
    return view.call is not None or bool(view.said or view.notes)


def running_text(look: Look, words: str, token: Type = "body") -> Text:
    """Where the page says how long the stopwatch has run; the page keeps it true."""
    found = Text(look, words, token)
    found.setObjectName(RUNNING)
    return found


def explanation(look: Look, view: CardView, *, number: bool = True, told: bool = True) -> list[QWidget]:
    """The number to call, and what is told with it: in the card, or below it where there is little room."""
    found: list[QWidget] = []
    if number and view.call is not None:
        loud = view.tone == "call"
        digits = view.call.number or translate("Phone", "Nummer nog niet ingevuld")
        found.append(CallBox(look, view.call.whom, digits, loud=loud))
    if not told:
        return found
    if view.said:
        line = row(look.pad("s"))
        icon = IconMark(look, "chat-circle-text", "accent", "duotone", "icon_place")
        line.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Text(look, view.said), 1)
        holder = QWidget()
        holder.setLayout(line)
        found.append(holder)
    found += [NoteBanner(look, note, tone="sunk") for note in view.notes]
    return found


def rest_card(look: Look, view: CardView, level: Level) -> Card | None:
    """What a card at one of its last levels left out, as a second card below it."""
    parts: list[QWidget] = []
    if view.chip is not None and level is Level.LEAST:
        parts.append(Chip(look, view.chip.mood, view.chip.word))
    if view.subtitle:
        parts.append(Text(look, view.subtitle, "body", "soft"))
    parts += [Text(look, line, "lead") for line in view.lines]
    parts += [Text(look, f"{number}. {step}") for number, step in enumerate(view.steps, 1)]
    parts += explanation(look, view, number=level is Level.LEAST)
    for choice in view.choices:
        if choice.example:
            parts.append(Text(look, f"**{choice.word}.** {choice.example}"))
    if not parts:
        return None
    card = Card(look, radius="large")
    pad = look.pad("l")
    box = column(look.pad("s"), (pad, pad, pad, pad))
    for part in parts:
        if isinstance(part, Chip):
            box.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            box.addWidget(part)
    card.setLayout(box)
    return card
