"""Mends an ADF document: whatever arrives becomes well-formed XML of ADF's own words (LEAD-02).

Senders break declarations, quotes, ampersands, cases and ends of tags. One pass over the text keeps the
tags that ADF knows, in lower case, properly nested and closed, and escapes all else. The result holds no
declaration, no entity and no foreign tag, so that the XML parser after it has nothing left to refuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desk.models.intake.plain import decode_entities, storable

_LEAVES = frozenset(
    "requestdate year make model vin stock stocknumber trim doors bodystyle transmission odometer condition "
    "interiorcolor exteriorcolor color colour preference price pricecomments optionname manufacturercode manufacturecode "
    "weighting method amount balance imagetag earliestdate latestdate description vendorname url service "
    "id email phone street apartment city regioncode postalcode country first middle last full surname suffix part "
    "donotsend form preferredcontact".split()
)
# What people write: nothing in it is structure, until its own end or the end of something around it.
_PROSE = frozenset({"comments", "comment"})
_BRANCHES = frozenset(
    "adf prospect vehicle customer vendor provider contact name address colorcombination option finance timeframe".split()
)
# Other people of whom finance forms tell: kept apart, so that their phones never become the customer's.
_OTHERS = frozenset(
    "employer employment previousemployer reference references agent salesperson salesrep salesrepresentative "
    "cobuyer co-buyer coapplicant co-applicant cosigner spouse dealer dealership lender insurance landlord".split()
)
_KNOWN = _LEAVES | _PROSE | _BRANCHES | _OTHERS
# A part of a prospect that opens inside another one shows that the other was never closed.
_LEVEL = {"adf": 0, "prospect": 1, "vehicle": 2, "customer": 2, "vendor": 2, "provider": 2, "requestdate": 2}
_IN_NAME = frozenset("first middle last full surname suffix part".split())
_DEEPEST = 24

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<!\[CDATA\[(?P<cdata>.*?)(?:\]\]>|\Z)"
    r"|<[?!][^<>]*>"
    r"|<(?P<end>/?)\s*(?:[A-Za-z][\w.-]*:)?(?P<name>[A-Za-z][A-Za-z0-9_.-]*)"
    r"(?P<attributes>(?>(?:[^<>\"']|\"[^\"<]*\"|'[^'<]*')*)|[^<>]*)>"
    r"|(?P<text>[^<]+|<+(?=<)|<)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"""([A-Za-z][A-Za-z0-9_.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>/]+))""")
_SMART_QUOTES = str.maketrans({"\u201c": '"', "\u201d": '"', "\u201e": '"', "\u2033": '"'})
# Spelled here: the library's ``html`` brings a table of two thousand names into a desk at rest.
_MARKS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
_IN_QUOTES = _MARKS | str.maketrans(
    {'"': "&quot;", "'": "&#x27;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}
)  # in an attribute a parser takes line ends for spaces
_START = re.compile(r"<\s*(?:[A-Za-z][\w.-]*:)?(adf|prospect|customer)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mended:
    """Well-formed XML under one root `<leads>`, and the names of what was still open when the text ended."""

    xml: str
    open_at_end: tuple[str, ...]
    declares_entities: bool


def holds_adf(text: str) -> bool:
    """Whether an ADF document, or the inside of one without its envelope, is in `text`."""
    return _START.search(text) is not None


def mend(text: str) -> Mended:
    """The ADF documents in `text`, mended. Linear in the length of `text`; never raises."""
    text = storable(text)
    start = _START.search(text)
    begin = start.start() if start else len(text)
    mender = _Mender()
    for token in _TOKEN.finditer(text, begin):
        mender.take(token)
    left_open = tuple(mender.open)
    mender.close_to(0)
    xml = f"<leads>{''.join(mender.out)}</leads>"
    return Mended(xml, left_open, "<!entity" in text[:begin].lower())


class _Mender:
    """The pass itself: what is open, and what has been written."""

    def __init__(self) -> None:
        self.open: list[str] = []
        self.out: list[str] = []

    def take(self, token: re.Match[str]) -> None:
        if (text := token["text"]) is not None:
            self.out.append(text if text.isspace() else _escaped(decode_entities(text)))
        elif token["cdata"] is not None:
            self.out.append(_escaped(token["cdata"]))
        elif token["name"] is not None:
            self._tag(token)

    def _tag(self, token: re.Match[str]) -> None:
        name = token["name"].lower()
        if name not in _KNOWN or (not token["end"] and (self._in_prose() or len(self.open) >= _DEEPEST)):
            self.out.append(_escaped(token[0]) if self._in_prose() else "")
        elif token["end"]:
            self._end(name, token[0])
        else:
            self._begin(name, token["attributes"])

    def _in_prose(self) -> bool:
        return bool(self.open) and self.open[-1] in _PROSE

    def _end(self, name: str, literal: str) -> None:
        if name in self.open:
            self.close_to(_last(self.open, name))
        elif self._in_prose():
            self.out.append(_escaped(literal))

    def _begin(self, name: str, attributes: str) -> None:
        if self.open and self.open[-1] in _LEAVES:
            self.close_to(len(self.open) - 1)
        if self.open and self.open[-1] == "name" and name not in _IN_NAME:
            self.close_to(len(self.open) - 1)
        if (level := _LEVEL.get(name)) is not None:
            self.close_to(
                next(
                    (at for at, each in enumerate(self.open) if _LEVEL.get(each, -1) >= level), len(self.open)
                )
            )
        self.out.append(f"<{name}{''.join(_attributes(attributes))}>")
        self.open.append(name)
        if attributes.rstrip().endswith("/"):
            self.close_to(len(self.open) - 1)

    def close_to(self, depth: int) -> None:
        while len(self.open) > depth:
            self.out.append(f"</{self.open.pop()}>")


def _last(names: list[str], name: str) -> int:
    return len(names) - 1 - names[::-1].index(name)


def _escaped(text: str) -> str:
    return text.translate(_MARKS)


def _attributes(text: str) -> Iterator[str]:
    seen: set[str] = set()
    for match in _ATTRIBUTE.finditer(text.translate(_SMART_QUOTES)):
        name = match[1].rpartition(":")[2].lower()
        if name[:1].isalpha() and name not in seen and not match[1].lower().startswith("xml"):
            seen.add(name)
            value = next(each for each in match.groups()[1:] if each is not None)
            yield f' {name}="{decode_entities(value).translate(_IN_QUOTES)}"'
