"""The one gate that every message and call to a customer passes at the instant of leaving (R1, COMPLY-05).

What goes to the store's own people (alerts, digests) is no message to a customer and does not come here.
"""

from __future__ import annotations

from datetime import datetime

from desk.models.rules.gate import assistant, blocks, budget, consent, content, health
from desk.models.rules.gate.case import ANSWERS, CONFIRMATIONS, Case, Check
from desk.models.rules.gate.facts import Draft, GateFacts
from desk.models.rules.gate.rulebook import GateRules
from desk.models.rules.gate.verdict import Verdict, allow, hold, redecide
from desk.models.rules.gate.windows import allowed_at
from desk.models.words import Channel


def may_send(draft: Draft, facts: GateFacts, rules: GateRules, now: datetime) -> Verdict:
    """Whether ``draft`` may leave at ``now`` (aware): the first check that objects decides, and says why.

    A pure function, asked again in the transaction that sends; a hold says from when on to ask again.
    """
    case = Case(draft, facts, rules, now)
    return next((verdict for check in CHECKS if (verdict := check(case))), None) or _at_this_hour(case)


def in_live_exchange(draft: Draft, facts: GateFacts, rules: GateRules, now: datetime) -> bool:
    """Whether ``draft`` is a direct reply, to be kept as a ``live`` touch that no cap counts (R10)."""
    return Case(draft, facts, rules, now).direct_reply


def stale(case: Case) -> Verdict | None:
    """A message whose moment has passed is decided anew, never sent late (COMPLY-02)."""
    expires = case.draft.expires_at
    if expires is None or case.now < expires:
        return None
    return redecide("COMPLY-02", f"Its moment passed {case.clock(expires)}.", "It is decided anew.")


def too_early(case: Case) -> Verdict | None:
    """A message planned for later waits for its moment, and from there for the window."""
    planned = case.draft.not_before
    if planned is None or case.now >= planned:
        return None
    return hold(
        "FLOW-13", f"It is planned for {case.clock(planned)}.", "Its moment comes.", case.opening(planned)
    )


def _at_this_hour(case: Case) -> Verdict:
    """The hours, last of all. E-mail has none; a live text may be answered if the store says so (R11)."""
    if not case.draft.by_phone:
        return allow()
    by_hand = not case.draft.automatic
    verdict = allowed_at(case.where.places, case.now, case.rules.windows, by_hand=by_hand)
    if verdict.allowed:
        return allow()
    return _live_answer(case) or verdict


def _live_answer(case: Case) -> Verdict | None:
    inbound = case.facts.inbound
    if not case.rules.answer_live_text or inbound is None or case.draft.marketing:
        return None
    answers = case.draft.purpose in ANSWERS | CONFIRMATIONS or not case.draft.automatic
    if not answers or (case.draft.channel, inbound.channel) != (Channel.TEXT, Channel.TEXT):
        return None
    if case.now - inbound.at > case.rules.answer_within:
        return None
    return allow("R11", "The customer has just written; the store answers live texts outside the hours.")


#: In this order: what cannot be mended before what only waits, the law before the store's own wishes.
CHECKS: tuple[Check, ...] = (
    blocks.machine_call,
    blocks.dead_address,
    blocks.opt_out_confirmation,
    blocks.asked_to_stop,
    blocks.took_back_consent,
    blocks.dialled_after_stop,
    assistant.silenced,
    assistant.stopped_by_status,
    stale,
    assistant.paused,
    health.another_desk,
    health.clock_wrong,
    health.inbound_unread,
    assistant.on_hold,
    assistant.person_spoke_last,
    consent.outside_the_country,
    consent.canada_consent,
    consent.inquiry_lapsed,
    consent.cold_number,
    consent.unasked_text,
    consent.second_answer,
    consent.sales_contact_by_hand,
    content.postal_address_missing,
    content.wording_incomplete,
    too_early,
    budget.calls_and_texts,
    budget.touch_budget,
)
