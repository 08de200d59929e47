"""``desk rehearse --past``: the store's own last days replayed under another playbook, beside what the running one does (DESK-09).

Both replays start from the same rows, so that what differs comes from the playbook alone; nothing is sent and the store is
only read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from desk.models.errors import BadInput
from desk.models.playbook import Playbook
from desk.models.store.engine import Store
from desk.models.time import span
from desk.services.playbooks import laid_over, read_overlay
from desk.services.rehearsal.past_story import story
from desk.services.rehearsal.run import rehearse
from desk.services.rehearsal.scenario import Scenario
from desk.services.rulebook import stored_overlay, whole_playbook

Line = Mapping[str, Any]
_COUNTED = {
    "task": "tasks",
    "task_overdue": "overdue",
    "escalation": "escalations",
    "alert": "alerts",
    "blocked": "blocked",
}
_STANDING = ("stage", "status", "ai", "temperature", "owner", "state")


def rehearse_past(
    store: Store, until: datetime, lasts: str, playbook: Path | None = None
) -> Iterator[dict[str, Any]]:
    """Every line of the replay under ``playbook`` laid over the store's own, then what differs per lead, then the summary.

    Without ``playbook`` the running one is replayed and nothing is compared. Raises BadInput for a span that cannot be read,
    BadPlaybook with the place in the file.
    """
    scenario = story(store, until - _span(lasts), until)
    own = stored_overlay(store)
    staff = tuple(str(person["id"]) for person in scenario.staff)
    running = whole_playbook(own, staff=staff)
    if playbook is None:
        yield from rehearse(scenario, book=running)
        return
    changed = whole_playbook(laid_over(own, read_overlay(playbook)), origin=str(playbook), staff=staff)
    yield from compared(scenario, running, changed)


def compared(scenario: Scenario, running: Playbook, changed: Playbook) -> Iterator[dict[str, Any]]:
    """The replay under ``changed``, with ``diff`` lines against ``running`` before its summary."""
    before, after = Tally(), Tally()
    for line in rehearse(scenario, book=running):
        before.count(line)
    last: dict[str, Any] = {}
    for line in rehearse(scenario, book=changed):
        after.count(line)
        if line["kind"] == "summary":
            last = line
        else:
            yield line
    found = list(_differences(before, after))
    why = [f"playbook.{changed.version}", f"Beside the running playbook {running.version}"]
    for lead, changes in found:
        yield {"at": last["at"], "kind": "diff", "lead": lead, "changes": changes, "why": why}
    yield last | {
        "diff": {"leads": len(after.leads), "differ": len(found), "sums": _sums(before, after)},
        "why": why,
    }


def _span(lasts: str) -> timedelta:
    try:
        return span(lasts)
    except ValueError as error:
        raise BadInput(str(error), where="--past", do="Write it like 30d or 12h.") from error


@dataclass
class Tally:
    """What one replay did to each lead: figures that are counted, and where it stands at the end."""

    leads: dict[str, dict[str, Any]] = field(default_factory=dict)
    _counts: dict[str, Counter[str]] = field(default_factory=dict)
    _arrived: dict[str, datetime] = field(default_factory=dict)
    _first: dict[str, float] = field(default_factory=dict)
    _credit: dict[str, list[Any]] = field(default_factory=dict)

    def count(self, line: Line) -> None:
        if line["kind"] == "summary":
            self._close(line)
        elif lead := line.get("lead"):
            self._note(lead, line)

    def _note(self, lead: str, line: Line) -> None:
        at = datetime.fromisoformat(line["at"])
        self._arrived.setdefault(lead, at)
        counts = self._counts.setdefault(lead, Counter())
        if line["kind"] in _COUNTED:
            counts[_COUNTED[line["kind"]]] += 1
        elif line["kind"] == "credit":
            self._credit[lead] = line["shares"]
        elif line["kind"] == "message" and line["direction"] == "out":
            counts[f"{line['status']} {line['channel']}"] += 1
            if line["status"] == "sent":
                self._first.setdefault(lead, (at - self._arrived[lead]).total_seconds())

    def _close(self, summary: Line) -> None:
        for lead, shares in self._credit.items():  # the last word on each sale: one taken back credits nobody
            for share in shares:
                self._counts[lead][f"credit of {share['staff']}"] += share["share"]
        for row in summary["leads"]:
            lead = row["lead"]
            standing = {name: row[name] for name in _STANDING}
            self.leads[lead] = {
                "first_response_s": self._first.get(lead),
                **self._counts.get(lead, {}),
                **standing,
            }

    def sums(self) -> Counter[str]:
        """The counted figures over all leads."""
        total: Counter[str] = Counter()
        for counts in self._counts.values():
            total += counts
        return total


def _differences(before: Tally, after: Tally) -> Iterator[tuple[str, dict[str, Any]]]:
    """Leads in the order of their receipt, each with the figures that are not the same."""
    for lead, now in after.leads.items():
        changes = _beside(before.leads.get(lead, {}), now)
        if changes:
            yield lead, changes


def _sums(before: Tally, after: Tally) -> dict[str, Any]:
    return _beside(before.sums(), after.sums())


def _beside(was: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, Any]:
    """Both values of every figure that differs, by name; a figure that one side lacks is 0 there."""
    names: Iterable[str] = sorted({*was, *now})
    return {
        name: {"running": was.get(name, 0), "changed": now.get(name, 0)}
        for name in names
        if was.get(name, 0) != now.get(name, 0)
    }
