"""The inventory feed's file, looked at again and again, and read when it changed (AI-05)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from desk.models.commands import ImportStock
from desk.models.errors import ChannelDown, Refused
from desk.services.lines import Call, Line
from desk.services.stock_feed import read_stock_feed

_DO = "Look at the feed in Settings."


class FeedWatch(Line):
    """Takes the feed whenever its file is another than the one last taken; a file that cannot be used is told, not guessed at."""

    def __init__(
        self, call: Call, file: Path, settings: Callable[[], Mapping[str, Any]], now: Callable[[], datetime]
    ) -> None:
        super().__init__("inventory", call, every_s=60.0 * settings()["inventory.every_minutes"])
        self._file, self._settings, self._now = file, settings, now
        self._taken: tuple[int, int] | None = None

    def round(self) -> None:
        try:
            state = self._file.stat()
            shape = (state.st_size, state.st_mtime_ns)
            if shape == self._taken:
                return
            raw = self._file.read_bytes()
        except OSError as error:
            why = f"{self._file.name} cannot be read: {error.strerror}."
            raise ChannelDown(why, where=str(self._file), do=_DO) from error
        self._take(raw)
        self._taken = shape

    def _take(self, raw: bytes) -> None:
        settings = self._settings()
        try:
            feed = read_stock_feed(raw, settings["inventory.mapping"], settings["inventory.statuses"])
            self._call(ImportStock(rows=feed.rows, seen=self._now()))
        except ValueError as error:
            raise ChannelDown(f"{self._file.name} was not taken. {error}.", do=_DO) from error
        except Refused as refused:
            raise ChannelDown(f"{self._file.name} was not taken. {refused.what}", do=_DO) from refused
