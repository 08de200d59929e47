"""OAuth 2 for the mailbox, against a strict authority and the real mail servers on loopback (R27)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import replace
from datetime import timedelta
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from desk.models.errors import ChannelDown, NeedsPerson, NoSecrets
from desk.models.time import TurnedClock
from desk.services.adapters.clock import SystemClock
from desk.services.adapters.imap import ImapMail, ImapSettings
from desk.services.adapters.loopback import Doorstep
from desk.services.adapters.mail_tokens import SECRET_REFRESH, MailTokens
from desk.services.adapters.signin import Authority, SignInSettings, authority_for, sign_in
from desk.services.adapters.smtp import SmtpMail, SmtpSettings
from desk.services.adapters.wire import Login
from desk.services.outside.authority import StandInAuthority
from desk.services.outside.browser import OutsideBrowser
from desk.services.outside.certificate import make_certificate
from desk.services.outside.mail_server import OutsideMail
from desk.services.ports import MailboxCursor
from tests.services.adapters.conftest import NOON, SENDER, letter

pytestmark = pytest.mark.rule("R27")
SCOPES = {
    "microsoft": ("https://outlook.office.com/IMAP.AccessAsUser.All", "https://outlook.office.com/SMTP.Send", "offline_access"),
    "google": ("https://mail.google.com/",),
}  # fmt: skip


class Memory:
    """A place for secrets that can refuse."""

    name = "memory"

    def __init__(self) -> None:
        self.held: dict[str, str] = {}
        self.refuses = False

    def get(self, key: str) -> str | None:
        if self.refuses:
            raise NoSecrets("The system keyring refuses.", do="Unlock it.")
        return self.held.get(key)

    def set(self, key: str, value: str) -> None:
        if self.refuses:
            raise NoSecrets("The system keyring refuses.", do="Unlock it.")
        self.held[key] = value

    def delete(self, key: str) -> None:
        self.held.pop(key, None)


class World:
    """A provider: its authority, its mail servers, and a person's browser."""

    def __init__(self, provider: str) -> None:
        self.clock = TurnedClock(NOON)
        certificate = make_certificate(SystemClock().now())
        secret = "desktop-secret" if provider == "google" else ""
        self.authority = StandInAuthority(
            self.clock,
            certificate,
            client_secret=secret,
            scopes=SCOPES[provider],
            rotates=provider == "microsoft",
        ).start()
        self.mail = OutsideMail(knows=self.authority.knows).start()
        self._trust = certificate.client()
        self.browser = OutsideBrowser(self._trust)
        self.secrets = Memory()
        self.settings = SignInSettings(
            provider=provider,
            client_id="store-client",
            client_secret=secret,
            authority=self.authority.address,
        )
        self.provider = self.sign_in_of(self.settings)
        self.tokens = MailTokens(lambda: self.provider, self.secrets, self.clock)

    def sign_in_of(self, settings: SignInSettings) -> Authority:
        return authority_for(settings, self.clock, lambda: httpx.Client(verify=self._trust))

    def stop(self) -> None:
        self.mail.stop()
        self.authority.stop()

    def signed_in(self) -> None:
        grant = sign_in(self.provider, self.browser.open, "sales@store.example")
        self.secrets.set(SECRET_REFRESH, grant.refresh_token)

    def login(self, login: Login) -> Login:
        return replace(login, password="", token=self.tokens, forget=self.tokens.forget)

    def send(self, number: int = 1) -> tuple[str, bool, str]:
        with closing(
            SmtpMail(SmtpSettings(login=self.login(self.mail.smtp_login()), sender=SENDER), self.clock)
        ) as line:
            result = line.send(letter(number))
        return result.outcome, result.channel_stop, result.detail

    def fetch(self) -> int:
        with closing(ImapMail(ImapSettings(login=self.login(self.mail.imap_login())))) as line:
            return len(line.fetch(MailboxCursor())[0])


@pytest.fixture(params=["microsoft", "google"])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    made = World(request.param)
    yield made
    made.stop()


def test_signed_in_once_the_mailbox_is_read_and_written_without_a_password(world: World) -> None:
    world.signed_in()
    world.mail.post(b"Subject: Hello\r\n\r\nHello\r\n")
    assert world.fetch() == 1
    assert world.send()[0] == "accepted"
    assert [letter.to for letter in world.mail.outbox] == [("dana@customer.example",)]
    assert world.authority.asked == ["authorization_code", "refresh_token"], (
        "one token serves reading and sending"
    )
    assert world.authority.hints == ["sales@store.example"]
    assert "go back to Sales Desk" in world.browser.page


def test_the_page_asks_for_a_code_with_a_proof_that_never_travels(world: World) -> None:
    asked = world.provider.begin("http://127.0.0.1:5/", "sales@store.example")
    told = parse_qs(urlsplit(asked.url).query)
    assert (told["response_type"], told["code_challenge_method"]) == (["code"], ["S256"])
    assert len(told["code_challenge"][0]) == 43
    assert asked.flow["code_verifier"] not in asked.url
    assert told["state"] == [asked.state]
    assert "client_secret" not in told


def test_a_code_without_its_own_proof_is_refused(world: World) -> None:
    with Doorstep() as door:
        asked = world.provider.begin(door.address, "")
        door.state = asked.state
        world.browser.open(asked.url)
        answer = door.wait(60)
    stolen = replace(asked, flow={**asked.flow, "code_verifier": "x" * 43})
    with pytest.raises(NeedsPerson, match="invalid_grant"):
        world.provider.redeem(stolen, answer)


def test_a_token_is_renewed_before_it_runs_out_and_not_before_that(world: World) -> None:
    world.signed_in()
    first = world.tokens()
    world.clock.turn_to(NOON + timedelta(minutes=54))
    assert world.tokens() == first
    world.clock.turn_to(NOON + timedelta(minutes=56))
    assert world.tokens() != first
    assert world.authority.asked.count("refresh_token") == 2


def test_a_renewal_that_voids_the_old_one_is_kept_before_it_is_used(world: World) -> None:
    world.signed_in()
    for hour in range(1, 4):
        world.clock.turn_to(NOON + timedelta(hours=hour))
        assert world.send(hour)[0] == "accepted"
        assert world.secrets.held[SECRET_REFRESH] in world.authority.renewable


def test_a_restarted_desk_signs_in_from_the_keyring_alone(world: World) -> None:
    world.signed_in()
    world.tokens()
    world.tokens = MailTokens(lambda: world.sign_in_of(world.settings), world.secrets, world.clock)
    assert world.send()[0] == "accepted"


def test_a_token_that_was_taken_back_early_is_replaced_on_the_spot(world: World) -> None:
    world.signed_in()
    world.tokens()
    world.authority.end_tokens()
    assert world.send()[0] == "accepted"
    world.authority.end_tokens()
    assert world.fetch() == 0, "an empty mailbox, read"


def test_a_refused_renewal_asks_the_person_and_loses_nothing(world: World) -> None:
    world.signed_in()
    world.authority.end_sign_in()
    outcome, stops, words = world.send()
    assert (outcome, stops) == ("retry", True)
    assert "asks to sign in again" in words
    assert "Sign in again in Settings" in words
    with pytest.raises(NeedsPerson, match="asks to sign in again"):
        world.fetch()
    world.signed_in()
    assert (world.send()[0], world.fetch()) == ("accepted", 0)


def test_a_provider_that_is_down_is_waited_for_and_the_last_token_serves_meanwhile(world: World) -> None:
    world.signed_in()
    world.tokens()
    world.authority.is_down = True
    world.clock.turn_to(NOON + timedelta(minutes=57))
    assert world.send()[0] == "accepted"
    world.clock.turn_to(NOON + timedelta(minutes=61))
    outcome, stops, words = world.send(2)
    assert (outcome, stops) == ("retry", False), "nobody is asked to sign in because a server is down"
    assert "cannot be reached" in words
    world.authority.is_down = False
    assert world.send(2)[0] == "accepted"


@pytest.mark.parametrize(
    "answer",
    [b"<html>Sign in to the hotel's network</html>", b"[]", b'"yes"', b'{"access_token": null}', b"{}"],
)
def test_a_page_between_the_desk_and_the_provider_is_waited_out(answer: bytes) -> None:
    with pytest.raises(ChannelDown, match="Google") as told:
        answered(answer).refresh("kept")
    assert not isinstance(told.value, NeedsPerson), "nobody is asked to sign in again for it"


@pytest.mark.parametrize(
    ("lasts", "minutes"),
    [(b"3600", 60), (b'"3600"', 60), (b"null", 0), (b'"soon"', 0), (b"1e30", 1440), (b"-5", 0)],
)
def test_however_a_token_says_how_long_it_lasts_it_serves(lasts: bytes, minutes: int) -> None:
    grant = answered(b'{"access_token": "t", "expires_in": %s}' % lasts).refresh("kept")
    assert (grant.access_token, grant.expires_at - NOON) == ("t", timedelta(minutes=minutes))


def answered(answer: bytes) -> Authority:
    """A provider that describes itself as it should, and answers so."""

    def act(request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200, json={"token_endpoint": "https://signin.example/token"})
        return httpx.Response(200, content=answer)

    settings = SignInSettings(provider="google", client_id="store-client", authority="https://signin.example")
    return authority_for(
        settings, TurnedClock(NOON), lambda: httpx.Client(transport=httpx.MockTransport(act))
    )


def test_a_sign_in_given_back_is_void_at_the_provider(world: World) -> None:
    world.signed_in()
    world.tokens()
    assert world.provider.revoke(world.secrets.held[SECRET_REFRESH])
    assert not world.authority.renewable
    assert world.send()[:2] == ("retry", True)


def test_a_keyring_that_refuses_meanwhile_does_not_lose_the_sign_in(world: World) -> None:
    world.signed_in()
    world.tokens()
    stored = world.secrets.held[SECRET_REFRESH]
    world.clock.turn_to(NOON + timedelta(hours=1))

    def set_refuses(key: str, value: str) -> None:
        raise NoSecrets("The system keyring refuses.")

    kept, world.secrets.set = world.secrets.set, set_refuses  # type: ignore[method-assign]  # the keyring locks itself
    assert world.send()[0] == "accepted"
    assert world.secrets.held[SECRET_REFRESH] == stored
    world.secrets.set = kept  # type: ignore[method-assign]
    world.clock.turn_to(NOON + timedelta(hours=2))
    assert world.send(2)[0] == "accepted"
    assert world.secrets.held[SECRET_REFRESH] in world.authority.renewable


def test_a_locked_keyring_keeps_the_mail_waiting_with_its_own_words(world: World) -> None:
    world.secrets.refuses = True
    outcome, stops, words = world.send()
    assert (outcome, stops) == ("retry", False)
    assert "keyring refuses" in words


def test_nobody_signed_in_yet_is_said(world: World) -> None:
    assert "Nobody has signed in" in world.send()[2]


def test_a_person_who_says_no_is_no_failure_of_the_desk(world: World) -> None:
    world.authority.consents = False
    with pytest.raises(NeedsPerson, match="access_denied"):
        world.signed_in()
    assert "was not finished" in world.browser.page
    assert not world.secrets.held


def test_a_client_id_that_is_not_entered_says_where_it_is_found(world: World) -> None:
    with pytest.raises(NeedsPerson, match="client id") as told:
        authority_for(replace(world.settings, client_id=""), world.clock)
    assert "Settings, Mailbox" in told.value.do


def test_a_client_the_provider_does_not_know_is_the_persons_to_mend(world: World) -> None:
    world.signed_in()
    other = replace(world.settings, client_id="other")
    world.tokens = MailTokens(lambda: world.sign_in_of(other), world.secrets, world.clock)
    assert "invalid_client" in world.send()[2]


def _get(url: str) -> int:
    return httpx.get(url).status_code


@pytest.mark.parametrize(
    "query", ["", "?code=x", "?code=x&state=other", "?state=right", "?error=no&state=other"]
)
def test_the_doorstep_turns_strangers_away_and_goes_on_waiting(query: str) -> None:
    with Doorstep() as door:
        door.state = "right"
        assert _get(door.address + query) == 404
        assert _get(f"{door.address}?code=x&state=right") == 200
        assert door.wait(60)["code"] == "x"


def test_the_doorstep_is_on_this_computer_only_and_closes() -> None:
    with Doorstep("localhost") as door:
        assert door.address.startswith("http://localhost:")
        assert door._server.server_address[0] == "127.0.0.1"
    with pytest.raises(httpx.ConnectError):
        _get(door.address.replace("localhost", "127.0.0.1"))


@pytest.mark.parametrize(
    ("end", "words"), [(lambda door: door.stop(), "was stopped"), (lambda door: None, "in time")]
)
def test_a_wait_ends_by_itself_or_by_the_persons_wish(end: Callable[[Any], None], words: str) -> None:
    with Doorstep() as door:
        end(door)
        with pytest.raises(ChannelDown, match=words):
            door.wait(0.05)


@pytest.mark.parametrize("changes", [{"redirect_uri": "http://evil.example/"}, {"client_id": "other"}])
def test_the_authority_sends_nobody_to_a_place_that_is_not_loopback(
    world: World, changes: dict[str, str]
) -> None:
    asked = world.provider.begin("http://127.0.0.1:5/", "")
    told = {name: value[0] for name, value in parse_qs(urlsplit(asked.url).query).items()} | changes
    with httpx.Client(verify=world._trust) as browser, suppress(httpx.HTTPError):
        assert browser.get(f"{world.authority.address}/authorize", params=told).status_code == 400
