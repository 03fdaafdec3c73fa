"""What does not work on this computer, in sentences. No widgets."""

from __future__ import annotations

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.i18n import translate


def note_words(code: str, detail: str, lang: Lang) -> str:
    """What does not work on this computer, in a sentence; a ``detail`` that is one already is said as it is."""
    known = {
        "notification_failed": translate("Settings", "De melding in de hoek lukt hier niet. Het venster komt wel."),
        "backup_failed": translate("Settings", "De reservekopie van vandaag is niet gelukt."),
        "no-sound-library": translate("Settings", "Geluid werkt niet op deze computer."),
        "no-sound-file": translate("Settings", "Het geluid van de herinnering is niet gevonden."),
        "no-sound-device": translate("Settings", "Er is geen luidspreker gevonden."),
        "keep_awake_failed": translate("Settings", "Deze computer laat zich niet wakker houden."),
        "program_fault": translate("Settings", "In het programma ging iets mis. De herinneringen gaan door."),
        "sound-failed": translate("Settings", "Het geluid kon niet worden afgespeeld."),
    }
    if code in known:
        return known[code]
    return detail if " " in detail else words.fault(code, {"reason": detail}, lang)
