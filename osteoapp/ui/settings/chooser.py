"""The system's own windows for a folder or a file. None of them holds up a reminder: only the window they are for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from osteoapp.ui.documents import documents


class SystemChooser:
    """As ``Chooser`` has it."""

    def folder(self, parent: QWidget, title: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(parent, title, documents())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        _open(dialog, then)

    def file(self, parent: QWidget, title: str, kinds: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(parent, title, documents(), kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        _open(dialog, then)

    def new_file(self, parent: QWidget, title: str, name: str, kinds: str, then: Callable[[str], None]) -> None:
        dialog = QFileDialog(parent, title, documents(), kinds)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(kinds.rpartition(".")[2])
        dialog.selectFile(name)
        _open(dialog, then)

    def show(self, folder: str) -> bool:
        return QDesktopServices.openUrl(QUrl.fromLocalFile(folder))


def _open(dialog: QFileDialog, then: Callable[[str], None]) -> None:
    """Not exec: that would block the reminder window too."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.fileSelected.connect(then)
    dialog.open()
