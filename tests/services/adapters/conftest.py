"""The outside world for the channels' tests: real servers on loopback, one for each test that asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desk.models.time import TurnedClock
from desk.services.adapters.imap import ImapMail, ImapSettings
from desk.services.adapters.mime import Sender
from desk.services.adapters.smtp import SmtpMail, SmtpSettings
from desk.services.adapters.texting import TextSettings, TwilioTexts
from desk.services.outside.carrier import StandInCarrier
from desk.services.outside.mail_server import OutsideMail
from desk.services.ports import OutgoingMail

STORE = "+15555550100"
CUSTOMER = "+15555550142"
NOON = datetime(2026, 3, 2, 19, 0, tzinfo=UTC)
SENDER = Sender(
    "sales@store.example", "Cedar Ridge Motors", postal_address="100 Cedar Ridge Rd, Phoenix, AZ 85001"
)
FOOTER = "Cedar Ridge Motors\n100 Cedar Ridge Rd\nPhoenix, AZ 85001\nReply STOP to get no more e-mails."


def letter(number: int = 1, **changes: object) -> OutgoingMail:
    """A lawful outgoing mail."""
    mail = OutgoingMail(
        message_id=f"<lead-{number}.step-1@store.example>",
        to="dana@customer.example",
        to_name="Dana Field",
        subject="Your question about the RAV4",
        text=f"Hello Dana,\n\nthe RAV4 is still here.\n\n{FOOTER}",
        reply_token="r7k2",
        unsubscribe_token="u9m4",
        desk_mark="desk-a",
    )
    return replace(mail, **changes)  # type: ignore[arg-type]  # the changes are the test's own


@pytest.fixture
def clock() -> TurnedClock:
    return TurnedClock(NOON)


@pytest.fixture
def mail_world() -> Iterator[OutsideMail]:
    world = OutsideMail(folders=("Sent", "Leads")).start()
    yield world
    world.stop()


@pytest.fixture
def smtp(mail_world: OutsideMail, clock: TurnedClock) -> Iterator[SmtpMail]:
    sender = SmtpMail(
        SmtpSettings(login=mail_world.smtp_login(), sender=SENDER, data_s=2, command_s=2), clock
    )
    yield sender
    sender.close()


@pytest.fixture
def mailbox(mail_world: OutsideMail) -> Iterator[Callable[..., ImapMail]]:
    """Makes readers of the store's mailbox and closes them afterwards."""
    made: list[ImapMail] = []

    def make(**changes: object) -> ImapMail:
        settings = ImapSettings(login=mail_world.imap_login(), connect_s=3, command_s=3, poll_s=0.1)
        made.append(ImapMail(replace(settings, **changes)))  # type: ignore[arg-type]  # the test's own
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def carrier(clock: TurnedClock) -> Iterator[StandInCarrier]:
    world = StandInCarrier(clock, numbers=(STORE,)).start()
    yield world
    world.stop()


@pytest.fixture
def texts(carrier: StandInCarrier, clock: TurnedClock) -> Iterator[TwilioTexts]:
    settings = TextSettings(
        account=carrier.account,
        token=carrier.token,
        numbers=(STORE,),
        base_url=carrier.base_url,
        answer_s=0.5,
    )
    line = TwilioTexts(settings, clock)
    yield line
    line.close()
