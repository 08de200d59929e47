"""From the click on a lead to its painted conversation, beside painting the same rows from memory."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from desk.app.bench_engine import BenchDesk
from desk.models.snapshots.lead import LeadView
from desk.models.store.connect import FILE_NAME, raw_connection
from desk.services.bench_store import KEY, NOW, Figure, fill, median
from desk.services.reader import reading

SHOWN, SAID = 24, 12  # leads looked at in turn, messages in each
SIZE = (520, 760)


def lead_click(folder: Path) -> Iterator[Figure]:
    """Read through the window's own reader, laid out and painted; the floor paints the same snapshots again."""
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from desk.views.detail.timeline import Timeline

    folder.mkdir(parents=True)
    app = QApplication.instance() or QApplication([])
    bench = BenchDesk(folder)
    raw = raw_connection(folder / FILE_NAME, KEY, read_only=False)
    leads = fill(raw, SHOWN, SAID)
    raw.close()
    ask = reading(bench.store, lambda: NOW, lambda: "ana", bench.desk.facts, lambda: bench.desk.book)
    shown = Timeline(bench.desk.facts().zone, lambda: NOW)
    shown.resize(*SIZE)
    shown.show()

    def read(lead_id: str) -> LeadView:
        with ask() as reader:
            view: LeadView | None = reader.lead(lead_id)
        assert view is not None, "it was filled in"
        return view

    def paint(view: LeadView) -> None:
        shown.show_items(view.timeline, fresh=True)
        shown.grab()

    kept = [read(lead_id) for lead_id in leads]
    ours, memory = cycle(leads), cycle(kept)
    floor = median(lambda: paint(next(memory)))
    yield Figure("lead click to painted conversation", median(lambda: paint(read(next(ours)))), floor)
    shown.close()
    app.processEvents()
    bench.store.close()
