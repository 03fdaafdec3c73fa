"""What comes with the program, and how it came to this computer."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final, Literal

from osteoapp import __version__

VERSION: Final = __version__
# bundle: an installer or a Debian package, with a Python of its own; package: by pip; checkout: a folder of the source.
Installed = Literal["bundle", "package", "checkout"]

_PACKAGE: Final = Path(__file__).resolve().parent


def resources(package: Path = _PACKAGE) -> Path:
    """The folder of fonts, icons, sounds, translations, samples and licences.

    It is inside the package where the program is installed, beside it in a checkout.
    """
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"


def guide(package: Path = _PACKAGE) -> Path:
    """The folder of the user guide: among the resources where the program is installed, else ``docs/guide``."""
    inside = resources(package) / "guide"
    return inside if inside.is_dir() else package.parent / "docs" / "guide"


def installed(package: Path = _PACKAGE) -> Installed:
    """In which way this program was installed."""
    if getattr(sys, "frozen", False):
        return "bundle"
    return "package" if (package / "resources").is_dir() else "checkout"
