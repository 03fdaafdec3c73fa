"""The caregiver's PIN on the command line: asked at the terminal before a command changes plans, texts or data."""

from __future__ import annotations

import getpass
import sys

from osteoapp import texts
from osteoapp.commands import FAULT, WRONG, Session, Stop
from osteoapp.lock import CaregiverLock
from osteoapp.store.store import Store


def ask_pin(session: Session, store: Store) -> None:
    """Goes on where there is no PIN, or the right one is typed. Raises Stop, also where nobody can type one."""
    lock = CaregiverLock(store, session.clock.now, session.clock.monotonic)
    if not lock.is_set():
        return
    lang = session.lang(store.regimen())
    if not sys.stdin.isatty():
        raise Stop(WRONG, texts.say("pin_no_terminal", lang))
    if lock.wait_until() is None:
        try:
            given = getpass.getpass(texts.say("pin_ask", lang) + " ")
        except EOFError:  # the end of the input, Ctrl-D, in place of a PIN
            raise Stop(WRONG, texts.say("pin_no_terminal", lang)) from None
        fault = lock.give(given)
        if not fault:
            return
        if fault != "wrong":
            raise Stop(FAULT, texts.not_kept(fault, {}, lang))
    until = lock.wait_until()
    if until is None:
        raise Stop(WRONG, texts.say("pin_wrong", lang))
    raise Stop(WRONG, texts.say("pin_wait", lang, when=f"{until.astimezone(session.clock.zone()):%H:%M}"))
