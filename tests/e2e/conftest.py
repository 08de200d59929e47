"""The live desk of the end-to-end stories: it has read its lines when a story begins."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.live import LiveDesk


@pytest.fixture
def live(tmp_path: Path) -> Iterator[LiveDesk]:
    logging.getLogger("mail.log").setLevel(logging.ERROR)
    desk = LiveDesk(tmp_path / "store").open()
    desk.until(desk.has_eyes)
    yield desk
    desk.stop()
