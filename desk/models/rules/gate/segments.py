"""How a text travels: its alphabet, its parts, and the plain form that needs the fewest (R26)."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

# What is asked of a text here is asked when it is written, when it is queued, and again when it leaves.
# The alphabet every phone knows (3GPP TS 23.038); the second row costs two units a character.
_GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_GSM_DOUBLE = frozenset("\f^{}\\[~]|€")
_ANY = _GSM | _GSM_DOUBLE
_SPELLED = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "′": "'", "`": "'", "´": "'",
    "“": '"', "”": '"', "„": '"', "″": '"', "«": '"', "»": '"',
    "–": "-", "—": "-", "−": "-", "‐": "-", "‑": "-", "•": "-", "…": "...", "×": "x",
    "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\t": " ", "\u200b": "", "\ufeff": "",
}  # fmt: skip


class _Letters(dict[int, str]):
    """Each letter in letters that every phone knows; one met for the first time is worked out and kept."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        parts = letter if letter in _ANY else unicodedata.normalize("NFKD", letter)
        self[code] = "".join(part for part in parts if part in _ANY)
        return self[code]


_PLAIN = _Letters({ord(letter): spelled for letter, spelled in _SPELLED.items()})
_BLANKS = re.compile(r" {2,}")


@dataclass(frozen=True, slots=True)
class Segments:
    """``units`` of its alphabet, the ``parts`` it is sent in, and the ``room`` left in the last one."""

    alphabet: Literal["GSM-7", "UCS-2"]
    units: int
    parts: int
    room: int


@lru_cache(maxsize=256)
def segments(text: str) -> Segments:
    """Count the parts of a text: 160 or 153 units each in GSM-7; 70 or 67 once a character is not in it."""
    if _ANY.issuperset(text):
        return _counted("GSM-7", [2 if letter in _GSM_DOUBLE else 1 for letter in text], 160, 153)
    return _counted("UCS-2", [len(letter.encode("utf-16-be")) // 2 for letter in text], 70, 67)


def plain(text: str) -> str:
    """The text in letters that every phone knows: straight quotes, no accents beyond GSM-7, no pictures."""
    known = text.translate(_PLAIN)
    return "\n".join(_BLANKS.sub(" ", line).rstrip() for line in known.split("\n"))


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """The text for comparing names: as a phone shows it, without accents, case, or the width of its blanks."""
    bare = plain(text)
    if not bare.isascii():
        bare = "".join(
            part for part in unicodedata.normalize("NFKD", bare) if not unicodedata.combining(part)
        )
    return " ".join(bare.casefold().split())


def _counted(alphabet: Literal["GSM-7", "UCS-2"], widths: list[int], alone: int, joined: int) -> Segments:
    units = sum(widths)
    if units <= alone:
        return Segments(alphabet, units, min(units, 1), alone - units)
    parts, used = 1, 0
    for width in widths:
        # A character of two units is never torn between two parts.
        parts, used = (parts, used + width) if used + width <= joined else (parts + 1, width)
    return Segments(alphabet, units, parts, joined - used)
