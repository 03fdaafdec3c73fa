"""Everything that can be wrong with a regimen file, with its line and place."""

from __future__ import annotations

import string
import time
import tomllib
from datetime import date
from importlib import resources

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from osteoapp.content.catalogue import catalogue
from osteoapp.exchange.regimen_faults import Wrong, shown
from osteoapp.exchange.regimen_file import MOST_BYTES, Fault, RegimenFaults, read
from osteoapp.exchange.regimen_values import zone

TODAY = date(2026, 11, 22)


def faults_of(text: str | bytes) -> tuple[Fault, ...]:
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(RegimenFaults) as caught:
        read(data, catalogue(), TODAY)
    return caught.value.faults


def one(treatment: str, rest: str = "") -> str:
    """A file with one plan; ``rest`` begins on line 4."""
    return f'format = 1\n[[plan]]\ntreatment = "{treatment}"\n{rest}'


TABLET = one("alendronate-tablet", 'weekday = "monday"\n')
OTHER = one("other-medicine", 'id = "m"\nname = "X"\n')
TIMES = 'times = ["08:00"]\n'
APPOINTMENT = one("other-appointment", 'date = 2026-12-01\ntime = "10:00"\n')
P = "plan 1 (alendronate-tablet)"
A = "plan 1 (other-appointment)"
D = "plan 1 (denosumab-injection)"
MANY = [f"{hour:02}:{minute:02}" for hour in range(5) for minute in range(5)]
M = "plan 1 (m)"

# text, line, place, code
CASES = [
    ("", 1, "format", "format_missing"),
    ("# nothing but a remark\n\n", 1, "format", "format_missing"),
    ('[patient]\nname = "x"\n', 1, "format", "format_missing"),
    ("\nformat = 0\n", 2, "format", "format_wrong"),
    ('format = "1"\n', 1, "format", "format_wrong"),
    ("format = true\n", 1, "format", "format_wrong"),
    ("\n\nformat = 2\nnew_key = 1\n", 3, "format", "format_newer"),
    ("format = 1\nnaam\n", 2, "", "syntax"),
    ('format = 1\n[patient]\nname = "Jan\n', 3, "", "syntax"),
    ('format = 1\nname = """Jan\n\n', 2, "", "syntax"),
    ("format = 1\n[patient]\nname =\n", 3, "", "syntax"),
    ('format = 1\n[patient]\nname = "a"\nname = "b"\n', 4, "", "written_twice"),
    ("format = 1\n[day]\n[patient]\n[day]\n", 4, "", "written_twice"),
    ("format = 1\nx = { a = 1, a = 2 }\n", 2, "", "written_twice"),
    ("format = 1\n[patient]\nname = Jan\n", 3, "patient, name", "unquoted"),
    ("format = 1\n[day]\nwake = 07:30   # early\n", 3, "day, wake", "unquoted"),
    ("format = 1\n[day]\nquiet = [22:00, 07:00]\n", 3, "day, quiet", "unquoted"),
    ("format = 1\nx = " + "[" * 3000 + "]" * 3000, None, "", "unreadable"),
    ("format = 1\nx = " + "9" * 6000, None, "", "unreadable"),
    ("format = 1\n# " + "x" * 10_000, 2, "", "line_too_long"),
    ("format = 1\n" + "a." * 20 + "b = 1\n", 2, "", "syntax"),
    ("format = 1\ncolour = 3\n", 2, "colour", "unknown_key"),
    ("format = 1\nplans = 3\n", 2, "plans", "unknown_key_near"),
    ("format = 1\n[colours]\n", 2, "colours", "unknown_table"),
    ("format = 1\n[phone]\n", 2, "phone", "unknown_table_near"),
    ("format = 1\n[[pauze]]\n", 2, "pauze", "unknown_table_near"),
    ("format = 1\npatient = 3\n", 2, "patient", "wants_table"),
    ("format = 1\n[[day]]\n", 2, "day", "wants_table"),
    ("format = 1\n[plan]\n", 2, "plan", "wants_tables"),
    ("format = 1\npause = [\n3]\n", 3, "pause 1", "wants_tables"),
    ("format = 1\n" + "[[pause]]\nfrom = 2027-01-01\nto = 2027-01-02\n" * 201, 602, "pause 201", "too_many"),
    # patient
    ("format = 1\n[patient]\nname = 3\n", 3, "patient, name", "wants_text"),
    ('format = 1\n[patient]\nname = "' + "x" * 121 + '"\n', 3, "patient, name", "text_long"),
    ('format = 1\n[patient]\nname = "a\\u0007"\n', 3, "patient, name", "text_control"),
    ('format = 1\n[patient]\nname = "a\\nb"\n', 3, "patient, name", "text_control"),
    ('format = 1\n[patient]\nname = "a\\u202eb"\n', 3, "patient, name", "text_control"),
    ('format = 1\n[patient]\nlanguage = "de"\n', 3, "patient, language", "choice"),
    ('format = 1\n[patient]\ntime_zone = "Europe/Amsterdm"\n', 3, "patient, time_zone", "zone"),
    ('format = 1\n[patient]\ntime_zone = "Europe"\n', 3, "patient, time_zone", "zone"),
    ('format = 1\n[patient]\ntime_zone = "../etc/passwd"\n', 3, "patient, time_zone", "zone"),
    ('format = 1\npatient.lanugage = "nl"\n', 2, "patient, lanugage", "unknown_key_near"),
    # day
    ('format = 1\n[day]\nwake = "25:00"\n', 3, "day, wake", "wants_time"),
    ('format = 1\n[day]\nwake = "7:30"\n', 3, "day, wake", "wants_time"),
    ("format = 1\n[day]\nwake = 7\n", 3, "day, wake", "wants_time"),
    ("format = 1\n[day]\nwake = 07:30:15\n", 3, "day, wake", "time_seconds"),
    ("format = 1\n[day]\nwake = 25:00\n", 3, "day, wake", "wants_time"),
    ('format = 1\n[day]\nwake = "12:00"\n', 3, "day, wake", "day_order"),
    ('format = 1\n[day]\nmorning_ends = "07:00"\n', 3, "day, morning_ends", "day_order"),
    ('format = 1\n[day]\nquiet = ["22:00"]\n', 3, "day, quiet", "quiet"),
    ('format = 1\n[day]\nquiet = "22:00"\n', 3, "day, quiet", "quiet"),
    ('format = 1\n[day]\nquiet = ["22:00", "23:00", "07:00"]\n', 3, "day, quiet", "list_long"),
    ('format = 1\n[day]\nquiet = ["22:00",\n "22:00"]\n', 4, "day, quiet", "double"),
    ('format = 1\n[day]\nbreakfast = "08:00"\n', 3, "day, breakfast", "unknown_key"),
    # phones
    ('format = 1\n[phones]\ngp = "' + "1" * 41 + '"\n', 3, "phones, gp", "text_long"),
    ('format = 1\n[phones]\ngp = "abc"\n', 3, "phones, gp", "no_number"),
    ('format = 1\n[phones]\ngp = ""\npharmacy = "11"\n', 4, "phones, pharmacy", "no_number"),
    ("format = 1\n[phones]\ngp = 101234567\n", 3, "phones, gp", "wants_text"),
    ('format = 1\n[phones]\nneighbour = "010-1112223"\n', 3, "phones, neighbour", "unknown_key"),
    # pauses
    ("format = 1\n[[pause]]\nfrom = 2026-12-01\n", 2, "pause 1", "required"),
    ("format = 1\n[[pause]]\nfrom = 2026-12-02\nto = 2026-12-01\n", 4, "pause 1, to", "pause_order"),
    # plans
    ('format = 1\n[[plan]]\nid = "x"\n', 2, "plan 1 (x)", "required"),
    ("format = 1\n[[plan]]\ntreatment = 3\n", 3, "plan 1, treatment", "wants_text"),
    (one("alendronate-tabel"), 3, "plan 1 (alendronate-tabel), treatment", "unknown_treatment_near"),
    (one("xyz"), 3, "plan 1 (xyz), treatment", "unknown_treatment"),
    (TABLET + "stok = 3\n", 5, f"{P}, stok", "unknown_key_near"),
    (TABLET + "target = 3\n", 5, f"{P}, target", "key_elsewhere"),
    (TABLET + 'id = "Plan 1"\n', 5, "plan 1 (Plan 1), id", "id"),
    (TABLET + 'id = ""\n', 5, f"{P}, id", "id"),
    (TABLET + 'call = "neighbour"\n', 5, f"{P}, call", "choice"),
    (TABLET + "start = 2026-02-30\n", 5, f"{P}, start", "date_impossible"),
    (TABLET + 'start = "2026-02-30"\n', 5, f"{P}, start", "date_impossible"),
    (TABLET + 'start = "2026-11-02"\n', 5, f"{P}, start", "date_quoted"),
    (TABLET + "start = 02-11-2026\n", 5, f"{P}, start", "wants_date"),
    (TABLET + "start = 2026-11-02T08:00:00\n", 5, f"{P}, start", "wants_date"),
    (TABLET + "start = 0202-11-02\n", 5, f"{P}, start", "date_range"),
    (TABLET + "start = 2026-11-02\nuntil = 2026-11-01\n", 6, f"{P}, until", "until_before_start"),
    (TABLET + "stock = -1\n", 5, f"{P}, stock", "number_range"),
    (TABLET + "stock = 0x" + "F" * 9000 + "\n", 5, f"{P}, stock", "number_range"),
    (TABLET + "stock = 2.5\n", 5, f"{P}, stock", "wants_whole"),
    (TABLET + "stock = true\n", 5, f"{P}, stock", "wants_whole"),
    (TABLET + "stock_per_dose = 0\n", 5, f"{P}, stock_per_dose", "number_range"),
    (TABLET + 'time = "12:00"\n', 5, f"{P}, time", "tablet_time"),
    (TABLET.replace("monday", "mondag"), 4, f"{P}, weekday", "weekday"),
    (TABLET.replace('"monday"', "1"), 4, f"{P}, weekday", "wants_text"),
    (TABLET.replace('weekday = "monday"\n', ""), 2, P, "required"),
    (
        TABLET + '[[plan]]\ntreatment = "dairy"\nid = "alendronate-tablet"\n',
        7,
        "plan 2 (alendronate-tablet), id",
        "id_double",
    ),
    (one("dairy", '[[plan]]\ntreatment = "dairy"\n'), 4, "plan 2 (dairy)", "id_double"),
    (
        TABLET + '[[plan]]\ntreatment = "risedronate-tablet"\nweekday = "friday"\n',
        5,
        "plan 2 (risedronate-tablet)",
        "overlapping_tablets",
    ),
    # injections and infusions
    (one("denosumab-injection"), 2, D, "one_of_missing"),
    (
        one("denosumab-injection", "first_due = 2027-01-01\nunknown = true\n"),
        5,
        f"{D}, unknown",
        "only_one_of",
    ),
    (
        one("denosumab-injection", "last_given = 2026-11-23\n"),
        4,
        f"{D}, last_given",
        "in_future",
    ),
    # goals, checks and the drink
    (one("dairy", "target = 0\n"), 4, "plan 1 (dairy), target", "number_range"),
    (one("dairy", "target = 101\n"), 4, "plan 1 (dairy), target", "number_range"),
    (one("activity", "target = 1441\n"), 4, "plan 1 (activity), target", "number_range"),
    (one("dairy", 'times = "08:00"\n'), 4, "plan 1 (dairy), times", "wants_times"),
    (
        one("dairy", "after_fracture_until = 2027-01-01\n"),
        4,
        "plan 1 (dairy), after_fracture_until",
        "key_elsewhere",
    ),
    (one("dentist", "every_months = 0\n"), 4, "plan 1 (dentist), every_months", "number_range"),
    (one("dentist", "last = 2027-01-01\n"), 4, "plan 1 (dentist), last", "in_future"),
    (one("dexa"), 2, "plan 1 (dexa)", "required"),
    (
        one("vitamin-d-drink", 'weekday = "monday"\nevery_weeks = 3\n'),
        5,
        "plan 1 (vitamin-d-drink), every_weeks",
        "choice",
    ),
    (one("vitamin-d-drink"), 2, "plan 1 (vitamin-d-drink)", "required"),
    (
        one("vitamin-d-drink", 'weekday = "monday"\nstart = 2026-11-03\nuntil = 2026-11-08\n'),
        6,
        "plan 1 (vitamin-d-drink), until",
        "until_before_start",
    ),
    (
        one("calcium-supplement", "times = []\n"),
        4,
        "plan 1 (calcium-supplement), times",
        "times_missing",
    ),
    # appointments
    (one("other-appointment", "date = 2026-12-01\n"), 2, A, "required"),
    (APPOINTMENT + "remind_before_days = 7\n", 6, f"{A}, remind_before_days", "wants_wholes"),
    (APPOINTMENT + "remind_before_days = [7, 0]\n", 6, f"{A}, remind_before_days", "number_range"),
    (APPOINTMENT + 'phone = "' + "1" * 41 + '"\n', 6, f"{A}, phone", "text_long"),
    (APPOINTMENT + 'phone = "bij de balie"\n', 6, f"{A}, phone", "no_number"),
    # other medicines
    (OTHER.replace("X", " ") + TIMES, 5, f"{M}, name", "text_blank"),
    (OTHER, 2, M, "times_missing"),
    (OTHER + "times = []\n", 6, f"{M}, times", "times_missing"),
    (OTHER + 'times = [\n"08:00",\n"25:00",\n]\n', 8, f"{M}, times", "wants_time"),
    (OTHER + 'times = ["08:00", "08:00"]\n', 6, f"{M}, times", "double"),
    (OTHER + f"times = {MANY}\n", 6, f"{M}, times", "list_long"),
    (OTHER + TIMES + 'may_wait = "yes"\n', 7, f"{M}, may_wait", "wants_flag"),
    (OTHER + TIMES + "may_wait = True\n", 7, f"{M}, may_wait", "wants_flag"),
    (OTHER + TIMES + 'instruction = "' + "x" * 301 + '"\n', 7, f"{M}, instruction", "text_long"),
    (OTHER + TIMES + 'rrule = "FREQ=DAILY"\nas_needed = true\n', 8, f"{M}, as_needed", "only_one_of"),
    (OTHER + TIMES + 'from_last_taken = "P3D"\non_days = 1\noff_days = 1\n', 8, f"{M}, on_days", "only_one_of"),
    (OTHER + TIMES + "on_days = 21\n", 2, M, "required"),
    (OTHER + TIMES + "off_days = 0\non_days = 21\n", 7, f"{M}, off_days", "number_range"),
    (OTHER + TIMES + 'from_last_taken = "3 days"\n', 7, f"{M}, from_last_taken", "period"),
    (OTHER + TIMES + "from_last_taken = 3\n", 7, f"{M}, from_last_taken", "wants_text"),
    (OTHER + TIMES + 'rrule = "INTERVAL=2"\n', 7, f"{M}, rrule", "rrule_freq_missing"),
    (OTHER + TIMES + 'rrule = "FREQ=HOURLY"\n', 7, f"{M}, rrule", "rrule_freq"),
    (OTHER + TIMES + 'rrule = "FREQ=DAILY;BYHOUR=8"\n', 7, f"{M}, rrule", "rrule_part"),
    (OTHER + TIMES + 'rrule = "FREQ=DAILY;FREQ=DAILY"\n', 7, f"{M}, rrule", "rrule_twice"),
    (OTHER + TIMES + 'rrule = "FREQ=DAILY;COUNT=0"\n', 7, f"{M}, rrule", "rrule_number"),
    (OTHER + TIMES + 'rrule = "FREQ=DAILY;INTERVAL=0"\n', 7, f"{M}, rrule", "rrule_number"),
    (OTHER + TIMES + 'rrule = "FREQ=DAILY;COUNT=2;UNTIL=20270101"\n', 7, f"{M}, rrule", "rrule_two_ends"),
    (OTHER + TIMES + 'rrule = "FREQ=DAILY;UNTIL=20270230"\n', 7, f"{M}, rrule", "rrule_until"),
    (OTHER + TIMES + 'rrule = "FREQ=MONTHLY;BYDAY=2MO"\n', 7, f"{M}, rrule", "rrule_ordinal"),
    (OTHER + TIMES + 'rrule = "FREQ=WEEKLY;BYDAY=XX"\n', 7, f"{M}, rrule", "rrule_day"),
    (OTHER + TIMES + 'rrule = "FREQ=MONTHLY;BYMONTHDAY=32"\n', 7, f"{M}, rrule", "rrule_monthday"),
    (OTHER + TIMES + 'rrule = "FREQ=WEEKLY;BYMONTHDAY=3"\n', 7, f"{M}, rrule", "rrule_weekly_monthday"),
    (OTHER + TIMES + 'start = 2026-11-02\nrrule = "FREQ=DAILY;UNTIL=20261101"\n', 8, f"{M}, rrule", "rrule_no_date"),
    (
        OTHER + TIMES + 'start = 2026-11-02\nrrule = "FREQ=DAILY;INTERVAL=7;BYDAY=TU"\n',
        8,
        f"{M}, rrule",
        "rrule_no_date",
    ),
]


@pytest.mark.parametrize(
    ("text", "line", "place", "code"), CASES, ids=[f"{case[3]}-{n}" for n, case in enumerate(CASES)]
)
def test_one_thing_wrong_is_one_fault_at_its_place(text: str, line: int | None, place: str, code: str) -> None:
    (fault,) = faults_of(text)
    assert (fault.line, fault.place, fault.code) == (line, place, code)


def test_bytes_that_are_not_utf_8_are_named_by_number_and_line() -> None:
    (fault,) = faults_of(b'format = 1\n[patient]\nname = "Ren\xe9e"\n')
    assert (fault.line, fault.code, fault.values) == (3, "not_utf8", {"byte": "33"})
    (fault,) = faults_of("format = 1".encode("utf-16"))
    assert (fault.line, fault.code, fault.values) == (1, "not_utf8", {"byte": "1"})


def test_a_file_of_10_mb_is_refused_at_once() -> None:
    data = b"format = 1\n" + b"a.b.c = [1]\n" * 1_000_000
    began = time.perf_counter()
    (fault,) = faults_of(data)
    assert time.perf_counter() - began < 0.5
    assert (fault.line, fault.place, fault.code) == (None, "", "too_big")
    assert fault.sentence("en").startswith("The file is larger than 1 MB")


def test_a_file_up_to_the_limit_is_read() -> None:
    data = b"format = 1\n"
    data += b"#" * 999 + b"\n"
    filler = b"# " + b"x" * 97 + b"\n"
    data += filler * ((MOST_BYTES - len(data)) // len(filler))
    assert len(read(data, catalogue(), TODAY).plans) == 0
    (fault,) = faults_of(data + b"#" * (MOST_BYTES - len(data) + 1))
    assert fault.code == "too_big"


def test_more_plans_than_anyone_has_are_refused() -> None:
    text = "format = 1\n" + "".join(f'[[plan]]\nid = "p{n}"\ntreatment = "dairy"\n' for n in range(201))
    (fault,) = faults_of(text)
    assert (fault.line, fault.code) == (602, "too_many")
    assert fault.values == {"name": "plan", "most": "200", "length": "201"}


def test_all_faults_are_told_at_once_in_the_order_of_their_lines() -> None:
    text = """format = 1
[patient]
langauge = "nl"
[day]
wake = 25:00
[fones]
[[plan]]
treatment = "alendronate-tablt"
weekday = monday
start = 2026-02-30
[[plan]]
id = "thyroid"
treatment = "other-medicine"
times = ["08:00", "25:00"]
rrule = "FREQ=WEEKLY;BYDAY=1MO"
colour = 3
"""
    assert [(fault.line, fault.code) for fault in faults_of(text)] == [
        (3, "unknown_key_near"),
        (5, "wants_time"),
        (6, "unknown_table_near"),
        (8, "unknown_treatment_near"),
        (9, "unquoted"),
        (10, "date_impossible"),
        (11, "required"),
        (14, "wants_time"),
        (15, "rrule_ordinal"),
        (16, "unknown_key"),
    ]


def test_what_lacks_its_quotes_above_a_broken_line_is_told_with_it() -> None:
    faults = faults_of("format = 1\n[patient]\nname = Jan\n[day]\nwake = 2026-02-30\nquiet\n")
    assert [(fault.line, fault.code) for fault in faults] == [(3, "unquoted"), (5, "moment"), (6, "syntax")]


def test_a_wrong_date_proves_no_overlap() -> None:
    text = TABLET + 'until = 2026-02-30\n[[plan]]\ntreatment = "risedronate-tablet"\nweekday = "friday"\n'
    assert [fault.code for fault in faults_of(text)] == ["date_impossible"]


def test_an_overlap_names_the_other_tablet_and_the_pharmacist() -> None:
    text = TABLET + '[[plan]]\ntreatment = "risedronate-tablet"\nweekday = "friday"\n'
    (fault,) = faults_of(text)
    assert fault.values == {"other": "plan 1 (alendronate-tablet)"}
    assert "ask your pharmacist" in fault.sentence("en")
    assert "vraag uw apotheker" in fault.sentence("nl")


def test_a_sentence_says_line_place_and_what_to_write() -> None:
    (fault,) = faults_of(OTHER.replace('"m"', '"thyroid"') + 'times = ["25:00"]\n')
    assert (
        fault.sentence("en")
        == 'line 6, plan 1 (thyroid), times: "25:00" is not a time; write HH:MM, for example "08:30"'
    )
    assert fault.sentence("nl").startswith('regel 6, plan 1 (thyroid), times: "25:00" is geen tijd; schrijf UU:MM')


def test_nothing_from_the_file_reaches_the_terminal_unescaped() -> None:
    faults = faults_of('format = 1\n"\\u001b[2J" = 1\n[[plan]]\nid = "\\u001b]0;x\\u0007"\ntreatment = "\\u0000\\n"\n')
    for fault in faults:
        assert fault.sentence("nl").isprintable()
        assert fault.place.isprintable()
    assert len(faults) == 3


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("x" * 70, '"' + "x" * 60 + '…"'),
        ("a\nb", '"a\\u000ab"'),
        (True, "true"),
        (2.5, "2.5"),
        (10**18, "999999999999999999…"),
        ([1], "[…]"),
        ({}, "{…}"),
        (date(2026, 11, 2), "2026-11-02"),
    ],
)
def test_a_wrong_value_is_repeated_in_short(value: object, said: str) -> None:
    assert shown(value) == said


def test_the_exception_reads_as_its_sentences() -> None:
    with pytest.raises(RegimenFaults, match=r"^line 2, colour: .*\nline 3, shape: ") as caught:
        read(b"format = 1\ncolour = 3\nshape = 4\n", catalogue(), TODAY)
    assert len(caught.value.faults) == 2


def _table(lang: str) -> dict[str, str]:
    text = resources.files("osteoapp.content").joinpath("regimen_faults.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)[lang]


def test_every_sentence_is_there_in_both_languages_with_the_same_values() -> None:
    dutch, english = _table("nl"), _table("en")
    assert list(dutch) == list(english)
    for code, sentence in dutch.items():
        names = [
            {name for _, name, _, _ in string.Formatter().parse(text) if name} for text in (sentence, english[code])
        ]
        assert names[0] == names[1], code


def test_every_sentence_belongs_to_a_fault_that_is_tried_here() -> None:
    tried = {case[3] for case in CASES} | {"not_utf8", "too_big", "moment", "line"}
    assert tried == set(_table("nl"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case[3]}-{n}" for n, case in enumerate(CASES)])
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_every_fault_makes_a_sentence(case: tuple[str, int | None, str, str], lang: str) -> None:
    for fault in faults_of(case[0]):
        sentence = fault.sentence(lang)
        assert sentence.isprintable()
        assert fault.place in sentence
        assert fault.line is None or f" {fault.line}" in sentence


def test_a_large_file_full_of_mistakes_does_not_take_long() -> None:
    began = time.perf_counter()
    many = b"".join(b"k%d = x\n" % number for number in range(50))
    faults = outcome(b"format = 1\n[patient]\n" + b"# remark\n" * 90_000 + many)
    assert {fault.code for fault in faults} == {"unquoted", "syntax"}
    deep = b"".join(b"k%d.%b = 1\n" % (number, b".".join([b"a"] * 4900)) for number in range(90))
    assert {fault.code for fault in outcome(b"format = 1\n" + deep)} == {"syntax"}
    assert time.perf_counter() - began < 10


def test_twenty_thousand_unknown_keys_do_not_take_long() -> None:
    text = "format = 1\n[patient]\n" + "".join(f"langauge{n} = 1\n" for n in range(20_000))
    began = time.perf_counter()
    assert len(faults_of(text)) == 20_000
    assert time.perf_counter() - began < 10


def test_a_zone_is_asked_of_the_zone_database() -> None:
    assert zone("Pacific/Chatham") == "Pacific/Chatham"
    with pytest.raises(Wrong):
        zone("Moon/Tranquility")


_LINES = "\n".join(case[0] for case in CASES if len(case[0]) < 300).splitlines()


def outcome(data: bytes) -> tuple[Fault, ...]:
    """The faults of a file, none where it is a draft; anything else that happens fails the test."""
    try:
        read(data, catalogue(), TODAY)
    except RegimenFaults as problem:
        return problem.faults or (Fault("", None, "no fault at all"),)
    return ()


@settings(deadline=None)
@given(st.lists(st.sampled_from(_LINES), max_size=12), st.text(max_size=8), st.integers(0, 200))
@example([], "\x00", 0)
def test_no_text_gives_anything_but_a_draft_or_faults(lines: list[str], noise: str, at: int) -> None:
    text = "\n".join(["format = 1", *lines])
    data = (text[:at] + noise + text[at:]).encode("utf-8", "surrogatepass")
    for fault in outcome(data):
        assert fault.sentence("nl").isprintable()
        assert fault.sentence("en").isprintable()
        assert fault.line is None or 1 <= fault.line <= data.count(b"\n") + 1


@settings(deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_give_anything_but_a_draft_or_faults(data: bytes) -> None:
    assert all(fault.sentence("nl") for fault in outcome(b"format = 1\n" + data))
