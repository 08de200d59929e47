"""A recording is a link or a file; a word that says there is one does not say where it lies."""

from __future__ import annotations

import pytest

from desk.models.recording import is_place, short

pytestmark = pytest.mark.requirement("COVER-03")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ("https://calls.example.com/r/8812", "calls.example.com"),
        (" HTTP://calls.example.com ", "calls.example.com"),
        (r"C:\Calls\kim doe.wav", "kim doe.wav"),
        (r"\\files\calls\0412.mp3", "0412.mp3"),
        ("/calls/0412.mp3", "0412.mp3"),
        ("True", ""),
        ("yes, I did", ""),
        ("https://", ""),
        ("", ""),
    ],
)
def test_a_place_is_named_by_its_site_or_file(words: str, named: str) -> None:
    assert (is_place(words), short(words)) == (bool(named), named)
