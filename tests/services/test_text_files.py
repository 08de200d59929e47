"""What came by text stands in the conversation like the files of an email: fetched after the text, kept, opened, forgotten (FLOW-15)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.attached import Attached, FileLine
from desk.models.commands import EraseCustomer, TakeTextFiles
from desk.models.conversation import Quarantine, Raw
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect
from desk.models.kept import Attachment
from desk.models.snapshots.lead import LeadView, TimelineItem
from desk.models.task import Task
from desk.services.adapters.texting import TextSettings, TwilioTexts
from desk.services.eyes import Eyes
from desk.services.inbound_lines import TextReader
from desk.services.opened_files import file_of, put_down
from desk.services.outside.carrier import StandInCarrier
from desk.services.outside.carrier_terms import CarrierFile
from desk.services.reader import Reader
from desk.services.received_files import awaited_files
from tests.services.desk_fixture import DANA, SmallDesk

pytestmark = pytest.mark.requirement("FLOW-15")
STORE, KIM, STRANGER = "+12085550100", "+12085550101", "+12085550177"
PHOTO = CarrierFile("image/jpeg", b"\xff\xd8\xff\xe0 a door with a dent" + bytes(3_000))
PROGRAM = CarrierFile("image/png", b"MZ\x90\x00 invented")


class Texting:
    """A desk, its carrier, and the line between them, a round at a time."""

    def __init__(self) -> None:
        self.small = SmallDesk()
        self.carrier = StandInCarrier(self.small.clock, numbers=(STORE,)).start()
        given = TextSettings(
            account=self.carrier.account, token=self.carrier.token, numbers=(STORE,), base_url=self.carrier.base_url
        )  # fmt: skip
        self.texts = TwilioTexts(given, self.small.clock)
        self.line = TextReader(
            self.small.run, self.texts, self.small.clock, Eyes(), lambda: self.small.desk.facts().settings, dict,
            lambda _since: (frozenset(), 0), lambda: awaited_files(self.small.desk.store),
        )  # fmt: skip

    def close(self) -> None:
        self.texts.close()
        self.carrier.stop()

    def view(self, lead_id: str) -> LeadView:
        with self.small.desk.store.reading() as session:
            read = Reader(
                session, self.small.clock.now(), "ana", self.small.desk.facts(), self.small.desk.book
            )
            found = read.lead(lead_id)
        assert found is not None
        return found

    def said(self, lead_id: str) -> TimelineItem:
        items = self.view(lead_id).timeline
        return next(item for item in items if item.author == "customer" and item.channel == "text")

    def out(self, line: FileLine) -> tuple[str, Attached] | None:
        with self.small.desk.store.reading() as session:
            return file_of(session, line.id)

    def count(self, kind: type[Raw | Attachment]) -> int:
        with self.small.desk.store.reading() as session:
            return len(list(session.scalars(select(kind))))


@pytest.fixture
def texting() -> Iterator[Texting]:
    made = Texting()
    yield made
    made.close()


def test_a_photo_by_text_stands_in_the_conversation_and_comes_out_byte_for_byte(texting: Texting) -> None:
    lead_id = texting.small.take()
    texting.carrier.receive(KIM, STORE, "my trade", media=(PHOTO, PROGRAM))
    texting.line.round()
    said = texting.said(lead_id)
    assert said.text == "my trade"  # and no address of the provider
    assert [(file.name, file.size, file.state) for file in said.files] == [
        ("Photo 1.jpg", "3 KB", "here"),
        ("File 2", "1 KB", "here"),
    ]
    assert texting.out(said.files[0]) == (lead_id, Attached("Photo 1.jpg", PHOTO.data, "image/jpeg"))


def test_what_could_do_harm_is_never_opened_whatever_the_phone_called_it(
    texting: Texting, tmp_path: Path
) -> None:
    lead_id = texting.small.take()
    texting.carrier.receive(KIM, STORE, "look", media=(PROGRAM,))
    texting.line.round()
    found = texting.out(texting.said(lead_id).files[0])
    assert found is not None
    assert "is a program" in put_down(tmp_path, found[1]).words


@pytest.mark.requirement("COMPLY-01")
def test_a_stop_does_not_wait_for_its_photo_and_the_photo_is_tried_again_more_and_more_seldom(
    texting: Texting,
) -> None:
    lead_id, texting.carrier.files_down = texting.small.take(), True
    texting.carrier.receive(KIM, STORE, "STOP", media=(PHOTO,))
    texting.line.round()
    assert texting.view(lead_id).blocked_channels[0][0] == "text"
    assert [file.state for file in texting.said(lead_id).files] == ["coming"]
    for seconds, tried in ((10, 1), (10, 2), (30, 2), (40, 3)):
        texting.small.later(seconds=seconds)
        texting.line.round()
        assert texting.carrier.asked_for_files == tried
    texting.small.later(hours=73)
    texting.line.round()
    assert [file.state for file in texting.said(lead_id).files] == ["missing"]


def test_a_picture_alone_is_not_read_as_words_and_a_person_looks_at_it_once(texting: Texting) -> None:
    lead_id = texting.small.take()
    for _picture in range(3):
        texting.carrier.receive(KIM, STORE, "", media=(PHOTO,))
    texting.line.round()
    with texting.small.desk.store.reading() as session:
        assert list(session.scalars(select(Task.title))).count("Look at what they sent by text") == 1
    assert not [item for item in texting.view(lead_id).timeline if item.purpose in ("clarify", "unclear")]


def test_the_same_files_twice_and_after_a_restart_change_nothing(texting: Texting) -> None:
    lead_id = texting.small.take()
    sid = texting.carrier.receive(KIM, STORE, "trade", media=(PHOTO,))
    texting.line.round()
    texting.small.run(TakeTextFiles(sid=sid, files=(Attached("", PROGRAM.data),)))
    assert [file.name for file in texting.said(lead_id).files] == ["Photo 1.jpg"]


@pytest.mark.requirement("LEAD-02")
@pytest.mark.parametrize("verdict", ["lead", "join"])
def test_a_strangers_photo_is_fetched_as_soon_as_the_text_has_its_lead(
    texting: Texting, verdict: str
) -> None:
    lead_id = texting.small.take()
    texting.carrier.receive(STRANGER, STORE, "is this worth something", media=(PHOTO,))
    texting.line.round()
    assert texting.count(Attachment) == 0
    with texting.small.desk.store.reading() as session:
        aside = session.scalars(select(Quarantine.id)).one()
    who = Prospect(customer=CustomerIn(first="Lee", phones=(PhoneIn(STRANGER, "555"),)), source="Text")
    made = texting.small.run(
        c.ResolveQuarantine(quarantine_id=aside, verdict=verdict, prospect=who, lead_id=lead_id, by=DANA)
    )
    texting.small.later(minutes=1)
    texting.line.round()
    (files,) = [item.files for item in texting.view(made).timeline if item.files]
    assert [file.name for file in files] == ["Photo 1.jpg"]
    assert texting.out(files[0]) == (made, Attached("Photo 1.jpg", PHOTO.data, "image/jpeg"))


@pytest.mark.requirement("COMPLY-06")
@pytest.mark.parametrize("fetched", [True, False])
def test_of_a_customer_who_is_forgotten_nothing_stays_and_nothing_is_fetched(
    texting: Texting, fetched: bool
) -> None:
    lead_id = texting.small.take()
    texting.carrier.receive(KIM, STORE, "my trade", media=(PHOTO,))
    if fetched:
        texting.line.round()
    else:
        (text,) = texting.texts.inbound(texting.small.clock.now())
        texting.small.run(
            c.TakeText(sid=text.sid, sender=text.sender, text=text.text, at=text.at, files=text.files)
        )
    customer = texting.view(lead_id).customer_id
    texting.small.run(EraseCustomer(customer_id=customer, reason="They asked", by=DANA))
    texting.small.clock.turn_to(texting.small.clock.now() + timedelta(minutes=1))
    texting.line.round()
    assert (texting.count(Raw), awaited_files(texting.small.desk.store)) == (0, {})
    assert not any(
        file.name.startswith("Photo") for item in texting.view(lead_id).timeline for file in item.files
    )
