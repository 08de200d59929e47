"""Alerts, shell, people, quarantine and the outbox's line, as the window and the engine read them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from desk.models.store import outbox
from desk.models.store.engine import Store
from desk.models.store.queries.alerts import alert_one, alerts, alerts_done
from desk.models.store.queries.people import people
from desk.models.store.queries.quarantine import quarantine, quarantine_one, quarantined_bytes
from desk.models.store.queries.shell import shell
from desk.models.tables import Alert, Block, Lead, Quarantine, Raw
from tests.models.store.conftest import NOW, Asked, Filler


def raised(
    filler: Filler, staff_id: str, kind: str, lead: Lead | None = None, at: int = 0, **values: Any
) -> Alert:
    moment = NOW - timedelta(minutes=at)
    lead_id = lead.id if lead else None
    key = filler.ids(NOW)
    return filler.add(
        Alert,
        key=key,
        staff_id=staff_id,
        kind=kind,
        lead_id=lead_id,
        raised_at=moment,
        **{"title": kind} | values,
    )


@pytest.mark.requirement("ALERT-03")
def test_the_most_pressing_alert_comes_first_and_only_ones_own(filler: Filler) -> None:
    lead = filler.lead()
    for kind in ("appointment", "doorbell", "handoff", "escalation"):
        raised(filler, "ana", kind, lead)
    raised(filler, "ana", "escalation", lead, level=2)
    raised(filler, "ben", "doorbell", lead)
    raised(filler, "ana", "doorbell", lead, done_at=NOW)
    shown = [(alert.kind, alert.level) for alert in alerts(filler.session, "ana", NOW)]
    assert shown == [
        ("escalation", 2),
        ("escalation", 0),
        ("handoff", 0),
        ("doorbell", 0),
        ("appointment", 0),
    ]


@pytest.mark.requirement("ALERT-03")
def test_an_alert_says_who_it_is_about_and_what_can_be_done(filler: Filler) -> None:
    clock = {"timer_kind": "unanswered", "timer_started": NOW, "timer_target": NOW + timedelta(minutes=9)}
    lead = filler.lead("Hannah Voss", temperature=74, band="hot", **clock)
    filler.phone(lead)
    alert = raised(filler, "ana", "doorbell", lead, next="Introduce yourself")
    shown = alert_one(filler.session, alert.id, NOW)
    assert shown is not None
    assert (shown.name, shown.temperature, shown.band, shown.timer.kind) == (
        "Hannah Voss",
        74,
        "hot",
        "running",
    )
    assert (shown.claimable, shown.callable, shown.phone) == (True, True, "+12085550142")
    assert alert_one(filler.session, "none", NOW) is None


@pytest.mark.requirement("ALERT-03", "COMPLY-01")
@pytest.mark.rule("R3")
def test_a_closed_number_is_not_offered_for_a_call(filler: Filler) -> None:
    lead = filler.lead()
    filler.phone(lead)
    alert = raised(filler, "ana", "doorbell", lead)
    stop = {"kind": "opt_out", "address": "+12085550142", "at": NOW}
    filler.add(Block, channels=["text"], **stop)
    assert alerts(filler.session, "ana", NOW)[0].callable
    filler.add(Block, channels=["all"], lifted_at=NOW, **stop)
    assert alerts(filler.session, "ana", NOW)[0].callable
    filler.add(Block, channels=["text", "call"], **stop)
    assert not alerts(filler.session, "ana", NOW)[0].callable
    assert alert_one(filler.session, alert.id, NOW).phone == ""  # type: ignore[union-attr]


@pytest.mark.requirement("ALERT-03")
@pytest.mark.parametrize(
    ("kind", "owner", "stage", "claimable"),
    [
        ("doorbell", None, "new", True),
        ("escalation", "ben", "new", True),
        ("doorbell", "ana", "new", False),
        ("handoff", None, "engaged", False),
        ("doorbell", None, "lost", False),
    ],
)
def test_what_can_be_claimed(
    filler: Filler, kind: str, owner: str | None, stage: str, claimable: bool
) -> None:
    for name in ("ana", "ben"):
        filler.person(name, id=name)
    raised(filler, "ana", kind, filler.lead(owner_id=owner, stage=stage))
    assert alerts(filler.session, "ana", NOW)[0].claimable is claimable


@pytest.mark.requirement("ALERT-03", "LEAD-02")
def test_nothing_disappears_an_alert_without_a_lead_is_shown_and_done_ones_are_kept(filler: Filler) -> None:
    raised(filler, "ana", "quarantine", quarantine_id="q1")
    raised(filler, "ana", "doorbell", filler.lead(), done_at=NOW)
    shown = alerts(filler.session, "ana", NOW)
    assert [(alert.kind, alert.name, alert.quarantine_id, alert.timer.kind) for alert in shown] == [
        ("quarantine", "", "q1", "none")
    ]
    assert [(alert.kind, alert.done) for alert in alerts_done(filler.session, "ana", NOW)] == [
        ("doorbell", True)
    ]


@pytest.mark.requirement("ALERT-03")
def test_forty_alerts_are_one_question(filler: Filler, asked: Asked) -> None:
    for number in range(40):
        raised(filler, "ana", "doorbell", filler.lead(f"Person {number}"))
    asked.count = 0
    assert len(alerts(filler.session, "ana", NOW)) == 40
    assert asked.count == 1


@pytest.mark.requirement("DESK-01", "ALERT-03")
def test_the_shell_counts_what_calls(filler: Filler) -> None:
    filler.person("Ana Ruiz", id="ana")
    lead = filler.lead()
    raised(filler, "ana", "doorbell", lead)
    raised(filler, "ana", "handoff", lead, seen_at=NOW)
    raised(filler, "ana", "handoff", lead, snoozed_until=NOW + timedelta(minutes=5))
    raised(filler, "ana", "handoff", lead, done_at=NOW)
    out = {"direction": "out", "author": "assistant"}
    filler.message(lead, status="held", not_before=NOW + timedelta(minutes=8), **out)
    filler.message(lead, status="pending_approval", **out)
    filler.message(lead, status="uncertain", **out)
    _quarantined(filler)
    shown = shell(filler.session, "ana", NOW, filler.facts(), on_shift={"ana"})
    assert (shown.alerts_new, shown.alerts_open, shown.quarantined, shown.uncertain) == (1, 2, 1, 1)
    assert (shown.queue_length, shown.next_send_words) == (2, "Next send 10:08 AM")
    assert (shown.person.name, shown.person.on_shift, shown.person.role_words) == (
        "Ana Ruiz",
        True,
        "BDC rep",
    )


@pytest.mark.requirement("ALERT-03", "ILM-08")
def test_the_steps_of_one_ladder_at_one_lead_count_as_the_one_that_is_shown(filler: Filler) -> None:
    filler.person("Ana Ruiz", id="ana")
    lead, other = filler.lead(), filler.lead("Kofi Nowellen")
    for level in (1, 2, 3):
        raised(filler, "ana", "escalation", lead, level=level, title="Unanswered lead")
    raised(filler, "ana", "escalation", lead, title="Overdue follow-up", seen_at=NOW)
    raised(filler, "ana", "escalation", other, title="Unanswered lead")
    shown = shell(filler.session, "ana", NOW, filler.facts())
    assert (shown.alerts_new, shown.alerts_open) == (2, 3)
    assert len({alert.climb for alert in alerts(filler.session, "ana", NOW)}) == 3, (
        "the list folds by the same"
    )


@pytest.mark.requirement("AI-27", "DESK-12")
@pytest.mark.parametrize(
    ("facts", "on", "words"),
    [
        ({}, True, "The assistant sends on schedule and answers replies."),
        (
            {"automatic_words": "Another desk speaks for this store."},
            False,
            "Another desk speaks for this store.",
        ),
        ({"pauses": {"store": "Flood in the server room"}}, False, "Flood in the server room"),
        (
            {"pauses": {"source:Cars.com": "Doubled leads"}},
            True,
            "The assistant sends on schedule and answers replies.",
        ),
    ],
)
def test_the_shell_says_whether_the_assistant_speaks(
    filler: Filler, facts: dict[str, Any], on: bool, words: str
) -> None:
    shown = shell(filler.session, "", NOW, filler.facts(**facts))
    assert (shown.assistant_on, shown.assistant_words) == (on, words)


@pytest.mark.requirement("DESK-04")
def test_people_who_left_stand_last(filler: Filler) -> None:
    filler.person("Ana Ruiz", active=False)
    filler.person("Zoe Lind", role="manager")
    filler.person("Ben Okoro")
    assert [(person.name, person.active) for person in people(filler.session)] == [
        ("Ben Okoro", True),
        ("Zoe Lind", True),
        ("Ana Ruiz", False),
    ]


def _quarantined(filler: Filler, **values: Any) -> Quarantine:
    filler.session.merge(Raw(id="sha", at=NOW, size=9, body=b"whole mail"))
    common = {"raw_id": "sha", "received_at": NOW, "origin": "mail", "reason": "No customer in it"}
    return filler.add(Quarantine, **common | values)


@pytest.mark.requirement("LEAD-02")
def test_what_could_not_be_read_is_kept_whole_oldest_first(filler: Filler) -> None:
    later = _quarantined(filler, subject="later")
    first = _quarantined(filler, subject="first", received_at=NOW - timedelta(hours=1))
    _quarantined(filler, subject="cleared", state="lead")
    assert [row.id for row in quarantine(filler.session)] == [first.id, later.id]
    one = quarantine_one(filler.session, later.id)
    assert one is not None
    assert (one.size, one.reason, quarantined_bytes(filler.session, later.id)) == (
        9, "No customer in it", b"whole mail",
    )  # fmt: skip
    assert quarantine_one(filler.session, "none") is None


@pytest.mark.rule("R23")
def test_the_line_holds_what_may_leave_now_the_most_pressing_first(store: Store) -> None:
    def out(status: str, minutes: int | None, priority: int = 5) -> str:
        moment = None if minutes is None else NOW + timedelta(minutes=minutes)
        values = {"direction": "out", "author": "assistant", "priority": priority, "not_before": moment}
        return str(filler.message(lead, status=status, **values).id)

    with store.writing() as session:
        filler = Filler(session)
        lead = filler.lead()
        late, later = out("queued", -5), out("held", -3)
        pressing = out("queued", -1, priority=1)
        now = out("queued", 0)
        out("queued", 4)
        for status in ("sent", "skipped", "pending_approval", "uncertain"):
            out(status, -9)
        cut = out("sending", -9)
    assert outbox.may_leave(store, NOW) == (pressing, late, later, now)
    assert outbox.may_leave(store, NOW, limit=1) == (pressing,)
    with store.reading() as session:
        assert outbox.next_moment(session) == NOW - timedelta(minutes=5)
        assert outbox.cut_off(session) == (cut,)
        assert (outbox.length(session), outbox.waiting_approval(session)) == (5, 1)
        assert outbox.uncertain(session) == 1


@pytest.mark.rule("R23")
def test_an_empty_line_has_no_next_moment(store: Store) -> None:
    with store.reading() as session:
        assert outbox.next_moment(session) is None
    assert outbox.may_leave(store, NOW) == ()
