"""Two languages, complete: no text is left behind, no placeholder is lost, dates are written out."""

from __future__ import annotations

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from datetime import date, time

import pytest

from osteoapp import i18n
from osteoapp.i18n import Translations, translate
from osteoapp.ui.assets import resources

FOLDER = resources() / "translations"
DAY = date(2026, 11, 23)


def test_every_text_is_translated() -> None:
    done = subprocess.run(
        [sys.executable, str(FOLDER / "update.py"), "--check"], capture_output=True, text=True, check=False
    )
    assert (done.stdout, done.returncode) == ("", 0)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_translation_keeps_what_is_filled_in(lang: str) -> None:
    for message in ET.parse(FOLDER / f"{lang}.ts").getroot().iter("message"):
        source, target = message.findtext("source", ""), message.find("translation")
        assert target is not None
        forms = [form.text or "" for form in target.iter("numerusform")] or [target.text or ""]
        for form in forms:
            wanted = sorted(re.findall(r"\{\w*\}|%n|\*\*", source))
            assert sorted(re.findall(r"\{\w*\}|%n|\*\*", form)) == wanted, source


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_what_is_shown_is_what_was_translated(lang: str, translations: Translations) -> None:
    """The .qm files were made of these .ts files."""
    assert translations.install(lang)
    for context in ET.parse(FOLDER / f"{lang}.ts").getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            source, target = message.findtext("source", ""), message.find("translation")
            assert target is not None
            forms = [form.text or "" for form in target.iter("numerusform")]
            if forms:
                assert translate(name, source, "", 1) == forms[0].replace("%n", "1")
                assert translate(name, source, "", 3) == forms[1].replace("%n", "3")
            else:
                assert translate(name, source) == target.text


def test_english_takes_the_place_of_dutch_and_back(translations: Translations) -> None:
    translations.install("en")
    assert translate("Place", "Vandaag") == "Today"
    assert translate("QFileDialog", "Look in:") == "Look in:"
    translations.install("nl")
    assert translate("Place", "Vandaag") == "Vandaag"
    assert translate("QFileDialog", "Look in:") == "Zoeken in:"


def test_dates_are_written_out_and_do_not_break() -> None:
    assert i18n.full_day(DAY, "nl") == "maandag 23\u00a0november\u00a02026"
    assert i18n.full_day(DAY, "en") == "Monday 23\u00a0November\u00a02026"
    assert i18n.day_words(DAY, "nl") == "maandag 23\u00a0november"
    assert i18n.month_name(3, "nl") == "maart"
    assert i18n.clock(time(8, 5)) == "08:05"
    assert i18n.number(12500, "nl") == "12.500"
    assert i18n.capital("maandag") == "Maandag"
