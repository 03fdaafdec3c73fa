"""What Windows shows as the properties of the program: a version resource, for the recipe of PyInstaller."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers of Windows: 1.2.3rc4 is 1.2.3.0."""
    found = [int(one) for one in re.findall(r"\d+", version)[:3]]
    first, second, third = [*found, 0, 0, 0][:3]
    return first, second, third, 0


def resource(root: Path) -> Any:
    """The resource of the version that stands in the package."""
    from PyInstaller.utils.win32 import versioninfo as info

    scope: dict[str, str] = {}
    exec((root / "osteoapp" / "__init__.py").read_text(encoding="utf-8"), scope)
    version = scope["__version__"]
    texts = {
        "FileDescription": "Osteoporose: herinneringen", "ProductName": "osteoapp", "InternalName": "osteoapp",
        "OriginalFilename": "osteoapp.exe", "FileVersion": version, "ProductVersion": version,
        "LegalCopyright": "Apache License 2.0",
    }  # fmt: skip
    strings = [info.StringStruct(name, text) for name, text in texts.items()]
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers(version), prodvers=numbers(version)),
        kids=[
            info.StringFileInfo([info.StringTable("041304B0", strings)]),
            info.VarFileInfo([info.VarStruct("Translation", [0x0413, 1200])]),
        ],
    )
