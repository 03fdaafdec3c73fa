"""Computer gedeeld of kwijt: what the computer itself does better than a program can, in plain steps."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.parts.text import Text
from osteoapp.ui.settings.section import Section


class TogetherSection(Section):
    """Two people on one computer, and a disk that others cannot read."""

    def parts(self) -> Iterator[QWidget]:
        yield self._steps(
            translate("Settings", "Met zijn tweeën op 1 computer"),
            translate("Settings", "Ieder heeft een eigen account op de computer. Zo blijven de gegevens apart."),
            translate("Settings", "Open de instellingen van de computer zelf."),
            translate("Settings", "Zoek naar Gebruikers of Accounts, en maak er een account bij."),
            translate("Settings", "Meld u met dat account aan, en open daar dit programma."),
            translate("Settings", "Herinneringen komen alleen bij wie is aangemeld."),
        )
        yield self._steps(
            translate("Settings", "Als de computer zoekraakt"),
            translate("Settings", "Dit programma versleutelt zelf niets. De computer kan dat beter."),
            translate("Settings", "Geef uw account een wachtwoord."),
            translate("Settings", "Windows: zoek in de instellingen naar Apparaatversleuteling."),
            translate("Settings", "Apple: zoek in de instellingen naar FileVault."),
            translate("Settings", "Linux: kies versleutelen als het systeem wordt geïnstalleerd."),
            translate("Settings", "Schrijf de herstelsleutel op papier, en leg dat thuis op een vaste plaats."),
        )

    def _steps(self, title: str, line: str, *steps: str) -> QWidget:
        card, box = self.card(title, line)
        for number, step in enumerate(steps, start=1):
            box.addWidget(Text(self.look, f"**{number}.** {step}"))
        return card
