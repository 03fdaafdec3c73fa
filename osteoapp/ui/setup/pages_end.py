"""The last pages: the coming four weeks, the year, and done. The dates are those of the program itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from osteoapp import words
from osteoapp.content.words import Lang
from osteoapp.core.item import Kind
from osteoapp.core.regimen import AnyPlan, GoalPlan
from osteoapp.core.treatment import GoalRule
from osteoapp.i18n import capital, clock, day_words, month_name, translate, weekday
from osteoapp.ui.parts.cards import Card, Round, Rule, column, row
from osteoapp.ui.parts.pair import Pair
from osteoapp.ui.parts.text import Text
from osteoapp.ui.parts.tiles import Tiles
from osteoapp.ui.ports import Coming, Following, FormFault
from osteoapp.ui.setup.names import name_of
from osteoapp.ui.setup.page import Desk, QuestionPage
from osteoapp.ui.setup.rhythm import daily, days_of, listed, rhythm, times_of
from osteoapp.ui.setup.script import PageId
from osteoapp.ui.theme import Look

WEEKS_DAYS = 28
YEAR_DAYS = 365
_HIDDEN = frozenset({Kind.HEADS_UP, Kind.AFTERCARE})


class LookPage(QuestionPage):
    """Shows what would follow from all answers; nothing is asked."""

    days = WEEKS_DAYS

    def __init__(self, desk: Desk, page: PageId, title: str, lead: str, parent: QWidget | None = None) -> None:
        super().__init__(desk, page, title, lead, parent=parent)
        checked = desk.plans.check(desk.form())
        self.faults = checked.faults
        self.following = Following()
        if checked.draft is not None:
            self.following = desk.plans.preview(checked.draft, days=self.days)
        self._plans: dict[str, AnyPlan] = {}
        if self.following.regimen is not None:
            self._plans = {plan.id: plan for plan in self.following.regimen.draft.plans}
            self.show_all()
        self.show_skipped()

    def show_all(self) -> None:
        """Adds the cards of the page."""
        raise NotImplementedError

    def problems(self) -> list[FormFault]:
        refusals = [FormFault("", "", code, values) for code, values in self.following.refusals]
        return [*self.faults, *refusals]

    def show_skipped(self) -> None:
        """Names what was passed over, so that nobody thinks it is there."""
        desk = self.desk
        names = [
            name_of(desk.answers, slot, desk.catalogue[treatment], desk.lang)
            for slot, treatment in desk.answers.slots(desk.catalogue)
            if desk.answers.skipped(slot)
        ]
        if names:
            text = translate("Setup", "Nog niet ingesteld: {names}. Voeg dit later toe.")
            self.note(text.format(names=", ".join(names)), "warning")

    def often(self, wanted: str) -> None:
        """A card with the plans that come every day, or every week: a rule says more than thirty dates."""
        regimen = self.following.regimen
        assert regimen is not None
        found = [
            plan for plan in self._plans.values() if days_of(plan) and daily(plan) == (wanted == "day")
        ]
        if not found:
            return
        title = translate("Setup", "Elke dag") if wanted == "day" else translate("Setup", "Elke week")
        card = _List(self.look, title)
        day = regimen.draft.day
        found.sort(key=lambda plan: times_of(plan, day)[:1])
        for plan in found:
            when = rhythm(plan, day, self.desk.lang)
            if wanted == "day":
                when = listed([clock(one) for one in times_of(plan, day)]) or when
            card.add(when, self._what(plan))
        self.body.addWidget(card)

    def _what(self, plan: AnyPlan) -> str:
        title = words.tie(words.plan_title(plan, self.desk.lang))
        rule = self.desk.catalogue[plan.treatment].rule
        if not isinstance(plan, GoalPlan) or not isinstance(rule, GoalRule):
            return title
        minutes = rule.unit == "min"
        goal = translate("Setup", "{number}\u00a0minuten") if minutes else translate("Setup", "{number}\u00a0porties")
        return f"{title}, {goal.format(number=plan.target)}"

    def when(self, one: Coming) -> str:
        """The day; of what should have been already: now."""
        day, lang = one.at.date(), self.desk.lang
        if day < self.desk.today:
            return translate("Setup", "Nu meteen (was {day})").format(day=day_words(day, lang))
        return f"{capital(day_words(day, lang))}, {clock(one.at)}"

    def dated(self) -> Iterator[Coming]:
        """What has dates of its own."""
        for one in self.following.items:
            plan = self._plans.get(one.item.plan)
            if one.item.kind not in _HIDDEN and (plan is None or not daily(plan)):
                yield one

    def title_of(self, one: Coming) -> str:
        """What it is; marked where it is only expected."""
        title = words.tie(words.title(one.item, self._plans.get(one.item.plan), self.desk.lang))
        return translate("Setup", "{title} (naar verwachting)").format(title=title) if one.forecast else title

    def start(self) -> QWidget | None:
        return None


class WeeksPage(LookPage):
    """The coming four weeks."""

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, page, translate("Setup", "De komende 4 weken"),
            translate("Setup", "Klopt er iets niet? Ga terug en pas het aan."), parent,
        )  # fmt: skip

    def show_all(self) -> None:
        self.often("day")
        found = list(self.dated())
        card = _List(self.look, translate("Setup", "Op vaste dagen"))
        for one in found:
            card.add(self.when(one), self.title_of(one))
        if found:
            self.body.addWidget(card)
        elif not self._plans:
            self.note(translate("Setup", "Er is nog niets gekozen. U kunt altijd teruggaan."))


class YearPage(LookPage):
    """The coming year, month by month: what does not come every week."""

    days = YEAR_DAYS

    def __init__(self, desk: Desk, page: PageId, parent: QWidget | None = None) -> None:
        super().__init__(
            desk, page, translate("Setup", "Het komende jaar"),
            translate("Setup", "Wat niet elke week komt, staat hier per maand."), parent,
        )  # fmt: skip

    def show_all(self) -> None:
        self.often("week")
        look, lang = self.look, self.desk.lang
        tiles = Tiles(look.gap("m"), 3)
        by_month: dict[tuple[int, int], list[Coming]] = {}
        for one in self.dated():
            plan = self._plans.get(one.item.plan)
            if plan is None or one.item.kind not in (Kind.DOSE, Kind.GOAL) or not days_of(plan):
                day = max(one.at.date(), self.desk.today)
                by_month.setdefault((day.year, day.month), []).append(one)
        for month in _months(self.desk.today):
            tiles.addWidget(_Month(look, month, lang, [
                (self.day_of(one), self.title_of(one)) for one in by_month.get(month, [])
            ]))  # fmt: skip
        self.body.addLayout(tiles)

    def day_of(self, one: Coming) -> str:
        """The weekday and the number, in its month."""
        day = one.at.date()
        if day < self.desk.today:
            return translate("Setup", "Nu meteen:")
        return f"{weekday(day, self.desk.lang)} {day.day}"


class DonePage(QuestionPage):
    """All is kept. One reminder can be looked at."""

    tried = Signal()

    def __init__(
        self, desk: Desk, page: PageId, following: Following, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(desk, page, translate("Setup", "Alles staat klaar"), parent=parent)
        look = self.look
        card = Card(look, "calm", radius="large", name=translate("Setup", "Alles staat klaar"))
        pad = look.pad("xl")
        line = row(look.pad("l"), (pad, pad, pad, pad))
        line.addWidget(Round(look, "check-circle", "round_m", "card"), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(Text(look, _first_words(following, desk.lang, now), "lead"), 1)
        card.setLayout(line)
        self.body.addWidget(card)
        if any(following.dates.values()):
            self.note(translate("Setup", "Herinneringen komen vanzelf in beeld. Laat het programma daarom openstaan."))
            button = self.quiet("try", translate("Setup", "Laat zien hoe het eruitziet"), "bell-ringing")
            button.clicked.connect(self.tried)

    def start(self) -> QWidget | None:
        return None


def _first_words(following: Following, lang: Lang, now: datetime) -> str:
    """When the first reminder comes, and of what."""
    found = [one for dates in following.dates.values() for one in dates[:1] if not one.forecast]
    first = min(found, key=lambda one: one.at, default=None)
    regimen = following.regimen
    if first is None or regimen is None:
        return translate("Setup", "U kunt later behandelingen toevoegen.")
    plan = regimen.plan(first.item.plan, first.item.date)
    title = words.tie(words.title(first.item, plan, lang))
    if first.at <= now:
        return translate("Setup", "De eerste herinnering komt meteen. **{title}.**").format(title=title)
    text = translate("Setup", "De eerste herinnering komt {day} om {time}. **{title}.**")
    return text.format(day=day_words(first.at.date(), lang), time=clock(first.at), title=title)


def _months(today: date) -> Iterator[tuple[int, int]]:
    """The twelve months from this one on."""
    for number in range(12):
        over, index = divmod(today.month - 1 + number, 12)
        yield today.year + over, index + 1


class _List(Card):
    """A card with a title and lines of two: what or when in bold, and the rest."""

    def __init__(self, look: Look, title: str, parent: QWidget | None = None) -> None:
        super().__init__(look, name=title, parent=parent)
        pad = look.pad("l")
        self._lines = column(look.pad("xs"), (pad, look.pad("m"), pad, look.pad("m")))
        self._lines.addWidget(Text(look, title, "section"))
        self.setLayout(self._lines)

    def add(self, first: str, second: str) -> None:
        self._lines.addWidget(Rule(self.look))
        line = Pair(self.look.pad("l"), 0)
        line.addWidget(Text(self.look, first, weight=600))
        line.addWidget(Text(self.look, second))
        self._lines.addLayout(line)


class _Month(Card):
    """A month with its dates."""

    def __init__(
        self, look: Look, month: tuple[int, int], lang: str, lines: list[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        name = f"{capital(month_name(month[1], lang))} {month[0]}"
        super().__init__(look, "plain" if lines else "sunk", radius="note", name=name, parent=parent)
        pad = look.pad("m")
        box = column(look.pad("xxs"), (pad, look.pad("s"), pad, look.pad("s")))
        box.addWidget(Text(look, name, "body", "ink" if lines else "soft", weight=700))
        for when, what in lines:
            box.addWidget(Text(look, f"**{when}**  {what}", "small"))
        box.addStretch(1)
        self.setLayout(box)
        self.setMinimumWidth(look.whole("choice_width"))
