"""A page with fields about one plan: fields that come and go with the answer they belong to."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from osteoapp.ui.icons import Icon
from osteoapp.ui.plans.desk import PlanDesk
from osteoapp.ui.setup.controls import Options
from osteoapp.ui.setup.page import Field, QuestionPage
from osteoapp.ui.setup.script import PageId


@dataclass(frozen=True, slots=True)
class _Shown:
    field: Field
    picks: Options
    answers: frozenset[str]
    questions: Mapping[str, str]


class FormPage(QuestionPage):
    """One plan. ``slot`` is the plan's; keys of fields are those of its answers."""

    desk: PlanDesk

    def __init__(
        self, desk: PlanDesk, title: str, lead: str = "", *, over: str = "", icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        page = PageId("plan", 0, desk.slot, str(desk.table["treatment"]))
        super().__init__(desk, page, title, lead, over=over, icon=icon, parent=parent)
        self.slot, self.treatment = desk.slot, desk.treatment
        self._rules: list[_Shown] = []
        self._then: list[Callable[[], None]] = []

    def field(self, name: str, control: QWidget, label: str, *keys: str, default: str = "", line: str = "") -> Field:
        """Adds a field; what is proposed in one that was empty is no change of the plan."""
        if default and self.desk.before is not None:
            self.desk.before.setdefault(name, default)
        return self.bind(self.slot, name, control, label, default, *keys, line=line)

    def shows(
        self, field: Field, picks: Options, answers: set[str], questions: Mapping[str, str] | None = None
    ) -> None:
        """Shows a field only with some answers; ``questions`` are its label with each."""
        self._rules.append(_Shown(field, picks, frozenset(answers), questions or {}))
        picks.changed.connect(self._answered)
        self.unfold()

    def _answered(self) -> None:
        """What belongs to an answer comes into sight with it."""
        before = {id(one.field) for one in self._rules if not one.field.isHidden()}
        self.unfold()
        fresh = [one.field for one in self._rules if id(one.field) not in before and not one.field.isHidden()]
        if fresh and self.isVisible():
            self.into_sight(fresh[0])

    def unfold(self) -> None:
        """Shows what belongs to the answers now."""
        holders = {id(bound.control): bound.field for bound in self.bound}
        for one in self._rules:
            asked = holders[id(one.picks)]
            answer = one.picks.value()
            one.field.setVisible(answer in one.answers and not asked.isHidden())
            if answer in one.questions:
                one.field.ask(one.questions[answer])
