"""Makes the pictures of the user guide from the tour of the demo: ``python packaging/guide_pictures.py``.

Only the pictures that the guide names are kept, each once per language, small enough for a repository.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "docs" / "guide"
WIDTH = 960
NAMED = re.compile(r"!\[[^\]]*\]\(pictures/(nl|en)/([a-z-]+)\.png\)")


def named(lang: str) -> set[str]:
    """The names of the pictures that the guide in a language shows."""
    found = set()
    for page in GUIDE.glob(f"*.{lang}.md"):
        found |= {name for of, name in NAMED.findall(page.read_text(encoding="utf-8")) if of == lang}
    return found


def main() -> int:
    """Writes the pictures; returns the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")
    sys.path.insert(0, str(ROOT))
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication

    from osteoapp.demo.tour import take_tour

    app = QApplication(sys.argv[:1])
    for lang in ("nl", "en"):
        target = GUIDE / "pictures" / lang
        target.mkdir(parents=True, exist_ok=True)
        for old in target.glob("*.png"):
            old.unlink()
        with tempfile.TemporaryDirectory() as made:
            for picture in take_tour(Path(made), lang):
                name = picture.file.removesuffix(".png").split("-", 1)[1]
                if name in named(lang):
                    image = QImage(str(Path(made) / picture.file))
                    if image.width() > WIDTH:
                        image = image.scaledToWidth(WIDTH, Qt.TransformationMode.SmoothTransformation)
                    image = image.convertToFormat(QImage.Format.Format_RGB888)
                    image.save(str(target / f"{name}.png"), "PNG", 0)
    del app
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
