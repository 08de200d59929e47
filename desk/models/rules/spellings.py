"""How alike two spellings are. RapidFuzz comes in with the first question: a desk at rest does without its four megabytes."""

from __future__ import annotations

from collections.abc import Sequence


def slips(left: str, right: str, most: int) -> int:
    """How many slips of the keys lie between two words: letters put in, left out, changed, or two neighbours swapped.

    ``most + 1`` stands for more than ``most``.
    """
    from rapidfuzz.distance import OSA

    return OSA.distance(left, right, score_cutoff=most)


def nearest(word: str, words: Sequence[str], most: int) -> str | None:
    """The first of the words with the fewest slips to ``word``; None where all have more than ``most``."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    best = process.extractOne(word, words, scorer=OSA.distance, score_cutoff=most)
    return best[0] if best else None


def alike(left: str, right: str) -> float:
    """How alike two words are, from 0 to 100."""
    from rapidfuzz.fuzz import ratio

    return ratio(left, right)


def alike_in_any_order(left: str, right: str) -> float:
    """As ``alike``, for several words whose order says nothing."""
    from rapidfuzz.fuzz import token_sort_ratio

    return token_sort_ratio(left, right)


def alike_in_part(left: str, right: str) -> float:
    """As ``alike_in_any_order``, where one side may leave words out."""
    from rapidfuzz.fuzz import token_set_ratio

    return token_set_ratio(left, right)
