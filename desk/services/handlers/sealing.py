"""The record is sealed as it grows, in parts that no writer has to wait for (R22)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from desk.models import commands as c
from desk.models.seal import Seal
from desk.models.store.seals import digest_of, last_seal, line_count
from desk.services.desk import handles
from desk.services.work import Work

_AT_ONCE = 5000


@handles(c.SealRecord)
def seal_record(work: Work, _command: c.SealRecord) -> int:
    """A part at a time; what is left is sealed with the next call."""

    def ask(question: str, values: Sequence[Any]) -> Iterable[Sequence[Any]]:
        return work.session.connection().exec_driver_sql(question, tuple(values))

    before, count = last_seal(ask), line_count(ask)
    until = min(count, before[0] + _AT_ONCE)
    if until > before[0]:
        work.session.add(
            Seal(id=work.new_id(), at=work.now, lines=until, digest=digest_of(ask, before, until))
        )
    return until
