"""Forgetting a customer: on their request, or when nothing has happened for as long as the store keeps data (COMPLY-06)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from desk.models.commands import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class EraseCustomer(Command):
    """Name, addresses, words and originals go; that they stopped us, agreed, and were written to stays as long as the law
    asks (R22). Answers how many leads were concerned.
    """

    act: ClassVar[str] = "erase a customer"
    customer_id: str
    reason: str
