"""How wide an opt-out is: from what the customer said to the addresses it blocks (R3, the STOP agreement)."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from desk.models.rules.gate.facts import ALL_CHANNELS, AUTOMATED_CALL, BlockFact
from desk.models.words import BlockKind, Channel


@dataclass(frozen=True, slots=True)
class Said:
    """What a reading understood, where it was said, and how else the person can be reached.

    ``do_not`` and ``intents`` as `desk read` gives them; ``address`` is what it was written from (empty when
    it was spoken); ``phones`` and ``emails`` are all known ones, normalised.
    """

    do_not: Collection[str]
    intents: Collection[str]
    channel: Channel
    address: str
    phones: tuple[str, ...]
    emails: tuple[str, ...]
    at: datetime
    words: str = ""


@dataclass(frozen=True, slots=True)
class OptOutScope:
    """The blocks to record, and whether the assistant's state becomes ``opted_out``."""

    blocks: tuple[BlockFact, ...]
    opted_out: bool


def opt_out_scope(said: Said) -> OptOutScope:
    """Which addresses are blocked on which channels, and whether it is an opt-out or one refused channel."""
    opted_out = "opt_out" in said.intents
    do_not = _wished(said, opted_out)
    if "wrong_number" in said.intents:
        blocks = tuple(_blocks(said, BlockKind.WRONG_NUMBER, _numbers(said), {Channel.TEXT, Channel.CALL}))
        return OptOutScope(blocks, opted_out)
    return OptOutScope(tuple(_wide(said, do_not, opted_out)), opted_out)


def _wished(said: Said, opted_out: bool) -> set[str]:
    """What the words name; an opt-out that names nothing is about its own channel, a spoken one the phone."""
    named = set(said.do_not)
    if opted_out and not named:
        named = {Channel.TEXT, Channel.CALL} if said.channel is Channel.CALL else {said.channel}
    return named


def _wide(said: Said, do_not: set[str], opted_out: bool) -> Iterator[BlockFact]:
    if ALL_CHANNELS in do_not:
        everything = dict.fromkeys((said.address, *said.phones, *said.emails))
        yield from _blocks(
            said, BlockKind.OPT_OUT, [address for address in everything if address], {ALL_CHANNELS}
        )
        return
    if phone := {str(channel) for channel in do_not & {Channel.TEXT, Channel.CALL}}:
        # STOP by text also ends automated calls, and asks a person who dials by hand for a reason.
        wider = {AUTOMATED_CALL} if opted_out and Channel.CALL not in phone else set()
        yield from _blocks(said, BlockKind.OPT_OUT, _numbers(said), phone | wider)
    if Channel.EMAIL in do_not:
        yield from _blocks(said, BlockKind.OPT_OUT, _mailboxes(said), {Channel.EMAIL})


def _blocks(
    said: Said, kind: BlockKind, addresses: Collection[str], channels: set[str]
) -> Iterator[BlockFact]:
    names = frozenset(str(channel) for channel in channels)
    return (BlockFact(kind, address, names, said.at, said.words) for address in addresses)


def _numbers(said: Said) -> tuple[str, ...]:
    """The number it was said from; said elsewhere, every number of the person."""
    return (said.address,) if said.address and said.channel in (Channel.TEXT, Channel.CALL) else said.phones


def _mailboxes(said: Said) -> tuple[str, ...]:
    return (said.address,) if said.address and said.channel is Channel.EMAIL else said.emails
