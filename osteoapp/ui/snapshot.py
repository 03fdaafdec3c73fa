"""Reads from the program what the models need, once for each time that a screen is drawn."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from osteoapp.content.words import LANGS, Lang
from osteoapp.core.events import Answer, Reason
from osteoapp.core.item import Agenda, Item, Kind, Status
from osteoapp.core.regimen import AppointmentPlan, CyclePlan, TabletPlan
from osteoapp.core.treatment import IntakeRule
from osteoapp.ui.ports import Port, Preview, Settings
from osteoapp.ui.theme import PERCENTS, Look, Theme
from osteoapp.ui.views import Snapshot

# How far ahead an appointment is told.
APPOINTMENTS = timedelta(days=42)
_LIES_AHEAD = frozenset({Status.UPCOMING, Status.SNOOZED, Status.HELD})


def language(port: Port) -> Lang:
    """The language of the screens: the person's choice, else that of the regimen."""
    wanted = (port.settings().language, port.regimen().draft.patient.language)
    return next((lang for one in wanted for lang in LANGS if lang == one), LANGS[0])


def look_of(settings: Settings) -> Look:
    """Colours and text size. What is none of ours follows the computer: its colours, and the plain size."""
    dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
    theme = Theme.DARK if dark else Theme.LIGHT
    if settings.theme in list(Theme):
        theme = Theme(settings.theme)
    return Look(theme, settings.text_size if settings.text_size in PERCENTS else PERCENTS[0])


def take(port: Port, agenda: Agenda | None = None) -> Snapshot:
    """Everything that the models read, at this moment; of today unless another agenda is given."""
    agenda = agenda or port.agenda()
    allowed: dict[str, frozenset[str]] = {}
    answers: dict[str, Answer] = {}
    reasons: dict[str, Reason] = {}
    previews: dict[tuple[str, str], Preview] = {}
    regimen = port.regimen()
    for item in agenda.items:
        allowed[item.id] = port.allowed(item)
        answer, reason = port.answer_of(item.id), port.reason_of(item.id)
        if answer is not None:
            answers[item.id] = answer
        if reason is not None:
            reasons[item.id] = reason
        if _asks_back(item, isinstance(regimen.catalogue[item.treatment].rule, IntakeRule)):
            for name in ("forgotten", "skipped"):
                previews[item.id, name] = port.preview(item.id, name)
    ahead = _appointments_ahead(port)
    for item in ahead:
        allowed[item.id] = port.allowed(item)
        answer = port.answer_of(item.id)
        if answer is not None:
            answers[item.id] = answer
    return Snapshot(
        agenda=agenda,
        regimen=regimen,
        now=port.now(),
        lang=language(port),
        allowed=allowed,
        answers=answers,
        reasons=reasons,
        previews=previews,
        absence=port.absence(),
        moved=port.moved(),
        health=port.health(),
        timing=port.stopwatch.running(),
        ahead=ahead,
        tomorrow=_of_tomorrow(port),
        clinic=port.clinic_leaflet(),
    )


def stamp(port: Port) -> tuple[object, ...]:
    """Another one where what has been, or is planned, may look otherwise: a page that shows it is drawn anew.

    The program tells of every look that it takes; most find nothing new, and a page must not move under the reader.
    """
    states = tuple((item.id, item.status, item.due) for item in port.agenda().items)
    return port.past.revision(), port.now().date(), port.regimen().versions, states


def _appointments_ahead(port: Port) -> tuple[Item, ...]:
    """The appointments after today, those of injections and infusions too; costs nothing where there are none."""
    if not any(isinstance(plan, CyclePlan | AppointmentPlan) for plan in port.regimen().draft.plans):
        return ()
    today = port.now().date()
    listed = {item.id for item in port.agenda().items}
    coming = port.between(today + timedelta(days=1), today + APPOINTMENTS).items
    ahead = [item for item in coming if item.status is Status.UPCOMING]
    booked = [item for item in ahead if item.appointment is not None or item.step == "appointment"]
    return tuple(item for item in booked if item.id not in listed)


def _of_tomorrow(port: Port) -> tuple[Item, ...]:
    """The weekly tablet of tomorrow, one that was moved to it too, and its appointments: what one goes to bed with.

    Costs nothing where nothing of the kind is planned.
    """
    if not any(isinstance(plan, TabletPlan | CyclePlan | AppointmentPlan) for plan in port.regimen().draft.plans):
        return ()
    tomorrow = port.now().date() + timedelta(days=1)
    coming = port.between(tomorrow, tomorrow).items
    return tuple(item for item in coming if item.status in _LIES_AHEAD and _told_ahead(port, item))


def _told_ahead(port: Port, item: Item) -> bool:
    tablet = item.kind is Kind.DOSE and isinstance(port.regimen().catalogue[item.treatment].rule, IntakeRule)
    return tablet or item.appointment is not None or item.step == "appointment"


def _asks_back(item: Item, intake: bool) -> bool:
    """Whether the screen says what would follow from an answer: a tablet of days ago."""
    return intake and item.status is Status.UNANSWERED
