"""What people ask of each other about a lead: relief, a manager's eye, the right attribution; and what they ask a customer (FLOW-02, FLOW-07, LEAD-09)."""

from __future__ import annotations

from desk.models import commands as c
from desk.models import decisions as d
from desk.models.errors import BadInput, Refused
from desk.models.rules import needs, people, trade_in
from desk.models.rules.alerts import called, raise_for
from desk.models.rules.attribution import label_of, labelled
from desk.models.rules.raised import MANAGERS
from desk.models.rules.timers import FLAGGED, RELIEF
from desk.models.time import to_micros
from desk.models.words import AlertKind
from desk.services.desk import handles
from desk.services.leadfile import LeadFile
from desk.services.record import record
from desk.services.replacing import check_open, put
from desk.services.work import Work


@handles(c.AskRelief)
def ask_relief(work: Work, command: c.AskRelief) -> None:
    """Starts the ladder that ends only when somebody else has the lead."""
    file = LeadFile(work, work.lead(command.lead_id))
    _check_reason(command)
    if command.by.staff_id and command.by.staff_id != file.lead.owner_id:
        raise Refused(
            "Only its owner asks to be relieved of a lead.",
            action=command.act,
            missing=("owner",),
            do="Assign it.",
        )
    _note(file, RELIEF, command)
    work.settle(command.lead_id)


@handles(c.FlagLead)
def flag_lead(work: Work, command: c.FlagLead) -> None:
    """Tells the managers at once; who took the lead has done their part for today."""
    file = LeadFile(work, work.lead(command.lead_id))
    _check_reason(command)
    _note(file, FLAGGED, command)
    facts, why = file.facts(), ("FLOW-02", f"Flagged by {command.by.words}")
    for person in people.to_tell(MANAGERS, facts, work.now):
        key, title = f"{file.lead.id}·flag·{work.txn}", f"{called(facts)} is flagged to you"
        record(
            file,
            raise_for(
                person, facts, work.book, work.now, key=key, kind=AlertKind.ATTENTION, title=title,
                body=facts.lead.vehicle_title, next="Read the reason and decide who works it", why=why,
            ),
        )  # fmt: skip
    work.settle(command.lead_id)


def _check_reason(command: c.AskRelief | c.FlagLead) -> None:
    if not command.reason.strip():
        raise Refused("This needs a reason for the manager.", action=command.act, missing=("reason",))


def _note(file: LeadFile, mark: str, command: c.AskRelief | c.FlagLead) -> None:
    key = f"{file.lead.id}·{mark}·{to_micros(file.work.now)}"
    record(file, d.Tell(key=key, kind=mark, data={"by": command.by.staff_id}, why=(command.reason,)))


@handles(c.AttributeTo)
def attribute_to(work: Work, command: c.AttributeTo) -> None:
    file = LeadFile(work, work.lead(command.lead_id))
    label = label_of(work.store) if command.won else ""
    if command.what == "lead":
        file.lead.source_label = labelled(file.lead.source, label)
        work.mark(
            file.lead.id, f"{file.lead.id}·won"
        )  # a person's word stands; the rule says nothing after it
    elif command.what == "visit":
        if not file.appointments:
            raise Refused("This lead has no visit.", action=command.act, missing=("appointment",))
        file.appointments[-1].label = label
    else:
        raise BadInput(
            f"{command.what!r} cannot be attributed.", where="what", do="Attribute the lead or the visit."
        )
    words = f"{label or 'The store'} won the {command.what}"
    work.tell("mark", file.lead.id, {"mark": words}, ("LEAD-09", f"Attributed by {command.by.words}"))
    work.settle(command.lead_id)


@handles(c.AssessNeeds)
def assess_needs(work: Work, command: c.AssessNeeds) -> tuple[str, ...]:
    """Keeps the answers; answers the keys still open, the next question first. With enough known the stage moves by proof."""
    lead = work.lead(command.lead_id)
    check_open(work, lead, command.act)
    for key, do in needs.mistakes(command.answers, work.book):
        raise BadInput(f"{key!r} cannot be answered so.", where=key, do=do)
    known = needs.taken(lead.needs or {}, command.answers, work.book)
    if put(work, lead, lead.id, {"needs": known}):
        work.tell("edit", lead.id, {"fields": ["needs"]}, ("FLOW-07", f"Asked by {command.by.words}"))
        work.settle(lead.id)
    return tuple(str(question["key"]) for question in needs.open_questions(lead.needs, work.book))


@handles(c.DescribeTradeIn)
def describe_trade_in(work: Work, command: c.DescribeTradeIn) -> None:
    """Raises BadInput for a fact that may not stand, Refused where the VIN's check digit says that one character is wrong."""
    lead = work.lead(command.lead_id)
    check_open(work, lead, command.act)
    for name, do in trade_in.mistakes(command.values, work.now, work.book.words_list("trade.titles")):
        raise BadInput("This cannot be kept about the trade-in.", where=name, do=do)
    known = trade_in.taken(lead.trade_in, command.values)
    question = trade_in.vin_question(known or {}) if "vin" in command.values else ""
    if question and not command.vin_as_read:
        raise Refused("The VIN’s check digit is wrong.", action=command.act, missing=("vin",), do=question)
    if put(work, lead, lead.id, {"trade_in": known}):
        work.tell("edit", lead.id, {"fields": ["trade_in"]}, ("AI-07", f"Written down by {command.by.words}"))
        work.settle(lead.id)
