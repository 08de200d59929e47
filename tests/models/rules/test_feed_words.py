"""What an English list says of a vehicle, in a Spanish message: translated, or left out where the words are not known (AI-09, AI-11)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from desk.models.rules import outbound
from desk.models.rules.known import Speech, detail, feed_words
from tests.models.rules.stage_of_one import RECEIVED, Told, book, car, facts, written_consent
from tests.models.rules.test_replies import RULES, answer

pytestmark = pytest.mark.requirement("AI-05", "AI-09", "AI-19")


def speech(language: str = "es") -> Speech:
    return Speech(outbound.templates(book()), facts(), RECEIVED, language)


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("Blue", "azul"),
        ("Pearl White", "blanco perla"),
        ("Midnight Black Metallic", "negro metálico"),
        ("Dark Gray", "gris oscuro"),
        ("Black/Gray", "negro y gris"),
        ("Black cloth", "tela en negro"),
        ("Leather", "piel"),
        ("AWD", "AWD"),
        ("All-Wheel Drive", "tracción integral"),
        ("2.5L 4 Cylinder", "2.5L 4 cilindros"),
        ("Blueprint", ""),
        ("", ""),
    ],
)
def test_a_column_is_translated_or_left_out(told: str, said: str) -> None:
    assert feed_words.translated(speech(), told) == said


def test_in_the_lists_own_language_it_stands_as_it_is() -> None:
    assert feed_words.translated(speech("en"), "Blueprint") == "Blueprint"
    assert list(feed_words.equipment(speech("en"), ["Floor mats"], {})) == ["Floor mats"]


def test_a_sentence_of_several_leaves_out_what_it_cannot_say() -> None:
    told = car(exterior="Blueprint", drivetrain="AWD", engine="Hybrid")
    assert detail(speech(), told) == "31,200 millas, AWD, híbrido"


def test_every_kind_of_equipment_and_attribute_of_the_playbook_has_its_word() -> None:
    for kind in ("equipment", "attributes"):
        names: Mapping[str, Any] = book().get(f"answers.{kind}")
        assert [name for name in names if not speech().word(f"feed.{kind}.{name}")] == []


def _spanish(**more: Any) -> Told:
    one = Told(facts(consents=(written_consent(),), stock=car(**more)))
    one.run(*RULES)
    one.send()
    return one


def test_a_spanish_question_gets_no_english_word() -> None:
    one = _spanish(exterior="Pearl White", features=["Heated front seats", "Backup camera"])
    color = answer(one, "de que color es?", intents=["vehicle_detail"], language="es").text
    assert "blanco perla" in color
    seats = answer(one, "tiene asientos con calefacción y cámara?", intents=["vehicle_detail"], language="es")
    assert (
        "asientos con calefaccion, camara de reversa" in seats.text
    )  # a text goes out in the plain alphabet


def test_a_makers_own_name_for_a_color_is_said_to_who_asks_for_the_color() -> None:
    reply = answer(_spanish(exterior="Blueprint"), "qué color es", intents=["vehicle_detail"], language="es")
    assert "Blueprint" in reply.text


def test_what_the_list_lacks_is_named_in_their_language_too() -> None:
    reply = answer(_spanish(), "cuál es el rendimiento?", intents=["vehicle_detail"], language="es")
    assert "Marcus" in reply.text
    assert "economy" not in reply.text
