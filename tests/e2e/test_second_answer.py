"""Something else answers the store's leads: found by a test lead, and by what lies in the Sent folder (DESK-08)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from sqlalchemy import func, select

from desk.app.adapters_of import build_ports
from desk.app.furnish import Trials, looked_at
from desk.models.alert import Alert
from desk.models.commands import SaveSettings
from desk.models.conversation import Arrival, Quarantine
from desk.models.lead import Lead
from desk.models.snapshots.doctor import DoctorLine
from desk.services.outside.world import STORE_ADDRESS
from desk.services.second_answer import KEY, look
from tests.e2e.live import LiveDesk

pytestmark = pytest.mark.requirement("DESK-08")
THANKS = "Thank you for contacting Cedar Ridge"


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LiveDesk]:
    desk = LiveDesk(tmp_path / "store").open()
    yield desk
    desk.stop()


def vacation(mail: EmailMessage) -> bytes | None:
    """As a mailbox's vacation reply answers, once for each mail that is no answer itself."""
    if mail["In-Reply-To"]:
        return None
    answer = EmailMessage()
    answer["From"], answer["To"], answer["Subject"] = STORE_ADDRESS, str(mail["Reply-To"]), THANKS
    answer["Message-ID"], answer["In-Reply-To"] = "<away-1@store.example>", str(mail["Message-ID"])
    answer["Auto-Submitted"] = "auto-replied"
    answer.set_content("We are closed right now. A product specialist will be with you.")
    return answer.as_bytes()


def crm(mail: EmailMessage) -> bytes | None:
    """As a CRM answers that reads leads out of the mailbox: a thread of its own, to the customer's address in the text."""
    if "-check-" not in str(mail["Subject"]) or "CRM" in str(mail["From"]):
        return None
    answer = EmailMessage()
    answer["From"], answer["To"] = f"CRM <{STORE_ADDRESS}>", str(mail["Reply-To"])
    answer["Subject"], answer["Message-ID"] = THANKS, "<crm-1@crm.example>"
    answer.set_content("Your product specialist is looking for your vehicle.")
    return answer.as_bytes()


def line(live: LiveDesk) -> DoctorLine:
    return next(each for each in looked_at(live.desk, has_tray=False) if each.name == "Other answers")


def arrived(live: LiveDesk) -> int:
    with live.desk.store.reading() as session:
        return session.scalar(select(func.count()).select_from(Arrival)) or 0


def nothing_was_taken(live: LiveDesk) -> bool:
    with live.desk.store.reading() as session:
        leads = session.scalar(select(func.count()).select_from(Lead))
        kept = session.scalar(select(func.count()).select_from(Quarantine))
    return (leads, kept) == (0, 0)


@pytest.mark.parametrize("other", [vacation, crm])
def test_a_test_lead_meets_another_answer_and_the_doctor_says_what_to_do(
    live: LiveDesk, other: object
) -> None:
    assert line(live).state == "off"
    live.world.mail.answers = other  # type: ignore[assignment]  # one of the two above
    steps = Trials(live.desk).look_for_second_answer({}, "")
    assert [(step.name, step.ok) for step in steps] == [("Test lead", True), ("Other answers", False)]
    assert THANKS in steps[1].detail
    assert "vacation reply" in steps[1].do
    told = line(live)
    assert (told.state, THANKS in told.words) == ("bad", True)
    live.until(lambda: arrived(live) >= 2)
    assert nothing_was_taken(live), "neither the test lead nor its answer is a customer"


def test_where_nothing_else_answers_it_says_so(live: LiveDesk) -> None:
    running = live.desk
    live.run(SaveSettings(values={KEY: {"mark": "desk-check-1"}}))
    ports = build_ports(running.desk.facts().settings, running.secrets, running.clock)
    waits: list[float] = []
    try:
        assert ports.mail_out is not None
        assert ports.mail_in is not None
        found = look(ports.mail_out, ports.mail_in, STORE_ADDRESS, "desk-check-1", running.clock.now(), waits.append)  # fmt: skip
    finally:
        ports.close()
    assert [step.ok for step in found.steps] == [True, True]
    assert found.kept["found"] == ""
    assert sum(waits) >= 30


def test_a_mail_to_a_lead_that_no_desk_wrote_is_found_in_the_sent_folder(live: LiveDesk) -> None:
    live.drop_lead(1)
    live.until(lambda: live.mails(1))
    assert line(live).state != "warn", "what this desk wrote is its own"
    theirs = EmailMessage()
    theirs["From"], theirs["To"], theirs["Subject"] = STORE_ADDRESS, "kim1@example.com", THANKS
    theirs["Message-ID"] = "<other-1@crm.example>"
    theirs.set_content("We will be with you.")
    live.world.mail.post(theirs.as_bytes(), "Sent", live.clock.now())
    told = line(live)
    assert told.state == "warn"
    assert "1 mail to leads left from this mailbox that Sales Desk did not write" in told.words
    assert THANKS in told.words
    assert "Unless a person wrote them" in told.do


def test_while_the_desk_is_at_work_the_managers_are_told_of_it(live: LiveDesk) -> None:
    for number in (1, 2):
        live.drop_lead(number)
    live.until(lambda: live.mails(1) and live.mails(2), 60)
    for number in (1, 2):
        theirs = EmailMessage()
        theirs["From"], theirs["To"], theirs["Subject"] = STORE_ADDRESS, f"kim{number}@example.com", THANKS
        theirs["Message-ID"] = f"<other-{number}@crm.example>"
        theirs.set_content("We will be with you.")
        live.world.mail.post(theirs.as_bytes(), "Sent", live.clock.now())
    live.clock.sleep(timedelta(minutes=6))
    (alert,) = live.until(lambda: told(live), 60)
    assert (alert.staff_id, alert.title) == ("dana", "Something else answers your leads")


def told(live: LiveDesk) -> list[Alert]:
    with live.desk.store.reading() as session:
        return list(session.scalars(select(Alert).where(Alert.key.startswith("line·answers"))))
