"""The words that tell kinds of mail apart, from `resources/intake/mail.toml` (LEAD-02)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True, slots=True)
class MailTable:
    """One pattern per list of the file; a list that is missing matches nothing."""

    lead_subjects: re.Pattern[str] = _NEVER
    phone_subjects: re.Pattern[str] = _NEVER
    report_subjects: re.Pattern[str] = _NEVER
    auto_reply_subjects: re.Pattern[str] = _NEVER
    bounce_subjects: re.Pattern[str] = _NEVER
    bounce_senders: re.Pattern[str] = _NEVER
    spam_subjects: re.Pattern[str] = _NEVER
    spam_texts: re.Pattern[str] = _NEVER
    newsletter_senders: re.Pattern[str] = _NEVER
    no_reply_senders: re.Pattern[str] = _NEVER
    asks: re.Pattern[str] = _NEVER
    cars: re.Pattern[str] = _NEVER
    no_inquiries: re.Pattern[str] = _NEVER
    for_service: re.Pattern[str] = _NEVER
    nobody: re.Pattern[str] = _NEVER

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> MailTable:
        """The table of the file. Raises re.error for a pattern that is none."""
        return cls(**{each.name: _any_of(data.get(each.name, ())) for each in fields(cls)})


def _any_of(patterns: list[str] | tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{each})" for each in patterns), re.IGNORECASE) if patterns else _NEVER
