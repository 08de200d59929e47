"""One table for what the texting provider's error codes ask of the desk (R26)."""

from __future__ import annotations

from dataclasses import dataclass

from desk.services.adapters.data import channel_table
from desk.services.ports import Outcome, SendResult

_OUTCOMES: dict[str, Outcome] = {"retry": "retry", "channel_stop": "retry"}


@dataclass(frozen=True, slots=True)
class CodeMeaning:
    """What to do about a code: ``action`` as in the table, ``words`` for people, ``wait_s`` before a retry.

    ``call`` says that the number may still be phoned.
    """

    action: str
    words: str
    wait_s: float | None = None
    call: bool = False


def meaning(code: str) -> CodeMeaning:
    """What ``code`` means; an unknown one is a plain refusal."""
    table = channel_table("text_codes")
    return CodeMeaning(**table["code"].get(code, table["unknown"]))


def as_result(code: str, *, retry_after_s: float | None = None, sid: str = "") -> SendResult:
    """``code`` as the answer to a send, or to a later look at its status."""
    row = meaning(code)
    return SendResult(
        _OUTCOMES.get(row.action, "refused"),
        provider_id=sid,
        code=code,
        detail=row.words,
        retry_after_s=retry_after_s if retry_after_s is not None else row.wait_s,
        address_bad=row.action == "address_bad",
        opted_out=row.action == "opted_out",
        channel_stop=row.action == "channel_stop",
    )
