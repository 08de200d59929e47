"""A customer is forgotten on request or after the playbook's time; the proof that the law asks for stays (COMPLY-06, R22)."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import func, select

from desk.models import commands as c
from desk.models.attached import Attached
from desk.models.base import Base
from desk.models.commands import EraseCustomer
from desk.models.conversation import Log, Message, Raw
from desk.models.errors import BadInput, NotAllowed, Refused
from desk.models.history import History
from desk.models.intake.prospect import CustomerIn, PhoneIn, Prospect
from desk.models.kept import Attachment
from desk.models.lead import Lead
from desk.models.person import Address, Block, Consent
from desk.services.retention import Retention
from tests.services.desk_fixture import ANA, DANA, SmallDesk

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("COMPLY-06")]
WORDS = "Is the plum-coloured one still there?"
MAIL = "From: kim1@example.com\r\nTo: sales@store.example\r\nSubject: Plum\r\nMessage-ID: <p1@example.com>\r\n\r\n{words}\r\n"
#: Where an address stays on purpose: to whom we wrote, who agreed, who stopped us.
PROOF = {"block", "consent", "message"}


def _told(small: SmallDesk) -> Iterator[tuple[str, str]]:
    with small.desk.store.reading() as session:
        for table in Base.metadata.sorted_tables:
            for row in session.execute(select(table)):
                yield table.name, " ".join(str(value) for value in row)


def _where(small: SmallDesk, *words: str) -> set[str]:
    return {table for table, told in _told(small) if any(word in told for word in words)}


def _story(small: SmallDesk) -> str:
    """A customer who wrote by mail and text, was called, and has a visit."""
    lead_id = small.take()
    small.run(c.TakeMail(raw=MAIL.format(words=WORDS).encode()))
    small.run(
        c.LogActivity(
            lead_id=lead_id,
            type="call",
            outcome="connected_assessed",
            summary="Kim likes plum",
            recorded="/calls/plum-0412.wav",
            minutes=4,
            by=ANA,
        )
    )
    small.run(c.TakeReply(lead_id=lead_id, channel="text", text="Saturday at 3 then", at=small.clock.now()))
    return lead_id


def _erase(small: SmallDesk, lead_id: str, **changes: Any) -> int:
    told: dict[str, Any] = {
        "customer_id": small.lead(lead_id).customer_id,
        "reason": "Asked by letter",
        "by": DANA,
    } | changes
    done = small.run(EraseCustomer(**told))
    assert isinstance(done, int)
    return done


def test_who_they_are_and_what_was_said_is_gone_everywhere() -> None:
    small = SmallDesk()
    lead_id = _story(small)
    assert _where(small, "plum") >= {"message", "log"}
    assert _erase(small, lead_id) == 1
    assert _where(small, "plum", "Plum", "Kim", "Doe", "Saturday at 3") == set()
    assert _where(small, "kim1@example.com", "+12085550101") <= PROOF
    with small.desk.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Raw)) == 0
        assert session.scalar(select(func.count()).select_from(Address)) == 0
        assert session.get(Lead, lead_id).stage == "lost"  # type: ignore[union-attr]  # it is there
        assert session.scalars(select(Log.recorded)).one() == "Erased"  # still proof for who called


def test_nothing_goes_out_any_more_and_no_clock_runs() -> None:
    small = SmallDesk()
    lead_id = _story(small)
    _erase(small, lead_id)
    small.later(days=30)
    small.run(c.Tick())
    with small.desk.store.reading() as session:
        waiting = session.scalars(
            select(Message).where(Message.status.in_(("queued", "held", "pending_approval")))
        ).all()
    assert waiting == []
    assert small.lead(lead_id).due_at is None


@pytest.mark.rule("R3")
def test_an_opt_out_outlives_the_person_and_covers_their_return() -> None:
    small = SmallDesk()
    lead_id = _story(small)
    small.run(c.OptOut(lead_id=lead_id, channels=("all",), words="Leave me alone", by=ANA))
    _erase(small, lead_id)
    small.later(days=6 * 366)
    with small.desk.store.reading() as session:
        assert {row.address for row in session.scalars(select(Block))} == {"kim1@example.com", "+12085550101"}
    kim = CustomerIn(first="Kim", full="Kim Doe", phones=(PhoneIn("+12085550101", "555"),))
    again = small.run(
        c.TakeLead(
            prospect=Prospect(customer=kim, source="Website", source_kind="website"),
            key="again",
            origin="test",
        )
    )
    with pytest.raises(Refused, match="asked not to be contacted"):
        small.run(c.WriteMessage(lead_id=again, channel="text", text="Welcome back", by=DANA))


@pytest.mark.parametrize(("years", "left"), [(4, 2), (6, 0)])
def test_consents_stay_for_the_laws_years(years: int, left: int) -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.later(days=years * 366)
    _erase(small, lead_id)
    with small.desk.store.reading() as session:
        assert session.scalar(select(func.count()).select_from(Consent)) == left


def test_another_customer_keeps_everything() -> None:
    small = SmallDesk()
    lead_id, other = _story(small), small.take(2)
    before = {
        told for table, told in _told(small) if table != "duplicate" and ("kim2@" in told or other in told)
    }
    _erase(small, lead_id)
    assert before <= {told for _table, told in _told(small)}


@pytest.mark.requirement("DESK-04")
def test_a_leader_gives_the_reason_and_the_record_keeps_it() -> None:
    small = SmallDesk()
    lead_id = _story(small)
    with pytest.raises(NotAllowed):
        _erase(small, lead_id, by=ANA)
    with pytest.raises(Refused, match="needs its reason"):
        _erase(small, lead_id, reason=" ")
    with pytest.raises(BadInput, match="no such customer"):
        _erase(small, lead_id, customer_id="nobody")
    _erase(small, lead_id)
    with small.desk.store.reading() as session:
        told = session.scalars(select(History).where(History.kind == "erased")).one()
    assert (told.lead_id, told.why) == (lead_id, ["Asked by letter, by Dana Whit"])
    assert small.run(c.SealRecord()) > 0


def _retention(small: SmallDesk) -> Retention:
    return Retention(small.desk.store, small.clock, lambda: small.desk.book, small.run)


def test_after_the_playbooks_months_without_a_sign_a_customer_is_forgotten_once() -> None:
    small = SmallDesk()
    small.take(1)
    small.later(days=400)
    kept = small.take(2)
    retention = _retention(small)
    small.later(days=300)
    assert retention.look() == 0, "not yet two years"
    small.later(days=40)
    assert (retention.look(), retention.look()) == (1, 0)
    assert _where(small, "kim1@example.com") <= PROOF
    assert small.lead(kept).customer_id
    assert "address" in _where(small, "kim2@example.com")


def test_whoever_wrote_or_was_written_to_lately_is_kept() -> None:
    small = SmallDesk()
    lead_id = small.take()
    small.later(days=700)
    small.run(c.TakeReply(lead_id=lead_id, channel="email", text="Still selling cars?", at=small.clock.now()))
    small.later(days=60)
    assert _retention(small).look() == 0


def test_a_store_may_keep_less_long() -> None:
    small = SmallDesk()
    small.take()
    small.run(c.SavePlaybook(toml="[retention]\nmonths = 6", why="We keep half a year", by=DANA))
    small.later(days=200)
    assert _retention(small).look() == 1


@pytest.mark.requirement("FLOW-15")
def test_a_file_that_was_sent_to_them_alone_goes_and_one_for_others_stays() -> None:
    small = SmallDesk()
    lead_id, other = small.take(1), small.take(2)
    only, both = Attached("kim.pdf", b"%PDF-1 Kim's own"), Attached("all.pdf", b"%PDF-1 for everybody")
    for to, files in ((lead_id, (only, both)), (other, (both,))):
        small.run(
            c.WriteMessage(
                by=ANA, lead_id=to, channel="email", text="Here", files=files, over_budget="They asked"
            )
        )
    _erase(small, lead_id)
    with small.desk.store.reading() as session:
        assert [zlib.decompress(row.body) for row in session.scalars(select(Raw))] == [both.data]
        assert "kim.pdf" not in {row.name for row in session.scalars(select(Attachment))}
