"""The words of the command line, read into values."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from typing import NoReturn, TypeVar
from zoneinfo import ZoneInfo

from osteoapp.core.recurrence import instant

MOST_DAYS = 3700
EXPORTS = ("ics", "csv", "json", "pdf", "fridge", "year", "list")
# A year outside these is a slip of the finger; between them every calendar sum of the program stays a date.
YEARS = range(1900, 2201)
D = TypeVar("D", date, datetime)
_FILE_FAULTS: dict[type[Exception], str] = {
    FileNotFoundError: "file_missing",
    PermissionError: "file_forbidden",
    IsADirectoryError: "file_is_folder",
    UnicodeDecodeError: "file_not_text",
}


class Usage(Exception):
    """The command line, or a file it names, cannot be understood.

    ``code`` and ``values`` say what is wrong, for the texts of the command line; ``place`` is the option or the line.
    """

    def __init__(self, code: str, place: str = "", **values: str) -> None:
        super().__init__(code, place, values)
        self.code = code
        self.place = place
        self.values = values


class _Parser(argparse.ArgumentParser):
    """One line for a fault, not a page of usage."""

    def error(self, message: str) -> NoReturn:
        raise Usage("command_line", self.prog, text=message)


def parse(words: list[str]) -> argparse.Namespace:
    """The namespace of a command line. Raises Usage; ends the program for ``--help`` and ``--version``."""
    return _parser().parse_args(words)


def _common(*, defaults: bool) -> _Parser:
    """The global options, understood before and after the command."""
    parser = _Parser(add_help=False, argument_default=None if defaults else argparse.SUPPRESS)
    parser.add_argument("--data", metavar="DIR", help="where the data are (default: the user's data folder)")
    parser.add_argument("--now", metavar="WHEN", help="a simulated present, ISO 8601")
    parser.add_argument("--zone", metavar="NAME", help="a time zone in place of the computer's")
    parser.add_argument("--lang", choices=("nl", "en"), help="language of the texts")
    return parser


def _parser() -> argparse.ArgumentParser:
    from osteoapp import __version__

    parser = _Parser(
        prog="osteoapp", parents=[_common(defaults=True)],
        description="Reminders with leaflet information for people treated for osteoporosis.",
    )
    parser.add_argument("--version", action="version", version=f"osteoapp {__version__}")
    parser.add_argument("--background", action="store_true", help="start without a window")
    parser.add_argument(
        "--set-up", metavar="TREATMENTS", help="open the questions of the start, these chosen (ids, commas between)"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", parser_class=_Parser)
    common = _common(defaults=False)
    _add_regimen(commands, common)
    _add_daily(commands, common)
    _add_simulate(commands, common)
    _add_sample(commands, common)
    _add_demo(commands, common)
    _add_export(commands, common)
    _add_safekeeping(commands, common)
    _add_leaflet(commands, common)
    return parser


Commands = argparse._SubParsersAction  # argparse has no public name for what add_subparsers returns


def _add_regimen(commands: Commands[_Parser], common: _Parser) -> None:
    regimen = commands.add_parser("regimen", help="the regimen file: import, export, show")
    what = regimen.add_subparsers(dest="what", metavar="import|export|show", required=True, parser_class=_Parser)
    read = what.add_parser("import", parents=[common], help="read a regimen file")
    read.add_argument("file")
    read.add_argument("--confirm-end", metavar="ID", action="append", help="end this plan, which the file leaves out")
    write = what.add_parser("export", parents=[common], help="write a regimen file")
    write.add_argument("file")
    show = what.add_parser("show", parents=[common], help="show the regimen")
    show.add_argument("--json", action="store_true")


def _add_daily(commands: Commands[_Parser], common: _Parser) -> None:
    agenda = commands.add_parser("agenda", parents=[common], help="what is on")
    agenda.add_argument("--from", dest="first", metavar="DATE")
    agenda.add_argument("--days", type=_days, default=1, metavar="N")
    agenda.add_argument("--json", action="store_true")
    record = commands.add_parser("record", parents=[common], help="give an answer")
    record.add_argument("item", metavar="ITEM")
    record.add_argument("answer", metavar="ANSWER")
    record.add_argument("--at", metavar="WHEN")
    record.add_argument("--on", metavar="WHEN")
    record.add_argument("--amount", type=_whole, metavar="N")
    record.add_argument("--note", metavar="TEXT")
    record.add_argument("--minutes", type=_whole, metavar="N")
    record.add_argument("--until", metavar="WHEN")
    undo = commands.add_parser("undo", parents=[common], help="take the last answer back, or that one")
    undo.add_argument("event", nargs="?", metavar="EVENT")
    history = commands.add_parser("history", parents=[common], help="what happened")
    history.add_argument("--from", dest="first", metavar="DATE")
    history.add_argument("--to", dest="last", metavar="DATE")
    history.add_argument("--all", action="store_true", help="also what the program noted itself")
    history.add_argument("--json", action="store_true")


def _add_safekeeping(commands: Commands[_Parser], common: _Parser) -> None:
    backup = commands.add_parser("backup", parents=[common], help="a whole copy of the data in one file")
    backup.add_argument("file", metavar="FILE")
    restore = commands.add_parser("restore", parents=[common], help="put such a copy in the place of the data")
    restore.add_argument("file", metavar="FILE")
    commands.add_parser("check", parents=[common], help="check the data")


def _add_simulate(commands: Commands[_Parser], common: _Parser) -> None:
    simulate = commands.add_parser("simulate", parents=[common], help="the reminders of a period, on a virtual clock")
    simulate.add_argument("--from", dest="first", metavar="WHEN", required=True)
    simulate.add_argument("--to", dest="last", metavar="WHEN", required=True)
    simulate.add_argument("--off", metavar="A/B", action="append", default=[])
    simulate.add_argument("--sleep", metavar="A/B", action="append", default=[])
    simulate.add_argument("--set-clock", metavar="AT=TO", action="append", default=[])
    simulate.add_argument("--zone-change", metavar="AT=ZONE", action="append", default=[])
    simulate.add_argument("--answers", metavar="FILE")
    simulate.add_argument("--keep", action="store_true", help="write what happened to the real data")


def _add_leaflet(commands: Commands[_Parser], common: _Parser) -> None:
    leaflet = commands.add_parser(
        "leaflet", parents=[common], help="the leaflet texts; import, list or remove those of a clinic"
    )
    leaflet.add_argument("topic", nargs="?", metavar="TOPIC|import|list|remove")
    leaflet.add_argument("place", nargs="?", metavar="FOLDER|FILE", help="the clinic's text, with import")
    leaflet.add_argument("--name", metavar="NAME", help="the clinic's name, with import")
    leaflet.add_argument("--search", metavar="WORD")
    leaflet.add_argument("--coverage", action="store_true", help="how many facts of the leaflet the texts say")


def _add_sample(commands: Commands[_Parser], common: _Parser) -> None:
    sample = commands.add_parser(
        "show-sample", parents=[common], help="a day of a sample patient, as pictures of each screen"
    )
    sample.add_argument("--screens", metavar="DIR", default="screens")
    sample.add_argument("--sample", choices=("tablet", "infusion", "injection"), default="tablet")


def _add_demo(commands: Commands[_Parser], common: _Parser) -> None:
    demo = commands.add_parser(
        "demo", parents=[common], help="sample patients with a clock that can be moved, for the clinic"
    )
    demo.add_argument("--tour", metavar="DIR", help="no window: numbered pictures of all scenes and screens")
    demo.add_argument("--theme", choices=("light", "dark", "high_contrast"), default="light")
    demo.add_argument("--size", type=int, choices=(100, 150, 200), default=100, help="text size in per cent")


def _add_export(commands: Commands[_Parser], common: _Parser) -> None:
    export = commands.add_parser("export", parents=[common], help="files for a calendar, a table, a doctor, the fridge")
    export.add_argument("--format", choices=EXPORTS, required=True)
    export.add_argument("file", metavar="FILE", help="- is standard output")
    export.add_argument("--force", action="store_true", help="replace the file where it exists")
    export.add_argument("--from", dest="first", metavar="DATE", help="first day of the pdf (default: a year ago)")
    export.add_argument("--to", dest="last", metavar="DATE", help="last day of the pdf (default: today)")
    take = commands.add_parser("import-json", parents=[common], help="take over a json export into empty data")
    take.add_argument("file", metavar="FILE", help="- is standard input")


def _whole(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise Usage("whole", value=text) from None


def _days(text: str) -> int:
    number = _whole(text)
    if not 1 <= number <= MOST_DAYS:
        raise Usage("days", "--days", value=text, most=str(MOST_DAYS))
    return number


def parse_date(text: str, option: str) -> date:
    """Raises Usage where the text is not an ISO date."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        raise Usage("not_a_date", option, value=text) from None
    return _in_years(found, option, text)


def parse_wall(text: str, option: str) -> datetime:
    """A wall-clock time without an offset. Raises Usage."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        raise Usage("not_a_time", option, value=text) from None
    return _in_years(moment, option, text)


def _in_years(found: D, option: str, text: str) -> D:
    if found.year not in YEARS:
        raise Usage("year", option, value=text, first=str(YEARS[0]), last=str(YEARS[-1]))
    return found


def parse_moment(text: str | None, zone: ZoneInfo, option: str) -> datetime | None:
    """An instant: local in ``zone`` unless it has an offset. Raises Usage."""
    if text is None:
        return None
    moment = parse_wall(text, option)
    return moment if moment.tzinfo is not None else instant(moment.date(), moment.time(), zone)


def parse_zone(name: str, option: str) -> ZoneInfo:
    """Raises Usage where there is no such zone."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        raise Usage("not_a_zone", option, value=name) from None


def parse_on(text: str | None, answer: str) -> date | datetime | None:
    """``--on``: a date, or for booked the date and time of the appointment. Raises Usage."""
    if text is None:
        return None
    if answer == "booked":
        return parse_wall(text, "--on") if "T" in text or " " in text else parse_date(text, "--on")
    return parse_date(text, "--on")


def unreadable(place: str, fault: OSError | UnicodeDecodeError) -> Usage:
    """What is said where a file that the command line names cannot be read or written."""
    reason = str(getattr(fault, "strerror", None) or fault)
    return Usage(_FILE_FAULTS.get(type(fault), "file_fault"), place, reason=reason)


def language_of(words: list[str]) -> str:
    """The language that a command line asks for, read before it is understood; Dutch where it asks for none."""
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if word in ("--lang=en", "--lang=nl"):
            return word[-2:]
        if word == "--lang" and following in ("en", "nl"):
            return following
    return "nl"
