"""Keeps the focus where it was when a page is drawn anew, or puts it at the start of another page.

Qt hands the focus of a widget that goes to whatever comes next, with a ring; nobody asked for that. The next press of
Tab then begins at the top of what is shown.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

_TAB, _OTHER = Qt.FocusReason.TabFocusReason, Qt.FocusReason.OtherFocusReason


class KeptFocus:
    """Made before the old widgets go: which of the buttons inside ``holder`` had the focus, and whether it showed."""

    def __init__(self, holder: QWidget) -> None:
        widget = QApplication.focusWidget()
        self._holder = holder
        self._inside = widget is not None and (widget is holder or holder.isAncestorOf(widget))
        self._name = widget.objectName() if widget is not None and self._inside else ""
        self._ringed = bool(getattr(widget, "ringed", False))
        if self._inside:
            holder.setFocus(_OTHER)

    def restore(self, fresh: QWidget) -> None:
        """Gives the focus to the button of the same name, if there is one; else it stays with the holder."""
        found = fresh.findChild(QAbstractButton, self._name) if self._inside and self._name else None
        if found is not None:
            found.setFocus(_TAB if self._ringed else _OTHER)
