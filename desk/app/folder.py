"""Where a store lies when nobody names a folder."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path


def store_folder(told: Path | None) -> Path:
    """The store's folder: the one named, else the user's data folder."""
    return told or user_data_path("sales-desk", appauthor=False)
