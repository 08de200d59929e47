"""Between two windows a backup takes the store's place; the next window opens whatever came of it, and says so once (DESK-06)."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from desk.app.keys import PASSPHRASE
from desk.app.opening import opened
from desk.app.starting_over import start_over, told_once
from desk.models.by import By
from desk.models.commands import SaveSettings
from desk.models.history import History
from desk.services.adapters.sealed_file import PassphraseSecrets
from desk.services.backup import back_up

pytestmark = pytest.mark.requirement("DESK-06")

DANA = By("staff", "dana", "manager", "Dana Whit")


def words() -> str:
    return "correct horse"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store under a passphrase, as where there is no keyring."""
    monkeypatch.setenv(PASSPHRASE, words())
    made = tmp_path / "store"
    made.mkdir(mode=0o700)
    PassphraseSecrets(made, words()).set("made", "here")
    return made


def test_the_backup_is_in_place_and_the_window_opens_again(folder: Path, tmp_path: Path) -> None:
    with opened(folder, words) as found:
        found.running.desk.run(SaveSettings(values={"store.name": "Cedar Ridge"}))
        made = back_up(folder, found.unlocked.key, tmp_path / "safe", found.running.clock.now())
        found.running.desk.run(SaveSettings(values={"store.name": "Another name"}))
    again: list[Path] = []
    start_over(folder, made.path, DANA, words, again.append)
    assert again == [folder]
    with opened(folder, words) as found:
        assert found.running.desk.facts().name == "Cedar Ridge"
        with found.running.store.reading() as session:
            assert session.scalar(select(History.by).where(History.kind == "restore")) == "Dana Whit"
    assert "is in place" in told_once(folder)
    assert told_once(folder) == "", "it is said once"


def test_a_trouble_leaves_the_store_and_the_window_still_opens(folder: Path, tmp_path: Path) -> None:
    with opened(folder, words) as found:
        found.running.desk.run(SaveSettings(values={"store.name": "Cedar Ridge"}))
    (tmp_path / "desk-20260303-090000.db").write_bytes(b"no backup at all" * 400)
    again: list[Path] = []
    start_over(folder, tmp_path / "desk-20260303-090000.db", DANA, words, again.append)
    assert again == [folder]
    assert told_once(folder).startswith("The backup was not brought back, and nothing was changed.")
    with opened(folder, words) as found:
        assert found.running.desk.facts().name == "Cedar Ridge"
