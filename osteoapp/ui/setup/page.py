"""A page with one question: title, fields with their hints, and what is bound to the answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QVBoxLayout, QWidget

from osteoapp.content.words import Lang
from osteoapp.core.treatment import Catalogue
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import QuietButton
from osteoapp.ui.parts.cards import Card, IconMark, Page, Scroller, column, row
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.paint import natural_width
from osteoapp.ui.parts.text import Text
from osteoapp.ui.ports import Form, FormFault, Plans
from osteoapp.ui.setup.answers import Answers
from osteoapp.ui.setup.form import form_of
from osteoapp.ui.setup.hints import hint
from osteoapp.ui.setup.script import PageId
from osteoapp.ui.theme import ASK_LOW, SETUP_LEAST, Look


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page works with. ``base`` is the form of what was in force when the set-up was opened."""

    look: Look
    lang: Lang
    answers: Answers
    plans: Plans
    base: Form
    catalogue: Catalogue
    today: date

    def form(self) -> Form:
        """All answers so far as a form."""
        return form_of(self.answers, self.base, self.catalogue, self.lang, self.today)


class Control(Protocol):
    """What is inside a field. ``first`` takes the focus; ``set_value`` tells nobody."""

    changed: SignalInstance
    first: QWidget

    def value(self) -> str: ...

    def set_value(self, value: str) -> None: ...


class LineEntry(QWidget):
    """A line for a name or a number of letters."""

    changed = Signal()

    def __init__(self, line: QLineEdit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = line
        # The example in it is read whole.
        hint = natural_width(line.font(), line.placeholderText())
        line.setMinimumWidth(max(line.minimumWidth(), round(hint) + 2 * line.fontMetrics().height()))
        box = column()
        box.addWidget(line)
        self.setLayout(box)
        line.textEdited.connect(lambda _: self.changed.emit())

    def value(self) -> str:
        return self.first.text()

    def set_value(self, value: str) -> None:
        self.first.setText(value)


class Hint(Card):
    """What is wrong, in a word with an icon; not there while nothing is."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "due_flat", radius="note", parent=parent)
        side, pad = look.pad("l"), look.pad("xs")
        box = row(look.pad("s"), (side, pad, side, pad))
        box.addWidget(IconMark(look, "warning", "due_text", "bold"), 0, Qt.AlignmentFlag.AlignTop)
        self.words = Text(look, " ", "body", "ink", weight=600)
        box.addWidget(self.words, 1)
        self.setLayout(box)
        self.hide()

    def say(self, text: str) -> None:
        self.words.say(text or " ")
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class Field(QWidget):
    """A label, a control, and beside it what is wrong with it."""

    def __init__(
        self, look: Look, label: str, control: QWidget, *, line: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.hint = Hint(look)
        box = column(look.pad("xxs"))
        self.label = Text(look, label or " ", weight=600)
        box.addWidget(self.label)
        if not label:
            self.label.hide()
        if line:
            box.addWidget(Text(look, line, "small", "soft"))
        box.addWidget(control)
        box.addWidget(self.hint)
        self.setLayout(box)

    def ask(self, label: str) -> None:
        """Changes the label."""
        self.label.say(label)
        self.label.show()


@dataclass(frozen=True, slots=True)
class Bound:
    """A control with the answer it holds; ``keys`` are those of the file whose faults belong beside it."""

    slot: str
    key: str
    control: Control
    field: Field
    keys: frozenset[str]


class QuestionPage(QWidget):
    """One question. ``changed``: something was answered. ``forward``: the page itself asks to go on."""

    changed = Signal()
    forward = Signal()

    def __init__(
        self, desk: Desk, page: PageId, title: str, lead: str = "", *, over: str = "", icon: Icon | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.desk, self.page = desk, page
        self.look = desk.look
        self.setAccessibleName(title)
        self.bound: list[Bound] = []
        look = self.look
        sheet = Page(look)
        side = look.gap("huge")
        self._box = column(look.gap("m"), (side, look.gap("xl"), side - look.gap("l"), look.gap("m")))
        self._over = self._eyebrow(over, icon) if over else None
        self._titles = Text(look, title, "question"), Text(look, title, "section")
        heads = column(look.pad("xs"))
        for one in self._titles:
            heads.addWidget(one)
        self._lead = Text(look, lead, "lead", "soft") if lead else None
        if self._lead is not None:
            heads.addWidget(self._lead)
        self._box.addLayout(heads)
        self.hint = Hint(look)
        self._box.addWidget(self.hint)
        self.body: QVBoxLayout = column(look.gap("l"))
        self._box.addLayout(self.body)
        # Where there is least room the question itself comes first.
        self._lead_below = Text(look, lead, "body", "soft") if lead else None
        if self._lead_below is not None:
            self._lead_below.hide()
            self._box.addWidget(self._lead_below)
        self._box.addStretch(1)
        sheet.setLayout(self._box)
        self.scroller = Scroller(look, sheet)
        whole = column()
        whole.addWidget(self.scroller)
        self.setLayout(whole)

    def _eyebrow(self, text: str, icon: Icon | None) -> QWidget:
        look = self.look
        holder = QWidget()
        line = row(look.pad("s"))
        if icon is not None:
            line.addWidget(IconMark(look, icon, "accent", "duotone", "icon_row"))
        line.addWidget(Text(look, text, "body", "soft", weight=600), 1)
        holder.setLayout(line)
        self._box.addWidget(holder)
        return holder

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is low, the title is smaller and the line above it goes."""
        super().resizeEvent(event)
        low = self.height() / self.look.scale < ASK_LOW
        large, small = self._titles
        large.setVisible(not low)
        small.setVisible(low)
        if self._over is not None:
            self._over.setVisible(not low or self.look.percent == 100)
        if self._lead is not None and self._lead_below is not None:
            least = self.height() / self.look.scale < SETUP_LEAST
            self._lead.setVisible(not least)
            self._lead_below.setVisible(least)
        margins = self._box.contentsMargins()
        self._box.setContentsMargins(
            margins.left(), self.look.gap("s" if low else "xl"), margins.right(), margins.bottom()
        )

    # Fields

    def bind(
        self, slot: str, key: str, control: QWidget, label: str, default: str, *keys: str, line: str = "",
        into: QLayout | None = None,
    ) -> Field:  # fmt: skip
        """Adds a field. ``keys``: those of the file whose faults are shown beside it, besides its own."""
        field = Field(self.look, label, control, line=line)
        held: Control = control  # type: ignore[assignment]
        found = Bound(slot, key, held, field, frozenset({key, *keys}))
        if default:
            # What is proposed counts at once: the coming dates on the page follow from it.
            self.desk.answers.texts.setdefault(f"{slot}.{key}", default)
        held.set_value(self.desk.answers.get(slot, key, default))
        held.changed.connect(lambda: self._said(found))
        self.bound.append(found)
        (into if into is not None else self.body).addWidget(field)
        return field

    def _said(self, bound: Bound) -> None:
        self.desk.answers.say(bound.slot, bound.key, bound.control.value())
        if bound.slot != "patient":
            self.desk.answers.texts.pop(f"{bound.slot}.skip", None)
        bound.field.hint.say("")
        self.hint.say("")
        self.changed.emit()

    def set_answer(self, key: str, value: str) -> None:
        """Changes an answer from within the page, as if the person had."""
        bound = next(one for one in self.bound if one.key == key)
        bound.control.set_value(value)
        self._said(bound)

    def commit(self) -> None:
        """Takes over what the page shows, also where it was left as it was proposed."""
        for bound in self.bound:
            if bound.field.isVisibleTo(self):
                self.desk.answers.say(bound.slot, bound.key, bound.control.value())

    # What is wrong

    def answered(self) -> bool:
        """Takes over what the page shows; False where something is wrong, and then it stands beside its field."""
        self.commit()
        found = self.problems()
        if found:
            self.show_problems(found)
        return not found

    def problems(self) -> list[FormFault]:
        """What keeps the person from going on: the faults of the form that belong on this page."""
        found = self.desk.plans.check(self.desk.form()).faults
        return [fault for fault in found if self._mine(fault)]

    def _mine(self, fault: FormFault) -> bool:
        slots = {bound.slot for bound in self.bound}
        if fault.slot not in slots:
            return False
        keys = {key for bound in self.bound if bound.slot == fault.slot for key in bound.keys}
        return fault.key in keys or (fault.key == "" and "" in keys)

    def show_problems(self, found: Iterable[FormFault]) -> None:
        """Puts each hint beside its field and the focus on the first."""
        self.clear_hints()
        first: Bound | None = None
        loose: list[str] = []
        for fault in found:
            text = hint(fault, self.desk.lang)
            bound = self._shown(fault)
            if bound is None:
                loose.append(text)
                continue
            bound.field.hint.say(text)
            first = first or bound
        self.hint.say(" ".join(dict.fromkeys(loose)))
        if first is not None:
            first.control.first.setFocus(Qt.FocusReason.TabFocusReason)
            self.into_sight(first.field.hint)
        elif loose:
            self.into_sight(self.hint)

    def _shown(self, fault: FormFault) -> Bound | None:
        """The field beside which a fault is told: of several, the first that is there with these answers."""
        mine = (one for one in self.bound if one.slot == fault.slot and fault.key in one.keys)
        return next((one for one in mine if one.field.isVisibleTo(self)), None)

    def into_sight(self, part: QWidget) -> None:
        """Scrolls to a part that has only just got its place."""
        sheet = self.scroller.page
        layout = sheet.layout()
        if layout is not None:
            layout.activate()
            sheet.resize(sheet.width(), max(layout.totalHeightForWidth(sheet.width()), self.scroller.height()))
        self.scroller.ensureWidgetVisible(part)

    def clear_hints(self) -> None:
        self.hint.say("")
        for bound in self.bound:
            bound.field.hint.say("")

    # Other parts

    def note(self, text: str, icon: Icon = "info") -> NoteBanner:
        """Adds an explanation."""
        found = NoteBanner(self.look, text, icon)
        self.body.addWidget(found)
        return found

    def quiet(self, name: str, word: str, icon: Icon | None = None) -> QuietButton:
        """Adds a quiet button."""
        found = QuietButton(self.look, word, icon)
        found.setObjectName(f"setup:{name}")
        holder = row()
        holder.addWidget(found)
        holder.addStretch(1)
        self.body.addLayout(holder)
        return found

    def aside(self) -> str:
        """What stands beside the way on, or nothing."""
        return ""

    def start(self) -> QWidget | None:
        """Where the focus goes when the page opens; None: to "Verder"."""
        return self.bound[0].control.first if self.bound else None


def values_of(form: Form, slot: str) -> Mapping[str, object]:
    """The table of one slot; empty where it is not there."""
    return next((table for name, table in form.plans if name == slot), {})
