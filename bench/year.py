"""A year of each sample, simulated: the aim is under 5 s each. Run: python -m bench.year"""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter
from zoneinfo import ZoneInfo

from osteoapp.content.catalogue import catalogue
from osteoapp.core.changes import revise
from osteoapp.core.history import History
from osteoapp.core.regimen import Regimen
from osteoapp.exchange.regimen_file import read
from osteoapp.reminding.simulation import Action, MemoryStore, Simulation

SAMPLES = Path(__file__).parent.parent / "resources" / "samples"
ZONE = ZoneInfo("Europe/Amsterdam")
START = datetime(2026, 11, 22, 12)


def regimen_of(sample: str, known: datetime = START) -> Regimen:
    """The regimen of a sample file, known since a wall-clock time in Amsterdam."""
    draft = read((SAMPLES / f"{sample}.toml").read_bytes(), catalogue(), known.date())
    return revise(Regimen(catalogue()), draft, History(), known.replace(tzinfo=ZONE))


def main() -> None:
    for sample in ("tablet", "infusion", "injection"):
        simulation = Simulation(MemoryStore(regimen_of(sample)), START, ZONE)
        began = perf_counter()
        simulation.play([Action(START, 1, Simulation.start)], START + timedelta(days=365))
        print(f"{sample}: a year in {perf_counter() - began:.2f} s, {len(simulation.shown)} reminders")


if __name__ == "__main__":
    main()
