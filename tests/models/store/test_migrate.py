"""A store moves forward safely: copied first, in one transaction, and never backward."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine
from sqlalchemy.pool import StaticPool

from desk.models.base import Base
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.engine import open_file
from desk.models.store.migrate import MIGRATIONS, newest_version, run_steps

KEY = bytes(range(32))
STEP_TWO = """
from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute("ALTER TABLE lead ADD COLUMN added VARCHAR")
    op.execute("UPDATE lead SET added = 'moved'")
    {more}
"""


def schema(engine: Engine) -> dict[str, list[str]]:
    """Every table, index and trigger as SQLite keeps it, blanks and the order of constraints aside."""
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name != 'alembic_version'"
        )
        return {name: sorted(re.split(r"[\s,)]+(?=CONSTRAINT|$)", sql)) for name, sql in rows}


def memory() -> Engine:
    return create_engine(
        "sqlite://", creator=lambda: sqlcipher.connect(":memory:"), module=sqlcipher, poolclass=StaticPool
    )


@pytest.fixture
def two_steps(tmp_path: Path) -> Path:
    """A later program's migrations: today's and one step more."""
    return _with_step_two(tmp_path / "migrations", more="")


def _with_step_two(folder: Path, more: str) -> Path:
    (folder / "versions").mkdir(parents=True)
    for source in (MIGRATIONS / "env.py", *(MIGRATIONS / "versions").glob("*.py")):
        target = folder / source.relative_to(MIGRATIONS)
        target.write_text(source.read_text())
    (folder / "versions" / "0002_more.py").write_text(STEP_TWO.format(more=more))
    return folder


def a_store(folder: Path) -> Path:
    """A store of today's version with one lead's worth of rows in it."""
    open_file(folder, KEY).close()
    connection = raw_connection(folder / FILE_NAME, KEY, read_only=False)
    connection.execute("INSERT INTO setting VALUES ('store.name', '{}', 0, 'Dana')")
    connection.close()
    return folder / FILE_NAME


def rows(path: Path, question: str) -> list[tuple[object, ...]]:
    connection = raw_connection(path, KEY, read_only=True)
    try:
        return list(connection.execute(question))
    finally:
        connection.close()


@pytest.mark.requirement("DESK-06")
def test_the_migrations_make_exactly_todays_schema() -> None:
    declared, migrated = memory(), memory()
    Base.metadata.create_all(declared)
    with migrated.begin() as connection:
        run_steps(connection)
    assert schema(migrated) == schema(declared)
    assert {"lead", "find_lead", "find_said", "stage_count", "search_todo"} <= schema(migrated).keys()


@pytest.mark.requirement("DESK-06")
def test_a_new_store_is_of_the_newest_version(store_dir: Path) -> None:
    assert rows(a_store(store_dir), "SELECT version_num FROM alembic_version") == [(newest_version(),)]
    assert not list(store_dir.glob("*.before-*"))


@pytest.mark.requirement("DESK-06")
def test_opening_a_store_of_today_does_not_import_alembic(store_dir: Path) -> None:
    a_store(store_dir)
    command = [sys.executable, "-c", LOOK_FOR_ALEMBIC, str(store_dir), KEY.hex()]
    said = subprocess.run(command, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == "False"


LOOK_FOR_ALEMBIC = """
import sys
from pathlib import Path
from desk.models.store.engine import open_file
open_file(Path(sys.argv[1]), bytes.fromhex(sys.argv[2])).close()
print("alembic" in sys.modules)
"""
