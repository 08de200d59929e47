"""The audit trail is nobody's to edit, and whoever edits it all the same is found out (R22, DESK-04)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DatabaseError

from desk.app.keys import DEMO_KEY
from desk.app.opening import opened
from desk.cli import main
from desk.models import commands as c
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.seals import broken
from tests.services.desk_fixture import SmallDesk

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-04", "COMPLY-06")]
FREE = "DROP TRIGGER history_unchanged", "DROP TRIGGER history_undeleted"


def _sealed(leads: int = 2) -> SmallDesk:
    small = SmallDesk()
    for number in range(1, leads + 1):
        small.take(number)
        small.run(c.SealRecord())
    return small


def _do(small: SmallDesk, *statements: str) -> None:
    with small.desk.store.writing() as session:
        for statement in statements:
            session.connection().exec_driver_sql(statement)


def _broken(small: SmallDesk) -> str:
    with small.desk.store.reading() as session:

        def ask(question: str, values: Sequence[Any]) -> Iterable[Sequence[Any]]:
            return session.connection().exec_driver_sql(question, tuple(values))

        return broken(ask)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET by = 'Somebody'",
        "DELETE FROM history",
        "UPDATE history SET data = '{}' WHERE rowid = 3",
    ],
)
def test_the_store_itself_refuses_to_change_or_take_away_a_line(statement: str) -> None:
    small = _sealed()
    with pytest.raises(DatabaseError, match="only ever added to"):
        _do(small, statement)
    assert _broken(small) == ""


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE history SET by = 'Somebody else' WHERE rowid = 2",
        "UPDATE history SET why = '[]' WHERE rowid = (SELECT max(rowid) FROM history)",
        "DELETE FROM history WHERE rowid = 4",
        "DELETE FROM history WHERE rowid = (SELECT max(rowid) FROM history)",
        "UPDATE seal SET digest = 'forged'",
    ],
)
def test_whoever_takes_the_guard_away_is_found_out(statement: str) -> None:
    small = _sealed()
    _do(small, *FREE, statement)
    assert "not what was sealed" in _broken(small)


def test_what_comes_after_the_last_seal_breaks_none() -> None:
    small = _sealed()
    small.take(9)
    assert _broken(small) == ""
    before = small.run(c.SealRecord())
    assert small.run(c.SealRecord()) == before, "nothing new, no new seal"


@settings(max_examples=15, deadline=None)
@given(st.integers(1, 12), st.sampled_from(["kind", "act", "by", "txn"]))
def test_any_line_and_any_word_of_it_is_covered(line: int, column: str) -> None:
    small = _sealed(1)
    _do(small, *FREE, f"UPDATE history SET {column} = {column} || '.' WHERE rowid = {line}")
    assert _broken(small)


def test_the_command_line_says_where_the_record_was_changed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "store"
    folder.mkdir()
    (folder / DEMO_KEY).write_text("{}", "ascii")
    with opened(folder, lambda: "") as found:
        for setting in ("store.name", "store.phone"):
            found.running.desk.run(c.SaveSettings(values={setting: "x"}))
        found.running.desk.run(c.SealRecord())
        key = found.unlocked.key
    assert main(["verify", "--store", str(folder)]) == 0
    connection = raw_connection(folder / FILE_NAME, key, read_only=False)
    for statement in (*FREE, "UPDATE history SET by = 'Somebody' WHERE rowid = 1"):
        connection.execute(statement)
    connection.commit()
    connection.close()
    assert main(["verify", "--store", str(folder)]) == 1
    assert "not what was sealed" in capsys.readouterr().err
