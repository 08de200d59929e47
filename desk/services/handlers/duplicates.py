"""One customer, or two: merge, take apart, tell apart, and let the manager decide (LEAD-04, LEAD-11)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.by import By
from desk.models.duplicate import Duplicate, Merge
from desk.models.errors import BadInput, NotAllowed, Refused
from desk.models.lead import Lead
from desk.models.rules.merging import Side, plan
from desk.models.store.queries.signs import sign_words
from desk.models.words import MERGED, STAGES, AlertKind
from desk.services import merging, radar
from desk.services.desk import handles
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.work import Work

_OPEN = tuple(str(stage) for stage in STAGES if stage.is_open)


@handles(c.MergeLeads)
def merge_leads(work: Work, command: c.MergeLeads) -> str:
    """Two leads become one. The same merge again changes nothing and answers the empty string."""
    kept, gone = work.lead(command.kept_id), work.lead(command.gone_id)
    if gone.merged_into == kept.id:
        return ""
    _check(work, command, kept, gone)
    sides = merging.side(work.session, kept, work.store), merging.side(work.session, gone, work.store)
    _check_sold(sides)
    owners = sorted({owner for owner in (kept.owner_id, gone.owner_id) if owner})
    pairs = [
        row for row in radar.pairs_of(work, (kept.id, gone.id)) if _ends(work, row) == {kept.id, gone.id}
    ]
    why = _reasons(command, pairs)
    made = plan(*sides, command.choices, work.book, work.now)
    merge = merging.write(work, *sides, made, why)
    work.tell("merged", kept.id, {"merge": merge.id, "with": gone.id}, why)
    work.tell("merged_into", gone.id, {"merge": merge.id, "into": kept.id}, why)
    for row in pairs:
        _decide(work, row, "merged", command.reason)
    if command.tell:
        _tell_owners(work, kept, owners, why)
    return merge.id


def _check(work: Work, command: c.MergeLeads, kept: Lead, gone: Lead) -> None:
    if kept.id == gone.id:
        raise Refused("A lead cannot be merged with itself.", action=command.act, do="Choose two leads.")
    for lead in (kept, gone):
        if lead.stage == MERGED:
            raise Refused(
                f"{radar.customer_of(work, lead.id).full or 'This lead'} went into another lead already.",
                action=command.act,
                do="Merge the lead it went into, or take that merge apart first.",
            )
    may_decide(command.by, command.act, (kept.owner_id, gone.owner_id))


def may_decide(by: By, act: str, owners: Iterable[str | None]) -> None:
    """Managers decide on any pair; a rep where no other person's customer is in it (LEAD-11). Raises NotAllowed."""
    if by.kind != "staff" or by.role in radar.LEADERS:
        return
    if any(owner not in (None, by.staff_id) for owner in owners):
        raise NotAllowed(
            "Another person's customer is in this pair.",
            action=act,
            missing=("right",),
            do="Tell the manager, who decides.",
        )


def _check_sold(sides: tuple[Side, Side]) -> None:
    kept, gone = sides
    if "sold" in (kept.lead.stage, gone.lead.stage) and kept.customer.id == gone.customer.id:
        raise Refused(
            "These are two leads of one customer already, and a sale keeps its own record.",
            action=c.MergeLeads.act,
            do="Nothing needs to be done.",
        )


def _ends(work: Work, row: Duplicate) -> set[str]:
    """The two leads of a pair where they stand today."""
    leads = (work.lead(row.lead_id), work.lead(row.other_id))
    return {lead.merged_into or lead.id for lead in leads}


def _reasons(command: c.MergeLeads, pairs: Sequence[Duplicate]) -> tuple[str, ...]:
    signs = dict.fromkeys(sign_words(sign) for row in pairs for sign in row.signs)
    return (f"Merged by {command.by.words}", *filter(None, (command.reason,)), *signs)


def _decide(work: Work, row: Duplicate, state: str, reason: str) -> None:
    row.state, row.decided_at, row.decided_by, row.reason = state, work.now, work.by.words, reason
    work.kinds.add("duplicates")
    radar.quiet(work, row, f"Decided by {work.by.words}")


def _tell_owners(work: Work, kept: Lead, owners: Iterable[str], why: tuple[str, ...]) -> None:
    """Both learn why from the desk, with the consequence in the same breath."""
    file = LeadFile.of(work, kept.id)
    for staff_id in owners:
        alert = d.RaiseAlert(
            key=f"{kept.id}·merged·{work.txn}·{staff_id}", staff_id=staff_id, kind=AlertKind.ATTENTION,
            title=f"{file.customer.full or 'Two records'}: two records are one now", body=". ".join(why),
            next="Nobody's credit changes; it can be taken apart at any time", why=why,
        )  # fmt: skip
        record(file, alert)


@handles(c.UnmergeLeads)
def unmerge_leads(work: Work, command: c.UnmergeLeads) -> tuple[str, ...]:
    """Take a merge apart; answers in words what was changed since and stays. Done twice it changes nothing."""
    merge = work.session.get(Merge, command.merge_id)
    if merge is None:
        raise BadInput("There is no such merge.", where=command.merge_id, do="Open the lead's history.")
    if merge.undone_at is not None:
        return ()
    kept, gone = work.lead(merge.kept_id), work.lead(merge.gone_id)
    may_decide(command.by, command.act, (kept.owner_id, gone.owner_id))
    return take_apart(work, merge, command.reason)


def take_apart(work: Work, merge: Merge, reason: str) -> tuple[str, ...]:
    """The two stand side by side again, and the pair counts as told apart.

    Raises Refused while the kept lead lies in another, and where what the two were was erased (COMPLY-06).
    """
    kept = work.lead(merge.kept_id)
    if not merge.changes:
        raise Refused(
            "What the two records were was erased since.",
            action=c.UnmergeLeads.act,
            do="Nothing can be done.",
        )
    if kept.stage == MERGED:
        raise Refused(
            "The kept lead went into another one since.",
            action=c.UnmergeLeads.act,
            do="Take the later merge apart first.",
        )
    why = (f"Taken apart by {work.by.words}", *filter(None, (reason,)))
    stays = merging.take_apart(work, merge, reason)
    for lead_id, other_id in ((merge.kept_id, merge.gone_id), (merge.gone_id, merge.kept_id)):
        work.tell("unmerged", lead_id, {"merge": merge.id, "with": other_id}, (*why, *stays))
    key = radar.pair_key(merge.kept_id, merge.gone_id)
    pair = work.session.scalar(select(Duplicate).where(Duplicate.key == key))
    if pair is not None:
        _decide(work, pair, "not_same", reason)
    return stays


@handles(c.NotDuplicate)
def not_duplicate(work: Work, command: c.NotDuplicate) -> None:
    """Two customers, said a person; the same signs do not raise the pair again. Said twice it changes nothing."""
    row = _pair(work, command.duplicate_id)
    if row.state != "open":
        return
    owners = [work.lead(lead_id).owner_id for lead_id in (row.lead_id, row.other_id)]
    may_decide(command.by, command.act, owners)
    _decide(work, row, "not_same", command.reason)
    why = (f"Told apart by {command.by.words}", *filter(None, (command.reason,)))
    for lead_id, other_id in ((row.lead_id, row.other_id), (row.other_id, row.lead_id)):
        work.tell("not_same", lead_id, {"duplicate": row.id, "with": other_id}, why)


def _pair(work: Work, duplicate_id: str) -> Duplicate:
    row = work.session.get(Duplicate, duplicate_id)
    if row is None:
        raise BadInput("There is no such pair.", where=duplicate_id, do="Look into the inbox again.")
    return row


@handles(c.SuspectDuplicate)
def suspect_duplicate(work: Work, command: c.SuspectDuplicate) -> str:
    """Both records wait in the inbox, told apart before or not; said twice it is one pair."""
    leads = (work.lead(command.lead_id), lives(work, command.other_id))
    if leads[0].customer_id == leads[1].customer_id:
        raise Refused("This is one customer already.", action=command.act, do="Nothing needs to be done.")
    return radar.suspect(work, leads[0].id, leads[1].id)


def lives(work: Work, lead_id: str) -> Lead:
    lead = work.lead(lead_id)
    return work.lead(lead.merged_into) if lead.merged_into else lead


@handles(c.TellManager)
def tell_manager(work: Work, command: c.TellManager) -> None:
    """The managers get the pair with its evidence; it waits in their inbox."""
    row = _pair(work, command.duplicate_id)
    if row.state != "open":
        raise Refused("This pair is decided already.", action=command.act, do="Look into the inbox again.")
    note = ": ".join(filter(None, (f"{command.by.words} asks", command.note)))
    radar.raise_alerts(work, row, radar.leaders(work), tuple(sign_words(sign) for sign in row.signs), note)
    work.tell("manager_told", row.lead_id, {"duplicate": row.id}, (note,))


@handles(c.FindDuplicates)
def find_duplicates(work: Work, command: c.FindDuplicates) -> str:
    """Compare a page of open leads with the whole store; pairs found wait in the inbox (LEAD-11)."""
    query = select(Lead.id).where(Lead.id > command.after, Lead.stage.in_(_OPEN)).order_by(Lead.id)
    page = list(work.session.scalars(query.limit(command.limit)))
    for lead_id in page:
        radar.watch(work, lead_id, "found")
    return page[-1] if len(page) == command.limit else ""
