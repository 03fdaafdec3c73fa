"""Copies of the data in words: when they were made, what they hold, and how sending them went. No widgets."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.i18n import clock, full_day, translate
from osteoapp.ui.safety import CopyHeld, SecondFolder, Values


def made_words(made: datetime, today: date, lang: Lang) -> str:
    """``vandaag, 07:35``, ``gisteren, 20:05``, ``maandag 23 november 2026, 07:35``."""
    day = made.date()
    if day == today:
        return translate("Settings", "vandaag, {time}").format(time=clock(made))
    if day == today - timedelta(days=1):
        return translate("Settings", "gisteren, {time}").format(time=clock(made))
    return words.tie(f"{full_day(day, lang)}, {clock(made)}")


def held_words(held: CopyHeld, today: date, lang: Lang) -> tuple[str, ...]:
    """What a copy holds, a sentence each; or the one sentence that says why it cannot be used."""
    if held.code:
        return (fault_words(held.code, held.values, lang),)
    if held.at is None:
        last = [translate("Settings", "Er staan geen antwoorden in.")]
    else:
        when = made_words(held.at, today, lang)
        last = [translate("Settings", "**Laatste antwoord:** {when}. {what}.").format(when=when, what=held.last)]
    if held.taken_at is not None and held.taken != held.last:
        when = made_words(held.taken_at, today, lang)
        last.insert(0, translate("Settings", "**Laatste inname:** {when}. {what}.").format(when=when, what=held.taken))
    count = translate("Settings", "**Aantal antwoorden:** {count}.").format(count=held.answers)
    plans = ", ".join(held.plans) or translate("Settings", "geen")
    treated = translate("Settings", "**Behandelingen:** {plans}.").format(plans=plans)
    return *last, count, treated, *_clinic_words(held.clinic)


def _clinic_words(clinic: str) -> tuple[str, ...]:
    """Of a copy that was made where a clinic's text was; nothing of any other."""
    if not clinic:
        return ()
    if clinic == "whole":
        return (translate("Settings", "**Tekst van uw kliniek:** staat erin."),)
    if clinic == "large":
        return (translate("Settings", "**Tekst van uw kliniek:** staat er niet in, want hij was te groot."),)
    return (translate("Settings", "**Tekst van uw kliniek:** staat er niet in, want hij was beschadigd."),)


def second_words(second: SecondFolder, today: date, lang: Lang) -> str:
    """How the last copy to the second folder went."""
    if not second.path:
        return translate("Settings", "Er is nog geen tweede map gekozen.")
    if second.code == "waiting":
        return translate("Settings", "De kopie is onderweg.")
    if second.code:
        said = fault_words(second.code, (*second.values, ("folder", second.path)), lang)
        if second.at is None:
            return said
        return translate("Settings", "{when}: {what}").format(when=made_words(second.at, today, lang), what=said)
    assert second.at is not None
    return translate("Settings", "De laatste kopie staat er. Nagekeken: {when}.").format(
        when=made_words(second.at, today, lang)
    )


def told_words(code: str, values: Values, lang: Lang) -> str:
    """What became of putting a copy back."""
    said = dict(values)
    if code == "done":
        done = translate("Settings", "De kopie is teruggezet.")
        kept = translate("Settings", "Wat er eerst stond, is bewaard in {folder}.").format(folder=said["folder"])
        return f"{done} {kept}" if said["folder"] else done
    return fault_words(code, values, lang)


def fault_words(code: str, values: Values, lang: Lang) -> str:
    """Why something was not done."""
    if code == "copy_slow":
        return translate("Settings", "Die plaats antwoordt niet. Er is niets veranderd.")
    if code == "unsaved":
        return translate("Settings", "Er staat nog een antwoord niet op de schijf. Wacht tot dat er is.")
    return words.fault(code, dict(values), lang)
