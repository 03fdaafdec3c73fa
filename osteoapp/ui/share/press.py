"""Printers and folders of this computer, for sheets that are pictures and for files of every kind."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QMarginsF, QRectF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QFileDialog, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.documents import documents
from osteoapp.ui.paper import Printable
from osteoapp.ui.printing import ComputerPress


class Pictures:
    """Whole A4 pages as pictures. ``name`` is what the printer calls it."""

    def __init__(self, name: str, pages: tuple[bytes, ...]) -> None:
        self.name = name
        self._pages = pages

    def paint(self, device: QPagedPaintDevice) -> int:
        """Paints each picture on a page of its own; gives their number. OSError where the device takes nothing."""
        size, upright = QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait
        layout = QPageLayout(size, upright, QMarginsF(0, 0, 0, 0))
        layout.setMode(QPageLayout.Mode.FullPageMode)
        device.setPageLayout(layout)
        painter = QPainter()
        if not painter.begin(device):
            raise OSError("the paper cannot be painted on")
        try:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            paper = QRectF(device.pageLayout().fullRectPixels(device.logicalDpiX()))
            # Where a printer keeps a margin of its own, the origin lies inside it.
            paper.moveTo(0, 0)
            for number, page in enumerate(self._pages):
                if number:
                    device.newPage()
                painter.drawImage(paper, QImage.fromData(page))
        finally:
            painter.end()
        return len(self._pages)


class FilePress(Protocol):
    """Where paper comes from and files go. Each call that asks gives None where the person thought better of it."""

    def has_printer(self) -> bool:
        """Whether there is a printer to print on."""

    def choose_place(self, name: str, ending: str, parent: QWidget) -> Path | None:
        """Asks where a file goes; ``name`` is the one proposed. The name always ends as it should."""

    def put_on_paper(self, paper: Printable, parent: QWidget) -> int | None:
        """Asks on which printer and prints there; gives the number of pages. OSError where it does not take them."""


class ComputerFiles(ComputerPress):
    """Those of this computer."""

    def choose_place(self, name: str, ending: str, parent: QWidget) -> Path | None:
        # The page itself asks before it replaces a file: an ending that is added here could name another one.
        path, _ = QFileDialog.getSaveFileName(
            parent, translate("Share", "Waar wilt u het bewaren?"), str(Path(documents()) / f"{name}.{ending}"),
            f"*.{ending}", options=QFileDialog.Option.DontConfirmOverwrite,
        )  # fmt: skip
        if not path:
            return None
        return Path(path) if path.lower().endswith(f".{ending}") else Path(f"{path}.{ending}")
