"""``desk doctor`` on the store's file: what others wrote meanwhile is no damage, and damage is said (R22)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.models.ids import CountedIds
from desk.models.snapshots.doctor import DoctorLine
from desk.models.store.engine import Store, open_file
from desk.models.store.search import index_some, touch_all
from desk.services.doctor import store_lines
from tests.models.store.conftest import KEY, Filler


@pytest.fixture
def store(store_dir: Path) -> Iterator[Store]:
    opened = open_file(store_dir, KEY)
    yield opened
    opened.close()


def _line(store: Store) -> DoctorLine:
    return next(iter(store_lines(store)))


def _write(store: Store, number: int) -> None:
    with store.writing() as session:
        filler = Filler(session, CountedIds(f"n{number}"))
        filler.message(filler.lead(f"Aisha Karim {number}"), "Is it still there?")
        touch_all(session)
        index_some(session)


@pytest.mark.rule("R22")
def test_a_store_that_others_write_to_is_sound_each_time_it_is_looked_at(store: Store) -> None:
    for number in range(40):  # after sixteen writes the index merges its parts
        _write(store, number)
        assert (_line(store).state, _line(store).do) == ("ok", ""), f"after {number + 1} leads"
    assert "40 leads, sound" in _line(store).words


@pytest.mark.rule("R22")
def test_a_full_text_table_that_lost_a_page_is_said_to_be_damaged(store: Store) -> None:
    _write(store, 1)
    with store.writing() as session:
        session.connection().exec_driver_sql(
            "UPDATE find_said_data SET block = zeroblob(length(block)) WHERE id > 100"
        )
    assert (_line(store).state, _line(store).do) == ("bad", "Restore the last backup.")
