"""One document that names several people: each is written to at their own address, and the same person twice is one customer."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from desk.models import commands as c
from desk.models.conversation import Message
from desk.models.lead import Lead
from desk.models.person import Customer
from tests.services.desk_fixture import SmallDesk

pytestmark = pytest.mark.requirement("LEAD-02", "LEAD-05")


def prospect(name: str, email: str, model: str) -> str:
    return (
        "<prospect><requestdate>2026-03-03T09:59:00-07:00</requestdate>"
        f"<vehicle><year>2022</year><make>Toyota</make><model>{model}</model></vehicle>"
        f'<customer><contact><name part="full">{name}</name><email>{email}</email></contact></customer>'
        "<provider><name>AutoTrader</name></provider></prospect>"
    )


def taken(*prospects: str) -> SmallDesk:
    small = SmallDesk()
    document = f"<?xml version='1.0'?><adf>{''.join(prospects)}</adf>"
    assert small.run(c.TakeFile(name="leads.xml", raw=document.encode())) == "new"
    return small


def test_each_is_written_to_at_their_own_address_about_their_own_vehicle() -> None:
    people = (
        ("Kim Doe", "kim@example.com", "RAV4"),
        ("Lee Roe", "lee@example.com", "Tacoma"),
        ("Ana Poe", "ana@example.com", "Venza"),
    )
    small = taken(*(prospect(*told) for told in people))
    with small.desk.store.reading() as session:
        first = session.scalars(select(Message).where(Message.channel == "email").order_by(Message.id))
        written = {message.to_address: message.text for message in first}
    assert set(written) == {email for _name, email, _model in people}
    for name, email, model in people:
        assert name.split()[0] in written[email]
        assert model in written[email]
        assert not any(other in written[email] for _, _, other in people if other != model)


def test_the_same_person_twice_is_one_customer() -> None:
    small = taken(
        prospect("Kim Doe", "kim@example.com", "RAV4"), prospect("Kim Doe", "kim@example.com", "Tacoma")
    )
    with small.desk.store.reading() as session:
        customers = list(session.scalars(select(Customer)))
        leads = list(session.scalars(select(Lead)))
    assert len(customers) == 1
    assert {lead.customer_id for lead in leads} == {customers[0].id}
