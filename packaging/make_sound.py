"""Makes resources/sounds/reminder.wav: ``python3 packaging/make_sound.py [FILE]``. Standard library only.

Two soft notes, E4 and A4, each struck once. Both lie below 450 Hz and have few overtones: with age hearing goes
first at the high end, and a low, rounded tone carries without giving a start.
"""

from __future__ import annotations

import array
import math
import sys
import wave
from pathlib import Path

RATE = 44_100
PEAK = 0.6
# (start in seconds, hertz)
NOTES = ((0.0, 329.63), (0.38, 440.0))
LENGTH = 1.9
# Overtones by number: strength, and how much faster each fades than the note itself.
OVERTONES = {1: (1.0, 1.0), 2: (0.22, 1.8), 3: (0.07, 2.6)}
RISE = 0.018
FADE = 0.42
END = 0.12


def samples() -> list[float]:
    """The sound as numbers between -PEAK and PEAK."""
    found = [0.0] * round(RATE * LENGTH)
    for start, hertz in NOTES:
        first = round(RATE * start)
        for index in range(first, len(found)):
            found[index] += _note((index - first) / RATE, hertz)
    loudest = max(abs(value) for value in found)
    last = len(found) - 1
    return [PEAK * value / loudest * min(1.0, (last - i) / (END * RATE)) for i, value in enumerate(found)]


def _note(seconds: float, hertz: float) -> float:
    # A raised cosine for the rise: a tone that begins at once clicks.
    rise = 0.5 - 0.5 * math.cos(math.pi * min(1.0, seconds / RISE))
    return rise * sum(
        strength * math.exp(-seconds * faster / FADE) * math.sin(2 * math.pi * hertz * number * seconds)
        for number, (strength, faster) in OVERTONES.items()
    )


def write(path: Path) -> None:
    """Writes the sound as 16-bit mono."""
    frames = array.array("h", (round(32_767 * value) for value in samples()))
    if sys.byteorder == "big":
        frames.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(frames.tobytes())


if __name__ == "__main__":
    default = Path(__file__).resolve().parent.parent / "resources" / "sounds" / "reminder.wav"
    write(Path(sys.argv[1]) if len(sys.argv) > 1 else default)
