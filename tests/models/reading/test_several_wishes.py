"""Several questions in one message, also where none looks like a question (AI-09)."""

from __future__ import annotations

import pytest

from tests.models.reading.reads import reads

pytestmark = pytest.mark.requirement("AI-09")


@pytest.mark.parametrize("asked", [None, "visit_time", "trade", "call"])
@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("quiero saber donde estan ubicados y si tiene asientos con calefaccion", {"directions", "vehicle_detail"}),
        ("Hola, quisiera saber si todavía está disponible y cuántas millas tiene", {"availability", "vehicle_detail"}),
        ("me podria decir si aceptan mi carro a cambio y a que hora abren", {"trade_in", "hours"}),
        ("i was wondering if you take trades and if you are open sunday and whether it has a clean carfax", {"trade_in", "hours", "history_report"}),
        ("just curious if its still there and how many miles and if you deliver", {"availability", "vehicle_detail", "delivery"}),
    ],
)  # fmt: skip
def test_indirect_questions_are_all_heard(text: str, intents: set[str], asked: str | None) -> None:
    assert set(reads(text, asked=asked).intents) - {"greeting"} == intents


@pytest.mark.requirement("AI-07")
@pytest.mark.parametrize(
    "text",
    [
        "can you come look at it at my place", "can someone come to my house to look at my truck", "could you come out and appraise it here",
        "pueden venir a mi casa a ver mi carro",
    ],
)  # fmt: skip
def test_a_look_at_the_customers_own_is_no_delivery(text: str) -> None:
    assert reads(text).intents == ("trade_in",)


@pytest.mark.parametrize(
    ("text", "intent", "do_not"),
    [
        ("not interested in texts, email me", "preferred_contact", ("text",)),
        ("im not interested in phone calls just text me", "preferred_contact", ("call",)),
        ("not interested in financing, can i pay cash", "financing", ()),
    ],
)
def test_no_interest_in_a_part_ends_nothing(text: str, intent: str, do_not: tuple[str, ...]) -> None:
    reading = reads(text)
    assert (reading.intents, reading.do_not) == ((intent,), do_not)


@pytest.mark.parametrize(
    ("text", "intent", "action"),
    [
        ("tengo que cancelar", "cancel", "cancel"),
        ("quiero hacer una cita", "propose_time", "book"),
        ("necesito agendar una cita", "propose_time", "book"),
    ],
)
def test_what_is_said_in_so_many_words_is_taken(text: str, intent: str, action: str) -> None:
    reading = reads(text, asked="visit_time")
    assert (reading.intents, reading.action) == ((intent,), action)


@pytest.mark.parametrize("asked", [None, "options", "visit_time"])
def test_when_one_may_come_is_about_a_visit(asked: str | None) -> None:
    reading = reads("esta bien, cuando puedo ir?", asked=asked)
    assert set(reading.intents) & {"propose_time", "confirm_time"}
    assert reading.action == "book"


def test_a_car_asked_about_is_no_trade() -> None:
    assert "trade_in" not in reads("im asking about the 2019 camry", asked="visit_time").intents
    assert "trade_in" in reads("im interested in the tundra and want to trade my 2015 f150").intents


@pytest.mark.parametrize("text", ["not interested", "not interested in the truck anymore"])
def test_no_interest_at_all_ends_it(text: str) -> None:
    assert reads(text).intents == ("not_interested",)


@pytest.mark.parametrize(
    "text",
    [
        "can you bring it to me",
        "can you guys drive it over to my house so i can look at it",
        "me lo pueden traer a la casa para probarlo",
    ],
)
def test_ours_brought_to_them_is_one(text: str) -> None:
    assert "delivery" in reads(text).intents
