"""Mail out over SMTP, with an exact answer to the one question that matters: may it be out? (R23, R28)"""

from __future__ import annotations

import re
import smtplib
import ssl
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from desk.models.errors import BadInput, ChannelDown, NeedsPerson
from desk.models.probe import ProbeStep
from desk.models.time import Clock
from desk.services.adapters import mime
from desk.services.adapters.data import channel_table
from desk.services.adapters.wire import Login, reach_words
from desk.services.ports import Outcome, OutgoingMail, SendResult

_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b")
_GREETED_AS = "[127.0.0.1]"  # our name in EHLO: neither this computer's nor a look-up that may hang
_LONE_DOT = re.compile(rb"(?m)^\.")
_OUTCOMES: dict[str, Outcome] = {
    "retry": "retry",
    "stop_retry": "retry",
    "refused": "refused",
    "stop_refused": "refused",
    "address_bad": "refused",
}


def _limits() -> dict[str, Any]:
    table: dict[str, Any] = channel_table("mail")["smtp"]
    return table


@dataclass(frozen=True, slots=True, kw_only=True)
class SmtpSettings:
    """The server, who writes, and the time limits in seconds (defaults: ``resources/channels/mail.toml``)."""

    login: Login
    sender: mime.Sender
    connect_s: float = field(default_factory=lambda: _limits()["connect_s"])
    command_s: float = field(default_factory=lambda: _limits()["command_s"])
    data_s: float = field(default_factory=lambda: _limits()["data_s"])
    reuse_mails: int = field(default_factory=lambda: _limits()["reuse_mails"])
    reuse_s: float = field(default_factory=lambda: _limits()["reuse_s"])


class _Refusal(Exception):
    """The server answered a command with 4yz or 5yz."""

    def __init__(self, step: str, code: int, text: bytes) -> None:
        super().__init__(step)
        self.step, self.code, self.text = step, code, text.decode("utf-8", "replace")


class _MaybeOut(Exception):
    """The connection ended between the last dot and the server's answer."""


class SmtpMail:
    """Sends mail (``ports.MailOut``). Several threads may call it; they take turns on one connection."""

    def __init__(self, settings: SmtpSettings, clock: Clock) -> None:
        self._settings, self._clock = settings, clock
        self._lock = threading.Lock()
        self._line: smtplib.SMTP | None = None
        self._sent, self._idle_since = 0, 0.0

    def send(self, mail: OutgoingMail) -> SendResult:
        """Send one mail. Never raises for a known trouble; ``uncertain`` only after the last dot (R23)."""
        try:
            recipient = mime.address(mail.to).addr_spec
        except BadInput as trouble:
            return SendResult("refused", code="bad-address", detail=str(trouble), address_bad=True)
        try:
            message = mime.build(mail, self._settings.sender, self._clock.now())
        except BadInput as trouble:
            return SendResult("refused", code="unbuildable", detail=str(trouble))
        with self._lock:
            return self._deliver(recipient, message.as_bytes(policy=mime.POLICY))

    def close(self) -> None:
        """Say goodbye to the server, if connected."""
        with self._lock:
            self._hang_up()

    def probe(self) -> Sequence[ProbeStep]:
        """Reach, secure, sign in and offer the sender address; nothing is sent."""
        host, steps = self._settings.login.host, list[ProbeStep]()
        with self._lock:
            self._hang_up()
            actions: tuple[tuple[str, Callable[[], None]], ...] = (
                ("Reach the mail server", self._open),
                ("Sign in", self._sign_in),
                ("Offer the sender address", self._offer_sender),
            )
            for name, act in actions:
                result = self._guarded(act)
                done = result is None
                detail = f"{host} answers." if result is None else result.detail
                steps.append(ProbeStep(name, done, detail, "" if done else "Check the entries in Settings."))
                if not done:
                    break
            self._hang_up()
        return steps

    # One mail on the wire

    def _deliver(self, recipient: str, data: bytes) -> SendResult:
        kept = self._keep_or_drop()
        result = self._guarded(lambda: self._transact(recipient, data))
        if result is not None and kept and result.code in ("lost", "421"):
            # The server had closed the idle connection before this mail's data; nothing of it left.
            result = self._guarded(lambda: self._transact(recipient, data))
        self._sent, self._idle_since = self._sent + 1, time.monotonic()
        host = self._settings.login.host
        return result or SendResult("accepted", code="250", detail=f"{host} has taken the mail.")

    def _transact(self, recipient: str, data: bytes) -> None:
        self._connect()
        line = self._wire
        self._offer_sender()
        self._ask(line, "rcpt", *line.rcpt(recipient))
        self._ask(line, "data", *line.docmd("data"), wanted=354)
        assert line.sock is not None
        line.sock.settimeout(self._settings.data_s)
        # A send that fails has not handed over the end of its bytes, so the last dot is not out.
        line.send(_LONE_DOT.sub(b"..", data).removesuffix(b"\r\n") + b"\r\n.\r\n")
        self._ask(line, "data", *self._last_answer(line))
        line.sock.settimeout(self._settings.command_s)

    @staticmethod
    def _last_answer(line: smtplib.SMTP) -> tuple[int, bytes]:
        """The answer after the last dot. Raises _MaybeOut where it does not come whole."""
        try:
            return _whole(*line.getreply())
        except (OSError, smtplib.SMTPException) as trouble:
            raise _MaybeOut from trouble

    def _offer_sender(self) -> None:
        line = self._wire
        self._ask(line, "mail", *line.mail(self._settings.sender.address))

    @staticmethod
    def _ask(line: smtplib.SMTP, step: str, code: int, text: bytes, *, wanted: int = 250) -> None:
        if code == wanted or (wanted == 250 and 200 <= code < 300):
            return
        _whole(code, text)
        with suppress(OSError, smtplib.SMTPException):
            line.rset()
        raise _Refusal(step, code, text)

    # The connection

    @property
    def _wire(self) -> smtplib.SMTP:
        assert self._line is not None
        return self._line

    def _keep_or_drop(self) -> bool:
        """Whether the open connection may take one more mail; a worn or stale one is closed."""
        fresh = time.monotonic() - self._idle_since < self._settings.reuse_s
        if self._line is not None and not (fresh and self._sent < self._settings.reuse_mails):
            self._hang_up()
        return self._line is not None

    def _connect(self) -> None:
        if self._line is None:
            self._open()
            self._sign_in()

    def _open(self) -> None:
        login, wait = self._settings.login, self._settings.connect_s
        if login.security == "tls":
            line: smtplib.SMTP = smtplib.SMTP_SSL(
                login.host, login.port, _GREETED_AS, timeout=wait, context=login.context()
            )
        else:
            line = smtplib.SMTP(login.host, login.port, _GREETED_AS, timeout=wait)
        self._line, self._sent = line, 0
        line.ehlo_or_helo_if_needed()
        if login.security == "starttls":
            line.starttls(context=login.context())
            line.ehlo()
        assert line.sock is not None
        line.sock.settimeout(self._settings.command_s)

    def _sign_in(self) -> None:
        login = self._settings.login
        if not login.user:
            return
        try:
            self._authenticate()
        except smtplib.SMTPAuthenticationError as trouble:
            if not login.again():
                raise _Refusal("auth", *_whole(trouble.smtp_code, _raw(trouble.smtp_error))) from trouble
            self._sign_in_anew()

    def _sign_in_anew(self) -> None:
        """Once more with another token: the first one may have been taken back before its time."""
        try:
            self._authenticate()
        except smtplib.SMTPAuthenticationError as trouble:
            raise _Refusal("auth", *_whole(trouble.smtp_code, _raw(trouble.smtp_error))) from trouble

    def _authenticate(self) -> None:
        login, line = self._settings.login, self._wire
        if login.token:
            answer = login.bearer()
            line.auth("XOAUTH2", lambda challenge=None: "" if challenge else answer)
        else:
            line.login(login.user, login.password)

    def _hang_up(self) -> None:
        line, self._line, self._sent = self._line, None, 0
        if line is not None:
            with suppress(OSError, smtplib.SMTPException):
                line.quit()
            line.close()

    # What a trouble means

    def _guarded(self, act: Callable[[], None]) -> SendResult | None:
        """Run ``act``; None when it went well, else what its trouble means. A broken line is dropped."""
        host = self._settings.login.host
        try:
            act()
            return None
        except _Refusal as refusal:
            if refusal.step == "auth" or refusal.code == 421:
                self._drop()
            return _meaning(refusal)
        except _MaybeOut:
            self._drop()
            detail = f"The connection to {host} ended before it confirmed; the mail may be out."
            return SendResult("uncertain", code="no-answer", detail=detail)
        except smtplib.SMTPNotSupportedError:
            self._drop()
            detail = f"{host} does not offer the encryption or sign-in that is set for it."
            return SendResult("retry", code="unsupported", detail=detail, channel_stop=True)
        except ChannelDown as trouble:
            self._drop()
            stop = isinstance(trouble, NeedsPerson)
            return SendResult("retry", code="token", detail=str(trouble), channel_stop=stop)
        except smtplib.SMTPResponseException as trouble:
            self._drop()
            return _meaning(_Refusal("connect", trouble.smtp_code, _raw(trouble.smtp_error)))
        except (OSError, smtplib.SMTPException) as trouble:
            self._drop()
            return _unreached(trouble, host)

    def _drop(self) -> None:
        """Close without a goodbye: the server may not be listening any more."""
        line, self._line, self._sent = self._line, None, 0
        if line is not None:
            line.close()


def _unreached(trouble: Exception, host: str) -> SendResult:
    """A connection that did not come about (``unreachable``) or ended before the last dot (``lost``)."""
    if isinstance(trouble, smtplib.SMTPServerDisconnected) and isinstance(trouble.__context__, OSError):
        trouble = trouble.__context__  # smtplib hides a time-out behind a lost connection
    lost = isinstance(trouble, smtplib.SMTPServerDisconnected | ConnectionResetError | BrokenPipeError)
    stop = isinstance(trouble, ssl.SSLCertVerificationError)
    code = "lost" if lost else "unreachable"
    return SendResult("retry", code=code, detail=reach_words(trouble, host), channel_stop=stop)


def _meaning(refusal: _Refusal) -> SendResult:
    """What a reply code means, by the table in ``resources/channels/mail.toml`` (R28)."""
    found = _STATUS.search(refusal.text)
    status, code = found.group(1) if found else "", str(refusal.code)
    row = next(row for row in channel_table("mail")["reply"] if _fits(row, refusal.step, code, status))
    action = row["action"]
    return SendResult(
        _OUTCOMES[action],
        code=f"{code} {status}".strip(),
        detail=row["words"],
        address_bad=action == "address_bad",
        channel_stop=action.startswith("stop_"),
    )


def _fits(row: dict[str, str], step: str, code: str, status: str) -> bool:
    return (
        row.get("step", step) == step
        and code.startswith(row.get("code", ""))
        and status.startswith(row.get("status", ""))
    )


def _whole(code: int, text: bytes) -> tuple[int, bytes]:
    """An answer whose code came whole. Raises SMTPServerDisconnected: a beginning of it says nothing (R23)."""
    if not 200 <= code < 600:
        raise smtplib.SMTPServerDisconnected("the answer was cut short")
    return code, text


def _raw(text: bytes | str) -> bytes:
    return text.encode() if isinstance(text, str) else text
