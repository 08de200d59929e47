"""Trained weights: many features, each speaking for or against a few things (AI-09).

Features are known by number alone (`number_of`), in order: their names would take more room than all else. All is flat
on purpose: as objects it would take twenty times the room. It is pure arithmetic on data under resources/reading/, so that
the same text always gives the same scores.
"""

from __future__ import annotations

from array import array
from base64 import b64decode
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import Any
from zlib import crc32


def number_of(feature: str) -> int:
    """Gives the number a feature is known by; two of one number are one feature, to the trainer too."""
    return crc32(feature.encode())


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of the feature at a place of ``known`` begin at its ``ends`` and stop at the next.

    ``whose`` numbers what each speaks for; a weight is a whole number of ``unit`` log-odds.
    """

    bias: tuple[float, ...]
    known: array[int]
    ends: array[int]
    whose: bytes
    weights: array[int]
    unit: float

    @classmethod
    def of(cls, table: Mapping[str, Any]) -> Weights:
        """Unpacks a table of trained weights; raises `KeyError` or `ValueError` for a damaged one."""
        return cls(
            bias=tuple(table["bias"]),
            known=array("I", b64decode(table["features"])),
            ends=array("I", accumulate(b64decode(table["counts"]), initial=0)),
            whose=b64decode(table["whose"]),
            weights=array("b", b64decode(table["weights"])),
            unit=table["unit"],
        )

    def places(self, features: Iterable[str]) -> list[int]:
        """Gives where the features stand of which anything is known."""
        known, most = self.known, len(self.known)
        numbers = map(number_of, features)
        places = ((bisect_left(known, number), number) for number in numbers)
        return [at for at, number in places if at < most and known[at] == number]

    def totals(self, places: Iterable[int]) -> list[int]:
        """Gives the summed weights for each thing, in units."""
        totals, whose, weights, ends = [0] * len(self.bias), self.whose, self.weights, self.ends
        for place in places:
            told = slice(ends[place], ends[place + 1])
            for at, weight in zip(whose[told], weights[told], strict=True):
                totals[at] += weight
        return totals
