"""The store's lines to the outside, each on its own thread: mail in, mail out, texts, the drop folder.

They only ever send commands. A line that is down says so once, tries again with growing pauses, and what waits stays queued
(DESK-10); nothing is tried blindly.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from desk.models.commands import (
    Command,
    NoteHealth,
    NoteOtherDesk,
    RecordDelivery,
    TakeFile,
    TakeMail,
    TakeText,
)
from desk.models.conversation import Message
from desk.models.errors import ChannelDown
from desk.models.time import Clock
from desk.models.words import Channel
from desk.services.eyes import Eyes
from desk.services.handlers.sending import Claimed
from desk.services.invites import invite_for
from desk.services.outbox import Outbox
from desk.services.ports import MailboxCursor, MailIn, MailOut, OutgoingMail, OutgoingText, SendResult, Texts

log = logging.getLogger("desk.lines")
Call = Callable[[Command], Any]
_PAUSES_S = (1.0, 2.0, 5.0, 15.0, 30.0, 60.0)


@dataclass(frozen=True, slots=True)
class Ports:
    """What the store has set up; a line that is not set up is None."""

    mail_out: MailOut | None = None
    mail_in: MailIn | None = None
    texts: Texts | None = None

    def close(self) -> None:
        """Let go of every connection."""
        for port in (self.mail_in, self.mail_out, self.texts):
            if port is not None:
                port.close()


class Folder(Protocol):
    """A watched folder: complete files, and where they are filed away afterwards."""

    def look(self) -> Sequence[Any]: ...
    def taken(self, path: Path) -> Path: ...
    def not_read(self, path: Path) -> Path: ...


class LiveLines:
    """The ways out as the outbox needs them."""

    def __init__(self, ports: Ports) -> None:
        self._ports = ports

    def send(self, channel: str, claimed: Claimed, now: datetime) -> SendResult:
        if channel == "email":
            return self._mail(claimed)
        return self._text(claimed, now)

    def _mail(self, claimed: Claimed) -> SendResult:
        if self._ports.mail_out is None:
            raise ChannelDown("No mailbox is set up.", do="Set one up in Settings.")
        message, settings = claimed.message, claimed.store.settings
        return self._ports.mail_out.send(
            OutgoingMail(
                message_id=message.message_id, to=message.to_address, to_name=claimed.to_name, subject=message.subject, text=message.text,
                references=tuple(message.references.split()), reply_token=claimed.reply_token, unsubscribe_token=claimed.reply_token,
                desk_mark=str(settings["desk.id"]), automatic=message.author != "staff", marketing=claimed.marketing,
                invite=invite_for(claimed),
            )
        )  # fmt: skip

    def _text(self, claimed: Claimed, now: datetime) -> SendResult:
        if self._ports.texts is None:
            raise ChannelDown("No texting number is set up.", do="Set one up in Settings.")
        message = claimed.message
        until = now + claimed.valid_for if claimed.valid_for else None
        return self._ports.texts.send(
            OutgoingText(key=message.id, to=message.to_address, text=message.text, valid_until=until)
        )

    def find(self, message: Message) -> str | None:
        if message.channel == "email":
            mail = self._ports.mail_in
            return message.message_id if mail is not None and mail.find_sent(message.message_id) else None
        if self._ports.texts is None:
            return None
        found = self._ports.texts.find(message.to_address, message.at - timedelta(minutes=5), message.text)
        return found.sid if found is not None else None


class Line(threading.Thread):
    """A thread that does one round after another until it is stopped; a known trouble pauses it, any other is logged too."""

    def __init__(self, name: str, call: Call, every_s: float) -> None:
        super().__init__(name=name, daemon=True)
        self._call, self._every_s = call, every_s
        self._stopping = threading.Event()
        self._nudged = threading.Event()
        self._troubles = 0
        self._said: tuple[bool, str] | None = None

    def round(self) -> None:
        raise NotImplementedError

    def run(self) -> None:
        while not self._stopping.is_set():
            pause = self._every_s if self._one_round() else _PAUSES_S[min(self._troubles, len(_PAUSES_S)) - 1]
            self._nudged.wait(pause)
            self._nudged.clear()

    def _one_round(self) -> bool:
        try:
            self.round()
        except ChannelDown as down:
            self._trouble(str(down))
            return False
        except Exception:
            log.exception("the line %s stumbled", self.name)
            self._trouble("The desk stumbled over this line; it tries again.")
            return False
        self._troubles = 0
        self.say(True, "")
        return True

    def _trouble(self, words: str) -> None:
        self._troubles += 1
        self.say(False, words)

    def say(self, ok: bool, words: str) -> None:
        """Tell the desk how the line stands, only when that changed."""
        if self._said != (ok, words) and not self._stopping.is_set():
            self._said = (ok, words)
            self._call(NoteHealth(line=self.name, ok=ok, words=words))

    def nudge(self) -> None:
        """There may be work: do not wait for the pause to end."""
        self._nudged.set()

    def stop(self) -> None:
        self._stopping.set()
        self._nudged.set()


class MailReader(Line):
    """Reads the mailbox: everything after the cursor, then waits for news (IDLE)."""

    def __init__(
        self, call: Call, mail: MailIn, clock: Clock, eyes: Eyes, settings: Callable[[], Mapping[str, Any]]
    ) -> None:
        super().__init__("mail_in", call, every_s=0.05)
        self._mail, self._clock, self._eyes, self._settings = mail, clock, eyes, settings
        self._looked_for_others: datetime | None = None

    def round(self) -> None:
        started = self._clock.now()
        self._read_all()
        self._eyes.note(Channel.EMAIL, started)
        self._look_for_other_desks()
        self.say(True, "")
        self._mail.wait(20.0)

    def _read_all(self) -> None:
        known = dict(self._settings()["mail.cursor"])
        cursor = MailboxCursor(known.get("uidvalidity", 0), known.get("last_uid", 0))
        is_first = cursor == MailboxCursor()
        while not self._stopping.is_set():
            mails, following = self._mail.fetch(cursor)
            for mail in mails:
                self._take(mail, is_first)
            if following != cursor:
                saved = {"uidvalidity": following.uidvalidity, "last_uid": following.last_uid}
                self._call(NoteHealth(line="mail_in", ok=True, cursor={"mail.cursor": saved}))
            if not mails:
                return
            cursor = following

    def _take(self, mail: Any, is_first: bool) -> None:
        """One bad mail never stops the line; its bytes stay in the mailbox and the log says which."""
        hours = float(self._settings()["intake.history_after_hours"])
        before = self._clock.now() - timedelta(hours=hours) if is_first else None
        taken = TakeMail(
            raw=mail.raw,
            mailbox=mail.mailbox,
            uidvalidity=mail.uidvalidity,
            uid=mail.uid,
            internal_date=mail.internal_date,
            history_before=before,
        )
        try:
            self._call(taken)
        except Exception:
            log.exception("mail uid %s could not be taken in", mail.uid)

    def _look_for_other_desks(self) -> None:
        """Our own mark on sent mail tells our desk from another on the same mailbox (DESK-12)."""
        now = self._clock.now()
        if self._looked_for_others and now - self._looked_for_others < timedelta(minutes=5):
            return
        self._looked_for_others = now
        mark = str(self._settings()["desk.id"])
        for other in self._mail.foreign_marks(mark, now - timedelta(days=2)):
            self._call(NoteOtherDesk(line="mail", mark=other))

    def nudge(self) -> None:
        super().nudge()
        self._mail.nudge()

    def stop(self) -> None:
        super().stop()
        self._mail.nudge()


class TextReader(Line):
    """Polls inbound texts and the states of sent ones."""

    def __init__(
        self, call: Call, texts: Texts, clock: Clock, eyes: Eyes, settings: Callable[[], Mapping[str, Any]], open_sids: Callable[[], Mapping[str, str]],
        own_sids: Callable[[datetime], frozenset[str] | None], every_s: float = 15.0,
    ) -> None:  # fmt: skip
        super().__init__("texts", call, every_s=every_s)
        self._texts, self._clock, self._eyes, self._settings = texts, clock, eyes, settings
        self._open_sids, self._own_sids = open_sids, own_sids
        self._seen: set[str] = set()
        self._looked_for_others: datetime | None = None
        self._foreign_before = False

    def round(self) -> None:
        started = self._clock.now()
        since = self._since(started)
        fresh = [text for text in self._texts.inbound(since) if text.sid not in self._seen]
        for text in fresh:
            self._call(
                TakeText(
                    sid=text.sid, sender=text.sender, to=text.to, text=text.text, at=text.at, media=text.media
                )
            )
            self._seen.add(text.sid)
        self._eyes.note(Channel.TEXT, started)
        if fresh or not self._settings()["text.cursor"]:
            self._call(NoteHealth(line="texts", ok=True, cursor={"text.cursor": started.isoformat()}))
        self._states()
        self._look_for_other_desks(started)

    def _look_for_other_desks(self, now: datetime) -> None:
        """Texts on our number that we did not send, seen twice in a row, are another desk's (DESK-12)."""
        if self._looked_for_others and now - self._looked_for_others < timedelta(minutes=1):
            return
        self._looked_for_others = now
        since = now - timedelta(hours=6)
        own = self._own_sids(since - timedelta(days=1))
        foreign = own is not None and self._texts.foreign_senders(since, own) > 0
        if foreign and self._foreign_before:
            self._call(NoteOtherDesk(line="texts", mark="another sender on the texting account"))
        self._foreign_before = foreign

    def _since(self, now: datetime) -> datetime:
        told = self._settings()["text.cursor"]
        return datetime.fromisoformat(told) - timedelta(days=1) if told else now - timedelta(days=1)

    def _states(self) -> None:
        final = {"delivered": "delivered", "undelivered": "failed", "failed": "failed"}
        for message_id, sid in self._open_sids().items():
            state = self._texts.status(sid)
            if state.status in final:
                bad = state.code in ("30005", "30006", "21211", "21614")
                words = f"The carrier says {state.status}" + (f" ({state.code})" if state.code else "")
                self._call(
                    RecordDelivery(
                        message_id=message_id,
                        status=final[state.status],
                        code=state.code,
                        words=words,
                        address_bad=bad,
                    )
                )


class Sender(Line):
    """Lets one channel's due messages out, at the provider's pace; first answers before all else."""

    def __init__(
        self, name: str, channel: str, call: Call, outbox: Outbox, pause_s: Callable[[], float]
    ) -> None:
        super().__init__(name, call, every_s=5.0)
        self._channel, self._outbox, self._pause_s = channel, outbox, pause_s

    def round(self) -> None:
        while not self._stopping.is_set():
            due = self._outbox.due(self._channel)
            if not due:
                return
            self._send_some(due)

    def _send_some(self, due: Any) -> None:
        for message_id in due[:20]:
            if self._stopping.is_set():
                return
            outcome = self._outbox.send(message_id)
            if outcome == "retry":
                raise ChannelDown(
                    f"{'Mail' if self._channel == 'email' else 'Texting'} is not taking messages; what waits stays queued."
                )
            if pause := self._pause_s() if outcome != "kept" else 0.0:
                self._stopping.wait(pause)


class FolderWatch(Line):
    """Takes in dropped files; a file is filed away only after it is recorded (LEAD-01)."""

    def __init__(self, call: Call, folder: Folder) -> None:
        super().__init__("drop_folder", call, every_s=1.0)
        self._folder = folder

    def round(self) -> None:
        for file in self._folder.look():
            if file.trouble:
                self._folder.not_read(file.path)
                raise ChannelDown(
                    f"{file.path.name} was not taken: {file.trouble}", do="It lies in the folder not-read."
                )
            result = self._call(TakeFile(name=file.path.name, raw=file.data))
            (self._folder.not_read if result == "quarantined" else self._folder.taken)(file.path)
