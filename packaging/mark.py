"""Draws the program's mark, the one beside the clock, in the forms that systems ask for: ``python mark.py FOLDER``.

Needs PySide6. Writes osteoapp.svg, osteoapp.ico (Windows), osteoapp.icns (macOS) and ``SIZExSIZE.png``.
"""

from __future__ import annotations

import re
import struct
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from PySide6.QtCore import QByteArray, QRectF, Qt  # noqa: E402
from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: E402
from PySide6.QtSvg import QSvgRenderer  # noqa: E402

from osteoapp.ui.theme import Look, Theme  # noqa: E402

SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO = (16, 24, 32, 48, 64, 128, 256)
# The four letters by which an icns file names a PNG of that many points.
ICNS = {16: b"icp4", 32: b"icp5", 64: b"icp6", 128: b"ic07", 256: b"ic08", 512: b"ic09"}


def svg() -> str:
    """The mark: the pill of the icon set on a ground of the theme, with the rim that parts it from dark panels."""
    look = Look(Theme.LIGHT)
    ground, ink = look.hex("accent"), look.hex("on_accent")
    pill = (ROOT / "resources" / "icons" / "fill" / "pill-fill.svg").read_text(encoding="utf-8")
    inside = re.sub(r"</?svg[^>]*>", "", pill).strip()
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="256" height="256" viewBox="0 0 256 256">\n'
        f'<rect x="5.3" y="5.3" width="245.4" height="245.4" rx="56.3" fill="{ground}" stroke="{look.hex("card")}"'
        ' stroke-width="10.6"/>\n'
        f'<g fill="{ink}" transform="translate(48.6 48.6) scale(.62)">{inside}</g>\n</svg>\n'
    )


def picture(source: str, size: int) -> QImage:
    """The mark as pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def ico(pictures: dict[int, bytes]) -> bytes:
    """An icon of Windows that holds PNG files."""
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    entries = b""
    for size, data in pictures.items():
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + entries + b"".join(pictures.values())


def icns(pictures: dict[bytes, bytes]) -> bytes:
    """An icon of macOS that holds PNG files."""
    body = b"".join(name + struct.pack(">I", len(data) + 8) + data for name, data in pictures.items())
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def main(folder: Path) -> None:
    """Writes all of it."""
    app = QGuiApplication([])
    folder.mkdir(parents=True, exist_ok=True)
    source = svg()
    (folder / "osteoapp.svg").write_text(source, encoding="utf-8", newline="\n")
    data: dict[int, bytes] = {}
    for size in SIZES:
        file = folder / f"{size}x{size}.png"
        picture(source, size).save(str(file))
        data[size] = file.read_bytes()
    (folder / "osteoapp.ico").write_bytes(ico({size: data[size] for size in ICO}))
    (folder / "osteoapp.icns").write_bytes(icns({name: data[size] for size, name in ICNS.items()}))
    del app


if __name__ == "__main__":
    main(Path(sys.argv[1]))
