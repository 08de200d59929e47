"""The inventory feed's file is looked at again by itself, read the way a person once said (AI-05)."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from desk.models.commands import SaveSettings
from desk.models.errors import ChannelDown
from desk.models.vehicle import Vehicle
from desk.services.feed_line import FeedWatch
from tests.services.desk_fixture import SmallDesk


@pytest.fixture
def desk() -> SmallDesk:
    made = SmallDesk()
    mapping = {"NO": "stock", "J": "year", "MK": "make", "MD": "model", "ASK": ""}
    made.run(
        SaveSettings(
            values={"inventory.mapping": mapping, "inventory.statuses": {"P": "on_hold", "A": "available"}}
        )
    )
    return made


def watch(desk: SmallDesk, file: Path) -> FeedWatch:
    return FeedWatch(desk.run, file, lambda: desk.desk.facts().settings, desk.clock.now)


def stock(desk: SmallDesk) -> dict[str, str]:
    with desk.desk.store.reading() as session:
        return {row.stock: row.status for row in session.scalars(select(Vehicle))}


@pytest.mark.requirement("AI-05")
def test_a_changed_file_is_taken_with_the_columns_and_words_a_person_named(
    desk: SmallDesk, tmp_path: Path
) -> None:
    file = tmp_path / "export.csv"
    file.write_text(
        "NO;J;MK;MD;ASK;status\nN1;2025;Toyota;Tundra;63410;A\nN2;2024;Kia;Soul;20000;P\n", "utf-8"
    )
    line = watch(desk, file)
    line.round()
    assert stock(desk) == {"N1": "available", "N2": "on_hold"}
    before = len(desk.changes)
    line.round()
    assert len(desk.changes) == before, "a file that is the same is not read again"
    file.write_text("NO;J;MK;MD;ASK;status\nN2;2024;Kia;Soul;20000;A\n", "utf-8")
    line.round()
    assert stock(desk) == {"N1": "gone", "N2": "available"}


@pytest.mark.requirement("AI-05", "DESK-10")
def test_a_feed_that_cannot_be_used_is_told_and_changes_nothing(desk: SmallDesk, tmp_path: Path) -> None:
    file = tmp_path / "export.csv"
    rows = "".join(f"N{n};2025;Toyota;Tundra;1;A\n" for n in range(20))
    file.write_text(f"NO;J;MK;MD;ASK;status\n{rows}", "utf-8")
    line = watch(desk, file)
    line.round()
    for text, told in (
        ("roses,violets\nred,blue\n", "export.csv"),
        ("NO;J;MK;MD\nN1;2025;Kia;Soul\n", "lost 19 of 20"),
    ):
        file.write_text(text, "utf-8")
        with pytest.raises(ChannelDown, match=told):
            line.round()
    file.unlink()
    with pytest.raises(ChannelDown, match="cannot be read"):
        line.round()
    assert set(stock(desk).values()) == {"available"}
