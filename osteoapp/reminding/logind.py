"""Asks logind to keep the computer from falling asleep by itself. Here because this room alone uses jeepney."""

from __future__ import annotations

import contextlib
from typing import Any, Final

_PATIENCE: Final = 2.0


def inhibit(why: str) -> int:
    """The file that keeps the computer awake while it is open.

    Takes seconds where the system bus hangs. RuntimeError with the name of logind's refusal; OSError and the like
    where there is no logind.
    """
    # Late: only Linux has it, and only who switched this on needs it.
    from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call
    from jeepney.io.blocking import open_dbus_connection

    address = DBusAddress("/org/freedesktop/login1", "org.freedesktop.login1", "org.freedesktop.login1.Manager")
    asked = new_method_call(address, "Inhibit", "ssss", ("idle", "osteoapp", why, "block"))
    with contextlib.closing(open_dbus_connection("SYSTEM", enable_fds=True)) as line:
        answer: Any = line.send_and_get_reply(asked, timeout=_PATIENCE)
    if answer.header.message_type is MessageType.error:
        raise RuntimeError(answer.header.fields.get(HeaderFields.error_name, "error"))
    return int(answer.body[0].to_raw_fd())
