"""The gate: may a message to a customer leave now, and if not, which rule says so and what lifts it."""

from __future__ import annotations

from desk.models.rules.gate.content import Duties, Missing, disclosure_due, duties, missing_parts
from desk.models.rules.gate.facts import (
    ALL_CHANNELS,
    AUTOMATED_CALL,
    BlockFact,
    ConsentFact,
    Draft,
    GateFacts,
    HumanContact,
    Inbound,
    LeadHold,
    OptOutFact,
    Pause,
    SendingHealth,
    StoreFacts,
    Touch,
)
from desk.models.rules.gate.gate import in_live_exchange, may_send
from desk.models.rules.gate.optout_scope import OptOutScope, Said, opt_out_scope
from desk.models.rules.gate.overlay import Approval, StoreRule, overlay
from desk.models.rules.gate.places import (
    ANYWHERE,
    UNKNOWN,
    Place,
    PlaceEvidence,
    PlaceTables,
    Whereabouts,
    whereabouts,
)
from desk.models.rules.gate.rulebook import GateRules
from desk.models.rules.gate.segments import Segments, plain, segments
from desk.models.rules.gate.states import Halt, StateRow, WindowTable
from desk.models.rules.gate.store_rows import StoreRows, managers_named
from desk.models.rules.gate.verdict import Outcome, Verdict
from desk.models.rules.gate.windows import allowed_at, closes_at, explain, is_open, next_opening

__all__ = [
    "ALL_CHANNELS",
    "ANYWHERE",
    "AUTOMATED_CALL",
    "UNKNOWN",
    "Approval",
    "BlockFact",
    "ConsentFact",
    "Draft",
    "Duties",
    "GateFacts",
    "GateRules",
    "Halt",
    "HumanContact",
    "Inbound",
    "LeadHold",
    "Missing",
    "OptOutFact",
    "OptOutScope",
    "Outcome",
    "Pause",
    "Place",
    "PlaceEvidence",
    "PlaceTables",
    "Said",
    "Segments",
    "SendingHealth",
    "StateRow",
    "StoreFacts",
    "StoreRows",
    "StoreRule",
    "Touch",
    "Verdict",
    "Whereabouts",
    "WindowTable",
    "allowed_at",
    "closes_at",
    "disclosure_due",
    "duties",
    "explain",
    "in_live_exchange",
    "is_open",
    "managers_named",
    "may_send",
    "missing_parts",
    "next_opening",
    "opt_out_scope",
    "overlay",
    "plain",
    "segments",
    "whereabouts",
]
