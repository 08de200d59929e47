"""The store's key: kept where it belongs, never replaced, brought back by the printed code."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.models.errors import BadInput, CannotOpenStore, NoSecrets
from desk.models.store.engine import open_file
from desk.services.adapters.sealed_file import SEALED, FileKey, PassphraseSecrets
from desk.services.ports import Secrets
from desk.services.unlock import (
    MARK_FILE,
    StoreLock,
    Unlocked,
    choose_secrets,
    key_of_code,
    recover,
    recovery_code,
    unlock,
)


class Table:
    """A keyring of this test's own: ``refuses`` makes every call fail, ``forgets`` keeps nothing."""

    name = "a test's keyring"

    def __init__(self, *, refuses: bool = False, forgets: bool = False) -> None:
        self.held: dict[str, str] = {}
        self._refuses, self._forgets = refuses, forgets

    def get(self, key: str) -> str | None:
        self._answer()
        return self.held.get(key)

    def set(self, key: str, value: str) -> None:
        self._answer()
        if not self._forgets:
            self.held[key] = value

    def delete(self, key: str) -> None:
        self.held.pop(key, None)

    def _answer(self) -> None:
        if self._refuses:
            raise NoSecrets("The system keyring refuses.")


def set_up(folder: Path, secrets: Secrets) -> Unlocked:
    found = unlock(folder, secrets)
    open_file(folder, found.key).close()
    return found


@pytest.mark.rule("R22")
@pytest.mark.requirement("DESK-03")
def test_a_new_store_gets_a_random_key_that_is_found_again(tmp_path: Path) -> None:
    secrets = Table()
    made = set_up(tmp_path / "one", secrets)
    other = set_up(tmp_path / "two", secrets)
    again = unlock(tmp_path / "one", secrets)
    assert (made.is_new, again.is_new, len(made.key)) == (True, False, 32)
    assert made.key == again.key != other.key
    assert made.kept_in == "a test's keyring"


@pytest.mark.requirement("DESK-03")
def test_a_moved_folder_keeps_its_key(tmp_path: Path) -> None:
    secrets = Table()
    made = set_up(tmp_path / "here", secrets)
    (tmp_path / "here").rename(tmp_path / "there")
    assert unlock(tmp_path / "there", secrets).key == made.key


@pytest.mark.rule("R22")
@pytest.mark.requirement("DESK-03")
def test_a_key_that_is_gone_is_not_made_anew(store_dir: Path) -> None:
    set_up(store_dir, Table())
    empty = Table()
    with pytest.raises(NoSecrets, match="not there") as refused:
        unlock(store_dir, empty)
    assert "recovery code" in refused.value.do
    assert empty.held == {}


@pytest.mark.requirement("DESK-03")
@pytest.mark.parametrize("kept", ["not hex", "abcd", ""])
def test_an_unreadable_key_is_left_as_it_is(store_dir: Path, kept: str) -> None:
    secrets = Table()
    made = set_up(store_dir, secrets)
    secrets.held = dict.fromkeys(secrets.held, kept)
    with pytest.raises(NoSecrets, match="left as it is"):
        unlock(store_dir, secrets)
    assert recover(store_dir, secrets, made.recovery_code).key == made.key
    assert set(secrets.held.values()) == {kept}


@pytest.mark.requirement("DESK-03")
def test_a_keyring_that_forgets_is_noticed_before_the_store_is_made(store_dir: Path) -> None:
    with pytest.raises(NoSecrets, match="does not give back"):
        unlock(store_dir, Table(forgets=True))


@pytest.mark.requirement("DESK-03")
def test_the_printed_code_opens_the_store_on_another_computer(store_dir: Path) -> None:
    made = set_up(store_dir, Table())
    (store_dir / MARK_FILE).unlink()
    other = Table()
    typed = made.recovery_code.lower().replace("-", " ")
    assert recover(store_dir, other, typed).key == made.key
    assert unlock(store_dir, other).key == made.key


@pytest.mark.requirement("DESK-03")
def test_the_code_of_another_store_is_refused_and_kept_nowhere(store_dir: Path) -> None:
    set_up(store_dir, Table())
    other = Table()
    with pytest.raises(CannotOpenStore, match="does not open"):
        recover(store_dir, other, recovery_code(bytes(32)))
    assert other.held == {}


@pytest.mark.requirement("DESK-03")
@given(key=st.binary(min_size=32, max_size=32))
def test_a_code_is_its_key(key: bytes) -> None:
    code = recovery_code(key)
    assert key_of_code(code) == key
    assert key_of_code(code.replace("O", "0").replace("I", "1").replace("B", "8")) == key
    assert {len(group) for group in code.split("-")} == {4}


@pytest.mark.requirement("DESK-03")
@given(
    key=st.binary(min_size=32, max_size=32), place=st.integers(0, 55), letter=st.sampled_from("ACDEFGH234567")
)
def test_one_wrong_letter_is_noticed(key: bytes, place: int, letter: str) -> None:
    code = recovery_code(key).replace("-", "")
    wrong = code[:place] + letter + code[place + 1 :]
    if wrong != code:
        with pytest.raises(BadInput, match="recovery code"):
            key_of_code(wrong)


@pytest.mark.requirement("DESK-03")
@pytest.mark.parametrize("typed", ["", "ABCD", "!!!!", "A" * 56, "ä"])
def test_what_is_no_code_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="recovery code"):
        key_of_code(typed)


@pytest.mark.requirement("DESK-03")
def test_a_passphrase_or_the_demo_file_hold_the_key_too(tmp_path: Path) -> None:
    made = set_up(tmp_path / "sealed", PassphraseSecrets(tmp_path / "sealed", "correct horse"))
    assert (
        unlock(tmp_path / "sealed", PassphraseSecrets(tmp_path / "sealed", "correct horse")).key == made.key
    )
    with pytest.raises(NoSecrets):
        unlock(tmp_path / "sealed", PassphraseSecrets(tmp_path / "sealed", "wrong horse"))
    demo = set_up(tmp_path / "demo", FileKey(tmp_path / "demo"))
    assert unlock(tmp_path / "demo", FileKey(tmp_path / "demo")).key == demo.key


@pytest.mark.requirement("DESK-03")
def test_a_passphrase_is_asked_only_where_there_is_no_keyring(store_dir: Path) -> None:
    keyring, sealed = Table(), Table()

    def missing() -> Secrets:
        raise NoSecrets("This computer has no keyring to keep secrets in.")

    def chosen(keyring_found: bool) -> Secrets:
        found = (lambda: keyring) if keyring_found else missing
        return choose_secrets(store_dir, found, lambda: sealed, sealed_file=SEALED)

    assert chosen(keyring_found=True) is keyring
    assert chosen(keyring_found=False) is sealed
    set_up(store_dir, keyring)
    with pytest.raises(NoSecrets):  # its key is in a keyring that is locked today: no second place is begun
        chosen(keyring_found=False)
    (store_dir / SEALED).write_bytes(b"sealed")
    assert chosen(keyring_found=True) is sealed


@pytest.mark.requirement("DESK-02")
def test_a_second_desk_is_told_that_the_store_is_open(store_dir: Path) -> None:
    with StoreLock(store_dir):
        said = subprocess.run(
            [sys.executable, "-c", TRY_TO_LOCK, str(store_dir)], capture_output=True, text=True, check=True
        )
        assert said.stdout.startswith("Another Sales Desk has this store open.")
        with pytest.raises(CannotOpenStore, match="Another Sales Desk"), StoreLock(store_dir):
            pass
    with StoreLock(store_dir):
        pass


TRY_TO_LOCK = """
import sys
from pathlib import Path
from desk.models.errors import CannotOpenStore
from desk.services.unlock import StoreLock
try:
    with StoreLock(Path(sys.argv[1])):
        print("free")
except CannotOpenStore as refused:
    print(refused)
"""
