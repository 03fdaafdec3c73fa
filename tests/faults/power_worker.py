"""Does so many events, one after the other, for the record of what it writes: FOLDER LOG SEED EVENTS PLANT."""

from __future__ import annotations

import random
import sys
from pathlib import Path

from worker import Log, next_event, something_else

from osteoapp.content.catalogue import catalogue
from osteoapp.core.events import to_record
from osteoapp.store import files
from osteoapp.store.store import Store


def main() -> None:
    folder, log, chance = Path(sys.argv[1]), Log(Path(sys.argv[2])), random.Random(int(sys.argv[3]))
    if sys.argv[5] == "no flush":
        files.flush = lambda descriptor: None
    with Store.open(folder, catalogue()) as store:
        if sys.argv[5] == "no flush":
            store._session.connection.execute("PRAGMA synchronous=OFF")
        for number in range(int(sys.argv[4])):
            event = next_event(store, chance, number, "")
            log.write({"sent": to_record(event)})
            store.append([event])
            log.write({"acknowledged": event.id})
            something_else(folder, store, chance, number)
            if number % 25 == 24:
                store._session.connection.execute("PRAGMA wal_checkpoint")  # as it comes by itself after 1000 pages


if __name__ == "__main__":
    main()
