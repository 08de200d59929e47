"""Clocks and the bells they ring: timers that run until contact is proven, and people's alerts (ILM-04, ALERT-01)."""

from __future__ import annotations

from desk.models import decisions as d
from desk.models.alert import Alert
from desk.models.task import Timer
from desk.services.leadfile import LeadFile
from desk.services.record import records


@records(d.StartTimer)
def start_timer(file: LeadFile, it: d.StartTimer) -> bool:
    work, lead = file.work, file.lead
    row = Timer(
        id=work.new_id(),
        key=it.key,
        lead_id=lead.id,
        kind=it.kind,
        about=it.about,
        ladder=it.ladder,
        started_at=it.started,
        next_at=it.next_at,
    )
    file.keep(row)
    if it.target is not None and lead.timer_kind != "handoff":
        lead.timer_kind, lead.timer_started, lead.timer_target, lead.timer_level = (
            it.kind,
            it.started,
            it.target,
            0,
        )
    work.tell(
        "timer",
        lead.id,
        {"timer": it.kind, "ladder": it.ladder, "next": it.next_at.isoformat() if it.next_at else None},
        it.why,
    )
    return True


def _open(file: LeadFile, timer_id: str) -> Timer | None:
    """The clock of this id; None where it was stopped meanwhile."""
    return next((timer for timer in file.timers if timer.id == timer_id and timer.cleared_at is None), None)


@records(d.StepTimer)
def step_timer(file: LeadFile, it: d.StepTimer) -> bool:
    row = _open(file, it.timer_id)
    if row is None:
        return False
    work, lead = file.work, file.lead
    row.level, row.next_at, row.repeats = it.level, it.next_at, it.repeats
    if it.reset:
        row.reset_at = work.now
    if lead.timer_kind == row.kind:
        lead.timer_level = it.level
    if it.to:
        data = {"ladder": row.ladder, "level": it.level, "to": list(it.to), "about": row.about}
        work.tell("escalation", lead.id, data, it.why)
    return True


@records(d.ClearTimer)
def clear_timer(file: LeadFile, it: d.ClearTimer) -> bool:
    row = _open(file, it.timer_id)
    if row is None:
        return False
    work, lead = file.work, file.lead
    row.cleared_at, row.proof, row.cleared_by = it.at, it.proof, it.by
    answered = bool(it.by)  # a lead that was sold or lost stops its clock without having been answered
    if lead.timer_kind == row.kind:
        lead.timer_kind, lead.timer_level = "answered" if answered else "none", 0
    if row.kind == "unanswered" and answered and lead.answered_at is None:
        lead.answered_at, lead.answered_proof = it.at, it.proof
        lead.answered_s = max(0, round((it.at - lead.received_at).total_seconds()))
    work.tell(
        "escalation_cleared",
        lead.id,
        {"ladder": row.ladder, "level": row.level, "to": [], "about": row.about},
        it.why,
    )
    return True


@records(d.RaiseAlert)
def raise_alert(file: LeadFile, it: d.RaiseAlert) -> bool:
    work = file.work
    row = Alert(
        id=work.new_id(), key=it.key, staff_id=it.staff_id, lead_id=file.lead.id, kind=it.kind, title=it.title, body=it.body,
        next=it.next, level=it.level, via=list(it.via), raised_at=work.now,
    )  # fmt: skip
    file.keep(row)
    work.kinds.add("alerts")
    work.new_alerts.append(row.id)
    for via in it.via:
        work.tell(
            "alert",
            file.lead.id,
            {"to": it.staff_id, "via": via, "about": it.title, "next": it.next},
            it.why,
            private=("about",),
        )
    return True


@records(d.QuietAlerts)
def quiet_alerts(file: LeadFile, it: d.QuietAlerts) -> bool:
    quiet = [
        a
        for a in file.alerts
        if a.done_at is None and a.kind in it.kinds and (not it.staff_id or a.staff_id == it.staff_id)
    ]
    for alert in quiet:
        alert.done_at, alert.done_words = file.work.now, it.words
    if quiet:
        file.work.kinds.add("alerts")
    return bool(quiet)
