"""The cards of the settings about this computer: starting, staying awake, and whether each reminder gets through."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.i18n import clock, translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.machine import Channel, ChannelMood, Machine
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Card, IconMark, Rule, clear, column, row
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.rows import Pick
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import Look

_ICONS: Final[dict[ChannelMood, Icon]] = {
    "works": "check-circle", "fails": "warning", "unknown": "question", "untried": "question",
}  # fmt: skip
_NOBODY_THERE: Final = ("no-service", "no-session-bus", "no-notify-send", "unsupported-platform")
_SLOW: Final = ("no-answer", "deadline", "hanging")


Allowed = Callable[[Callable[[], None]], None]


def at_once(act: Callable[[], None]) -> None:
    """Where there is no PIN to ask."""
    act()


class Redrawn(Card):
    """A card that is drawn anew whenever the computer has another answer. ``allowed`` may ask a PIN before a switch."""

    def __init__(self, look: Look, machine: Machine, title: str, allowed: Allowed = at_once) -> None:
        super().__init__(look, name=title)
        self._title, self._machine = title, machine
        self._refused = False
        self._allowed = allowed
        pad = look.pad("xl")
        box = column(0, (pad, look.pad("l"), pad, look.pad("xl")))
        self.setLayout(box)
        self._box = box
        machine.changes.changed.connect(self.renew)
        self.renew()

    def renew(self) -> None:
        """Draws what the computer says now; the keyboard stays where it was."""
        focused = QApplication.focusWidget()
        name = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        clear(self._box)
        holder = QWidget()
        inner = column(self.look.pad("s"))
        inner.addWidget(Text(self.look, self._title, "section"))
        for part in self._parts():
            inner.addWidget(part)
        holder.setLayout(inner)
        self._box.addWidget(holder)
        again = holder.findChild(QAbstractButton, name) if name else None
        if again is not None:
            again.setFocus()

    def _parts(self) -> list[QWidget]:
        raise NotImplementedError

    def _switch(self, name: str, title: str, line: str, *, on: bool, turn: Callable[[bool], bool]) -> QWidget:
        """Two picks under a title and a line of what it does."""
        look = self.look
        holder = QWidget()
        box = column(look.pad("xs"))
        box.addWidget(Text(look, title, weight=600))
        box.addWidget(Text(look, line, "body", "soft"))
        picks = QWidget()
        picks.setAccessibleName(title)
        flow = Flow(look.gap("m"))
        for word, value in ((translate("Settings", "Aan"), True), (translate("Settings", "Uit"), False)):
            pick = Pick(look, word, chosen=on is value, name=f"{title}: {word}")
            pick.setObjectName(f"{name}:{'on' if value else 'off'}")
            pick.clicked.connect(lambda _=False, value=value: self._turn(turn, value))
            flow.addWidget(pick)
        picks.setLayout(flow)
        box.addWidget(picks)
        holder.setLayout(box)
        return holder

    def _turn(self, turn: Callable[[bool], bool], value: bool) -> None:
        def act() -> None:
            self._refused = not turn(value)
            self.renew()

        self.renew()  # until it is allowed, what is in force stays the chosen one
        self._allowed(act)


class StartCard(Redrawn):
    """When the program runs, and what that asks of the computer."""

    def __init__(self, look: Look, machine: Machine, allowed: Allowed = at_once) -> None:
        super().__init__(look, machine, translate("Machine", "Deze computer"), allowed)

    def _parts(self) -> list[QWidget]:
        text = translate("Machine", "De computer moet aan staan. In de slaapstand komt er geen herinnering.")
        after = translate("Machine", "Was de computer uit? Dan ziet u daarna wat er was.")
        parts: list[QWidget] = [NoteBanner(self.look, f"{text} {after}", "desktop")]
        starts, awake = self._machine.autostart(), self._machine.keep_awake()
        if starts is not None:
            parts.append(
                self._switch(
                    "autostart", translate("Machine", "Start met de computer"),
                    translate("Machine", "Dan hoeft u het programma niet zelf te openen."),
                    on=starts, turn=self._machine.set_autostart,
                )
            )  # fmt: skip
        if awake is not None:
            parts.append(
                self._switch(
                    "awake", translate("Machine", "Wakker blijven voor een herinnering"),
                    translate("Machine", "Vanaf 10 minuten ervoor valt de computer niet vanzelf in slaap."),
                    on=awake, turn=self._machine.set_keep_awake,
                )
            )  # fmt: skip
        if self._refused:
            parts.append(NoteBanner(self.look, translate("Machine", "Dat lukt op deze computer niet."), "warning"))
        return parts


class ChannelsCard(Redrawn):
    """Each way to the person's attention, how it did last, and a button to try it."""

    def __init__(self, look: Look, machine: Machine, lang: Lang) -> None:
        self._lang = lang
        super().__init__(look, machine, translate("Machine", "Komt een herinnering hier aan?"))

    def _parts(self) -> list[QWidget]:
        found: list[QWidget] = []
        for channel in self._machine.channels():
            found += [Rule(self.look)] if found else []
            found.append(self._line(channel))
        return found

    def _line(self, channel: Channel) -> QWidget:
        look = self.look
        holder = QWidget()
        holder.setObjectName(f"channel:{channel.name}")
        box = row(look.pad("m"))
        box.addWidget(IconMark(look, _ICONS[channel.mood], "due_text" if channel.mood == "fails" else "accent", "bold"))
        pair = Pair(look.pad("m"), look.pad("xs"), look.whole("measure") // 2)
        pair.addWidget(Text(look, channel_words(channel, self._lang)))
        tries: dict[str, tuple[str, Callable[[], None]]] = {
            "notification": (translate("Machine", "Probeer de melding"), self._machine.try_notification),
            "sound": (translate("Machine", "Probeer het geluid"), self._machine.try_sound),
            "speech": (translate("Machine", "Probeer het voorlezen"), self._machine.try_speech),
            "tray": (translate("Machine", "Probeer het plaatje bij de klok"), self._machine.try_tray),
        }
        if channel.name in tries:
            word, act = tries[channel.name]
            button = QuietButton(look, translate("Machine", "Probeer"), height="quiet_small")
            button.setAccessibleName(word)
            button.setObjectName(f"try:{channel.name}")
            button.clicked.connect(lambda _=False: act())
            pair.addWidget(button)
        box.addLayout(pair, 1)
        holder.setLayout(box)
        return holder


def channel_words(channel: Channel, lang: Lang) -> str:
    """How a way to the person's attention does, in a sentence or two."""
    if channel.name == "window":
        if channel.mood == "works":
            return translate("Machine", "**Venster.** Het komt boven de andere vensters.")
        return translate("Machine", "**Venster.** Het kan achter een ander venster komen. De melding blijft dan staan.")
    if channel.name == "tray":
        if channel.mood == "works":
            return translate("Machine", "**Plaatje bij de klok.** Het laat zien wat er nu is.")
        return translate("Machine", "**Plaatje bij de klok.** Dat heeft deze computer niet.")
    if channel.name == "speech":
        return _speech_words(channel, lang)
    if channel.name == "sound":
        if channel.mood == "works":
            return translate("Machine", "**Geluid.** Een zachte bel, die langzaam luider wordt.")
        return translate("Machine", "**Geluid.** Het lukt hier niet. Staat de luidspreker aan?")
    return _notification_words(channel, lang)


def _speech_words(channel: Channel, lang: Lang) -> str:
    if channel.mood == "works":
        return translate("Machine", "**Voorlezen.** Er is een stem voor uw taal.")
    if channel.mood == "untried":
        return translate("Machine", "**Voorlezen.** Nog niet geprobeerd.")
    if channel.code == "no-voice":
        return translate("Machine", "**Voorlezen.** Deze computer heeft geen stem voor uw taal.")
    return translate("Machine", "**Voorlezen.** Dat lukt op deze computer niet.")


def _notification_words(channel: Channel, lang: Lang) -> str:
    name = translate("Machine", "**Melding in de hoek.**")
    when = ""
    if channel.at is not None:
        when = words.tie(f"{words.day(channel.at.date(), lang)}, {clock(channel.at)}")
    if channel.mood == "untried":
        said = translate("Machine", "Nog niet geprobeerd.")
    elif channel.mood == "works":
        said = translate("Machine", "De laatste is getoond: {when}.").format(when=when)
    elif channel.mood == "unknown":
        said = translate("Machine", "De laatste is verstuurd: {when}. Zag u hem niet? Het venster komt wel.").format(
            when=when
        )
    elif channel.code in _NOBODY_THERE:
        said = translate("Machine", "Deze computer toont geen meldingen. Het venster komt wel.")
    elif channel.code in _SLOW:
        said = translate("Machine", "De computer antwoordde niet: {when}. Het venster komt wel.").format(when=when)
    else:
        said = translate("Machine", "De laatste lukte niet: {when}. Het venster komt wel.").format(when=when)
    return f"{name} {said}"
