"""The lead: one inquiry of one customer, its place in the pipeline, and what the desk decided about it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Base, id_column

#: Open leads whose customer waits for a person; a question says it in these very words, or SQLite does not see the index.
CALLING = "stage NOT IN ('sold', 'lost', 'merged') AND (ai_state = 'handed_off' OR unread > 0)"
#: Leads on hold, in the words of their index.
HELD = "hold_kind != ''"
#: Leads that reached the desk late, by the shortest time that a playbook may call waiting (``day.waited_after``).
WAITED = "is_history = 0 AND taken_at - received_at >= 90000000"
#: Open leads without a next step, or given to somebody who did not touch them: those that may be stuck.
LOOSE = (
    "stage NOT IN ('sold', 'lost', 'merged') AND hold_kind = '' AND CASE WHEN next_text = '' THEN 1"
    " ELSE claimed_at IS NULL AND owner_at > taken_at + 60000000 AND coalesce(last_human_at, 0) < owner_at END"
)


class Lead(Base):
    """A lead (LEAD-03, LEAD-05 … LEAD-09).

    Columns from ``timer_*`` on are what the rules last decided, kept so that the board reads one table in one
    indexed query; they are never edited by hand. ``due_at`` is the next moment the clock must look at this lead.
    A lead that went into another stands in the stage ``merged``, outside the pipeline; ``merged_into`` names where it lives on.
    """

    __tablename__ = "lead"
    __table_args__ = (
        Index("ix_lead_board", "stage", "sort_key", "id"),
        Index("ix_lead_due", "due_at", sqlite_where=text("due_at IS NOT NULL")),
        Index("ix_lead_customer", "customer_id"),
        Index("ix_lead_owner", "owner_id", "stage", "sort_key", "id"),
        Index("ix_lead_late", "stage", "next_due", sqlite_where=text("next_due IS NOT NULL")),
        Index(
            "ix_lead_timer",
            "stage",
            "timer_target",
            sqlite_where=text("timer_kind NOT IN ('none', 'answered')"),
        ),
        Index("ix_lead_received", "received_at"),
        # What the inbox and the day ask for: leads where somebody waits for a person, and those that rest.
        Index("ix_lead_calling", "last_in_at", sqlite_where=text(CALLING)),
        Index("ix_lead_waited", "taken_at", sqlite_where=text(WAITED)),
        Index("ix_lead_loose", "received_at", sqlite_where=text(LOOSE)),
        Index("ix_lead_held", "hold_until", sqlite_where=text(HELD)),
        Index("ix_lead_heard", "last_in_at", sqlite_where=text("last_in_at IS NOT NULL")),
        Index("ix_lead_covered", "coverage_until", sqlite_where=text("coverage_until IS NOT NULL")),
        Index("ix_lead_merged", "merged_into", sqlite_where=text("merged_into IS NOT NULL")),
    )

    id: Mapped[str] = id_column()
    ref: Mapped[str] = mapped_column(default="")
    customer_id: Mapped[str] = mapped_column(ForeignKey("customer.id"))
    merged_into: Mapped[str | None] = mapped_column(ForeignKey("lead.id"))
    source: Mapped[str]
    source_kind: Mapped[str]
    source_class: Mapped[str]
    source_label: Mapped[str] = mapped_column(default="")
    provider_ids: Mapped[list[Any]] = mapped_column(default=list)
    received_at: Mapped[datetime]
    taken_at: Mapped[datetime]
    is_history: Mapped[bool] = mapped_column(default=False)
    comments: Mapped[str] = mapped_column(default="")
    inquiry: Mapped[dict[str, Any] | None]
    timeframe: Mapped[str] = mapped_column(default="")
    reply_token: Mapped[str] = mapped_column(unique=True)
    language: Mapped[str] = mapped_column(default="en")

    stage: Mapped[str]
    status: Mapped[str] = mapped_column(default="")
    stage_at: Mapped[datetime]
    lost_reason: Mapped[str] = mapped_column(default="")
    order_kind: Mapped[str] = mapped_column(default="lead")
    price_shopper: Mapped[bool] = mapped_column(default=False)
    needs: Mapped[dict[str, Any]] = mapped_column(default=dict)
    trade_in: Mapped[dict[str, Any] | None]

    owner_id: Mapped[str | None] = mapped_column(ForeignKey("staff.id"))
    owner_at: Mapped[datetime | None]
    claimed_at: Mapped[datetime | None]

    ai_state: Mapped[str] = mapped_column(default="on")
    ai_returns_to: Mapped[str] = mapped_column(default="")
    ai_at: Mapped[datetime]
    ai_by: Mapped[str] = mapped_column(default="")
    ai_reason: Mapped[str] = mapped_column(default="")
    ai_pace: Mapped[float] = mapped_column(default=1.0)

    hold_kind: Mapped[str] = mapped_column(default="")
    hold_reason: Mapped[str] = mapped_column(default="")
    hold_until: Mapped[datetime | None]
    hold_note: Mapped[str] = mapped_column(default="")
    resume_on: Mapped[datetime | None]

    temperature: Mapped[int] = mapped_column(default=50)
    band: Mapped[str] = mapped_column(default="warm")
    temperature_reasons: Mapped[list[Any]] = mapped_column(default=list)
    temperature_note: Mapped[str] = mapped_column(default="")
    temperature_set: Mapped[int | None]
    temperature_set_until: Mapped[datetime | None]

    timer_kind: Mapped[str] = mapped_column(default="none")
    timer_started: Mapped[datetime | None]
    timer_target: Mapped[datetime | None]
    timer_level: Mapped[int] = mapped_column(default=0)
    answered_at: Mapped[datetime | None]
    answered_s: Mapped[int | None]
    answered_proof: Mapped[str] = mapped_column(default="")
    first_sent_at: Mapped[datetime | None]
    first_reply_at: Mapped[datetime | None]
    last_in_at: Mapped[datetime | None]
    last_human_at: Mapped[datetime | None]
    unread: Mapped[int] = mapped_column(default=0)

    coverage_until: Mapped[datetime | None]
    coverage_by: Mapped[str] = mapped_column(default="")

    vehicle_title: Mapped[str] = mapped_column(default="")
    stock: Mapped[str] = mapped_column(default="")
    next_text: Mapped[str] = mapped_column(default="")
    next_icon: Mapped[str] = mapped_column(default="")
    next_due: Mapped[datetime | None]
    outcome: Mapped[str] = mapped_column(default="")
    sort_key: Mapped[str] = mapped_column(default="")
    due_at: Mapped[datetime | None]


class Wanted(Base):
    """A vehicle a lead asks about, as the sender named it; joined to the stock by VIN or stock number when shown."""

    __tablename__ = "wanted"
    __table_args__ = (
        Index("ix_wanted_lead", "lead_id"),
        Index("ix_wanted_stock", "stock"),
        Index("ix_wanted_vin", "vin"),
    )

    id: Mapped[str] = id_column()
    lead_id: Mapped[str] = mapped_column(ForeignKey("lead.id"))
    position: Mapped[int] = mapped_column(default=0)
    interest: Mapped[str] = mapped_column(default="")
    condition: Mapped[str] = mapped_column(default="")
    year: Mapped[int | None]
    make: Mapped[str] = mapped_column(default="")
    model: Mapped[str] = mapped_column(default="")
    trim: Mapped[str] = mapped_column(default="")
    stock: Mapped[str] = mapped_column(default="")
    vin: Mapped[str] = mapped_column(default="")
    odometer: Mapped[int | None]
    colour: Mapped[str] = mapped_column(default="")
    comments: Mapped[str] = mapped_column(default="")
