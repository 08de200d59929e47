"""Whoever asked is let go of on the window's thread, however the answer came (DESK-01)."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from typing import Any

import pytest

from desk.models.commands import SaveSettings
from desk.services.reader import Reader
from tests.views.screens.conftest import SeatedDesk

pytestmark = pytest.mark.requirement("DESK-01")
TIMES = 30


class Asker:
    """Stands for a widget: nobody but the question and its answer hold it. Tells which thread took it away."""

    def __init__(self, taken_by: list[int]) -> None:
        self.taken_by, self.answers = taken_by, 0

    def __del__(self) -> None:
        self.taken_by.append(threading.get_ident())

    def answered(self, _answer: Any) -> None:
        self.answers += 1


def asked(seated: SeatedDesk, ask: Callable[[Asker], None]) -> list[int]:
    """Ask often, hold nothing, and answer which threads let go."""
    taken_by: list[int] = []
    for _time in range(TIMES):
        ask(Asker(taken_by))
    seated.until(lambda: len(taken_by) == TIMES)
    return taken_by


def test_who_asked_a_question(seated: SeatedDesk) -> None:
    def ask(asker: Asker) -> None:
        seated.bridge.ask(lambda read: (read.shell(), asker.answers)[0], asker.answered)

    assert set(asked(seated, ask)) == {threading.get_ident()}


def test_who_asked_a_question_that_failed(seated: SeatedDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    # What pytest keeps of the log would hold on to who asked.
    monkeypatch.setattr(logging.getLogger("desk.bridge"), "disabled", True)

    def ask(asker: Asker) -> None:
        def fails(_read: Reader) -> None:
            raise ValueError(f"not for {asker.answers}")

        seated.bridge.ask(fails, asker.answered, asker.answered)

    assert set(asked(seated, ask)) == {threading.get_ident()}


def test_who_gave_a_command(seated: SeatedDesk) -> None:
    def ask(asker: Asker) -> None:
        seated.bridge.run(SaveSettings(values={"store.phone": "(208) 555-0100"}), asker.answered)

    assert set(asked(seated, ask)) == {threading.get_ident()}
