"""The desk's vocabulary: every state, kind and channel that is stored, printed or shown, as plain words.

They are the words of the trade and of the rehearsal's output (spec: commands), so a stored row, a printed
line and a test read alike.
"""

from __future__ import annotations

from enum import StrEnum


class Stage(StrEnum):
    """The pipeline (LEAD-05), in order."""

    NEW = "new"
    CONTACTED = "contacted"
    ENGAGED = "engaged"
    QUALIFIED = "qualified"
    APPOINTMENT_SET = "appointment_set"
    SOLD = "sold"
    LOST = "lost"

    @property
    def label(self) -> str:
        return self.value.replace("_", " ").title()

    @property
    def is_open(self) -> bool:
        return self not in (Stage.SOLD, Stage.LOST)


STAGES = tuple(Stage)
#: Where a lead stands that went into another: outside the pipeline, so that no list and no count holds it (LEAD-04).
MERGED = "merged"


class AiState(StrEnum):
    """The assistant at one lead. The order of ``PRIORITY`` decides which of two reasons to be silent shows."""

    ON = "on"
    REACTIVE = "reactive"
    HANDED_OFF = "handed_off"
    BACKED_OFF = "backed_off"
    PAUSED_BY_STATUS = "paused_by_status"
    OFF = "off"
    OPTED_OUT = "opted_out"


AI_PRIORITY = (
    AiState.OPTED_OUT,
    AiState.OFF,
    AiState.PAUSED_BY_STATUS,
    AiState.BACKED_OFF,
    AiState.HANDED_OFF,
    AiState.REACTIVE,
    AiState.ON,
)


class Channel(StrEnum):
    EMAIL = "email"
    TEXT = "text"
    CALL = "call"
    LETTER = "letter"


class Author(StrEnum):
    ASSISTANT = "assistant"
    STAFF = "staff"
    CUSTOMER = "customer"
    SYSTEM = "system"


class Purpose(StrEnum):
    """Why a message is written; the gate and the rehearsal know them by these names."""

    FIRST_RESPONSE = "first_response"
    NURTURE = "nurture"
    SIMILAR_VEHICLES = "similar_vehicles"
    REPLY = "reply"
    REENGAGEMENT = "reengagement"
    HANDOFF_NOTICE = "handoff_notice"
    APPOINTMENT_CONFIRMATION = "appointment_confirmation"
    APPOINTMENT_REMINDER = "appointment_reminder"
    OPT_OUT_CONFIRMATION = "opt_out_confirmation"
    STAFF = "staff"


class MessageStatus(StrEnum):
    """Where a message stands. Queued, held, sent, delivered, failed and uncertain are different words."""

    QUEUED = "queued"
    HELD = "held"
    PENDING_APPROVAL = "pending_approval"
    SENDING = "sending"
    SENT = "sent"
    DELIVERED = "delivered"
    BOUNCED = "bounced"
    FAILED = "failed"
    UNCERTAIN = "uncertain"
    SKIPPED = "skipped"
    SUPERSEDED = "superseded"
    RECEIVED = "received"


MAY_HAVE_STOPPED = "May have said stop: please read"
"""What a hand-off says where a person must decide whether the customer asked for silence (R4)."""

WAITING = (MessageStatus.QUEUED, MessageStatus.HELD, MessageStatus.PENDING_APPROVAL)
LEFT = (MessageStatus.SENT, MessageStatus.DELIVERED)


class SourceKind(StrEnum):
    MARKETPLACE = "marketplace"
    WEBSITE = "website"
    PHONE = "phone"
    REFERRAL = "referral"
    OEM = "oem"
    SOCIAL = "social"
    CHAT = "chat"
    TRADE_IN = "trade_in"
    WALK_IN = "walk_in"


class Role(StrEnum):
    BDC = "bdc"
    SALES = "sales"
    SENIOR_SALES = "senior_sales"
    MANAGER = "manager"
    KNOWLEDGE_ADMIN = "knowledge_admin"
    OWNER = "owner"

    @property
    def label(self) -> str:
        return {"bdc": "BDC rep", "sales": "Sales", "senior_sales": "Senior sales", "manager": "Desk manager",
                "knowledge_admin": "Knowledge administrator", "owner": "General manager"}[self.value]  # fmt: skip


class LogType(StrEnum):
    CALL = "call"
    VOICEMAIL = "voicemail"
    EMAIL = "email"
    TEXT = "text"
    LETTER = "letter"
    NOTE = "note"
    VISIT = "visit"


class CallOutcome(StrEnum):
    """How a call ended (FLOW-05). Only the connected ones and a declined call are proof of contact."""

    CONNECTED_ASSESSED = "connected_assessed"
    CONNECTED_FOLLOW_UP = "connected_follow_up"
    NO_ANSWER_VOICEMAIL = "no_answer_voicemail"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    BAD_EMAIL = "bad_email"
    DECLINED_CALL = "declined_call"


CONNECTED = (CallOutcome.CONNECTED_ASSESSED, CallOutcome.CONNECTED_FOLLOW_UP)
PROOF_OUTCOMES = (*CONNECTED, CallOutcome.DECLINED_CALL)


class BlockKind(StrEnum):
    """Why an address may not be used. A block is keyed by the normalised address, never by the lead (R3)."""

    OPT_OUT = "opt_out"
    DO_NOT_CONTACT = "do_not_contact"
    WRONG_NUMBER = "wrong_number"
    BAD_ADDRESS = "bad_address"
    AI_OFF = "ai_off"


class AlertKind(StrEnum):
    DOORBELL = "doorbell"
    HANDOFF = "handoff"
    ESCALATION = "escalation"
    APPOINTMENT = "appointment"
    ATTENTION = "attention"
    QUARANTINE = "quarantine"
    DIGEST = "digest"


class TimerKind(StrEnum):
    """What a ladder runs on (ILM-04, AI-23, FLOW-02)."""

    UNANSWERED = "unanswered"
    HANDOFF = "handoff"
    OVERDUE = "overdue"
    UNTOUCHED_CLAIM = "untouched_claim"
    NO_SHOW = "no_show"
    COMPLAINT = "complaint"
    TECHNICAL = "technical"
    RELIEF = "relief"


class OrderKind(StrEnum):
    """A record is a lead until a person gave a price; an order is live or organic (LEAD-08)."""

    LEAD = "lead"
    LIVE = "live"
    ORGANIC = "organic"


BANDS = ((90, "extremely_hot"), (70, "hot"), (50, "warm"), (30, "cool"), (0, "cold"))


def band_of(score: int) -> str:
    """The temperature band of a score from 0 to 100 (TEMP-02)."""
    return next(name for floor, name in BANDS if score >= floor)


#: Signs of a lead's temperature by key, with the words people read as the reason (TEMP-01).
SIGNS: dict[str, str] = {
    "fresh": "Came in within a day",
    "first_class": "From the store's own source",
    "second_class": "From a manufacturer or partner",
    "referral": "Came through people we know",
    "walk_in": "Was in the store",
    "phone": "Called the store",
    "replied": "Answered",
    "quick_reply": "Answered within the hour",
    "wants_person": "Asked for a person",
    "proposed_time": "Named or confirmed a time",
    "test_drive": "Asked for a test drive",
    "availability": "Asked whether it is there",
    "trade_in": "Has a trade-in",
    "financing": "Asked about financing or documents",
    "urgent": "Is in a hurry",
    "connected": "Spoke with a person",
    "high_interest": "Logged as highly interested",
    "low_interest": "Logged as little interested",
    "visit_booked": "Has a visit booked",
    "visit_shown": "Came to a visit",
    "no_show": "Did not come to the visit",
    "cancelled": "Cancelled the visit",
    "price_first": "Asked for the price first",
    "not_now": "Said not now",
    "not_interested": "Is not interested or bought elsewhere",
    "opted_out": "Asked us to stop",
}

RECOVERY_CODE = "recovery code"
"""How the record calls the store's code among what was given out (DESK-03)."""
