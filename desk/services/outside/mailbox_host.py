"""A real IMAP server (pymap) on a free loopback port, with one account that lives in memory."""

from __future__ import annotations

import asyncio
import ssl
from argparse import Namespace
from collections.abc import Callable, Sequence

from proxyprotocol.reader import ProxyProtocolReader
from pymap.backend.dict import Config, Identity, Login
from pymap.concurrent import Subsystem
from pymap.config import BackendCapability
from pymap.exceptions import InvalidAuth
from pymap.imap import IMAPServer
from pymap.user import UserMetadata
from pysasl import SASLAuth
from pysasl.creds.external import ExternalVerificationRequired
from pysasl.creds.server import ServerCredentials
from pysasl.hashing import Cleartext

from desk.services.adapters.wire import Security

#: Whether a user's access token opens the account.
TokenCheck = Callable[[str, str], bool]
_ARGUMENTS = Namespace(passlib_cfg=None, proxy_protocol=None)


class _Settings(Config):
    """Pymap's settings for one account; XOAUTH2 beside the passwords."""

    idle = True

    knows: TokenCheck | None = None

    @property
    def backend_capability(self) -> BackendCapability:
        return BackendCapability(idle=self.idle, object_id=True, multi_append=True)

    @property
    def tls_auth(self) -> SASLAuth:
        return SASLAuth.named([b"PLAIN", b"LOGIN", b"XOAUTH2"])

    @property
    def greeting(self) -> bytes:
        return b"Mailbox ready"


class _SignIn(Login):
    """Checks an access token as strictly as a password."""

    def __init__(self, config: _Settings) -> None:
        super().__init__(config)
        self._knows = config.knows

    async def authenticate(self, credentials: ServerCredentials) -> Identity:
        try:
            credentials.verify(None)
        except ExternalVerificationRequired as asked:
            if not (asked.token and self._knows and self._knows(credentials.authzid, asked.token)):
                raise InvalidAuth from asked
            return Identity(credentials.authzid, self, None, frozenset())
        return await super().authenticate(credentials)


class PymapHost:
    """The server. Lives on the caller's running loop."""

    def __init__(
        self,
        user: str,
        password: str,
        *,
        security: Security,
        tls: ssl.SSLContext | None,
        idle: bool,
        knows: TokenCheck | None = None,
        folders: Sequence[str] = ("Sent",),
    ) -> None:
        self._config = _Settings(
            _ARGUMENTS,
            host="127.0.0.1",
            port=0,
            demo_data=False,
            demo_user=user,
            demo_password=password,
            hash_context=Cleartext(),
            cpu_subsystem=Subsystem.for_asyncio(),
            ssl_context=tls or ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER),
            tls_enabled=security == "starttls",
            invalid_user_sleep=0.0,
        )
        self._config.idle = idle
        self._config.knows = knows
        self._folders = folders
        self._tls = tls if security == "tls" else None
        self._server: asyncio.Server | None = None
        self.port = 0

    async def start(self) -> None:
        """Open the account and listen."""
        config, login = self._config, _SignIn(self._config)
        user = UserMetadata(config, config.demo_user, password=config.demo_password)
        await login.demo_user_identity.set(user)
        config.apply_context()
        callback = ProxyProtocolReader(config.proxy_protocol).get_callback(IMAPServer(login, config))
        self._server = await asyncio.start_server(callback, "127.0.0.1", 0, ssl=self._tls)
        self.port = self._server.sockets[0].getsockname()[1]
        async with login.demo_user_identity.new_session() as session:
            for folder in self._folders:
                await session.create_mailbox(folder)

    async def stop(self) -> None:
        """Stop listening; connections end with the loop."""
        if self._server:
            self._server.close()
