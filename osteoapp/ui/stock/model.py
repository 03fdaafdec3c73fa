"""What the card "Voorraad" says: what is left, until when, when it will be reminded, and whom to call for more."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.core.boxes import Stock
from osteoapp.i18n import translate

WARN_DAYS = (3, 7, 14, 21)
# More pieces than this are asked about once: nobody has them at home, but a zero is soon typed too many.
MANY = 500
# No medicine keeps for longer, in years.
LONGEST_KEPT = 15


@dataclass(frozen=True, slots=True)
class StockView:
    """``lines`` say how it stands, the first is the number. ``warning`` is what needs care, or empty. ``prescription``
    says whom to call for a repeat prescription."""

    tracked: bool
    lines: tuple[str, ...]
    prescription: str
    warning: str = ""


def stock_view(stock: Stock | None, today: date, pharmacy: str, lang: Lang) -> StockView:
    """``pharmacy`` is the number as it was filled in, or empty."""
    if pharmacy:
        said = translate("Stock", "Herhaalrecept nodig? Bel uw apotheek: **{number}**.").format(number=pharmacy)
    else:
        said = translate("Stock", "Herhaalrecept nodig? Bel uw apotheek. Het nummer staat op het etiket.")
    if stock is None:
        return StockView(False, (translate("Stock", "U kunt hier bijhouden hoeveel u nog heeft."),), said)
    lines = [left_words(stock)]
    if stock.out is not None and stock.out > today:
        lines.append(translate("Stock", "Genoeg tot {day}.").format(day=words.day(stock.out, lang, year=True)))
    if stock.remind is not None and stock.remind > today:
        remind = translate("Stock", "U krijgt een herinnering op {day}.")
        lines.append(remind.format(day=words.day(stock.remind, lang)))
    warning = ""
    if stock.out is not None and stock.out <= today:
        warning = translate("Stock", "Dit is niet genoeg voor de volgende keer.")
    if stock.expires is not None and stock.expires < today:
        warning = translate("Stock", "De houdbaarheidsdatum is voorbij. Vraag uw apotheker wat u hiermee doet.")
    elif stock.expires is not None:
        day = words.day(stock.expires, lang, year=True).partition(" ")[2]
        lines.append(translate("Stock", "Houdbaar tot en met {day}.").format(day=day))
    return StockView(True, tuple(words.tie(line) for line in lines), said, warning)


def left_words(stock: Stock) -> str:
    """How many there are: ``Nog 12 stuks.``"""
    return translate("Stock", "Nog %n stuks.", "", stock.left)


def number_of(text: str) -> int | None:
    """The whole number that was typed; None where it is none."""
    cleaned = text.strip()
    return int(cleaned) if cleaned.isascii() and cleaned.isdigit() and len(cleaned) < 6 else None


def expiry_of(text: str, today: date) -> tuple[date | None, str]:
    """The date on a box from year, month and day as they were typed, or a sentence about what is wrong with them.

    Nothing at all is no date. Without a day it is the last one of the month: so the boxes mean it.
    """
    if not text:
        return None, ""
    year, month, day = (int(part) if part.isascii() and part.isdigit() else None for part in text.split("-"))
    if year is None or month is None or (day is None and not text.endswith("-")):
        return None, translate("Stock", "Vul de maand en het jaar in, zoals op de doos. De dag mag leeg blijven.")
    year += 2000 if year < 100 else 0
    if not today.year - LONGEST_KEPT <= year <= today.year + LONGEST_KEPT:
        return None, translate("Stock", "Dit jaar kan niet kloppen. Kijk het na op de doos.")
    last = monthrange(year, month)[1] if 1 <= month <= 12 else 0
    if not 1 <= (last if day is None else day) <= last:
        return None, translate("Stock", "Deze dag bestaat niet. Kijk het na op de doos.")
    found = date(year, month, last if day is None else day)
    if found < today:
        return None, translate("Stock", "Deze datum is al voorbij. Kijk het na op de doos, of vraag uw apotheker.")
    return found, ""
