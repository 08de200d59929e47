"""Finds what a message says about days and times: the phrases and their parts, not yet moments (AI-09).

The patterns and words are data (resources/reading/dates.toml). `clock` turns a phrase into a moment.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal

from desk.models.rules.reading.lexicon import Lexicon, Span, overlap, told

Bound = Literal["", "after", "before"]

_TURN = re.compile(" (?:but|pero|,) ")
_REASON = re.compile(" (?:if|because|cause|since|unless|so|and|or) ")
_SENTENCE_END = re.compile(r"(?<= )[.?](?= )")


@dataclass(frozen=True, slots=True)
class Atom:
    """One thing said about time: its kind, where, and the named pieces of its pattern."""

    kind: str
    start: int
    end: int
    pieces: Mapping[str, str]

    def piece(self, *names: str) -> str | None:
        """Gives the first of the named pieces that was said."""
        return next((self.pieces[name] for name in names if name in self.pieces), None)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Atoms that belong together ("Saturday or Sunday after 3") with the bound put on the hour."""

    atoms: tuple[Atom, ...]
    bound: Bound = ""
    alternative: bool = False
    ranged: bool = False
    span: Span = field(default=(0, 0))

    def of(self, *kinds: str) -> list[Atom]:
        """Gives the atoms of these kinds, in the order said."""
        return [atom for atom in self.atoms if atom.kind in kinds]


DAYS = ("relday", "weekday", "monthday", "ordinal", "weekend", "holiday", "ahead")
HOURS = ("clock", "bare", "compact")
TIMES = (*HOURS, "part", "relative")
_NOT_PLAINLY = ("bare", "compact", "stretch")
"""What may be a time and may be something else: "5", "530", "20 minutes"."""


def all_phrases(words: str, lexicon: Lexicon, *, asked: bool) -> list[tuple[Phrase, bool]]:
    """Gives the time phrases and the lone numbers that could be hours, in the order said, each with whether it is plainly a time.

    `asked` for a time, "5" alone is one.
    """
    found: list[Phrase] = []
    atoms = list(_atoms(words, lexicon))
    for atom, following in zip_longest(atoms, atoms[1:]):
        joined = _joined(found[-1], atom, words, lexicon) if found else None
        if joined and not _goes_ahead(found[-1], atom, following, words):
            found[-1] = joined
        else:
            found.append(_opened(atom, words, lexicon))
    return [(phrase, _is_a_time(phrase, words, lexicon, asked=asked)) for phrase in found]


def _atoms(words: str, lexicon: Lexicon) -> Iterator[Atom]:
    taken: list[Span] = []
    atoms = []
    for kind, pattern in lexicon.atoms:
        for found in pattern.finditer(words):
            if any(overlap(told(found), span) for span in taken):
                continue
            taken.append(told(found))
            pieces = {name: text.strip() for name, text in found.groupdict().items() if text}
            atoms.append(Atom(_kind(kind, pieces, lexicon), *told(found), pieces))
    yield from sorted((atom for atom in atoms if atom.kind != "none"), key=lambda atom: atom.start)


def _kind(kind: str, pieces: Mapping[str, str], lexicon: Lexicon) -> str:
    """ "In three days" names a day, "in three hours" a time."""
    unit = next((word for name, word in pieces.items() if name.startswith("unit")), "")
    days = kind == "relative" and lexicon.dates["units"].get(unit) in (
        "day",
        "week",
        "fortnight",
        "month",
        "year",
    )
    return "ahead" if days else kind


def _opened(atom: Atom, words: str, lexicon: Lexicon) -> Phrase:
    before = words[: atom.start]
    after = lexicon.links["after"].search(before)
    if after:
        return Phrase((atom,), bound="after", span=(after.start() + 1, atom.end))
    upto = lexicon.links["before"].search(before)
    if not upto:
        return Phrase((atom,), span=(atom.start, atom.end))
    denied = lexicon.links["not_before"].search(before[: upto.start() + 1])
    return Phrase((atom,), bound="after" if denied else "before", span=(upto.start() + 1, atom.end))


def _joined(phrase: Phrase, atom: Atom, words: str, lexicon: Lexicon) -> Phrase | None:
    if "stretch" in (atom.kind, phrase.atoms[-1].kind):
        return None
    gap = words[phrase.span[1] : atom.start]
    if not lexicon.links["gap"].fullmatch(gap) or _starts_anew(phrase, atom, gap, lexicon):
        return None
    bound: Bound = phrase.bound
    if lexicon.links["after"].search(gap):
        bound = "after"
        if phrase.of(*HOURS) and not phrase.of(*DAYS):
            return None
    elif lexicon.links["before"].search(gap):
        bound = "before"
    return Phrase(
        (*phrase.atoms, atom),
        bound=bound,
        alternative=phrase.alternative or bool(lexicon.links["alternative"].search(gap)),
        ranged=phrase.ranged or bool(lexicon.links["range"].search(gap)),
        span=(phrase.span[0], atom.end),
    )


def _goes_ahead(phrase: Phrase, atom: Atom, following: Atom | None, words: str) -> bool:
    """ "Not today, 6pm Friday": an hour behind a comma belongs to the day that touches it on its other side."""
    if following is None or atom.kind not in HOURS or phrase.of(*TIMES, "weekend", "ahead"):
        return False
    parted = words[phrase.span[0] : atom.start].rstrip().endswith(",")
    touches = not words[atom.end : following.start].strip()
    return parted and touches and following.kind in ("relday", "weekday")


def _starts_anew(phrase: Phrase, atom: Atom, gap: str, lexicon: Lexicon) -> bool:
    """A second "Friday" with a bare blank between is another phrase; so is a time after a full one, and a date after a date."""
    if atom.kind == "monthday" and phrase.of("monthday") and gap.strip() == ",":
        return True
    if atom.kind == "weekday" and phrase.of("monthday", "ordinal") and gap.strip(" ,") == "":
        return bool(phrase.of("weekday"))
    if phrase.bound == "before" and "," in gap:
        return True
    if phrase.of(*TIMES, *DAYS) and lexicon.links["anew"].search(gap):
        return True
    same = phrase.of(*DAYS) if atom.kind in DAYS else phrase.of(*HOURS, "relative")
    if same and lexicon.links["offer"].search(gap) and not lexicon.links["alternative"].search(gap):
        return True
    return (
        bool(same)
        and atom.kind != "part"
        and not gap.strip(" ,")
        and atom.kind not in ("ordinal", "monthday")
    )


def _is_a_time(phrase: Phrase, words: str, lexicon: Lexicon, *, asked: bool) -> bool:
    """A lone number is a time only beside words that make it one ("at 3", "3 works"), or where it begins an answer.

    One like "530" may be money as well: it is a time beside a day, or as the answer. "Evening" alone greets, unless asked.
    """
    if phrase.of("part") and phrase.span == _told_span(words):
        return asked
    if any(atom.kind not in _NOT_PLAINLY for atom in phrase.atoms):
        return True
    start, end = phrase.span
    if asked and _answers(words, phrase.span, lexicon):
        return True
    if phrase.of("compact", "stretch"):
        return False
    if phrase.bound:
        return True
    return bool(
        lexicon.links["bare_before"].search(words[:start]) or lexicon.links["bare_after"].match(words[end:])
    )


def _told_span(words: str) -> Span:
    """The bounds of what a message says, its blanks and last marks left off."""
    said = words.rstrip(" .,?")
    return len(said) - len(said.lstrip()), len(said)


def _answers(words: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether a lone number begins an answer, or is held out behind a word that takes another back ("actually 11", "no, 2?")."""
    before = words[sentence_of(words, span)[0] : span[0]].strip()
    held_out = before.endswith(",") and words[span[1] :].lstrip().startswith("?")
    return not before or held_out or lexicon.links["correction"].fullmatch(f" {before} ") is not None


def sentence_of(words: str, span: Span) -> Span:
    """Gives the bounds of the sentence in which a stretch of plain text stands."""
    ends = [found.start() for found in _SENTENCE_END.finditer(words)]
    start = max((end + 1 for end in ends if end < span[0]), default=0)
    return start, min((end for end in ends if end >= span[1]), default=len(words))


def roles_of(phrase: Phrase, previous_end: int, words: str, lexicon: Lexicon) -> tuple[str, str]:
    """Gives the role before and the role after a phrase, the nearest cue in its sentence each time ("" if none)."""
    start, end = sentence_of(words, phrase.span)
    before = words[max(start, previous_end) : phrase.span[0]]
    after = words[phrase.span[1] : end + 1]
    return _cue_before(f" {before.strip()} ", lexicon), _cue_after(f" {after.strip()} ", lexicon)


def _cue_before(stretch: str, lexicon: Lexicon) -> str:
    """ "my" and "the" say that a time is booked already only where they touch it."""
    cues = [(end, end - start, rule.name) for rule in lexicon.roles for start, end in rule.spans(stretch)]
    touching = len(stretch) - 1
    cues = [cue for cue in cues if cue[2] != "existing" or cue[0] == touching]
    cues = [cue for cue in cues if cue[2] != "refused" or not _TURN.search(stretch[cue[0] :])]
    strong = [cue for cue in cues if cue[2] != "suits"]
    return max(strong or cues, default=(0, 0, ""))[2]


def _cue_after(stretch: str, lexicon: Lexicon) -> str:
    """ "Instead of" refuses what comes after it: "1:30 instead of 1"; what a reason refuses is no time: "3 if it did not sell"."""
    if lexicon.links["instead"].match(stretch):
        return ""
    cues = [(-start, end - start, rule.name) for rule in lexicon.roles for start, end in rule.spans(stretch)]
    cues = [cue for cue in cues if cue[2] != "refused" or not _REASON.search(stretch[: 1 - cue[0]])]
    return max((cue for cue in cues if cue[2] != "existing"), default=(0, 0, ""))[2]
