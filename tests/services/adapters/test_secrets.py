"""Secrets: the system keyring where there is one, the stated fallbacks, and plain words where none works."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import InitError, PasswordDeleteError

from desk.models.errors import NoSecrets
from desk.services.adapters.keyring_secrets import KeyringSecrets
from desk.services.adapters.sealed_file import SEALED, FileKey, PassphraseSecrets
from desk.services.ports import Secrets


class SmallKeyring(KeyringBackend):
    """Keeps entries as Windows does: no longer than 1,280 characters."""

    name = "small"
    priority = 1  # type: ignore[assignment]  # the library declares a class property

    def __init__(self) -> None:
        self.held: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.held.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        assert len(password) <= 1280
        self.held[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if (service, username) not in self.held:
            raise PasswordDeleteError(username)
        del self.held[service, username]


class LockedKeyring(SmallKeyring):
    """Is there, and refuses: a desktop whose keyring no one has unlocked."""

    def get_password(self, service: str, username: str) -> str | None:
        raise InitError("no prompt")

    set_password = get_password  # type: ignore[assignment]  # refuses all the same


@pytest.fixture(params=["keyring", "passphrase", "file key"])
def secrets(request: pytest.FixtureRequest, tmp_path: Path) -> Secrets:
    made: dict[str, Secrets] = {
        "keyring": KeyringSecrets(SmallKeyring()),
        "passphrase": PassphraseSecrets(tmp_path, "four words are enough"),
        "file key": FileKey(tmp_path),
    }
    return made[request.param]


@pytest.mark.requirement("DESK-03")
@pytest.mark.parametrize("value", ["word", "", "ключ 🔑", "t" * 4000, "parts:9"])
def test_what_is_kept_comes_back_until_it_is_forgotten(secrets: Secrets, value: str) -> None:
    assert secrets.get("mail") is None
    secrets.set("mail", "before")
    secrets.set("mail", value)
    secrets.set("texts", "other")
    assert (secrets.get("mail"), secrets.get("texts")) == (value, "other")
    secrets.delete("mail")
    secrets.delete("mail")
    assert (secrets.get("mail"), secrets.get("texts")) == (None, "other")


@pytest.mark.requirement("DESK-03")
def test_nothing_is_left_in_the_keyring_after_the_trial_or_a_long_secret() -> None:
    keyring = SmallKeyring()
    secrets = KeyringSecrets(keyring)
    secrets.check()
    secrets.set("mail", "t" * 4000)
    secrets.delete("mail")
    assert keyring.held == {}


@pytest.mark.requirement("DESK-03")
@pytest.mark.parametrize("keyring", [NoKeyring(), LockedKeyring()])
def test_a_keyring_that_refuses_is_said_in_words(keyring: KeyringBackend) -> None:
    secrets = KeyringSecrets(keyring)
    for act in (secrets.check, lambda: secrets.get("mail"), lambda: secrets.set("mail", "word")):
        with pytest.raises(NoSecrets, match="keyring refuses") as told:
            act()
        assert "passphrase" in told.value.do


@pytest.mark.requirement("DESK-03")
def test_a_secret_that_lost_a_part_is_never_half_given() -> None:
    keyring = SmallKeyring()
    secrets = KeyringSecrets(keyring)
    secrets.set("mail", "t" * 4000)
    del keyring.held["Sales Desk", "mail#2"]
    with pytest.raises(NoSecrets, match="not complete"):
        secrets.get("mail")


_TRIAL = """
from desk.services.adapters.keyring_secrets import KeyringSecrets
secrets = KeyringSecrets()
secrets.check()
secrets.set("mail", "x" * 3000)
print(secrets.name, len(secrets.get("mail") or ""))
secrets.delete("mail")
"""


@pytest.mark.requirement("DESK-03")
@pytest.mark.needs("gnome-keyring-daemon", "dbus-run-session")
def test_the_real_keyring_of_a_desktop_keeps_a_secret(tmp_path: Path, repo: Path) -> None:
    unlock = (
        "printf 'login\\n' | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$@\""
    )
    command = ["dbus-run-session", "--", "sh", "-c", unlock, "sh", sys.executable, "-c", _TRIAL]
    kept = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "PYTHONPATH": str(repo)}
    done = subprocess.run(
        command, env={**kept, **home}, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.stdout.strip() == "SecretService Keyring 3000", done.stderr


@pytest.mark.requirement("DESK-03")
def test_a_computer_without_a_keyring_is_told_so(tmp_path: Path, repo: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHON_KEYRING_BACKEND"}
    nobus = {"DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere", "HOME": str(tmp_path), "PYTHONPATH": str(repo)}
    command = [sys.executable, "-c", _TRIAL]
    done = subprocess.run(
        command, env={**kept, **nobus}, capture_output=True, text=True, timeout=60, check=False
    )
    assert "NoSecrets" in done.stderr
    assert "keyring" in done.stderr.splitlines()[-1]


# The file


@pytest.mark.rule("R22")
@pytest.mark.requirement("DESK-03")
def test_the_file_gives_nothing_away_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    PassphraseSecrets(tmp_path, "right").set("mail", "the-very-secret-word")
    path = tmp_path / SEALED
    assert b"secret-word" not in path.read_bytes()
    assert b"mail" not in path.read_bytes()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert [each.name for each in tmp_path.iterdir()] == [SEALED]


@pytest.mark.requirement("DESK-03")
def test_a_wrong_passphrase_opens_nothing_and_replaces_nothing(tmp_path: Path) -> None:
    PassphraseSecrets(tmp_path, "right").set("mail", "word")
    before = (tmp_path / SEALED).read_bytes()
    wrong = PassphraseSecrets(tmp_path, "wrong")
    for act in (
        lambda: wrong.get("mail"),
        lambda: wrong.set("mail", "other"),
        lambda: wrong.delete("mail"),
        wrong.check,
    ):
        with pytest.raises(NoSecrets, match="does not open"):
            act()
    assert (tmp_path / SEALED).read_bytes() == before
    assert PassphraseSecrets(tmp_path, "right").get("mail") == "word"


@pytest.mark.requirement("DESK-03")
@pytest.mark.parametrize("place", [0, 5, 25, 40, -1])
def test_a_changed_byte_anywhere_is_noticed(tmp_path: Path, place: int) -> None:
    PassphraseSecrets(tmp_path, "right").set("mail", "word")
    damaged = bytearray((tmp_path / SEALED).read_bytes())
    damaged[place] ^= 1
    (tmp_path / SEALED).write_bytes(bytes(damaged))
    with pytest.raises(NoSecrets):
        PassphraseSecrets(tmp_path, "right").get("mail")


@pytest.mark.requirement("DESK-03")
def test_a_file_cut_short_is_no_crash(tmp_path: Path) -> None:
    for size in (0, 3, 10, 25):
        (tmp_path / SEALED).write_bytes(b"x" * size)
        with pytest.raises(NoSecrets):
            PassphraseSecrets(tmp_path, "right").get("mail")


@pytest.mark.requirement("DESK-03")
def test_a_folder_that_cannot_be_written_is_said_in_words(tmp_path: Path) -> None:
    gone = PassphraseSecrets(tmp_path / "gone", "right")
    with pytest.raises(NoSecrets, match="cannot be read or written"):
        gone.set("mail", "word")


@pytest.mark.requirement("DESK-03")
def test_the_demo_opens_its_own_file_again(tmp_path: Path) -> None:
    FileKey(tmp_path).set("mail", "word")
    assert FileKey(tmp_path).get("mail") == "word"
    (tmp_path / "demo.key").write_bytes(bytes(32))
    with pytest.raises(NoSecrets, match="cannot be read"):
        FileKey(tmp_path).get("mail")
