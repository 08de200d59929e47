"""A desk that is killed between the send and the answer: the next one finds what is out."""

from __future__ import annotations

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from desk.models.time import TurnedClock
from desk.services.adapters.clock import SystemClock
from desk.services.adapters.texting import TextSettings, TwilioTexts
from desk.services.outside.carrier import StandInCarrier
from desk.services.outside.mail_server import MailFault, OutsideMail
from tests.services.adapters.conftest import CUSTOMER, STORE, ReaderOf, letter

_MAIL = """
import sys
from desk.services.adapters.clock import SystemClock
from desk.services.adapters.smtp import SmtpMail, SmtpSettings
from desk.services.adapters.wire import Login
from tests.services.adapters.conftest import SENDER, letter
port, user, password = sys.argv[1:]
login = Login(host="127.0.0.1", port=int(port), security="none", user=user, password=password)
SmtpMail(SmtpSettings(login=login, sender=SENDER), SystemClock()).send(letter())
"""
_TEXT = """
import sys
from desk.services.adapters.clock import SystemClock
from desk.services.adapters.texting import TextSettings, TwilioTexts
from desk.services.ports import OutgoingText
url, account, token = sys.argv[1:]
settings = TextSettings(account=account, token=token, numbers=("+15555550100",), base_url=url)
TwilioTexts(settings, SystemClock()).send(OutgoingText("row-1", "+15555550142", "Hello once"))
"""


def killed_once(script: str, arguments: list[str], arrived: threading.Event, repo: Path) -> int:
    """Run ``script`` until ``arrived``, end it without warning, and give its exit code."""
    process = subprocess.Popen([sys.executable, "-c", script, *arguments], cwd=repo)
    came = arrived.wait(30)
    process.kill()
    code = process.wait(60)
    assert came
    return code


@pytest.mark.kill
@pytest.mark.rule("R23")
def test_a_mail_that_was_out_is_found_again(repo: Path, reader_of: ReaderOf) -> None:
    arrived = threading.Event()
    world = OutsideMail(on_mail=lambda _: arrived.set()).start()
    world.fail_next(MailFault("data", "hang", stored=True))
    arguments = [str(world.smtp_login().port), world.address, world.password]
    assert killed_once(_MAIL, arguments, arrived, repo) < 0
    found = reader_of(world.imap_login()).find_sent(letter().message_id)
    world.stop()
    assert (found, len(world.outbox)) == (True, 1)


@pytest.mark.kill
@pytest.mark.rule("R23")
def test_a_text_that_was_out_is_found_again(repo: Path) -> None:
    arrived = threading.Event()
    world = StandInCarrier(SystemClock(), numbers=(STORE,), on_text=lambda _: arrived.set()).start()
    world.answer_next("timeout_after_store")
    started = SystemClock().now()
    assert killed_once(_TEXT, [world.base_url, world.account, world.token], arrived, repo) < 0
    settings = TextSettings(
        account=world.account, token=world.token, numbers=(STORE,), base_url=world.base_url
    )
    line = TwilioTexts(settings, TurnedClock(started))
    found = line.find(CUSTOMER, started, "Hello once")
    line.close()
    world.stop()
    assert found is not None
    assert len(world.sent) == 1
