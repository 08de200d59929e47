"""A wire that breaks at every class of byte boundary, in every way, in front of SMTP, IMAP and the texting API (R23, DESK-10).

Nothing is lost and nothing is sent twice: what may be tried again has not arrived, what counts as sent has, and what nobody
can know is said to be uncertain.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import pytest

from desk.models.errors import ChannelDown
from desk.models.time import TurnedClock
from desk.services.adapters.imap import ImapMail
from desk.services.adapters.smtp import SmtpMail, SmtpSettings
from desk.services.adapters.texting import TextSettings, TwilioTexts
from desk.services.outside.carrier import StandInCarrier
from desk.services.outside.mail_server import OutsideMail
from desk.services.ports import MailboxCursor, OutgoingText
from tests.e2e.live import until
from tests.fakes.places import BREAKS, IMAP, REST, SMTP, Place
from tests.fakes.wire import How, Wire
from tests.services.adapters.conftest import CUSTOMER, SENDER, STORE, ReaderOf, letter

pytestmark = [pytest.mark.rule("R23"), pytest.mark.requirement("DESK-10")]
_SOON_S = 0.8


def everywhere(places: Sequence[Place]) -> pytest.MarkDecorator:
    """Every place in every way; each run of the tests takes a cut and one more way at each, the long proof the rest."""
    cases = [
        pytest.param(
            at,
            how,
            id=f"{at.name}-{how}",
            marks=() if how in ("cut", BREAKS[1 + turn % 4]) else pytest.mark.prove,
        )
        for turn, at in enumerate(places)
        for how in BREAKS
    ]
    return pytest.mark.parametrize(("at", "how"), cases)


@pytest.fixture
def mail_wire(mail_world: OutsideMail) -> Iterator[Wire]:
    wire = Wire(mail_world.smtp_login().port)
    yield wire
    wire.close()


@everywhere(SMTP)
def test_a_mail_over_a_wire_that_breaks(
    mail_world: OutsideMail, mail_wire: Wire, clock: TurnedClock, at: Place, how: How
) -> None:
    login = replace(mail_world.smtp_login(), port=mail_wire.port)
    waits = {"connect_s": _SOON_S, "command_s": _SOON_S, "data_s": _SOON_S}
    line = SmtpMail(SmtpSettings(login=login, sender=SENDER, **waits), clock)
    mail_wire.break_at(at.broken(how))
    outcome = line.send(letter()).outcome
    assert mail_wire.broke.is_set(), "the wire broke where it was told to"
    if how == "delay":
        assert (outcome, len(mail_world.outbox)) == ("accepted", 1)
    else:
        assert outcome == ("uncertain" if at.in_doubt else "retry")
        until(lambda: len(mail_world.outbox) == at.arrives)
    assert line.send(letter(2)).outcome == "accepted", "the next mail finds a whole wire"
    assert len(mail_world.outbox) == (how == "delay" or at.arrives) + 1, (
        "what may be sent again has not arrived"
    )
    line.close()


@pytest.fixture
def text_wire(carrier: StandInCarrier) -> Iterator[Wire]:
    wire = Wire(int(carrier.base_url.rpartition(":")[2]))
    yield wire
    wire.close()


def texting(carrier: StandInCarrier, wire: Wire, clock: TurnedClock) -> TwilioTexts:
    return TwilioTexts(
        TextSettings(
            account=carrier.account, token=carrier.token, numbers=(STORE,), base_url=f"http://127.0.0.1:{wire.port}",
            connect_s=_SOON_S, answer_s=_SOON_S,
        ),
        clock,
    )  # fmt: skip


@everywhere(REST)
def test_a_text_over_a_wire_that_breaks(
    carrier: StandInCarrier, text_wire: Wire, clock: TurnedClock, at: Place, how: How
) -> None:
    line, started = texting(carrier, text_wire, clock), clock.now()
    text_wire.break_at(at.broken(how))
    outcome = line.send(OutgoingText("row-1", CUSTOMER, "Hello once")).outcome
    assert text_wire.broke.is_set(), "the wire broke where it was told to"
    assert outcome == "accepted" if how == "delay" else outcome == "uncertain" or not at.in_doubt
    until(lambda: len(carrier.sent) == (how == "delay" or at.arrives))
    found = line.find(CUSTOMER, started, "Hello once")
    assert (found is not None) == bool(carrier.sent), "the provider's list settles the doubt"
    assert line.send(OutgoingText("row-2", CUSTOMER, "Hello again")).outcome == "accepted"
    line.close()


@everywhere(IMAP)
def test_a_mailbox_behind_a_wire_that_breaks(
    mail_world: OutsideMail, reader_of: ReaderOf, at: Place, how: How
) -> None:
    wire = Wire(mail_world.imap_login().port)
    for number in range(3):
        mail_world.post(f"From: a@customer.example\r\nSubject: Lead {number}\r\n\r\nHello\r\n".encode())
    login = replace(mail_world.imap_login(), port=wire.port)
    reader: ImapMail = reader_of(login, connect_s=_SOON_S, command_s=_SOON_S)
    wire.break_at(at.broken(how))
    seen, cursor, troubles = list[int](), MailboxCursor(), 0
    while len(seen) < 3:
        try:
            mails, cursor = reader.fetch(cursor)
        except ChannelDown:
            troubles += 1
            assert troubles == 1, "one break is one trouble"
            continue
        seen += [mail.uid for mail in mails]
    assert wire.broke.is_set(), "the wire broke where it was told to"
    assert troubles == (how != "delay")
    assert len(seen) == len(set(seen)) == 3, "each mail once"
    wire.close()
