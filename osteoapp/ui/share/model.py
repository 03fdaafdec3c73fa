"""What can be put on paper or into a file, each with what it is for."""

from __future__ import annotations

from dataclasses import dataclass

from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon


@dataclass(frozen=True, slots=True)
class Kind:
    """``purpose`` is one sentence; ``how`` what to do with it. ``ending`` is that of its file; ``paper``: it is drawn
    on pages, to look at and to print."""

    id: str
    icon: Icon
    title: str
    purpose: str
    how: tuple[str, ...]
    file: str
    ending: str
    paper: bool = True


def kinds() -> tuple[Kind, ...]:
    """All of them, the most used first, those on paper before the files."""
    private = translate("Share", "Wie dit bestand heeft, kan uw gegevens lezen. Geef het alleen aan wie u vertrouwt.")
    keep = translate("Share", "Bewaar het bestand waar u het terugvindt, op een stick of een schijf.")
    return (
        Kind(
            "fridge", "house", translate("Share", "Blad voor de koelkast"),
            translate("Share", "De komende maand in grote letters, met hokjes om af te vinken."),
            (translate("Share", "Hang het op waar u het iedere dag ziet."),),
            translate("Share", "koelkastblad"), "pdf",
        ),
        Kind(
            "year", "calendar-dots", translate("Share", "Het jaar op één blad"),
            translate("Share", "Alle datums van de komende twaalf maanden bij elkaar."),
            (translate("Share", "Handig naast de kalender, of voor wie u helpt."),),
            translate("Share", "jaarblad"), "pdf",
        ),
        Kind(
            "list", "pill", translate("Share", "Medicijnlijst voor de portemonnee"),
            translate("Share", "Een kaartje met uw medicijnen, om te laten zien bij arts of apotheek."),
            (translate("Share", "Knip het kaartje uit en vouw het op."),),
            translate("Share", "medicijnlijst"), "pdf",
        ),
        Kind(
            "pdf", "file-text", translate("Share", "Overzicht voor uw arts"),
            translate("Share", "Wat het afgelopen jaar gepland was en wat u noteerde, voor uw afspraak."),
            (translate("Share", "Lees het zelf eerst. Uw eigen opmerkingen staan er ook in."),),
            translate("Share", "overzicht-arts"), "pdf",
        ),
        Kind(
            "ics", "calendar-check", translate("Share", "Agenda voor uw telefoon"),
            translate("Share", "Uw herinneringen in de agenda van telefoon of computer."),
            (
                translate("Share", "Stuur het bestand naar uw telefoon en open het daar."),
                translate("Share", "Verandert er iets in uw plan? Maak dan een nieuw bestand."),
                private,
            ),
            translate("Share", "agenda"), "ics", paper=False,
        ),
        Kind(
            "csv", "list-checks", translate("Share", "Tabel"),
            translate("Share", "Alles wat u noteerde in een tabel, voor een rekenblad."),
            (translate("Share", "Open het bestand met een programma voor tabellen."), private),
            translate("Share", "tabel"), "csv", paper=False,
        ),
        Kind(
            "json", "download-simple", translate("Share", "Alles in één bestand"),
            translate("Share", "Al uw gegevens bij elkaar, om te bewaren of mee te nemen."),
            (keep, private),
            translate("Share", "osteoapp-alles"), "json", paper=False,
        ),
    )  # fmt: skip


def title_of(kind: str) -> str:
    """What a sheet or file is called, also on the buttons that lead to it."""
    return next(one.title for one in kinds() if one.id == kind)


def fault_words(code: str, *, printing: bool = False) -> str:
    """What went wrong, and what to do; nothing was lost."""
    if printing and code not in ("cancelled",):
        return translate("Share", "De printer neemt het niet aan. Bewaar het als PDF.")
    known = {
        "full": translate("Share", "Niet bewaard: de schijf is vol. Kies een andere plek."),
        "forbidden": translate("Share", "Niet bewaard: in deze map mag u niets bewaren. Kies een andere map."),
        "missing": translate("Share", "Niet bewaard: deze map is er niet meer. Kies een andere map."),
        "cancelled": translate("Share", "Gestopt. Er is niets bewaard."),
    }
    return known.get(code, translate("Share", "Dit lukte niet. Uw gegevens zijn er nog. Probeer het nog eens."))
