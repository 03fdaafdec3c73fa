"""Where the files that come with the program lie: fonts, icons, translations."""

from __future__ import annotations

import sys
from pathlib import Path


def resources() -> Path:
    """The folder ``resources``: beside the package, or where a bundler unpacked it."""
    bundled = getattr(sys, "_MEIPASS", None)
    root = Path(bundled) if bundled else Path(__file__).resolve().parents[2]
    return root / "resources"


def guide() -> Path:
    """The folder of the user guide: ``docs/guide`` beside the package, or in the resources where it was bundled."""
    bundled = resources() / "guide"
    return bundled if bundled.is_dir() else resources().parent / "docs" / "guide"
