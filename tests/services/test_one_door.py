"""One gate, asked twice, and no other way out (R1, COMPLY-05)."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.history import History
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R1"), pytest.mark.requirement("COMPLY-05")]
#: Who may hand something to a provider: the outbox's lines, the alerts to our own people, the test text of the set-up, and the
#: test lead that the store mails to itself to see whether something else answers it.
DOORS = {
    "desk/services/lines.py", "desk/services/alerting.py", "desk/app/furnish.py", "desk/services/second_answer.py",
}  # fmt: skip
PORTS = {"mail_out", "texts"}


def _hands_over(tree: ast.AST) -> Iterator[str]:
    """Calls of ``send`` on a way out: ``ports.mail_out.send(...)``, ``texts.send(...)``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "send":
            owner = node.func.value
            name = (
                owner.attr
                if isinstance(owner, ast.Attribute)
                else owner.id
                if isinstance(owner, ast.Name)
                else ""
            )
            if name.lstrip("_") in PORTS:
                yield name


def test_nothing_but_the_outbox_hands_a_customers_message_to_a_provider(repo: Path) -> None:
    found = {
        str(file.relative_to(repo))
        for file in (repo / "desk").rglob("*.py")
        if "adapters" not in file.parts
        and "outside" not in file.parts
        and any(_hands_over(ast.parse(file.read_text("utf-8"))))
    }
    assert found == DOORS


def test_only_a_claimed_message_reaches_the_lines(repo: Path) -> None:
    """``Lines.send`` takes what ``ClaimSend`` answers, and only the outbox calls it."""
    makers = {
        str(file.relative_to(repo))
        for file in (repo / "desk").rglob("*.py")
        if "Claimed(" in file.read_text("utf-8") and "class Claimed" not in file.read_text("utf-8")
    }
    assert makers == set()


def _text(small: SmallDesk, lead_id: str) -> Any:
    with small.desk.store.reading() as session:
        row = session.scalars(
            select(Message)
            .where(Message.lead_id == lead_id, Message.channel == "text", Message.direction == "out")
            .order_by(Message.at)
        ).first()
    assert row is not None
    return row


Change = Callable[[SmallDesk, str], Any]
CHANGES: dict[str, tuple[Change, str]] = {
    "the customer said stop": (lambda small, lead: small.run(c.OptOut(lead_id=lead, channels=("text",), words="Said at the door", by=ANA)), "R3"),
    "the consent was taken back": (
        lambda small, lead: small.run(c.SetConsent(lead_id=lead, channel="text", given=False, evidence="By phone", by=ANA)), "R3",
    ),
    "the window closed": (lambda small, _lead: small.later(hours=12), "R11"),
    "the store was paused": (lambda small, _lead: small.run(c.PauseAssistant(scope="store", reason="Flood", by=DANA)), "AI-27"),
    "another desk was seen": (lambda small, _lead: small.run(c.NoteOtherDesk(line="mail", mark="other")), "DESK-12"),
}  # fmt: skip


@pytest.mark.parametrize("name", CHANGES)
def test_what_was_let_into_the_queue_is_asked_again_at_the_instant_of_sending(name: str) -> None:
    small = SmallDesk()
    lead_id = small.take()
    row = _text(small, lead_id)
    assert row.status == "queued", "the gate let it in"
    change, rule = CHANGES[name]
    change(small, lead_id)
    assert small.run(c.ClaimSend(message_id=row.id)) is None
    after = _text(small, lead_id)
    assert after.status in ("held", "skipped", "superseded")
    with small.desk.store.reading() as session:
        told = session.scalars(select(History).where(History.kind == "blocked").order_by(History.id)).all()
    if after.status != "superseded":  # what a rule dropped before was not even asked for
        assert told[-1].data["rule"] == rule
        assert told[-1].data["fact"]
        assert told[-1].data["lifts"]


def test_a_person_is_asked_by_the_same_gate() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(c.OptOut(lead_id=lead_id, channels=("text",), words="Stop", by=ANA))
    with pytest.raises(Exception, match="asked not to be contacted this way"):
        small.run(c.WriteMessage(lead_id=lead_id, channel="text", text="One more thing", by=DANA))


def test_a_message_is_claimed_once() -> None:
    small = SmallDesk()
    row = _text(small, small.take())
    assert small.run(c.ClaimSend(message_id=row.id)) is not None
    assert small.run(c.ClaimSend(message_id=row.id)) is None
