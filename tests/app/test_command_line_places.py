"""The command line where the folder, the disk or the place is not what was thought (DESK-02, DESK-06)."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from desk.app.keys import DEMO_KEY
from desk.app.opening import opened
from desk.cli import main
from desk.models.errors import CannotOpenStore, NoSecrets
from desk.models.store.connect import FILE_NAME
from desk.services.adapters.sealed_file import PassphraseSecrets
from desk.services.backup import BESIDE
from desk.services.lock import StoreLock, is_held

pytestmark = pytest.mark.requirement("DESK-02")


@pytest.mark.parametrize(
    "words", [["backup"], ["verify"], ["doctor"], ["export", "leads"], ["reset-pin", "Ana"], ["erase", "a@b", "--reason", "x"]]
)  # fmt: skip
def test_a_mistyped_folder_is_said_and_no_store_is_begun_in_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    assert main([*words, "--store", str(tmp_path / "typo")]) == 1
    told = capsys.readouterr()
    assert "There is no store in this folder" in told.out + told.err
    assert "--store" in told.out + told.err
    assert not (tmp_path / "typo").exists()


@pytest.mark.requirement("DESK-06")
def test_a_store_that_was_lost_is_brought_back_and_none_begun(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / DEMO_KEY).write_text("{}", "ascii")
    with opened(tmp_path, lambda: ""):
        pass
    assert main(["backup", "--store", str(tmp_path)]) == 0
    for part in tmp_path.glob("desk.db*"):
        part.unlink()
    (tmp_path / FILE_NAME).write_bytes(b"")
    with pytest.raises(CannotOpenStore, match="gone or empty"), opened(tmp_path, lambda: ""):
        raise AssertionError("a new store was begun over a lost one")
    (kept,) = (tmp_path / BESIDE).glob("*.db")
    assert main(["restore", str(kept), "--store", str(tmp_path)]) == 0
    capsys.readouterr()
    assert main(["doctor", "--store", str(tmp_path)]) == 0
    told = capsys.readouterr().out
    assert "Store: 0 leads, sound" in told
    assert "Disk: " in told
    assert "MB free" in told


@pytest.mark.requirement("DESK-06")
def test_a_folder_without_a_key_gets_no_new_one_for_a_restore(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["restore", str(tmp_path / "desk-20260303-090000.db"), "--store", str(tmp_path / "new")]) == 1
    assert "desk recover" in capsys.readouterr().err
    assert not (tmp_path / "new").exists()


def test_the_doctor_of_a_store_that_is_open_names_the_window_that_has_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / DEMO_KEY).write_text("{}", "ascii")
    with opened(tmp_path, lambda: ""):
        assert is_held(tmp_path)
        assert main(["doctor", "--store", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "Another Sales Desk has this store open" in told
    assert "that window: Ctrl+9" in told


def test_a_folder_that_cannot_be_made_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "ascii")
    assert not is_held(tmp_path / "file"), "nobody has it; whoever opens it says what is wrong"
    with pytest.raises(CannotOpenStore, match="cannot be written"), StoreLock(tmp_path / "file"):
        raise AssertionError("held")


@pytest.mark.requirement("DESK-03")
def test_the_printed_code_brings_a_lost_key_back(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / DEMO_KEY).write_text("{}", "ascii")
    with opened(tmp_path, lambda: ""):
        pass
    told = ["--store", str(tmp_path)]
    assert main(["recovery-code", *told]) == 0
    code = capsys.readouterr().out
    (tmp_path / DEMO_KEY).write_text("{}", "ascii")
    assert main(["doctor", *told]) == 1
    assert "desk recover" in capsys.readouterr().out
    monkeypatch.setattr("sys.stdin", io.StringIO("ABCD-EFGH\n"))
    assert main(["recover", *told]) == 1
    assert "not a whole recovery code" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", io.StringIO(code.lower()))
    assert main(["recover", *told]) == 0
    assert main(["doctor", *told]) == 0
    assert "Recovery code: It was shown on" in capsys.readouterr().out


@pytest.mark.requirement("DESK-03")
def test_a_new_store_is_never_sealed_under_no_passphrase(tmp_path: Path) -> None:
    with pytest.raises(NoSecrets, match="no passphrase was given"):
        PassphraseSecrets(tmp_path, "").set("key", "value")
    assert not list(tmp_path.iterdir())
