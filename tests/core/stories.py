"""Stories: a regimen, a place, and what a person and a computer do in some days, drawn by Hypothesis.

A story is plain data that can be played again; what a choice picks (which item, which answer) is decided while it is
played, from what there is at that moment.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from hypothesis import strategies as st

from osteoapp.core.recurrence import Freq, FromLastTaken, OnOff, Rule, Unit
from osteoapp.core.regimen import AnyPlan, CalciumOnTabletDay, DayTimes, Pause

from . import builders as make

# Where and when a story begins: ordinary weeks, and weeks with a clock change, at night, at midnight, by half an hour.
BEGINNINGS = (
    ("Europe/Amsterdam", "2026-11-21"), ("Europe/Amsterdam", "2027-03-26"), ("Europe/Amsterdam", "2026-10-23"),
    ("Europe/Amsterdam", "2028-02-27"), ("America/New_York", "2027-03-12"), ("America/Santiago", "2026-09-04"),
    ("Asia/Beirut", "2027-03-26"), ("Australia/Lord_Howe", "2027-04-02"), ("Antarctica/Troll", "2027-03-26"),
    ("Africa/Casablanca", "2027-02-05"), ("Pacific/Chatham", "2027-04-02"), ("America/Sao_Paulo", "2018-11-02"),
    ("Pacific/Apia", "2011-12-28"), ("America/Scoresbysund", "2026-10-23"),
)
TRAVELS = (
    "Europe/Amsterdam", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Honolulu", "Pacific/Apia",
    "Asia/Kathmandu", "Australia/Lord_Howe", "UTC",
)
MORNINGS = ("06:30", "07:00", "07:30", "08:00", "08:15", "08:30", "09:30")
TIMES = (*MORNINGS, "00:00", "01:30", "02:30", "11:45", "12:00", "12:30", "13:30", "14:30", "18:00", "22:30", "23:45")


STOCK = st.sampled_from([None, None, None, None, 2, 11])


@dataclass(frozen=True)
class Step:
    """Something done ``after`` so long. ``which``, ``how`` and ``much`` are numbers that the playing makes sense of."""

    after: timedelta
    what: str
    which: int = 0
    how: int = 0
    much: int = 0


@dataclass(frozen=True)
class Story:
    """A regimen known at ``known`` and a program started at ``start`` (wall-clock times in ``zone``)."""

    zone: str
    known: datetime
    start: datetime
    plans: tuple[AnyPlan, ...]
    times: DayTimes
    pauses: tuple[Pause, ...]
    spare: AnyPlan
    steps: tuple[Step, ...]


def some_times(most: int = 3, among: tuple[str, ...] = TIMES) -> st.SearchStrategy[tuple[str, ...]]:
    return st.sets(st.sampled_from(among), min_size=1, max_size=most).map(lambda texts: tuple(sorted(texts)))


def day_times() -> st.SearchStrategy[DayTimes]:
    hours = [(22, 7), (23, 8), (13, 15), (0, 6)]
    quiet = st.sampled_from([None, *((time(start), time(end)) for start, end in hours)])
    return st.just(DayTimes()) | st.builds(
        DayTimes,
        wake=st.sampled_from([time(6, 30), time(7, 30), time(8)]),
        morning_ends=st.sampled_from([time(10), time(12), time(13, 30)]),
        quiet=quiet,
    )


def tablets(first: date) -> st.SearchStrategy[AnyPlan]:
    kinds = st.sampled_from(["alendronate-tablet", "risedronate-tablet", "alendronate-drink"])
    return st.builds(
        lambda kind, ahead, when, begun, stock: make.tablet(
            (first.weekday() + ahead) % 7, when, treatment=kind, start=first - timedelta(days=begun), stock=stock
        ),
        kinds, st.sampled_from([0, 0, 1, 1, 2, 3, 6]), st.none() | st.sampled_from(MORNINGS),
        st.sampled_from([0, 3, 20]), STOCK,
    )


def recurrences(first: date) -> st.SearchStrategy[Rule | OnOff | FromLastTaken | None]:
    weekly = st.builds(Rule, st.just(Freq.WEEKLY), st.integers(1, 2), st.frozensets(st.integers(0, 6), max_size=4))
    monthly = st.just(Rule(Freq.MONTHLY, bymonthday=frozenset({first.day, 31})))
    few = st.builds(Rule, st.just(Freq.DAILY), st.integers(1, 3), count=st.integers(1, 4))
    until = st.builds(lambda days: Rule(until=first + timedelta(days=days)), st.integers(0, 4))
    chain = st.builds(FromLastTaken, st.integers(1, 4), st.just(Unit.DAYS)) | st.just(FromLastTaken(1, Unit.WEEKS))
    rhythm = st.builds(OnOff, st.integers(1, 3), st.integers(1, 3))
    return st.one_of(st.none(), weekly, monthly, few, until, rhythm, chain)


def medicines(first: date) -> st.SearchStrategy[AnyPlan]:
    return st.builds(
        lambda times, rule, waits, begun, length, stock: make.medicine(
            *times, recurrence=rule, may_wait=waits, start=first - timedelta(days=begun), stock=stock,
            until=None if length is None else first + timedelta(days=length),
        ),
        some_times(), recurrences(first), st.booleans(), st.sampled_from([0, 1, 9]), st.none() | st.integers(0, 5),
        STOCK,
    )


def supplements(first: date) -> st.SearchStrategy[AnyPlan]:
    start = st.just(first - timedelta(days=8))
    drink_rule = st.builds(
        lambda weeks, ahead: Rule(Freq.WEEKLY, weeks, frozenset({(first.weekday() + ahead) % 7})),
        st.sampled_from([1, 2, 4]), st.integers(0, 6),
    )
    return st.one_of(
        st.builds(lambda when, start: make.vitamin_d(when, start=start), st.sampled_from(TIMES), start),
        st.builds(
            lambda rule, when, start: make.vitamin_d_drink(rule, when, start=start),
            drink_rule, st.sampled_from(TIMES), start,
        ),
        st.builds(
            lambda times, none, start: make.calcium(
                *times, start=start,
                calcium_on_tablet_day=CalciumOnTabletDay.NONE if none else CalciumOnTabletDay.MIDDAY,
            ),
            some_times(), st.sampled_from([False, False, True]), start,
        ),
    )


def goals(first: date) -> st.SearchStrategy[AnyPlan]:
    start = first - timedelta(days=2)
    times = st.just(()) | some_times()
    return st.builds(lambda times: make.dairy(*times, start=start), times) | st.builds(
        lambda times: make.activity(*times, start=start), times
    )


def cycles(first: date) -> st.SearchStrategy[AnyPlan]:
    """Injections and infusions near a date that matters: a step, the day itself, level 2, level 3."""
    ago = st.sampled_from([120, 150, 177, 181, 183, 184, 190, 205, 209, 212, 215, 290, 340, 365, 366, 380])
    given = ago.map(lambda days: {"last_given": first - timedelta(days=days)})
    ahead = st.integers(-40, 70).map(lambda days: {"first_due": first + timedelta(days=days)})
    how = given | ahead | st.just({"unknown": True})
    return st.builds(
        lambda build, how, since: build(**how, treated_since=since),
        st.sampled_from([make.injection, make.infusion]), how,
        st.none() | st.just(first - timedelta(days=5 * 365 + 3)),
    )


def others(first: date) -> st.SearchStrategy[AnyPlan]:
    return st.one_of(
        st.builds(
            lambda kind, ago: make.check(kind, last=first - timedelta(days=ago)),
            st.sampled_from(["dentist", "fall-safety"]), st.sampled_from([20, 180, 184, 190]),
        ),
        st.builds(lambda days: make.check("dexa", date=first + timedelta(days=days)), st.integers(-10, 10)),
        st.builds(
            lambda days, when: make.appointment((first + timedelta(days=days)).isoformat(), when),
            st.integers(0, 9), st.sampled_from(TIMES),
        ),
    )


ACTS = ("wait", "answer", "answer", "answer", "answer", "answer", "answer", "undo", "redo")
COMPUTER = ("off", "sleep", "set-clock", "travel")
EDITS = ("edit", "edit", "edit", "edit")
NEARBY = st.integers(0, 90).map(lambda minutes: timedelta(minutes=minutes))
LATER = st.integers(1, 15).map(lambda hours: timedelta(hours=hours))
MUCH_LATER = st.integers(18, 60).map(lambda hours: timedelta(hours=hours))


def steps(acts: tuple[str, ...], most: int) -> st.SearchStrategy[tuple[Step, ...]]:
    number = st.sampled_from(range(997))
    step = st.builds(Step, NEARBY | LATER | LATER | MUCH_LATER, st.sampled_from(acts), number, number, number)
    return st.lists(step, min_size=6, max_size=most).map(tuple)


FOCUS = {
    "tablet mornings": ((tablets, supplements), (supplements, goals, medicines)),
    "other medicines": ((medicines,), (medicines, supplements, tablets)),
    "injections": ((cycles,), (tablets, others)),
    "everything": ((), (tablets, medicines, supplements, goals, cycles, others)),
}


@st.composite
def stories(
    draw: st.DrawFn, focus: str = "everything", *, acts: tuple[str, ...] = ACTS + COMPUTER, most: int = 18
) -> Story:
    """A story about some kinds of plans, in which some kinds of things happen."""
    zone, text = draw(st.sampled_from(BEGINNINGS))
    first = date.fromisoformat(text) + timedelta(days=draw(st.integers(0, 2)))
    start = datetime.combine(first, time(draw(st.integers(0, 23)), draw(st.sampled_from([0, 20, 45]))))
    wanted, welcome = FOCUS[focus]
    kinds = [*wanted, *draw(st.lists(st.sampled_from(welcome), min_size=0 if wanted else 1, max_size=3))]
    plans = _distinct([draw(kind(first)) for kind in kinds])
    spare = replace(draw(medicines(first)), id="spare")
    pauses = ()
    if draw(st.integers(0, 5)) == 0:
        begins = first + timedelta(days=draw(st.integers(-1, 3)))
        pauses = (Pause(begins, begins + timedelta(days=draw(st.integers(0, 2)))),)
    known = start - draw(st.sampled_from([timedelta(0), timedelta(hours=7), timedelta(days=30)]))
    return Story(zone, known, start, plans, draw(day_times()), pauses, spare, draw(steps(acts, most)))


def _distinct(plans: list[AnyPlan]) -> tuple[AnyPlan, ...]:
    """One plan of each id; a second other medicine gets an id of its own."""
    found: dict[str, AnyPlan] = {}
    for number, plan in enumerate(plans):
        if plan.id == "thyroid" and plan.id in found:
            plan = replace(plan, id=f"medicine-{number}")
        found.setdefault(plan.id, plan)
    return tuple(found.values())
