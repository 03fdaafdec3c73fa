"""The overview as PDF: tagged (PDF/UA-1) and for keeping (PDF/A-2a), drawn by typst from ``report.typ``.

Of the libraries that were weighed only typst writes a structure that a screen reader can walk (headings, tables,
lists), checks both standards itself and needs nothing else to be installed. Qt's own writer makes PDF/A-1b without
any structure; fpdf2 tags pictures only. Nothing else of the program imports this module.
"""

from __future__ import annotations

import contextlib
import json
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

import typst

TEMPLATE = Path(__file__).with_name("report.typ")
Standards = list[Literal["ua-1", "a-2a"]]
KEPT: Standards = ["ua-1", "a-2a"]


def write(said: dict[str, Any], fonts: Path, now: datetime) -> bytes:
    """The pages of a report. ``fonts`` is the folder of the program's letters, which are embedded.

    Signs that these lack come from the computer's own letters. Where those lack them too, the standards cannot be
    kept, and the page is made without: the words of the person go before.
    """
    # A lone surrogate is no character, and the template could not read it.
    text = json.dumps(said, ensure_ascii=False).encode("utf-8", "replace").decode()
    tries: tuple[tuple[bool, Standards], ...] = ((True, KEPT), (False, KEPT))
    for own_letters_only, standards in tries:
        with contextlib.suppress(typst.TypstError):
            return _page(text, fonts, now, own_letters_only=own_letters_only, standards=standards)
    return _page(text, fonts, now, own_letters_only=False, standards=[])


def _page(text: str, fonts: Path, now: datetime, *, own_letters_only: bool, standards: Standards) -> bytes:
    return typst.compile(
        TEMPLATE, None, TEMPLATE.parent, font_paths=[fonts], ignore_system_fonts=own_letters_only, format="pdf",
        sys_inputs={"said": text}, pdf_standards=list(standards), timestamp=int(now.timestamp()),
    )
