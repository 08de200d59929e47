"""A texting provider on this computer: the documented REST shape on loopback, as strict as the real one.

It refuses what the provider refuses (sign-in, numbers, unknown fields), keeps texts, moves them from queued
to delivered, honours single-word opt-outs itself, and can be told to fail in every way a network can.
The wire is in ``carrier_http``; this file is the provider's mind and is also used without the wire.
"""

from __future__ import annotations

import re
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta
from hashlib import blake2b
from itertools import count
from typing import Literal
from urllib.parse import urlencode

from desk.models.time import Clock
from desk.services.outside.carrier_http import CarrierDoor
from desk.services.outside.carrier_terms import (
    CarrierFile,
    CarrierText,
    Fault,
    FaultKind,
    Json,
    Refusal,
    rfc2822,
)

STOP_WORDS = frozenset({"STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL"})
START_WORDS = frozenset({"START", "YES", "UNSTOP"})
_E164 = re.compile(r"\+[1-9]\d{6,14}")
_STEPS = ("queued", "sending", "sent", "delivered")
_STEP_TAKES = timedelta(seconds=1)
_KNOWN_FIELDS = frozenset(
    {
        "To",
        "From",
        "MessagingServiceSid",
        "Body",
        "MediaUrl",
        "ValidityPeriod",
        "StatusCallback",
        "SmartEncoded",
    }
)


class StandInCarrier:
    """The provider. ``numbers`` are the store's; ``bad_numbers`` fail after acceptance with the given code.

    Statuses move on with each look (``pace="looks"``) or with the clock, a second a step. ``on_text`` is
    told of each text that reached a customer, on the server's thread. ``files_down``: what came with texts cannot be had now.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        account: str = "AC00000000000000000000000000000000",
        token: str = "loopback-token",
        numbers: tuple[str, ...] = ("+15555550100",),
        service: str = "MG00000000000000000000000000000000",
        bad_numbers: Mapping[str, int] | None = None,
        pace: Literal["looks", "clock"] = "looks",
        confirms_stop: bool = True,
        on_text: Callable[[CarrierText], None] | None = None,
    ) -> None:
        self.account, self.token, self.numbers, self.service = account, token, numbers, service
        self.bad_numbers = dict(bad_numbers or {})
        self._clock, self._pace, self._confirms_stop, self._on_text = clock, pace, confirms_stop, on_text
        self._texts: dict[str, CarrierText] = {}
        self._opted_out: set[tuple[str, str]] = set()
        self._faults: deque[Fault] = deque()
        self._numbering, self._lock = count(1), threading.RLock()
        self._door: CarrierDoor | None = None
        self.files_down, self.asked_for_files = False, 0

    # Life

    def start(self) -> StandInCarrier:
        """Open the door on a free loopback port."""
        self._door = CarrierDoor(self)
        return self

    def stop(self) -> None:
        """Close the door and let go of callers that were kept waiting."""
        door, self._door = self._door, None
        if door:
            door.close()

    def now(self) -> datetime:
        """The moment by the carrier's clock."""
        return self._clock.now()

    @property
    def base_url(self) -> str:
        """Where ``TextSettings.base_url`` points to. Only while started."""
        assert self._door is not None
        return self._door.address

    # The world's side

    def receive(self, from_: str, to: str, body: str, *, media: Iterable[CarrierFile] = ()) -> str:
        """A customer texts the store; the sid. A single opt-out word is acted on as the provider does."""
        with self._lock:
            sid = self._keep(from_, to, body, "inbound", "received", media=tuple(media)).sid
            self._keyword(from_, to, body.strip().upper())
            return sid

    def answer_next(self, fault: Fault | int | FaultKind, *, times: int = 1) -> None:
        """Let the next sends go wrong: an HTTP status, a kind of fault, or a whole ``Fault``."""
        made = (
            Fault("answer", fault)
            if isinstance(fault, int)
            else fault
            if isinstance(fault, Fault)
            else Fault(fault)
        )
        with self._lock:
            self._faults.extend([made] * times)

    @property
    def faults_left(self) -> int:
        """How many of the faults asked for have not come yet."""
        with self._lock:
            return len(self._faults)

    @property
    def sent(self) -> list[CarrierText]:
        """The texts that came in over the API, oldest first; the proof of what left the store."""
        with self._lock:
            return [text for text in self._texts.values() if text.direction == "outbound-api"]

    @property
    def confirmations(self) -> list[CarrierText]:
        """The provider's own answers to opt-out words."""
        with self._lock:
            return [text for text in self._texts.values() if text.direction == "outbound-reply"]

    # The API's side, called by the door

    def next_fault(self) -> Fault | None:
        with self._lock:
            return self._faults.popleft() if self._faults else None

    def create(self, form: Mapping[str, str]) -> Json:
        """Take a text over the API. Raises Refusal."""
        with self._lock:
            sender = self._sender(form)
            self._check(form, sender)
            validity = int(form.get("ValidityPeriod", "0"))
            text = self._keep(sender, form["To"], form["Body"], "outbound-api", "queued", valid_s=validity)
            answer = self._as_json(text)
        if self._on_text and text.to not in self.bad_numbers:
            self._on_text(text)
        return answer

    def one(self, sid: str) -> Json:
        """A text by its sid; looking moves its status on. Raises Refusal."""
        with self._lock:
            text = self._with(sid)
            self._advance(text)
            return self._as_json(text)

    def page(self, query: Mapping[str, str], resource: str) -> Json:
        """A page of the list, newest first, with To, From and DateSent filters. Raises Refusal."""
        with self._lock:
            rows = [text for text in reversed(self._texts.values()) if _wanted(text, query)]
            size, number = int(query.get("PageSize", "50")), int(query.get("Page", "0"))
            if not 1 <= size <= 1000:
                raise Refusal(400, 20001)
            start = number * size
            rest = start + size < len(rows)
            following = f"{resource}?{urlencode({**query, 'Page': str(number + 1)})}" if rest else None
            shown = [self._as_json(text) for text in rows[start : start + size]]
            return {"messages": shown, "page": number, "page_size": size, "next_page_uri": following}

    def media(self, sid: str) -> Json:
        """The list of a text's files. Raises Refusal."""
        self.asked_for_files += 1
        if self.files_down:
            raise Refusal(503, 20503)
        with self._lock:
            files = list(enumerate(self._with(sid).media))
            return {"media_list": [self._listed(sid, number, file) for number, file in files]}

    def moved_to(self, sid: str, file_sid: str) -> str:
        """Where the bytes of a file lie: elsewhere, at an address that anyone may ask who knows it. Raises Refusal."""
        self._file(sid, file_sid)
        return f"{self.base_url}/stored/{sid}/{file_sid}"

    def stored(self, sid: str, file_sid: str) -> CarrierFile:
        """The file itself. Raises Refusal."""
        return self._file(sid, file_sid)

    # Inside

    def _with(self, sid: str) -> CarrierText:
        if sid not in self._texts:
            raise Refusal(404, 20404)
        return self._texts[sid]

    def _file(self, sid: str, file_sid: str) -> CarrierFile:
        with self._lock:
            for number, file in enumerate(self._with(sid).media):
                if _file_sid(sid, number) == file_sid:
                    return file
        raise Refusal(404, 20404)

    def _listed(self, sid: str, number: int, file: CarrierFile) -> Json:
        made, own = rfc2822(self._texts[sid].made), _file_sid(sid, number)
        uri = f"/2010-04-01/Accounts/{self.account}/Messages/{sid}/Media/{own}.json"
        return {
            "sid": own,
            "account_sid": self.account,
            "parent_sid": sid,
            "content_type": file.kind,
            "date_created": made,
            "date_updated": made,
            "uri": uri,
        }

    def _sender(self, form: Mapping[str, str]) -> str:
        if service := form.get("MessagingServiceSid"):
            if service != self.service:
                raise Refusal(404, 21701)
            return self.numbers[0]
        if not form.get("From"):
            raise Refusal(400, 21603)
        return form["From"]

    def _check(self, form: Mapping[str, str], sender: str) -> None:
        body, validity = form.get("Body", ""), form.get("ValidityPeriod", "1")
        refusals = (
            (
                20001,
                bool(set(form) - _KNOWN_FIELDS) or not (validity.isdecimal() and 1 <= int(validity) <= 36000),
            ),
            (21211, not _E164.fullmatch(form.get("To", ""))),
            (21606, sender not in self.numbers),
            (21602, not body and not form.get("MediaUrl")),
            (21617, len(body) > 1600),
            (21610, (form.get("To", ""), sender) in self._opted_out),
        )
        for code, refused in refusals:
            if refused:
                raise Refusal(400, code)

    def _keep(
        self,
        sender: str,
        to: str,
        body: str,
        direction: str,
        status: str,
        *,
        valid_s: int = 0,
        media: tuple[CarrierFile, ...] = (),
    ) -> CarrierText:
        number = next(self._numbering)
        sid = "SM" + blake2b(f"{self.account}:{number}".encode(), digest_size=16).hexdigest()
        text = CarrierText(
            sid, sender, to, body, direction, self._clock.now(), status, valid_s=valid_s, media=media
        )
        self._texts[sid] = text
        return text

    def _keyword(self, customer: str, store: str, word: str) -> None:
        pair = (customer, store)
        if word in STOP_WORDS and pair not in self._opted_out:
            self._opted_out.add(pair)
            if self._confirms_stop:
                said = "You have been unsubscribed and will get no more messages. Reply START to resubscribe."
                self._keep(store, customer, said, "outbound-reply", "delivered")
        elif word in START_WORDS:
            self._opted_out.discard(pair)

    def _advance(self, text: CarrierText) -> None:
        """Move a text that is under way to where it stands now."""
        if text.direction != "outbound-api" or text.status not in _STEPS[:-1]:
            return
        text.looks += 1
        age = (self._clock.now() - text.made) // _STEP_TAKES
        reached = _STEPS[min(text.looks if self._pace == "looks" else age, len(_STEPS) - 1)]
        error = self.bad_numbers.get(text.to, 0)
        if error and reached in ("sent", "delivered"):
            text.status, text.error = "undelivered", error
        else:
            text.status = reached

    def _as_json(self, text: CarrierText) -> Json:
        uri = f"/2010-04-01/Accounts/{self.account}/Messages/{text.sid}"
        moved = text.status not in ("queued", "sending")
        return {
            "sid": text.sid,
            "account_sid": self.account,
            "from": text.sender,
            "to": text.to,
            "body": text.body,
            "direction": text.direction,
            "status": text.status,
            "error_code": text.error or None,
            "error_message": None,
            "num_media": str(len(text.media)),
            "num_segments": "1",
            "date_created": rfc2822(text.made),
            "date_sent": rfc2822(text.made) if moved else None,
            "uri": f"{uri}.json",
            "subresource_uris": {"media": f"{uri}/Media.json"},
        }


def _file_sid(sid: str, number: int) -> str:
    return "ME" + blake2b(f"{sid}:{number}".encode(), digest_size=16).hexdigest()


def _wanted(text: CarrierText, query: Mapping[str, str]) -> bool:
    """Whether the list's filters let a text through; a date filter passes none that has not been sent."""
    since = query.get("DateSent>")
    sent = text.status not in ("queued", "sending")
    return (
        query.get("To", text.to) == text.to
        and query.get("From", text.sender) == text.sender
        and (since is None or (sent and text.made.date() >= date.fromisoformat(since)))
    )
