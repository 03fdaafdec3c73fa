"""Tijden van de dag: typed or stepped, kept when the hand rests, with each fault beside its field."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from osteoapp import words
from osteoapp.i18n import translate
from osteoapp.ui.parts.entries import ClockEntry
from osteoapp.ui.parts.text import Text
from osteoapp.ui.parts.tiles import Tiles
from osteoapp.ui.ports import Result
from osteoapp.ui.settings.daytimes import KEYS, QUIET, DayFields, field_of, fields_of, form_with
from osteoapp.ui.settings.section import Room, Section
from osteoapp.ui.setup.hints import hint
from osteoapp.ui.setup.page import Field, Hint
from osteoapp.ui.theme import SETTLE_MS

_NO_OFFER: Final = ""


class TimesSection(Section):
    """What is typed stays as it is typed, also where it cannot be kept yet."""

    def __init__(self, room: Room, parent: QWidget | None = None) -> None:
        super().__init__(room, parent)
        self._shown = fields_of(room.port.plans.form())
        self._fields: dict[str, Field] = {}
        self._asked = False
        self._rest = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._rest.timeout.connect(self.settle)

    def parts(self) -> Iterator[QWidget]:
        self._fields = {}
        yield self._times()
        yield self._quiet()

    def _times(self) -> QWidget:
        card, box = self.card(
            translate("Settings", "Tijden van de dag"),
            translate("Settings", "Hieraan houden de herinneringen zich. U kunt typen of op + en − drukken."),
        )
        said = {
            "wake": (translate("Settings", "Opstaan"), translate("Settings", "Dan komt ook de weektablet.")),
            "morning_ends": (translate("Settings", "Einde van de ochtend"),
                             translate("Settings", "Daarna die dag geen weektablet.")),
            "evening": (translate("Settings", "Avond"), translate("Settings", "Dan hoort u wat er morgen is.")),
            "office": (translate("Settings", "Bellen en halen"),
                       translate("Settings", "Bijvoorbeeld een afspraak maken.")),
        }  # fmt: skip
        tiles = Tiles(self.look.gap("xl"), 2, even=False)
        for key in KEYS:
            tiles.addWidget(self._field(key, *said[key]))
        box.addLayout(tiles)
        self.general = self.hint(box, "")
        self.said = Text(self.look, " ", "body", "soft")
        box.addWidget(self.said)
        return card

    def _quiet(self) -> QWidget:
        card, box = self.card(
            translate("Settings", "Stille uren"),
            translate("Settings", "Dan is het stil, behalve voor wat u zelf op die tijd zette."),
        )
        on = self._shown.quiet
        self.picks(box, "", [
            ("quiet:on", translate("Settings", "Aan"), on, lambda: self._turn(True)),
            ("quiet:off", translate("Settings", "Uit"), not on, lambda: self._turn(False)),
        ])  # fmt: skip
        if on:
            self._quiet_fields(box)
        return card

    def _quiet_fields(self, box: QVBoxLayout) -> None:
        tiles = Tiles(self.look.gap("xl"), 2, even=False)
        words_of = translate("Settings", "Van"), translate("Settings", "Tot")
        for key, word in zip(QUIET, words_of, strict=True):
            tiles.addWidget(self._field(key, word, _NO_OFFER))
        box.addLayout(tiles)

    def _field(self, key: str, label: str, line: str) -> Field:
        entry = ClockEntry(self.look, label)
        entry.first.setObjectName(f"times:{key}")
        entry.set_value(self._shown.texts[key])
        entry.changed.connect(lambda: self._said(key, entry))
        entry.first.editingFinished.connect(self.settle)
        self._fields[key] = Field(self.look, label, entry, line=line)
        return self._fields[key]

    # --- what is said

    def _said(self, key: str, entry: ClockEntry) -> None:
        self._shown = self._shown.with_text(key, entry.value())
        self._fields[key].hint.say("")
        self.said.say(" ")
        self._rest.start()

    def _turn(self, quiet: bool) -> None:
        self._shown = DayFields(self._shown.texts, quiet)
        self.renew()
        self.settle()

    def settle(self) -> None:
        """Keeps what the fields say, where it can be kept; else says beside each what is wrong."""
        self._rest.stop()
        plans = self.room.port.plans
        base = plans.form()
        if self._asked:
            return
        if self._shown == fields_of(base):
            self._show_faults([])
            return
        checked = plans.check(form_with(base, self._shown))
        self._show_faults([(field_of(one.slot, one.key), hint(one, self.lang)) for one in checked.faults])
        if checked.draft is None:
            return
        draft = checked.draft

        def save() -> None:
            self._asked = False
            outcome = plans.save(draft)
            if outcome.result is Result.SAVED:
                self._shown = fields_of(plans.form())
                self.said.say(translate("Settings", "Bewaard."))
            elif outcome.result is Result.REFUSED:
                self.general.say(words.refusal(outcome.code, outcome.values, self.lang))
            else:
                self.general.say(words.fault(outcome.code, outcome.values, self.lang))

        if self.room.port.lock.is_open():
            save()
            return
        self._asked = True  # leaving a field asks for the PIN once, not again while it is being asked
        self.room.allowed(save, self._refused)

    def _refused(self) -> None:
        """The PIN was not given: the times are those in force."""
        if self._asked:
            self._asked = False
            self._shown = fields_of(self.room.port.plans.form())
            self.renew()

    def _show_faults(self, found: list[tuple[str, str]]) -> None:
        for field in self._fields.values():
            field.hint.say("")
        self.general.say("")
        loose = []
        for key, text in found:
            if key in self._fields:
                self._fields[key].hint.say(text)
            else:
                loose.append(text)
        self.general.say(" ".join(dict.fromkeys(loose)))

    @property
    def hints(self) -> tuple[Hint, ...]:
        """All places where something may be said to be wrong."""
        return (self.general, *(field.hint for field in self._fields.values()))

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves at once after typing has typed it all the same."""
        if self._rest.isActive() and self.room.port.lock.is_open():
            self.settle()
        super().hideEvent(event)
