"""How wide an opt-out is (the Agreement on STOP, R3)."""

from __future__ import annotations

from typing import Any

import pytest

from desk.models.rules.gate import OptOutScope, Said, opt_out_scope
from desk.models.words import BlockKind, Channel
from tests.models.gate.builders import MAIL, MOBILE, NOW

OTHER = "+16025550177"
SECOND_MAIL = "sam.home@example.com"


def _scope(
    channel: Channel, *do_not: str, intents: tuple[str, ...] = ("opt_out",), **how: Any
) -> OptOutScope:
    address = how.get("address", {Channel.TEXT: MOBILE, Channel.EMAIL: MAIL}.get(channel, ""))
    said = Said(do_not, intents, channel, address, (MOBILE, OTHER), (MAIL, SECOND_MAIL), NOW, "stop")
    return opt_out_scope(said)


def _as_pairs(scope: OptOutScope) -> dict[str, set[str]]:
    assert all(block.at == NOW and block.words == "stop" for block in scope.blocks)
    return {block.address: set(block.channels) for block in scope.blocks}


@pytest.mark.rule("R3")
@pytest.mark.requirement("COMPLY-01")
def test_stop_by_text_ends_texts_and_automated_calls_to_that_number() -> None:
    scope = _scope(Channel.TEXT, "text")
    assert _as_pairs(scope) == {MOBILE: {"text", "automated_call"}}
    assert scope.opted_out


@pytest.mark.rule("R3")
def test_lose_my_number_ends_every_call_too() -> None:
    assert _as_pairs(_scope(Channel.TEXT, "text", "call")) == {MOBILE: {"text", "call"}}


@pytest.mark.rule("R3")
def test_unsubscribe_by_mail_is_about_that_address() -> None:
    scope = _scope(Channel.EMAIL, "email")
    assert _as_pairs(scope) == {MAIL: {"email"}}
    assert scope.opted_out


@pytest.mark.rule("R3")
@pytest.mark.parametrize("channel", [Channel.TEXT, Channel.EMAIL, Channel.CALL])
def test_no_contact_is_everything_on_every_known_address(channel: Channel) -> None:
    scope = _scope(channel, "all")
    assert _as_pairs(scope) == {each: {"all"} for each in (MOBILE, OTHER, MAIL, SECOND_MAIL)}


@pytest.mark.rule("R3")
def test_a_stop_written_by_mail_about_texts_covers_every_number() -> None:
    assert _as_pairs(_scope(Channel.EMAIL, "text")) == {
        number: {"text", "automated_call"} for number in (MOBILE, OTHER)
    }


@pytest.mark.rule("R3")
def test_a_stop_that_names_nothing_is_about_its_own_channel_and_a_spoken_one_about_the_phone() -> None:
    assert _as_pairs(_scope(Channel.TEXT)) == {MOBILE: {"text", "automated_call"}}
    assert _as_pairs(_scope(Channel.EMAIL)) == {MAIL: {"email"}}
    assert _as_pairs(_scope(Channel.CALL)) == {each: {"text", "call"} for each in (MOBILE, OTHER)}
    assert _as_pairs(_scope(Channel.CALL, address=OTHER)) == {OTHER: {"text", "call"}}


@pytest.mark.rule("R3")
def test_refusing_one_channel_for_another_is_no_opt_out() -> None:
    scope = _scope(Channel.TEXT, "text", intents=("preferred_contact",))
    assert _as_pairs(scope) == {MOBILE: {"text"}}
    assert not scope.opted_out


@pytest.mark.rule("R8")
def test_a_bare_wrong_number_blocks_that_number_and_opts_nobody_out() -> None:
    scope = _scope(Channel.TEXT, "text", "call", intents=("wrong_number",))
    assert [(b.kind, b.address, set(b.channels)) for b in scope.blocks] == [
        (BlockKind.WRONG_NUMBER, MOBILE, {"text", "call"})
    ]
    assert not scope.opted_out
    assert _scope(Channel.TEXT, "text", "call", intents=("wrong_number", "opt_out")).opted_out


@pytest.mark.rule("R3")
def test_nothing_said_blocks_nothing() -> None:
    assert _scope(Channel.TEXT, intents=("price",)) == OptOutScope((), False)
