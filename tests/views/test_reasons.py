"""Reasons as a person reads them: the rule's name and the row behind it are for the record (look, section 8)."""

from __future__ import annotations

import pytest

from desk.views.detail.bubble_words import plain


@pytest.mark.requirement("DESK-11")
@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("firewall: it speaks of a guarantee", "It speaks of a guarantee"),
        ("Figures are a person's to give (AI-12)", "Figures are a person's to give"),
        ("handoff.vip_kinds: referral", "Referral"),
        ("Two rows ask for it (AI-12, R24)", "Two rows ask for it"),
        ("The customer said: not now", "The customer said: not now"),
        ("Everything asked in one message", "Everything asked in one message"),
        ("", ""),
    ],
)
def test_a_reason_is_a_sentence_without_the_names_of_rules(kept: str, read: str) -> None:
    assert plain(kept) == read
