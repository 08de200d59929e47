"""Joins the mailbox's settings, the keyring and the provider's sign-in page (R27)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any

from desk.models.errors import DeskError
from desk.models.mailbox import of_mailbox
from desk.models.probe import ProbeStep
from desk.models.time import Clock
from desk.services.ports import Secrets

if TYPE_CHECKING:
    from desk.services.adapters.loopback import Doorstep
    from desk.services.adapters.mail_tokens import MailTokens
    from desk.services.adapters.signin import Authority

SECRET_CLIENT = "mail.client_secret"
_SIGNED_OUT = "Signed out. Nothing of the sign-in is left on this computer."


def tokens_of(settings: Mapping[str, Any], secrets: Secrets, clock: Clock) -> MailTokens | None:
    """The token source of the mailbox; None where a password opens it."""
    if not settings["mail.sign_in"]:
        return None
    from desk.services.adapters.mail_tokens import SECRET_REFRESH, MailTokens

    kept = of_mailbox(SECRET_REFRESH, settings)
    return MailTokens(lambda: authority_of(settings, secrets, clock), secrets, clock, kept)


def authority_of(settings: Mapping[str, Any], secrets: Secrets, clock: Clock) -> Authority:
    """The provider's sign-in as the store is registered with it. Raises NeedsPerson without a client id."""
    from desk.services.adapters.signin import SignInSettings, authority_for

    told = SignInSettings(
        provider=settings["mail.sign_in"],
        client_id=settings["mail.client_id"],
        client_secret=secrets.get(of_mailbox(SECRET_CLIENT, settings)) or "",
        authority=settings["mail.authority"],
    )
    return authority_for(told, clock)


class SignIns:
    """The window's side: one sign-in at a time on the provider's page, stopped when the person leaves."""

    def __init__(
        self,
        secrets: Secrets,
        clock: Clock,
        open_page: Callable[[str], object],
        signed_in: Callable[[], None],
    ) -> None:
        self._secrets, self._clock = secrets, clock
        self._open_page, self._signed_in = open_page, signed_in
        self._lock = Lock()
        self._door: Doorstep | None = None

    def sign_in(self, settings: Mapping[str, Any]) -> Sequence[ProbeStep]:
        """Open the provider's page and keep what it gives. Blocks until the person is done; tells how it went."""
        from desk.services.adapters.mail_tokens import SECRET_REFRESH
        from desk.services.adapters.signin import sign_in

        try:
            authority = authority_of(settings, self._secrets, self._clock)
            grant = sign_in(authority, self._open_page, settings["mail.user"], self._wait_at)
            self._secrets.set(of_mailbox(SECRET_REFRESH, settings), grant.refresh_token)
        except DeskError as error:
            return [ProbeStep("Sign in", False, error.what, error.do)]
        finally:
            self._wait_at(None)
        self._signed_in()
        return [ProbeStep("Sign in", True, f"{authority.name} lets {settings['mail.user']} in.")]

    def stop(self) -> None:
        """The person does not want to go on."""
        with self._lock:
            if self._door is not None:
                self._door.stop()

    def sign_out(self, settings: Mapping[str, Any]) -> Sequence[ProbeStep]:
        """Give the sign-in back to the provider and forget it here; here it is forgotten in any case."""
        from desk.services.adapters.mail_tokens import SECRET_REFRESH

        place = of_mailbox(SECRET_REFRESH, settings)
        kept, taken = self._secrets.get(place), False
        if kept:
            with suppress(DeskError):
                taken = authority_of(settings, self._secrets, self._clock).revoke(kept)
            self._secrets.delete(place)
        rest = (
            "" if taken or not kept else " Take it back at the provider too: look there for connected apps."
        )
        return [ProbeStep("Sign out", True, f"{_SIGNED_OUT}{rest}")]

    def _wait_at(self, door: Doorstep | None) -> None:
        with self._lock:
            self._door = door
