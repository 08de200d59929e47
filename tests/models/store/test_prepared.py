"""A statement spelled out once writes and asks what SQLAlchemy would."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import bindparam, insert, literal, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from desk.models.base import Moment
from desk.models.history import History
from desk.models.store.engine import open_memory
from desk.models.store.prepared import Prepared
from desk.models.store.queries.cards import listed
from desk.models.time import to_micros

AT = datetime(2026, 11, 1, 8, 30, tzinfo=UTC)
_ADD = Prepared(
    insert(History).values(
        {column: bindparam(column.key, type_=column.type) for column in History.__table__.columns}
    )
)


@pytest.fixture
def session() -> Iterator[Session]:
    store = open_memory()
    with store.writing() as session:
        yield session
    store.close()


def line(number: int) -> dict[str, object]:
    told = {
        "id": f"line-{number}",
        "at": AT,
        "kind": "owner",
        "lead_id": None,
        "by": "Ana",
        "act": "assign",
        "txn": "t",
    }
    return {**told, "data": {"owner": "é", "n": number}, "why": ["round robin"], "playbook": "1"}


@pytest.mark.requirement("DESK-03")
def test_rows_are_written_as_the_nouns_lie_in_the_store(session: Session) -> None:
    _ADD.run_all(session.connection(), [line(1), line(2)])
    _ADD.run(session.connection(), line(3))
    rows = list(session.scalars(select(History).order_by(History.id)))
    assert [{name: getattr(row, name) for name in line(1)} for row in rows] == [line(n) for n in (1, 2, 3)]


@pytest.mark.requirement("DESK-03")
def test_a_question_binds_moments_lists_and_its_own_values(session: Session) -> None:
    _ADD.run_all(session.connection(), [line(n) for n in range(4)])
    asked = Prepared(
        select(History.id, History.at).where(
            History.at == bindparam("at", type_=Moment()),
            History.kind.in_([literal("owner"), literal("stage")]),
            History.id.in_(select(listed("ids").c.value)),
        )
    )
    found = asked.run(session.connection(), {"at": AT, "ids": json.dumps(["line-1", "line-9"])})
    assert found == [("line-1", to_micros(AT))]


@pytest.mark.requirement("DESK-03")
def test_a_value_that_is_missing_is_no_silent_null(session: Session) -> None:
    told = line(1)
    del told["by"]
    with pytest.raises(KeyError, match="by"):
        _ADD.run(session.connection(), told)


@pytest.mark.requirement("DESK-03")
def test_an_error_is_the_one_of_sqlalchemy_and_quotes_nobody(session: Session) -> None:
    told = line(1) | {"by": "Ana Quill"}
    _ADD.run(session.connection(), told)
    with pytest.raises(IntegrityError, match="UNIQUE") as caught:
        _ADD.run(session.connection(), told)
    assert "Ana Quill" not in str(caught.value)


@pytest.mark.requirement("DESK-03")
def test_what_is_written_is_part_of_the_transaction() -> None:
    store = open_memory()
    with store.writing() as session:
        _ADD.run(session.connection(), line(1))
        session.rollback()
    with store.reading() as session:
        assert list(session.scalars(select(History))) == []
    store.close()
