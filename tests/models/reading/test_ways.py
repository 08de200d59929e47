"""Which way somebody wants to be reached by, in the words people find for it (AI-09)."""

from __future__ import annotations

import pytest

from desk.models.rules.reading.normalise import normalise
from desk.models.rules.reading.ways import way_wished
from desk.services.lexicon import load_lexicon
from tests.models.reading.reads import reads

pytestmark = pytest.mark.requirement("AI-09")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("I never answer numbers i dont know so calling is a waste. just write here", "text"),
        ("nah im good on calls. typing is fine", "text"),
        ("no puedo hablar, estoy en una reunion. email por favor", "email"),
        ("do yall text? calling drives me up a wall", "text"),
        ("I do not hear well on the telephone. Please write it here.", "text"),
        ("no puedo recibir llamadas en la planta pero si mensajes", "text"),
        ("my cell bill is nuts, send the pics to deb@example.com", "email"),
    ],
)
def test_the_way_wished_for_is_told_by_what_its_clause_says(text: str, way: str) -> None:
    assert reads(text).preferred_contact == way


@pytest.mark.parametrize(
    ("text", "by_rule", "way"),
    [
        ("calling is a waste", "call", "text"),
        ("calling is a waste", None, "text"),
        ("call me at noon", "call", "call"),
        ("not by email , a letter is no use either", "email", "text"),
        ("is it still there", None, None),
    ],
)
def test_a_rule_stands_unless_a_clause_speaks_against_it(
    text: str, by_rule: str | None, way: str | None
) -> None:
    lexicon = load_lexicon()
    words = normalise(text, lexicon.spelling).words
    assert way_wished(words, "text", (), by_rule, lexicon) == way


def test_the_way_refused_is_never_the_way_wished_for() -> None:
    words = normalise("no texts, text me not", load_lexicon().spelling).words
    assert way_wished(words, "text", ("text",), None, load_lexicon()) is None
