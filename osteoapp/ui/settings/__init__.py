"""Instellingen: sections beside each other or one after the other, each of its own widget."""
