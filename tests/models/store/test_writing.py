"""The writer's session writes each kind of row in one batch, and rules read its rows without being able to write to them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk.models.base import plain
from desk.models.store.engine import Store, open_memory
from desk.models.tables import Customer, Lead
from tests.models.store.conftest import Filler


@pytest.fixture
def kept() -> Iterator[Store]:
    """A store that holds its rows from one transaction to the next."""
    opened = open_memory(one_session=True)
    yield opened
    opened.close()


def _statements(session: Session) -> list[str]:
    """What the driver is given from here on."""
    told: list[str] = []
    driver: Any = session.connection().connection.driver_connection
    assert isinstance(driver, sqlcipher.Connection)
    driver.set_trace_callback(told.append)
    return told


def _lead(kept: Store) -> Lead:
    with kept.writing() as session:
        return Filler(session).lead()


def _add(kept: Store, *rows: Customer) -> None:
    with kept.writing() as session:
        session.add_all(rows)


@pytest.mark.requirement("DESK-03")
def test_new_and_changed_rows_are_in_the_store_after_the_commit(kept: Store) -> None:
    lead = _lead(kept)
    with kept.writing() as session:
        lead.status, lead.needs = "Asked", {"timeline": "soon"}
        session.add(Customer(id="C2", created_at=lead.received_at, full="Ben Ito"))
    with kept.reading() as session:
        again = session.get_one(Lead, lead.id)
        assert (again.status, again.needs) == ("Asked", {"timeline": "soon"})
        assert session.get_one(Customer, "C2").full == "Ben Ito"


@pytest.mark.requirement("DESK-03")
def test_what_was_written_is_not_written_again(kept: Store) -> None:
    lead = _lead(kept)
    with kept.writing() as session:
        lead.status = "Asked"
        told = _statements(session)
        session.flush()
        assert [words.partition(" SET ")[0] for words in told] == ["UPDATE lead"]
        assert "stage=" not in told[0], "only what changed"
        session.flush()
        assert len(told) == 1
        assert not inspect(lead).modified


@pytest.mark.requirement("DESK-03")
def test_a_row_of_the_transaction_is_the_session_s_own_once_it_is_written(kept: Store) -> None:
    with kept.writing() as session:
        customer = Customer(id="C3", created_at=Filler(session).lead().received_at, full="Ana Ruiz")
        session.add(customer)
        session.flush()
        assert session.get(Customer, "C3") is customer
        customer.full = "Ana Maria Ruiz"
        session.delete(customer)
    with kept.reading() as session:
        assert session.get(Customer, "C3") is None


@pytest.mark.requirement("DESK-03")
def test_an_error_of_the_store_is_the_one_that_is_known_and_leaves_nothing(kept: Store) -> None:
    lead = _lead(kept)
    twice = Customer(id=lead.customer_id, created_at=lead.received_at, full="Cora Diaz")
    with pytest.raises(IntegrityError):
        _add(kept, Customer(id="C4", created_at=lead.received_at, full="Cora Diaz"), twice)
    with kept.reading() as session:
        assert session.get(Customer, "C4") is None


@pytest.mark.requirement("DESK-09")
def test_rules_read_what_a_row_holds_now_and_cannot_write_to_it(kept: Store) -> None:
    lead = _lead(kept)
    seen = plain(lead)
    with kept.writing() as session:
        lead.status = "Asked"
        assert (seen.status, seen.id) == ("Asked", lead.id)
        with pytest.raises(TypeError, match=r"Lead\.status is only read here"):
            seen.status = "Other"
        session.flush()
        session.expire(lead)
        assert seen.status == "Asked", "it is read again"
