"""One question put to the gate, with the few things that several of its checks ask about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from desk.models.rules.gate.facts import Draft, GateFacts
from desk.models.rules.gate.places import Whereabouts, whereabouts
from desk.models.rules.gate.rulebook import GateRules
from desk.models.rules.gate.states import StateRow
from desk.models.rules.gate.verdict import Verdict
from desk.models.rules.gate.windows import next_opening, wall_words
from desk.models.words import Channel, Purpose

#: Purposes that answer what the person wrote.
ANSWERS = frozenset((Purpose.REPLY, Purpose.HANDOFF_NOTICE))
#: Purposes that only finish what the person asked for.
CONFIRMATIONS = frozenset((Purpose.APPOINTMENT_CONFIRMATION, Purpose.OPT_OUT_CONFIRMATION))
_REPLIES = ANSWERS | CONFIRMATIONS | {Purpose.STAFF}
#: Purposes with which the assistant comes of its own accord.
OUTREACH = frozenset(
    (Purpose.FIRST_RESPONSE, Purpose.NURTURE, Purpose.SIMILAR_VEHICLES, Purpose.REENGAGEMENT)
)
_TEXTING = (Channel.TEXT, Channel.TEXT)
_STRENGTH = ("none", "inquiry", "express", "written")


@dataclass(frozen=True)
class Case:
    """A draft before the gate at one moment (aware)."""

    draft: Draft
    facts: GateFacts
    rules: GateRules
    now: datetime

    @cached_property
    def where(self) -> Whereabouts:
        return whereabouts(self.facts.places, self.rules.places)

    @cached_property
    def consent(self) -> str:
        """The consent in force for address and channel: none, inquiry, express, written, or revoked.

        Once revoked, a new inquiry does not bring it back; express or written consent does (R3).
        """
        given = [c for c in self.facts.consents if c.covers(self.draft.to_address, self.draft.channel)]
        revoked_at = max((c.at for c in given if c.kind == "revoked"), default=None)
        later = [c.kind for c in given if c.kind != "revoked" and (revoked_at is None or c.at > revoked_at)]
        strongest = max(later, key=_STRENGTH.index, default="none")
        return "revoked" if revoked_at is not None and strongest in ("none", "inquiry") else strongest

    @property
    def rows(self) -> tuple[StateRow, ...]:
        """The law rows of every place the person may be in."""
        return tuple(self.rules.windows.row(place) for place in self.where.places)

    @property
    def last_inquiry(self) -> datetime | None:
        """The person's latest inquiry; whatever they wrote themselves is one."""
        wrote = self.facts.inbound.at if self.facts.inbound else None
        return max((at for at in (self.facts.inquiry_at, wrote) if at), default=None)

    @property
    def direct_reply(self) -> bool:
        """An answer in a live exchange: the person wrote lately, and nothing went back by it yet (R10).

        By text only to a text; an e-mail may answer either. A call is never one.
        """
        inbound = self.facts.inbound
        if inbound is None or self.draft.purpose not in _REPLIES:
            return False
        if self.draft.channel is not Channel.EMAIL and (self.draft.channel, inbound.channel) != _TEXTING:
            return False
        answered = any(t.channel is self.draft.channel and t.at > inbound.at for t in self.facts.touches)
        return not answered and self.now - inbound.at <= self.rules.budget.live_exchange

    def opening(self, moment: datetime | None) -> datetime | None:
        """The first moment from ``moment`` on that the hours allow; e-mail has none (R11)."""
        if moment is None or not self.draft.by_phone:
            return moment
        return next_opening(self.where.places, moment, self.rules.windows, by_hand=not self.draft.automatic)

    def clock(self, moment: datetime) -> str:
        """A moment in words on the store's wall clock."""
        return wall_words(moment, self.now, ZoneInfo(self.facts.store.zone))


Check = Callable[[Case], Verdict | None]
