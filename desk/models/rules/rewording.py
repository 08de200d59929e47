"""Other words for a draft (AI-20): its first sentence and its question, never a sentence that states a fact.

What is between them stays as the store's templates wrote it, each clause with the row it came from. Other words may neither add
nor lose a name, a number, a day or a word that says something about the facts; the promise firewall then reads the whole again.
The customer's own name may come and go, an hour may be written otherwise, and a phrase that the playbook knows as harmless tells
nothing. Each of the two sentences is judged for itself, so that one bad one does not cost the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules import firewall
from desk.models.rules.wording import Draft, is_disclosure, opening_of, used_openings

_SENTENCE = re.compile(r"[^.?!\n]*[^.?!\s\n][^.?!\n]*(?:\.(?=\S)[^.?!\n]*)*[.?!]")
_WORD = re.compile(r"[^\W_]+(?:['’.,:/&-][^\W_]+)*")
_HOUR = re.compile(r"\b(\d{1,2})(?::00|(:\d\d))? ?([ap])\.?m\b\.?", re.IGNORECASE)
_MARKS = re.compile(r"[{}\[\]<>*_#`\"|\\]|[\U0001f000-\U0001faff\u2600-\u27bf]")
"""What no plain sentence has: marks of a format, and pictures."""
_SELF = frozenset(("i", "i'm", "i'll", "i'd", "i've"))
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


def accepted(
    draft: Draft, opening: str, question: str, facts: Facts, book: Playbook, channel: str
) -> tuple[str, str]:
    """Those of the two sentences that may go: both, else the question or the opening alone, else neither."""
    for told in ((opening, question), ("", question), (opening, "")):
        if any(told) and not objections(draft, *told, facts, book, channel):
            return told
    return "", ""


def objections(draft: Draft, opening: str, question: str, facts: Facts, book: Playbook, channel: str) -> tuple[str, ...]:  # fmt: skip
    """Everything that speaks against these words; empty when they may go."""
    parts = parts_of(draft.text)
    new = replace(draft, text=reworded(draft.text, parts, opening, question))
    found = (
        *_shape(parts, opening, question, book),
        *_facts(parts.opening, opening, facts, book),
        *_facts(parts.question, question, facts, book),
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
        if "\n" in new or not new.endswith(end) or len(_SENTENCE.findall(_hours(new))) != 1:
            yield "it is not one sentence of its kind"
        if _MARKS.search(new):
            yield "it shows marks or pictures"
        if len(new) > len(old) * book.number("language.longest") + _SLACK:
            yield "it is too long"


def _facts(old: str, new: str, facts: Facts, book: Playbook) -> Iterator[str]:
    if not (old and new):
        return
    claims, own = _claims(book.words_list("language.claims")), _own(facts)
    passed = own | _common(book)
    before, after = (_tells(_harmless(_hours(text), book), claims) for text in (old, new))
    yield from (f'it adds "{word}"' for word in sorted(after.told - before.words - passed))
    yield from (f'it loses "{word}"' for word in sorted(before.told - after.words - own - _let_go(book)))
    if _is_other_language(before.words, after.words, book):
        yield "it is in another language"


@dataclass(frozen=True, slots=True)
class _Tells:
    """The words of a sentence, and those of them that are names, numbers or claims; one of several words of one meaning stands for all."""

    words: frozenset[str]
    told: frozenset[str]


def _tells(text: str, claims: Mapping[str, str]) -> _Tells:
    """The first word's capital says nothing."""
    words = " ".join(_NOT.sub(" not", word) for word in _WORD.findall(text)).split()
    plain = [claims.get(word.casefold(), word.casefold()) for word in words]
    names = {low for word, low in zip(words[1:], plain[1:], strict=True) if word[:1].isupper()}
    numbers = {low for low in plain if any(letter.isdigit() for letter in low)}
    said = {low for low in plain if low in claims.values()}
    return _Tells(frozenset(plain), frozenset((names | numbers | said) - _SELF))


@lru_cache(maxsize=8)
def _claims(lines: tuple[str, ...]) -> Mapping[str, str]:
    """Each word of a claim by the first of its line ("call/phone/ring")."""
    groups = (line.casefold().split("/") for line in lines)
    return {word: group[0] for group in groups for word in group}


def _own(facts: Facts) -> frozenset[str]:
    customer = facts.customer
    return frozenset(f"{customer.first} {customer.last} {customer.full}".casefold().split())


def _common(book: Playbook) -> frozenset[str]:
    """Words that begin sentences: their capital behind a comma makes no name of them."""
    return frozenset(word.casefold() for word in book.words_list("language.beginnings"))


def _let_go(book: Playbook) -> frozenset[str]:
    return frozenset(word.casefold() for word in book.words_list("language.may_be_lost"))


def _hours(text: str) -> str:
    """Hours as the store writes them: "3:00 p.m." is "3 PM"."""
    return _HOUR.sub(lambda found: f"{found[1]}{found[2] or ''} {found[3].upper()}M", text)


def _harmless(text: str, book: Playbook) -> str:
    low = text.casefold()
    for phrase in book.words_list("language.harmless"):
        if phrase in low:
            text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", text, flags=re.IGNORECASE)
    return text


def _is_other_language(before: frozenset[str], after: frozenset[str], book: Playbook) -> bool:
    """Whether the commonest words of another language are more than those of the draft's own."""
    common = [frozenset(book.words_list(f"language.common_{name}")) for name in ("en", "es")]
    own = max(common, key=lambda words: len(words & before))
    return any(len(words & after) > len(own & after) for words in common if words is not own)
