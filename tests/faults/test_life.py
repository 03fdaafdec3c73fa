"""A life with the program, step by step: the loop over a real store that is closed, killed and opened again.

What a person and a computer do is what tests/core/playing.py does, and its laws look on. Here the data lie on a disk,
and there are imports, corrections, notes and counts besides. The suite lives 6 lives of 14 steps, the same ones each
time; `python3 start.py faults` 300 of 40 steps, and HYPOTHESIS_PROFILE=long 1,000 of them: 15 minutes of a processor
that has other work too.
"""

from __future__ import annotations

import itertools
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

import hypothesis.strategies as st
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from osteoapp.content.catalogue import catalogue
from osteoapp.core import boxes, corrections
from osteoapp.core.changes import revise
from osteoapp.core.events import AnyEvent, Taken, is_answer
from osteoapp.core.history import History
from osteoapp.core.refusal import Refused
from osteoapp.core.regimen import Regimen
from osteoapp.exchange import regimen_file
from osteoapp.reminding.loop import Reminders
from osteoapp.reminding.simulation import Simulation
from osteoapp.store.store import Store
from tests.core.builders import draft
from tests.core.expected import first_instant
from tests.core.laws import LAWS
from tests.core.playing import Play, Said
from tests.core.stories import Step, Story, stories


class Life(Play):
    """A playing over data on the disk; ``folder`` is another after each kill."""

    def __init__(self, story: Story, place: Path) -> None:
        self.place, self.copies = place, itertools.count(1)
        self.folder = place / "0"
        self.numbers = itertools.count(1)
        self.zone_named = ZoneInfo(story.zone)
        self.story, self.laws = story, [law() for law in LAWS]
        self.said, self.gaps = [], []
        self.drafts = [draft(story.plans, times=story.times, pauses=story.pauses)]
        self.edited = self.disturbed = False
        self.looks, self.answering = 0, ""
        self.acknowledged: dict[str, AnyEvent] = {}
        known = first_instant(story.known, self.zone_named).astimezone(self.zone_named)
        self.disk = Store.open(self.folder, catalogue(), patience=0.05)
        self.disk.save_regimen(revise(Regimen(catalogue()), self.drafts[0], History(), known), known)
        self.store = self.disk  # type: ignore[assignment]
        self.simulation = Simulation(self.store, story.start, self.zone_named, self._shown, self.new_id)
        self._join()
        for law in self.laws:
            law.play = self

    def new_id(self) -> str:
        return f"sim-{next(self.numbers):06d}"

    def _join(self) -> None:
        self.loop = self.simulation.loop
        self._refresh = self.loop.refresh
        self.loop.refresh = self._checked_refresh  # type: ignore[method-assign]

    @property
    def history(self) -> History:
        return self.disk.history()

    # --- what only a disk has

    def reopen(self, folder: Path) -> None:
        """A new program on a folder: everything is there as it was."""
        before = list(self.history.all())
        regimen = self.disk.regimen()
        if folder == self.folder:
            self.disk.close()
        self.simulation.stop()
        opened = Store.open(folder, catalogue(), patience=0.05)
        self.disk.close()
        self.folder, self.disk, self.store = folder, opened, opened  # type: ignore[assignment]
        assert sorted(opened.history().all(), key=by_id) == sorted(before, key=by_id), "the history survives"
        assert (opened.regimen().draft, opened.regimen().versions) == (regimen.draft, regimen.versions)
        assert opened.repaired == ()
        simulation = self.simulation
        simulation.store = self.store
        simulation.loop = Reminders(
            opened, simulation.clock, show=simulation._show, wake=simulation._wake, new_id=self.new_id
        )
        self._join()
        self.disturbed = True
        self.gaps.append(self.elapsed)
        simulation.start()

    def _restart(self, step: Step) -> None:
        self.reopen(self.folder)

    def _kill(self, step: Step) -> None:
        """What lies on the disk at this moment is all that the next program has."""
        folder = self.place / str(next(self.copies))
        shutil.copytree(self.folder, folder)
        self.reopen(folder)

    def _import(self, step: Step) -> None:
        """The plan as a file, and back: nothing changes, and nothing that was answered is asked again."""
        before = self.loop.look()
        now = self.loop.regimen.draft
        again = regimen_file.read(regimen_file.write(now, catalogue()).encode("utf-8"), catalogue(), self.today)
        if again.plans != now.plans:
            return  # a plan that the stories make and a file says in another way
        self.loop.edit(again, frozenset(plan.id for plan in now.plans))
        assert self.loop.look().items == before.items

    def _correct(self, step: Step) -> None:
        """Another answer in the place of one that stands."""
        standing = [said for said in self.said if said.stands and said.event.item in self._listed()]
        if not standing:
            return
        old = standing[-1 - step.which % len(standing)]
        item = self._listed()[old.event.item]
        request = self._request(item, ("taken", "skipped", "given", "not_fasting", "done")[step.much % 5], step)
        self.answering = old.treatment
        self._guarded(old, lambda: self.loop.say(self._instead(old, request)))

    def _instead(self, old: Said, request: Any) -> Callable[..., list[AnyEvent]]:
        def make(regimen: Regimen, history: History, now: Any) -> list[AnyEvent]:
            events = corrections.correct(regimen, history, now, old.event.id, request, self.new_id)
            old.stands = False
            self._note(events[1:])
            return events

        return make

    def _guarded(self, old: Said, act: Callable[[], object]) -> None:
        before = list(self.history.all())
        try:
            act()
        except Refused:
            assert list(self.history.all()) == before, "what is refused leaves nothing"
            assert old.stands

    def _listed(self) -> dict[str, Any]:
        found = self.loop.look(self.today - timedelta(days=3), self.today + timedelta(days=1))
        return {item.id: item for item in found.items}

    def _count(self, step: Step) -> None:
        plans = self.loop.regimen.draft.plans
        if not plans:
            return
        plan = plans[step.which % len(plans)].id
        try:
            self.loop.say(
                lambda regimen, history, now: boxes.count(
                    regimen, history, now, plan, self.new_id, units=step.much % 60, box=step.how % 2 == 0, expires=None
                )
            )
        except Refused:
            return

    def _note_down(self, step: Step) -> None:
        self.loop.say(
            lambda regimen, _, now: corrections.noted(
                regimen, now, "duizelig", self.today - timedelta(days=step.much % 3), self.new_id
            )
        )


def by_id(event: AnyEvent) -> str:
    return event.id


# What is flushed has a test of its own (tests/faults/power.py): waiting for a disk would cost four times as much here.
MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
NUMBER = st.integers(0, 996)
AFTER = st.sampled_from([0, 1, 5, 29, 31, 60, 300, 720, 1440, 2900]).map(lambda minutes: timedelta(minutes=minutes))
STEPS = st.builds(Step, AFTER, st.just(""), NUMBER, NUMBER, NUMBER)


class LifeMachine(RuleBasedStateMachine):
    """Each rule is one thing that happens after some time."""

    life: Life | None = None
    numbers: ClassVar[Counter[str]] = Counter()

    @initialize(story=stories("everything", most=6))
    def begin(self, story: Story) -> None:
        self.place = Path(tempfile.mkdtemp(prefix="osteoapp-life-", dir=MEMORY))
        self.life = Life(story, self.place)
        self.life.simulation.start()

    def does(self, what: str, step: Step) -> None:
        assert self.life is not None
        life = self.life
        self.numbers.update(("steps", what))
        life.looks = 0
        life.simulation.play([], life._until(step))
        getattr(life, "_" + what)(step)

    @rule(step=STEPS, what=st.sampled_from(["answer", "answer", "wait"]))
    def answers(self, step: Step, what: str) -> None:
        self.does(what, step)

    @rule(step=STEPS, what=st.sampled_from(["undo", "redo", "correct", "correct"]))
    def thinks_again(self, step: Step, what: str) -> None:
        self.does(what, step)

    @rule(step=STEPS, what=st.sampled_from(["edit", "edit", "import", "count", "note_down"]))
    def arranges(self, step: Step, what: str) -> None:
        self.does(what, step)

    @rule(step=STEPS, what=st.sampled_from(["off", "sleep", "set_clock", "travel"]))
    def computer(self, step: Step, what: str) -> None:
        self.does(what, step)

    @rule(step=STEPS, what=st.sampled_from(["restart", "kill"]))
    def program_ends(self, step: Step, what: str) -> None:
        self.does(what, step)

    @precondition(lambda self: self.life is not None)
    @invariant()
    def nothing_is_lost(self) -> None:
        assert self.life is not None
        life = self.life
        for event in life.history.all():
            if is_answer(event):
                life.acknowledged.setdefault(event.id, event)
        for name, event in life.acknowledged.items():
            assert life.history.get(name) == event, f"{name} is lost or changed"
        for said in life.said:
            assert life.history.get(said.event.id) == said.event
            assert life.history.valid(said.event) == said.stands

    @precondition(lambda self: self.life is not None)
    @invariant()
    def no_dose_is_open_on_a_date_that_has_one(self) -> None:
        assert self.life is not None
        life = self.life
        taken = {life.taken_dates(event): event.item for event in life.intakes() if isinstance(event, Taken)}
        for reminder in life.loop.agenda.remind:
            item = reminder.item
            if life.is_intake(item.treatment) and item.step == "dose" and life.today in taken:
                assert taken[life.today] == item.id or reminder.reason.value == "half_hour_over", item.id

    def teardown(self) -> None:
        if self.life is not None:
            self.numbers.update(lives=1, answers=len(self.life.said))
            for law in self.life.laws:
                law.ended()
            self.life.disk.close()
            shutil.rmtree(self.place)


LONG = 40
LIVES, STEPS_EACH = (6, 14) if settings().derandomize else (1000, LONG)
LifeMachine.TestCase.settings = settings(max_examples=LIVES, stateful_step_count=STEPS_EACH)
TestLife = LifeMachine.TestCase


def lived(lives: int, chance: int) -> Counter[str]:
    """Lives so many lives, others for each number; what there was in them. Fails where a law is broken."""

    @seed(chance)
    class Other(LifeMachine):
        numbers: ClassVar[Counter[str]] = Counter()

    run_state_machine_as_test(
        Other,
        settings=settings(
            max_examples=lives, stateful_step_count=LONG, deadline=None, database=None,
            phases=(Phase.generate, Phase.shrink), suppress_health_check=list(HealthCheck),
        ),
    )  # fmt: skip
    return Other.numbers
