"""The PIN in words: what is wrong with one, how long to wait, and the way out of a forgotten one. No widgets."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.i18n import clock, day_words, translate


def sentence_to_type() -> str:
    """What nobody types by a slip of the hand."""
    return translate("Lock", "Ik haal de pincode weg")


def is_sentence(typed: str) -> bool:
    """Whether it was typed, however the capitals, spaces and the full stop are."""
    return _plain(typed) == _plain(sentence_to_type())


def fault_words(code: str, until: datetime | None, lang: Lang) -> str:
    """What is wrong with a PIN. ``until`` is local: no PIN is taken before."""
    if until is not None:
        return translate("Lock", "Dat klopte een paar keer niet. Probeer het na {time} opnieuw.").format(
            time=_time(until)
        )
    said = {
        "wrong": translate("Lock", "Deze pincode klopt niet."),
        "wait": translate("Lock", "Deze pincode klopt niet."),
        "digits": translate("Lock", "Een pincode heeft alleen cijfers."),
        "length": translate("Lock", "Een pincode heeft 4 tot en met 12 cijfers."),
        "differ": translate("Lock", "De 2 pincodes zijn niet gelijk. Vul ze opnieuw in."),
        "sentence": translate("Lock", "Typ de zin precies zo."),
    }
    return said.get(code) or words.fault(code, {}, lang)


def way_out_words(at: datetime, now: datetime, lang: Lang) -> str:
    """When a forgotten PIN may go; both local."""
    if now >= at:
        return translate("Lock", "De dag is om. Typ deze zin om de pincode weg te halen:")
    when = words.tie(f"{day_words(at.date(), lang)}, {clock(at)}")
    return translate("Lock", "Vanaf {when} kan de pincode weg. Tot dan blijft alles zoals het is.").format(when=when)


def _time(moment: datetime) -> str:
    """With seconds, where the wait is short."""
    return f"{moment:%H:%M:%S}"


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace(".", " ").split())
