"""The unsubscribe button of a mail program, from the header we write to the address that is left alone (R14, R3)."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.errors import Refused
from desk.models.intake.prospect import CustomerIn, Prospect
from desk.models.person import Block
from desk.services.adapters import mime
from desk.services.ports import OutgoingMail
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R14"), pytest.mark.requirement("COMPLY-01", "COMPLY-04")]
SENDER = mime.Sender(
    "sales@store.example", "Cedar Ridge Motors", postal_address="4410 Example Way, Meridian, ID 83642"
)


def _pressed(small: SmallDesk, lead_id: str, sender: str = "kim1@example.com", body: str = "") -> bytes:
    """What a mail program sends when its unsubscribe button is pressed on our own mail."""
    token = small.lead(lead_id).reply_token
    ours = OutgoingMail(
        message_id="<a@store.example>", to="kim1@example.com", to_name="Kim", subject="The RAV4", text=f"Hello\n\n{SENDER.name}\n{SENDER.postal_address}\nReply STOP",
        reply_token=token, unsubscribe_token=token,
    )  # fmt: skip
    sent = message_from_bytes(mime.build(ours, SENDER, small.clock.now()).as_bytes(), policy=policy.default)
    link = urlsplit(sent["List-Unsubscribe"].strip("<>"))
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, unquote(link.path), parse_qs(link.query)["subject"][0]
    mail["Message-ID"] = f"<{sender}.{small.clock.now().timestamp()}@mail.example>"
    mail.set_content(body)
    return mail.as_bytes()


def _blocks(small: SmallDesk) -> list[tuple[str, str, list[str]]]:
    with small.desk.store.reading() as session:
        return [(it.kind, it.address, it.channels) for it in session.scalars(select(Block))]


def _waiting(small: SmallDesk, lead_id: str) -> set[tuple[str, str]]:
    with small.desk.store.reading() as session:
        rows = session.scalars(
            select(Message).where(Message.lead_id == lead_id, Message.status.in_(("queued", "held")))
        )
        return {(row.channel, row.purpose) for row in rows}


@pytest.mark.rule("R3")
@pytest.mark.parametrize("body", ["", "This mail was written by your mail program.\n"])
def test_the_button_stops_mail_to_the_person_and_drops_what_waits(body: str) -> None:
    small = SmallDesk()
    lead_id = small.take()
    assert small.run(c.TakeMail(raw=_pressed(small, lead_id, body=body))) == "reply"
    assert _blocks(small) == [("opt_out", "kim1@example.com", ["email"])]
    assert small.lead(lead_id).ai_state == "opted_out"
    assert _waiting(small, lead_id) == {("email", "opt_out_confirmation")}
    with pytest.raises(Refused, match="asked not to be contacted this way"):
        small.run(c.WriteMessage(lead_id=lead_id, channel="email", text="One more thing", by=ANA))


def test_pressed_in_another_mailbox_it_is_still_the_customers_address_that_is_left_alone() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(c.TakeMail(raw=_pressed(small, lead_id, sender="someone.else@example.com")))
    assert ("opt_out", "kim1@example.com", ["email"]) in _blocks(small)


def test_pressed_twice_there_is_one_confirmation() -> None:
    small = SmallDesk()
    lead_id = small.take()
    for _ in range(2):
        small.run(c.TakeMail(raw=_pressed(small, lead_id)))
        small.later(minutes=1)
    with small.desk.store.reading() as session:
        rows = session.scalars(select(Message).where(Message.purpose == "opt_out_confirmation")).all()
    assert len(rows) == 1


def test_a_second_lead_of_the_same_person_is_covered() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.run(c.TakeMail(raw=_pressed(small, lead_id)))
    small.run(c.MoveLead(lead_id=lead_id, stage="lost", status="", reason="Opted out", by=DANA))
    small.later(days=60)
    kim = CustomerIn(first="Kim", full="Kim Doe", emails=("kim1@example.com",))
    prospect = Prospect(customer=kim, source="Website", source_kind="website")
    again = small.run(c.TakeLead(prospect=prospect, key="second", origin="test"))
    assert again != lead_id
    sent = {row for row in _waiting(small, again) if row[0] == "email"}
    assert sent <= {("email", "opt_out_confirmation")}


@pytest.mark.parametrize(
    "subject", ["unsubscribe aaaaaaaaaa", "Re: unsubscribe", "How do I unsubscribe from the wait list?"]
)
def test_a_token_nobody_has_and_other_words_are_an_ordinary_mail(subject: str) -> None:
    small = SmallDesk()
    small.take()
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"], mail["Message-ID"] = (
        "new@example.com",
        "sales@store.example",
        subject,
        "<n@example.com>",
    )
    mail.set_content("Do you open on Sunday?")
    small.run(c.TakeMail(raw=mail.as_bytes()))
    assert _blocks(small) == []
