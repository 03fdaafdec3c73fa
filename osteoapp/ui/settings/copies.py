"""Gegevens en kopieën: where everything is, the copies, putting one back in two presses, and a second folder."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Rule
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.text import Text
from osteoapp.ui.safety import CopyHeld, CopyMade, Values
from osteoapp.ui.settings.copywords import fault_words, held_words, made_words, second_words, told_words
from osteoapp.ui.settings.section import Room, Section

FEW: Final = 4
_KINDS: Final = "*.db"


class CopiesSection(Section):
    """A list, or what the chosen copy holds with the question whether to put it back."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._all = False
        self._looking = ""
        self._held: CopyHeld | None = None
        self._saved: tuple[str, str] = ("", "")
        self._no_folder = False
        self._today = room.port.now().date()
        room.port.keeping.changes.changed.connect(self.renew)

    def parts(self) -> Iterator[QWidget]:
        if self._held is not None:
            yield self._preview(self._held)
            return
        code, values = self.room.port.keeping.told()
        if code:
            icon, tone = ("check-circle", "tint") if code == "done" else ("warning", "due")
            text = told_words(code, values, self.lang)
            yield NoteBanner(self.look, text, icon, tone=tone)  # type: ignore[arg-type]
        yield self._where()
        yield self._copies()
        yield self._second()

    # --- where

    def _where(self) -> QWidget:
        card, box = self.card(
            translate("Settings", "Waar uw gegevens staan"),
            translate("Settings", "Alles blijft op deze computer, in deze map:"),
        )
        box.addWidget(Text(self.look, self.room.port.data_folder(), weight=600))
        self.buttons(box, self.quiet("copies:open", translate("Settings", "Open de map"), None, self._open))
        if self._no_folder:
            self.hint(box, translate("Settings", "De map kan hier niet worden getoond."))
        return card

    def _open(self) -> None:
        self._no_folder = not self.room.chooser.show(self.room.port.data_folder())
        self.renew()

    # --- the copies

    def _copies(self) -> QWidget:
        card, box = self.card(
            translate("Settings", "Kopieën"),
            translate("Settings", "Het programma maakt ze zelf, en bewaart er van uren, dagen, weken en maanden."),
        )
        found = self.room.port.keeping.copies()
        for made in found if self._all else found[:FEW]:
            box.addWidget(self._line(made))
            box.addWidget(Rule(self.look))
        if not found:
            box.addWidget(Text(self.look, translate("Settings", "Er is nog geen kopie.")))
        buttons = []
        if len(found) > FEW and not self._all:
            buttons.append(self.quiet("copies:all", translate("Settings", "Toon alle kopieën"), "plus", self._show_all))
        buttons += [
            self.quiet("copies:save", translate("Settings", "Bewaar een kopie"), "download-simple", self._save),
            self.quiet("copies:file", translate("Settings", "Zet een bestand terug"), "clock-counter-clockwise",
                       self._choose),
        ]  # fmt: skip
        self.buttons(box, *buttons)
        if self._looking:
            box.addWidget(NoteBanner(self.look, translate("Settings", "De kopie wordt nagekeken."), "hourglass-medium"))
        self._told_saved(box)
        text = translate(
            "Settings",
            "In een kopie staan uw behandelingen, antwoorden en instellingen. "
            "Ook de tekst van uw kliniek, een half ingevulde vragenlijst en de vinkjes van uw ronde door het huis. "
            "Een heel lange tekst staat alleen in een kopie die u zelf bewaart. "
            "Een lopende stopwatch staat er niet in. Wat er niet in staat, blijft bij terugzetten zoals het is.",
        )
        box.addWidget(Text(self.look, text, "small", "soft"))
        return card

    def _told_saved(self, box: QVBoxLayout) -> None:
        file, fault = self._saved
        if fault:
            self.hint(box, fault)
        elif file:
            said = translate("Settings", "De kopie staat in {file}.").format(file=file)
            box.addWidget(NoteBanner(self.look, said, "check-circle", tone="tint"))

    def _line(self, made: CopyMade) -> QWidget:
        holder = QWidget()
        pair = Pair(self.look.pad("m"), self.look.pad("xs"))
        when = made_words(made.made, self._today, self.lang)
        pair.addWidget(Text(self.look, when, weight=600))
        button = QuietButton(self.look, translate("Settings", "Bekijk"), height="quiet_small")
        button.setObjectName(f"copies:look:{made.made:%Y-%m-%d-%H%M}")
        button.setAccessibleName(translate("Settings", "Bekijk de kopie van {when}").format(when=when))
        button.clicked.connect(lambda _=False: self._look(made.path))
        pair.addWidget(button)
        holder.setLayout(pair)
        return holder

    def _show_all(self) -> None:
        self._all = True
        self.renew()

    def _look(self, path: str) -> None:
        self._looking = path
        self.renew()
        self.room.port.keeping.look_into(path, self._seen)

    def _seen(self, held: CopyHeld) -> None:
        if held.path == self._looking:
            self._looking, self._held = "", held
            self.renew()

    def _choose(self) -> None:
        self.room.chooser.file(self, translate("Settings", "Welke kopie?"), _KINDS, self._look)

    def _save(self) -> None:
        def done(path: str) -> None:
            def told(code: str, values: Values) -> None:
                self._saved = path, fault_words(code, values, self.lang) if code else ""
                self.renew()

            self.room.port.keeping.save_copy(path, told)

        name = f"osteoapp-{self._today.isoformat()}.db"
        self.room.chooser.new_file(self, translate("Settings", "Waar komt de kopie?"), name, _KINDS, done)

    # --- putting one back

    def _preview(self, held: CopyHeld) -> QWidget:
        made = next((one.made for one in self.room.port.keeping.copies() if one.path == held.path), None)
        title = translate("Settings", "Deze kopie")
        if made is not None:
            title = translate("Settings", "Kopie van {when}").format(when=made_words(made, self._today, self.lang))
        card, box = self.card(title)
        for line in held_words(held, self._today, self.lang):
            box.addWidget(Text(self.look, line))
        word = translate("Settings", "Terug") if held.code else translate("Settings", "Toch niet")
        back = self.quiet("copies:back", word, "arrow-left", self._leave)
        if held.code:
            self.buttons(box, back)
            return card
        text = translate(
            "Settings", "Antwoorden van daarna staan er dan niet meer in. Wat er nu staat, wordt apart bewaard."
        )
        box.addWidget(NoteBanner(self.look, text, "info"))
        word = translate("Settings", "Zet deze kopie terug")
        put = self.main("copies:put", word, "clock-counter-clockwise", lambda: self._put(held.path))
        self.buttons(box, put, back)
        return card

    def _put(self, path: str) -> None:
        self.room.allowed(lambda: self.room.port.keeping.put_back(path))

    def _leave(self) -> None:
        self._held = None
        self.renew()

    # --- a second folder

    def _second(self) -> QWidget:
        second = self.room.port.keeping.second()
        card, box = self.card(
            translate("Settings", "Ook een kopie ergens anders"),
            translate("Settings", "Op een stick, of in een map op internet. Wie die map ziet, kan alles lezen."),
        )
        if second.path:
            box.addWidget(Text(self.look, second.path, weight=600))
        trouble = bool(second.path and second.code and second.code != "waiting")
        said = second_words(second, self._today, self.lang)
        if trouble:
            box.addWidget(NoteBanner(self.look, said, "warning", tone="due"))
        else:
            box.addWidget(Text(self.look, said))
        word = translate("Settings", "Kies een andere map") if second.path else translate("Settings", "Kies een map")
        buttons = [self.quiet("copies:second", word, "download-simple", lambda: self.room.allowed(self._choose_second))]
        if second.path:
            stop = translate("Settings", "Stop hiermee")
            buttons.append(self.quiet("copies:second:off", stop, "x", lambda: self.room.allowed(self._stop)))
        self.buttons(box, *buttons)
        return card

    def _choose_second(self) -> None:
        self.room.chooser.folder(self, translate("Settings", "Waar komen de kopieën?"), self._keep)

    def _stop(self) -> None:
        self._keep("")

    def _keep(self, path: str) -> None:
        self._not_kept = not self.room.port.keeping.choose_second(path)
        self.renew()
