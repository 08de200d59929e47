"""Brings a customer's spelling to one plain form, so that a rule is written once.

Lower case, no accents, contractions and texting shorthand written out, likely typos put right, one blank
between tokens, sentence ends as ` . ` or ` ? `. Each plain token remembers where it stood in the original.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desk.models.rules.spellings import nearest

_TOKEN = re.compile(
    r"(?P<mail>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)|(?P<link>https?://\S+|www\.\S+)"
    r"|(?P<vin>\b(?=[A-Z]*\d)[A-HJ-NPR-Z\d]{17}\b)"
    r"|(?P<phone>(?<![\d$])(?:(?:\+?1[ .-]?)?\(?[2-9]\d\d\)?[ .-]{0,2})?[2-9]\d\d[ .-]?\d{4}(?![\d,]))"
    r"|(?P<am>a\. ?m\b\.?)|(?P<pm>p\. ?m\b\.?)"
    r"|(?P<number>\$ ?\d[\d,]*(?:\.\d+)?|#?\d+(?:[:.,/]\d+)*)(?P<tail>[a-z]{0,6}(?![a-z]))?"
    r"|(?P<word>[^\W\d_](?:[^\W_]|'(?=[^\W\d_]))*)|(?P<stop>[.!?;\n]+)|(?P<mark>[,:()&+/#$%@-])|(?P<other>\S)",
    re.IGNORECASE,
)
_APOSTROPHES = str.maketrans({"\u2019": "'", "\u2018": "'", "\u02bc": "'", "\u00b4": "'", "`": "'",
                              "\u201c": '"', "\u201d": '"', "\u2013": "-", "\u2014": "-"})  # fmt: skip
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe0f\ufeff]")
_STRETCHED = re.compile(r"([a-z])\1{2,}")
_MARKS = {
    ",": ",",
    ":": ",",
    "(": ",",
    ")": ",",
    "&": "and",
    "+": "and",
    "@": "at",
    "#": "#",
    "%": "%",
    "$": "$",
}
_HALVES = {"a": "am", "p": "pm"}
_GLUED = {"am", "pm", "a", "p", "hrs", "hr", "h", "min", "mins", "ish", "mi", "mo", "mos", "yr", "yrs", "x"}


@dataclass(frozen=True, slots=True)
class Plain:
    """`words` is the plain form, padded by one blank; `places` holds (plain start, original start, end)."""

    original: str
    words: str
    places: tuple[tuple[int, int, int], ...]

    def quote(self, start: int, end: int) -> str:
        """Gives the customer's own wording behind the plain stretch from `start` to `end`."""
        first = max(bisect_right(self.places, (start, len(self.original), 0)) - 1, 0)
        covered = [place for place in self.places[first:] if place[0] < end and place[0] >= start - 1]
        return self.original[covered[0][1] : covered[-1][2]].strip() if covered else ""

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Gives where in the original the tokens of the plain stretch from `start` to `end` begin and end."""
        first = max(bisect_right(self.places, (start, len(self.original), 0)) - 1, 0)
        last = max(bisect_right(self.places, (end - 1, len(self.original), 0)) - 1, 0)
        return self.places[first][1], self.places[last][2]


@dataclass(frozen=True, slots=True)
class Spelling:
    """The shorthand of shoppers and the words worth repairing, as loaded from `spelling.toml`."""

    short: Mapping[str, str]
    repair: tuple[str, ...]
    known: frozenset[str]
    emoji: Mapping[str, str]

    def plain_word(self, word: str) -> str:
        """Gives the plain form of one word (already lower case and without accents); may be several words."""
        if word in self.short:
            return self.short[word]
        bare = word.replace("'", "")
        if bare in self.short:
            return self.short[bare]
        word = word[:-2] if word.endswith("'s") else bare
        calm = _STRETCHED.sub(r"\1", word)
        if calm != word and calm in self.short:
            return self.short[calm]
        return calm if len(calm) < 6 or calm in self.known else self._repaired(calm)

    def _repaired(self, word: str) -> str:
        allowed = 1 if len(word) < 8 else 2
        best = nearest(word, self.repair, allowed)
        return best if best and best[0] == word[0] else word


def fold(text: str) -> str:
    """Gives lower case without accents, same length or shorter; used for words and for word lists alike."""
    spread = unicodedata.normalize("NFKD", text).casefold()
    return "".join(c for c in spread if not unicodedata.combining(c))


def normalise(text: str, spelling: Spelling) -> Plain:
    """Gives the plain form of any text; never raises."""
    clean = _INVISIBLE.sub("", text.translate(_APOSTROPHES))
    words, places, at = [" "], [], 1
    for token, start, end in _tokens(clean, spelling):
        words.append(token + " ")
        places.append((at, start, end))
        at += len(token) + 1
    return Plain(clean, "".join(words), tuple(places))


def _tokens(text: str, spelling: Spelling) -> Iterator[tuple[str, int, int]]:
    for found in _TOKEN.finditer(text):
        if found.group("number"):
            yield from _number(found, spelling)
        else:
            shown = _plain(text, found, spelling)
            if shown:
                yield shown, *found.span()


def _plain(text: str, found: re.Match[str], spelling: Spelling) -> str:
    """Gives the plain form of a token that is no number; empty for one that says nothing."""
    match found.lastgroup:
        case "word":
            return spelling.plain_word(fold(found.group()))
        case "stop":
            return "?" if "?" in found.group() else "."
        case "mark":
            return _mark(text, found)
        case "am" | "pm" as half:
            return half
        case "mail" | "link" | "vin" | "phone" as named:
            return f"<{named}>"
        case _:
            return spelling.emoji.get(found.group(), "")


def _number(found: re.Match[str], spelling: Spelling) -> Iterator[tuple[str, int, int]]:
    number = found.group("number").replace(" ", "").lstrip("#")
    tail = fold(found.group("tail") or "")
    start, end = found.span()
    if tail in _GLUED:
        middle = end - len(tail)
        yield number, start, middle
        yield spelling.short.get(tail, tail) if tail not in _HALVES else _HALVES[tail], middle, end
    else:
        yield spelling.short.get(number + tail, number + tail), start, end


def _mark(text: str, found: re.Match[str]) -> str:
    """A dash between figures is a range; other marks part words, join them, or keep their meaning."""
    mark, (start, end) = found.group(), found.span()
    around = text[max(start - 2, 0) : start].strip()[-1:], text[end : end + 2].strip()[:1]
    if mark == "-" and all(side.isdigit() for side in around):
        return "to"
    return _MARKS.get(mark, "")
