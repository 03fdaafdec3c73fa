"""Every colour, type size, space, height and radius of the screens, by name.

No colour or size literal stands anywhere else in the screens. Colours are named by what they mean: amber is due
now, red exists only for "call today". Text and all that belongs to it scales with the text size the person
chose; page margins and the gaps between cards do not.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Final, Literal, get_args

from PySide6.QtGui import QColor, QFont

Color = Literal[
    "paper",
    "column",
    "card",
    "sunk",
    "ink",
    "soft",
    "line",
    "hair",
    "accent",
    "accent_hover",
    "accent_press",
    "on_accent",
    "tint",
    "tint_2",
    "due_text",
    "due_bg",
    "due_mark",
    "call_text",
    "call_bg",
    "call_mark",
    "focus",
    "disabled_bg",
    "disabled_text",
    "track",
    "sun",
    "glass",
    "shadow",
]
Type = Literal[
    "ring",
    "call",
    "question",
    "clock",
    "page",
    "greeting",
    "hero",
    "reminder",
    "section",
    "lead",
    "least",
    "button_main",
    "body",
    "small",
]
Space = Literal["hair", "xxs", "xs", "s", "m", "l", "xl", "xxl", "huge"]
Height = Literal[
    "main",
    "main_tall",
    "quiet",
    "quiet_low",
    "quiet_small",
    "text_button",
    "place",
    "place_low",
    "row",
    "chip",
    "meter",
    "strip",
    "banner",
    "choice",
    "choice_big",
]
Radius = Literal["large", "card", "note", "control", "day"]
Length = Literal[
    "border",
    "border_thick",
    "border_heavy",
    "bar",
    "ring_width",
    "ring_gap",
    "press",
    "icon_place",
    "icon_row",
    "icon_text",
    "round_s",
    "round_m",
    "round_l",
    "ring_size",
    "ring_stroke",
    "ring_small",
    "ring_small_stroke",
    "meter_block",
    "meter_block_wide",
    "step_round",
    "step_line",
    "drawing",
    "tick_box",
    "scrollbar",
    "shadow_reach",
    "shadow_down",
    "button_min",
    "main_min",
    "underline",
    "badge",
    "measure",
    "choice_width",
    "choice_most",
    "entry",
    "answer_least",
    "column_least",
    "ask",
    "word_card",
]


class Theme(enum.StrEnum):
    """The three sets of colours."""

    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "high_contrast"


_ROWS: Final[dict[Color, tuple[str, str, str]]] = {
    "paper": ("#FAF6EF", "#151A19", "#000000"),
    "column": ("#F1EADE", "#1B2120", "#000000"),
    "card": ("#FFFFFF", "#232B2A", "#000000"),
    "sunk": ("#F6F1E7", "#1B2221", "#000000"),
    "ink": ("#1E2726", "#F6F1E8", "#FFFFFF"),
    "soft": ("#3F4A49", "#D2D8D3", "#FFFFFF"),
    "line": ("#717C79", "#909C98", "#FFFFFF"),
    "hair": ("#E6DECF", "#394644", "#FFFFFF"),
    "accent": ("#0A5357", "#90E0D6", "#7FE7FF"),
    "accent_hover": ("#0B6165", "#AEEAE2", "#B5F1FF"),
    "accent_press": ("#063A3D", "#6FCBC0", "#FFFFFF"),
    "on_accent": ("#FFFFFF", "#06211F", "#000000"),
    "tint": ("#E1EFEC", "#1B3B38", "#000000"),
    "tint_2": ("#D8EAE7", "#1E433F", "#000000"),
    "due_text": ("#6E3B00", "#FFD699", "#FFD84D"),
    "due_bg": ("#FFEFD2", "#3A2B14", "#000000"),
    "due_mark": ("#B86A00", "#F0A93B", "#FFD84D"),
    "call_text": ("#8A1812", "#FFC9C0", "#FFB3A8"),
    "call_bg": ("#FCE9E5", "#47211D", "#000000"),
    "call_mark": ("#B3261E", "#FF8A7A", "#FF9C8F"),
    "focus": ("#1E2726", "#FFFFFF", "#FFFFFF"),
    "disabled_bg": ("#E9E4DA", "#2B3332", "#000000"),
    "disabled_text": ("#424C4A", "#BFC7C3", "#C8C8C8"),
    "track": ("#DCE5E2", "#3A4745", "#000000"),
    "sun": ("#F8CF85", "#C98A2E", "#FFD84D"),
    "glass": ("#BFE0DC", "#2F6763", "#1F5562"),
    "shadow": ("#3C2C14", "#000000", "#000000"),
}
_SHADOW_ALPHA: Final[dict[Theme, float]] = {Theme.LIGHT: 0.11, Theme.DARK: 0.26, Theme.CONTRAST: 0.0}

PALETTES: Final[dict[Theme, dict[Color, str]]] = {
    theme: {token: row[index] for token, row in _ROWS.items()} for index, theme in enumerate(Theme)
}

# Pixels at 100 % and weight.
_TYPES: Final[dict[Type, tuple[int, int]]] = {
    "ring": (100, 700),
    "call": (46, 700),
    "question": (42, 700),
    "clock": (40, 700),
    "page": (36, 700),
    "greeting": (32, 700),
    "hero": (34, 700),
    "reminder": (28, 400),
    "section": (24, 700),
    "lead": (22, 400),
    "least": (22, 700),
    "button_main": (22, 600),
    "body": (20, 400),
    "small": (18, 400),
}
# Very large already: grow half as fast as the rest.
_HALF_TYPES: Final[frozenset[Type]] = frozenset({"ring", "call", "clock"})
_LINE_HEIGHT: Final[dict[Type, int]] = {
    "ring": 92, "call": 100, "question": 104, "clock": 100, "page": 104, "greeting": 104, "hero": 104,
    "reminder": 108, "section": 106, "lead": 112, "least": 97, "button_main": 100, "body": 112, "small": 112,
}  # fmt: skip

_SPACES: Final[dict[Space, int]] = {
    "hair": 2, "xxs": 4, "xs": 8, "s": 12, "m": 16, "l": 20, "xl": 24, "xxl": 32, "huge": 40,
}  # fmt: skip
# From 200 % on the page margins and gaps fall back, else nothing fits.
_TIGHT_SPACES: Final[dict[Space, int]] = {**_SPACES, "l": 16, "xl": 16, "xxl": 24, "huge": 26}

# Heights of controls at 100 % and at 200 %: they grow less than the text, so that a page still holds them.
_HEIGHTS: Final[dict[Height, tuple[int, int]]] = {
    "main": (64, 108),
    "main_tall": (80, 112),
    "quiet": (60, 92),
    "quiet_low": (56, 80),
    "quiet_small": (48, 80),
    "text_button": (46, 72),
    "place": (60, 78),
    "place_low": (48, 62),
    "row": (72, 110),
    "chip": (38, 68),
    "meter": (26, 44),
    "strip": (60, 84),
    "banner": (60, 96),
    "choice": (88, 140),
    "choice_big": (230, 280),
}
_RADII: Final[dict[Radius, int]] = {"large": 24, "card": 20, "note": 16, "control": 14, "day": 12}
_LENGTHS: Final[dict[Length, float]] = {
    "icon_place": 28, "icon_row": 28, "icon_text": 24, "round_s": 52, "round_m": 72, "round_l": 104,
    "ring_size": 440, "ring_stroke": 30, "ring_small": 50, "ring_small_stroke": 9, "meter_block": 34,
    "meter_block_wide": 47, "step_round": 36, "step_line": 2, "drawing": 144, "tick_box": 30,
    "choice_width": 250, "choice_most": 520, "entry": 400, "answer_least": 310, "column_least": 410, "button_min": 96,
    "main_min": 200, "underline": 2, "badge": 30, "bar": 8, "measure": 620, "ask": 720, "word_card": 420,
}  # fmt: skip
# Grow half as fast as the text: a page must still hold them.
_HALF: Final[frozenset[Length]] = frozenset(
    {
        "icon_place",
        "drawing",
        "button_min",
        "main_min",
        "badge",
        "round_s",
        "round_m",
        "round_l",
        "step_round",
        "tick_box",
        "choice_width",
        "answer_least",
    }
)
# Never scaled: lines, rings and shadows.
_FIXED: Final[dict[Length, float]] = {
    "border": 2, "border_thick": 3, "border_heavy": 5, "ring_width": 3, "ring_gap": 3, "press": 2,
    "shadow_reach": 14, "shadow_down": 4,
}  # fmt: skip

# Slim at the plain text size; at the larger ones wide enough for unsure hands.
_SCROLLBAR: Final = (12, 22)

# Widths and heights of windows and columns, in pixels of the screen at 100 %.
COLUMN: Final = 236
PANE: Final = 340
PANE_NARROW: Final = 296
FOLDER_CONTENTS: Final = 272
# Widest column of text in the Folder, about 64 characters, and the least width of a card of its first page, at 100 %.
FOLDER_TEXT: Final = 632
FOLDER_TILE: Final = 290
# From these widths on, in pixels at 100 % text, the Folder has its contents beside the text, or its tools in one row.
FOLDER_WIDE: Final = 900
FOLDER_ROW: Final = 720
# From this width on, in pixels at 100 % text, the settings have their sections beside them.
SETTINGS_WIDE: Final = 800
SETTINGS_CONTENTS: Final = 268
SETTINGS_TEXT: Final = 700
WINDOW: Final = (1280, 800)
WINDOW_LEAST: Final = (800, 480)
REMINDER: Final = (960, 760)
REMINDER_LARGEST: Final = (1180, 820)
TITLE_BAR: Final = 40
# The heights that the reminder tries, from low to high.
REMINDER_HEIGHTS: Final = (560, 620, 660, 700, 760)
REMINDER_PANE: Final = 316
REMINDER_PANE_FROM: Final = 720
BAR_WINDOW: Final = (640, 96)
# The presenter's notes beside the screens of the demo, and the width below which they are folded away.
DEMO_NOTES: Final = 300
DEMO_NOTES_FROM: Final = 1240
# A step of the intake is no larger than this: what is to be read stays together.
INTAKE_LARGEST: Final = (1200, 900)
# A page of reading, and a question, is no wider than this, at 100 % text.
SHEET: Final = 1100
ASK: Final = 760
# A page stands in two columns from this width on, in pixels at 100 % text.
TWO_COLUMNS: Final = 640
DRAWING_FROM: Final = 560
# On a wide screen the page keeps to the middle and its columns to a width that is easily read.
MIDDLE_MOST: Final = 800
PANE_WIDE: Final = 400
# A pane with more room than this below its text is only as high as its text.
PANE_HUGS: Final = 150
# Below this height, in pixels at 100 % text, a question folds its answers to their words.
ASK_LOW: Final = 480
# Below this one the undo bar says only that it was noted.
BAR_LOW: Final = 300
# And below this one, a question of the set-up says what else there is to say under its answers.
SETUP_LEAST: Final = 300

# Times of the screens, in milliseconds.
INERT_MS: Final = 1500
WAKE_MS: Final = 200
UNDO_LEAST_MS: Final = 20_000
CLOCK_MS: Final = 1000
# Typing rests this long before it is looked for; a page is open this long before a voice is looked for.
SEARCH_MS: Final = 250
# A time in the settings rests this long before it is kept; a page that is left keeps it at once.
SETTLE_MS: Final = 1500
ASK_VOICE_MS: Final = 600

# On paper: points of text, titles and page titles, line height in percent, and margins in millimetres.
PAPER_POINTS: Final = (14, 17, 24)
PAPER_LINE: Final = 116
PAPER_MARGINS: Final = (22, 20, 22, 18)

FAMILY: Final = "Atkinson Hyperlegible Next"
_FALLBACK: Final = ("Open Sans", "Noto Sans", "Segoe UI", "Helvetica Neue", "DejaVu Sans")
PERCENTS: Final = (100, 150, 200)


@dataclass(frozen=True, slots=True)
class Look:
    """One set of colours at one text size: all that a part needs to know to paint and measure itself."""

    theme: Theme = Theme.LIGHT
    percent: int = 100

    @property
    def contrast(self) -> bool:
        """Whether this is high contrast: no shadow, no gradient, borders everywhere."""
        return self.theme is Theme.CONTRAST

    @property
    def scale(self) -> float:
        return self.percent / 100

    def color(self, token: Color) -> QColor:
        return QColor(PALETTES[self.theme][token])

    def hex(self, token: Color) -> str:
        """The colour as ``#RRGGBB``, for SVG and style sheets."""
        return PALETTES[self.theme][token]

    @property
    def shadow_alpha(self) -> float:
        """How dark the shadow is at a card's edge, 0 to 1."""
        return _SHADOW_ALPHA[self.theme]

    def font(self, token: Type, weight: int | None = None) -> QFont:
        size, normal = _TYPES[token]
        font = QFont()
        font.setFamilies([FAMILY, *_FALLBACK])
        font.setPixelSize(round(size * (1 + (self.scale - 1) / 2 if token in _HALF_TYPES else self.scale)))
        font.setWeight(QFont.Weight(weight or normal))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def line_height(self, token: Type) -> int:
        """Line height in percent of the font's own line."""
        return _LINE_HEIGHT[token]

    def gap(self, token: Space) -> int:
        """A margin of the page or a gap between cards: does not grow with the text."""
        return (_TIGHT_SPACES if self.percent >= PERCENTS[-1] else _SPACES)[token]

    def pad(self, token: Space) -> int:
        """A space inside a control or between an icon and its word: grows with the text."""
        return round(_SPACES[token] * (1 + (self.scale - 1) / 2))

    def height(self, token: Height) -> int:
        small, large = _HEIGHTS[token]
        return round(small + (large - small) * (self.scale - 1))

    def radius(self, token: Radius) -> float:
        return _RADII[token] * (1 + (self.scale - 1) / 2)

    def length(self, token: Length) -> float:
        if token == "scrollbar":
            return _SCROLLBAR[self.percent > PERCENTS[0]]
        fixed = _FIXED.get(token)
        if fixed is not None:
            return fixed
        return _LENGTHS[token] * (1 + (self.scale - 1) / 2 if token in _HALF else self.scale)

    def whole(self, token: Length) -> int:
        """The same in whole pixels."""
        return round(self.length(token))


def tokens() -> tuple[Color, ...]:
    """The names of all colours."""
    return get_args(Color)


def ratio(one: str, other: str) -> float:
    """Contrast of two ``#RRGGBB`` colours, 1 to 21, by the formula of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(value: str) -> float:
    parts = [int(value[index : index + 2], 16) / 255 for index in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
