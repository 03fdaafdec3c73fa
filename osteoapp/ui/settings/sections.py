"""Which sections there are, in which order, and what stands in each in a few words. No widgets."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon

FIRST: Final = "reading"
# These are rooms of their own, opened in place of the settings.
ROOMS: Final = ("plans", "appointments", "share")


@dataclass(frozen=True, slots=True)
class SectionName:
    """A section: ``id`` for buttons and links, ``line`` says what can be done there."""

    id: str
    icon: Icon
    title: str
    line: str


def section_names(*, machine: bool) -> tuple[SectionName, ...]:
    """The sections; those of this computer only where there is one to ask (``machine``)."""
    found = (
        SectionName(
            "reading", "book-open-text", translate("Settings", "Letters en taal"),
            translate("Settings", "Grootte, kleuren, Nederlands of English."),
        ),
        SectionName(
            "plans", "list-checks", translate("Plans", "Mijn behandeling"),
            translate("Settings", "Medicijnen bekijken, veranderen of stoppen."),
        ),
        SectionName(
            "appointments", "calendar-check", translate("Plans", "Afspraken"),
            translate("Settings", "Prik, infuus, tandarts en andere afspraken."),
        ),
        SectionName(
            "times", "clock", translate("Settings", "Tijden van de dag"),
            translate("Settings", "Opstaan, avond en stille uren."),
        ),
        SectionName(
            "reminding", "bell-ringing", translate("Settings", "Geluid en herhalen"),
            translate("Settings", "De bel, voorlezen, en hoe vaak opnieuw."),
        ),
        SectionName(
            "share", "printer", translate("Settings", "Papier en bestanden"),
            translate("Settings", "Voor de koelkast, de dokter en de telefoon."),
        ),
        SectionName(
            "computer", "desktop", translate("Settings", "Deze computer"),
            translate("Settings", "Vanzelf starten, en de agenda op uw telefoon."),
        ),
        SectionName(
            "works", "check-circle", translate("Settings", "Wat werkt hier?"),
            translate("Settings", "Probeer of een herinnering aankomt."),
        ),
        SectionName(
            "copies", "clock-counter-clockwise", translate("Settings", "Gegevens en kopieën"),
            translate("Settings", "Waar alles staat, en een kopie terugzetten."),
        ),
        SectionName(
            "lock", "lock-key", translate("Settings", "Pincode"),
            translate("Settings", "Een pincode voor wie helpt."),
        ),
        SectionName(
            "together", "users", translate("Settings", "Computer gedeeld of kwijt"),
            translate("Settings", "Met zijn tweeën op 1 computer, en als hij zoekraakt."),
        ),
        SectionName(
            "about", "question", translate("Settings", "Uitleg en versie"),
            translate("Settings", "Hoe het werkt, en wat dit programma is."),
        ),
    )  # fmt: skip
    return tuple(one for one in found if machine or one.id != "works")
