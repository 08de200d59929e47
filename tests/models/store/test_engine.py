"""The store's file: encrypted, refused in plain words when it cannot be used, whole after any error."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from desk.models.errors import CannotOpenStore
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.engine import Store, is_read_only_disk, open_file, open_memory
from desk.models.tables import Lead
from tests.models.store.conftest import KEY, NOW, Filler


@pytest.mark.rule("R22")
@pytest.mark.requirement("DESK-03", "COMPLY-06")
def test_the_file_shows_nothing_of_what_is_in_it(store: Store, store_dir: Path) -> None:
    with store.writing() as session:
        filler = Filler(session)
        filler.message(filler.lead("Aisha Karim"), "Does the Highlander have captain's chairs?")
    written = b"".join(part.read_bytes() for part in store_dir.glob(f"{FILE_NAME}*"))
    assert (store_dir / f"{FILE_NAME}-wal").stat().st_size > 0
    for plain in (b"SQLite format 3", b"Aisha", b"Highlander", b"CREATE TABLE"):
        assert plain not in written
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(store_dir / FILE_NAME).execute("SELECT * FROM lead")


@pytest.mark.rule("R22")
@pytest.mark.requirement("DESK-03")
def test_another_key_does_not_open_it(
    store: Store, store_dir: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    store.close()
    with pytest.raises(CannotOpenStore, match="key does not open this store") as refused:
        open_file(store_dir, bytes(32))
    assert "recovery code" in refused.value.do
    assert capfd.readouterr() == ("", "")


@pytest.mark.requirement("DESK-06")
def test_a_damaged_page_is_noticed(store: Store, store_dir: Path) -> None:
    store.close()
    path = store_dir / FILE_NAME
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with pytest.raises(
        CannotOpenStore, match=r"damaged|malformed|I/O|not a database|does not open"
    ) as refused:
        open_file(store_dir, KEY)
    assert refused.value.do


@pytest.mark.requirement("DESK-03")
def test_a_folder_that_cannot_be_made_says_where(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file stands in the way")
    with pytest.raises(CannotOpenStore) as refused:
        open_file(tmp_path / "store", KEY)
    assert str(tmp_path / "store") in str(refused.value)


@pytest.mark.requirement("DESK-03")
def test_a_read_only_disk_is_known_by_its_flags() -> None:
    assert is_read_only_disk(os.ST_RDONLY | 4096)
    assert not is_read_only_disk(4096)


@pytest.mark.requirement("DESK-03")
def test_an_error_leaves_nothing_of_its_transaction(store: Store) -> None:
    def work_that_fails() -> None:
        with store.writing() as session:
            Filler(session).lead()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        work_that_fails()
    with store.reading() as session:
        assert session.query(Lead).count() == 0


@pytest.mark.requirement("DESK-03")
def test_a_reader_sees_the_store_as_it_was_when_it_began(store: Store) -> None:
    with store.reading() as reading:
        assert reading.query(Lead).count() == 0
        with store.writing() as writing:
            Filler(writing).lead()
        assert reading.query(Lead).count() == 0
    with store.reading() as reading:
        assert reading.query(Lead).count() == 1


@pytest.mark.requirement("DESK-03")
def test_a_reader_cannot_write(store: Store) -> None:
    with store.reading() as session, pytest.raises(DBAPIError, match="readonly"):
        session.execute(text("DELETE FROM lead"))


@pytest.mark.requirement("DESK-03")
def test_references_hold(store: Store) -> None:
    def work_without_a_customer() -> None:
        with store.writing() as session:
            session.execute(text("PRAGMA defer_foreign_keys = OFF"))
            lead = Filler(session).lead()
            lead.customer_id = "nobody"

    with pytest.raises(DBAPIError, match="FOREIGN KEY"):
        work_without_a_customer()


@pytest.mark.requirement("DESK-03")
def test_moments_come_back_to_the_microsecond(store: Store) -> None:
    moment = NOW.replace(microsecond=123_457)
    with store.writing() as session:
        lead_id = Filler(session).lead(received_at=moment).id
    with store.reading() as session:
        assert session.get_one(Lead, lead_id).received_at == moment


@pytest.mark.requirement("DESK-03")
def test_a_store_in_memory_has_the_same_tables(store: Store, store_dir: Path) -> None:
    question = "SELECT name FROM sqlite_master WHERE name != 'alembic_version' AND name NOT LIKE 'sqlite_%'"
    raw = raw_connection(store_dir / FILE_NAME, KEY, read_only=True)
    in_file = {name for (name,) in raw.execute(question)}
    raw.close()
    memory = open_memory()
    with memory.reading() as session:
        in_memory = set(session.scalars(text(question)))
    memory.close()
    assert in_memory == in_file


@pytest.mark.requirement("DESK-01", "DESK-03")
def test_resting_readers_let_go_of_their_pages_and_read_on(tmp_path: Path) -> None:
    store = open_file(tmp_path, KEY)
    question = text("SELECT count(*) FROM sqlite_master")
    with store.reading() as busy:
        before = busy.scalar(question)
        with store.reading() as other:
            assert other.scalar(question) == before
        store.let_go_of_pages()
        assert busy.scalar(question) == before, "who reads just now is not disturbed"
    for _reader in range(3):
        store.let_go_of_pages()
        with store.reading() as again:
            assert again.scalar(question) == before
    store.close()


def test_a_store_in_memory_keeps_its_pages() -> None:
    store = open_memory()
    store.let_go_of_pages()
    with store.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM sqlite_master"))
    store.close()
