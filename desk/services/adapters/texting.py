"""Texts over the provider's REST API (Twilio-shaped): form in, JSON out, no send repeated blindly (R23)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit

import httpx

from desk.models.attached import Attached
from desk.models.errors import BadInput, ChannelDown
from desk.models.probe import ProbeStep
from desk.models.time import Clock, as_utc
from desk.services.adapters.data import channel_table
from desk.services.adapters.text_codes import as_result, meaning
from desk.services.adapters.texting_files import TextFiles
from desk.services.adapters.wire import is_loopback, sealed
from desk.services.ports import IncomingText, OutgoingText, SendResult, TextStatus

Json = Mapping[str, Any]
_TEST = "Test from your sales desk. No answer is needed."


def _api() -> dict[str, Any]:
    table: dict[str, Any] = channel_table("text_codes")["api"]
    return table


@dataclass(frozen=True, slots=True, kw_only=True)
class TextSettings:
    """The texting account. ``numbers`` are the store's own, E.164; the first one sends unless a service does.

    Raises BadInput for an address that is not https (this computer excepted): the token would be readable.
    """

    account: str
    token: str
    numbers: tuple[str, ...]
    service: str = ""
    base_url: str = field(default_factory=lambda: _api()["base_url"])
    connect_s: float = field(default_factory=lambda: _api()["connect_s"])
    answer_s: float = field(default_factory=lambda: _api()["answer_s"])
    page_size: int = field(default_factory=lambda: _api()["page_size"])

    def __post_init__(self) -> None:
        parts = urlsplit(self.base_url)
        if parts.scheme != "https" and not is_loopback(parts.hostname or ""):
            raise BadInput(
                "The texting address is not encrypted.", do="Use an address that starts with https."
            )
        if not self.numbers:
            raise BadInput("The texting account has no number of the store.", do="Enter one in Settings.")


class TwilioTexts:
    """Sends and polls texts (``ports.Texts``). Safe to call from several threads.

    ``saw_date`` is given the Date header of every answer, for the check of this computer's clock (R29).
    """

    def __init__(
        self, settings: TextSettings, clock: Clock, saw_date: Callable[[str], None] | None = None
    ) -> None:
        self._settings, self._clock, self._saw_date = settings, clock, saw_date
        self._client = httpx.Client(
            verify=sealed(httpx.create_ssl_context()),
            base_url=settings.base_url,
            auth=(settings.account, settings.token),
            timeout=httpx.Timeout(settings.answer_s, connect=settings.connect_s),
            trust_env=not is_loopback(urlsplit(settings.base_url).hostname or ""),
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    # Sending

    def send(self, text: OutgoingText) -> SendResult:
        """Hand one text over. Never raises for a known trouble; a lost answer is ``uncertain`` (R23)."""
        try:
            answer = self._client.post(self._path("Messages.json"), data=self._form(text))
        except (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout) as trouble:
            return SendResult("retry", code="unreachable", detail=_lost(trouble))
        except httpx.TransportError:
            detail = "The texting provider did not confirm; the text may be out."
            return SendResult("uncertain", code="no-answer", detail=detail)
        self._note_date(answer)
        return self._judged(answer)

    def _form(self, text: OutgoingText) -> dict[str, str]:
        form = {"To": text.to, "Body": text.text}
        form |= (
            {"MessagingServiceSid": self._settings.service}
            if self._settings.service
            else {"From": self._number}
        )
        if text.media_url:
            form["MediaUrl"] = text.media_url
        if text.valid_until:
            left = int((text.valid_until - self._clock.now()).total_seconds())
            form["ValidityPeriod"] = str(min(max(left, _api()["validity_min_s"]), _api()["validity_max_s"]))
        return form

    def _judged(self, answer: httpx.Response) -> SendResult:
        """What the provider's answer to a send means."""
        status, body = answer.status_code, _json(answer)
        code = str(body.get("code") or body.get("error_code") or "")
        if status >= 500:
            detail = "The texting provider had a fault; the text may be out."
            return SendResult("uncertain", code=str(status), detail=detail)
        if status == 429:
            return as_result(code or "20429", retry_after_s=self._retry_after(answer))
        if status in (401, 403):
            return as_result("20003")
        if status == 404:
            return as_result("20404")
        if 200 <= status < 300:
            return _accepted(body, code)
        return as_result(code) if code else SendResult("refused", code=str(status), detail=meaning("").words)

    def _retry_after(self, answer: httpx.Response) -> float:
        """Retry-After in seconds, from a number or a date (RFC 9110 10.2.3)."""
        value = answer.headers.get("Retry-After", "")
        with suppress(ValueError):
            return max(0.0, float(value))
        with suppress(ValueError):
            return max(0.0, (as_utc(parsedate_to_datetime(value)) - self._clock.now()).total_seconds())
        return float(_api()["wait_s"])

    # Looking

    def inbound(self, since: datetime) -> Iterator[IncomingText]:
        """All texts to the store's numbers since the UTC day before ``since``, oldest first (R24).

        Raises ChannelDown; a text may come again on the next call and is known by its sid.
        """
        from_day = (as_utc(since) - timedelta(hours=_api()["inbound_overlap_h"])).date().isoformat()
        found = [
            _incoming(row)
            for number in self._settings.numbers
            for row in self._rows({"To": number, "DateSent>": from_day})
            if row.get("direction") == "inbound"
        ]
        return iter(sorted(found, key=lambda text: (text.at, text.sid)))

    def files(self, sid: str) -> Sequence[Attached]:
        """What came with a text (``ports.Texts``); none where the provider no longer has the text. Raises ChannelDown."""
        path = self._path(f"Messages/{sid}/Media.json")
        answer = self._asked(path)
        listed = self._understood(answer).get("media_list", ()) if answer.status_code != 404 else ()
        return TextFiles(self._client, channel_table("text_codes")["files"]).fetch(listed)

    def status(self, sid: str) -> TextStatus:
        """Where a text stands now. Raises ChannelDown."""
        return _status(self._get(self._path(f"Messages/{sid}.json")))

    def find(self, to: str, since: datetime, text: str) -> TextStatus | None:
        """The text of this wording sent to ``to`` since ``since``, if the provider has it (R23).

        Looks without a date filter, since a queued text has no sent date yet. Raises ChannelDown.
        """
        wanted, whole_second = text.strip(), as_utc(since).replace(microsecond=0)
        for row in self._rows({"To": to}, until=whole_second):
            if row.get("direction") != "inbound" and (row.get("body") or "").strip() == wanted:
                return _status(row)
        return None

    def sent_sids(self, since: datetime) -> frozenset[str]:
        """The sids of texts that left the store's numbers over the API since ``since`` (DESK-12).

        The provider's own confirmations (``outbound-reply``) and the set-up's test text are nobody's message.
        Raises ChannelDown.
        """
        rows = (
            row
            for number in self._settings.numbers
            for row in self._rows({"From": number}, until=as_utc(since))
        )
        return frozenset(
            str(row["sid"]) for row in rows if row["direction"] == "outbound-api" and row.get("body") != _TEST
        )

    def probe(self, test_to: str = "") -> Sequence[ProbeStep]:
        """Reach and sign in, the store's numbers, and a test text where ``test_to`` is given."""
        steps: list[ProbeStep] = []
        try:
            account = self._get(f"/{_api()['version']}/Accounts/{self._settings.account}.json")
            active = account.get("status") == "active"
            do = "" if active else "Sign in at the provider to see why."
            steps.append(
                ProbeStep("Sign in", active, f"The account is {account.get('status', 'unknown')}.", do)
            )
            steps += [self._owned(number) for number in self._settings.numbers]
        except ChannelDown as trouble:
            steps.append(ProbeStep("Own number" if steps else "Sign in", False, trouble.what, trouble.do))
        if test_to and all(step.ok for step in steps):
            steps.append(self._test_text(test_to))
        return steps

    def _owned(self, number: str) -> ProbeStep:
        page = self._get(self._path("IncomingPhoneNumbers.json"), {"PhoneNumber": number})
        owned = any(row.get("phone_number") == number for row in page.get("incoming_phone_numbers", ()))
        words = "belongs to the account" if owned else "does not belong to the account"
        return ProbeStep(
            "Own number", owned, f"{number} {words}.", "" if owned else "Choose another one in Settings."
        )

    def _test_text(self, to: str) -> ProbeStep:
        result = self.send(OutgoingText("probe", to, _TEST))
        return ProbeStep("Send a test text", result.outcome == "accepted", result.detail)

    # The wire

    @property
    def _number(self) -> str:
        return self._settings.numbers[0]

    def _path(self, resource: str) -> str:
        return f"/{_api()['version']}/Accounts/{self._settings.account}/{resource}"

    def _rows(self, query: Mapping[str, str], until: datetime | None = None) -> Iterator[Json]:
        """The list's rows, newest first over all pages, down to the moment ``until``."""
        page = self._get(self._path("Messages.json"), {**query, "PageSize": str(self._settings.page_size)})
        for _ in range(_api()["pages"]):
            for row in page.get("messages", ()):
                if until and _made(row) < until:
                    return
                yield row
            if not page.get("next_page_uri"):
                return
            page = self._get(_local_part(page["next_page_uri"]))
        raise ChannelDown("The texting provider lists more texts than can be read at once.", where="texts")

    def _get(self, path: str, query: Mapping[str, str] | None = None) -> Json:
        return self._understood(self._asked(path, query))

    def _asked(self, path: str, query: Mapping[str, str] | None = None) -> httpx.Response:
        try:
            answer = self._client.get(path, params=query)
        except httpx.TransportError as trouble:
            raise ChannelDown(_lost(trouble), where="texts", do="The desk keeps trying.") from trouble
        self._note_date(answer)
        return answer

    def _understood(self, answer: httpx.Response) -> Json:
        if answer.status_code in (401, 403, 404):
            code = "20404" if answer.status_code == 404 else "20003"
            raise ChannelDown(meaning(code).words, where="texts")
        body = _json(answer)
        if answer.status_code != 200 or not body:
            detail = f"The texting provider answered with {answer.status_code}."
            raise ChannelDown(detail, where="texts", do="The desk keeps trying.")
        return body

    def _note_date(self, answer: httpx.Response) -> None:
        if self._saw_date and "Date" in answer.headers:
            self._saw_date(answer.headers["Date"])


def _accepted(body: Json, code: str) -> SendResult:
    sid = str(body.get("sid") or "")
    if not sid:
        return SendResult(
            "uncertain", code="no-sid", detail="The texting provider's answer was cut; the text may be out."
        )
    if body.get("status") in ("failed", "undelivered", "canceled"):
        return as_result(code, sid=sid)
    return SendResult(
        "accepted", provider_id=sid, code=str(body.get("status", "")), detail="The provider has the text."
    )


def _status(row: Json) -> TextStatus:
    status = str(row.get("status", ""))
    final = status in channel_table("text_codes")["final"]["statuses"]
    code = str(row.get("error_code") or "")
    return TextStatus(
        str(row["sid"]), status, code, final, str(row.get("to", "")), str(row.get("body", "")), _made(row)
    )


def _incoming(row: Json) -> IncomingText:
    files = int(row.get("num_media") or 0)
    return IncomingText(
        str(row["sid"]), str(row["from"]), str(row["to"]), str(row.get("body") or ""), _made(row), files
    )


def _made(row: Json) -> datetime:
    return as_utc(parsedate_to_datetime(str(row.get("date_created") or row["date_sent"])))


def _json(answer: httpx.Response) -> Json:
    """The answer's JSON object; empty where it is none (a proxy's page, a cut answer)."""
    with suppress(ValueError):
        body = answer.json()
        if isinstance(body, dict):
            return body
    return {}


def _local_part(address: str) -> str:
    """Path and query only: the token is never sent to another host than the one that is set."""
    parts = urlsplit(address)
    return f"{parts.path}?{parts.query}"


def _lost(trouble: httpx.TransportError) -> str:
    slow = isinstance(trouble, httpx.TimeoutException)
    return (
        "The texting provider did not answer in time." if slow else "The texting provider cannot be reached."
    )
