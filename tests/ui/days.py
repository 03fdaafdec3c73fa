"""Every state of Vandaag as a port, by name: the days on which the page is looked at and measured."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Final

from osteoapp.core.item import Item
from osteoapp.core.regimen import AppointmentPlan, CheckPlan, DosePlan
from osteoapp.ui.ports import Absence, Health

from .fakes import ACTIVITY, DAIRY, HEART, INFUSION, INJECTION, MONDAY, TABLET, VITAMIN, CorePort, HandPort, at

TUESDAY: Final = date(2026, 11, 24)
WEDNESDAY: Final = date(2026, 11, 25)
SATURDAY: Final = date(2026, 11, 28)
INJECTION_DAY: Final = date(2026, 11, 12)
CALL_DAY: Final = date(2026, 12, 10)
INFUSION_DAY: Final = date(2027, 3, 10)

CALCIUM: Final = DosePlan("calcium", "calcium-supplement", date(2026, 11, 2), times=(time(12, 30),))
CLINIC: Final = AppointmentPlan(
    "oogarts", "other-appointment", date(2026, 11, 2), name="Oogarts", date=MONDAY, time=time(14, 30),
    place="Polikliniek, route 12", phone="010-3334455",
)  # fmt: skip
DENTIST: Final = CheckPlan("dentist", "dentist", date(2026, 11, 2), every_months=6, last=date(2026, 5, 20))
SHOT: Final = (INJECTION, VITAMIN, DAIRY, ACTIVITY)
TABLET_ID: Final = f"alendronate/{MONDAY}/dose"
ACTIVITY_ID: Final = f"activity/{MONDAY}/goal"
VITAMIN_ID: Final = f"vitamin-d/{MONDAY}/dose"


def monday(hour: int, minute: int) -> CorePort:
    """The normal Monday, with what is due shown."""
    port = CorePort(at(hour, minute))
    port.remind()
    return port


def taken(hour: int, minute: int) -> CorePort:
    """The Monday on which the tablet was taken at 07:35."""
    port = CorePort(at(7, 35))
    port.record(TABLET_ID, "taken")
    port.present = at(hour, minute)
    return port


def later_that_morning() -> CorePort:
    port = taken(8, 32)
    port.record(VITAMIN_ID, "taken")
    port.record(f"dairy/{MONDAY}/goal", "amount", amount=1)
    port.present = at(9, 15)
    return port


def all_done() -> CorePort:
    port = later_that_morning()
    port.present = at(19, 50)
    port.record(f"dairy/{MONDAY}/goal", "amount", amount=3)
    port.record(f"activity/{MONDAY}/goal", "amount", amount=40)
    port.present = at(21, 0)
    return port


def after_absence() -> CorePort:
    port = CorePort(at(7, 52))
    port.remind()
    port.reasons[TABLET_ID] = port.reasons[TABLET_ID].CATCH_UP
    port.away = Absence(at(21, 10, date(2026, 11, 22)), at(7, 50), (tablet_of(port),))
    return port


def tablet_of(port: CorePort) -> Item:
    found = port.agenda().item(TABLET_ID)
    assert found is not None
    return found


def booked(on_day: date) -> CorePort:
    """Four weeks late, with an appointment ahead."""
    port = CorePort(at(9, 0, CALL_DAY), *SHOT)
    appointment = at(9, 40, on_day).replace(tzinfo=None)
    port.record("prolia/2026-11-12/injection", "booked", on=appointment)
    return port


def appointment_now() -> CorePort:
    """The day of the injection, with an appointment at 09:40, an hour after it."""
    port = CorePort(at(9, 0, date(2026, 11, 9)), *SHOT)
    port.record("prolia/2026-11-12/injection", "booked", on=at(9, 40, INJECTION_DAY).replace(tzinfo=None))
    port.present = at(10, 30, INJECTION_DAY)
    return port


def aftercare() -> CorePort:
    port = CorePort(at(15, 0, INFUSION_DAY), INFUSION, VITAMIN, DAIRY, ACTIVITY)
    port.record("aclasta/2027-03-10/infusion", "given", on=INFUSION_DAY)
    port.present = at(20, 5, INFUSION_DAY)
    return port


def skipped() -> CorePort:
    port = monday(7, 40)
    port.record(TABLET_ID, "skipped", note="griep")
    return port


def unsaved() -> CorePort:
    port = taken(7, 40)
    port.state = Health(unsaved=True)
    return port


def doubted() -> CorePort:
    port = monday(7, 30)
    port.state = Health(date_doubt=True)
    return port


def walking(minutes: int = 12, hour: int = 10, minute: int = 32) -> CorePort:
    """The stopwatch runs since 10:32, or another time, with nothing else open."""
    port = later_that_morning()
    port.present = at(hour, minute)
    port.stopwatch.start(ACTIVITY_ID)
    port.present += timedelta(minutes=minutes)
    return port


def walking_while_due() -> CorePort:
    """The stopwatch runs beside a tablet that is due."""
    port = monday(7, 30)
    port.stopwatch.start(ACTIVITY_ID)
    port.present = at(7, 52)
    return port


def forgotten_watch() -> CorePort:
    """The stopwatch of the evening before still runs in the morning."""
    port = CorePort(at(21, 10, date(2026, 11, 22)))
    port.stopwatch.start("activity/2026-11-22/goal")
    port.present = at(7, 15)
    return port


def empty() -> HandPort:
    port = HandPort(())
    port.plan = type(port.plan)(port.plan.catalogue)
    return port


DAYS: Final[dict[str, Callable[[], HandPort]]] = {
    "due": lambda: monday(7, 30),
    "due-later": lambda: monday(10, 45),
    "due-afternoon": lambda: monday(13, 0),
    "after-absence": after_absence,
    "several": lambda: CorePort(at(8, 30, TUESDAY), VITAMIN, HEART, CALCIUM, DAIRY, ACTIVITY),
    "tablet-and-heart": lambda: CorePort(at(8, 31), TABLET, HEART, VITAMIN, DAIRY, ACTIVITY),
    "half-hour": lambda: taken(7, 43),
    "half-hour-over": lambda: taken(8, 6),
    "nothing-open": later_that_morning,
    "all-done": all_done,
    "skipped": skipped,
    "evening": lambda: CorePort(at(20, 5, date(2026, 11, 22))),
    "unanswered": lambda: CorePort(at(8, 10, WEDNESDAY)),
    "unanswered-saturday": lambda: CorePort(at(8, 10, SATURDAY)),
    "injection-day": lambda: CorePort(at(10, 0, INJECTION_DAY), *SHOT),
    "injection-late": lambda: CorePort(at(10, 0, date(2026, 11, 20)), *SHOT),
    "injection-call": lambda: CorePort(at(9, 0, CALL_DAY), *SHOT),
    "injection-call-saturday": lambda: CorePort(at(9, 0, date(2026, 12, 12)), *SHOT),
    "injection-call-no-number": lambda: CorePort(at(9, 0, CALL_DAY), *SHOT, phones={}),
    "injection-appointment": lambda: booked(date(2026, 12, 17)),
    "injection-appointment-today": appointment_now,
    "injection-book": lambda: CorePort(at(10, 0, date(2026, 10, 15)), INJECTION),
    "infusion-day": lambda: CorePort(at(10, 0, INFUSION_DAY), INFUSION, VITAMIN, DAIRY, ACTIVITY),
    "aftercare": aftercare,
    "appointment-today": lambda: CorePort(at(14, 30), TABLET, CLINIC, VITAMIN, DAIRY, ACTIVITY),
    "many-plans": lambda: CorePort(at(12, 30), TABLET, VITAMIN, CALCIUM, HEART, DAIRY, ACTIVITY, DENTIST, CLINIC),
    "first-day": lambda: CorePort(at(7, 10, date(2026, 11, 2))),
    "walking": walking,
    "walking-while-due": walking_while_due,
    "forgotten-watch": forgotten_watch,
    "empty": empty,
    "no-numbers": lambda: CorePort(at(9, 15, TUESDAY), phones={}),
    "unsaved": unsaved,
    "date-doubt": doubted,
}
