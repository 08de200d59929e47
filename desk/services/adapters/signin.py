"""Signing in to a mailbox at its provider: OAuth 2 with PKCE for Microsoft 365 (msal) and Google (R27).

What only a person can mend is ``NeedsPerson``; anything else (no network, a busy provider) is ``ChannelDown`` and is
tried again. Tokens are never part of an error's words.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe
from typing import Any, Protocol
from urllib.parse import urlencode

import httpx

from desk.models.errors import ChannelDown, NeedsPerson
from desk.models.time import Clock
from desk.services.adapters.data import channel_table
from desk.services.adapters.loopback import Doorstep
from desk.services.adapters.wire import sealed

_DISCOVERY, _DAY_S = "/.well-known/openid-configuration", 86_400.0


@dataclass(frozen=True, slots=True, kw_only=True)
class SignInSettings:
    """A provider (a table of ``resources/channels/signin.toml``) and the store's registration with it."""

    provider: str
    client_id: str
    client_secret: str = ""
    authority: str = ""

    @property
    def table(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = channel_table("signin")[self.provider]
        return found

    @property
    def base(self) -> str:
        """Where the provider describes its pages, without a slash at the end."""
        return str(self.authority or self.table["authority"]).rstrip("/")


@dataclass(frozen=True, slots=True)
class Grant:
    """What a provider gave: a token for the next while, and the one that renews it (empty: keep the old one)."""

    access_token: str
    expires_at: datetime
    refresh_token: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A sign-in under way: the page to open, the state its answer must carry, and what redeeming needs."""

    url: str
    state: str
    flow: Mapping[str, Any]


class Authority(Protocol):
    """A provider's sign-in. Every call may block; raises NeedsPerson or ChannelDown."""

    name: str
    redirect_host: str

    def begin(self, redirect: str, hint: str) -> Asked:
        """Where to send the person's browser; ``hint`` is the address they entered."""
        ...

    def redeem(self, asked: Asked, answer: Mapping[str, str]) -> Grant:
        """The tokens for what came back from the page. Raises ChannelDown, or NeedsPerson where it was refused."""
        ...

    def refresh(self, refresh_token: str) -> Grant:
        """Fresh tokens. Raises ChannelDown, or NeedsPerson where a person must sign in again."""
        ...

    def revoke(self, refresh_token: str) -> bool:
        """Whether the provider took the token back; False where it offers no such thing."""
        ...


def authority_for(
    settings: SignInSettings, clock: Clock, http: Callable[[], httpx.Client] | None = None
) -> Authority:
    """The sign-in of the provider that is set. Raises NeedsPerson where the store's registration is not entered."""
    if not settings.client_id:
        raise NeedsPerson(
            f"Signing in with {settings.table['name']} needs the client id of the store's own registration.",
            where="mail.client_id",
            do=f"Enter it in Settings, Mailbox. It is found under: {settings.table['where']}.",
        )
    kind = _Microsoft if settings.provider == "microsoft" else _Google
    return kind(settings, clock, http or _client)


def sign_in(
    authority: Authority,
    open_page: Callable[[str], object],
    hint: str,
    waiting: Callable[[Doorstep], None] = lambda _door: None,
) -> Grant:
    """Let a person sign in on the provider's page. ``waiting`` is handed the wait, so that it can be stopped."""
    with Doorstep(authority.redirect_host) as door:
        asked = authority.begin(door.address, hint)
        door.state = asked.state
        waiting(door)
        open_page(asked.url)
        answer = door.wait(channel_table("signin")["wait"]["person_s"])
    return authority.redeem(asked, answer)


def _client() -> httpx.Client:
    trusted = sealed(httpx.create_ssl_context())
    return httpx.Client(
        verify=trusted, timeout=channel_table("signin")["wait"]["answer_s"], follow_redirects=False
    )


@contextmanager
def _reaching(name: str) -> Iterator[None]:
    """Turn what can happen on the way to the provider into words."""
    try:
        yield
    except (httpx.HTTPError, ValueError, KeyError, OSError) as trouble:
        raise ChannelDown(
            f"The sign-in of {name} cannot be reached.", where="mailbox", do="The desk keeps trying."
        ) from trouble


def _granted(name: str, told: object, now: datetime) -> Grant:
    """The grant in a token answer. Raises NeedsPerson for a refusal, ChannelDown for a provider in trouble."""
    answer: Mapping[str, Any] = told if isinstance(told, Mapping) else {}
    token = answer.get("access_token")
    if isinstance(token, str) and token:
        return Grant(token, now + _lasting(answer.get("expires_in")), str(answer.get("refresh_token") or ""))
    error = str(answer.get("error", "")) or "no answer that is understood"
    if error in channel_table("signin")["refused"]["errors"]:
        raise NeedsPerson(
            f"{name} asks to sign in again ({error}).",
            where="mailbox",
            do="Sign in again in Settings, Mailbox.",
        )
    raise ChannelDown(
        f"{name} cannot renew the sign-in now ({error}).", where="mailbox", do="The desk keeps trying."
    )


def _lasting(told: object) -> timedelta:
    """How long a token serves, a day at the most; what cannot be understood lasts no time, so that it is renewed at its next use."""
    try:
        return timedelta(seconds=min(max(float(str(told)), 0.0), _DAY_S))
    except ValueError:  # no number, or NaN
        return timedelta()


class _Provider:
    """What both providers share: their table, their description of themselves, and taking a token back."""

    def __init__(self, settings: SignInSettings, clock: Clock, http: Callable[[], httpx.Client]) -> None:
        self._settings, self._clock, self._http = settings, clock, http
        self.name: str = settings.table["name"]
        self.redirect_host: str = settings.table["redirect_host"]
        self._described: dict[str, Any] = {}

    def _page(self, client: httpx.Client, name: str) -> str:
        if not self._described:
            self._described = client.get(self._settings.base + self._path).raise_for_status().json()
        return str(self._described.get(name, ""))

    _path = _DISCOVERY

    def revoke(self, refresh_token: str) -> bool:
        with _reaching(self.name), self._http() as client:
            page = self._page(client, "revocation_endpoint")
            if not page:
                return False
            told = {
                "token": refresh_token,
                "token_type_hint": "refresh_token",
                "client_id": self._settings.client_id,
            }
            return client.post(page, data=told).is_success


class _Google(_Provider):
    """The code flow of RFC 6749 with PKCE (RFC 7636), as Google asks of desktop programs."""

    def begin(self, redirect: str, hint: str) -> Asked:
        verifier, state = token_urlsafe(48), token_urlsafe(24)
        challenge = urlsafe_b64encode(sha256(verifier.encode()).digest()).rstrip(b"=").decode()
        told = {
            "response_type": "code", "client_id": self._settings.client_id, "redirect_uri": redirect,
            "scope": " ".join(self._settings.table["scopes"]), "state": state, "code_challenge": challenge,
            "code_challenge_method": "S256", "access_type": "offline", "prompt": "consent", "login_hint": hint,
        }  # fmt: skip
        with _reaching(self.name), self._http() as client:
            page = self._page(client, "authorization_endpoint")
        return Asked(
            f"{page}?{urlencode(told)}", state, {"code_verifier": verifier, "redirect_uri": redirect}
        )

    def redeem(self, asked: Asked, answer: Mapping[str, str]) -> Grant:
        if "code" not in answer:
            return _granted(self.name, answer, self._clock.now())
        return self._token({"grant_type": "authorization_code", "code": answer["code"], **asked.flow})

    def refresh(self, refresh_token: str) -> Grant:
        return self._token({"grant_type": "refresh_token", "refresh_token": refresh_token})

    def _token(self, told: Mapping[str, str]) -> Grant:
        who = {"client_id": self._settings.client_id}
        if self._settings.client_secret:
            who["client_secret"] = self._settings.client_secret
        with _reaching(self.name), self._http() as client:
            answer = client.post(self._page(client, "token_endpoint"), data={**told, **who})
            if answer.is_server_error:
                answer.raise_for_status()
            found = answer.json()
        return _granted(self.name, found, self._clock.now())


class _Microsoft(_Provider):
    """The same through msal, which knows Microsoft's ways; nothing is left in a cache of its own."""

    _path = f"/v2.0{_DISCOVERY}"

    def begin(self, redirect: str, hint: str) -> Asked:
        with self._reaching_msal() as client:
            flow = self._app(client).initiate_auth_code_flow(
                self._scopes,
                redirect_uri=redirect,
                login_hint=hint,
                prompt="select_account",
                response_mode="form_post",
            )
        return Asked(flow["auth_uri"], flow["state"], flow)

    def redeem(self, asked: Asked, answer: Mapping[str, str]) -> Grant:
        if "code" not in answer:
            return _granted(self.name, answer, self._clock.now())
        with self._reaching_msal() as client:
            found = self._app(client).acquire_token_by_auth_code_flow(dict(asked.flow), dict(answer))
        return _granted(self.name, found, self._clock.now())

    def refresh(self, refresh_token: str) -> Grant:
        with self._reaching_msal() as client:
            found = self._app(client).acquire_token_by_refresh_token(refresh_token, self._scopes)
        return _granted(self.name, found, self._clock.now())

    @contextmanager
    def _reaching_msal(self) -> Iterator[httpx.Client]:
        from msal.exceptions import MsalError

        with _reaching(self.name), self._http() as client:
            try:
                yield client
            except MsalError as trouble:
                raise ConnectionError from trouble  # a provider in trouble, in msal's own dress

    @property
    def _scopes(self) -> list[str]:
        return list(self._settings.table["scopes"])

    def _app(self, client: httpx.Client) -> Any:
        from msal import PublicClientApplication  # brings a second HTTP library along; only where it is used

        return PublicClientApplication(
            self._settings.client_id,
            authority=self._settings.base,
            http_client=client,
            instance_discovery=False,
        )
