"""The assistant's contact card (ALERT-04): read again by the calendar and card library, long lines and odd names included."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar.parser import Contentline, Contentlines

from desk.models.contact_card import contact_card
from desk.models.settings import defaults

pytestmark = pytest.mark.requirement("ALERT-04")
STORE = {
    "store.name": "Cedar Ridge Motors; Meridian, ID", "store.email": "sales@store.example", "store.phone": "+12085550100",
    "text.from_number": "+12085550101", "store.address": "4410 Example Way, Meridian, ID 83642", "store.website": "https://store.example",
}  # fmt: skip


def _read(text: str) -> dict[str, str]:
    """Names to values, unfolded and unescaped by a library."""
    lines = [line for line in Contentlines.from_ical(text) if line]  # type: ignore[no-untyped-call]  # no types there
    parts = [Contentline(str(line)).parts() for line in lines]  # type: ignore[no-untyped-call]  # the library tells no types
    return {f"{name};{params.get('TYPE', '')}".rstrip(";"): str(value) for name, params, value in parts}


def test_the_card_names_the_store_and_says_that_it_is_no_person() -> None:
    told = _read(contact_card(defaults() | STORE))
    assert told["FN"] == "Cedar Ridge Motors; Meridian, ID (the automated assistant)"
    assert told["TEL;CELL"] == "+12085550101"
    assert told["EMAIL;INTERNET"] == "sales@store.example"
    assert told["NOTE"] == "This is an automated assistant, not a person."
    assert told["VERSION"] == "3.0"


def test_what_the_store_has_not_entered_is_left_out() -> None:
    text = contact_card(defaults())
    assert "TEL" not in text
    assert "EMAIL" not in text
    assert text.startswith("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:the automated assistant\r\n")
    assert text.endswith("END:VCARD\r\n")


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=200))
def test_any_name_is_folded_at_75_octets_and_comes_back_whole(name: str) -> None:
    text = contact_card(defaults() | {"store.name": name})
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    whole = text.replace("\r\n ", "")
    escaped = name.replace("\\", "\\\\").replace(",", "\\,").replace(";", "\\;")
    assert f"ORG:{escaped}\r\n" in whole
