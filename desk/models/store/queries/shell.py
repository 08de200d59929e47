"""The top bar and the rail: who is here, what calls, what leaves next, how the lines stand (DESK-01)."""

from __future__ import annotations

from collections.abc import Container
from datetime import datetime

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from desk.models.alert import Alert
from desk.models.conversation import Quarantine
from desk.models.facts import StoreFacts
from desk.models.saved_view import SavedView
from desk.models.snapshots.frame import ChannelHealth, PersonView, ShellView
from desk.models.store import outbox
from desk.models.store.queries.alerts import CLIMB
from desk.models.store.queries.people import people
from desk.models.store.queries.says import when

_OPEN = text("alert.done_at IS NULL")
_NOBODY = PersonView("", "", "", "", "", "", on_shift=False)
SET_UP = "setup.done"


def shell(
    session: Session,
    staff_id: str,
    now: datetime,
    store: StoreFacts,
    *,
    health: tuple[ChannelHealth, ...] = (),
    on_shift: Container[str] = frozenset(),
) -> ShellView:
    """The shell for the person ``staff_id`` at ``now``. ``health`` comes from the adapters' last words."""
    everyone = people(session, on_shift)
    new, still_open = _alerts(session, staff_id, now)
    next_send = outbox.next_moment(session)
    silent = store.automatic_words or store.pauses.get("store", "")
    return ShellView(
        store_name=store.name,
        zone=store.zone,
        person=next((person for person in everyone if person.id == staff_id), _NOBODY),
        people=everyone,
        alerts_new=new,
        alerts_open=still_open,
        quarantined=session.scalar(select(func.count()).where(Quarantine.state == "open")) or 0,
        uncertain=outbox.uncertain(session),
        next_send=next_send,
        next_send_words=f"Next send {when(next_send, now, store.zone)}" if next_send else "Nothing waits",
        queue_length=outbox.length(session) + outbox.waiting_approval(session),
        assistant_on=not silent,
        assistant_words=silent or "The assistant sends on schedule and answers replies.",
        channels=health,
        is_demo=bool(store.settings.get("demo")),
        set_up=bool(store.settings.get(SET_UP)),
        views=_views(session, staff_id),
        pauses=tuple((scope, why) for scope, why in store.pauses.items() if scope != "store"),
    )


def _views(session: Session, staff_id: str) -> tuple[tuple[str, str], ...]:
    query = select(SavedView.name, SavedView.words).where(SavedView.staff_id == staff_id)
    return tuple((name, words) for name, words in session.execute(query.order_by(SavedView.name)))


def _alerts(session: Session, staff_id: str, now: datetime) -> tuple[int, int]:
    """How many open alerts this person has not seen, and how many are open; snoozed ones rest."""
    awake = Alert.snoozed_until.is_(None) | (Alert.snoozed_until <= now)
    climbs = func.count(CLIMB.distinct())
    question = select(climbs.filter(Alert.seen_at.is_(None)), climbs).where(
        Alert.staff_id == staff_id, _OPEN, awake
    )
    new, still_open = session.execute(question).one()
    return new, still_open
