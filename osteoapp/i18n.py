"""The words of widgets in the language of the person, and dates and numbers as that language writes them.

Source strings are Dutch and stand in the code; ``resources/translations`` holds the English ones, and the plural
forms of both, made with Qt Linguist. ``translate`` is the only way in, so that ``pyside6-lupdate`` finds every string.
"""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

LANGUAGES: Final = ("nl", "en")
NBSP: Final = "\u00a0"
_LOCALES: Final = {
    "nl": QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


def translate(context: str, text: str, comment: str = "", n: int = -1) -> str:
    """The text in the language now installed; ``n`` takes the place of ``%n`` and chooses the plural form.

    Give all arguments by position, and fill in values afterwards with ``format``: ``pyside6-lupdate`` reads the calls.
    """
    return QCoreApplication.translate(context, text, comment, n)


class Translations:
    """The language now shown; the whole program has one at a time. Keeps its translators: Qt does not own them."""

    _current: ClassVar[tuple[QTranslator, ...]] = ()
    _shown: ClassVar[str] = ""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def lang(self) -> str:
        """The language that was installed last; empty before the first."""
        return Translations._shown

    def install(self, lang: str) -> bool:
        """Shows the screens that are built from now on in ``lang``; False where its file cannot be read."""
        app = QCoreApplication.instance()
        if app is None:
            raise RuntimeError("a language needs a Qt application")
        for old in Translations._current:
            app.removeTranslator(old)
        translator, qt = QTranslator(), QTranslator()
        read = translator.load(str(self._folder / f"{lang}.qm"))
        # The windows for a file are Qt's own where the desktop has none; without its Dutch file they are in English.
        names = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), f"qtbase_{lang}.qm")
        found = [one for one, done in ((qt, qt.load(str(names))), (translator, read)) if done]
        for one in found:
            app.installTranslator(one)
        Translations._current = tuple(found)
        Translations._shown = lang
        QLocale.setDefault(_LOCALES[lang])
        return bool(read)


def weekday(day: date, lang: str) -> str:
    """``maandag``, ``Monday``."""
    return _text(day, "dddd", lang)


def day_month(day: date, lang: str) -> str:
    """``23 november``, never broken over two lines."""
    return _text(day, "d MMMM", lang).replace(" ", NBSP)


def day_words(day: date, lang: str) -> str:
    """``maandag 23 november``."""
    return f"{weekday(day, lang)} {day_month(day, lang)}"


def full_date(day: date, lang: str) -> str:
    """``23 november 2026``, never broken over two lines."""
    return _text(day, "d MMMM yyyy", lang).replace(" ", NBSP)


def full_day(day: date, lang: str) -> str:
    """``maandag 23 november 2026``."""
    return f"{weekday(day, lang)} {full_date(day, lang)}"


def month_name(month: int, lang: str) -> str:
    """``november``; month 1 is January."""
    return _LOCALES[lang].standaloneMonthName(month)


def month_short(month: int, lang: str) -> str:
    """``nov``; for where seven or twelve stand beside each other."""
    return _LOCALES[lang].standaloneMonthName(month, QLocale.FormatType.ShortFormat).rstrip(".")


def clock(moment: datetime | time) -> str:
    """``08:05``, in both languages."""
    return f"{moment:%H:%M}"


def weekday_name(day: int, lang: str) -> str:
    """``maandag``; day 0 is Monday."""
    return _LOCALES[lang].standaloneDayName(day + 1)


def number(value: int, lang: str) -> str:
    """A whole number with the language's separators."""
    return _LOCALES[lang].toString(value)


def capital(text: str) -> str:
    """The text with a capital in front, the rest as it is."""
    return text[:1].upper() + text[1:]


def _text(day: date, pattern: str, lang: str) -> str:
    return _LOCALES[lang].toString(QDate(day.year, day.month, day.day), pattern)
