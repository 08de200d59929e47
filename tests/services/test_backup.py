"""Backups count only when they are proven, and they come back."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desk.models.errors import BadInput, CannotOpenStore
from desk.models.ids import CountedIds
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.models.store.engine import open_file
from desk.services.backup import BESIDE, back_up, backups, refuse_lost, restore, verify
from tests.models.store.conftest import KEY, Filler, spoil_a_page

NOW = datetime(2026, 10, 13, 9, 30, tzinfo=UTC)


@pytest.fixture
def folder(store_dir: Path) -> Path:
    """A store with two leads and a message."""
    put_lead(store_dir, "Aisha Karim")
    put_lead(store_dir, "Ben Okoro")
    return store_dir


def put_lead(folder: Path, name: str) -> None:
    store = open_file(folder, KEY)
    with store.writing() as session:
        filler = Filler(session, CountedIds(name))
        filler.message(filler.lead(name), "Is it still there?")
    store.close()


def names(folder: Path) -> set[str]:
    store = open_file(folder, KEY)
    with store.reading() as session:
        found = {row[0] for row in session.connection().exec_driver_sql('SELECT "full" FROM customer')}
    store.close()
    return found


@pytest.mark.rule("R22")
@pytest.mark.requirement("DESK-06")
def test_a_backup_holds_what_the_store_holds_and_is_encrypted(folder: Path, tmp_path: Path) -> None:
    made = back_up(folder, KEY, tmp_path / "safe", NOW)
    assert (made.counts["lead"], made.counts["message"], made.words) == (2, 2, "2 leads, 2 messages")
    assert made.path.name == "desk-20261013-093000.db"
    assert b"SQLite format" not in made.path.read_bytes()
    assert [part.name for part in made.path.parent.iterdir()] == [made.path.name]


@pytest.mark.requirement("DESK-06")
def test_the_desk_works_on_while_it_is_backed_up(folder: Path, tmp_path: Path) -> None:
    store = open_file(folder, KEY)
    with store.writing() as session:
        Filler(session, CountedIds("more")).lead("Not committed yet")
        made = back_up(folder, KEY, tmp_path / "safe", NOW)
    store.close()
    assert made.counts["lead"] == 2
    assert "Not committed yet" in names(folder)


@pytest.mark.requirement("DESK-06")
def test_a_backup_comes_back_and_the_present_store_is_kept_beside_it(folder: Path, tmp_path: Path) -> None:
    made = back_up(folder, KEY, tmp_path / "safe", NOW)
    put_lead(folder, "Carmen Later")
    restored = restore(made.path, folder, KEY, NOW + timedelta(hours=1))
    assert restored.counts == made.counts
    assert names(folder) == {"Aisha Karim", "Ben Okoro"}
    assert verify(folder / f"{FILE_NAME}.replaced-20261013-103000", KEY).counts["lead"] == 3


@pytest.mark.requirement("DESK-06")
def test_a_lost_store_comes_back_into_an_empty_folder(folder: Path, tmp_path: Path) -> None:
    made = back_up(folder, KEY, tmp_path / "safe", NOW)
    restore(made.path, tmp_path / "new computer", KEY, NOW)
    assert names(tmp_path / "new computer") == {"Aisha Karim", "Ben Okoro"}


@pytest.mark.requirement("DESK-06")
@pytest.mark.parametrize("place", [0.0, 0.1, 0.37, 0.5, 0.81, 0.999])
def test_one_flipped_bit_is_reported_and_nothing_is_restored(
    folder: Path, tmp_path: Path, place: float
) -> None:
    path = back_up(folder, KEY, tmp_path / "safe", NOW).path
    data = bytearray(path.read_bytes())
    data[int(place * len(data))] ^= 0x10
    path.write_bytes(data)
    with pytest.raises(CannotOpenStore, match="damaged"):
        verify(path, KEY)
    with pytest.raises(CannotOpenStore, match="damaged"):
        restore(path, folder, KEY, NOW)
    assert names(folder) == {"Aisha Karim", "Ben Okoro"}


@pytest.mark.requirement("DESK-06")
def test_what_is_no_backup_is_refused(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no such file"):
        verify(tmp_path / "nothing.db", KEY)
    (tmp_path / "text.db").write_text("not a store" * 1000)
    with pytest.raises(CannotOpenStore):
        verify(tmp_path / "text.db", KEY)
    with pytest.raises(CannotOpenStore, match="not under this store's key"):
        verify(folder / FILE_NAME, bytes(32))


@pytest.mark.requirement("DESK-06")
def test_a_backup_of_a_newer_program_is_not_put_in_place(folder: Path, tmp_path: Path) -> None:
    path = back_up(folder, KEY, tmp_path / "safe", NOW).path
    raw = raw_connection(path, KEY, read_only=False)
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    raw.close()
    with pytest.raises(CannotOpenStore, match="newer Sales Desk"):
        restore(path, folder, KEY, NOW)
    assert names(folder) == {"Aisha Karim", "Ben Okoro"}


@pytest.mark.requirement("DESK-06")
def test_the_newest_are_kept_and_other_files_left_alone(folder: Path, tmp_path: Path) -> None:
    safe = tmp_path / "safe"
    safe.mkdir()
    (safe / "desk-holiday.jpg").write_text("not ours")
    for day in range(5):
        back_up(folder, KEY, safe, NOW + timedelta(days=day), keep=3)
    assert [path.name[5:13] for path in backups(safe)] == ["20261015", "20261016", "20261017"]
    assert (safe / "desk-holiday.jpg").exists()


@pytest.mark.requirement("DESK-06")
def test_a_place_that_takes_nothing_leaves_earlier_backups_alone(folder: Path, tmp_path: Path) -> None:
    back_up(folder, KEY, tmp_path / "safe", NOW)
    later = NOW + timedelta(days=1)
    os.mkdir(tmp_path / "safe" / "desk-20261014-093000.db")
    with pytest.raises(CannotOpenStore, match="could not be made"):
        back_up(folder, KEY, tmp_path / "safe", later, keep=1)
    assert (tmp_path / "safe" / "desk-20261013-093000.db").is_file()


@pytest.mark.requirement("DESK-06")
def test_no_new_store_is_begun_where_one_was_lost(folder: Path) -> None:
    """A disk that was mended may leave an empty file behind; a store begun in it would soon have pushed the backups out."""
    refuse_lost(folder)
    made = back_up(folder, KEY, folder / BESIDE, NOW)
    refuse_lost(folder)
    (folder / FILE_NAME).write_bytes(b"")
    with pytest.raises(CannotOpenStore, match="gone or empty") as told:
        refuse_lost(folder)
    assert str(made.path) in told.value.do
    (folder / FILE_NAME).unlink()
    with pytest.raises(CannotOpenStore, match="gone or empty"):
        refuse_lost(folder)


@pytest.mark.requirement("DESK-06")
def test_a_damaged_store_is_not_called_a_full_disk(folder: Path, tmp_path: Path) -> None:
    spoil_a_page(folder / FILE_NAME, KEY, "message")
    with pytest.raises(CannotOpenStore, match="itself is damaged") as told:
        back_up(folder, KEY, tmp_path / "safe", NOW)
    assert "Bring the last backup back" in told.value.do
