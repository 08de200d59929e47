"""The knowledge bank as its administrators see it: entries by a few words, and every version of one (AI-13)."""

from __future__ import annotations

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from desk.models.knowledge import Knowledge
from desk.models.snapshots.bank import AnswersView, AnswerView

MOST = 60


def answers(session: Session, words: str) -> AnswersView:
    """Entries in force whose question, answer or tags hold every word, by their question; with how many there are in all."""
    live = Knowledge.replaced_at.is_(None)
    told = [
        or_(
            *(
                func.lower(column).contains(word, autoescape=True)
                for column in (Knowledge.question, Knowledge.answer, Knowledge.tags)
            )
        )
        for word in words.casefold().split()
    ]
    rows = session.scalars(
        select(Knowledge).where(live, *told).order_by(Knowledge.question, Knowledge.entry).limit(MOST)
    )
    count = session.scalar(select(func.count()).select_from(Knowledge).where(live)) or 0
    return AnswersView(tuple(_view(row) for row in rows), count)


def answer_versions(session: Session, entry: str) -> tuple[AnswerView, ...]:
    """Every version of an entry, the newest first."""
    question = select(Knowledge).where(Knowledge.entry == entry).order_by(Knowledge.version.desc())
    return tuple(_view(row) for row in session.scalars(question))


def _view(row: Knowledge) -> AnswerView:
    return AnswerView(
        entry=row.entry, version=row.version, question=row.question, answer=row.answer, tags=row.tags, language=row.language, owner=row.owner,
        approved_by=row.approved_by, at=row.at, valid_from=row.valid_from, valid_until=row.valid_until, in_force=row.replaced_at is None,
    )  # fmt: skip
