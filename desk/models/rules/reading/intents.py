"""What the customer wants, as the word lists know it, and what a bare yes or no means (AI-09)."""

from __future__ import annotations

from desk.models.rules.reading.lexicon import Lexicon
from desk.models.rules.reading.values import INTENTS


def intents_in(words: str, asked: str | None, lexicon: Lexicon) -> set[str]:
    """Gives every intent whose rule fires on a plain text."""
    return {rule.name for rule in lexicon.intents if rule.spans(words, asked)}


def hinted(words: str, lexicon: Lexicon) -> set[str]:
    """Gives the one intent that a lone telling word points to, in the order of the table; empty when none does."""
    return {next((rule.name for rule in lexicon.hints if rule.spans(words)), "")} - {""}


def plainly_in(words: str, lexicon: Lexicon) -> set[str]:
    """Gives what a text says in so many words, for where nothing else was understood in it."""
    return {rule.name for rule in lexicon.plainly if rule.spans(words)}


def begun(words: str, asked: str | None, lexicon: Lexicon) -> set[str]:
    """Gives the yes or the no that an answer begins with, whatever it goes on with."""
    if asked is None:
        return set()
    said = {word for word, pattern in lexicon.begins.items() if pattern.match(words)}
    return said - {"no"} if asked in lexicon.no_unless else said


def answered(found: set[str], asked: str | None, lexicon: Lexicon) -> set[str]:
    """Adds what a yes or no means besides, given the question."""
    meant = {lexicon.answers.get(f"{asked}.{word}", "") for word in ("yes", "no") if word in found}
    return found | (meant - {""})


def in_order(found: set[str]) -> tuple[str, ...]:
    """Gives the intents in their fixed order; `unclear`, alone, when there is none."""
    return tuple(name for name in INTENTS if name in found) or ("unclear",)
