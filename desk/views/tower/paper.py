"""The tower's answer on paper: the verdict, the proof and every policy, in black on white."""

from __future__ import annotations

from datetime import datetime

from desk.models.snapshots.tower import TowerView
from desk.views import formats
from desk.views.printing import text
from desk.views.text import say
from desk.views.tower.parts import weight_words


def paper(view: TowerView, zone: str, now: datetime) -> str:
    """The page as HTML."""
    when = formats.when(now, zone, now)
    head = " · ".join(part for part in (view.card.name, formats.phone(view.phone), view.card.vehicle) if part)
    return "".join(
        (
            f"<h2>{text(view.title)}</h2><p><b>{text(head)}</b><br>{text(view.why)}</p>",
            f"<h3>{text(say('Evidence'))}</h3><table width='100%'>{_proofs(view, zone, now)}</table>",
            f"<h3>{text(say('What each policy would decide'))}</h3><table width='100%'>{_policies(view, zone, now)}</table>",
            f"<p>{text(say('Looked up {when}. Looking changes nothing on the lead.', when=when))}</p>",
        )
    )


def _proofs(view: TowerView, zone: str, now: datetime) -> str:
    return "".join(
        f"<tr><td>{text(proof.what)}</td><td>{text(formats.when(proof.at, zone, now))}</td>"
        f"<td><b>{text(weight_words(proof.weight))}</b></td></tr>"
        for proof in view.proofs
    )


def _policies(view: TowerView, zone: str, now: datetime) -> str:
    rows = []
    for policy in view.policies:
        at = formats.when(policy.until, zone, now) if policy.until else ""
        words = say("covered until {at}", at=at) if policy.covered else say("not covered")
        mark = say(" (in force)") if policy.in_force else ""
        rows.append(
            f"<tr><td>{text(policy.words + mark)}</td><td><b>{text(words)}</b></td><td>{text(policy.why)}</td></tr>"
        )
    return "".join(rows)
