"""The SMTP side of the mail world: aiosmtpd with a sign-in, TLS and faults."""

from __future__ import annotations

import asyncio
import re
import ssl
import warnings
from base64 import b64decode
from typing import TYPE_CHECKING, Any
from weakref import WeakSet

from aiosmtpd.smtp import MISSING, SMTP, AuthResult, Envelope, LoginPassword, Session

if TYPE_CHECKING:
    from desk.services.outside.mail_server import MailFault, OutsideMail, Step

_SIZE_LIMIT = 40_000_000
_AUTH_LINE = 12288
_BEARER = re.compile(rb"user=([^\x01]*)\x01auth=Bearer ([^\x01]*)\x01\x01")


class _Session(SMTP):
    """Room for an access token in one line, as RFC 4954 section 4 wants; the mails' own lines stay short."""

    line_length_limit = _AUTH_LINE


class Submission:
    """The server; the hooks are aiosmtpd's. Lives on the caller's running loop."""

    def __init__(self, mail: OutsideMail, tls: ssl.SSLContext | None) -> None:
        self._mail, self._tls = mail, tls
        self._server: asyncio.Server | None = None
        self._sessions: WeakSet[SMTP] = WeakSet()
        self.port = 0

    async def start(self) -> None:
        """Listen on a free loopback port."""
        loop = asyncio.get_running_loop()
        whole = self._tls if self._mail.security == "tls" else None
        self._server = await loop.create_server(self._session, "127.0.0.1", 0, ssl=whole)
        self.port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Stop listening and cut every connection."""
        if self._server:
            self._server.close()
        for session in list(self._sessions):
            _cut(session)

    def _session(self) -> SMTP:
        starttls = self._mail.security == "starttls"
        with warnings.catch_warnings():
            # Loopback only: a password in the clear does not leave this computer.
            warnings.filterwarnings("ignore", "Requiring AUTH", UserWarning)
            session = _Session(
                self,
                hostname="mail.store.example",
                ident="Outside",
                data_size_limit=_SIZE_LIMIT,
                tls_context=self._tls if starttls else None,
                require_starttls=starttls,
                auth_required=True,
                auth_require_tls=starttls,
                authenticator=self._check,
                loop=asyncio.get_running_loop(),
            )
        session.command_size_limits["AUTH"] = _AUTH_LINE
        session.line_length_limit = (
            SMTP.line_length_limit
        )  # the reader has its room now; mails keep to the usual one
        self._sessions.add(session)
        return session

    # Sign-in

    def _check(
        self, server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any
    ) -> AuthResult:
        right = isinstance(data, LoginPassword) and (data.login, data.password) == (
            self._mail.address.encode(),
            self._mail.password.encode(),
        )
        return AuthResult(success=right, handled=False)

    async def auth_XOAUTH2(self, server: SMTP, args: list[str]) -> AuthResult:
        """The sign-in with an access token (SASL XOAUTH2)."""
        answer = b64decode(args[1]) if len(args) > 1 else await server.challenge_auth("")
        found = _BEARER.fullmatch(answer) if answer is not MISSING else None
        user, token = (part.decode("utf-8", "replace") for part in found.groups()) if found else ("", "")
        if token and self._mail.knows(user, token):
            return AuthResult(success=True, auth_data=user)
        await server.challenge_auth('{"status":"401","schemes":"bearer"}')
        return AuthResult(success=False, handled=False)

    # One mail

    async def handle_MAIL(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if answer := await self._fault("mail", server):
            return answer
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 2.1.0 OK"

    async def handle_RCPT(
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if answer := await self._fault("rcpt", server):
            return answer
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        fault = self._mail.fault_at("data")
        if fault is None or fault.stored:
            await asyncio.get_running_loop().run_in_executor(None, self._keep, envelope)
        return await self._act(fault, server) if fault else "250 2.0.0 Taken"

    def _keep(self, envelope: Envelope) -> None:
        from desk.services.outside.mail_server import OutsideLetter

        raw = envelope.content if isinstance(envelope.content, bytes) else str(envelope.content).encode()
        self._mail.take(OutsideLetter(envelope.mail_from or "", tuple(envelope.rcpt_tos), raw))

    async def _fault(self, step: Step, server: SMTP) -> str | None:
        fault = self._mail.fault_at(step)
        return await self._act(fault, server) if fault else None

    async def _act(self, fault: MailFault, server: SMTP) -> str:
        if fault.kind == "hang":
            await asyncio.Event().wait()
        if fault.kind == "drop":
            _cut(server)
        return fault.answer


def _cut(session: SMTP) -> None:
    if isinstance(session.transport, asyncio.WriteTransport):
        session.transport.abort()
