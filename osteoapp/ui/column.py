"""The left column: clock and date on top, places or steps in the middle, whom to call at the bottom.

It never changes shape; where the window is low the places come closer and the phone block folds up.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.cards import Page, column
from osteoapp.ui.parts.phone import Numbers, PhoneBlock, Size
from osteoapp.ui.parts.places import Place, Steps
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import COLUMN, PERCENTS, Look, Type

PlaceName = Literal["today", "calendar", "leaflet", "progress", "settings"]
PLACES: Final[tuple[PlaceName, ...]] = get_args(PlaceName)
_ICONS: Final[dict[PlaceName, Icon]] = {
    "today": "sun-horizon", "calendar": "calendar-dots", "leaflet": "book-open-text", "progress": "chart-bar",
    "settings": "gear-six",
}  # fmt: skip


def place_word(name: PlaceName) -> str:
    """The word of a place."""
    return {
        "today": translate("Place", "Vandaag"),
        "calendar": translate("Place", "Kalender"),
        "leaflet": translate("Place", "Folder"),
        "progress": translate("Place", "Voortgang"),
        "settings": translate("Place", "Instellingen"),
    }[name]


@dataclass(frozen=True, slots=True)
class Clock:
    """What the top of the column says: time, weekday and date."""

    time: str
    day: str
    date: str


@dataclass(frozen=True, slots=True)
class Fold:
    """How far the column is folded: words of the date, height of the places, size of the phone block."""

    date: Literal["full", "none"]
    low: bool
    phone: Size


# From roomy to tight; the first that fits is taken.
_FOLDS: Final = (
    Fold("full", False, "full"),
    Fold("full", True, "full"),
    Fold("none", True, "full"),
    Fold("full", True, "button"),
    Fold("none", True, "button"),
)
_LARGE_FOLDS: Final = (
    Fold("none", False, "full"),
    Fold("none", False, "plain"),
    Fold("none", True, "plain"),
    Fold("none", True, "button"),
)


class LeftColumn(Page):
    """``chosen`` names the place that was pressed; ``asked`` is the way to the page with all numbers.

    ``folded`` tells whether the column still shows the date: else the page has to.
    """

    chosen = Signal(str)
    asked = Signal()
    folded = Signal(bool)

    def __init__(
        self, look: Look, numbers: Numbers, steps: tuple[str, ...] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(look, "column", parent)
        self._numbers = numbers
        self._words = steps
        self._clock = Clock("", "", "")
        self._place: PlaceName | None = "today"
        self._badge = (0, "", False)
        self._step = (0, "")
        self._fold: Fold | None = None
        self._inner: QWidget | None = None
        self._whole = column()
        self.setLayout(self._whole)
        self.places: dict[PlaceName, Place] = {}
        self.steps: Steps | None = None
        self._time = self._day = self._date = Text(look, "")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.setFixedWidth(self._width())
        self._build(self._folds()[0])

    def _margin(self) -> int:
        return self.look.gap("m" if self.look.percent == PERCENTS[0] else "s")

    def _width(self) -> int:
        look = self.look
        needed = max(Place(look, "info", place_word(name)).sizeHint().width() for name in PLACES)
        least = needed + 2 * self._margin()
        return max(COLUMN if look.percent == 100 else 0, least)

    @property
    def shows_date(self) -> bool:
        """Whether there is room for the date."""
        return self._fold is None or self._fold.date != "none"

    def minimumSizeHint(self) -> QSize:
        return QSize(self.width(), 0)

    def show_clock(self, clock: Clock) -> None:
        self._clock = clock
        self._time.say(clock.time)
        self._day.say(clock.day)
        self._date.say(clock.date)

    def show_place(self, name: PlaceName | None) -> None:
        self._place = name
        for place, button in self.places.items():
            button.setAutoExclusive(False)
            button.setChecked(place == name)
            button.setAutoExclusive(True)

    def show_open(self, count: int, words: str, *, urgent: bool) -> None:
        """How many things are open, at the place Vandaag."""
        self._badge = (count, words, urgent)
        if "today" in self.places:
            self.places["today"].tell(count, words, urgent=urgent)

    def show_step(self, step: int, said: str) -> None:
        self._step = (step, said)
        if self.steps is not None:
            self.steps.show_step(step, said)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fold = self._fitting(event.size().height())
        if fold != self._fold:
            self._build(fold)

    def _fitting(self, height: int) -> Fold:
        for fold in self._folds():
            probe = QWidget()
            self._fill(probe, fold, probe=True)
            layout = probe.layout()
            assert layout is not None
            if layout.heightForWidth(self.width()) <= height:
                return fold
        return self._folds()[-1]

    def _folds(self) -> tuple[Fold, ...]:
        """At the largest text the date stands on the page."""
        return _LARGE_FOLDS if self.look.percent == PERCENTS[-1] else _FOLDS

    def _build(self, fold: Fold) -> None:
        """Draws the column anew; a focus on a place stays on it."""
        self._fold = fold
        focused = next((name for name, place in self.places.items() if place.hasFocus()), None)
        fresh = QWidget()
        self._fill(fresh, fold)
        old = self._inner
        self._inner = fresh
        if old is None:
            self._whole.addWidget(fresh)
        else:
            self._whole.replaceWidget(old, fresh)
            old.hide()
            old.deleteLater()
        fresh.show()
        self.show_clock(self._clock)
        self.show_place(self._place)
        self.show_open(*self._badge[:2], urgent=self._badge[2])
        self.show_step(*self._step)
        if focused is not None:
            self.places[focused].setFocus()
        self.folded.emit(self.shows_date)

    def _fill(self, target: QWidget, fold: Fold, *, probe: bool = False) -> None:
        look = self.look
        roomy = fold.date == "full" and not fold.low
        margin = self._margin()
        box = column(0, (margin, look.gap("xl" if roomy else "xs"), margin, look.gap("xl" if roomy else "s")))
        self._top(box, fold, probe=probe)
        box.addSpacing(look.gap("l" if roomy else "xs"))
        if self._words:
            steps = Steps(look, self._words, low=fold.low)
            box.addWidget(steps)
            if not probe:
                self.steps = steps
        else:
            self._add_places(box, fold, probe=probe)
        box.addStretch(1)
        block = PhoneBlock(
            look,
            translate("Phone", "Hulp en bellen"),
            self._numbers,
            translate("Phone", "Vul uw nummers in"),
            translate("Phone", "Wanneer bellen?"),
            fold.phone,
        )
        block.asked.connect(self.asked)
        box.addSpacing(look.gap("xs"))
        box.addWidget(block)
        target.setLayout(box)

    def _top(self, box: QVBoxLayout, fold: Fold, *, probe: bool) -> None:
        look = self.look
        inner = column(0, (look.pad("s"), 0, 0, 0))
        time = Text(look, "07:30", "clock")
        size: Type = "body" if look.percent == PERCENTS[0] else "small"
        day = Text(look, "woensdag", size, "soft", unbroken=True)
        date = Text(look, "23 september 2026", size, "soft", unbroken=True)
        inner.addWidget(time)
        if fold.date != "none":
            inner.addWidget(day)
            inner.addWidget(date)
        box.addLayout(inner)
        if not probe:
            self._time, self._day, self._date = time, day, date

    def _add_places(self, box: QVBoxLayout, fold: Fold, *, probe: bool) -> None:
        look = self.look
        for name in PLACES:
            button = Place(look, _ICONS[name], place_word(name), height="place_low" if fold.low else "place")
            button.setObjectName(f"place:{name}")
            box.addWidget(button)
            box.addSpacing(look.gap("hair") if fold.low else look.gap("xxs"))
            if probe:
                continue
            self.places[name] = button
            button.clicked.connect(lambda _=False, place=name: self.chosen.emit(place))
