"""Make the desk's sounds: four short chimes, one per class of alert, from sines alone.

    python packaging/make_sounds.py resources/sounds

A doorbell falls a third, a hand-off is a desk bell struck once, an escalation repeats, a visit rises. They
stay quiet and short: the bell rings once and never pulses.
"""

from __future__ import annotations

import math
import struct
import sys
import wave
from pathlib import Path

RATE = 22050
LOUD = 0.32
#: Class -> (start in seconds, hertz, length in seconds) of each note.
CHIMES = {
    "doorbell": ((0.0, 659.26, 0.55), (0.24, 523.25, 0.8)),
    "handoff": ((0.0, 1174.66, 1.0),),
    "escalation": ((0.0, 587.33, 0.3), (0.2, 587.33, 0.3), (0.4, 783.99, 0.7)),
    "appointment": ((0.0, 523.25, 0.4), (0.14, 659.26, 0.4), (0.28, 783.99, 0.8)),
}
#: A bell's partials over its note, each with its strength and how fast it fades.
PARTIALS = ((1.0, 1.0, 5.0), (2.0, 0.35, 8.0), (2.76, 0.22, 11.0), (5.4, 0.08, 18.0))


def strike(hertz: float, second: float) -> float:
    """A struck note, ``second`` after the stroke, with a soft start so that it does not click."""
    attack = min(1.0, second / 0.006)
    return attack * sum(
        strength * math.exp(-fade * second) * math.sin(2 * math.pi * hertz * ratio * second)
        for ratio, strength, fade in PARTIALS
    )


def chime(notes: tuple[tuple[float, float, float], ...]) -> bytes:
    """All notes together as 16-bit mono samples."""
    length = max(start + held for start, _, held in notes)
    samples = []
    for n in range(int(length * RATE)):
        at = n / RATE
        level = sum(
            _held(strike(hertz, at - start), at - start, held) for start, hertz, held in notes if at >= start
        )
        samples.append(round(32767 * LOUD * max(-1.0, min(1.0, level / 1.6))))
    return struct.pack(f"<{len(samples)}h", *samples)


def _held(level: float, second: float, held: float) -> float:
    """A note ends softly, not with a cut."""
    return level * max(0.0, min(1.0, (held - second) / 0.05))


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, notes in CHIMES.items():
        with wave.open(str(folder / f"{name}.wav"), "wb") as file:
            file.setnchannels(1)
            file.setsampwidth(2)
            file.setframerate(RATE)
            file.writeframes(chime(notes))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
