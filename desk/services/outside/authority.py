"""A sign-in provider on loopback: OAuth 2 with PKCE as strict as RFC 6749, 7636 and 9700 ask, over TLS.

It describes itself as both providers do, signs the person in without asking, renews and takes back, and can be told to
refuse or to be down. Its tokens open the mail servers beside it through ``knows``.
"""

from __future__ import annotations

import json
import threading
from base64 import urlsafe_b64encode
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from secrets import token_urlsafe
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit

from desk.models.time import Clock
from desk.services.outside.certificate import LoopbackCertificate

_LOOPBACK = ("127.0.0.1", "localhost")
_CODE_LASTS, _TOKEN_LASTS = timedelta(minutes=1), timedelta(hours=1)


class AuthorityRefusal(Exception):
    """An error answer of RFC 6749 section 5.2."""


@dataclass(slots=True)
class _Code:
    """A code that was handed out, with all that must come back with it."""

    client_id: str
    redirect_uri: str
    challenge: str
    scope: str
    until: datetime


@dataclass
class StandInAuthority:
    """One client, one person. ``rotates``: each renewal voids the token it used, as some tenants are set."""

    clock: Clock
    certificate: LoopbackCertificate
    client_id: str = "store-client"
    client_secret: str = ""
    scopes: tuple[str, ...] = ()
    user: str = "sales@store.example"
    rotates: bool = True
    token_lasts: timedelta = _TOKEN_LASTS
    consents: bool = True
    is_down: bool = False
    asked: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)
    _codes: dict[str, _Code] = field(default_factory=dict)
    _refresh: set[str] = field(default_factory=set)
    _grants: dict[str, str] = field(default_factory=dict)  # each refresh token with the first of its line
    _access: dict[str, datetime] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _server: _Server | None = None

    def start(self) -> StandInAuthority:
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.authority = self
        self._server.socket = self.certificate.server().wrap_socket(self._server.socket, server_side=True)
        threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="authority", daemon=True
        ).start()
        return self

    def stop(self) -> None:
        if self._server is not None:
            self._server.shutdown()
            self._server.server_close()

    @property
    def address(self) -> str:
        """Where it describes itself; the path stands for a tenant."""
        assert self._server is not None, "started before it is asked"
        return f"https://127.0.0.1:{self._server.server_address[1]}/organizations"

    # The mail servers' side, and what a test does to it

    def knows(self, user: str, token: str) -> bool:
        """Whether a mail server may let this token in now."""
        with self._lock:
            return user == self.user and self._access.get(token, self.clock.now()) > self.clock.now()

    def end_tokens(self) -> None:
        """Every access token is void at once; renewing goes on."""
        with self._lock:
            self._access.clear()

    def end_sign_in(self) -> None:
        """An administrator ends the sign-in: nothing that was given is good any more."""
        with self._lock:
            self._access.clear()
            self._refresh.clear()

    @property
    def renewable(self) -> frozenset[str]:
        """The refresh tokens that are good now."""
        return frozenset(self._refresh)

    # The pages

    def described(self) -> dict[str, Any]:
        base = self.address
        return {
            "issuer": base, "authorization_endpoint": f"{base}/authorize", "token_endpoint": f"{base}/token",
            "revocation_endpoint": f"{base}/revoke", "response_types_supported": ["code"],
            "code_challenge_methods_supported": ["S256"],
        }  # fmt: skip

    def authorized(self, told: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        """Where the person's browser is sent, and with what. Raises AuthorityRefusal where no redirect may be trusted."""
        back = urlsplit(told.get("redirect_uri", ""))
        if told.get("client_id") != self.client_id or back.scheme != "http" or back.hostname not in _LOOPBACK:
            raise AuthorityRefusal("invalid_request")
        return told["redirect_uri"], {"state": told.get("state", "")} | self._asked_for(told)

    def _asked_for(self, told: Mapping[str, str]) -> dict[str, str]:
        if (
            told.get("response_type") != "code"
            or told.get("code_challenge_method") != "S256"
            or not told.get("state")
        ):
            return {"error": "invalid_request"}
        if not set(self.scopes) <= set(told.get("scope", "").split()):
            return {"error": "invalid_scope"}
        if not self.consents:
            return {"error": "access_denied"}
        code = token_urlsafe(24)
        with self._lock:
            self.hints.append(told.get("login_hint", ""))
            self._codes[code] = _Code(
                told["client_id"], told["redirect_uri"], told["code_challenge"], told["scope"], self.clock.now() + _CODE_LASTS
            )  # fmt: skip
        return {"code": code}

    def token(self, told: Mapping[str, str]) -> dict[str, Any]:
        """A token answer. Raises AuthorityRefusal."""
        if told.get("client_id") != self.client_id or told.get("client_secret", "") != self.client_secret:
            raise AuthorityRefusal("invalid_client")
        kinds: dict[str, Callable[[Mapping[str, str]], None]] = {
            "authorization_code": self._redeem, "refresh_token": self._renew,
        }  # fmt: skip
        redeem = kinds.get(told.get("grant_type", ""))
        if redeem is None:
            raise AuthorityRefusal("unsupported_grant_type")
        with self._lock:
            self.asked.append(told["grant_type"])
            redeem(told)
            return self._given(told)

    def _redeem(self, told: Mapping[str, str]) -> None:
        code = self._codes.pop(told.get("code", ""), None)  # a code is good once
        proof = (
            urlsafe_b64encode(sha256(told.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        )
        if code is None or code.until < self.clock.now() or code.challenge != proof:
            raise AuthorityRefusal("invalid_grant")
        if code.redirect_uri != told.get("redirect_uri"):
            raise AuthorityRefusal("invalid_grant")

    def _renew(self, told: Mapping[str, str]) -> None:
        if told.get("refresh_token", "") not in self._refresh:
            raise AuthorityRefusal("invalid_grant")

    def _given(self, told: Mapping[str, str]) -> dict[str, Any]:
        access = token_urlsafe(900)  # as long as the real ones
        self._access[access] = self.clock.now() + self.token_lasts
        answer: dict[str, Any] = {
            "access_token": access, "token_type": "Bearer", "expires_in": int(self.token_lasts.total_seconds()), "scope": " ".join(self.scopes),
        }  # fmt: skip
        if self.rotates or told["grant_type"] == "authorization_code":
            self._refresh.discard(told.get("refresh_token", ""))
            answer["refresh_token"] = token_urlsafe(900)
            self._refresh.add(answer["refresh_token"])
            first = self._grants.get(told.get("refresh_token", ""), answer["refresh_token"])
            self._grants[answer["refresh_token"]] = first
        return answer

    def revoke(self, told: Mapping[str, str]) -> dict[str, Any]:
        """RFC 7009: the whole grant, also by a token that was renewed since; an unknown one is no error."""
        with self._lock:
            grant = self._grants.get(told.get("token", ""))
            if grant is not None:
                self._refresh -= {token for token, first in self._grants.items() if first == grant}
                self._access.clear()
        return {}


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    authority: StandInAuthority

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that went away, or does not trust the certificate, is no error here."""


class _Handler(BaseHTTPRequestHandler):
    timeout = 10
    server: _Server

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        if self.server.authority.is_down:
            self._say(503, {})
        elif parts.path.endswith("/.well-known/openid-configuration"):
            self._say(200, self.server.authority.described())
        elif parts.path.endswith("/authorize"):
            self._guarded(lambda: self._send_back(dict(parse_qsl(parts.query))))
        else:
            self._say(404, {})

    def do_POST(self) -> None:
        told = dict(parse_qsl(self.rfile.read(int(self.headers.get("Content-Length", "0"))).decode()))
        pages = {"token": self.server.authority.token, "revoke": self.server.authority.revoke}
        page = pages.get(urlsplit(self.path).path.rpartition("/")[2])
        if self.server.authority.is_down or page is None:
            self._say(503 if page else 404, {})
        else:
            self._guarded(lambda: self._say(200, page(told)))

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged: the pages see codes and tokens."""

    def _guarded(self, act: Callable[[], None]) -> None:
        try:
            act()
        except AuthorityRefusal as refusal:
            self._say(400, {"error": str(refusal)})

    def _send_back(self, told: Mapping[str, str]) -> None:
        """By the address, or by a form that sends itself, as the desk asked."""
        where, answer = self.server.authority.authorized(told)
        if told.get("response_mode") == "form_post":
            fields = "".join(
                f'<input type="hidden" name="{escape(name)}" value="{escape(value)}">'
                for name, value in answer.items()
            )
            self._say_page(200, f'<form method="post" action="{escape(where)}">{fields}</form>', "text/html")
            return
        self.send_response(302)
        self.send_header("Location", f"{where}?{urlencode(answer)}")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _say(self, status: int, body: Mapping[str, Any]) -> None:
        self._say_page(status, json.dumps(body), "application/json")

    def _say_page(self, status: int, body: str, kind: str) -> None:
        data = body.encode()
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)
