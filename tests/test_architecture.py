"""The arrows of docs/design.md: who may import whom. pyproject.toml has the contracts of import-linter."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest

#: What rules may read: the nouns and each other, never the store, its queries or the settings table.
NOUNS = (
    "alert", "commands", "conversation", "decisions", "errors", "facts", "hours", "ids", "intake", "knowledge", "lead",
    "person", "playbook", "rules", "snapshots", "staff", "task", "time", "vehicle", "words",
)  # fmt: skip
#: For each room what it may import directly; the longest name that fits a module tells its room.
ARROWS: dict[str, set[str]] = {
    "desk.models": {"desk.models", "desk.paths"},
    "desk.models.rules": {f"desk.models.{noun}" for noun in NOUNS},
    "desk.services": {"desk.services", "desk.models", "desk.paths", "desk"},
    "desk.services.adapters": {
        "desk.services.adapters",
        "desk.services.ports",
        "desk.services.loop_thread",
        "desk.services.resources",
        "desk.models",
        "desk.paths",
    },
    # The demo's outside world stands on the far side of the wire and speaks the adapters' own protocols.
    "desk.services.outside": {
        "desk.services.outside",
        "desk.services.adapters",
        "desk.services.loop_thread",
        "desk.services.ports",
        "desk.services.resources",
        "desk.models",
        "desk.paths",
    },
    # Beside the bridge, views call what only reads: what a person typed, how long a text is, the files that ship.
    "desk.views": {
        "desk.views",
        "desk.services.bridge",
        "desk.services.resources",
        "desk.services.stock_feed",
        "desk.services.text_length",
        "desk.services.typed_lead",
        "desk.models",
        "desk.paths",
        "desk",
    },
}
#: Parts that are built in one place only, desk/app.py, whatever the arrows above say.
BUILT_IN_THE_APP = ("desk.services.adapters", "desk.services.bridge")
QT_ROOMS = ("desk.views", "desk.services.bridge", "desk.app")


def within(module: str, rooms: tuple[str, ...] | set[str]) -> bool:
    """True if the module is one of the rooms or lies in one; bare `desk` holds only its version."""
    return any(module == room or (room != "desk" and module.startswith(f"{room}.")) for room in rooms)


def room_of(module: str) -> str | None:
    """The room whose arrows hold for a module, or nothing for the command line and the app, which may all."""
    return max((room for room in ARROWS if within(module, {room})), key=len, default=None)


def forbidden(importer: str, imported: str) -> bool:
    """True if this direct import goes against the arrows."""
    room = room_of(importer)
    if room is None:
        return False
    if room == "desk.services" and within(imported, BUILT_IN_THE_APP):
        return True
    return not within(imported, ARROWS[room])


def modules(repo: Path) -> Iterator[tuple[str, ast.Module]]:
    """Every module of the desk by its dotted name, parsed."""
    for path in sorted((repo / "desk").rglob("*.py")):
        name = ".".join(path.relative_to(repo).with_suffix("").parts).removesuffix(".__init__")
        yield name, ast.parse(path.read_text("utf-8"))


def test_every_import_follows_an_arrow() -> None:
    graph = grimp.build_graph("desk", cache_dir=None)
    crossings = [
        f"{importer} -> {imported}"
        for importer in sorted(graph.modules)
        for imported in sorted(graph.find_modules_directly_imported_by(importer))
        if forbidden(importer, imported)
    ]
    assert crossings == []


@pytest.mark.parametrize(
    ("importer", "imported"),
    [
        ("desk.models.lead", "desk.services.desk"),
        ("desk.models.rules.ladder", "desk.models.store.engine"),
        ("desk.models.rules.ladder", "desk.models.settings"),
        ("desk.services.desk", "desk.services.adapters.imap"),
        ("desk.services.heartbeat", "desk.services.bridge"),
        ("desk.services.adapters.smtp", "desk.services.desk"),
        ("desk.views.board.model", "desk.services.desk"),
        ("desk.views.board.model", "desk.app"),
    ],
)
def test_the_arrows_refuse(importer: str, imported: str) -> None:
    assert forbidden(importer, imported)


def test_qt_stays_in_its_rooms(repo: Path) -> None:
    """Asked of the sources themselves, so that an import inside a function counts too."""
    outside = [
        name
        for name, tree in modules(repo)
        if not within(name, QT_ROOMS)
        for node in ast.walk(tree)
        if (isinstance(node, ast.Import) and any(alias.name.startswith("PySide6") for alias in node.names))
        or (isinstance(node, ast.ImportFrom) and (node.module or "").startswith("PySide6"))
    ]
    assert outside == []


def test_nothing_below_the_adapters_reads_the_machines_clock(repo: Path) -> None:
    """Time is a fact that is passed in (DTZ only asks for a zone; here the very call is refused)."""
    reads = [
        f"{name}:{node.lineno}"
        for name, tree in modules(repo)
        if within(name, ("desk.models", "desk.services")) and not within(name, ("desk.services.adapters",))
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today"}
        if isinstance(node.value, ast.Name) and node.value.id in {"datetime", "date"}
    ]
    assert reads == []
