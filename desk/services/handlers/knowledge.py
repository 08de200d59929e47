"""The knowledge bank's keepers: answers with their versions, and the questions they settle (AI-13)."""

from __future__ import annotations

import re
from itertools import pairwise

from sqlalchemy import select

from desk.models import commands as c
from desk.models.commands import RetireKnowledge
from desk.models.errors import BadInput, Refused
from desk.models.knowledge import Knowledge, KnowledgeRequest
from desk.models.person import Customer
from desk.models.rules.bank import questions
from desk.services.desk import handles
from desk.services.work import Work

_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_KEPT = ("question", "answer", "tags", "language", "owner", "valid_from", "valid_until")


@handles(c.SaveKnowledge)
def save_knowledge(work: Work, command: c.SaveKnowledge) -> str:
    """A new version of an answer; the old one stays. What is the same already makes none. Answers the entry's id."""
    asked, answer = "\n".join(questions(command.question)), command.answer.strip()
    if not asked or not answer:
        raise Refused(
            "An entry needs a question and an answer.", action=command.act, missing=("question", "answer")
        )
    _names_no_customer(work, command)
    entry = command.entry or work.new_id()
    versions = _versions(work, entry)
    told = {name: getattr(command, name) for name in _KEPT} | {"question": asked, "answer": answer}
    told["owner"] = command.owner or command.by.staff_id
    if not _is_so(versions, told):
        _write(work, entry, versions, told)
    if command.request:
        _settle(work, command.request)
    return entry


def _versions(work: Work, entry: str) -> list[Knowledge]:
    return list(
        work.session.scalars(select(Knowledge).where(Knowledge.entry == entry).order_by(Knowledge.version))
    )


def _is_so(versions: list[Knowledge], told: dict[str, object]) -> bool:
    """Whether the entry in force says the same already, whoever answers for it."""
    last = versions[-1] if versions else None
    same = {name: value for name, value in told.items() if name != "owner"}
    return (
        last is not None
        and last.replaced_at is None
        and all(getattr(last, name) == value for name, value in same.items())
    )


def _write(work: Work, entry: str, versions: list[Knowledge], told: dict[str, object]) -> None:
    for old in versions:
        old.replaced_at = old.replaced_at or work.now
    row = Knowledge(
        id=work.new_id(),
        entry=entry,
        version=len(versions) + 1,
        approved_by=work.by.words,
        at=work.now,
        **told,
    )
    work.session.add(row)
    work.kinds.add("knowledge")
    words = (f"Approved by {work.by.words}",)
    work.tell("knowledge", None, {"entry": entry, "version": row.version}, words)


def _settle(work: Work, request_id: str) -> None:
    """The question is answered; whoever asks next gets the answer."""
    found = work.session.get(KnowledgeRequest, request_id)
    if found is not None and found.closed_at is None:
        found.closed_at, found.closed_by = work.now, work.by.words


@handles(RetireKnowledge)
def retire_knowledge(work: Work, command: RetireKnowledge) -> None:
    """The entry is told no more; every version of it stays."""
    if not command.reason.strip():
        raise Refused(
            "Say why the answer is retired; the reason is kept.", action=command.act, missing=("reason",)
        )
    live = [row for row in _versions(work, command.entry) if row.replaced_at is None]
    if not live:
        raise BadInput("There is no such answer in force.", where=command.entry)
    for row in live:
        row.replaced_at = work.now
    work.kinds.add("knowledge")
    words = (f"Retired by {work.by.words}: {command.reason.strip()}",)
    work.tell(
        "knowledge", None, {"entry": command.entry, "version": live[-1].version, "retired": True}, words
    )


def _names_no_customer(work: Work, command: c.SaveKnowledge) -> None:
    """An answer is told to everybody, so it may name nobody who asked (AI-21)."""
    told = {f"{first} {last}" for first, last in pairwise(_NAME.findall(command.answer))}
    known = select(Customer.full).where(Customer.full.in_(told)).limit(1)
    if told and work.session.scalar(known) is not None:
        raise Refused(
            "This answer names a customer.",
            action=command.act,
            missing=("answer",),
            do="Leave the name out; everybody who asks reads the answer.",
        )
