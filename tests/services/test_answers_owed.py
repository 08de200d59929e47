"""A disk that fills while a message is out: its answer is kept and recorded when there is room, and nothing is sent again (R23, DESK-10)."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desk.models.conversation import Message
from desk.models.errors import StoreDown
from desk.services.handlers.sending import Claimed
from desk.services.outbox import Outbox
from desk.services.ports import SendResult
from tests.services.desk_fixture import SmallDesk

pytestmark = [pytest.mark.rule("R23"), pytest.mark.requirement("DESK-10")]
LONG = "provider-1" * 20_000  # more than the store has room for just then


class FillingDisk:
    """The way out of a desk whose disk is full by the time the provider answers."""

    def __init__(self, small: SmallDesk) -> None:
        self._small, self.sent = small, list[str]()

    def send(self, channel: str, claimed: Claimed, now: object) -> SendResult:
        self.sent.append(claimed.message.id)
        self.leave_pages(f"{self._pragma('page_count')}")
        return SendResult("accepted", provider_id=LONG)

    def find(self, message: Message) -> str | None:
        return None

    def leave_pages(self, most: str) -> None:
        self._pragma(f"max_page_count = {most}")

    def _pragma(self, words: str) -> object:
        with self._small.desk.store.writer.connect() as connection:
            return connection.exec_driver_sql(f"PRAGMA {words}").scalar()


def stands(small: SmallDesk, message_id: str) -> tuple[str, str]:
    with small.desk.store.reading() as session:
        row = session.scalar(select(Message).where(Message.id == message_id))
    assert row is not None
    return row.status, row.provider_id or ""


def test_the_answer_is_recorded_when_there_is_room_again() -> None:
    small = SmallDesk()
    small.take()
    disk = FillingDisk(small)
    outbox = Outbox(small.desk.store, small.run, disk, small.clock.now)
    message_id = outbox.due("text")[0]
    with pytest.raises(StoreDown):
        outbox.send(message_id)
    assert stands(small, message_id)[0] == "sending", "it is out, and its answer is not in the record yet"
    with pytest.raises(StoreDown):
        outbox.record_owed()
    assert message_id not in outbox.due(), "what is out is not let out again"
    disk.leave_pages("1073741823")
    outbox.record_owed()
    assert stands(small, message_id) == ("sent", LONG)
    outbox.record_owed()
    assert disk.sent == [message_id]
