"""Voortgang: what was done over a period, as pictures first and as numbers on request."""
