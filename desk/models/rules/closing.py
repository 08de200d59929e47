"""When a person may close a lead for want of an answer (FLOW-17)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from desk.models import commands as c
from desk.models.errors import Refused
from desk.models.facts import Facts
from desk.models.playbook import Playbook
from desk.models.time import span_words
from desk.models.words import AiState, Role

NO_RESPONSE = "no_response"
_LEADERS = (Role.MANAGER, Role.OWNER)
_ENDED = (AiState.OPTED_OUT, AiState.BACKED_OFF)
_CHANNELS = {"voicemail": "call"}


def is_no_response(reason: str, book: Playbook) -> bool:
    """Whether a reason means that the customer never answered."""
    plain = " ".join(reason.casefold().replace("_", " ").replace("/", " ").replace("-", " ").split())
    return plain == NO_RESPONSE.replace("_", " ") or plain in book.words_list("closing.no_response_words")


def check(facts: Facts, book: Playbook, now: datetime, command: c.MoveLead) -> None:
    """Raises Refused with what is missing, unless the customer ended it or a manager agrees."""
    by_person = command.by.kind == "staff" and command.by.role not in _LEADERS
    if not by_person or facts.lead.ai_state in _ENDED:
        return
    missing = dict(_missing(facts, book, now))
    if missing:
        said = "; ".join(missing.values())
        raise Refused(
            "It is too early to close this lead as no response.", action="close as no response", missing=tuple(missing),
            do=f"{said[0].upper()}{said[1:]}. A manager may close it now, or give another reason.",
        )  # fmt: skip


def attempts(facts: Facts) -> tuple[tuple[datetime, str], ...]:
    """Every way in which the customer was tried: messages that left, calls and letters that were logged."""
    written = [(m.sent_at or m.at, m.channel) for m in facts.sent if m.purpose != "opt_out_confirmation"]
    logged = [
        (log.at, _CHANNELS.get(log.type, log.type))
        for log in facts.logs
        if log.direction == "out" and log.type not in ("note", "visit")
    ]
    return tuple(sorted([*written, *logged]))


def _missing(facts: Facts, book: Playbook, now: datetime) -> Iterator[tuple[str, str]]:
    made = attempts(facts)
    wanted, ways = int(book.number("closing.attempts")), int(book.number("closing.channels"))
    over = book.span("closing.over")
    if len(made) < wanted:
        yield "attempts", f"{len(made)} of {wanted} attempts were made"
    if not made or now - made[0][0] < over:
        yield "days", f"they must spread over {span_words(over)}"
    if len({channel for _at, channel in made}) < ways:
        yield "channels", f"try at least {ways} ways: call, text, email"
