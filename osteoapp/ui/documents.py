"""The folder in which the system's windows for a file begin."""

from __future__ import annotations

import os

from PySide6.QtCore import QStandardPaths

_Place = QStandardPaths.StandardLocation


def documents() -> str:
    """The person's documents, or their own folder where those are not: never the folder the program was started in."""
    folder = QStandardPaths.writableLocation(_Place.DocumentsLocation)
    return folder if os.path.isdir(folder) else QStandardPaths.writableLocation(_Place.HomeLocation)
