"""Which words of a snapshot are the desk's own: those alone are said again, wherever the row stands."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from desk.models.snapshots.said import Said, said_again

pytestmark = pytest.mark.requirement("DESK-11")


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    words: Said
    why: tuple[Said, ...] = ()
    points: tuple[tuple[Said, int], ...] = ()
    closed: tuple[tuple[str, Said], ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    title: str
    lines: tuple[Line, ...]


def test_only_the_desks_own_words_are_said_again() -> None:
    line = Line("hot", "hot", ("so", "thus"), (("fresh", 5),), (("email", "stopped"),))
    page = said_again(Page("title", (line,)), str.upper)
    assert page == Page(
        "title", (Line("hot", "HOT", ("SO", "THUS"), (("FRESH", 5),), (("email", "STOPPED"),)),)
    )
    assert said_again([line], str.upper)[0].words == "HOT"


def test_a_row_that_says_nothing_new_is_the_very_same() -> None:
    page = Page("title", (Line("Kim", "words"),))
    assert said_again(page, str) is page
    assert said_again("a name", str.upper) == "a name"
    assert said_again(None, str.upper) is None
