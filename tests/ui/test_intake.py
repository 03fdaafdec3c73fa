"""The guided intake: a Monday morning, a restart in the half hour, and what can go otherwise."""

from __future__ import annotations

from datetime import timedelta

from osteoapp.i18n import Translations
from osteoapp.ui.bar import SmallBar
from osteoapp.ui.pictures import settle
from osteoapp.ui.theme import Look
from osteoapp.ui.window import MainWindow

from .fakes import ACTIVITY, DAIRY, HEART, TABLET, VITAMIN, CorePort, at
from .helpers import DAIRY_ID, TABLET_ID, VITAMIN_ID, names, press, said, window


def begun(port: CorePort, translations: Translations) -> MainWindow:
    main = window(port, translations)
    press(main, f"{TABLET_ID}:start")
    return main


def test_a_monday_morning(translations: Translations) -> None:
    port = CorePort(at(7, 31))
    main = begun(port, translations)
    assert "Heeft u vandaag al iets gegeten of gedronken?" in said(main)
    assert port.sent == [], "the question alone records nothing"
    press(main, "intake:fasting")
    assert "vol glas kraanwater" in said(main)
    port.move(at(7, 35))
    press(main, "intake:taken")
    assert [(one.answer, one.details) for one in port.sent] == [("taken", {})]
    assert "Blijf nu rechtop" in said(main)
    ring = main.pages.currentWidget().built.ring  # type: ignore[attr-defined]
    assert ring.accessibleName() == "Nog 30 minuten, klaar om 08:05"
    port.present = at(7, 43)
    main.tick()
    settle()
    assert main.pages.currentWidget().built.ring is ring, "the minutes change, the page is not drawn anew"  # type: ignore[attr-defined]
    assert ring.accessibleName() == "Nog 22 minuten, klaar om 08:05"
    port.move(at(8, 5))
    settle()
    assert "Het half uur is voorbij" in said(main)
    assert "Ga pas liggen als u iets gegeten heeft." in said(main)
    press(main, f"{DAIRY_ID}:amount")
    assert port.sent[-1].details == {"amount": 1}
    press(main, "intake:leave")
    assert "Genomen om 07:35" in said(main)


def test_the_half_hour_survives_a_restart(translations: Translations) -> None:
    port = CorePort(at(7, 35))
    port.record(TABLET_ID, "taken")
    port.present = at(7, 50)
    main = window(port, translations)
    assert "Blijf rechtop tot 08:05" in said(main)
    press(main, f"{TABLET_ID}:watch")
    ring = main.pages.currentWidget().built.ring  # type: ignore[attr-defined]
    assert ring.accessibleName() == "Nog 15 minuten, klaar om 08:05"


def test_who_has_eaten_is_reminded_the_next_morning(translations: Translations) -> None:
    port = CorePort(at(7, 31))
    main = begun(port, translations)
    assert "Bij ja herinneren wij u dinsdag 24 november om 07:30." in said(main)
    press(main, "intake:not_fasting")
    settle()
    assert [one.answer for one in port.sent] == ["not_fasting"]
    assert not main.in_intake
    assert main.today.undo_bar is not None
    assert f"{TABLET_ID}:start" not in names(main)


def test_back_goes_one_step_and_then_out(translations: Translations) -> None:
    port = CorePort(at(7, 31))
    main = begun(port, translations)
    press(main, "intake:fasting")
    press(main, "intake:back")
    assert "gegeten of gedronken" in said(main)
    press(main, "intake:back")
    settle()
    assert not main.in_intake
    assert port.sent == []


def test_taken_can_be_put_back_during_the_half_hour(translations: Translations) -> None:
    port = CorePort(at(7, 35))
    main = begun(port, translations)
    press(main, "intake:fasting")
    press(main, "intake:taken")
    press(main, "intake:undo")
    assert port.taken_back == ["e1"]
    assert "intake:taken" in names(main)


def test_answered_elsewhere_the_intake_ends(translations: Translations) -> None:
    port = CorePort(at(7, 31))
    main = begun(port, translations)
    port.record(TABLET_ID, "skipped")
    settle()
    assert not main.in_intake
    assert main.pages.currentWidget() is main.today


def test_after_the_morning_the_intake_is_not_offered(translations: Translations) -> None:
    port = CorePort(at(11, 59))
    main = begun(port, translations)
    assert main.in_intake
    port.move(at(12, 0))
    settle()
    assert not main.in_intake


def test_what_may_not_wait_stands_beside_the_ring(translations: Translations) -> None:
    port = CorePort(at(8, 20), TABLET, VITAMIN, HEART, DAIRY, ACTIVITY)
    main = begun(port, translations)
    press(main, "intake:fasting")
    press(main, "intake:taken")
    port.move(at(8, 31))
    settle()
    assert "Dit valt nu ook" in said(main)
    assert "Vitamine D: tablet" in said(main)
    assert f"{VITAMIN_ID}:taken" not in names(main)
    press(main, "metoprolol/2026-11-23/dose:taken")
    assert port.sent[-1].item == "metoprolol/2026-11-23/dose"
    assert "Blijf nu rechtop" in said(main)


def test_something_went_wrong_is_noted_and_changes_nothing(translations: Translations) -> None:
    port = CorePort(at(7, 35))
    main = begun(port, translations)
    press(main, "intake:fasting")
    press(main, "intake:taken")
    press(main, "intake:wrong")
    words = said(main)
    for title in ("Te vroeg gegeten of gedronken", "Te vroeg gaan liggen", "Overgegeven na de tablet"):
        assert title in words
    assert "010-7654321" in words
    press(main, "wrong:vomited")
    assert (port.sent[-1].answer, port.sent[-1].details) == ("remark", {"note": "vomited"})
    assert main.in_intake
    assert "Blijf nu rechtop" in said(main)


def test_own_words_can_be_noted(translations: Translations) -> None:
    port = CorePort(at(7, 35))
    port.record(TABLET_ID, "taken")
    main = window(port, translations)
    main.show_wrong(TABLET_ID)
    settle()
    page = main.pages.currentWidget()
    press(main, "wrong:note")
    assert port.sent[-1].answer == "taken", "an empty line notes nothing"
    page.field.setText("te weinig water")  # type: ignore[attr-defined]
    press(main, "wrong:note")
    assert port.sent[-1].details == {"note": "te weinig water"}


def test_the_text_is_there_also_when_nothing_can_be_noted(translations: Translations) -> None:
    main = window(CorePort(at(7, 31)), translations)
    main.show_wrong(TABLET_ID)
    settle()
    assert "Te vroeg gaan liggen" in said(main)
    assert not any(name.startswith("wrong:vomited") for name in names(main))
    press(main, "wrong:back")
    assert main.pages.currentWidget() is main.today


def test_the_small_bar_counts_and_opens_at_the_end(translations: Translations) -> None:
    port = CorePort(at(7, 35))
    port.record(TABLET_ID, "taken")
    port.present = at(7, 43)
    bar = SmallBar(Look(), port, TABLET_ID)
    opened: list[bool] = []
    bar.opened.connect(lambda: opened.append(True))
    bar.show()
    assert bar.title.text() == "Blijf rechtop tot 08:05"
    assert bar.line.text() == "Nog 22 minuten. Nog niet eten."
    port.present = at(8, 4)
    bar.renew()
    assert bar.line.text() == "Nog 1 minuut. Nog niet eten."
    assert opened == []
    port.move(at(8, 5))
    assert opened == [True]
    assert not bar.isVisible()


def test_small_and_large_again(translations: Translations) -> None:
    port = CorePort(at(7, 35))
    main = begun(port, translations)
    press(main, "intake:fasting")
    press(main, "intake:taken")
    press(main, "intake:small")
    assert not main.isVisible()
    bar = main.bar
    assert bar is not None
    assert bar.isVisible()
    bar.button.click()
    settle()
    assert main.isVisible()
    assert main.in_intake


def test_a_change_of_the_clock_does_not_lengthen_it(translations: Translations) -> None:
    port = CorePort(at(7, 35))
    main = begun(port, translations)
    press(main, "intake:fasting")
    press(main, "intake:taken")
    port.move(at(7, 35) + timedelta(hours=3))
    settle()
    assert "Het half uur is voorbij" in said(main)
