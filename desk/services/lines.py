"""The store's lines to the outside, each on its own thread: mail in, mail out, texts, the drop folder.

They only ever send commands. A line that is down says so once, tries again with growing pauses, and what waits stays queued
(DESK-10); nothing is tried blindly.
"""

from __future__ import annotations

import logging
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

from desk.models.commands import Command, KeepAside, NoteHealth, TakeFile
from desk.models.conversation import Message
from desk.models.errors import ChannelDown, NeedsPerson, StoreDown
from desk.models.mailbox import ASSISTANT, writer_of
from desk.services.handlers.sending import Claimed
from desk.services.invites import invite_for
from desk.services.outbox import Outbox
from desk.services.ports import Language, MailIn, MailOut, OutgoingMail, OutgoingText, SendResult, Texts

log = logging.getLogger("desk.lines")
Call = Callable[[Command], Any]
_PAUSES_S = (1.0, 2.0, 5.0, 15.0, 30.0, 60.0)


@dataclass(frozen=True, slots=True)
class Ports:
    """What the store has set up; a line that is not set up is None. ``mailboxes`` are the folders that are read.

    ``more_mailboxes`` and ``more_out`` are the further mailboxes by their names, those that are read and those that send.
    """

    mail_out: MailOut | None = None
    mailboxes: Mapping[str, MailIn] = field(default_factory=dict)
    more_mailboxes: Mapping[str, Mapping[str, MailIn]] = field(default_factory=dict)
    more_out: Mapping[str, MailOut] = field(default_factory=dict)
    texts: Texts | None = None
    language: Language | None = None

    @property
    def mail_in(self) -> MailIn | None:
        """The first folder, which also stands for the account."""
        return next(iter(self.mailboxes.values()), None)

    def close(self) -> None:
        """Let go of every connection."""
        more = [port for folders in self.more_mailboxes.values() for port in folders.values()]
        for port in (
            *self.mailboxes.values(),
            *more,
            *self.more_out.values(),
            self.mail_out,
            self.texts,
            self.language,
        ):
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
        message, settings = claimed.message, claimed.store.settings
        way = self._way(message, settings)
        if way is None:
            raise ChannelDown("No mailbox is set up.", do="Set one up in Settings.")
        return way.send(
            OutgoingMail(
                message_id=message.message_id, to=message.to_address, to_name=claimed.to_name, subject=message.subject, text=message.text,
                references=tuple(message.references.split()), reply_token=claimed.reply_token, unsubscribe_token=claimed.reply_token,
                desk_mark=str(settings["desk.id"]), automatic=message.author != "staff", marketing=claimed.marketing,
                invite=invite_for(claimed), files=claimed.files,
            )
        )  # fmt: skip

    def _way(self, message: Message, settings: Mapping[str, Any]) -> MailOut | None:
        """The mailbox that writes for whoever wrote this; the store's own where none is named or the named one sends nothing."""
        writer = message.staff_id if message.author == "staff" and message.staff_id else ASSISTANT
        return self._ports.more_out.get(writer_of(settings, writer)) or self._ports.mail_out

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
            left = any(mail.find_sent(message.message_id) for mail in self._writing())
            return message.message_id if left else None
        if self._ports.texts is None:
            return None
        found = self._ports.texts.find(message.to_address, message.at - timedelta(minutes=5), message.text)
        return found.sid if found is not None else None

    def _writing(self) -> Iterator[MailIn]:
        """The mailboxes whose Sent folder may hold a mail of ours."""
        if self._ports.mail_in is not None:
            yield self._ports.mail_in
        for name in self._ports.more_out:
            yield from list(self._ports.more_mailboxes.get(name, {}).values())[:1]


class Line(threading.Thread, ABC):
    """A thread that does one round after another until it is stopped; a known trouble pauses it, any other is logged too."""

    def __init__(self, name: str, call: Call, every_s: float) -> None:
        super().__init__(name=name, daemon=True)
        self._call, self._every_s = call, every_s
        self._stopping = threading.Event()
        self._nudged = threading.Event()
        self._troubles = 0
        self._said: tuple[bool, str] | None = None

    @abstractmethod
    def round(self) -> None:
        """Do what there is to do now. Raises ChannelDown when the line is not to be had."""

    def run(self) -> None:
        while not self._stopping.is_set():
            pause = self._every_s if self._one_round() else _PAUSES_S[min(self._troubles, len(_PAUSES_S)) - 1]
            self._nudged.wait(pause)
            self._nudged.clear()

    def _one_round(self) -> bool:
        try:
            self.round()
        except (ChannelDown, StoreDown) as down:
            self._trouble(str(down), needs_person=isinstance(down, NeedsPerson))
            return False
        except Exception:
            log.exception("the line %s stumbled", self.name)
            self._trouble("The desk stumbled over this line; it tries again.")
            return False
        self._troubles = 0
        if self.is_well():
            self.say(True, "")
        return True

    def is_well(self) -> bool:
        """Whether a round without trouble means that the line is up again."""
        return True

    def _trouble(self, words: str, *, needs_person: bool = False) -> None:
        self._troubles += 1
        self.say(False, words, needs_person=needs_person)

    def say(self, ok: bool, words: str, *, needs_person: bool = False) -> None:
        """Tell the desk how the line stands, only when that changed. A store that cannot be written is told by itself."""
        if self._said != (ok, words) and not self._stopping.is_set():
            with suppress(StoreDown):
                self._call(NoteHealth(line=self.name, ok=ok, words=words, needs_person=needs_person))
                self._said = (ok, words)

    def nudge(self) -> None:
        """There may be work: do not wait for the pause to end."""
        self._nudged.set()

    def stop(self) -> None:
        """End after the round that runs; does not wait for it."""
        self._stopping.set()
        self._nudged.set()


class Sender(Line):
    """Lets one channel's due messages out, at the provider's pace; first answers before all else."""

    def __init__(
        self, name: str, channel: str, call: Call, outbox: Outbox, pause_s: Callable[[], float]
    ) -> None:
        super().__init__(name, call, every_s=5.0)
        self._channel, self._outbox, self._pause_s = channel, outbox, pause_s
        self._is_stuck = False

    def is_well(self) -> bool:
        """Down until something goes out again, or nothing waits any more that was tried in vain (DESK-10)."""
        self._is_stuck = self._is_stuck and self._outbox.tried_in_vain(self._channel)
        return not self._is_stuck

    def round(self) -> None:
        self._outbox.record_owed()
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
                self._is_stuck = True
                raise ChannelDown(
                    f"{'Mail' if self._channel == 'email' else 'Texting'} is not taking messages; what waits stays queued."
                )
            if outcome != "kept":
                self._is_stuck = False
            if pause := self._pause_s() if outcome != "kept" else 0.0:
                self._stopping.wait(pause)


class FolderWatch(Line):
    """Takes in dropped files; a file is filed away only after it is recorded (LEAD-01)."""

    def __init__(self, call: Call, folder: Folder, every_s: float = 1.0) -> None:
        super().__init__("drop_folder", call, every_s)
        self._folder = folder

    def round(self) -> None:
        for file in self._folder.look():
            if file.trouble:
                self._folder.not_read(file.path)
                raise ChannelDown(
                    f"{file.path.name} was not taken: {file.trouble}", do="It lies in the folder not-read."
                )
            taken = TakeFile(name=file.path.name, raw=file.data)
            result = take_or_keep(self._call, taken, file.data, "file")
            (self._folder.not_read if result == "quarantined" else self._folder.taken)(file.path)


def take_or_keep(call: Call, command: Command, raw: bytes, origin: str) -> Any:
    """Give an arrival to the engine. What it stumbles over is kept whole for a person and stops nothing after it (LEAD-02).

    Raises StoreDown: what could not be written stays where it is and comes again.
    """
    try:
        return call(command)
    except StoreDown:
        raise
    except Exception:
        log.exception("an arrival could not be taken in; it is kept for a person")
        return call(KeepAside(raw=raw, origin=origin))
