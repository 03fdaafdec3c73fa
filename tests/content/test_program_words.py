"""The program's words: both languages whole, no combination without a text, and the sentences that matter."""

from __future__ import annotations

import ast
import re
import string
from dataclasses import replace
from datetime import UTC, date, datetime, time
from itertools import product
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import osteoapp
from osteoapp import words
from osteoapp.content.catalogue import catalogue
from osteoapp.content.moments import step_kind
from osteoapp.content.words import LANGS, Lang, find, tables, texts
from osteoapp.core.events import (
    ANSWERS,
    REMARK_CODES,
    Amount,
    AnyEvent,
    Awake,
    Booked,
    Cause,
    Done,
    Forgotten,
    Given,
    NotFasting,
    Reason,
    Remark,
    Reminded,
    Retracted,
    Skipped,
    Snoozed,
    Taken,
)
from osteoapp.core.item import Item, Kind, Notice, Progress, Status
from osteoapp.core.regimen import AnyPlan, AppointmentPlan, CyclePlan, DosePlan, TabletPlan

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DAY = date(2026, 11, 23)
WHEN = datetime(2026, 11, 23, 6, 30, tzinfo=UTC)
TREATMENTS = sorted(catalogue().treatments)
STEPS: dict[str, Kind] = {
    "dose": Kind.DOSE, "dose-2": Kind.DOSE, "heads-up": Kind.HEADS_UP, "blood-test": Kind.TASK, "book": Kind.TASK,
    "fetch": Kind.TASK, "day-before": Kind.HEADS_UP, "injection": Kind.APPOINTMENT, "infusion": Kind.APPOINTMENT,
    "aftercare-2": Kind.AFTERCARE, "goal": Kind.GOAL, "review": Kind.REVIEW, "check": Kind.TASK,
    "appointment": Kind.APPOINTMENT, "remind-7": Kind.HEADS_UP, "remind-1": Kind.HEADS_UP, "unheard-of": Kind.TASK,
}
ANSWER_NAMES = tuple(answer.type for answer in ANSWERS)


BOOKED = datetime.fromisoformat("2026-12-17T10:30")  # a wall-clock time without a zone, as an appointment is


def item(
    treatment: str = "alendronate-tablet", step: str = "dose", status: Status = Status.DUE, **more: object
) -> Item:
    base = Item(
        id=f"plan/{DAY}/{step}", plan="plan", treatment=treatment, date=DAY, step=step, kind=STEPS.get(step, Kind.TASK),
        planned=WHEN, due=WHEN, status=status, progress=Progress(10, 30, "min") if step == "goal" else None,
    )
    return replace(base, **more)  # type: ignore[arg-type]


def tablet(**more: object) -> AnyPlan:
    return replace(TabletPlan("plan", "alendronate-tablet", DAY), **more)  # type: ignore[arg-type]


def injection(**more: object) -> AnyPlan:
    return replace(CyclePlan("plan", "denosumab-injection", DAY), **more)  # type: ignore[arg-type]


# Both languages


def test_both_languages_have_the_same_keys() -> None:
    assert {path for path, _ in texts("nl")} == {path for path, _ in texts("en")}


def test_both_languages_fill_in_the_same_values() -> None:
    english = dict(texts("en"))
    for path, text in texts("nl"):
        fields = [{name for _, name, _, _ in string.Formatter().parse(said) if name} for said in (text, english[path])]
        assert fields[0] == fields[1], path


def test_a_path_that_is_no_text_gives_none() -> None:
    assert find("nl", "title") is None
    assert find("nl", "title", "nothing") is None
    assert find("nl", "title", "dose", "deeper") is None


# No combination without a text


FLAGS: tuple[dict[str, object], ...] = (
    {"late": True},
    {"pause": True},
    {"level": 2},
    {"level": 3, "notices": (Notice.CALL_PRACTICE_TODAY,)},
    {"level": 3, "notices": (Notice.LATE_APPOINTMENT,), "appointment": BOOKED},
    {"block_until": WHEN, "held_by": "tablet/2026-11-23/dose"},
    {"notices": tuple(Notice)},
)


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_no_item_is_without_words(treatment: str) -> None:
    plain = [item(treatment, step, status) for step, status in product(STEPS, Status)]
    some = (Status.UPCOMING, Status.DUE)
    flagged = [item(treatment, step, status, **flag) for step, status, flag in product(STEPS, some, FLAGS)]
    for one, lang in product((*plain, *flagged), LANGS):
        said = [
            words.title(one, None, lang),
            words.headline(one, None, lang, AMSTERDAM),
            words.chip(one, lang, AMSTERDAM),
            *(words.notice(notice, one, None, lang) for notice in one.notices),
        ]
        answers = [words.answer(name, one, lang) for name in ANSWER_NAMES]
        assert all(said), one
        assert all(answers), one
        assert all(len(text.split()) <= 12 for text in answers)
        for text in (*said, *answers, words.instruction(one, None, lang)):
            assert not re.search(r"[{}]|\?\S| {2}", text), (one, text)


@pytest.mark.parametrize("lang", LANGS)
def test_every_member_of_every_enumeration_has_its_own_word(lang: Lang) -> None:
    for members, named in (
        (Status, [words.status(one, lang) for one in Status]),
        (Kind, [words.kind(one, lang) for one in Kind]),
        (Reason, [words.reason(one, lang) for one in Reason]),
    ):
        assert len(set(named)) == len(list(members))
        assert not {one.value for one in members} & set(named)
    for code in REMARK_CODES:
        assert words.remark(code, lang) != code
    for name in ANSWER_NAMES:
        assert find(lang, "answer", name, "any")
    for notice in Notice:
        assert find(lang, "notice", notice.value, "any")


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("treatment", TREATMENTS)
def test_every_treatment_has_a_name_and_four_reasons_or_more_in_turn(treatment: str, lang: Lang) -> None:
    assert find(lang, "treatment", treatment, "plan")
    assert find(lang, "treatment", treatment, "name")
    lines = [words.why(catalogue()[treatment], lang, turn) for turn in range(12)]
    assert len(set(lines)) in (4, 5)
    assert lines[0] != lines[1] != lines[2]


def test_an_unknown_treatment_has_words_too() -> None:
    one = item("something-new", "dose")
    assert words.title(one, None, "nl") == "Something-new"
    assert words.plan_title(tablet(treatment="something-new"), "nl") == "something-new"
    assert words.why(replace(catalogue()["dairy"], id="something-new"), "nl", 3) == ""


# Titles and headlines


@pytest.mark.parametrize(
    ("treatment", "step", "dutch", "english"),
    [
        ("alendronate-tablet", "dose", "Alendroninezuur: weektablet", "Alendronate: weekly tablet"),
        (
            "alendronate-tablet", "heads-up", "Morgen voor het ontbijt: weektablet",
            "Tomorrow before breakfast: weekly tablet",
        ),
        ("denosumab-injection", "injection", "Denosumab: prik", "Denosumab: injection"),
        (
            "denosumab-injection", "blood-test", "Denosumab: bloedonderzoek en recept vragen",
            "Denosumab: ask about blood test and prescription",
        ),
        ("denosumab-injection", "check", "Denosumab: laatste datum vragen", "Denosumab: ask for the last date"),
        ("zoledronate-infusion", "aftercare-2", "Zoledroninezuur: de dagen erna", "Zoledronic acid: the days after"),
        ("vitamin-d-tablet", "dose", "Vitamine D: tablet", "Vitamin D: tablet"),
        ("dairy", "goal", "Zuivel", "Dairy"),
        ("activity", "goal", "Bewegen", "Activity"),
        ("dentist", "check", "Controle bij de tandarts", "Check-up at the dentist"),
        (
            "risedronate-tablet", "review", "Risedroninezuur: behandeling bespreken",
            "Risedronate: discuss the treatment",
        ),
    ],
)
def test_titles(treatment: str, step: str, dutch: str, english: str) -> None:
    assert words.title(item(treatment, step), None, "nl") == dutch
    assert words.title(item(treatment, step), None, "en") == english


def test_another_medicine_and_an_appointment_bear_the_name_the_person_gave_them() -> None:
    medicine = DosePlan("plan", "other-medicine", DAY, name="Levothyroxine {sterk}", times=(time(8),))
    assert words.title(item("other-medicine"), medicine, "nl") == "Levothyroxine {sterk}"
    assert words.headline(item("other-medicine"), medicine, "nl") == "Tijd voor Levothyroxine {sterk}"
    visit = AppointmentPlan("plan", "other-appointment", DAY, name="Fysiotherapeut", date=DAY, time=time(10))
    assert words.title(item("other-appointment", "appointment"), visit, "en") == "Fysiotherapeut"
    assert words.title(item("other-appointment", "remind-7"), visit, "nl") == "Fysiotherapeut: over 7 dagen"
    assert words.title(item("other-appointment", "remind-1"), visit, "nl") == "Fysiotherapeut: morgen"


def test_a_name_in_the_plan_takes_the_place_of_the_name_of_the_medicine() -> None:
    assert words.title(item(), tablet(name="Fosamax"), "nl") == "Fosamax: weektablet"
    assert words.plan_title(tablet(name="Fosamax"), "nl") == "Fosamax"
    assert words.plan_title(tablet(), "nl") == "Weektablet alendroninezuur"


@pytest.mark.parametrize(
    ("one", "dutch"),
    [
        (item(), "Tijd voor uw weektablet"),
        (item(status=Status.UPCOMING), "Uw weektablet: maandag 23 november om 07:30"),
        (item(status=Status.SNOOZED), "Uw weektablet komt terug om 07:30"),
        (item(status=Status.UNANSWERED), "Heeft u de tablet van maandag 23 november genomen?"),
        (item(late=True), "Heeft u de tablet vanochtend genomen?"),
        (item(status=Status.DONE), "De tablet is genomen"),
        (
            item(status=Status.IN_PROGRESS, block_until=datetime(2026, 11, 23, 7, 5, tzinfo=UTC)),
            "Blijf rechtop tot 08:05",
        ),
        (item("vitamin-d-tablet", status=Status.HELD), "Uw vitamine D wacht tot na de weektablet"),
        (item("vitamin-d-tablet", status=Status.SKIPPED, pause=True), "Vitamine D: pauze"),
        (item("activity", "goal"), "Tijd om te bewegen"),
        (item("activity", "goal", Status.UPCOMING), "Bewegen: 10 van 30 minuten"),
        (item("denosumab-injection", "book"), "Maak een afspraak voor uw prik"),
        (item("denosumab-injection", "injection"), "Vandaag is uw prik"),
        (
            item("denosumab-injection", "injection", Status.OVERDUE, level=2),
            "Uw prik was gepland op maandag 23 november",
        ),
        (
            item("denosumab-injection", "injection", Status.OVERDUE, level=3, notices=(Notice.CALL_PRACTICE_TODAY,)),
            "Bel vandaag uw huisarts",
        ),
        (
            item("denosumab-injection", "injection", Status.UPCOMING, appointment=BOOKED),
            "Uw prik is op donderdag 17 december om 10:30",
        ),
        (item("denosumab-injection", "check"), "Vraag de dag van de laatste keer"),
    ],
)
def test_headlines(one: Item, dutch: str) -> None:
    assert words.headline(one, None, "nl", AMSTERDAM) == dutch


def test_the_headline_names_whom_the_plan_names() -> None:
    one = item("denosumab-injection", "injection", Status.OVERDUE, level=3, notices=(Notice.CALL_PRACTICE_TODAY,))
    assert words.headline(one, injection(call="hospital"), "nl") == "Bel vandaag het ziekenhuis"


def test_instructions_say_how_and_only_while_it_can_still_be_done() -> None:
    assert words.instruction(item(), None, "nl") == "Neem de tablet op een lege maag, met een vol glas kraanwater."
    assert words.instruction(item(status=Status.UNANSWERED), None, "nl") == "Neem nooit 2 keer op 1 dag."
    for status in (Status.DONE, Status.SKIPPED, Status.MISSED):
        assert words.instruction(item(status=status), None, "nl") == ""
    near = item(status=Status.UNANSWERED, notices=(Notice.ASK_PHARMACIST,))
    assert "Vraag uw apotheker" in words.instruction(near, None, "nl")


def test_of_another_medicine_the_persons_own_words_are_repeated() -> None:
    plan = DosePlan("plan", "other-medicine", DAY, name="X", instruction="1 tablet, zoals op het {etiket}")
    assert words.instruction(item("other-medicine"), plan, "nl") == "1 tablet, zoals op het {etiket}"
    asked = words.instruction(item("other-medicine", status=Status.UNANSWERED), plan, "nl")
    assert "1 tablet" not in asked


def test_an_appointment_shows_its_place_and_number() -> None:
    plan = AppointmentPlan("plan", "other-appointment", DAY, name="X", place="Kamer 4", phone="010-1")
    assert words.instruction(item("other-appointment", "appointment"), plan, "nl") == "Kamer 4, 010-1"


# Answers and statuses


@pytest.mark.parametrize(
    ("name", "one", "dutch"),
    [
        ("taken", item(), "Ik heb de tablet genomen"),
        ("taken", item("alendronate-drink"), "Ik heb de drank genomen"),
        ("taken", item("alendronate-drink", status=Status.UNANSWERED), "Ja, genomen"),
        ("taken", item(status=Status.UNANSWERED), "Ja, genomen"),
        ("taken", item(late=True), "Ja, vanochtend genomen"),
        ("taken", item("vitamin-d-tablet"), "Genomen"),
        ("skipped", item(), "Deze week niet"),
        ("skipped", item(status=Status.UNANSWERED), "Nee, deze week niet"),
        ("skipped", item("vitamin-d-tablet"), "Vandaag niet"),
        ("skipped", item("vitamin-d-drink"), "Deze keer niet"),
        ("skipped", item("other-medicine", status=Status.UNANSWERED), "Nee, niet genomen"),
        ("forgotten", item(status=Status.UNANSWERED), "Nee, vergeten"),
        ("not_fasting", item(), "Ik heb al gegeten of gedronken"),
        ("snoozed", item(), "Later"),
        ("given", item("denosumab-injection", "injection"), "Ik heb de prik gehad"),
        ("given", item("zoledronate-infusion", "infusion"), "Ik heb het infuus gehad"),
        ("booked", item("denosumab-injection", "book"), "Ik heb een afspraak"),
        ("done", item("denosumab-injection", "fetch"), "Opgehaald"),
        ("done", item("dentist", "check"), "Gedaan"),
        ("amount", item("activity", "goal"), "10 minuten erbij"),
        ("amount", item("dairy", "goal", progress=Progress(0, 4, "portion")), "1 erbij"),
        ("remark", item(status=Status.DONE), "Er ging iets mis"),
    ],
)
def test_answers(name: str, one: Item, dutch: str) -> None:
    assert words.answer(name, one, "nl") == dutch


def test_an_unknown_answer_or_button_is_shown_as_it_is() -> None:
    assert words.answer("jumped", item(), "nl") == "jumped"
    assert words.button("jump", "nl") == "jump"
    assert words.button("start", "nl") == "Ik begin nu"


def test_chips_say_until_when() -> None:
    held = item("vitamin-d-tablet", status=Status.HELD)
    running = item(status=Status.IN_PROGRESS, block_until=WHEN)
    assert words.chip(held, "nl", AMSTERDAM) == "Wacht nog"
    assert words.chip(held, "nl", AMSTERDAM, item()) == "Wacht tot na het half uur"
    assert words.chip(held, "nl", AMSTERDAM, running) == "Wacht tot 07:30"
    assert words.chip(item(status=Status.UPCOMING), "nl", AMSTERDAM) == "Straks 07:30"
    assert words.chip(running, "en", AMSTERDAM) == "Upright until 07:30"
    assert words.chip(item(status=Status.SKIPPED, pause=True), "nl") == "Pauze"
    assert words.chip(item("activity", "goal", Status.MISSED), "nl") == "Dag voorbij"
    assert words.chip(item(status=Status.MISSED), "nl") == "Niet genomen"
    urgent = item("denosumab-injection", "injection", Status.OVERDUE, level=3)
    assert words.chip(urgent, "nl") == "Vandaag bellen"
    assert words.chip(replace(urgent, status=Status.DONE), "nl") == "Klaar"


def test_notices_are_whole_sentences_with_the_date_and_whom_to_call() -> None:
    late = item("denosumab-injection", "injection", Status.UPCOMING, appointment=BOOKED)
    said = words.notice(Notice.LATE_APPOINTMENT, late, None, "nl")
    assert said.startswith("Uw afspraak is op donderdag 17 december om 10:30.")
    assert said.endswith("Bel uw huisarts.")
    assert words.notice(Notice.DATE_DIFFERS, late, None, "nl").startswith("De prik kwam ruim voor de geplande dag.")
    assert "of u de tablet overslaat" in words.notice(Notice.ASK_PHARMACIST, item(), None, "nl")
    assert "Deze calcium" in words.notice(Notice.ASK_PHARMACIST, item("calcium-supplement"), None, "nl")


# What happened


def events() -> list[tuple[AnyEvent, str]]:
    head = {"id": "e", "at": WHEN, "recorded": WHEN, "zone": "Europe/Amsterdam", "item": f"plan/{DAY}/dose"}
    other = {**head, "item": "plan/2026-11-20/dose"}
    return [
        (Taken(**head), "Genomen om 07:30"),  # type: ignore[arg-type]
        (Taken(**other), "Genomen op maandag 23 november om 07:30"),  # type: ignore[arg-type]
        (Taken(**head, on=date(2026, 11, 22)), "Genomen op zondag 22 november"),  # type: ignore[arg-type]
        (Taken(**{**head, "item": ""}), "Genomen om 07:30"),  # type: ignore[arg-type]
        (Skipped(**head), "Deze keer niet"),  # type: ignore[arg-type]
        (NotFasting(**head), "Al gegeten of gedronken"),  # type: ignore[arg-type]
        (Forgotten(**head), "Vergeten"),  # type: ignore[arg-type]
        (Snoozed(**head, until=datetime(2026, 11, 23, 7, 0, tzinfo=UTC)), "Later, om 08:00"),  # type: ignore[arg-type]
        (Given(**head, on=date(2026, 5, 12)), "Gegeven op dinsdag 12 mei 2026"),  # type: ignore[arg-type]
        (
            Booked(**head, appointment=BOOKED),  # type: ignore[arg-type]
            "Afspraak op donderdag 17 december om 10:30",
        ),
        (Done(**head), "Gedaan om 07:30"),  # type: ignore[arg-type]
        (Amount(**head, amount=10), "10 erbij om 07:30"),  # type: ignore[arg-type]
        (Remark(**head, note="vomited"), "Opmerking: Overgegeven na de tablet"),  # type: ignore[arg-type]
        (Remark(**head, note="eigen {woorden}"), "Opmerking: eigen {woorden}"),  # type: ignore[arg-type]
        (Reminded(**head, reason=Reason.DUE), "Herinnerd om 07:30"),  # type: ignore[arg-type]
        (Retracted(**head, event="x"), "Teruggezet om 07:30"),  # type: ignore[arg-type]
        (Awake(**head, cause=Cause.START), "Programma weer actief om 07:30"),  # type: ignore[arg-type]
    ]


@pytest.mark.parametrize(("event", "dutch"), events())
def test_what_happened_is_said_in_the_past(event: AnyEvent, dutch: str) -> None:
    assert words.noted(event, "nl") == dutch
    assert "{" not in words.noted(event, "en").replace("{woorden}", "")


# Dates


def test_days_and_times_are_written_out() -> None:
    assert words.day(DAY, "nl") == "maandag 23 november"
    assert words.day(DAY, "en") == "Monday 23 November"
    assert words.day(date(2027, 3, 7), "nl", year=True) == "zondag 7 maart 2027"
    assert words.day_time(BOOKED, "en") == "Thursday 17 December at 10:30"
    assert words.clock(time(7, 30)) == "07:30"


@pytest.mark.parametrize("lang", LANGS)
def test_every_weekday_and_month_has_its_name(lang: Lang) -> None:
    assert len({words.day(date(2026, month, 1), lang).split()[-1] for month in range(1, 13)}) == 12
    assert len({words.day(date(2026, 11, number), lang).split()[0] for number in range(2, 9)}) == 7


def test_a_number_and_its_word_stay_on_one_line() -> None:
    assert words.tie("Op 23 november, 30 minuten.") == "Op 23\u00a0november, 30\u00a0minuten."
    assert words.tie("om 07:30 dan 010-1234567 bellen 4 of 5") == "om 07:30 dan 010-1234567 bellen 4\u00a0of 5"


# Whom to call


def test_whom_to_call_is_what_the_plan_says_else_the_treatment() -> None:
    treatment = catalogue()["denosumab-injection"]
    assert words.call_for(None, treatment) == "gp"
    assert words.call_for(injection(), treatment) == "gp"
    assert words.call_for(injection(call="hospital"), treatment) == "hospital"


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("key", ["gp", "pharmacy", "hospital", "dentist", "caregiver", "out_of_hours", "other"])
def test_everyone_who_can_be_called_has_a_name(key: str, lang: Lang) -> None:
    assert words.call_name(key, lang) != key
    assert words.your_call(key, lang) != key
    assert words.call_name("nobody", lang) == words.your_call("nobody", lang) == "nobody"


def test_every_treatment_calls_someone_with_a_name() -> None:
    assert {find("nl", "call", treatment.call) for treatment in catalogue().treatments.values()} >= {"Huisarts"}
    assert all(find("nl", "call", treatment.call) for treatment in catalogue().treatments.values())


# Refusals and faults

REFUSALS = (
    "unknown_item", "item_does_not_take", "future", "at_and_on", "amount_needed", "amount_not_positive", "until_past",
    "nothing_to_undo", "unknown_event", "not_an_answer", "already_retracted", "not_yet", "date_outside",
    "appointment_needed", "date_needed", "before_last_given", "at_after_morning", "overlapping_tablets",
    "ends_by_absence", "one_dose_per_date", "unknown_plan", "units_wrong", "beside_another_date", "note_too_long",
)
FAULTS = (
    "folder_not_writable", "database_locked", "database_damaged", "database_newer", "disk_full", "read_only",
    "write_failed",
)


def codes(*names: str) -> set[str]:
    """The codes that the program's own source gives to calls of these names."""
    found = set()
    for file in Path(osteoapp.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names and node.args:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.add(first.value)
    return found


def test_every_refusal_of_the_program_has_a_sentence() -> None:
    used = codes("Refused") | set(REFUSALS)
    assert "unknown_item" in used
    assert sorted(code for code in used if find("nl", "refusal", code) is None) == []


def test_every_fault_of_the_store_has_a_sentence() -> None:
    used = codes("StoreFault", "WriteFailed") | set(FAULTS)
    assert sorted(code for code in used if find("nl", "fault", code) is None) == []


@pytest.mark.parametrize("lang", LANGS)
def test_sentences_are_whole_without_any_value(lang: Lang) -> None:
    for table, say in (("refusal", words.refusal), ("fault", words.fault)):
        for code in tables(lang)[table]:
            said = say(code, {}, lang)
            assert re.fullmatch(r"[A-Z0-9].*\.", said, re.DOTALL), said
            assert "{" not in said
            assert "?" not in said.replace("u? ", "").replace("doubt? ", ""), said


@pytest.mark.parametrize("lang", LANGS)
def test_an_unknown_code_gives_a_general_sentence(lang: Lang) -> None:
    for say in (words.refusal, words.fault):
        said = say("something_new", {"x": "{y}"}, lang)
        assert "something_new" in said
        assert said.endswith(".")


def test_a_refusal_names_what_was_asked_and_what_can_be_said() -> None:
    values = {"item": "a/2026-11-23/dose", "answer": "given", "status": "due", "takes": "skipped, taken"}
    said = words.refusal("item_does_not_take", values, "nl")
    assert all(part in said for part in ("a/2026-11-23/dose", "given", "Nu", "skipped, taken"))
    nothing = words.refusal("item_does_not_take", {**values, "takes": ""}, "nl")
    assert "Wel kan" not in nothing


def test_dates_in_a_refusal_are_written_out() -> None:
    said = words.refusal("date_outside", {"first": "2026-11-23", "last": "2026-11-25"}, "nl")
    assert said == "Kies een dag van maandag 23 november 2026 tot en met woensdag 25 november 2026."
    assert "iets" in words.refusal("date_outside", {"first": "iets", "last": "2026-11-25"}, "nl")


def test_a_plan_that_may_not_end_by_absence_says_how_to_end_it() -> None:
    for lang in LANGS:
        said = words.refusal("ends_by_absence", {"plan": "denosumab"}, lang)
        assert "`until`" in said
        assert "--confirm-end denosumab" in said


def test_values_with_braces_are_shown_as_they_are() -> None:
    assert "{0}" in words.refusal("unknown_item", {"item": "{0}"}, "nl")
    assert "{x}" in words.fault("database_locked", {"folder": "{x}"}, "en")


# Fixed sentences


@pytest.mark.parametrize("lang", LANGS)
def test_fixed_sentences_are_filled_in(lang: Lang) -> None:
    values = {"source": "X", "day": "Y", "call": "Z", "said": "S", "what": "W", "your": "Q", "first": "1", "last": "2"}
    for key in tables(lang)["sentence"]:
        said = words.sentence(key, lang, **values)
        assert said
        assert "{" not in said
    with pytest.raises(KeyError):
        words.sentence("nothing", lang)


def test_the_disclaimer_is_the_agreed_one() -> None:
    said = words.sentence("disclaimer", "nl")
    assert said == (
        "Deze app herinnert en geeft uitleg. De app geeft geen medisch advies. Uw arts of apotheker beslist."
    )


def test_every_step_is_named_without_its_number() -> None:
    assert [step_kind(step) for step in ("dose", "dose-2", "aftercare-0", "remind-7", "blood-test", "day-before")] == [
        "dose", "dose", "aftercare", "remind", "blood-test", "day-before",
    ]
