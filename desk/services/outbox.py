"""The outbox: lets due messages out one by one, and finds out what became of the doubtful ones (R23).

The row is committed as ``sending`` before the provider is called and answered after; nothing in between is retried blindly.
The same class runs on the adapters' threads of the window and, step by step, in a rehearsal.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import select

from desk.models.commands import ClaimSend, Command, RecordDelivery, RecordSend, SettleUncertain
from desk.models.conversation import Message
from desk.models.errors import ChannelDown, StoreDown
from desk.models.store import outbox as queue
from desk.models.store.engine import Store
from desk.services.handlers.sending import Claimed
from desk.services.ports import SendResult

log = logging.getLogger("desk.outbox")
Run = Callable[[Command], Any]


class Lines(Protocol):
    """The ways out, by channel."""

    def send(self, channel: str, claimed: Claimed, now: datetime) -> SendResult:
        """Hand one message to its provider. Raises ChannelDown when it certainly did not leave."""
        ...

    def find(self, message: Message) -> str | None:
        """The provider's id of a doubtful message that did leave; None when it is not found or cannot be told."""
        ...


@dataclass(frozen=True, slots=True)
class Outbox:
    """``run`` gives a command to the engine and waits for its answer."""

    store: Store
    run: Run
    lines: Lines
    now: Callable[[], datetime]
    _owed: deque[RecordSend] = field(default_factory=deque)

    def due(self, channel: str = "") -> Sequence[str]:
        """Ids of the messages that may leave now: first answers before all else, then by their moment."""
        return queue.may_leave(self.store, self.now(), channel=channel)

    def tried_in_vain(self, channel: str) -> bool:
        """Whether a message of this channel waits that its provider did not take when it was tried."""
        with self.store.reading() as session:
            return queue.tried_in_vain(session, channel)

    def pump(self, channel: str = "") -> int:
        """Let everything out that is due; answers how many messages were tried."""
        found = self.due(channel)
        for message_id in found:
            self.send(message_id)
        return len(found)

    def send(self, message_id: str) -> str:
        """Claim, send, record. Answers the outcome, or ``kept`` when the gate did not let it out."""
        claimed: Claimed | None = self.run(ClaimSend(message_id=message_id))
        if claimed is None:
            return "kept"
        result = self._hand_over(claimed)
        self._record(
            RecordSend(
                message_id=message_id, outcome=result.outcome, provider_id=result.provider_id, code=result.code, detail=result.detail,
                retry_after_s=result.retry_after_s, address_bad=result.address_bad, opted_out=result.opted_out, channel_stop=result.channel_stop,
            )
        )  # fmt: skip
        return result.outcome

    def record_owed(self) -> None:
        """Record what providers answered while the store could not be written. Raises StoreDown while it still cannot."""
        while self._owed:
            with suppress(IndexError):  # the other channel's thread took it
                self._record(self._owed.popleft())

    def _record(self, answer: RecordSend) -> None:
        try:
            self.run(answer)
        except StoreDown:
            self._owed.append(answer)
            raise

    def _hand_over(self, claimed: Claimed) -> SendResult:
        try:
            return self.lines.send(claimed.message.channel, claimed, self.now())
        except ChannelDown as down:
            return SendResult("retry", detail=str(down))
        except Exception:
            # Nobody knows how far it came, so nobody may send it again by himself.
            log.exception("sending message %s ended in an error of ours", claimed.message.id)
            return SendResult("uncertain", detail="The desk stumbled while sending; look whether it arrived.")

    def settle_interrupted(self) -> int:
        """After a start: what stood as ``sending`` is doubtful now; look it up, never send it again by itself."""
        with self.store.reading() as session:
            stuck = queue.cut_off(session)
        for message_id in stuck:
            self.run(SettleUncertain(message_id=message_id, verdict="unknown"))
        return self.look_up()

    def look_up(self) -> int:
        """Ask the providers about doubtful messages; answers how many are settled."""
        with self.store.reading() as session:
            doubtful = list(session.scalars(select(Message).where(Message.status == "uncertain")))
        return sum(self._found(message) for message in doubtful)

    def _found(self, message: Message) -> bool:
        try:
            found = self.lines.find(message)
        except ChannelDown:
            return False
        if found is None:
            return False
        words = "Found at the provider after its answer was lost"
        self.run(RecordDelivery(message_id=message.id, status="sent", words=words, provider_id=found))
        return True
