"""What the customer wrote in an inquiry, and what its sender put around it (AI-04, AI-12)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.services.intake_tables import shipped_tables

OWN = shipped_tables().own


@pytest.mark.requirement("AI-12", "AI-04")
@pytest.mark.parametrize(
    ("comments", "own"),
    [
        ("Can you deliver the car to my house?", "Can you deliver the car to my house?"),
        ("Customer is requesting pricing for the vehicle below.", ""),
        ("Offer: 0% for 60 months & $500 bonus", ""),
        ("Listed price: $28,950\nEstimated monthly payment: $489/mo\nMessage: When can I come by?", "When can I come by?"),
        ("Customer viewed pricing and payment options. Comments: is it there", "is it there"),
        ("What would you give me? Button Clicked: Value My Trade. Sent From: https://dealer.example/?a=1", "What would you give me?"),
        ("Event Name: Trade In\nPrices Shown to Customer\nAverage Retail: $11,915\n///Opt-In///\nEmail Opt-In: Yes", ""),
        ("Price: $600 - $1600\nDescription: Would like to know what you could do for trade or cash.", "Would like to know what you could do for trade or cash."),
        ("One question: do you open on Sunday?", "One question: do you open on Sunday?"),
        ("Hi, I saw the RAV4 priced at $28,950 on CarGurus. Is it still available?", "Hi, I saw the RAV4 priced on CarGurus. Is it still available?"),
        ("I want to know more about the RAV4 you have listed for $28,950 on Autotrader.", "I want to know more about the RAV4 you have listed on Autotrader."),
        ("Would you take $25,000 for it?", "Would you take $25,000 for it?"),
        ("What is your best price?", "What is your best price?"),
        ("Is it there?\n\nThis lead was sent by Example Cars. Price alerts are on.", "Is it there?"),
        ("¿Sigue disponible? Mensaje: quiero verla el sábado", "¿Sigue disponible?\nquiero verla el sábado"),
        ("", ""),
    ],
)  # fmt: skip
def test_only_the_customers_words_are_kept(comments: str, own: str) -> None:
    assert OWN.of(comments) == own


@pytest.mark.requirement("LEAD-02")
@given(st.text(max_size=300))
def test_nothing_is_added_and_nothing_breaks(text: str) -> None:
    kept = OWN.of(text)
    assert len(kept.replace(" ", "")) <= len(text) + text.count(":")
