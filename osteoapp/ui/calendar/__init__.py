"""Kalender: months and years, a day with what happened, putting it right, notes and the search."""
