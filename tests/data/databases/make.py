"""Writes the database of the present revision, and what it holds, where there is none yet."""

from __future__ import annotations

import json
import sys
import tempfile
from datetime import timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[2]), str(HERE.parents[1] / "store")]

from store_builders import NOW, amount, awake, every_kind, opened, regimen_of, reminded, retracted, taken  # noqa: E402

from osteoapp.core.events import to_record as event_record  # noqa: E402
from osteoapp.core.regimen import Draft  # noqa: E402
from osteoapp.store import files, reading  # noqa: E402
from osteoapp.store.records import to_record  # noqa: E402
from osteoapp.store.settings import Settings, Theme  # noqa: E402


def main() -> None:
    target = HERE / f"{reading.HEAD}.db"
    if target.exists():
        sys.exit(f"{target.name} is there already and stays as it is")
    with tempfile.TemporaryDirectory() as place:
        with opened(Path(place)) as store:
            store.append([awake("woke"), reminded("shown"), taken(1), amount(1, 20)])
            store.save_regimen(regimen_of(Draft(plans=every_kind().plans[:3])), NOW)
            store.save_regimen(regimen_of(every_kind()), NOW + timedelta(days=1))
            store.append([retracted(taken(1)), taken(2)])
            store.save_settings(Settings(150, Theme.DARK, sound=False, volume=40, speech=True, language="en"))
            store.record_delivery("plyer", "failed", NOW, ["vitamin-d/2026-11-23/dose"], "no answer in time")
            holds = {
                "events": [event_record(event) for event in store.history().all()],
                "draft": to_record(store.regimen().draft),
                "versions": to_record(store.regimen().versions),
                "settings": to_record(store.settings()),
                "deliveries": len(store.deliveries()),
            }
        target.write_bytes((Path(place) / files.DATABASE).read_bytes())
    target.with_suffix(".json").write_text(json.dumps(holds, indent=1, sort_keys=True) + "\n", encoding="ascii")


if __name__ == "__main__":
    main()
