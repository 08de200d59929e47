"""The store's own answer to a question (AI-11, AI-13): a person's entry, quoted as it stands, or nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import lru_cache

from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.rules.bank import Found, Terms, terms
from desk.models.rules.wording import Said

_SEVERAL = 2


def find(
    facts: Facts, book: Playbook, now: datetime, text: str, language: str, about: str = ""
) -> Said | None:
    """The entry that answers ``text``, if one does well enough; ``about`` is the intent the reader understood."""
    found = _found(facts, book, now, text, language, about)
    if found is None:
        return None
    return _quoted(found)


def _quoted(found: Found) -> Said:
    entry = found.entry
    return Said(entry.answer.strip(), (f"knowledge:{entry.entry}:v{entry.version}",))


def _found(facts: Facts, book: Playbook, now: datetime, text: str, language: str, about: str) -> Found | None:
    """Of several questions in one text each is looked up by itself, and answers only for what the entry is about.

    So does any answer to what the store's facts answer as well: "where are you located" is no wish to locate a vehicle.
    """
    words = words_of(book)
    hints = words.of(" ".join(book.get("knowledge.about").get(about, ())))
    asks = hints | words.of(" ".join(book.get("knowledge.asks").get(about, ())))
    parts = [part for part in _parts(text, book) if words.of(part)]
    if not hints or len(parts) < _SEVERAL:
        found = _best(facts, book, now, text, language, hints, asks)
        plainly = bool(hints) and about in book.words_list("answers.knowledge_first")
        return found if found is None or not plainly or _is_about(found, words, hints) else None
    tried = (_best(facts, book, now, part, language, hints, asks) for part in (*parts, text))
    return next((one for one in tried if one is not None and _is_about(one, words, hints)), None)


def _is_about(found: Found, words: Terms, hints: frozenset[str]) -> bool:
    return bool(words.of(f"{found.entry.question} {found.entry.tags}") & hints)


def _best(
    facts: Facts,
    book: Playbook,
    now: datetime,
    text: str,
    language: str,
    hints: frozenset[str],
    asks: frozenset[str],
) -> Found | None:
    """The entry about what was asked, else one so alike that the topic does not matter; never one about a topic nobody named."""
    words, bank = words_of(book), facts.store.knowledge
    near = bank.best(words, text, language, now, hints, _unnamed(book, words, text, hints)) if hints else None
    least = "threshold_about" if asks & words.of(text) else "threshold"
    if near is not None and near.likeness >= book.number(f"knowledge.{least}"):
        return near
    found = bank.best(words, text, language, now)
    sure = found is not None and found.likeness >= book.number("knowledge.threshold")
    return found if sure and found is not None and not _strays(found, words, text, book) else None


def _unnamed(book: Playbook, words: Terms, text: str, hints: frozenset[str]) -> frozenset[str]:
    """The words of every other topic that the text has none of: "do I need to bring anything" asks for no trade-in's papers."""
    said = words.of(text) | hints
    topics = (words.of(" ".join(told)) for told in book.get("knowledge.about").values())
    return frozenset(word for topic in topics if not topic & said for word in topic)


def _strays(found: Found, words: Terms, text: str, book: Playbook) -> bool:
    """Whether an entry is about a topic of which the text has no word: "how long does it take" asks for no test drive."""
    entry, said = found.entry, words.of(text)
    about = words.of(f"{entry.question} {entry.tags.replace('_', ' ')}")
    topics = (words.of(" ".join(told)) for told in book.get("knowledge.about").values())
    named = [topic for topic in topics if topic & about]
    return bool(named) and not any(topic & said for topic in named)


def beside(facts: Facts, book: Playbook, now: datetime, text: str, language: str) -> Iterator[Said]:
    """Answers to single questions of a text that no topic was heard in, where the bank is all but certain of them."""
    words, least = words_of(book), book.number("knowledge.threshold_beside")
    for part in (part for part in _parts(text, book) if len(words.of(part)) >= _SEVERAL):
        found = facts.store.knowledge.best(words, part, language, now)
        if found is not None and found.likeness >= least and not _strays(found, words, part, book):
            yield _quoted(found)


def _parts(text: str, book: Playbook) -> list[str]:
    """The single questions of a text, where it holds several."""
    return _between(book.words_list("knowledge.joins")).split(text)


@lru_cache(maxsize=16)
def _between(joins: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[.?!,;\n]+|\b(?:{'|'.join(map(re.escape, joins))})\b", re.IGNORECASE)


def words_of(book: Playbook) -> Terms:
    """What makes two words one, in this store's playbook."""
    return terms(
        book.words_list("knowledge.small_words"), tuple(tuple(group) for group in book.get("knowledge.alike"))
    )
