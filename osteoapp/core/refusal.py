"""How the core says no: a code and values, never a sentence."""

from __future__ import annotations


class Refused(Exception):
    """Something that cannot be done. ``code`` names the reason, ``values`` what a sentence about it needs."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.values = values
