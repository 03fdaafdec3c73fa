"""Papier en bestanden: sheets to print and files to take along."""
