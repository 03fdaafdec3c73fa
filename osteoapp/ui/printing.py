"""What the computer has for paper: its printers, and where a PDF file may go. The screens ask it through ``Press``."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget

from osteoapp.i18n import translate
from osteoapp.ui.documents import documents
from osteoapp.ui.paper import Paper, Printable, print_on, write_pdf


class Press(Protocol):
    """Where paper comes from. Each call that asks the person gives None where the person thought better of it."""

    def has_printer(self) -> bool:
        """Whether there is a printer to print on."""

    def choose_file(self, name: str, parent: QWidget) -> Path | None:
        """Asks where a PDF file goes; ``name`` is the one proposed."""

    def put_on_paper(self, paper: Paper, parent: QWidget) -> int | None:
        """Asks on which printer and prints there; gives the number of pages. OSError where it does not take them."""

    def write(self, paper: Paper, path: Path) -> int:
        """Writes the PDF file; gives the number of pages. OSError where it cannot be written."""


class ComputerPress:
    """The printers and folders of this computer. Qt's printing is loaded when it is first asked for."""

    def has_printer(self) -> bool:
        from PySide6.QtPrintSupport import QPrinterInfo  # late for the start-up's sake

        return bool(QPrinterInfo.availablePrinterNames())

    def choose_file(self, name: str, parent: QWidget) -> Path | None:
        path, _ = QFileDialog.getSaveFileName(
            parent, translate("Print", "Bewaar als PDF"), str(Path(documents()) / f"{name}.pdf"), "PDF (*.pdf)"
        )
        if not path:
            return None
        return Path(path) if path.lower().endswith(".pdf") else Path(f"{path}.pdf")

    def put_on_paper(self, paper: Printable, parent: QWidget) -> int | None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # late for the start-up's sake

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(paper.name)
        if not QPrintDialog(printer, parent).exec():
            return None
        return print_on(paper, printer)

    def write(self, paper: Paper, path: Path) -> int:
        return write_pdf(paper, path)
