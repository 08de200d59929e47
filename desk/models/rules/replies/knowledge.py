"""Finding the store's own answer to a question (AI-11, AI-13). Deterministic; a person's entry is quoted as it stands."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime

from desk.models.facts import Facts
from desk.models.knowledge import Knowledge
from desk.models.playbook import Playbook
from desk.models.rules.wording import Said

_WORD = re.compile(r"[a-z0-9]+")
_STEM = 5  # letters of a word that count: "ships" and "shipping" are one word


def find(
    facts: Facts, book: Playbook, now: datetime, text: str, language: str, about: str = ""
) -> Said | None:
    """The entry that answers ``text`` (or an intent ``about``), if one does well enough."""
    small = frozenset(book.words_list("knowledge.small_words"))
    asked = _words(text, small)
    hints = frozenset(_stem(word) for word in book.get("knowledge.about").get(about, ()))
    entries = [e for e in facts.store.knowledge if e.language == language and _valid(e, now)]
    scored = sorted(
        ((_score(entry, asked, hints, small), entry) for entry in entries),
        key=lambda pair: (-pair[0], pair[1].entry),
    )
    if not scored or scored[0][0] < book.number("knowledge.threshold"):
        return None
    best = scored[0][1]
    return Said(best.answer.strip(), (f"knowledge:{best.entry}:v{best.version}",))


def _score(entry: Knowledge, asked: frozenset[str], hints: frozenset[str], small: frozenset[str]) -> float:
    """The share of the entry's question that was asked; an entry about the intent counts as asked."""
    own = _words(entry.question, small) | _words(entry.tags, small)
    if hints & own:
        return 1.0 + len(own & asked) / (len(own) or 1)
    question = _words(entry.question, small)
    return len(question & asked) / len(question) if question else 0.0


def _valid(entry: Knowledge, now: datetime) -> bool:
    return entry.replaced_at is None and (entry.valid_until is None or entry.valid_until > now)


def _words(text: str, small: frozenset[str]) -> frozenset[str]:
    flat = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return frozenset(_stem(word) for word in _WORD.findall(flat) if word not in small)


def _stem(word: str) -> str:
    return word[:_STEM]
