"""What the places that look back cost with ten years of history: each opens in under 0.3 s.

Run: QT_QPA_PLATFORM=offscreen python -m bench.looking_back
"""

from __future__ import annotations

import statistics
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import count
from time import process_time
from typing import Any

from osteoapp.core.events import (
    Amount,
    AnyEvent,
    Awake,
    Cause,
    Given,
    Reason,
    Remark,
    Reminded,
    Retracted,
    Skipped,
    Taken,
)
from osteoapp.core.recurrence import add_months, instant
from osteoapp.core.regimen import CyclePlan, DosePlan, GoalPlan, TabletPlan
from tests.ui.fakes import ZONE, CorePort, known_since

NOW = datetime(2036, 11, 17, 9, 0, tzinfo=ZONE)
LIMIT = 0.3


def lived(years: int) -> CorePort:
    """A person who has used the program for so many years, up to a Monday in November 2036, with what goes wrong."""
    start = date(NOW.year - years, 11, 3)
    plans = (
        TabletPlan("alendronate", "alendronate-tablet", start, weekday=0),
        DosePlan("vitamin-d", "vitamin-d-tablet", start, times=(time(8, 30),)),
        CyclePlan("prolia", "denosumab-injection", start, last_given=add_months(start, -2)),
        GoalPlan("dairy", "dairy", start, target=4, times=(time(10, 30),)),
        GoalPlan("activity", "activity", start, target=30, times=(time(10, 30),)),
    )
    port = CorePort(NOW, *plans)
    known_since(port, datetime.combine(start, time(6), ZONE))
    for event in events(start):
        port.history.append(event)
    return port


def events(start: date) -> Iterator[AnyEvent]:
    """What happened from a date on."""
    numbers = count(1)

    def head(item: str, day: date, hour: int, minute: int = 0) -> dict[str, Any]:
        at = instant(day, time(hour, minute), ZONE)
        return {"id": f"l{next(numbers)}", "at": at, "recorded": at, "zone": ZONE.key, "item": item}

    day, due = start, add_months(start, 4)
    while day < NOW.date():
        number = (day - start).days
        if number % 97 == 40:  # two days away
            away = instant(day, time(6), ZONE)
            back = instant(day + timedelta(days=2), time(20), ZONE)
            when = {"id": f"l{next(numbers)}", "at": back, "recorded": back, "zone": ZONE.key}
            yield Awake(cause=Cause.START, away_from=away, **when)  # type: ignore[arg-type]
        elif number % 97 not in (41, 42):
            yield from _day(head, day, number)
        if day == due + timedelta(days=due.toordinal() % 9):
            yield Given(on=day, **head(f"prolia/{due}/injection", day, 11))
            due = add_months(day, 6)
        day += timedelta(days=1)


def _day(head: Callable[..., dict[str, Any]], day: date, number: int) -> Iterator[AnyEvent]:
    if day.weekday() == 0:
        item = f"alendronate/{day}/dose"
        yield Reminded(reason=Reason.DUE, **head(item, day, 7, 30))
        week = number // 7
        if week % 23 == 7:
            yield Skipped(note="Ik was ziek", **head(item, day, 8))
        elif week % 17 == 4:
            yield Taken(**head(item, day + timedelta(days=1), 7, 40))
        elif week % 29 != 11:
            first = Taken(**head(item, day, 7, 35))
            yield first
            if week % 31 == 3:
                moment = head("", day, 9)
                yield Retracted(event=first.id, **{**moment, "item": item})
                yield Taken(**head(item, day, 7, 50))
            if week % 12 == 5:
                yield Remark(note="Maag was wat onrustig", **head(f"alendronate/{day}/note", day, 12))
    if number % 13 != 6:
        yield Reminded(reason=Reason.DUE, **head(f"vitamin-d/{day}/dose", day, 8, 30))
        yield Taken(**head(f"vitamin-d/{day}/dose", day, 8, 40))
    for amount in ((2, 2) if number % 3 else (1, 2)):
        yield Amount(amount=amount, **head(f"dairy/{day}/goal", day, 12))
    if number % 5 != 2:
        yield Amount(amount=(30, 20, 40, 10, 35)[number % 5], **head(f"activity/{day}/goal", day, 15))


def measure(name: str, do: Callable[[], object], rounds: int = 5) -> float:
    """The median in seconds of this process, told: what else the computer does is left out."""
    took = []
    for _ in range(rounds):
        began = process_time()
        do()
        took.append(process_time() - began)
    found = statistics.median(took)
    print(f"{name}: {found:.3f} s{'' if found < LIMIT else ' TOO SLOW'}")
    return found


def main() -> None:
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication([])
    from osteoapp.i18n import Translations
    from osteoapp.ui.assets import resources
    from osteoapp.ui.progress.model import Period
    from osteoapp.ui.window import MainWindow

    port = lived(10)
    print(f"{len(port.history)} events")
    window = MainWindow(port, Translations(resources() / "translations"))
    window.show()
    app.processEvents()

    def go(place: str) -> Callable[[], None]:
        def do() -> None:
            window.go(place)
            app.processEvents()

        return do

    measure("month", go("calendar"))
    window.go("calendar")
    page = window.pages.currentWidget()
    for name, turn in {
        "month, 8 years ago": lambda: page._turn(date(2028, 3, 1)),
        "year, 8 years ago": lambda: page._view("year"),
        "year": page._today,
        "day": lambda: page.open_day(date(2036, 11, 10)),
        "search": lambda: page.search("maag"),
    }.items():
        measure(name, lambda turn=turn: (turn(), app.processEvents()))
    for period in Period:
        window._kept.progress.period = period
        measure(f"progress, {period.value}", go("progress"))


if __name__ == "__main__":
    main()
