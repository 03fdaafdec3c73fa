"""The commands ``backup``, ``restore`` and ``check``."""

from __future__ import annotations

from pathlib import Path

from osteoapp import texts, words
from osteoapp.commands import DONE, FAULT, WRONG, Session, Stop
from osteoapp.pin_command import ask_pin
from osteoapp.store.clinic import CLINIC
from osteoapp.store.faults import CopyRefused, StoreFault, WriteFailed
from osteoapp.store.store import PATIENCE

# A backup of these was not refused by the machine, but by us: the file named is the wrong one.
_WRONG_FILE = {"file_not_ours", "file_of_data", "no_such_folder"}


def backup(session: Session) -> int:
    """``backup FILE``: a whole, checked copy in one file."""
    target = Path(session.arguments.file).expanduser()
    with session.store() as store:
        lang = session.lang(store.regimen())
        try:
            store.backup(target)
        except WriteFailed as fault:
            code = WRONG if fault.code in _WRONG_FILE else FAULT
            sentence = words.fault(fault.code, fault.values, lang)
            raise Stop(code, texts.say("no_backup", lang, file=target, why=sentence)) from fault
        print(texts.say("backed_up", lang, file=target))
    return DONE


def restore(session: Session) -> int:
    """``restore FILE``: puts a copy in the place of the data, all of it or nothing, and keeps what was there."""
    from osteoapp.store import restoring  # only this command pays for it

    source = Path(session.arguments.file).expanduser()
    if restoring.own_lock(session.folder) is not None:
        with session.store() as store:
            ask_pin(session, store)
    try:
        done = restoring.restore(session.folder, source, session.clock.now(), PATIENCE)
    except CopyRefused as fault:
        raise Stop(WRONG, f"{source}: {words.fault(fault.code, fault.values, session.lang(None))}") from fault
    except StoreFault as fault:
        raise Stop(FAULT, words.fault(fault.code, fault.values, session.lang(None))) from fault
    with session.store() as store:
        regimen = store.regimen()
        lang = session.lang(regimen)
        print(texts.restored(done.held.answers, done.held.last, regimen, lang))
        if done.held.companions.get(CLINIC) == "whole":
            print(texts.say("restored_clinic", lang))
        if done.kept is not None:
            print(texts.say("replaced", lang, folder=session.folder / done.kept))
    return DONE


def check(session: Session) -> int:
    """``check``: the integrity of the data, and what was found."""
    with session.store() as store:
        report = store.check()
        for line in texts.check(report, session.lang(store.regimen())):
            print(line)
        return DONE if report.sound else FAULT
