"""What a customer agreed to and what they refused, as people enter it: always with its evidence (R1, R6)."""

from __future__ import annotations

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.errors import Refused
from desk.models.person import Address, Consent
from desk.models.rules import acts
from desk.services.desk import handles
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.work import Work

_PHONE_CHANNELS = ("text", "call")
_WRITTEN = "written:"  # how evidence of written consent begins (R6)
_STOPPED = ("opt_out", "do_not_contact")


def block_by_person(
    file: LeadFile, kind: str, address: str, channels: tuple[str, ...], words: str, by: str
) -> d.BlockAddress:
    key = f"{file.lead.id}·{kind}·{address}·{'+'.join(channels)}·{file.work.txn}"
    return d.BlockAddress(
        key=key, kind=kind, address=address, channels=channels, why=(words,), words=words, by=by
    )


@handles(c.SetConsent)
def set_consent(work: Work, command: c.SetConsent) -> None:
    """Consent with its evidence, on every address of that channel (R6). Revoking it is an opt-out of the channel.

    Consent in the customer's own writing is their opt-in: it lifts what they had stopped on that channel (R3).
    """
    file = LeadFile(work, work.lead(command.lead_id))
    if command.given and command.evidence.startswith(_WRITTEN):
        _lift(file, _as_wide(command.channel), command)
    kind = (
        "revoked" if not command.given else "written" if command.evidence.startswith(_WRITTEN) else "express"
    )
    for address in file.addresses:
        if address.kind == ("email" if command.channel == "email" else "phone"):
            row = Consent(
                id=work.new_id(),
                address=address.value,
                channel=command.channel,
                kind=kind,
                evidence=command.evidence,
                at=work.now,
                by=command.by.words,
            )
            work.session.add(row)
            if not command.given:
                record(
                    file,
                    block_by_person(
                        file,
                        "opt_out",
                        address.value,
                        _as_wide(command.channel),
                        command.evidence,
                        command.by.words,
                    ),
                )
    work.tell(
        "consent", command.lead_id, {"channel": command.channel, "given": command.given}, (command.evidence,)
    )
    work.settle(command.lead_id)


def _as_wide(channel: str) -> tuple[str, ...]:
    return ("email",) if channel == "email" else _PHONE_CHANNELS


@handles(c.OptOut)
def opt_out(work: Work, command: c.OptOut) -> None:
    """An opt-out that a person heard or read: one click, at once, on every address it names (R3)."""
    file = LeadFile(work, work.lead(command.lead_id))
    for address in file.addresses:
        wide = _channels_of(address, command.channels)
        if wide:
            record(
                file,
                block_by_person(
                    file,
                    "opt_out",
                    address.value,
                    wide,
                    command.words or "Said to a person",
                    command.by.words,
                ),
            )
    for decision in acts.silence(file.facts(), command.words or f"Opt-out recorded by {command.by.words}"):
        record(file, decision)
    work.settle(command.lead_id)


def _channels_of(address: Address, channels: tuple[str, ...]) -> tuple[str, ...]:
    own = ("email",) if address.kind == "email" else _PHONE_CHANNELS
    return own if "all" in channels else tuple(name for name in own if name in channels)


@handles(c.OptIn)
def opt_in(work: Work, command: c.OptIn) -> None:
    """The customer's own opt-in lifts the blocks of these channels; the rows stay as evidence (R3)."""
    if not command.evidence.strip():
        raise Refused("An opt-in needs its evidence.", action=command.act, missing=("evidence",))
    _lift(LeadFile(work, work.lead(command.lead_id)), command.channels, command)
    work.tell("opt_in", command.lead_id, {"channels": list(command.channels)}, (command.evidence,))
    work.settle(command.lead_id)


def _lift(file: LeadFile, channels: tuple[str, ...], command: c.OptIn | c.SetConsent) -> None:
    """Open again what the customer had stopped on these channels; a number or mailbox that does not work stays closed."""
    now, by = file.work.now, command.by.words
    stopped = [block for block in file.blocks if block.kind in _STOPPED and block.lifted_at is None]
    lifted = [block for block in stopped if {*channels, "all"} & {*block.channels} or "all" in channels]
    for block in lifted:
        block.lifted_at, block.lifted_by, block.lift_evidence = now, by, command.evidence
    if lifted and file.lead.ai_state == "opted_out":
        record(file, d.SetAssistant("reactive", (f"Opted in again: {command.evidence}",), by=by))
