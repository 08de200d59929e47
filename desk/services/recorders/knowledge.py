"""Questions the store could not answer, gathered for those who write its knowledge (AI-13)."""

from __future__ import annotations

from desk.models import decisions as d
from desk.models.knowledge import KnowledgeRequest
from desk.models.rules.bank import likeness
from desk.models.rules.replies.knowledge import words_of
from desk.services.leadfile import LeadFile
from desk.services.record import records, remember


@records(d.AskKnowledge)
def ask_knowledge(file: LeadFile, it: d.AskKnowledge) -> bool:
    work = file.work
    known = _same_request(file, it)
    if known is not None:
        known.count += 1
    else:
        work.session.add(
            KnowledgeRequest(
                id=work.new_id(), about=it.about, question=it.question, lead_id=file.lead.id, at=work.now
            )
        )
    remember(file, it.key)
    admins = [p.id for p in work.store.staff if p.active and p.role == "knowledge_admin"]
    work.tell(
        "knowledge_request",
        file.lead.id,
        {"question": it.question, "to": admins},
        it.why,
        private=("question",),
    )
    return True


def _same_request(file: LeadFile, it: d.AskKnowledge) -> KnowledgeRequest | None:
    """The open request that asks the same in other words (AI-13)."""
    work = file.work
    words, least = words_of(work.book), work.book.number("knowledge.same_request")
    alike = [
        (likeness(row.question, it.question, words), row)
        for row in work.session.query(KnowledgeRequest).filter_by(about=it.about, closed_at=None)
    ]
    best = max(alike, key=lambda pair: pair[0], default=(0.0, None))
    return best[1] if best[0] >= least else None
