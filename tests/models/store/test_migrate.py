"""A store moves forward safely: copied first, in one transaction, and never backward."""

from __future__ import annotations

import re
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Engine, create_engine, event, select
from sqlalchemy.pool import QueuePool, StaticPool

from desk.models.base import Base
from desk.models.conversation import Message
from desk.models.errors import CannotOpenStore
from desk.models.kept import Attachment
from desk.models.lead import Lead
from desk.models.person import Customer
from desk.models.rules.standing import sort_key
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.engine import open_file
from desk.models.store.migrate import MIGRATIONS, bring_up_to_date, newest_version, run_steps
from tests.models.store.conftest import KEY

STEP_MORE = """
from __future__ import annotations

from alembic import op

revision = "{later}"
down_revision = "{today}"


def upgrade() -> None:
    op.execute("ALTER TABLE lead ADD COLUMN added VARCHAR")
    op.execute("UPDATE lead SET added = 'moved'")
    {more}
"""


WHEN = datetime(2026, 3, 2, 17, tzinfo=UTC)
#: The version of this program, and of one that comes after it.
TODAY = newest_version()
LATER = f"{int(TODAY) + 1:04}"


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
def one_more(tmp_path: Path) -> Path:
    """A later program's migrations: today's and one step more."""
    return _with_one_more(tmp_path / "migrations", more="")


def _with_one_more(folder: Path, more: str) -> Path:
    (folder / "versions").mkdir(parents=True)
    for source in (MIGRATIONS / "env.py", *(MIGRATIONS / "versions").glob("*.py")):
        target = folder / source.relative_to(MIGRATIONS)
        target.write_text(source.read_text())
    step = STEP_MORE.format(later=LATER, today=TODAY, more=more)
    (folder / "versions" / f"{LATER}_more.py").write_text(step)
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


@pytest.mark.requirement("DESK-06")
def test_an_older_store_is_copied_and_moved_forward(store_dir: Path, one_more: Path) -> None:
    path = a_store(store_dir)
    move(path, one_more)
    assert rows(path, "SELECT version_num FROM alembic_version") == [(LATER,)]
    assert rows(path, "SELECT count(added) FROM lead") == [(0,)]
    copy = store_dir / f"{FILE_NAME}.before-{LATER}"
    assert rows(copy, "SELECT version_num FROM alembic_version") == [(TODAY,)]
    assert rows(copy, "SELECT key FROM setting") == [("store.name",)]


@pytest.mark.requirement("DESK-06")
def test_a_store_of_the_first_version_is_copied_and_comes_forward_whole(
    store_dir: Path, tmp_path: Path
) -> None:
    """As the first release made it: with its first step alone."""
    path, first = store_dir / FILE_NAME, tmp_path / "first"
    (first / "versions").mkdir(parents=True)
    for source in (MIGRATIONS / "env.py", MIGRATIONS / "versions" / "0001_first.py"):
        (first / source.relative_to(MIGRATIONS)).write_text(source.read_text())
    connection = raw_connection(path, KEY, read_only=False)
    engine = create_engine("sqlite://", creator=lambda: connection, module=sqlcipher, poolclass=StaticPool)
    with engine.begin() as transaction:
        run_steps(transaction, first)
        transaction.exec_driver_sql("INSERT INTO setting VALUES ('store.name', '{}', 0, 'Dana')")
    connection.close()
    open_file(store_dir, KEY).close()
    assert rows(path, "SELECT version_num FROM alembic_version") == [(TODAY,)]
    assert rows(path, "SELECT key FROM setting") == [("store.name",)]
    copy = store_dir / f"{FILE_NAME}.before-{TODAY}"
    assert rows(copy, "SELECT version_num FROM alembic_version") == [("0001",)]
    assert rows(copy, "SELECT key FROM setting") == [("store.name",)]


@pytest.mark.requirement("DESK-06", "FLOW-12")
def test_closed_leads_of_an_older_store_take_the_places_that_the_rule_gives_them(store_dir: Path) -> None:
    """A store of 0003 comes forward: Sold and Lost newest first, the open ones where they were."""
    store = open_file(store_dir, KEY)
    stages = ("new", "sold", "lost", "lost")
    with store.writing() as session:
        session.add(Customer(id="c", created_at=WHEN))
        session.flush()
        session.add_all(_lead(number, stage) for number, stage in enumerate(stages))
    store.close()
    connection = raw_connection(store_dir / FILE_NAME, KEY, read_only=False)
    connection.execute("UPDATE alembic_version SET version_num = '0003'")
    connection.close()
    moved = open_file(store_dir, KEY)
    with moved.reading() as session:
        found = list(session.scalars(select(Lead).order_by(Lead.sort_key)))
        assert [lead.id for lead in found if lead.stage == "lost"] == ["3", "2"]
        assert [lead.sort_key for lead in found if lead.stage == "new"] == ["as it was"]
        assert all(lead.sort_key == sort_key(lead) for lead in found if lead.stage != "new")
    moved.close()


FILES_OF_0004 = """
DROP TABLE attachment;
CREATE TABLE attachment (id VARCHAR(36) NOT NULL CONSTRAINT pk_attachment PRIMARY KEY, message_id VARCHAR(36) NOT NULL REFERENCES message (id),
    position INTEGER NOT NULL, name VARCHAR NOT NULL, media VARCHAR NOT NULL, size INTEGER NOT NULL, raw_id VARCHAR NOT NULL);
CREATE INDEX ix_attachment_message ON attachment (message_id);
CREATE INDEX ix_attachment_raw ON attachment (raw_id);
INSERT INTO attachment VALUES ('a', 'm', 2, 'title.pdf', 'application/pdf', 9, 'raw');
UPDATE alembic_version SET version_num = '0004';
"""


@pytest.mark.requirement("DESK-06", "FLOW-15")
def test_the_files_of_an_older_store_stand_where_they_stood(store_dir: Path) -> None:
    """A store of 0004 comes forward with a file that left with an email; one that came with a lead fits in beside it."""
    store = open_file(store_dir, KEY)
    with store.writing() as session:
        session.add(Customer(id="c", created_at=WHEN))
        session.flush()
        session.add(_lead(1, "new"))
        session.flush()
        session.add(
            Message(
                id="m",
                key="m",
                lead_id="1",
                direction="out",
                channel="email",
                author="staff",
                status="sent",
                at=WHEN,
            )
        )
    store.close()
    connection = raw_connection(store_dir / FILE_NAME, KEY, read_only=False)
    connection.executescript(FILES_OF_0004)
    connection.close()
    moved = open_file(store_dir, KEY)
    with moved.writing() as session:
        session.add(
            Attachment(id="b", lead_id="1", name="front.jpg", media="image/jpeg", size=9, raw_id="raw")
        )
    with moved.reading() as session:
        found = session.scalars(select(Attachment).order_by(Attachment.id)).all()
        assert [
            (file.name, file.message_id, file.lead_id, file.position, file.awaited) for file in found
        ] == [
            ("title.pdf", "m", None, 2, ""),
            ("front.jpg", None, "1", 0, ""),
        ]
    moved.close()


def _lead(number: int, stage: str) -> Lead:
    at = WHEN + timedelta(days=number)
    return Lead(
        id=str(number), customer_id="c", source="Website", source_kind="website", source_class="1st", received_at=at, taken_at=at,
        reply_token=f"t{number}", stage=stage, stage_at=at, ai_at=at, sort_key="as it was",
    )  # fmt: skip


@pytest.mark.requirement("DESK-06")
@pytest.mark.parametrize(
    "wrong",
    [
        'raise RuntimeError("in the middle")',
        # A step that leaves a lead of nobody: the references are asked before anything is kept.
        "op.execute(\"INSERT INTO delivery VALUES ('d', 'no message', 0, 'sent', '', '')\")",
    ],
)
def test_a_step_that_fails_changes_nothing(store_dir: Path, tmp_path: Path, wrong: str) -> None:
    path = a_store(store_dir)
    with pytest.raises((RuntimeError, CannotOpenStore)):
        move(path, _with_one_more(tmp_path / "wrong", more=wrong))
    assert rows(path, "SELECT version_num FROM alembic_version") == [(TODAY,)]
    assert "added" not in {name for (_, name, *_) in rows(path, "PRAGMA table_info(lead)")}
    open_file(store_dir, KEY).close()


@pytest.mark.requirement("DESK-06")
def test_a_newer_store_is_refused_in_plain_words(store_dir: Path, one_more: Path) -> None:
    path = a_store(store_dir)
    move(path, one_more)
    before = path.read_bytes()
    with pytest.raises(CannotOpenStore, match="newer Sales Desk") as refused:
        open_file(store_dir, KEY)
    assert "Update Sales Desk" in refused.value.do
    assert path.read_bytes() == before


@pytest.mark.requirement("DESK-06")
def test_a_first_start_that_was_cut_off_is_begun_again(store_dir: Path) -> None:
    raw_connection(store_dir / FILE_NAME, KEY, read_only=False).close()
    open_file(store_dir, KEY).close()
    assert rows(store_dir / FILE_NAME, "SELECT version_num FROM alembic_version") == [(newest_version(),)]


@pytest.mark.requirement("DESK-06")
def test_no_copy_no_step(store_dir: Path, one_more: Path) -> None:
    path = a_store(store_dir)
    (store_dir / f"{FILE_NAME}.before-{LATER}").mkdir()
    with pytest.raises(CannotOpenStore, match="no copy could be made"):
        move(path, one_more)
    assert rows(path, "SELECT version_num FROM alembic_version") == [(TODAY,)]


@pytest.mark.kill
@pytest.mark.requirement("DESK-06")
def test_a_desk_killed_while_it_copies_leaves_a_usable_store(store_dir: Path, one_more: Path) -> None:
    path = a_store(store_dir)
    command = [sys.executable, "-c", COPY_AND_WAIT, str(path), KEY.hex(), str(one_more)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as desk:
        assert desk.stdout is not None
        assert desk.stdout.readline() == "copying\n"
        desk.kill()
    assert list(store_dir.glob("*.part"))
    open_file(store_dir, KEY).close()
    move(path, one_more)
    assert rows(path, "SELECT key FROM setting") == [("store.name",)]
    assert rows(store_dir / f"{FILE_NAME}.before-{LATER}", "SELECT key FROM setting") == [("store.name",)]
    assert not list(store_dir.glob("*.part"))


def move(path: Path, migrations: Path) -> None:
    """Open the store as a later program would, whose migrations these are."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: raw_connection(path, KEY, read_only=False),
        module=sqlcipher,
        poolclass=QueuePool,
        pool_size=1,
    )
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    try:
        bring_up_to_date(engine, path, is_new=False, migrations=migrations)
    finally:
        engine.dispose()


#: Says when the copy has begun, and then stands still in the middle of it.
COPY_AND_WAIT = """
import sys, threading
from pathlib import Path
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import create_engine, event
from sqlalchemy.pool import StaticPool
from desk.models.store.connect import raw_connection
from desk.models.store.migrate import bring_up_to_date

path, key, migrations = Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), Path(sys.argv[3])
connection = raw_connection(path, key, read_only=False)

def stand_still():
    if any(part.stat().st_size for part in path.parent.glob("*.part")):
        print("copying", flush=True)
        threading.Event().wait()

connection.set_progress_handler(stand_still, 1)
engine = create_engine("sqlite://", creator=lambda: connection, module=sqlcipher, poolclass=StaticPool)
bring_up_to_date(engine, path, is_new=False, migrations=migrations)
"""
