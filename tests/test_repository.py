"""What is committed can be installed anywhere, and tells nothing of the machine it was written on."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

LOCKS = ("runtime.txt", "dev.txt")
#: A home or work folder, or Windows' kin. Our own examples use ~ or names in the reader's own folders.
MACHINE_PATH = re.compile(
    r"(?<![\w.~])(?:/(?:root)/|/(?:work)/(?:main|shared)|/home/[a-z]+/|[A-Z]:\\Users\\)"
)
PACKAGE_HOST = re.compile(r"--(?:extra-)?index-url|--find-links|https?://\S+/(?:simple|packages)/")
BINARY = {".png", ".ico", ".icns", ".ttf", ".woff", ".woff2", ".wav", ".ogg", ".db", ".gz", ".zip", ".pdf"}


def committed_texts(repo: Path) -> dict[str, str]:
    """Every committed text file by its path; bytes that are no UTF-8 (old mails) are replaced."""
    listed = subprocess.run(
        ["git", "-C", str(repo), "ls-files", "-z"], capture_output=True, check=True, text=True
    ).stdout
    paths = [name for name in listed.split("\0") if name and Path(name).suffix not in BINARY]
    return {name: (repo / name).read_text("utf-8", "replace") for name in paths if (repo / name).is_file()}


@pytest.mark.requirement("DESK-07")
@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_a_hash(repo: Path, name: str) -> None:
    lines = (repo / "requirements" / name).read_text().splitlines()
    pins = [number for number, line in enumerate(lines) if re.match(r"[a-z0-9].*==", line)]
    assert len(pins) > 40
    bare = [lines[number] for number in pins if "--hash=sha256:" not in lines[number + 1]]
    assert bare == []


@pytest.mark.requirement("DESK-07")
@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_names_no_address(repo: Path, name: str) -> None:
    assert re.findall(r"https?://|--index|--find-links", (repo / "requirements" / name).read_text()) == []


@pytest.mark.requirement("DESK-07")
def test_the_two_locks_agree(repo: Path) -> None:
    """A developer tests the very versions that a store runs."""
    runtime, dev = (
        set(re.findall(r"^([a-z0-9.-]+==\S+)", (repo / "requirements" / name).read_text(), re.M))
        for name in LOCKS
    )
    assert runtime <= dev


@pytest.mark.requirement("DESK-07")
def test_the_lock_covers_what_is_asked_for(repo: Path) -> None:
    asked = re.findall(r"^([A-Za-z0-9-]+)", (repo / "requirements" / "runtime.in").read_text(), re.M)
    locked = set(re.findall(r"^([a-z0-9.-]+)==", (repo / "requirements" / "runtime.txt").read_text(), re.M))
    assert {name.lower() for name in asked} <= locked


def test_no_committed_file_names_this_machine_or_a_package_host(repo: Path) -> None:
    guilty = [
        f"{name}: {found.group()}"
        for name, text in committed_texts(repo).items()
        if name != "tests/test_repository.py"
        for found in [MACHINE_PATH.search(text) or PACKAGE_HOST.search(text)]
        if found
    ]
    assert guilty == []


def test_the_project_says_what_it_is(repo: Path) -> None:
    project = tomllib.loads((repo / "pyproject.toml").read_text())["project"]
    assert (project["name"], project["license"]) == ("sales-desk", "MIT")
    assert project["scripts"] == {"desk": "desk.cli:main"}
    assert "The Sales Desk authors" in (repo / "LICENSE").read_text()


def told(file: Path) -> Iterator[str]:
    """The words in a module that are no docstring."""
    tree = ast.parse(file.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr):  # a docstring stands alone
            node.value = ast.Constant(value=None)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


@pytest.mark.requirement("DESK-11")
def test_email_is_spelled_one_way_wherever_a_person_reads_it(repo: Path) -> None:
    """In the program's own words and in what a store edits; what customers and other programs write is read as they spell it."""
    wrong = re.compile(r"\be-mail", re.IGNORECASE)
    words = [
        (file.name, text)
        for file in (repo / "desk").rglob("*.py")
        for text in told(file)
        if wrong.search(text)
    ]
    tables = [
        file.name
        for file in (repo / "resources" / "playbook").glob("*.toml")
        if wrong.search(file.read_text("utf-8"))
    ]
    assert (words, tables) == ([], [])
