"""The widths of Vandaag: one column or two, margins, and what stays empty on a wide screen. Numbers only."""

from __future__ import annotations

from dataclasses import dataclass

from osteoapp.ui.theme import MIDDLE_MOST, PANE, PANE_HUGS, PANE_NARROW, PANE_WIDE, TWO_COLUMNS, Look


@dataclass(frozen=True, slots=True)
class Frame:
    """A page of a size in pixels. ``told`` says whether there is a leaflet to put beside the list."""

    look: Look
    width: int
    height: int
    told: bool

    @property
    def beside(self) -> bool:
        """Whether the leaflet stands beside the list; else under it."""
        return self.told and self.width / self.look.scale >= TWO_COLUMNS

    @property
    def _roomy(self) -> bool:
        return self.width / self.look.scale >= TWO_COLUMNS + PANE

    def _grown(self, length: int) -> int:
        """A width of the page at the text size: grows half as fast as the text."""
        return round(length * (1 + (self.look.scale - 1) / 2))

    @property
    def margin(self) -> int:
        return self.look.gap("xxl" if self._roomy else "l")

    @property
    def pane(self) -> int:
        """The width of the pane beside the list."""
        if not self._roomy:
            return self._grown(PANE_NARROW)
        free = self.width - self._grown(MIDDLE_MOST) - 2 * self.margin - self.look.gap("xl")
        return min(max(free, PANE), self._grown(PANE_WIDE))

    @property
    def pane_room(self) -> int:
        """The pane with what stands on either side of it."""
        return self.pane + self.margin + self.look.gap("xxs")

    @property
    def hugs_from(self) -> int:
        """A pane with more room than this below its text is only as high as its text."""
        return self._grown(PANE_HUGS)

    @property
    def outside(self) -> int:
        """What stays empty on either side of a wide screen: no line is longer than is easily read."""
        most = self._grown(MIDDLE_MOST) + 2 * self.margin
        if self.beside:
            most += self.pane + self.look.gap("xl")
        return max(self.width - most, 0) // 2

    @property
    def right(self) -> int:
        """Right of the cards; together with the room of the scroll bar as wide as the gap or margin there."""
        gap = self.look.gap("xl") - self.look.gap("xxs") if self.beside else self.margin
        return max(gap - self.look.whole("scrollbar"), self.look.gap("xxs"))

    @property
    def middle(self) -> int:
        """The width of the large card and of the list."""
        width = self.width - 2 * self.outside - self.margin - self.right - self.look.whole("scrollbar")
        return width - self.pane_room if self.beside else width
