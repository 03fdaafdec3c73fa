"""A PDF as another program's reader finds it."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtPdf import QPdfDocument

FONTS = Path(__file__).parent.parent / "resources" / "fonts"


def opened(data: bytes) -> tuple[int, str]:
    """The number of pages and the text of a PDF."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    pages = document.pageCount()
    text = " ".join(document.getAllText(number).text() for number in range(pages))
    document.close()
    return pages, re.sub(r"\s+", " ", text)
