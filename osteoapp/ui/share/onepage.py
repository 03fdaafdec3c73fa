"""One sheet or file: what it is for, how its pages look, and printing or keeping it. Nothing is replaced unasked."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPaintEvent
from PySide6.QtWidgets import QWidget

from osteoapp.content.words import Lang
from osteoapp.i18n import translate
from osteoapp.ui.icons import Icon
from osteoapp.ui.parts.buttons import MainButton, QuietButton
from osteoapp.ui.parts.cards import Tone, column
from osteoapp.ui.parts.flow import Flow
from osteoapp.ui.parts.notes import NoteBanner
from osteoapp.ui.parts.paint import painter_on
from osteoapp.ui.parts.sheet import Sheet
from osteoapp.ui.parts.text import Text
from osteoapp.ui.share.model import Kind, fault_words
from osteoapp.ui.share.port import PRINT_DOTS, SCREEN_DOTS, Job, Made, Share
from osteoapp.ui.share.press import FilePress, Pictures
from osteoapp.ui.theme import SHEET, Look


class PagePicture(QWidget):
    """A page as it will be printed, as wide as there is room and never larger than it is."""

    def __init__(self, look: Look, data: bytes, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._image = QImage.fromData(data)
        self.setAccessibleName(name)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(self._image.width())

    def sizeHint(self) -> QSize:
        return self._image.size()

    def heightForWidth(self, width: int) -> int:
        return round(self._image.height() * min(width, self._image.width()) / max(self._image.width(), 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = self.rect().adjusted(0, 0, -1, -1)
        ratio = self.devicePixelRatioF()
        fitted = self._image.scaled(
            self.size() * ratio, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
        fitted.setDevicePixelRatio(ratio)
        painter.drawImage(0, 0, fitted)
        painter.setPen(self._look.color("line"))
        painter.drawRect(box)


class OnePage(Sheet):
    """``left`` tells that the person goes back."""

    left = Signal()

    def __init__(
        self, look: Look, share: Share, press: FilePress, lang: Lang, kind: Kind, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, SHEET, parent)
        self._share, self._press, self._lang, self.kind = share, press, lang, kind
        self.job: Job | None = None
        self.note: NoteBanner | None = None
        self._target: Path | None = None
        self.box.addWidget(Text(look, kind.title, "page"))
        self.box.addWidget(Text(look, kind.purpose, "lead"))
        self._notes = column(look.gap("s"))
        self._buttons()
        self.box.addLayout(self._notes)
        for line in kind.how:
            self.box.addWidget(Text(look, line))
        self.pictures: list[PagePicture] = []
        self._pages = column(look.gap("m"))
        self.box.addLayout(self._pages)
        self.box.addStretch(1)
        if kind.paper:
            self._begin(share.pages(kind.id, lang, SCREEN_DOTS), translate("Share", "Het voorbeeld wordt gemaakt."))
            self._then = self._show_pages

    def _buttons(self) -> None:
        look, kind = self.look, self.kind
        flow = Flow(look.gap("m"), stretch=False)
        printer = kind.paper and self._press.has_printer()
        self.buttons: list[QWidget] = []
        if printer:
            self._button(flow, MainButton(look, translate("Share", "Druk af"), "printer"), "print", self.print_it)
        word = translate("Share", "Bewaar als PDF") if kind.paper else translate("Share", "Bewaar het bestand")
        save = QuietButton(look, word, "download-simple", height="main") if printer else None
        self._button(flow, save or MainButton(look, word, "download-simple"), "save", self.save_it)
        if kind.paper and not printer:
            said = translate("Share", "Er is geen printer gevonden. U kunt wel een PDF bewaren.")
            self._notes.addWidget(NoteBanner(look, said, "printer"))
        self.box.addLayout(flow)
        self.add_back("one:back", self._leave)

    def _button(self, flow: Flow, button: MainButton | QuietButton, name: str, act: object) -> None:
        button.setObjectName(f"one:{name}")
        button.clicked.connect(act)
        self.buttons.append(button)
        flow.addWidget(button)

    # Making

    def _begin(self, job: Job, said: str) -> None:
        """Waits for what is being made; it can be stopped, and nothing else is begun meanwhile."""
        self.job = job
        for button in self.buttons:
            button.setEnabled(False)
        self._said = said
        self._say(said, "hourglass-medium", button=translate("Share", "Stop"), act=self._stop)
        job.progressed.connect(self._progressed)
        job.ended.connect(self._ended)

    def _progressed(self, percent: int) -> None:
        if self.note is not None:
            far = translate("Share", "{number} van de 100 delen klaar.").format(number=percent)
            self.note.say(f"{self._said} {far}")

    def _ended(self, made: object) -> None:
        self.job = None
        for button in self.buttons:
            button.setEnabled(True)
        self._hush()
        if isinstance(made, Made):
            self._then(made)

    def _stop(self) -> None:
        """Is over at once for the person; the thread sees it at its next portion."""
        if self.job is not None:
            self.job.cancel()
            self.job.ended.disconnect(self._ended)
            self.job.progressed.disconnect(self._progressed)
            self._ended(Made(fault="cancelled"))

    def _leave(self) -> None:
        if self.job is not None:
            self._stop()
        self.left.emit()

    # Pages

    def _show_pages(self, made: Made) -> None:
        if made.fault:
            self._say(fault_words(made.fault if made.fault == "cancelled" else "failed"), "info")
            return
        for number, data in enumerate(made.pages, 1):
            name = translate("Share", "Voorbeeld: bladzijde {number} van {pages}")
            picture = PagePicture(self.look, data, name.format(number=number, pages=len(made.pages)))
            self.pictures.append(picture)
            self._pages.addWidget(picture)

    def print_it(self) -> None:
        """Draws the pages as finely as a printer prints, then asks which printer."""
        job = self._share.pages(self.kind.id, self._lang, PRINT_DOTS)
        self._then = self._print
        self._begin(job, translate("Share", "De bladzijden worden gemaakt."))

    def _print(self, made: Made) -> None:
        if made.fault:
            self._say(fault_words(made.fault if made.fault == "cancelled" else "failed"), "warning", tone="due")
            return
        try:
            pages = self._press.put_on_paper(Pictures(self.kind.title, made.pages), self)
        except OSError:
            self._say(fault_words("printer", printing=True), "warning", tone="due")
            return
        if pages is not None:
            self._say(translate("Share", "Naar de printer gestuurd: %n bladzijden.", "", pages), "check-circle", "tint")

    # Files

    def save_it(self) -> None:
        """Asks where it goes, and before it replaces a file."""
        target = self._press.choose_place(self.kind.file, self.kind.ending, self)
        if target is None:
            return
        self._target = target
        if not target.exists():
            self.write_it()
            return
        said = translate("Share", "Er is al een bestand „{name}”. Kies een andere naam, of vervang het oude.")
        self._say(
            said.format(name=target.name), "question", "due", translate("Share", "Vervang het oude"), self.write_it
        )

    def write_it(self) -> None:
        """Writes where the person chose."""
        if self._target is None:
            return
        self._then = self._saved
        self._begin(
            self._share.save(self.kind.id, self._lang, self._target), translate("Share", "Bezig met bewaren.")
        )

    def _saved(self, made: Made) -> None:
        if made.fault:
            stopped = made.fault == "cancelled"
            self._say(fault_words(made.fault), "info" if stopped else "warning", "sunk" if stopped else "due")
            return
        said = translate("Share", "Bewaard: {path}").format(path=made.path)
        self._say(said, "check-circle", "tint")

    # Telling

    def _say(self, text: str, icon: Icon, tone: Tone = "sunk", button: str = "", act: object = None) -> None:
        self._hush()
        self.note = NoteBanner(self.look, text, icon, tone=tone, button=button)
        if self.note.button is not None:
            self.note.button.setObjectName("one:note")
            self.note.pressed.connect(act)
        self._notes.addWidget(self.note)
        self.scroller.verticalScrollBar().setValue(0)

    def _hush(self) -> None:
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()
            self.note = None
