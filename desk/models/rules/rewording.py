"""Other words for a draft (AI-20): its first sentence and its question, never a sentence that states a fact.

What is between them stays as the store's templates wrote it, each clause with the row it came from. Other words may neither add
nor lose a name, a number, a day or a word that says something about the facts; the promise firewall then reads the whole again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import firewall
from desk.models.rules.wording import Draft, is_disclosure, opening_of, used_openings

_SENTENCE = re.compile(r"[^.?!\n]*[^.?!\s\n][^.?!\n]*(?:\.(?=\S)[^.?!\n]*)*[.?!]")
_WORD = re.compile(r"[^\W_]+(?:['’.,:/&-][^\W_]+)*")
_NOT = re.compile(r"n['’]t\b", re.IGNORECASE)
_SLACK = 24  # characters that a short sentence may grow by


@dataclass(frozen=True, slots=True)
class Parts:
    """The two sentences of a text that may be worded otherwise; empty where there is none."""

    opening: str = ""
    question: str = ""

    def __bool__(self) -> bool:
        return bool(self.opening or self.question)


def parts_of(text: str) -> Parts:
    """The first sentence and the last question of a draft; one that says what the author is stays as it is (R16)."""
    sentences = [found.group().strip() for found in _SENTENCE.finditer(text)]
    if not sentences:
        return Parts()
    question = next((said for said in reversed(sentences[1:]) if said.endswith("?")), "")
    opening = sentences[0] if sentences[0].endswith(".") else ""
    return Parts(
        *("" if is_disclosure(said) or text.count(said) != 1 else said for said in (opening, question))
    )


def reworded(text: str, parts: Parts, opening: str, question: str) -> str:
    """The draft with the sentences that were given; an empty one keeps the old."""
    for old, new in ((parts.opening, opening), (parts.question, question)):
        if old and new:
            text = text.replace(old, new)
    return text


def objections(draft: Draft, opening: str, question: str, facts: Facts, book: Playbook, channel: str) -> tuple[str, ...]:  # fmt: skip
    """Everything that speaks against these words; empty when they may go."""
    parts = parts_of(draft.text)
    new = replace(draft, text=reworded(draft.text, parts, opening, question))
    found = (
        *_shape(parts, opening, question, book),
        *_facts(parts.opening, opening, book),
        *_facts(parts.question, question, book),
        *firewall.objections(new, facts, book, channel),
    )
    used = (
        ("it opens as an earlier message did",)
        if opening and opening_of(opening) in used_openings(facts)
        else ()
    )
    return tuple(dict.fromkeys((*found, *used)))


def _shape(parts: Parts, opening: str, question: str, book: Playbook) -> Iterator[str]:
    for old, new, end in ((parts.opening, opening, "."), (parts.question, question, "?")):
        if not new:
            continue
        if not old:
            yield "it words a sentence that stands as it is"
        if "\n" in new or not new.endswith(end) or len(_SENTENCE.findall(new)) != 1:
            yield "it is not one sentence of its kind"
        if len(new) > len(old) * book.number("language.longest") + _SLACK:
            yield "it is too long"


def _facts(old: str, new: str, book: Playbook) -> Iterator[str]:
    if not (old and new):
        return
    claims = frozenset(word.casefold() for word in book.words_list("language.claims"))
    before, after = _tells(old, claims), _tells(new, claims)
    yield from (f'it adds "{word}"' for word in sorted(after - before))
    yield from (f'it loses "{word}"' for word in sorted(before - after))


def _tells(text: str, claims: frozenset[str]) -> frozenset[str]:
    """Names, numbers and words that speak of facts; the first word's capital says nothing."""
    words = [_NOT.sub(" not", word) for word in _WORD.findall(text)]
    words = " ".join(words).split()
    told = {
        word for word in words[1:] if word[:1].isupper() and word not in ("I", "I'm", "I'll", "I'd", "I've")
    }
    told |= {word for word in words if any(letter.isdigit() for letter in word)}
    return frozenset(word.casefold() for word in told) | ({word.casefold() for word in words} & claims)
