"""An engine at work lets the window run between two small pieces of work (DESK-01: a Monday's four hundred leads)."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import text

from desk.models.commands import Tick
from desk.models.quiet import Quiet
from desk.models.rules.procedure import RULES
from desk.models.store.courtesy import Courtesy
from desk.models.store.engine import open_file
from tests.models.store.conftest import KEY
from tests.services.desk_fixture import SmallDesk


@pytest.mark.requirement("DESK-01")
def test_it_gives_way_at_once_and_then_no_more_often_than_five_times_a_millisecond() -> None:
    seconds, given = [5.0], []
    courtesy = Courtesy(lambda: seconds[0], lambda: given.append(seconds[0]))
    for step in range(100):
        seconds[0] = 5.0 + step * 0.00004
        courtesy("told", "anything")
    assert given[0] == 5.0
    assert 15 <= len(given) <= 20


@pytest.mark.requirement("DESK-01")
def test_each_statement_on_a_store_in_a_file_gives_way_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    monkeypatch.setattr("desk.models.store.engine._courtesy", lambda *_told: order.append("gave way"))
    store = open_file(tmp_path / "store", KEY)
    for opened in (store.writing, store.reading):
        with opened() as session:
            order.clear()
            for _each in range(3):
                session.execute(text("SELECT 1"))
                order.append("asked")
        assert "gave way,asked,gave way,asked,gave way,asked" in ",".join(order)
    store.close()


@pytest.mark.requirement("DESK-01")
def test_what_the_clock_brings_gives_way_before_every_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    small, gave = SmallDesk(), []
    small.take()
    monkeypatch.setattr(small.desk.store, "give_way", lambda: gave.append(1))
    small.clock.turn_to(small.clock.now() + timedelta(days=1))
    assert small.run(Tick(limit=5))
    assert len(gave) >= len(RULES)


@pytest.mark.requirement("DESK-01")
def test_an_engine_waits_while_a_frame_is_painted_and_goes_on_when_it_stands() -> None:
    quiet, order, began = Quiet(), [], Event()

    def engine() -> None:
        began.set()
        quiet.wait()
        order.append("a small step")

    with quiet.kept():
        worker = Thread(target=engine)
        worker.start()
        assert began.wait(30)
        order.append("a frame")
    worker.join(30)
    assert order == ["a frame", "a small step"]


@pytest.mark.requirement("DESK-01")
def test_a_frame_that_never_ends_holds_no_engine_up_for_long() -> None:
    quiet, done = Quiet(), Event()
    with quiet.kept():
        Thread(target=lambda: (quiet.wait(), done.set())).start()
        assert done.wait(30)
