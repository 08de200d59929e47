"""What comes in: the mailbox's folders and the texting number, each read on its own thread.

Before a channel counts as read, its reader has looked whether another desk is at work on it: what is read may be
answered, so this desk must know that it speaks alone (DESK-12, R24).

What remains: where the mailbox has no Sent folder, or the store has a texting number and no mailbox, a desk leaves no
note before it writes. Two desks that are started there in the same moment may both answer what lies waiting before
either sees the other's first message; from then on both are silent until a person decides.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from desk.models.attached import Attached
from desk.models.commands import (
    NoteHealth,
    NoteOtherDesk,
    NoteSentElsewhere,
    RecordDelivery,
    TakeMail,
    TakeText,
    TakeTextFiles,
)
from desk.models.errors import ChannelDown
from desk.models.time import Clock
from desk.models.words import Channel
from desk.services.eyes import Eyes
from desk.services.lines import Call, Line, take_or_keep
from desk.services.ports import IncomingMail, IncomingText, MailboxCursor, MailIn, Texts
from desk.services.resources import load_toml

Settings = Callable[[], Mapping[str, Any]]
MAIL_IN = "mail_in"
_WAIT_S, _WAIT_SEVERAL_S = 20.0, 5.0  # news is heard in the first folder; the others are looked at this often
_LOOK_AROUND = timedelta(minutes=5)
_FOREIGN = "another sender on the texting account"


class MailReader(Line):
    """Reads the folders of one mailbox: everything after each one's cursor, then waits for news (IDLE).

    ``account`` names a further mailbox that is only read; the store's own has no name. Each has a line of its own, so that
    one that is down holds up no other. Other desks are looked for in the store's own, from which it writes.
    """

    def __init__(
        self, call: Call, mailboxes: Mapping[str, MailIn], clock: Clock, eyes: Eyes, settings: Settings, account: str = ""
    ) -> None:  # fmt: skip
        super().__init__(f"{MAIL_IN}:{account}" if account else MAIL_IN, call, every_s=0.05)
        self._mailboxes, self._clock, self._eyes, self._settings = mailboxes, clock, eyes, settings
        self._account = account
        self._main = next(iter(mailboxes.values()))
        self._looked: datetime | None = None

    def round(self) -> None:
        started = self._clock.now()
        if self._eyes.read_at(Channel.EMAIL, started) is None:
            self._look_around(started)
        for folder, mail in self._mailboxes.items():
            self._read(folder, mail)
        self._eyes.note(Channel.EMAIL, started, self._account)
        if self._looked is None or abs(started - self._looked) > _LOOK_AROUND:
            self._look_around(started)
        self.say(True, "")
        self._main.wait(_WAIT_S if len(self._mailboxes) == 1 else _WAIT_SEVERAL_S)

    def _read(self, folder: str, mail: MailIn) -> None:
        """Read a folder to its end. Its first reading stays the first until it is done, also over a restart (LEAD-01)."""
        known = dict(self._settings()["mail.cursor"].get(self._mark(folder), {}))
        cursor = MailboxCursor(known.get("uidvalidity", 0), known.get("last_uid", 0))
        before, count = self._history_before(known), 0
        while not self._stopping.is_set():
            mails, following = mail.fetch(cursor)
            for one in mails:
                self._take(one, before)
            count += len(mails)
            if following != cursor or (before and not mails):
                self._keep(folder, following, before if mails else None, count)
            if not mails:
                return
            cursor = following

    def _history_before(self, known: Mapping[str, Any]) -> datetime | None:
        """Leads before this moment are history: set at a folder's first reading, gone when that has reached the end."""
        if told := known.get("history_before"):
            return datetime.fromisoformat(told)
        hours = float(self._settings()["intake.history_after_hours"])
        return None if known else self._clock.now() - timedelta(hours=hours)

    def _keep(self, folder: str, cursor: MailboxCursor, before: datetime | None, count: int) -> None:
        saved: dict[str, Any] = {"uidvalidity": cursor.uidvalidity, "last_uid": cursor.last_uid}
        words = ""
        if before is not None:
            saved["history_before"] = before.isoformat()
            words = f"Reading {folder} for the first time: {count:,} mails so far."
        read = {"mail.cursor": {self._mark(folder): saved}}
        self._call(NoteHealth(line=self.name, ok=True, words=words, cursor=read))
        self._said = (True, words)

    def _mark(self, folder: str) -> str:
        """Under which name a folder's cursor is kept: two mailboxes may both have an INBOX."""
        return f"{self._account}/{folder}" if self._account else folder

    def _take(self, mail: IncomingMail, before: datetime | None) -> None:
        taken = TakeMail(
            raw=mail.raw, mailbox=mail.mailbox, uidvalidity=mail.uidvalidity, uid=mail.uid,
            internal_date=mail.internal_date, history_before=before,
        )  # fmt: skip
        take_or_keep(self._call, taken, mail.raw, "mail")

    def _look_around(self, now: datetime) -> None:
        """Say that this desk is at work and see who else is, by the marks in the Sent folder (DESK-12)."""
        if self._account:
            self._looked = now
            return
        for other in self._main.meet(str(self._settings()["desk.id"]), now):
            self._call(NoteOtherDesk(line="mail", mark=other))
        self._see_other_answers(now)
        self._looked = now

    def _see_other_answers(self, now: datetime) -> None:
        """What left this mailbox lately and is no desk's may be another system that answers leads too (DESK-08)."""
        back = timedelta(minutes=load_toml("channels", "mail.toml")["second_answer"]["watch_back_min"])
        if heads := tuple(head for head in self._main.heads(now - back, sent=True) if not head.by_desk):
            self._call(NoteSentElsewhere(heads=heads))

    def nudge(self) -> None:
        super().nudge()
        self._main.nudge()

    def stop(self) -> None:
        super().stop()
        self._main.nudge()


class TextReader(Line):
    """Polls inbound texts and the states of sent ones; then fetches what came with one of them.

    A text is recorded before its files are asked for, and one text's files at a time: a STOP never waits for a photo.
    ``awaited`` says whose files are not here yet, by the text's id at the provider, and when it came.
    """

    def __init__(
        self, call: Call, texts: Texts, clock: Clock, eyes: Eyes, settings: Settings, open_sids: Callable[[], Mapping[str, str]],
        own_sids: Callable[[datetime], tuple[frozenset[str], int]], awaited: Callable[[], Mapping[str, datetime]], every_s: float = 15.0,
    ) -> None:  # fmt: skip
        super().__init__("texts", call, every_s=every_s)
        self._awaited, self._tried = awaited, dict[str, tuple[int, datetime]]()
        self._texts, self._clock, self._eyes, self._settings = texts, clock, eyes, settings
        self._open_sids, self._own_sids = open_sids, own_sids
        self._seen: set[str] = set()
        self._looked: datetime | None = None

    def round(self) -> None:
        started = self._clock.now()
        if self._eyes.read_at(Channel.TEXT, started) is None:
            self._look_around(started)
        fresh = [text for text in self._texts.inbound(self._since(started)) if text.sid not in self._seen]
        for text in fresh:
            self._take(text)
        self._eyes.note(Channel.TEXT, started)
        if fresh or not self._settings()["text.cursor"]:
            self._call(NoteHealth(line="texts", ok=True, cursor={"text.cursor": started.isoformat()}))
        self._states()
        if self._looked is None or abs(started - self._looked) > timedelta(minutes=1):
            self._look_around(started)
        self._fetch_files(started)

    def _take(self, text: IncomingText) -> None:
        taken = TakeText(
            sid=text.sid, sender=text.sender, to=text.to, text=text.text, at=text.at, files=text.files
        )
        take_or_keep(self._call, taken, text.text.encode(), "text")
        self._seen.add(text.sid)

    def _fetch_files(self, now: datetime) -> None:
        """Fetch the files of one text. One that does not come is tried again, more and more seldom, and given up in the end."""
        rules = load_toml("channels", "text_codes.toml")["files"]
        for sid, came in self._awaited().items():
            tries, again = self._tried.get(sid, (0, now))
            if again > now:
                continue
            try:
                self._call(TakeTextFiles(sid=sid, files=tuple(self._texts.files(sid))))
            except ChannelDown:
                pause = rules["pause_s"][min(tries, len(rules["pause_s"]) - 1)]
                self._tried[sid] = tries + 1, now + timedelta(seconds=pause)
                if now - came > timedelta(hours=rules["give_up_h"]):
                    self._call(TakeTextFiles(sid=sid, files=(Attached("", b""),)))
            return

    def _look_around(self, now: datetime) -> None:
        """Texts on our number that we did not send are another desk's (DESK-12).

        The provider is asked first and our own list read after it, so that what leaves meanwhile is no stranger.
        """
        since = now - timedelta(hours=6)
        listed = self._texts.sent_sids(since)
        own, doubtful = self._own_sids(since - timedelta(days=1))
        self._looked = now
        if len(listed - own) > doubtful:
            self._call(NoteOtherDesk(line="texts", mark=_FOREIGN))

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
                        message_id=message_id, status=final[state.status], code=state.code, words=words, address_bad=bad,
                    )
                )  # fmt: skip
