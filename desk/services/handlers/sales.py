"""Sales: recorded with their credit, disputed, taken back; and the question who is covered (COVER-*)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.by import By
from desk.models.deal import Deal
from desk.models.errors import BadInput, NotAllowed, Refused
from desk.models.rules import coverage
from desk.models.time import local
from desk.models.words import Role, Stage
from desk.services.desk import handles
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.work import Work

_LEADERS = (Role.MANAGER, Role.OWNER)


@handles(c.RecordSale)
def record_sale(work: Work, command: c.RecordSale) -> None:
    file = LeadFile(work, work.lead(command.lead_id))
    sell(file, command.by, command.credited, command.sold_on)
    work.settle(command.lead_id)


def sell(file: LeadFile, by: By, credited: tuple[str, ...] = (), sold_on: date | None = None) -> None:
    """Move the lead to Sold and split its credit by the policy in force now (COVER-05, COVER-06)."""
    work, lead = file.work, file.lead
    _check_people(work, credited)
    if lead.stage == Stage.SOLD:
        raise Refused("This lead is sold already.", action="record a sale", do="Take the sale back first.")
    facts = file.facts()
    sold_by = coverage.seller(facts, by.staff_id)
    found = coverage.split(facts, sold_by, work.book, work.now, credited)
    row = Deal(
        id=work.new_id(), lead_id=lead.id, seller_id=sold_by, sold_at=work.now, sold_on=sold_on, shares=_rows(found.shares),
        managers=_rows(found.managers), verdicts=[verdict_data(it, work.store.zone) for it in found.verdicts], why=list(found.why),
        playbook=work.book.version, stage_before=lead.stage, status_before=lead.status,
    )  # fmt: skip
    work.session.add(row)
    lead.outcome = "Sold"
    if lead.hold_kind:
        record(file, d.EndHold((f"Sold by {by.words}",)))
    record(
        file, d.MoveStage(to=Stage.SOLD, status="Sold", why=(f"Sale recorded by {by.words}",), by=by.words)
    )
    work.tell("credit", lead.id, {"shares": row.shares, "managers": row.managers}, found.why)


def _check_people(work: Work, staff_ids: tuple[str, ...]) -> None:
    for staff_id in staff_ids:
        if work.store.person(staff_id) is None:
            raise BadInput(
                "There is no such person at this store.", where=staff_id, do="Choose somebody of the list."
            )
    if len(set(staff_ids)) > 2:
        raise Refused(
            "A deal has one full credit or two halves.", action="record a sale", missing=("credited",)
        )


def _rows(shares: tuple[coverage.Share, ...]) -> list[dict[str, Any]]:
    return [{"staff": it.staff_id, "team": it.team, "share": it.share} for it in shares]


def verdict_data(it: coverage.CoverageVerdict, zone: str) -> dict[str, Any]:
    """A verdict as it is printed and kept: ids, moments and words of the procedure only."""
    return {
        "staff": it.staff_id, "covered": it.covered, "until": it.until.isoformat() if it.until else None, "policy": it.policy,
        "evidence": [
            {"at": local(row.at, zone).isoformat(timespec="seconds"), "what": row.what, "verdict": row.weight}
            for row in it.evidence
        ],
    }  # fmt: skip


@handles(c.AskCoverage)
def ask_coverage(work: Work, command: c.AskCoverage) -> tuple[coverage.CoverageVerdict, ...]:
    """One line per policy, the store's own first; the lead itself is not changed (COVER-04, COVER-07)."""
    facts = LeadFile(work, work.lead(command.lead_id)).facts()
    whom = coverage.claimant(facts, command.sold_by)
    found = coverage.side_by_side(facts, whom, work.book, work.now) if whom else ()
    for it in found:
        work.tell(
            "coverage",
            command.lead_id,
            verdict_data(it, work.store.zone),
            (f"policy.{it.policy}", it.words, it.why),
        )
    return found


@handles(c.DecideCredit)
def decide_credit(work: Work, command: c.DecideCredit) -> None:
    """What the rules had said is kept beside what the manager decided."""
    if not command.reason.strip() or not command.credited:
        missing = tuple(
            name
            for name, told in (("credited", command.credited), ("reason", command.reason.strip()))
            if not told
        )
        raise Refused("A decision on credit names people and a reason.", action=command.act, missing=missing)
    _check_people(work, command.credited)
    file, deal = _sold(work, command.lead_id, command.act)
    found = coverage.split(file.facts(), deal.seller_id, work.book, deal.sold_at, command.credited)
    deal.ruled_shares = deal.ruled_shares or deal.shares
    deal.shares, deal.managers = _rows(found.shares), _rows(found.managers)
    deal.decided_by, deal.decided_at, deal.decided_why = command.by.words, work.now, command.reason
    why = ("coverage.decided", f"Decided by {command.by.words}: {command.reason}")
    work.tell("credit", file.lead.id, {"shares": deal.shares, "managers": deal.managers}, why)
    work.settle(file.lead.id)


@handles(c.UndoSale)
def undo_sale(work: Work, command: c.UndoSale) -> None:
    """The stage is what it was before the sale, and nobody is credited any more (APPT-03, COVER-05)."""
    if not command.reason.strip():
        raise Refused("Taking a sale back needs a reason.", action=command.act, missing=("reason",))
    file, deal = _sold(work, command.lead_id, command.act)
    why = (f"Sale taken back by {command.by.words}: {command.reason}",)
    reverse_credit(file, why)
    record(file, d.MoveStage(to=deal.stage_before, status=deal.status_before, why=why, by=command.by.words))
    work.settle(file.lead.id)


def reverse_credit(file: LeadFile, why: tuple[str, ...]) -> bool:
    """Take the last sale's credit back, whoever undid it; False when there is none that stands."""
    work, deal = file.work, last_deal(file.work, file.lead.id)
    if deal is None:
        return False
    deal.undone_at, deal.undone_by, deal.undone_why = work.now, work.by.words, "; ".join(why)
    file.lead.outcome = "Sold" if last_deal(work, file.lead.id) else ""  # an earlier sale may stand
    for visit in file.appointments:
        if visit.status == "sold":
            record(file, d.ChangeVisit(visit.id, "shown", why))
    work.tell("credit", file.lead.id, {"shares": [], "managers": []}, why)
    return True


def check_may_reverse(file: LeadFile, by: By) -> None:
    """A sale is taken back by who made it or by a manager, in whatever way. Raises NotAllowed for anybody else."""
    deal = last_deal(file.work, file.lead.id)
    if deal is None or by.kind != "staff" or by.role in _LEADERS or by.staff_id == deal.seller_id:
        return
    raise NotAllowed(
        f"{by.words} may not take this sale back.", action="take back a sale", missing=("right",),
        do="Ask whoever sold it, or a manager.",
    )  # fmt: skip


def give_credit_again(file: LeadFile, taken_back: datetime, why: tuple[str, ...]) -> str:
    """A sale that was taken back at this moment stands again as it was; answers the conflict in words, or nothing."""
    work = file.work
    if last_deal(work, file.lead.id) is not None:
        return "Another sale stands by now."
    query = select(Deal).where(Deal.lead_id == file.lead.id, Deal.undone_at == taken_back)
    deal = work.session.scalar(query.limit(1))
    if deal is None:
        return "This sale is not in the store any more."
    deal.undone_at, deal.undone_by, deal.undone_why = None, "", ""
    file.lead.outcome = "Sold"
    work.tell("credit", file.lead.id, {"shares": deal.shares, "managers": deal.managers}, why)
    return ""


def undo_decision(file: LeadFile, decided: list[Any], ruled: Mapping[str, Any], why: tuple[str, ...]) -> str:
    """The credit is again what it was before a manager decided on it; answers the conflict in words, or nothing."""
    deal = last_deal(file.work, file.lead.id)
    if deal is None or deal.shares != decided:
        return "The credit was decided on anew since."
    deal.shares, deal.managers = list(ruled["shares"]), list(ruled["managers"])
    if deal.shares == deal.ruled_shares:
        deal.ruled_shares, deal.decided_by, deal.decided_at, deal.decided_why = [], "", None, ""
    file.work.tell("credit", file.lead.id, {"shares": deal.shares, "managers": deal.managers}, why)
    return ""


def _sold(work: Work, lead_id: str, act: str) -> tuple[LeadFile, Deal]:
    file, deal = LeadFile(work, work.lead(lead_id)), last_deal(work, lead_id)
    if deal is None:
        raise Refused("This lead has no sale.", action=act, missing=("sale",))
    return file, deal


def last_deal(work: Work, lead_id: str) -> Deal | None:
    standing = select(Deal).where(Deal.lead_id == lead_id, Deal.undone_at.is_(None))
    return work.session.scalar(standing.order_by(Deal.sold_at.desc()).limit(1))
