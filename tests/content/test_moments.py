"""Which passages stand beside an item: no combination is left without, and the ones that matter are the right ones."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from itertools import product

import pytest

from osteoapp import words
from osteoapp.content import leaflet, moments, prose
from osteoapp.content.catalogue import catalogue
from osteoapp.content.leaflet import contents
from osteoapp.content.words import LANGS, Lang
from osteoapp.core.item import Item, Kind, Notice, Status
from osteoapp.core.regimen import GoalPlan
from osteoapp.core.treatment import CycleRule, IntakeRule

TREATMENTS = sorted(catalogue().treatments)
IDS = {one.id for one in leaflet.passages("nl")}
NOON = datetime(2026, 11, 23, 11, 0, tzinfo=UTC)
STEPS = (
    "dose", "dose-2", "heads-up", "blood-test", "book", "fetch", "day-before", "injection", "infusion", "aftercare-0",
    "aftercare-3", "goal", "review", "check", "appointment", "remind-7", "remind-1", "something-new",
)
KINDS = {
    "dose": Kind.DOSE, "goal": Kind.GOAL, "heads-up": Kind.HEADS_UP, "day-before": Kind.HEADS_UP, "review": Kind.REVIEW,
    "injection": Kind.APPOINTMENT, "infusion": Kind.APPOINTMENT, "appointment": Kind.APPOINTMENT,
    "remind": Kind.HEADS_UP, "aftercare": Kind.AFTERCARE,
}


def item(
    treatment: str,
    step: str = "dose",
    status: Status = Status.DUE,
    *notices: Notice,
    level: int = 1,
    late: bool = False,
    pause: bool = False,
) -> Item:
    return Item(
        id=f"plan/2026-11-23/{step}", plan="plan", treatment=treatment, date=date(2026, 11, 23), step=step,
        kind=KINDS.get(moments.step_kind(step), Kind.TASK), planned=NOON, due=NOON, status=status, notices=notices,
        level=level, late=late, pause=pause,
    )


def beside(treatment: str, *args: object, **more: object) -> tuple[str, ...]:
    return words.passages(catalogue()[treatment], item(treatment, *args, **more))  # type: ignore[arg-type]


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_every_treatment_has_a_row_for_the_six_moments(treatment: str) -> None:
    rows = contents()["beside"][catalogue()[treatment].topic]
    assert set(moments.BASE) <= set(rows)
    for at in moments.BASE:
        assert moments.row(catalogue()[treatment].topic, at)


def test_the_tables_name_existing_passages_and_moments_only() -> None:
    table = contents()
    rows = [row for name in ("beside", "under") for topic in table[name].values() for row in topic.values()]
    rows += [*table["notice"].values(), *table["also"].values()]
    assert {one for row in rows for one in row} - IDS == set()
    assert all(rows)
    known = set(table["nearest"]) | set(moments.BASE)
    used = {at for name in ("beside", "under") for topic in table[name].values() for at in topic}
    assert used - known == set()
    assert set(table["nearest"].values()) <= set(moments.BASE)
    assert set(table["beside"]) == {one.topic for one in catalogue().treatments.values()}
    assert set(table["under"]) <= set(table["beside"])
    assert set(table["notice"]) <= {notice.value for notice in Notice}


def test_every_passage_of_a_treatment_can_be_reached_from_it() -> None:
    reached = {one for treatment in catalogue().treatments.values() for one in words.all_for(treatment)}
    assert {one for one in IDS if not one.startswith("general/")} - reached == set()


@pytest.mark.parametrize("treatment", TREATMENTS)
def test_no_combination_is_left_without_a_passage(treatment: str) -> None:
    notices: list[tuple[Notice, ...]] = [(), *((one,) for one in Notice), tuple(Notice)]
    for step, status, said, level, flags in product(STEPS, Status, notices, (1, 2, 3), ("", "late", "pause")):
        one = item(treatment, step, status, *said, level=level, late=flags == "late", pause=flags == "pause")
        found = words.passages(catalogue()[treatment], one)
        assert found
        assert len(set(found)) == len(found)
        assert set(found) <= IDS
        under = words.additions(catalogue()[treatment], one)
        assert set(under) <= IDS - set(found)
        for passage_id in under:
            assert leaflet.passage(passage_id, "nl").addition


def test_a_plain_due_tablet_shows_exactly_its_leaflet_text() -> None:
    for status in (Status.UPCOMING, Status.DUE, Status.SNOOZED):
        assert beside("alendronate-tablet", "dose", status) == ("alendronate/before",)
    assert not leaflet.passage("alendronate/before", "nl").addition


@pytest.mark.parametrize(
    ("status", "late", "expected"),
    [
        (Status.IN_PROGRESS, False, "alendronate/after"),
        (Status.DONE, False, "alendronate/side-effects"),
        (Status.UNANSWERED, False, "alendronate/missed"),
        (Status.MISSED, False, "alendronate/missed"),
        (Status.SKIPPED, False, "alendronate/missed"),
        (Status.DUE, True, "alendronate/later-today"),
    ],
)
def test_a_tablet_shows_the_text_of_its_status(status: Status, late: bool, expected: str) -> None:
    assert beside("alendronate-tablet", "dose", status, late=late) == (expected,)


def test_the_evening_before_speaks_of_tomorrow() -> None:
    assert beside("alendronate-tablet", "heads-up") == ("alendronate/tomorrow",)


def test_risedronate_has_its_own_rule_for_a_forgotten_tablet() -> None:
    assert beside("risedronate-tablet", "dose", Status.UNANSWERED) == ("risedronate/missed",)
    assert "op de dag dat u het merkt" in leaflet.passage("risedronate/missed", "nl").text
    assert "de ochtend nadat u het merkt" in leaflet.passage("alendronate/missed", "nl").text


@pytest.mark.parametrize("treatment", [t for t in TREATMENTS if isinstance(catalogue()[t].rule, IntakeRule)])
def test_too_near_to_the_own_day_the_text_is_ask_the_pharmacist_only(treatment: str) -> None:
    found = beside(treatment, "dose", Status.UNANSWERED, Notice.ASK_PHARMACIST)
    assert found == ("general/close-to-own-day",)


def test_two_days_in_a_row_comes_first() -> None:
    found = beside("alendronate-tablet", "dose", Status.DUE, Notice.TWO_DAYS_IN_A_ROW)
    assert found == ("general/two-days-in-a-row", "alendronate/before")


def test_another_medicine_beside_an_open_tablet_shows_what_the_label_of_the_tablet_says() -> None:
    found = beside("other-medicine", "dose", Status.DUE, Notice.TABLET_FIRST)
    assert found == ("general/tablet-first", "other-medicine/before")


@pytest.mark.parametrize(
    ("step", "expected"),
    [
        ("blood-test", "denosumab/blood-test"), ("book", "denosumab/book"), ("fetch", "denosumab/fetch"),
        ("day-before", "denosumab/day-before"), ("review", "denosumab/review"), ("injection", "denosumab/before"),
    ],
)
def test_each_step_of_the_injection_has_its_text(step: str, expected: str) -> None:
    assert beside("denosumab-injection", step) == (expected,)


@pytest.mark.parametrize("level", [2, 3])
def test_a_late_injection_shows_the_text_about_being_late(level: int) -> None:
    assert beside("denosumab-injection", "injection", Status.OVERDUE, level=level) == ("denosumab/late",)
    booked = beside("denosumab-injection", "injection", Status.UPCOMING, Notice.LATE_APPOINTMENT, level=3)
    assert booked == ("denosumab/late",)


def test_an_injection_given_early_asks_whether_the_date_is_right() -> None:
    assert beside("denosumab-injection", "injection", Status.DONE, Notice.DATE_DIFFERS) == ("denosumab/early",)
    assert beside("zoledronate-infusion", "infusion", Status.DONE, Notice.DATE_DIFFERS) == ("zoledronate/early",)


def test_the_evenings_after_an_infusion_show_the_aftercare() -> None:
    for number in range(4):
        assert beside("zoledronate-infusion", f"aftercare-{number}") == ("zoledronate/aftercare",)


@pytest.mark.parametrize("treatment", [t for t in TREATMENTS if isinstance(catalogue()[t].rule, CycleRule)])
def test_an_unknown_date_is_asked_for(treatment: str) -> None:
    assert beside(treatment, "check")[0] == "general/unknown-date"


def test_a_pause_speaks_of_the_pause_first() -> None:
    assert beside("vitamin-d-tablet", "dose", Status.SKIPPED, pause=True)[0] == "general/pause"


def test_the_weeks_after_a_fracture_begin_gently() -> None:
    until = date(2026, 11, 23)
    plan = GoalPlan("activity", "activity", date(2026, 11, 1), times=(time(10),), after_fracture_until=until)
    one = item("activity", "goal")
    assert words.passages(catalogue()["activity"], one, plan) == ("activity/after-fracture", "activity/during")
    assert words.passages(catalogue()["activity"], one) == ("activity/during",)


# --- the right text: never that of another medicine, and short where it stands first

# The texts of a family are shared where the sources say that the rules are the same (B2, B5).
FAMILIES = {
    "alendronate-drink": {"alendronate"},
    "alendronate-effervescent": {"alendronate"},
    "vitamin-d-drink": {"vitamin-d"},
    "activity": {"general"},
}
MEDICINES = {
    "alendronate": r"alendron|fosamax|binosto",
    "risedronate": r"risedron|actonel",
    "zoledronate": r"zoledron|aclasta|zometa|infu[us]",
    "denosumab": r"denosumab|prolia",
}
# What an item of a treatment goes through: its moments, and each step around it.
MORE: dict[type, tuple[str, ...]] = {
    IntakeRule: ("tomorrow", "done", "later-today", "ask-pharmacist", "review", "stop"),
    CycleRule: ("book", "blood-test", "day-before", "late", "early", "review", "stop", "unknown-date"),
}


def moments_of(treatment: str) -> tuple[str, ...]:
    return (*moments.BASE, *MORE.get(type(catalogue()[treatment].rule), ()))


def own_topics(treatment: str) -> set[str]:
    topic = catalogue()[treatment].topic
    return {topic, "general"} | FAMILIES.get(topic, set())


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("treatment", TREATMENTS)
def test_at_every_moment_there_is_a_fitting_text_and_none_of_another_medicine(treatment: str, lang: Lang) -> None:
    topic = catalogue()[treatment].topic
    under = contents()["under"].get(topic, {})
    for at in moments_of(treatment):
        ids = [*moments.row(topic, at), *under.get(at, ())]
        assert ids
        for passage_id in ids:
            one = leaflet.passage(passage_id, lang)
            assert one.title
            assert one.text.strip()
            assert one.topic in own_topics(treatment), (at, passage_id)
            if one.topic != "general":
                said = f"{one.title} {one.text}".lower()
                named = {name for name, words_of in MEDICINES.items() if re.search(words_of, said)}
                assert named <= own_topics(treatment) | own_names(passage_id), (at, passage_id, named)


def own_names(passage_id: str) -> set[str]:
    """Medicines that a text names on purpose: to say that its advice holds for them, or to explain its own group."""
    return {
        "dentist/before": {"alendronate"},
        "dentist/denosumab": {"denosumab"},
    }.get(passage_id, set())


def opening_of(text: str) -> str:
    """The first paragraph of a text, with the list that a colon at its end announces."""
    blocks = text.split("\n\n")
    return "\n\n".join(blocks[:2] if blocks[0].endswith(":") else blocks[:1])


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("treatment", TREATMENTS)
def test_the_main_text_of_a_moment_opens_with_three_sentences_at_most(treatment: str, lang: Lang) -> None:
    topic = catalogue()[treatment].topic
    for at in moments_of(treatment):
        main = leaflet.passage(moments.row(topic, at)[0], lang)
        opening = opening_of(main.text)
        lines = [line for line in opening.splitlines() if line and not line.startswith("- ")]
        assert sum(len(prose.sentences(line)) for line in lines) <= 3, (at, main.id)
        assert main.text.startswith(opening)
        assert len(opening.splitlines()) <= 8, (at, main.id)


@pytest.mark.parametrize("lang", LANGS)
def test_what_matters_at_the_moment_stands_in_the_opening(lang: Lang) -> None:
    wanted = {
        "alendronate/before": {"nl": "lege maag", "en": "empty stomach"},
        "alendronate/during": {"nl": "rechtop", "en": "upright"},
        "alendronate/after": {"nl": "Ga niet liggen", "en": "Do not lie down"},
        "alendronate/missed": {"nl": "de ochtend nadat u het merkt", "en": "on the morning after you remember"},
        "alendronate/when-to-call": {"nl": "112", "en": "112"},
        "risedronate/when-to-call": {"nl": "112", "en": "112"},
        "zoledronate/when-to-call": {"nl": "112", "en": "112"},
        "denosumab/when-to-call": {"nl": "112", "en": "112"},
        "denosumab/late": {"nl": "zo snel mogelijk", "en": "as soon as possible"},
        "dexa/before": {"nl": "20 minuten", "en": "20 minutes"},
        "dairy/during": {"nl": "4 keer zuivel", "en": "4 times"},
        "activity/during": {"nl": "30 minuten", "en": "30 minutes"},
        "dentist/before": {"nl": "Vertel de tandarts", "en": "Tell the dentist"},
    }
    for passage_id, said in wanted.items():
        opening = opening_of(leaflet.passage(passage_id, lang).text)
        assert said[lang] in opening, passage_id


@pytest.mark.parametrize("lang", LANGS)
def test_each_step_of_the_guided_intake_has_its_text(lang: Lang) -> None:
    for treatment in TREATMENTS:
        if isinstance(catalogue()[treatment].rule, IntakeRule):
            steps = [moments.row(catalogue()[treatment].topic, at) for at in ("before", "during", "after", "done")]
            assert len({ids[0] for ids in steps}) == 4, treatment
            assert all(leaflet.passage(ids[0], lang).text for ids in steps)
