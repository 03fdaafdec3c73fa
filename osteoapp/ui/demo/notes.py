"""The presenter's side of the demo: whom it is about, the scenes to jump to, and what to say and ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from osteoapp.content.demo import SamplePatient, Scene
from osteoapp.i18n import translate
from osteoapp.ui.parts.buttons import QuietButton, TextButton
from osteoapp.ui.parts.cards import IconMark, Page, Rule, Scroller, clear, column, row
from osteoapp.ui.parts.rows import Pick, Surface
from osteoapp.ui.parts.text import Text
from osteoapp.ui.theme import DEMO_NOTES, Look


class DemoNotes(QWidget):
    """``patient`` and ``scene`` give the id of what was chosen; ``page`` a passage; ``set_up`` starts in earnest."""

    patient = Signal(str)
    scene = Signal(str)
    page = Signal(str)
    set_up = Signal()

    def __init__(
        self, look: Look, patients: Sequence[SamplePatient], scenes: Sequence[Scene], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._scenes = look, scenes
        self.setObjectName("demo:notes")
        self.setAccessibleName(translate("Demo", "Aantekeningen voor wie het laat zien"))
        self.setFixedWidth(DEMO_NOTES)
        sheet = Page(look)
        edge = look.gap("s")
        box = column(look.gap("xs"), (edge, edge, 0, edge))
        self._people = QButtonGroup(self)
        self.people: dict[str, Pick] = {}
        for one in patients:
            pick = Pick(look, one.name, name=f"{one.name}. {one.line}")
            pick.setMinimumHeight(look.height("chip"))
            pick.setObjectName(f"demo:patient:{one.id}")
            pick.setToolTip(one.line)
            pick.clicked.connect(lambda _=False, who=one.id: self.patient.emit(who))
            self._people.addButton(pick)
            self.people[one.id] = pick
            box.addWidget(pick)
        self._notes = column(look.gap("xxs"))
        box.addLayout(self._notes)
        box.addWidget(Rule(look))
        box.addWidget(Text(look, translate("Demo", "Momenten"), "section"))
        self._list = column(look.gap("hair"))
        box.addLayout(self._list)
        box.addWidget(Rule(look))
        start = QuietButton(look, translate("Demo", "Nu in het echt instellen"), "arrow-right", height="quiet_small")
        start.setObjectName("demo:setup")
        start.clicked.connect(self.set_up)
        box.addWidget(start)
        box.addStretch(1)
        sheet.setLayout(box)
        self.scroller = Scroller(look, sheet)
        whole = column()
        whole.addWidget(self.scroller)
        self.setLayout(whole)

    def show_patient(self, who: SamplePatient, scene: Scene | None) -> None:
        """The scenes of a patient, and the notes of the one that is shown."""
        self.people[who.id].setChecked(True)
        clear(self._list)
        for one in self._scenes:
            self._list.addWidget(self._line(one, chosen=one == scene))
        clear(self._notes)
        if scene is None:
            self._notes.addWidget(Text(self._look, who.line, "small", "soft"))
        else:
            self._show_notes(scene)
        self.scroller.verticalScrollBar().setValue(0)

    def _line(self, scene: Scene, *, chosen: bool) -> Surface:
        look = self._look
        line = Surface(look, scene.title)
        line.setObjectName(f"demo:scene:{scene.id}")
        line.clicked.connect(lambda: self.scene.emit(scene.id))
        box = row(look.pad("xs"), (0, look.pad("xs"), 0, look.pad("xs")))
        box.addWidget(IconMark(look, "check-circle" if chosen else "play"), 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(Text(look, scene.title, "small", "accent", weight=700 if chosen else 600), 1)
        line.setLayout(box)
        return line

    def _show_notes(self, scene: Scene) -> None:
        look = self._look
        self._notes.addWidget(Text(look, scene.title, "body", weight=700))
        for title, lines in ((translate("Demo", "Vertel"), scene.say), (translate("Demo", "Vraag"), scene.ask)):
            self._notes.addWidget(Text(look, title, "small", "accent", weight=700))
            for line in lines:
                self._notes.addWidget(Text(look, line, "small"))
        link = TextButton(look, translate("Demo", "Lees dit in de Folder"), "book-open-text")
        link.setObjectName("demo:page")
        link.clicked.connect(lambda: self.page.emit(scene.passage))
        self._notes.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        number = self._scenes.index(scene) + 1
        if number < len(self._scenes):
            after = QuietButton(look, translate("Demo", "Volgend moment"), "arrow-right", height="quiet_small")
            after.setObjectName("demo:after")
            after.clicked.connect(lambda: self.scene.emit(self._scenes[number].id))
            self._notes.addWidget(after)
