"""What was answered so far: plain texts by name, as the fields hold them, so that nothing typed is ever lost.

A name is ``slot.key``: ``patient.name``, ``phones.gp``, ``alendronate-tablet.weekday``. Slots of medicines that are
not in the catalogue are numbered: ``other-medicine-1``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from osteoapp.core.treatment import Catalogue

MEDICINE: Final = "other-medicine"
PAGE: Final = "page"
CHOSEN: Final = "chosen"
MEDICINES: Final = "medicines"


class Answers:
    """A set-up on its way. ``texts`` is all of it, and what is kept on the disk."""

    def __init__(self, texts: Mapping[str, str] | None = None) -> None:
        self.texts: dict[str, str] = dict(texts or {})

    def get(self, slot: str, key: str, default: str = "") -> str:
        return self.texts.get(f"{slot}.{key}", default)

    def say(self, slot: str, key: str, value: str) -> None:
        self.texts[f"{slot}.{key}"] = value

    @property
    def page(self) -> str:
        return self.texts.get(PAGE, "")

    @page.setter
    def page(self, name: str) -> None:
        self.texts[PAGE] = name

    @property
    def chosen(self) -> tuple[str, ...]:
        """The treatments of the chosen cards."""
        return tuple(self.texts.get(CHOSEN, "").split())

    def choose(self, treatments: Iterable[str]) -> None:
        self.texts[CHOSEN] = " ".join(treatments)

    def slots(self, catalogue: Catalogue) -> tuple[tuple[str, str], ...]:
        """Every plan being set up as (slot, treatment), in the order of the catalogue."""
        found: list[tuple[str, str]] = []
        for treatment in catalogue.treatments:
            if treatment not in self.chosen:
                continue
            names = self.medicines if treatment == MEDICINE else (treatment,)
            found += [(name, treatment) for name in names]
        return tuple(found)

    @property
    def medicines(self) -> tuple[str, ...]:
        """The slots of the person's own medicines; there is always a first."""
        return tuple(self.texts.get(MEDICINES, "").split()) or (f"{MEDICINE}-1",)

    def add_medicine(self) -> str:
        """A slot for one more medicine."""
        known = self.medicines
        number = max(int(name.rpartition("-")[2]) for name in known) + 1
        self.texts[MEDICINES] = " ".join((*known, f"{MEDICINE}-{number}"))
        return f"{MEDICINE}-{number}"

    def remove_medicine(self, slot: str) -> None:
        """Takes a medicine out again, with all that was said of it."""
        left = [name for name in self.medicines if name != slot]
        self.texts = {key: value for key, value in self.texts.items() if not key.startswith(f"{slot}.")}
        if left:
            self.texts[MEDICINES] = " ".join(left)
        else:
            self.texts.pop(MEDICINES, None)
            self.choose(name for name in self.chosen if name != MEDICINE)

    def skipped(self, slot: str) -> bool:
        """Whether the person passed it over for now, on the page that ``skip`` names: what must be known is not."""
        return bool(self.get(slot, "skip"))
