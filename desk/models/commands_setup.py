"""What people ask of the store's own arrangements: through which doors alerts reach them, and what the reader learns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

from desk.models.commands import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseAlerts(Command):
    """How a person is reached: kind of alert (or all) to default, text, email, both or desktop (ALERT-02).

    People choose for themselves, leaders for anyone; what an administrator allows is ``alerts.allowed`` of the playbook.
    """

    act: ClassVar[str] = "choose alerts"
    staff_id: str
    choices: Mapping[str, str] = field(default_factory=dict)
