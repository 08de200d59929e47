"""Trains what chooses the visit's time among those a message names; see `train_reader`.

A time is right where the moment it names is the labelled start. What stands around the times is heard from the reader
itself, with a chooser that only listens.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np

from desk.models.rules.reading import Lexicon, read
from desk.models.rules.reading.chooser import Candidate
from desk.models.rules.reading.weights import number_of
from desk.services.read_command import message_from
from tests.bench.flat_regression import Row, Task, weights_of

TIMES = Path("resources/reading/times.json")
PENALTY = 0.25
LEAST = -1.3
"""Log-odds from which a time is taken for the visit's."""


class _Listening:
    """Hears which times could be the visit's, and takes none."""

    def __init__(self) -> None:
        self.heard: Sequence[Candidate] = ()

    def pick(self, candidates: Sequence[Candidate]) -> None:
        self.heard = candidates


def train_times(lines: Iterable[tuple[Mapping[str, Any], Lexicon]]) -> dict[str, Any]:
    """Gives the table of times.json, by the lines whose start is labelled, each with a reader to which it is news."""
    rows = list(_rows(lines))
    labels = np.array([[right] for _, right in rows], dtype=np.float32)
    task = Task(labels, np.ones_like(labels), PENALTY)
    return {"least": LEAST, **weights_of([row for row, _ in rows], task)}


def _rows(lines: Iterable[tuple[Mapping[str, Any], Lexicon]]) -> Iterator[tuple[Row, bool]]:
    for line, lexicon in lines:
        if "appointment_start" not in line["want"]:
            continue
        told = line["want"]["appointment_start"]
        start = datetime.fromisoformat(told) if told else None
        listening = _Listening()
        read(message_from(line["in"]), replace(lexicon, chooser=listening))
        for one in listening.heard:
            yield Row(frozenset(map(number_of, one.features))), one.moment.start == start
