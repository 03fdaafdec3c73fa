"""Deze computer: that it must be on, starting with it, and the calendar for a telephone as the second channel."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from osteoapp.i18n import translate
from osteoapp.ui.machinecards import StartCard
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.settings.section import Room, Section


class ComputerSection(Section):
    """What the program asks of this computer, and what a telephone can do besides."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._exported = ""
        self._failed = False

    def parts(self) -> Iterator[QWidget]:
        machine = self.room.port.machine
        if machine is not None:
            yield StartCard(self.look, machine, self.room.allowed)
        else:
            yield NoteBanner(self.look, translate("Machine", "De computer moet aan staan."), "desktop")
        yield self._telephone()

    def _telephone(self) -> QWidget:
        card, box = self.card(
            translate("Settings", "Ook op uw telefoon"),
            translate("Settings", "Dit programma kan een computer niet wekken. Een telefoon staat meestal aan."),
        )
        text = translate(
            "Settings",
            "Bewaar uw agenda als bestand. Stuur dat naar uzelf, en open het op de telefoon. "
            "Het bestand verandert niet mee: maak na een wijziging een nieuw bestand.",
        )
        box.addWidget(NoteBanner(self.look, text, "phone"))
        word = translate("Settings", "Bewaar de agenda voor de telefoon")
        self.buttons(box, self.quiet("computer:calendar", word, "download-simple", self._export))
        if self._failed:
            self.hint(box, translate("Settings", "Dat bestand kon daar niet worden gemaakt. Kies een andere plaats."))
        elif self._exported:
            said = translate("Settings", "De agenda staat in {file}.").format(file=self._exported)
            box.addWidget(NoteBanner(self.look, said, "check-circle", tone="tint"))
        return card

    def _export(self) -> None:
        title = translate("Settings", "Waar komt de agenda?")
        name = translate("Settings", "herinneringen") + ".ics"
        self.room.chooser.new_file(self, title, name, "*.ics", self._write)

    def _write(self, path: str) -> None:
        def done(fault: str) -> None:
            self._failed, self._exported = bool(fault), path
            self.renew()

        self.room.port.keeping.export_calendar(path, done)
