"""Everything the gate measures against: the store's numbers, the state table, the tables of places.

The numbers come from ``playbook/gate.toml``; where the law sets a limit, a value past it is refused here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from desk.models.errors import BadPlaybook
from desk.models.rules.gate.places import PlaceTables
from desk.models.rules.gate.states import WindowTable

# The law's own limits; the store's values are data and may be anything stricter.
_LIMITS = {
    ("caps", "calls_and_texts_24h"): 3,
    ("consent", "after_inquiry_days"): 90,
    ("consent", "after_sale_days"): 540,
    ("consent", "scrub_days"): 31,
    ("night", "answer_minutes"): 15,
    ("opt_out", "confirm_minutes"): 5,
    ("health", "inbound_minutes"): 10,
    ("health", "clock_minutes"): 5,
    ("content", "parts"): 2,
    ("content", "disclose_again_days"): 7,
    ("content", "opt_out_line_days"): 30,
    ("canada", "after_inquiry_days"): 184,
    ("canada", "after_sale_days"): 731,
}


@dataclass(frozen=True)
class Budget:
    """How often a person may be contacted (R10, FLOW-13)."""

    calls_and_texts_24h: int
    touches_day_0: int
    touches_day: int
    touches_week: int
    one_touch: timedelta
    live_exchange: timedelta
    outside_budget: frozenset[str]


@dataclass(frozen=True)
class ConsentTerms:
    """How long an inquiry and a sale carry calls and texts, and what nobody asked for (R6, R7, R8)."""

    after_inquiry: timedelta
    after_sale: timedelta
    scrub_age: timedelta
    unasked: frozenset[str]
    canada_allowed: bool
    canada_after_inquiry: timedelta
    canada_after_sale: timedelta


@dataclass(frozen=True)
class ContentTerms:
    """What a message has to say and may not say (R13, R16, R26)."""

    parts: int
    disclose_again: timedelta
    opt_out_line_every: timedelta
    disclosure: tuple[tuple[str, ...], ...]
    opt_out_line: tuple[str, ...]
    email_opt_out: tuple[str, ...]
    false_subject: tuple[str, ...]
    subject_claims: tuple[str, ...]
    shorteners: frozenset[str]


@dataclass(frozen=True)
class GateRules:
    """One frozen value with all that ``may_send`` measures against."""

    windows: WindowTable
    places: PlaceTables
    budget: Budget
    consent: ConsentTerms
    content: ContentTerms
    rest: timedelta
    goes_on_in_rest: frozenset[str]
    answer_live_text: bool
    answer_within: timedelta
    confirm_within: timedelta
    inbound_age: timedelta
    clock_drift: timedelta

    @classmethod
    def from_data(cls, data: Mapping[str, Any], windows: WindowTable, places: PlaceTables) -> GateRules:
        """Build from the parsed ``gate`` table. Raises ``BadPlaybook`` for a value past the law's limit."""
        _refuse_past_limits(data)
        return cls(
            windows=windows,
            places=places,
            budget=_budget(data["caps"]),
            consent=_consent(data["consent"], data["canada"]),
            content=_content(data["content"]),
            rest=timedelta(hours=data["rest"]["after_person_hours"]),
            goes_on_in_rest=frozenset(data["rest"]["goes_on"]),
            answer_live_text=data["night"]["answer_live_text"],
            answer_within=timedelta(minutes=data["night"]["answer_minutes"]),
            confirm_within=timedelta(minutes=data["opt_out"]["confirm_minutes"]),
            inbound_age=timedelta(minutes=data["health"]["inbound_minutes"]),
            clock_drift=timedelta(minutes=data["health"]["clock_minutes"]),
        )


def _refuse_past_limits(data: Mapping[str, Any]) -> None:
    for (section, key), limit in _LIMITS.items():
        if not 0 <= data[section][key] <= limit:
            raise BadPlaybook(
                f"{data[section][key]} is past the limit",
                where=f"gate, {section}.{key}",
                do=f"Use 0 to {limit}.",
            )


def _budget(caps: Mapping[str, Any]) -> Budget:
    return Budget(
        calls_and_texts_24h=caps["calls_and_texts_24h"],
        touches_day_0=caps["touches_day_0"],
        touches_day=caps["touches_day"],
        touches_week=caps["touches_week"],
        one_touch=timedelta(minutes=caps["one_touch_minutes"]),
        live_exchange=timedelta(hours=caps["live_exchange_hours"]),
        outside_budget=frozenset(caps["outside_budget"]),
    )


def _consent(consent: Mapping[str, Any], canada: Mapping[str, Any]) -> ConsentTerms:
    return ConsentTerms(
        after_inquiry=timedelta(days=consent["after_inquiry_days"]),
        after_sale=timedelta(days=consent["after_sale_days"]),
        scrub_age=timedelta(days=consent["scrub_days"]),
        unasked=frozenset(consent["unasked"]),
        canada_allowed=canada["allowed"],
        canada_after_inquiry=timedelta(days=canada["after_inquiry_days"]),
        canada_after_sale=timedelta(days=canada["after_sale_days"]),
    )


def _content(content: Mapping[str, Any]) -> ContentTerms:
    return ContentTerms(
        parts=content["parts"],
        disclose_again=timedelta(days=content["disclose_again_days"]),
        opt_out_line_every=timedelta(days=content["opt_out_line_days"]),
        disclosure=tuple(tuple(words) for words in content["disclosure"]),
        opt_out_line=tuple(content["opt_out_line"]),
        email_opt_out=tuple(content["email_opt_out"]),
        false_subject=tuple(content["false_subject"]),
        subject_claims=tuple(content["subject_claims"]),
        shorteners=frozenset(content["shorteners"]),
    )
