"""Joins the set-up to the main window: opens it, builds it anew in another language or size, and lets it go."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.column import Clock
from osteoapp.ui.ports import Port, Settings
from osteoapp.ui.setup.answers import Answers
from osteoapp.ui.setup.trial import TrialWindow
from osteoapp.ui.setup.wizard import SetupPage
from osteoapp.ui.theme import Look


class SetupHost:
    """``show`` brings a page to the front, ``leave`` leads to Vandaag, ``style`` keeps other settings of the screens.

    ``looks`` tells how the screens look and speak now; ``anew`` builds the window for a plan that has just been saved,
    and ``demo`` opens the demo.
    """

    def __init__(
        self,
        port: Port,
        looks: Callable[[], tuple[Look, Lang]],
        show: Callable[[QWidget], None],
        leave: Callable[[], None],
        style: Callable[[Settings], object],
        anew: Callable[[], None],
        demo: Callable[[], None] = lambda: None,
    ) -> None:
        self._port, self._looks, self._show, self._leave, self._style = port, looks, show, leave, style
        self._anew, self._demo = anew, demo
        self.page: SetupPage | None = None
        self.trial: TrialWindow | None = None
        self._answers: Answers | None = None

    def open(self, treatments: Sequence[str] = ()) -> None:
        """Opens the set-up where it was left, or at its beginning; these treatments are chosen besides."""
        kept = self._port.plans.unfinished()
        message = ""
        if kept.damaged:
            message = translate("Setup", "Wat u eerder invulde, was niet meer te lezen. U begint opnieuw.")
        answers = Answers(kept.answers)
        known = self._port.regimen().catalogue.treatments
        more = [one for one in treatments if one in known and one not in answers.chosen]
        if more:
            answers.choose((*answers.chosen, *more))
            answers.page = ""  # from the beginning: what is chosen is seen before it is asked about
        self._build(answers, message)

    def renew(self) -> None:
        """The window was built anew: the set-up too, if it was open."""
        if self._answers is not None and self.page is not None:
            self._build(self._answers, "")

    def tick(self, clock: Clock) -> None:
        """Shows the time."""
        if self.page is not None:
            self.page.show_clock(clock)

    def _build(self, answers: Answers, message: str) -> None:
        look, lang = self._looks()
        page = SetupPage(look, self._port, lang, answers, message)
        page.finished.connect(self._finished)
        page.left.connect(self._left)
        page.styled.connect(self._style)
        page.tried.connect(lambda: self.try_out())
        page.demo.connect(self._demo)
        page.destroyed.connect(lambda: self._gone(page))
        self.page, self._answers = page, answers
        self._show(page)
        page.take_focus()

    def _gone(self, page: SetupPage) -> None:
        """Something else took its place; it can be opened again from the settings."""
        if self.page is page:
            self.page = None

    def _left(self) -> None:
        self.page = None
        self._leave()

    def _finished(self) -> None:
        """The numbers in the column and the language may be others now."""
        self.page = None
        self._anew()
        self._leave()

    def try_out(self) -> bool:
        """Shows the reminder that comes first, as a trial; False where nothing lies ahead."""
        if self.trial is not None:
            self.trial.raise_()
            return True
        trial = self._port.plans.trial()
        if trial is None:
            return False
        look, lang = self._looks()
        self.trial = TrialWindow(look, trial, lang)
        self.trial.ended.connect(self._end_trial)
        self.trial.show()
        return True

    def _end_trial(self) -> None:
        if self.trial is not None:
            self.trial.deleteLater()
            self.trial = None
