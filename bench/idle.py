"""What the program costs while nothing is due: ``python -m bench.idle [--seconds 120]``. Linux only.

Starts it in the background on new data with the tablet sample, lets it settle, and measures for so long: processor
time, how often its threads wake up, and memory (what is its own, and with its share of the libraries). Beside it, in
the same run, a bare PySide6 program with a tray icon, which is the least that any such program costs.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SETTLE = 30.0
BARE = """
import sys
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
app = QApplication(sys.argv)
app.setQuitOnLastWindowClosed(False)
picture = QPixmap(32, 32)
picture.fill("teal")
tray = QSystemTrayIcon(QIcon(picture))
tray.show()
app.exec()
"""


@dataclass(frozen=True)
class Cost:
    """Seconds of processor, wake-ups of each thread, and MB (own, and with a share of what others use too)."""

    processor: float
    wakeups: dict[str, int]
    own: float
    share: float


def cost(pid: int) -> Cost:
    """What a process has cost until now, and takes now."""
    place = Path(f"/proc/{pid}")
    fields = (place / "stat").read_text().rpartition(")")[2].split()
    ticks = int(fields[11]) + int(fields[12])
    switches = {}
    for task in (place / "task").iterdir():
        lines = (task / "status").read_text().splitlines()
        found = next(line for line in lines if line.startswith("voluntary_ctxt_switches"))
        switches[task.name] = int(found.split()[1])
    parts = {"Pss": 0, "Private_Clean": 0, "Private_Dirty": 0}
    for line in (place / "smaps_rollup").read_text().splitlines()[1:]:
        name, _, rest = line.partition(":")
        if name in parts:
            parts[name] = int(rest.split()[0])
    own = (parts["Private_Clean"] + parts["Private_Dirty"]) / 1024
    return Cost(ticks / os.sysconf("SC_CLK_TCK"), switches, own, parts["Pss"] / 1024)


def measure(commands: dict[str, list[str]], seconds: float) -> dict[str, tuple[float, int, float, float]]:
    """All of them at once, for so long: per cent of a processor, wake-ups a minute, and MB as in ``Cost``."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    if not environment.get("DISPLAY"):
        environment["QT_QPA_PLATFORM"] = "offscreen"
    running = {
        name: subprocess.Popen(words, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for name, words in commands.items()
    }
    try:
        time.sleep(SETTLE)
        before = {name: cost(one.pid) for name, one in running.items()}
        time.sleep(seconds)
        after = {name: cost(one.pid) for name, one in running.items()}
    finally:
        for one in running.values():
            one.kill()
            one.wait()
    result = {}
    for name, then in before.items():
        now = after[name]
        # A thread that has ended took its count with it.
        wakeups = sum(count - then.wakeups.get(task, 0) for task, count in now.wakeups.items())
        busy = 100 * (now.processor - then.processor) / seconds
        result[name] = (busy, round(wakeups * 60 / seconds), now.own, now.share)
    return result


def main() -> None:
    """Prints a table for README."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=float, default=120)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        program = [sys.executable, "-m", "osteoapp", "--data", folder]
        sample = ROOT / "resources" / "samples" / "tablet.toml"
        subprocess.run(
            [*program, "regimen", "import", str(sample)], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
        )  # fmt: skip
        found = measure(
            {"osteoapp": [*program, "--background"], "bare tray program": [sys.executable, "-c", BARE]},
            options.seconds,
        )
    print("| | processor | wake-ups a minute | memory of its own | with its share of the libraries |")
    print("|---|---|---|---|---|")
    for name, (busy, wakeups, own, share) in found.items():
        print(f"| {name} | {busy:.2f} % | {wakeups} | {own:.0f} MB | {share:.0f} MB |")


if __name__ == "__main__":
    main()
