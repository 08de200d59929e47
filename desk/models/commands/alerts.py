"""The doorbell: what rings, and what a person does about it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from desk.models.commands.base import Command


@dataclass(frozen=True, slots=True, kw_only=True)
class SeeAlert(Command):
    act: ClassVar[str] = "see an alert"
    alert_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SnoozeAlert(Command):
    act: ClassVar[str] = "snooze an alert"
    alert_id: str
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseAlert(Command):
    act: ClassVar[str] = "close an alert"
    alert_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertShown(Command):
    """A door (desktop, text, email) took an alert, or could not."""

    act: ClassVar[str] = "record an alert's way"
    alert_id: str
    via: str
    ok: bool
    words: str = ""
    provider_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChooseAlerts(Command):
    """How a person is reached: kind of alert (or all) to default, text, email, both or desktop (ALERT-02).

    People choose for themselves, leaders for anyone; what an administrator allows is ``alerts.allowed`` of the playbook.
    """

    act: ClassVar[str] = "choose alerts"
    staff_id: str
    choices: Mapping[str, str] = field(default_factory=dict)
