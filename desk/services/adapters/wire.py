"""What all connections share: how they are secured, and how they sign in with a token."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Literal

from desk.models.errors import BadInput

Security = Literal["tls", "starttls", "none"]
TokenSource = Callable[[], str]


def sealed(context: ssl.SSLContext) -> ssl.SSLContext:
    """The same context, TLS 1.2 at least: a system's own default may not say so (R22)."""
    context.minimum_version = max(context.minimum_version, ssl.TLSVersion.TLSv1_2)
    return context


@dataclass(frozen=True, slots=True, kw_only=True)
class Login:
    """A mail server and the sign-in for it: a password, or ``token`` which gives a fresh OAuth access token.

    ``forget`` lets go of a token that the server refused, so that the next sign-in has another one.

    ``security`` is ``tls``, ``starttls`` or, for this computer only, ``none``. Raises BadInput otherwise: a
    password never travels in the clear.
    """

    host: str
    port: int
    security: Security = "tls"
    user: str = ""
    password: str = ""
    token: TokenSource | None = None
    forget: Callable[[], None] | None = None
    tls: ssl.SSLContext | None = None

    def __post_init__(self) -> None:
        if self.security == "none" and not is_loopback(self.host):
            raise BadInput(
                f"The connection to {self.host} would not be encrypted.",
                do="Choose TLS or STARTTLS for this server.",
            )

    def context(self) -> ssl.SSLContext:
        """The given TLS context, else one that checks certificate and host name."""
        return self.tls or sealed(ssl.create_default_context())

    def bearer(self) -> str:
        """The SASL XOAUTH2 answer for a fresh token. Raises what the token source raises."""
        token = self.token() if self.token else ""
        return f"user={self.user}\x01auth=Bearer {token}\x01\x01"

    def again(self) -> bool:
        """After a refusal: whether another try makes sense, since it will have another token."""
        if self.token is None or self.forget is None:
            return False
        self.forget()
        return True


def is_loopback(host: str) -> bool:
    """Whether ``host`` is this computer, judged by the name alone (no look-up)."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def reach_words(trouble: Exception, host: str) -> str:
    """Why ``host`` could not be reached, as a sentence."""
    match trouble:
        case ssl.SSLCertVerificationError():
            return f"The certificate of {host} is not valid: {trouble.verify_message}."
        case ssl.SSLError():
            return f"{host} does not agree on an encrypted connection."
        case socket.gaierror():
            return f"The name {host} is not known. The network may be down."
        case TimeoutError():
            return f"{host} did not answer in time."
        case ConnectionRefusedError():
            return f"{host} refuses the connection."
        case _:
            return f"The connection to {host} was lost."
