"""The trail of a sample lead: what happened and why, as the desk would have recorded it."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from desk.models.commands import NoteClear
from desk.models.history import ALL_CHECKS, History
from desk.models.words import STAGES, band_of
from desk.services.day import last_closing
from desk.services.sample.leads import House, Told

_PROOFS = {
    "qualified": "Needs assessed, vehicle and timeline known", "appointment_set": "A visit is booked", "sold": "Set by the salesperson",
    "lost": "Nothing more is to be expected",
}  # fmt: skip

_CLEARED_BEFORE_CLOSING = timedelta(hours=2, minutes=19)


def write_trail(lead: Told) -> None:
    """The record: how it came, whose it is, each stage it reached, and what the assistant's state became."""
    note(lead, lead.received, "intake", {"result": "new", "into": None}, ("mail",))
    if lead.owner:
        note(
            lead,
            lead.received,
            "owner",
            {"from": None, "to": lead.owner.id, "by": "the desk"},
            (f"{lead.owner.name} was next in turn",),
        )
    before = STAGES[0].value
    for stage, at, why in _reached(lead):
        note(
            lead,
            at,
            "stage",
            {"from": before, "to": stage, "status": lead.told("status", ""), "by": "the desk"},
            ("stages.by_proof", why),
        )
        before = stage
    if (state := lead.told("ai")) and lead.said:
        note(
            lead,
            lead.last_at,
            "ai",
            {"from": "on", "to": state, "by": "the desk"},
            (str(lead.told("ai_reason")),),
        )
    if lead.visit is not None:
        data = {
            "status": lead.told("visit")["status"],
            "starts": lead.visit.isoformat(),
            "vehicle": lead.words["vehicle"],
        }
        note(lead, lead.last_at, "appointment", data, ("A visit was booked",))


def write_heat(lead: Told) -> None:
    """How warm the lead is, and how it became so: as it began, and since the customer's last word.

    Where the rules are asked afterwards (``warmth.feel``), what came after the beginning is theirs to say.
    """
    score = lead.house.rng.randint(*lead.story.temperature)
    lead.columns |= {"temperature": score, "band": band_of(score)}
    moments = [(lead.received, lead.house.rules.number("temperature.start"))]
    felt = lead.house.is_small and lead.story.stage not in ("sold", "lost")
    if lead.last_in is not None and not felt:
        moments.append((lead.last_in.at, score))
    reasons = [{"signal": signal, "points": points} for signal, points in lead.story.reasons]
    for at, points in moments:
        told = reasons if points == score else []
        note(
            lead, at, "temperature", {"score": round(points), "band": band_of(round(points)), "reasons": told}
        )


def write_clear(house: House) -> None:
    """The manager brought every check of the day to hold before the last closing (LEAD-07)."""
    at, who = last_closing(house.now, house.store) - _CLEARED_BEFORE_CLOSING, house.manager.name
    house.batch.add(
        History, id=house.ids(at), at=at, kind="cleared", by=who, act=NoteClear.act, data={"item": ALL_CHECKS, "until": None},
        why=[f"Nothing is stuck, by {who}"], playbook=house.book,
    )  # fmt: skip


def _reached(lead: Told) -> list[tuple[str, datetime, str]]:
    """Each stage with the fact that proves it, up to the lead's own."""
    last = lead.last_at if lead.said else None
    proofs = {
        "contacted": (lead.columns.get("first_sent_at"), "First outreach left"),
        "engaged": (lead.columns.get("first_reply_at"), "The customer replied"),
    }
    proofs.setdefault(lead.story.stage, (last, _PROOFS.get(lead.story.stage, "")))
    order = [stage.value for stage in STAGES[1:] if stage.value in proofs]
    return [(stage, at, proofs[stage][1]) for stage in order if (at := proofs[stage][0]) is not None]


def note(
    lead: Told, at: datetime, kind: str, data: dict[str, Any], why: tuple[str, ...] = (), act: str = ""
) -> None:
    lead.house.batch.add(
        History,
        id=lead.new_id(at),
        at=at,
        kind=kind,
        lead_id=lead.id,
        by="the desk",
        act=act,
        data=data,
        why=list(why),
        playbook=lead.house.book,
    )
