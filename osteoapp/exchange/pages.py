"""Pages on A4, as PDF for keeping and printing and as pictures for the screen, drawn by typst from a template.

Of the libraries that were weighed only typst writes a structure that a screen reader can walk (headings, tables,
lists), checks both standards itself (PDF/UA-1, PDF/A-2a) and needs nothing else to be installed. Qt's own writer makes
PDF/A-1b without any structure; fpdf2 tags pictures only. Nothing else of the program imports typst.
"""

from __future__ import annotations

import contextlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import typst

Template = Literal["report", "fridge", "year", "list"]
Standards = list[Literal["ua-1", "a-2a"]]
KEPT: Standards = ["ua-1", "a-2a"]


def pdf(template: Template, said: dict[str, Any], fonts: Path, now: datetime) -> bytes:
    """The pages as one PDF. ``fonts`` is the folder of the program's letters, which are embedded.

    Signs that these lack come from the computer's own letters. Where those lack them too, the standards cannot be
    kept, and the page is made without: the words of the person go before.
    """
    tries: tuple[tuple[bool, Standards], ...] = ((True, KEPT), (False, KEPT))
    for own_letters_only, standards in tries:
        with contextlib.suppress(typst.TypstError):
            return _pdf(template, said, fonts, now, own_letters_only=own_letters_only, standards=standards)
    return _pdf(template, said, fonts, now, own_letters_only=False, standards=[])


def pictures(template: Template, said: dict[str, Any], fonts: Path, now: datetime, dots: int) -> list[bytes]:
    """The same pages as PNG pictures, with so many dots to the inch."""
    made = typst.compile(
        _file(template), None, _file(template).parent, font_paths=[fonts], format="png", ppi=float(dots),
        sys_inputs={"said": _text(said)}, timestamp=int(now.timestamp()),
    )  # fmt: skip
    return [made] if isinstance(made, bytes) else list(made)


def _pdf(
    template: Template, said: dict[str, Any], fonts: Path, now: datetime, *, own_letters_only: bool,
    standards: Standards,
) -> bytes:  # fmt: skip
    return typst.compile(
        _file(template), None, _file(template).parent, font_paths=[fonts], ignore_system_fonts=own_letters_only,
        format="pdf", sys_inputs={"said": _text(said)}, pdf_standards=list(standards), timestamp=int(now.timestamp()),
    )


def _file(template: Template) -> Path:
    return Path(__file__).with_name(f"{template}.typ")


def _text(said: dict[str, Any]) -> str:
    """A lone surrogate is no character, and the template could not read it."""
    return json.dumps(said, ensure_ascii=False).encode("utf-8", "replace").decode()
