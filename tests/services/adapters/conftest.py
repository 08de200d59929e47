"""The outside world for the channels' tests: real servers on loopback, one for each test that asks."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

import pytest

from desk.models.time import TurnedClock
from desk.services.adapters.imap import ImapMail, ImapSettings
from desk.services.adapters.mime import Sender
from desk.services.adapters.smtp import SmtpMail, SmtpSettings
from desk.services.adapters.texting import TextSettings, TwilioTexts
from desk.services.adapters.wire import Login
from desk.services.outside.carrier import StandInCarrier
from desk.services.outside.mail_server import OutsideMail
from desk.services.ports import OutgoingMail
from tests.services.adapters.dovecot_host import Dovecot, Lodger

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


PASSWORD = "loopback-password"
_numbers = count(1)


@pytest.fixture
def mail_world() -> Iterator[OutsideMail]:
    world = OutsideMail(folders=("Sent", "Leads")).start()
    yield world
    world.stop()


@pytest.fixture(scope="session")
def dovecot() -> Iterator[Dovecot]:
    """One Dovecot for all tests; each has a user of its own there."""
    with tempfile.TemporaryDirectory(prefix="desk-dovecot-") as folder:
        Path(folder).chmod(0o755)
        server = Dovecot(Path(folder), PASSWORD, ("Leads",)).start()
        yield server
        server.stop()


@pytest.fixture(params=["pymap", pytest.param("dovecot", marks=pytest.mark.needs("dovecot"))])
def any_mailbox_world(request: pytest.FixtureRequest) -> Iterator[OutsideMail]:
    """The mail world over each IMAP server that is on this machine."""
    host = Lodger(request.getfixturevalue("dovecot").port) if request.param == "dovecot" else None
    address = f"sales{next(_numbers)}@store.example"
    world = OutsideMail(address=address, password=PASSWORD, folders=("Sent", "Leads"), host=host).start()
    yield world
    world.stop()


@pytest.fixture
def smtp(mail_world: OutsideMail, clock: TurnedClock) -> Iterator[SmtpMail]:
    sender = SmtpMail(
        SmtpSettings(login=mail_world.smtp_login(), sender=SENDER, data_s=2, command_s=2), clock
    )
    yield sender
    sender.close()


ReaderOf = Callable[..., ImapMail]


@pytest.fixture
def reader_of() -> Iterator[ReaderOf]:
    """Makes readers of a mailbox, with waits of a few seconds, and closes them afterwards."""
    made: list[ImapMail] = []

    def make(login: Login, **changes: object) -> ImapMail:
        settings = ImapSettings(login=login, connect_s=3, command_s=3, poll_s=0.1)
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
