"""Numbered pictures of all scenes and screens, off screen, with a contents page: for the guide, and to look at."""

from __future__ import annotations

import html
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Final

from osteoapp import texts
from osteoapp.content.demo import scenes, tour_captions
from osteoapp.content.words import Lang

if TYPE_CHECKING:
    import argparse

    from PySide6.QtWidgets import QWidget

    from osteoapp.demo.desk import DemoDesk

DONE, FAULT = 0, 1
WIDTH, HEIGHT = 1280, 800
# Long enough that calendar and progress have something to tell.
LIVED: Final = timedelta(days=18, hours=14)
PLACES: Final = ("today", "calendar", "leaflet", "progress", "settings")


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the tour: its file, and the line below it."""

    file: str
    caption: str


def tour(arguments: argparse.Namespace) -> int:
    """Writes the pictures and the contents page; returns the exit code."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")
    lang: Lang = "en" if arguments.lang == "en" else "nl"
    folder = Path(arguments.tour).expanduser()
    from PySide6.QtWidgets import QApplication

    app = QApplication.instance() or QApplication(sys.argv[:1])
    try:
        pictures = take_tour(folder, lang, arguments.size, arguments.theme)
        write_contents(folder, pictures, lang)
    except OSError as fault:
        print(texts.say("no_pictures", lang, folder=folder, reason=fault.strerror or fault), file=sys.stderr)
        return FAULT
    print(texts.say("pictures", lang, number=len(pictures), folder=folder.resolve()))
    del app
    return DONE


def take_tour(folder: Path, lang: Lang, size: int = 100, theme: str = "light") -> tuple[Picture, ...]:
    """Writes the pictures into a folder and tells what they show. Raises OSError where one cannot be written."""
    from osteoapp.demo.desk import DemoDesk
    from osteoapp.demo.folders import ThrowAway
    from osteoapp.ui.pictures import grab
    from osteoapp.ui.theme import Theme

    folder.mkdir(parents=True, exist_ok=True)
    data = ThrowAway()
    made: list[Picture] = []
    try:
        desk = DemoDesk(data, lang, size, Theme(theme), silent=True)
        for name, caption, widget in stops(desk, lang):
            file = f"{len(made) + 1:02d}-{name}.png"
            grab(widget, folder / file)
            made.append(Picture(file, caption))
        desk.close()
    finally:
        data.close()
    return tuple(made)


def names() -> tuple[str, ...]:
    """The names of all pictures, in their order; the guide calls them by these."""
    found = ["demo"]
    for scene in scenes("nl"):
        found += [f"{scene.id}-reminder", scene.id] if scene.page == "reminder" else [scene.id]
    return (*found, *PLACES, "call", "setup")


def stops(desk: DemoDesk, lang: Lang) -> Iterator[tuple[str, str, QWidget]]:
    """Each thing to be seen in turn: a name, a caption, and the widget; it is valid until the next one."""
    captions = tour_captions(lang)
    frame, window = desk.frame, desk.window
    assert frame is not None
    assert window is not None
    frame.resize(WIDTH, HEIGHT)
    frame.show()
    yield "demo", captions["demo"], frame
    frame.resize(WIDTH + frame.notes.width(), HEIGHT + frame.around())
    for scene in scenes(lang):
        desk.open_scene(scene.id)
        assert desk.window is not None
        assert desk.reminder is not None
        if desk.reminder.isVisible():
            yield f"{scene.id}-reminder", scene.title, desk.reminder
            desk.reminder.hide()
        yield scene.id, scene.title, desk.window
    desk.open_patient("tablet")
    assert desk.stage is not None
    desk.stage.move_to(desk.stage.clock.now() + LIVED, quietly=True)
    window = desk.window
    assert window is not None
    for place in PLACES:
        window.go(place)
        yield place, captions[place], window
    window.show_call()
    yield "call", captions["call"], window
    window.setup.open()
    yield "setup", captions["setup"], window


def write_contents(folder: Path, pictures: tuple[Picture, ...], lang: Lang) -> None:
    """A contents page beside the pictures, to be opened in a browser (HTML) and to be read as text (Markdown)."""
    title = tour_captions(lang)["title"]
    said = [(one.file, html.escape(one.caption, quote=True)) for one in pictures]
    body = "\n".join(
        f'<figure><img src="{file}" alt="{caption}" width="960"><figcaption>{caption}</figcaption></figure>'
        for file, caption in said
    )
    page = (
        f'<!doctype html>\n<html lang="{lang}">\n<meta charset="utf-8">\n<title>{title}</title>\n'
        "<style>body{font:20px sans-serif;margin:2em auto;max-width:960px}img{max-width:100%;height:auto}"
        f"figure{{margin:2em 0}}</style>\n<h1>{title}</h1>\n{body}\n</html>\n"
    )
    (folder / "index.html").write_text(page, encoding="utf-8")
    lines = [f"# {title}", ""]
    for one in pictures:
        lines += [f"## {one.caption}", "", f"![{one.caption}]({one.file})", ""]
    (folder / "index.md").write_text("\n".join(lines), encoding="utf-8")
