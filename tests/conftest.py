"""What every test stands on: no window on the screen, no person's files, no network, no silent skip."""

from __future__ import annotations

import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

# Qt, keyring and platformdirs read these once, at import; so they are set before anything else is.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("DESK_TEST_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
_HOME = Path(tempfile.mkdtemp(prefix="desk-test-home-"))
for _name in ("DATA", "CONFIG", "CACHE", "STATE"):
    os.environ[f"XDG_{_name}_HOME"] = str(_HOME / _name.lower())
_RUNTIME = _HOME / "runtime"
_RUNTIME.mkdir(mode=0o700)
os.environ["XDG_RUNTIME_DIR"] = str(_RUNTIME)

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

REPO = Path(__file__).resolve().parents[1]

settings.register_profile("desk", deadline=None, max_examples=50)
settings.register_profile("ci", settings.get_profile("desk"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def _stay_on_this_machine(event: str, arguments: tuple[object, ...]) -> None:
    """Refuse a connection that leaves the loopback: no test may reach a real mailbox, carrier or registry."""
    if event != "socket.connect":
        return
    address = arguments[1]
    if isinstance(address, tuple) and not str(address[0]).startswith(("127.", "::1", "localhost")):
        raise PermissionError(f"a test tried to reach {address[0]}")


sys.addaudithook(_stay_on_this_machine)


@pytest.fixture
def repo() -> Path:
    """The root of the checkout."""
    return REPO


@pytest.fixture
def store_dir(tmp_path: Path) -> Path:
    """An empty folder for one store."""
    folder = tmp_path / "store"
    folder.mkdir()
    return folder


@pytest.fixture
def drop_dir(tmp_path: Path) -> Path:
    """An empty folder to drop lead files into."""
    folder = tmp_path / "drop"
    folder.mkdir()
    return folder


def pytest_runtest_setup(item: pytest.Item) -> None:
    """A test marked `needs("dovecot")` is counted as skipped where that program is missing."""
    needed = [name for mark in item.iter_markers("needs") for name in mark.args]
    search = f"{os.environ.get('PATH', '')}{os.pathsep}/usr/sbin{os.pathsep}/usr/local/sbin"
    missing = [name for name in needed if shutil.which(name, path=search) is None]
    if missing:
        pytest.skip(f"not on this machine: {', '.join(missing)} (`make deps` installs it)")


#: Tests of what runs at its own pace (servers, processes, windows). On a machine that others share, one of these can miss
#: its patience; it is looked at twice more, and the last line names it. Rules, properties and stories get no second look.
AT_THEIR_OWN_PACE = ("e2e", "views", "app", "bench", "services")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give the tests of living parts a second look."""
    rooms = {REPO / "tests" / room for room in AT_THEIR_OWN_PACE}
    for item in items:
        if rooms & set(item.path.parents):
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=3))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What is there by now stays: the collector need not walk it with each test of a window."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def house(request: pytest.FixtureRequest) -> Iterator[None]:
    """Where there is a window, what it leaves behind is swept up on its own thread, as in the product."""
    if "qapp" not in request.fixturenames:
        yield
        return
    from desk.views.housekeeper import Housekeeper

    request.getfixturevalue("qapp")
    keeper = Housekeeper()
    yield
    keeper.retire()


@pytest.hookimpl(wrapper=True)
def pytest_unconfigure(config: pytest.Config) -> Iterator[None]:
    """End with one plain line that counts every test, those that could not run here among them."""
    yield
    shutil.rmtree(_HOME, ignore_errors=True)
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None or hasattr(config, "workerinput"):
        return
    counts = {kind: len(reports) for kind, reports in reporter.stats.items()}
    if left := counts.get("deselected"):
        print(f"{left} not chosen: long proofs run by `make prove`, a language endpoint by `-m endpoint`")
    for name in sorted({report.nodeid for report in reporter.stats.get("rerun", [])}):
        print(f"looked at again: {name}")
    failed = counts.get("failed", 0) + counts.get("error", 0)
    again = f", {counts['rerun']} second looks" if "rerun" in counts else ""
    print(f"{counts.get('passed', 0)} passed, {failed} failed, {counts.get('skipped', 0)} skipped{again}")
