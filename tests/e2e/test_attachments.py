"""A file a person attached reaches the customer over a real mail server, byte for byte, and lies encrypted in the store (FLOW-15)."""

from __future__ import annotations

import pytest

from desk.models.attached import Attached
from desk.models.commands import WriteMessage
from desk.models.errors import Refused
from tests.e2e.live import ANA, LiveDesk

pytestmark = pytest.mark.requirement("FLOW-15")
BROCHURE = b"%PDF-1.7\n% the plum-coloured one\n" + bytes(range(256)) * 400
PHOTO = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(range(256))


def test_files_leave_as_mime_parts_and_stand_in_the_conversation(live: LiveDesk) -> None:
    live.drop_lead()
    live.until(lambda: live.mails() and live.leads())
    before, lead_id = len(live.mails()), live.leads()[0].id
    files = (Attached("Brochure été.pdf", BROCHURE), Attached("front.png", PHOTO))
    live.run(
        WriteMessage(
            by=ANA, lead_id=lead_id, channel="email", text="Here they are", subject="Photos", files=files
        )
    )
    live.until(lambda: len(live.mails()) > before)
    letter = live.world.mail.outbox[-1].message
    got = [
        (part.get_filename(), part.get_content_type(), part.get_content())
        for part in letter.iter_attachments()
    ]
    assert got == [
        ("Brochure été.pdf", "application/pdf", BROCHURE),
        ("front.png.jpg", "image/jpeg", PHOTO),  # it is a photo, whatever its name said
    ]
    body = letter.get_body(("plain",))
    assert body is not None
    assert "Here they are" in body.get_content()
    item = live.until(lambda: next(one for one in live.lead().timeline if one.author == "staff"))
    told = [(file.name, file.size) for file in item.files]
    assert told == [("Brochure été.pdf", "102 KB"), ("front.png.jpg", "1 KB")]
    assert b"plum-coloured" not in (live.folder / "desk.db").read_bytes()


def test_what_may_not_leave_is_refused_and_nothing_is_queued(live: LiveDesk) -> None:
    live.drop_lead()
    live.until(lambda: live.mails() and live.leads())
    given = WriteMessage(
        by=ANA,
        lead_id=live.leads()[0].id,
        channel="email",
        text="Here",
        files=(Attached("offer.pdf", b"MZ\x90"),),
    )
    with pytest.raises(Refused, match=r"offer\.pdf is a program"):
        live.run(given)
    assert live.messages(author="staff") == []
