"""Pincode: choosing a PIN, another one, or none."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.text import Text
from osteoapp.ui.parts.tiles import Tiles
from osteoapp.ui.settings.forgotten import Forgotten
from osteoapp.ui.settings.pinentry import pin_line
from osteoapp.ui.settings.pinwords import fault_words
from osteoapp.ui.settings.section import Room, Section
from osteoapp.ui.setup.page import Field


class LockSection(Section):
    """The PIN of whoever helps."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._choosing = False
        self._done = ""

    def parts(self) -> Iterator[QWidget]:
        lock = self.room.port.lock
        card, box = self.card(
            translate("Lock", "Op slot met een pincode"),
            translate("Lock", "Voor wie helpt. Zo verandert er niets per ongeluk aan behandelingen en instellingen."),
        )
        text = translate("Lock", "Nooit op slot: antwoord geven, lezen, bellen, en de grootte van de letters.")
        box.addWidget(NoteBanner(self.look, text, "check-circle"))
        if self._done:
            box.addWidget(NoteBanner(self.look, self._done, "check-circle", tone="tint"))
        if lock.is_set() and not self._choosing:
            self._set(box)
        else:
            self._choose(box)
        yield card
        if lock.is_set():
            yield self._forgotten()

    def _set(self, box: QVBoxLayout) -> None:
        lock = self.room.port.lock
        box.addWidget(Text(self.look, translate("Lock", "Er is een pincode."), weight=600))
        buttons = [
            self.quiet("lock:change", translate("Lock", "Andere pincode"), "lock-key",
                       lambda: self.room.allowed(self._begin)),
            self.quiet("lock:remove", translate("Lock", "Haal de pincode weg"), "x",
                       lambda: self.room.allowed(self._remove)),
        ]  # fmt: skip
        if lock.is_open():
            text = translate("Lock", "Hij is net gegeven. Voor een paar minuten kan alles worden veranderd.")
            box.addWidget(Text(self.look, text))
            buttons.insert(0, self.quiet("lock:now", translate("Lock", "Nu op slot"), "lock-key", self._close))
        self.buttons(box, *buttons)

    def _choose(self, box: QVBoxLayout) -> None:
        text = translate("Lock", "Kies 4 tot en met 12 cijfers die u nergens anders gebruikt.")
        box.addWidget(Text(self.look, text))
        labels = translate("Lock", "Nieuwe pincode"), translate("Lock", "Nog een keer")
        self.lines = [
            pin_line(self.look, name, label, self._keep)
            for name, label in zip(("lock:first", "lock:again"), labels, strict=True)
        ]
        self.fields = [Field(self.look, label, line) for label, line in zip(labels, self.lines, strict=True)]
        tiles = Tiles(self.look.gap("xl"), 2, even=False)
        for field, line in zip(self.fields, self.lines, strict=True):
            tiles.addWidget(field)
            line.textEdited.connect(lambda _, field=field: field.hint.say(""))
        box.addLayout(tiles)
        buttons = [self.quiet("lock:keep", translate("Lock", "Zet op slot"), "lock-key", self._keep)]
        if self._choosing:
            buttons.append(self.quiet("lock:back", translate("Lock", "Toch niet"), "arrow-left", self._end))
        self.buttons(box, *buttons)

    def _forgotten(self) -> QWidget:
        card, box = self.card(translate("Lock", "Als u de pincode niet meer weet"))
        forgotten = Forgotten(self.look, self.room.port, self.lang)
        forgotten.gone.connect(self._gone)
        box.addWidget(forgotten)
        return card

    # --- what is pressed

    def _begin(self) -> None:
        self._choosing, self._done = True, ""
        self.renew()

    def _end(self) -> None:
        self._choosing = False
        self.renew()

    def _keep(self) -> None:
        first, again = (line.text() for line in self.lines)
        code = self._fault(first, again)
        if code:
            field = self.fields[1 if code == "differ" else 0]
            field.hint.say(fault_words(code, None, self.lang))
            self.lines[1 if code == "differ" else 0].setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._choosing = False
        self._done = translate("Lock", "De pincode is bewaard.")
        self.room.port.lock.close()
        self.renew()

    def _fault(self, first: str, again: str) -> str:
        if first == again:
            return self.room.port.lock.set_pin(first)
        if not (first.isascii() and first.isdigit()):
            return "digits"
        return "differ"

    def _remove(self) -> None:
        code = self.room.port.lock.remove()
        self._done = "" if code else translate("Lock", "De pincode is weg.")
        self._not_kept = bool(code)
        self.renew()

    def _close(self) -> None:
        self.room.port.lock.close()
        self._done = translate("Lock", "Alles is weer op slot.")
        self.renew()

    def _gone(self) -> None:
        self._done = translate("Lock", "De pincode is weg.")
        self.renew()
