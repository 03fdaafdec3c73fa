"""Where one is in the Folder, where one came from, and what is kept of it while the program runs."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

Kind = Literal["start", "chapter", "theme", "search", "words", "print", "clinic", "shelf"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the Folder.

    ``id`` is that of the chapter, the theme or the hard word; ``passage`` the marked passage; ``asked`` what is looked
    for: a search, or what its hits are marked by in the text. ``of`` is what is to be printed.
    """

    kind: Kind = "start"
    id: str = ""
    passage: str = ""
    asked: str = ""
    of: Spot | None = None

    def same_page(self, other: Spot) -> bool:
        """Whether both are the same page, at whatever passage."""
        return replace(self, passage="") == replace(other, passage="")


@dataclass
class Trail:
    """The way back and forward, as in a book with a finger between the pages."""

    spots: list[Spot] = field(default_factory=lambda: [Spot()])
    index: int = 0

    @property
    def now(self) -> Spot:
        return self.spots[self.index]

    @property
    def can_back(self) -> bool:
        return self.index > 0

    @property
    def can_forward(self) -> bool:
        return self.index + 1 < len(self.spots)

    def go(self, spot: Spot) -> None:
        """To a new place; what lay ahead is forgotten. Another passage of the same page is no new place."""
        if spot.same_page(self.now) or spot.kind == self.now.kind == "search":
            self.spots[self.index] = spot
        else:
            self.spots[self.index + 1 :] = [spot]
            self.index += 1

    def back(self) -> None:
        self.index = max(self.index - 1, 0)

    def forward(self) -> None:
        self.index = min(self.index + 1, len(self.spots) - 1)

    def leave(self) -> None:
        """Away from a place that is not worth coming back to, to the one before it."""
        del self.spots[self.index :]
        self.index -= 1
        if not self.spots:
            self.spots, self.index = [Spot()], 0


@dataclass
class Memory:
    """What the Folder keeps while the program runs: the trail, and what was ticked on the walk through the house."""

    trail: Trail = field(default_factory=Trail)
    ticked: set[str] = field(default_factory=set)
    scrolled: dict[Spot, int] = field(default_factory=dict)

    def entered(self, place: str) -> None:
        """The person chose a place in the left column: the Folder opens at its first page, where all is near.

        The way back leads to where one was.
        """
        if place == "leaflet":
            self.trail.go(Spot())
