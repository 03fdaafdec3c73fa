"""What one agenda costs with a week and with ten years of history: the aim is under 10 ms, and the same (±20 %).

Run: python -m bench.agenda
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from time import perf_counter

from bench.year import ZONE, regimen_of
from osteoapp.core.agenda import agenda
from osteoapp.core.events import Amount, AnyEvent, Reason, Reminded, Taken
from osteoapp.core.history import History

NOW = datetime(2036, 11, 17, 9, 0, tzinfo=ZONE)


def events(days: int) -> Iterator[AnyEvent]:
    """A faithful patient: everything reminded, taken and counted on each of so many days before now."""
    numbers = count()
    for back in range(days, 0, -1):
        day = NOW.date() - timedelta(days=back)
        at = datetime(day.year, day.month, day.day, 8, tzinfo=UTC)

        def head(item: str, at: datetime = at) -> dict[str, object]:
            return {"id": f"e{next(numbers)}", "at": at, "recorded": at, "zone": "Europe/Amsterdam", "item": item}

        doses = ["thyroid", "vitamin-d-tablet"] + (["alendronate-tablet"] if day.weekday() == 0 else [])
        for plan in doses:
            for _ in range(2):
                yield Reminded(reason=Reason.DUE, **head(f"{plan}/{day}/dose"))  # type: ignore[arg-type]
            yield Taken(**head(f"{plan}/{day}/dose"))  # type: ignore[arg-type]
        for plan, amount in (("dairy", 4), ("activity", 30)):
            yield Reminded(reason=Reason.DUE, **head(f"{plan}/{day}/goal"))  # type: ignore[arg-type]
            yield Amount(amount=amount, **head(f"{plan}/{day}/goal"))  # type: ignore[arg-type]


def cost(history: History, rounds: int = 200) -> float:
    """The median of one agenda in milliseconds."""
    regimen = regimen_of("tablet", datetime(2026, 11, 2, 7))
    took = []
    for number in range(rounds):
        now = NOW + timedelta(seconds=number)
        began = perf_counter()
        agenda(regimen, history, now, dates=(now.date(), now.date()))
        took.append((perf_counter() - began) * 1000)
    return statistics.median(took)


def main() -> None:
    week, decade = History(events(7)), History(events(3650))
    cost(week)
    one, ten = cost(week), cost(decade)
    print(f"one week ({len(week)} events): {one:.2f} ms")
    print(f"ten years ({len(decade)} events): {ten:.2f} ms, {ten / one:.2f} times as much")


if __name__ == "__main__":
    main()
