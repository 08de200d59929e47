"""A fresh access token whenever the mailbox is entered: kept in the keyring, renewed early, never lost by a bad hour."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import timedelta

from desk.models.errors import ChannelDown, NeedsPerson, NoSecrets
from desk.models.time import Clock
from desk.services.adapters.data import channel_table
from desk.services.adapters.signin import Authority, Grant
from desk.services.ports import Secrets

log = logging.getLogger("desk.mail")
SECRET_REFRESH = "mail.refresh_token"


class MailTokens:
    """The token source of one mailbox (``Login.token``); reading and sending share it. Safe from several threads.

    ``authority`` gives the provider's sign-in, or raises NeedsPerson where the store is not registered with it yet.
    ``secret`` is where in the keyring the sign-in of this mailbox lies.
    """

    def __init__(
        self,
        authority: Callable[[], Authority],
        secrets: Secrets,
        clock: Clock,
        secret: str = SECRET_REFRESH,
    ) -> None:
        self._authority, self._secrets, self._clock, self._secret = authority, secrets, clock, secret
        self._early = timedelta(seconds=channel_table("signin")["wait"]["early_s"])
        self._lock = threading.Lock()
        self._grant: Grant | None = None
        self._newer: dict[str, str] = {}  # what the keyring did not take, by the token it still holds

    def __call__(self) -> str:
        """An access token that is good for some minutes yet.

        Raises NeedsPerson when the provider wants the person again, ChannelDown when it cannot be asked and the last
        token has run out.
        """
        with self._lock:
            grant = self._grant
            if grant is None or self._clock.now() >= grant.expires_at - self._early:
                grant = self._grant = self._renewed(grant)
            return grant.access_token

    def forget(self) -> None:
        """The mail server refused the token: ask for a new one next time."""
        with self._lock:
            self._grant = None

    def _renewed(self, last: Grant | None) -> Grant:
        authority = self._authority()
        stored = self._stored(authority.name)
        kept = self._newer.get(stored, stored)
        try:
            grant = authority.refresh(kept)
        except NeedsPerson:
            raise
        except ChannelDown:
            if last is not None and self._clock.now() < last.expires_at:
                return last
            raise
        if (newest := grant.refresh_token or kept) != stored:
            self._keep(stored, newest)
        return grant

    def _stored(self, provider: str) -> str:
        try:
            stored = self._secrets.get(self._secret)
        except NoSecrets as locked:
            raise ChannelDown(locked.what, where="mailbox", do=locked.do) from locked
        if not stored:
            raise NeedsPerson(
                f"Nobody has signed in with {provider} yet.",
                where="mailbox",
                do="Sign in in Settings, Mailbox.",
            )
        return stored

    def _keep(self, stored: str, newest: str) -> None:
        """The old token may be void by now, so a keyring that refuses must not lose the new one.

        A person who signed out meanwhile has taken the old one away: then nothing is kept.
        """
        self._newer = {stored: newest}
        try:
            if self._secrets.get(self._secret) == stored:
                self._secrets.set(self._secret, newest)
        except NoSecrets:
            log.warning("the keyring did not take the renewed sign-in; it is tried again with the next one")
        else:
            self._newer = {}
