"""The drop folder: whole files, once, and none lost."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from desk.models.errors import ChannelDown
from desk.services.adapters.drop_folder import DropFolder


@pytest.mark.requirement("LEAD-01")
def test_a_file_is_handed_over_once_it_stopped_growing(drop_dir: Path) -> None:
    folder, path = DropFolder(drop_dir), drop_dir / "lead.xml"
    path.write_bytes(b"<adf>")
    assert folder.look() == []
    path.write_bytes(b"<adf></adf>")
    assert folder.look() == []
    assert [(each.path, each.data, each.trouble) for each in folder.look()] == [(path, b"<adf></adf>", "")]


@pytest.mark.requirement("LEAD-01", "LEAD-02")
def test_a_file_comes_again_until_it_is_filed_away(drop_dir: Path) -> None:
    folder, path = DropFolder(drop_dir), drop_dir / "lead.xml"
    path.write_bytes(b"<adf/>")
    folder.look()
    assert [each.path for each in folder.look()] == [each.path for each in folder.look()] == [path]
    after_a_crash = DropFolder(drop_dir)
    after_a_crash.look()
    assert [each.data for each in after_a_crash.look()] == [b"<adf/>"]
    assert folder.taken(path) == drop_dir / "taken" / "lead.xml"
    assert folder.look() == folder.look() == []


@pytest.mark.requirement("LEAD-02")
def test_nothing_is_written_over_when_names_meet(drop_dir: Path) -> None:
    folder, places = DropFolder(drop_dir), []
    for number in range(3):
        (drop_dir / "lead.xml").write_bytes(f"<adf>{number}</adf>".encode())
        places.append(folder.not_read(drop_dir / "lead.xml"))
    assert [place.name for place in places] == ["lead.xml", "lead-2.xml", "lead-3.xml"]
    assert [place.read_bytes() for place in places] == [b"<adf>0</adf>", b"<adf>1</adf>", b"<adf>2</adf>"]


@pytest.mark.requirement("LEAD-01")
def test_what_is_not_a_finished_file_is_left_alone(drop_dir: Path, tmp_path: Path) -> None:
    for name in (".hidden", "~$open.csv", "leads.csv.part", "leads.csv.CRDOWNLOAD", "leads.tmp"):
        (drop_dir / name).write_bytes(b"x")
    (drop_dir / "folder").mkdir()
    secret = tmp_path / "elsewhere.txt"
    secret.write_bytes(b"not yours")
    (drop_dir / "link.xml").symlink_to(secret)
    folder = DropFolder(drop_dir)
    assert folder.look() == folder.look() == []


@pytest.mark.requirement("LEAD-02")
def test_a_file_that_is_too_large_is_named_and_not_loaded(drop_dir: Path) -> None:
    path = drop_dir / "huge.csv"
    with path.open("wb") as file:
        file.truncate(30_000_001)
    folder = DropFolder(drop_dir)
    folder.look()
    (found,) = folder.look()
    assert (found.data, found.trouble) == (b"", "The file is larger than 30 MB.")


@pytest.mark.requirement("LEAD-01")
def test_a_folder_is_made_and_one_that_cannot_be_is_said(tmp_path: Path) -> None:
    assert DropFolder(tmp_path / "new" / "drop").look() == []
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(ChannelDown, match="drop folder cannot be read"):
        DropFolder(tmp_path / "file" / "drop").look()


@pytest.mark.requirement("LEAD-01")
def test_files_come_in_the_order_of_their_names(drop_dir: Path) -> None:
    for name in ("b.xml", "a.xml", "c.xml"):
        (drop_dir / name).write_bytes(os.fsencode(name))
    folder = DropFolder(drop_dir)
    folder.look()
    assert [each.data for each in folder.look()] == [b"a.xml", b"b.xml", b"c.xml"]
