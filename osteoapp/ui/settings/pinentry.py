"""A line for a PIN: digits that are not shown."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from osteoapp.ui.parts.inputs import LineField
from osteoapp.ui.theme import Look


def pin_line(look: Look, name: str, label: str, entered: Callable[[], None]) -> LineField:
    """The line; ``entered`` is called with Enter. Whatever is typed stands in it: what is wrong is said beside it."""
    line = LineField(look, label)
    line.setObjectName(name)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly | Qt.InputMethodHint.ImhSensitiveData)
    line.setMaximumWidth(look.whole("choice_width"))
    line.setMinimumWidth(look.whole("choice_width"))
    line.returnPressed.connect(lambda: entered())
    return line
