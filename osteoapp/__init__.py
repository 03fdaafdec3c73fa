"""Reminders with leaflet information for people treated for osteoporosis."""

__version__ = "0.1.0"
