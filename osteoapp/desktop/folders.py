"""Where the platform wants a program's data."""

from __future__ import annotations

from pathlib import Path

import platformdirs

PROGRAM = "osteoapp"


def user_data_folder() -> Path:
    """The folder for this user's data, which may not exist yet.

    Linux: ``$XDG_DATA_HOME/osteoapp``, else ``~/.local/share/osteoapp``; Windows: ``%LOCALAPPDATA%\\osteoapp`` (not
    the roaming one, which is copied over the network while the database is open); macOS:
    ``~/Library/Application Support/osteoapp``.
    """
    return platformdirs.user_data_path(PROGRAM, appauthor=False, roaming=False, ensure_exists=False)
