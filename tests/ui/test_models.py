"""From an agenda to what is shown, without a widget."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from osteoapp.content.clinic import ClinicLeaflet, Paragraph, Section, Span
from osteoapp.core.events import Reason, Taken
from osteoapp.core.item import Agenda, Item, Kind, Notice, PlanFault, Status
from osteoapp.core.regimen import Pause, Regimen
from osteoapp.core.timing import Started, timing
from osteoapp.ui.actions import actions_of
from osteoapp.ui.digest import cuts, spoken
from osteoapp.ui.intakeview import Step, intake_view, minutes_left, step_of
from osteoapp.ui.models import asks_now, foremost, greeting, today_view
from osteoapp.ui.ports import Absence, Health, Preview
from osteoapp.ui.remindermodel import reminder_view, still_asks
from osteoapp.ui.rowmodel import row_of
from osteoapp.ui.snapshot import take
from osteoapp.ui.views import Snapshot
from osteoapp.ui.wording import day_before_closed

from .days import CLINIC
from .fakes import (
    ACTIVITY,
    DAIRY,
    HALF_HOUR,
    HEART,
    INFUSION,
    INJECTION,
    MONDAY,
    TABLET,
    VITAMIN,
    ZONE,
    CorePort,
    at,
    goal,
    item,
    regimen,
    usual,
)

PLANS = (TABLET, VITAMIN, DAIRY, ACTIVITY, HEART, INJECTION, INFUSION)


def snap(*items: Item, now: datetime | None = None, plan: Regimen | None = None, **more: object) -> Snapshot:
    present = now or at(7, 30)
    agenda = Agenda(present.astimezone(UTC), items, (), None)
    known = {"allowed": {one.id: usual(one) for one in items}, **more}
    return Snapshot(agenda, plan or regimen(*PLANS), present, "nl", **known)  # type: ignore[arg-type]


def names(found: Snapshot, one: Item) -> list[str]:
    return [action.name for action in actions_of(found, one)]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("**", "")


DUE = item(TABLET, Status.DUE)
VITAMIN_LATER = item(VITAMIN, Status.UPCOMING, due=at(8, 30))
CALL = item(
    INJECTION, Status.OVERDUE, step="injection", kind=Kind.APPOINTMENT, day=date(2026, 11, 12), due=at(10),
    level=3, notices=(Notice.CALL_PRACTICE_TODAY,),
)  # fmt: skip
RUNNING = item(TABLET, Status.IN_PROGRESS, block_until=at(8, 5))


# Which answers, in which order


def test_a_tablet_begins_with_the_guided_intake() -> None:
    assert names(snap(DUE), DUE) == ["start", "snoozed", "skipped", "already"]
    assert [a.rank for a in actions_of(snap(DUE), DUE)] == ["main", "quiet", "quiet", "text"]


def test_already_taken_stands_beside_the_main_answer_after_an_absence() -> None:
    found = snap(DUE, reasons={DUE.id: Reason.CATCH_UP})
    assert names(found, DUE) == ["start", "already", "snoozed", "skipped"]
    assert actions_of(found, DUE)[1].rank == "quiet"


def test_after_the_morning_the_tablet_is_only_a_question() -> None:
    late = replace(DUE, late=True)
    found = snap(late, allowed={late.id: frozenset({"taken", "forgotten", "skipped"})})
    assert names(found, late) == ["already", "forgotten", "skipped"]


def test_a_tablet_of_days_ago_has_answers_with_what_follows() -> None:
    old = item(TABLET, Status.UNANSWERED)
    found = snap(
        old,
        now=at(8, 10, date(2026, 11, 25)),
        allowed={old.id: frozenset({"taken", "forgotten", "not_fasting", "skipped"})},
        previews={
            (old.id, "forgotten"): Preview(at(7, 30, date(2026, 11, 26))),
            (old.id, "skipped"): Preview(at(7, 30, date(2026, 11, 30))),
        },
    )
    card = today_view(found).card
    assert [choice.name for choice in card.choices] == ["which_day", "forgotten", "skipped"]
    assert [plain(choice.example) for choice in card.choices] == [
        "Daarna kiest u de dag.", "Wij herinneren u donderdag 26 november.", "De volgende is maandag 30 november.",
    ]  # fmt: skip
    assert card.actions == ()
    assert plain(card.title) == "Heeft u de tablet van maandag 23 november genomen?"


def test_near_the_own_day_forgotten_is_not_offered() -> None:
    old = item(TABLET, Status.UNANSWERED, notices=(Notice.ASK_PHARMACIST,))
    found = snap(old, allowed={old.id: frozenset({"taken", "skipped"})})
    assert names(found, old) == ["which_day", "skipped"]
    assert any("apotheker" in note for note in today_view(found).card.notes)


def test_a_plain_dose_is_one_press() -> None:
    dose = item(HEART, Status.DUE, due=at(8, 30))
    assert names(snap(dose), dose) == ["taken", "snoozed", "skipped", "already"]


def test_a_question_of_another_medicine_can_wait_until_the_evening_and_stays_a_question() -> None:
    """Never shown as to be taken: neither while it waits, nor beside the dose of now."""
    takes = frozenset({"taken", "skipped", "snoozed"})
    old = item(HEART, Status.UNANSWERED, day=MONDAY - timedelta(days=1))
    for hour, last in ((9, ["tonight"]), (19, ["snoozed"])):
        found = snap(old, allowed={old.id: takes}, now=at(hour, 30))
        assert names(found, old) == ["which_day", "skipped", *last]
    waits = replace(old, status=Status.SNOOZED, due=at(20).astimezone(UTC))
    found = snap(waits, allowed={old.id: takes}, now=at(9, 30))
    row = row_of(found, waits, selected=True)
    assert plain(row.line) == "Heeft u Metoprolol van zondag 22 november genomen?"
    assert row.chip is not None
    assert row.chip.word == "Vraag om 20:00"
    assert [one.word for one in row.more][:2] == ["Ja, genomen", "Nee, niet genomen"]
    assert "tonight" not in [one.name for one in row.more]
    # From half its interval on nobody asks about it any more, so nothing is promised.
    faded = replace(old, notices=(Notice.ASK_PHARMACIST,))
    assert names(snap(faded, allowed={old.id: takes}, now=at(9, 30)), faded) == ["which_day", "skipped"]


def test_an_earlier_time_of_today_is_asked_about_by_its_time() -> None:
    takes = frozenset({"taken", "skipped", "snoozed"})
    first = item(HEART, Status.SNOOZED, due=at(20))
    first = replace(first, planned=at(8).astimezone(UTC))
    second = replace(item(HEART, Status.DUE, due=at(13)), id=first.id + "-2", planned=at(13).astimezone(UTC))
    found = snap(first, second, allowed={first.id: takes, second.id: takes}, now=at(13, 5))
    assert plain(row_of(found, first).line) == "Heeft u Metoprolol van 08:00 genomen?"
    assert names(found, replace(first, status=Status.UNANSWERED))[:2] == ["already", "skipped"], "and at which time"
    assert row_of(found, second).line == ""
    early = snap(first, replace(second, status=Status.UPCOMING), allowed={first.id: takes}, now=at(9))
    assert row_of(early, first).line == ""


def test_a_missed_dose_asks_only_about_its_own_day() -> None:
    gone = item(VITAMIN, Status.MISSED)
    assert names(snap(gone, allowed={gone.id: frozenset({"taken"})}), gone) == ["which_day"]


def test_an_injection_asks_for_an_appointment_before_its_day_and_given_after_it() -> None:
    ahead = item(INJECTION, Status.UPCOMING, step="injection", kind=Kind.APPOINTMENT, due=at(10, 0, date(2026, 12, 3)))
    takes = {ahead.id: frozenset({"given", "booked", "snoozed"})}
    assert names(snap(ahead, allowed=takes), ahead)[0] == "booked"
    today = replace(ahead, status=Status.DUE, due=at(7, 0).astimezone(UTC))
    assert names(snap(today, allowed=takes), today)[0] == "given"
    assert names(snap(CALL), CALL) == ["booked", "given", "tomorrow"]
    kept = replace(CALL, appointment=datetime(2026, 11, 20, 9, 0), due=at(7))
    assert names(snap(kept), kept)[0] == "given"


def test_tasks_and_messages_have_their_own_answers() -> None:
    book = item(INJECTION, Status.DUE, step="book", kind=Kind.TASK)
    found = snap(book, allowed={book.id: frozenset({"booked", "done", "snoozed"})})
    assert names(found, book) == ["booked", "snoozed", "done"]
    heads_up = item(TABLET, Status.DUE, step="heads-up", kind=Kind.HEADS_UP)
    found = snap(heads_up, allowed={heads_up.id: frozenset({"done", "snoozed"})})
    assert names(found, heads_up) == ["done", "snoozed"]
    assert not asks_now(heads_up)


def test_what_takes_nothing_offers_nothing() -> None:
    done = item(VITAMIN, Status.DONE)
    assert actions_of(snap(done), done) == ()


def test_one_press_adds_a_portion_or_ten_minutes() -> None:
    dairy, activity = goal(DAIRY, 1), goal(ACTIVITY, 10)
    found = snap(dairy, activity)
    assert [a.amount for a in actions_of(found, dairy)] == [1]
    assert [a.amount for a in actions_of(found, activity)] == [10]
    assert plain(actions_of(found, activity)[0].said) == "10 minuten erbij"


# What comes first


def test_a_running_half_hour_comes_first_then_a_call_then_the_tablet() -> None:
    dose, old = item(HEART, Status.DUE, due=at(7)), item(TABLET, Status.UNANSWERED, day=date(2026, 11, 16))
    everything = [RUNNING, CALL, DUE, dose, old]
    order = []
    while everything:
        first = foremost(snap(*everything))
        assert first is not None
        order.append(first)
        everything.remove(first)
    assert order == [RUNNING, CALL, DUE, dose, old]


def test_goals_and_what_waits_never_fill_the_large_card() -> None:
    held = item(VITAMIN, Status.HELD, due=at(12), held_by="alendronate")
    assert foremost(snap(goal(DAIRY, 1), held, VITAMIN_LATER)) is None


def test_a_call_today_says_whom_what_and_how() -> None:
    view = today_view(snap(CALL, now=at(9, 0, date(2026, 12, 10))))
    assert view.call_today
    assert view.card.tone == "call"
    assert view.card.title == "Bel vandaag uw huisarts"
    assert view.card.call is not None
    assert (view.card.call.whom, view.card.call.number) == ("Huisarts", "010-1234567")
    assert view.card.said.startswith("U kunt zeggen")
    assert not any("dicht" in line for line in view.card.lines)


def test_a_call_on_saturday_names_the_next_working_day() -> None:
    view = today_view(snap(CALL, now=at(9, 0, date(2026, 12, 12))))
    assert any("maandag 14 december" in plain(line) for line in view.card.lines)


def test_no_number_is_said_so_and_never_a_blank() -> None:
    view = today_view(snap(CALL, plan=regimen(INJECTION, phones={})))
    assert view.card.call is not None
    assert view.card.call.number == ""


# The page


def test_the_first_line_counts_what_is_open() -> None:
    assert plain(today_view(snap(DUE, VITAMIN_LATER)).lead) == "U heeft nu 1 ding te doen."
    assert plain(today_view(snap(CALL)).lead) == "U heeft vandaag iets belangrijks te doen."
    assert plain(today_view(snap(item(TABLET, Status.UNANSWERED))).lead) == "Wij hebben 1 vraag voor u."
    done = item(VITAMIN, Status.DONE)
    assert plain(today_view(snap(done, goal(DAIRY, 0))).lead) == "U heeft 1 van 2 dingen gedaan vandaag."


def test_nothing_open_says_what_comes_next() -> None:
    card = today_view(snap(VITAMIN_LATER)).card
    assert card.title == "Nu staat er niets open"
    assert plain(card.lines[0]) == "Straks: Vitamine D: tablet, om 08:30."
    skipped = today_view(snap(item(VITAMIN, Status.SKIPPED)))
    assert skipped.card.lines == ("Vandaag komt er niets meer.",)
    assert today_view(snap(item(VITAMIN, Status.DONE))).card.lines == ("Alles van vandaag is gedaan. Tot morgen.",)


def test_nothing_open_tells_the_tablet_and_the_appointment_of_tomorrow() -> None:
    port = CorePort(at(7, 45))
    assert take(port).tomorrow == ()
    port.record(DUE.id, "not_fasting")
    port.present = at(7, 50)
    moved = today_view(take(port)).card
    assert [plain(line) for line in moved.lines] == [
        "Straks: Vitamine D: tablet, om 08:30.",
        "Morgen: weektablet, om 07:30.",
    ]
    port.present = at(7, 50, MONDAY + timedelta(days=5))
    assert take(port).tomorrow == ()
    port.present = at(21, 0, MONDAY + timedelta(days=6))
    assert [one.date for one in take(port).tomorrow] == [MONDAY + timedelta(days=7)]
    clinic = CorePort(at(7, 0, MONDAY - timedelta(days=1)), CLINIC)
    told = [plain(line) for line in today_view(take(clinic)).card.lines]
    assert told[-1] == "Morgen: Oogarts, om 14:30."


def test_an_empty_list_says_so_and_offers_to_set_up() -> None:
    empty = Regimen(regimen().catalogue)
    card = today_view(snap(plan=empty)).card
    assert card.title == "Welkom. Zo begint u."
    assert len(card.steps) == 3
    assert [action.name for action in card.actions] == ["setup", "leaflet"]


def test_rows_put_the_open_first_and_the_done_last() -> None:
    done = item(HEART, Status.DONE, due=at(7))
    view = today_view(snap(DUE, done, goal(DAIRY, 0), VITAMIN_LATER))
    assert [row.item for row in view.rows] == [VITAMIN_LATER.id, f"dairy/{MONDAY}/goal", done.id]


def test_a_held_row_says_until_when_and_has_no_button() -> None:
    held = item(VITAMIN, Status.HELD, due=at(8, 5), held_by=DUE.id)
    waits = today_view(snap(DUE, held)).rows[0].chip
    assert waits is not None
    assert plain(waits.word) == "Wacht tot na het half uur"
    row = today_view(snap(RUNNING, held, now=at(7, 40))).rows[0]
    assert row.action is None
    assert row.chip is not None
    assert row.chip.mood == "wait"
    assert "08:05" in row.chip.word
    assert [action.name for action in row.more] == ["taken", "skipped"]


def test_a_done_row_tells_when_and_can_be_put_back() -> None:
    done = item(TABLET, Status.DONE)
    moment = at(7, 35).astimezone(UTC)
    answer = Taken(id="e7", at=moment, recorded=moment, zone=ZONE.key, item=done.id)
    row = today_view(snap(done, VITAMIN_LATER, now=at(12), answers={done.id: answer})).rows[-1]
    assert (row.undo, row.line) == ("e7", "Genomen om 07:35")


def test_an_open_question_in_the_list_is_opened_by_its_button() -> None:
    old = item(TABLET, Status.UNANSWERED, day=date(2026, 11, 16))
    row = today_view(snap(DUE, replace(old, plan="second", id="second/2026-11-16/dose"))).rows[0]
    assert row.action is not None
    assert row.action.name == "open"


def test_the_chosen_row_brings_its_leaflet() -> None:
    found = snap(DUE, VITAMIN_LATER)
    pane = today_view(found).pane
    assert pane is not None
    assert pane.item == DUE.id
    chosen = today_view(found, VITAMIN_LATER.id)
    assert chosen.pane is not None
    assert chosen.pane.item == VITAMIN_LATER.id
    assert [row.selected for row in chosen.rows] == [True]


def test_the_leaflet_has_a_title_text_why_and_whom_to_call() -> None:
    pane = today_view(snap(DUE)).pane
    assert pane is not None
    assert pane.title == "Uw weektablet"
    assert pane.paragraphs
    assert pane.why
    assert pane.additions
    assert pane.call.number == "010-7654321"


def test_an_absence_tells_from_when_to_when_and_what() -> None:
    away = Absence(at(21, 10, date(2026, 11, 22)), at(7, 24), (DUE,))
    banner = today_view(snap(DUE, absence=away)).banners[0]
    assert "uit van zondag 22 november om 21:10 tot vandaag om 07:24." in plain(banner.text)
    assert "Dit viel in die tijd: Alendroninezuur: weektablet." in plain(banner.text)
    twice = (item(VITAMIN, Status.MISSED), goal(DAIRY, 0), item(VITAMIN, Status.DUE), DUE)
    short = today_view(snap(DUE, absence=Absence(at(6), at(7, 24), twice))).banners[0]
    assert plain(short.text).endswith(
        "van 06:00 tot 07:24. Dit viel in die tijd: Vitamine D: tablet, Alendroninezuur: weektablet."
    )


def test_an_answer_that_is_not_saved_is_said() -> None:
    urgent = today_view(snap(DUE, health=Health(unsaved=True))).urgent
    assert urgent is not None
    assert urgent.text == "Niet bewaard: schrijf het op."


def test_a_plan_of_which_nobody_is_reminded_is_said() -> None:
    found = snap(DUE)
    broken = replace(found.agenda, faults=(PlanFault(TABLET.id, TypeError()),))
    urgent = today_view(replace(found, agenda=broken)).urgent
    assert urgent is not None
    assert "mis: Weektablet alendroninezuur. U krijgt er nu geen herinnering voor." in plain(urgent.text)


def test_a_date_in_doubt_takes_no_answer() -> None:
    view = today_view(snap(DUE, VITAMIN_LATER, goal(DAIRY, 1), health=Health(date_doubt=True)))
    assert plain(view.card.title) == "Is het vandaag maandag 23 november 2026?"
    assert [action.name for action in view.card.actions] == ["date"]
    assert all(row.action is None and not row.more for row in view.rows)


def test_the_greeting_follows_the_hour_and_the_name() -> None:
    assert greeting(snap()) == "Goedemorgen, mevrouw De Vries"
    assert greeting(snap(now=at(12))) == "Goedemiddag, mevrouw De Vries"
    assert greeting(snap(now=at(18))) == "Goedenavond, mevrouw De Vries"
    assert greeting(snap(plan=regimen(name="De heer Jansen"))) == "Goedemorgen, de heer Jansen"
    assert greeting(snap(plan=regimen(name="Jan"))) == "Goedemorgen, Jan"
    assert greeting(snap(plan=regimen(name=""))) == "Goedemorgen"


# The intake


def test_the_step_follows_what_is_recorded() -> None:
    before = snap(DUE)
    assert step_of(before, DUE, Step.QUESTION) is Step.QUESTION
    assert step_of(before, DUE, Step.TAKING) is Step.TAKING
    during = snap(RUNNING, now=at(7, 43))
    assert step_of(during, RUNNING, Step.QUESTION) is Step.UPRIGHT
    assert step_of(snap(RUNNING, now=at(8, 5)), RUNNING, Step.QUESTION) is Step.END
    skipped = item(TABLET, Status.SKIPPED)
    assert step_of(snap(skipped), skipped, Step.TAKING) is None
    late = replace(DUE, late=True)
    assert step_of(snap(late), late, Step.QUESTION) is None
    other = item(HEART, Status.DUE)
    assert step_of(snap(other), other, Step.QUESTION) is None, "only the weekly tablet has a guided intake"


def test_the_half_hour_ends_where_its_recorded_start_says() -> None:
    done = item(TABLET, Status.DONE)
    moment = at(7, 35).astimezone(UTC)
    answer = Taken(id="e", at=moment, recorded=moment, zone=ZONE.key, item=done.id)
    found = snap(done, now=at(8, 6), answers={done.id: answer})
    assert step_of(found, done, Step.QUESTION) is Step.END
    assert today_view(found).card.title == "Het half uur is voorbij"
    assert today_view(snap(done, now=at(11), answers={done.id: answer})).card.title == "Nu staat er niets open"
    by_date = replace(answer, on=MONDAY)
    assert step_of(snap(done, now=at(8, 6), answers={done.id: by_date}), done, Step.QUESTION) is None


def test_minutes_are_rounded_up_and_never_negative() -> None:
    end = at(8, 5)
    assert minutes_left(end, at(7, 43)) == 22
    assert minutes_left(end, at(7, 43) + timedelta(seconds=1)) == 22
    assert minutes_left(end, at(8, 4) + timedelta(seconds=59)) == 1
    assert minutes_left(end, at(8, 5)) == 0
    assert minutes_left(end, at(9)) == 0


def test_the_half_hour_shows_what_waits_for_it() -> None:
    held = item(VITAMIN, Status.HELD, due=at(8, 5), held_by=RUNNING.id)
    pressing = item(HEART, Status.DUE, due=at(7, 40))
    view = intake_view(snap(RUNNING, held, pressing, now=at(7, 43)), RUNNING, Step.UPRIGHT)
    assert (view.left, view.total, view.end) == (22, 30, "08:05")
    after = view.sides[-1]
    assert after.title == "Na 08:05"
    assert [word for _, word in after.entries] == ["Ontbijten", "Vitamine D: tablet"]
    assert [row.item for row in view.due] == [pressing.id]


def test_the_question_says_what_follows_from_yes() -> None:
    view = intake_view(snap(DUE), DUE, Step.QUESTION, Preview(at(7, 30, date(2026, 11, 24))))
    assert "dinsdag 24 november om 07:30" in plain(view.note)
    assert intake_view(snap(DUE), DUE, Step.QUESTION, Preview(code="x")).note == ""


def test_each_form_is_taken_as_its_own_text_says() -> None:
    drink = replace(TABLET, id="drink", treatment="alendronate-drink")
    one = item(drink, Status.DUE)
    view = intake_view(snap(one, plan=regimen(drink)), one, Step.TAKING)
    assert view.main == "Ik heb de drank genomen"
    assert view.lines
    assert "Bron:" in view.source


# The reminder


def test_an_answered_item_leaves_the_reminder() -> None:
    assert still_asks(snap(DUE), DUE.id)
    for status in (Status.DONE, Status.SKIPPED, Status.SNOOZED, Status.IN_PROGRESS, Status.HELD, Status.MISSED):
        assert not still_asks(snap(item(TABLET, status)), DUE.id), status
    assert not still_asks(snap(), DUE.id)


def test_a_call_with_a_late_appointment_stays_in_the_reminder() -> None:
    kept = replace(CALL, status=Status.UPCOMING, notices=(Notice.LATE_APPOINTMENT,), due=at(10, 0, date(2026, 12, 20)))
    assert still_asks(snap(kept), kept.id)
    assert not still_asks(snap(replace(kept, notices=())), kept.id)


def test_several_things_have_one_title_and_the_chosen_ones_leaflet() -> None:
    dose = item(HEART, Status.DUE, due=at(7, 30))
    found = snap(DUE, dose)
    view = reminder_view(found, [DUE.id, dose.id], dose.id)
    assert view.pane.item == dose.id
    assert len(view.cards) == 2
    assert view.snoozes
    assert reminder_view(found, [DUE.id], "").window_title == "Tijd voor uw weektablet"
    assert plain(reminder_view(found, [DUE.id], "").cards[0].chip.word) == "Nu, maandag 07:30"  # type: ignore[union-attr]


def test_the_end_of_the_half_hour_is_a_reminder_without_answers() -> None:
    port = CorePort(at(7, 30))
    port.record(DUE.id, "taken")
    port.present = at(7, 30) + HALF_HOUR
    assert [one.reason for one in port.remind()] == [Reason.HALF_HOUR_OVER]
    view = reminder_view(take(port), [DUE.id], "")
    assert view.cards[0].title == "Het half uur is voorbij"
    assert [action.name for action in view.cards[0].actions] == ["watch", "wrong"]
    assert not view.snoozes


# Sections, the days ahead, and the first day


def titles(found: Snapshot) -> list[tuple[str, int]]:
    return [(section.title, len(section.rows)) for section in today_view(found).sections]


def test_what_is_open_comes_later_or_is_done_has_its_own_heading() -> None:
    heart = item(HEART, Status.DUE, due=at(7, 30))
    done = item(INJECTION, Status.DONE, step="book", kind=Kind.TASK)
    found = snap(DUE, heart, VITAMIN_LATER, goal(DAIRY, 4, status=Status.DONE), goal(ACTIVITY, 10), done)
    assert titles(found) == [("Nu ook", 1), ("Straks vandaag", 2), ("Klaar", 2)]
    assert titles(snap(VITAMIN_LATER, item(HEART, Status.SKIPPED))) == [("Vandaag", 1), ("Klaar of overgeslagen", 1)]


def test_the_appointment_of_a_late_injection_is_asked_once() -> None:
    book = item(INJECTION, Status.OVERDUE, step="book", kind=Kind.TASK, day=date(2026, 11, 12))
    takes = {CALL.id: usual(CALL), book.id: frozenset({"booked", "done"})}
    view = today_view(snap(CALL, book, allowed=takes))
    assert [row.item for row in view.rows] == []
    assert view.open_count == 1
    kept = replace(CALL, appointment=datetime(2026, 11, 20, 9, 0), notices=())
    assert [row.item for row in today_view(snap(kept, book, allowed=takes)).rows] == [book.id]


def test_an_injection_of_today_comes_before_a_daily_dose() -> None:
    today = replace(CALL, status=Status.DUE, level=1, notices=(), due=at(10))
    dose = item(VITAMIN, Status.DUE, due=at(8, 30))
    assert foremost(snap(dose, today, now=at(10))) == today


def test_an_appointment_ahead_is_told_and_its_notice_is_seen() -> None:
    port = CorePort(at(9, 0, date(2026, 12, 10)), INJECTION, VITAMIN)
    port.record("prolia/2026-11-12/injection", "booked", on=datetime(2026, 12, 17, 9, 40))
    view = today_view(take(port))
    assert view.sections[-1].title == "Binnenkort"
    row = view.sections[-1].rows[0]
    assert plain(row.line) == "Uw prik is op donderdag 17 december om 09:40"
    assert row.undo
    assert row.action is not None
    assert (row.action.name, row.action.word) == ("booked", "Wijzigen")
    assert [action.name for action in row.more] == ["given"]
    assert any("Gaat die niet door" in plain(banner.text) for banner in view.banners)
    assert not view.call_today


def test_a_late_injection_has_a_time_line() -> None:
    late = today_view(take(CorePort(at(10, 0, date(2026, 11, 20)), INJECTION))).timeline
    assert [(point.word, plain(point.day), point.mark) for point in late] == [
        ("Laatste prik", "12 mei 2026", "given"), ("Gepland", "12 november", "planned"),
        ("Vandaag", "20 november", "due"),
    ]  # fmt: skip
    first = replace(INJECTION, last_given=None, first_due=date(2026, 11, 12))
    call = today_view(take(CorePort(at(10, 0, date(2026, 12, 10)), first))).timeline
    assert [point.word for point in call] == ["Gepland", "Vandaag"]
    assert [point.mark for point in today_view(snap(CALL)).timeline] == ["planned", "call"]
    assert today_view(take(CorePort(at(10, 0, date(2026, 11, 12)), INJECTION))).timeline == ()


def test_a_planned_day_on_which_the_practice_is_closed_names_the_working_day_before() -> None:
    sunday = replace(INJECTION, last_given=date(2026, 5, 15))
    card = today_view(take(CorePort(at(10, 0, date(2026, 10, 20)), sunday))).card
    assert "De geplande dag is zondag 15 november." in plain(card.lines[-1])
    assert "Een werkdag ervoor is vrijdag 13 november." in plain(card.lines[-1])
    christmas = date(2026, 12, 25)
    assert day_before_closed(christmas, at(10, 0, date(2026, 12, 1))) == date(2026, 12, 24)
    for planned, now in ((date(2026, 11, 12), date(2026, 11, 1)), (christmas, date(2026, 12, 24)),
                         (christmas, date(2026, 12, 27))):  # fmt: skip
        assert day_before_closed(planned, at(10, 0, now)) is None
    on_thursday = today_view(take(CorePort(at(10, 0, date(2026, 10, 20)), INJECTION))).card
    assert "dicht" not in " ".join(on_thursday.lines)


def test_in_the_reminder_a_goal_in_minutes_starts_its_stopwatch_first() -> None:
    walk = goal(ACTIVITY, 0)
    (card,) = reminder_view(snap(walk), [walk.id], "").cards
    assert [(one.name, one.rank) for one in card.actions] == [("time_begin", "main"), ("amount", "quiet")]
    started = timing(Started(walk.id, at(10, 20).astimezone(UTC)), at(10, 30), timedelta(minutes=10))
    (card,) = reminder_view(snap(walk, timing=started), [walk.id], "").cards
    assert [one.name for one in card.actions] == ["time_stop", "amount"]
    assert plain(card.lines[-1]) == "Bezig sinds 10:20"


def test_with_nothing_to_tell_of_ahead_nothing_is_looked_up() -> None:
    port = CorePort(at(9), VITAMIN, DAIRY)
    asked: list[object] = []
    port.between = lambda first, last: asked.append(first)  # type: ignore[assignment, method-assign, func-returns-value]
    assert take(port).ahead == take(port).tomorrow == ()
    assert asked == []


def test_the_first_day_says_so_and_only_then() -> None:
    assert [banner.name for banner in today_view(take(CorePort(at(7, 10, date(2026, 11, 2))))).banners] == ["first_day"]
    assert today_view(take(CorePort(at(7, 10, date(2026, 11, 3))))).banners == ()


def test_the_pane_has_first_sentences_and_the_way_to_the_rest() -> None:
    for one in (DUE, VITAMIN_LATER, RUNNING, CALL, goal(ACTIVITY, 0), goal(DAIRY, 0)):
        pane = today_view(snap(one)).pane
        assert pane is not None
        assert len(" ".join(pane.paragraphs)) <= 240, one.id
        assert sum(len(addition.text) for addition in (*pane.additions, *pane.pressing)) <= 400, one.id
        assert pane.passage


def test_a_pane_grows_shorter_and_keeps_a_first_sentence() -> None:
    pane = today_view(snap(DUE)).pane
    assert pane is not None
    shapes = list(cuts(pane))
    assert shapes[0] == pane
    assert all(one.paragraphs for one in shapes)
    assert len(" ".join(shapes[-1].paragraphs)) < len(" ".join(pane.paragraphs))
    assert [one.call for one in shapes] == [pane.call] * len(shapes)


def test_the_pane_has_what_the_clinic_says_at_this_moment() -> None:
    def text(said: str) -> tuple[Paragraph, ...]:
        return (Paragraph((Span("Neem **hem** met water. Twijfelt u?\nBel ons. Dat mag altijd. "), Span(said))),)

    clinic = ClinicLeaflet("Ziekenhuis **X**", MONDAY, (
        Section("Parkeren", None, None, text("Gratis.")),
        Section("Bijwerkingen", "alendronate", "side-effects", text("Zelden.")),
        Section("Vooraf", "alendronate", "before", text("Nuchter.")),
        Section("Alle weektabletten", "weekly-tablet", None, text("Rechtop.")),
    ))  # fmt: skip
    pane = today_view(snap(DUE, clinic=clinic)).pane
    assert pane is not None
    assert pane.clinic is not None
    assert (pane.clinic.title, pane.clinic.passage) == ("Vooraf", "clinic/2")
    assert pane.clinic.lines == ("Neem hem met water. Twijfelt u? Bel ons.",)
    assert spoken(pane)[:3] == ("Van Ziekenhuis X. Vooraf.", "Neem hem met water.", "Twijfelt u?")
    assert all(one.clinic is not None and one.clinic.title == "Vooraf" for one in cuts(pane))
    shared = today_view(snap(DUE, clinic=replace(clinic, sections=clinic.sections[3:]))).pane
    assert shared is not None
    assert shared.clinic is not None
    assert shared.clinic.title == "Alle weektabletten"
    other = today_view(snap(VITAMIN_LATER, clinic=clinic)).pane
    assert other is not None
    assert other.clinic is None


def test_a_running_stopwatch_changes_only_its_words() -> None:
    first = snap(goal(ACTIVITY, 10), timing=timing(Started(f"activity/{MONDAY}/goal", at(7, 20).astimezone(UTC)),
                                                   at(7, 30), timedelta(minutes=10)))  # fmt: skip
    later = replace(first, timing=timing(Started(f"activity/{MONDAY}/goal", at(7, 20).astimezone(UTC)),
                                         at(7, 30), timedelta(minutes=11)))  # fmt: skip
    old, new = today_view(first), today_view(later)
    assert old != new
    assert plain(new.running) == "Bezig sinds 07:20 · 11 minuten"
    assert old.with_running(new.running) == new


def test_a_pause_is_told_and_near_its_end_asked_about() -> None:
    plan = regimen(*PLANS)
    paused = replace(plan, draft=replace(plan.draft, pauses=(Pause(MONDAY, MONDAY + timedelta(days=6)),)))

    def told(days: int) -> list[str]:
        view = today_view(snap(now=at(9, 0, MONDAY + timedelta(days=days)), plan=paused))
        return [plain(one.text) for one in view.banners if one.name == "pause"]

    assert told(-1) == told(7) == []
    assert told(0) == told(4) == ["Pauze tot en met zondag 29 november 2026."]
    assert told(5) == [told(0)[0] + " Duurt het langer? Verzet dan de laatste dag."]
    assert told(6) == ["Vandaag is de laatste dag van de pauze. Duurt het langer? Verzet dan de laatste dag."]
