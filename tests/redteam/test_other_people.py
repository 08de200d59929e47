"""No automatic draft tells anything of another customer, whoever worded it (AI-21, AI-24, COMPLY-06)."""

from __future__ import annotations

from time import process_time

import pytest

from desk.models.rules import firewall
from desk.models.rules.wording import Draft
from tests.models.rules.stage_of_one import book, car, facts

pytestmark = pytest.mark.requirement("AI-21", "AI-24")
NAME = "Cedar Ridge Motors"
ROUNDS, PROMISED_MS = 200, 1.0


def _objections(text: str) -> tuple[str, ...]:
    return firewall.objections(Draft("", f"{text} {NAME}", ()), facts(), book(), "email")


@pytest.mark.parametrize(
    "text",
    [
        "Zelda Quarles looked at it too.", "Somebody called Quarles looked at it too.", "Zelda has the appointment before yours.",
        "María la vio ayer.", "La vio el señor Quintanilla.", "Another customer, Teodoro, wants it.", "Dr. Quarles asked about it.",
        "It is the car that Mrs. Abernathy traded in.", "The last owner was Hollis Brandt.", "Your neighbor Zelda's offer came first.",
        "It went to ZELDA yesterday.", "Ask for O'Rourke.", "Her number is 208-555-0177.", "You can reach her at (208) 555-0177.",
        "Write to zelda.quarles@example.com.", "She lives at 12 Oak Street.", "It stands at 4521 N Maple Ave.", "Vive en Calle Robles 45.",
        "Quarles bought the same one last week.", "Thiemann is looking at it too.", "Good news. Oyelaran's offer fell through.", "Abernathy llamó ayer.",
        "His address is 77 Old Mill Rd.", "Jean-Luc from Boise was here before you.",
    ],
)  # fmt: skip
def test_a_draft_about_somebody_else_waits_for_a_person(text: str) -> None:
    assert _objections(text)


@pytest.mark.parametrize(
    "text",
    [
        "Marcus is at the store until 5 PM.", "Marcus Reyes's line is 602-555-0110.", "The 2022 Toyota RAV4 XLE in Blueprint is a good one.",
        "You find us at 4410 Cedar Ridge Way, Mesa, AZ 85201.", "Its Carfax report is here: https://history.example/U3401",
        "Would Saturday at 10 AM or Monday at 5 PM suit you?", "¿Le queda bien el sábado a las 10?", "It has Bluetooth and Apple CarPlay.",
        "Certainly. Perhaps a look in person helps. Absolutely no rush.", "Quizás le sirva una visita. Encantado de ayudarle.",
        "Bring your license, please. May I plan Tuesday?", "I am the assistant. Will Friday do?",
    ],
)  # fmt: skip
def test_what_concerns_this_customer_and_the_store_goes(text: str) -> None:
    told = facts(stock=car(exterior="Blueprint"))
    assert firewall.objections(Draft("", f"{text} {NAME}", ()), told, book(), "email") == ()


def test_the_customers_own_name_goes_in_every_part_of_the_text() -> None:
    told = facts()
    first, last = told.customer.first, told.customer.last
    text = f"Hello {first}. Is {first} {last} the name for the visit? {first}'s car is ready to see. {NAME}"
    assert firewall.objections(Draft("", text, ()), told, book(), "email") == ()


def test_it_takes_less_than_a_millisecond() -> None:
    text = (
        f"Hello Kim. The 2022 Toyota RAV4 XLE shows 31,200 miles. Would Saturday at 10 AM suit you? {NAME} "
        * 4
    )
    rules, spent = book(), []
    for _ in range(ROUNDS):
        told = facts()
        start = process_time()
        firewall.objections(Draft("", text, ()), told, rules, "email")
        spent.append((process_time() - start) * 1000)
    assert sorted(spent)[int(ROUNDS * 0.95)] <= PROMISED_MS
