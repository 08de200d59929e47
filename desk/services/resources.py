"""Finds the files that ship with the desk, from a checkout and from a packaged build alike."""

from __future__ import annotations

import json
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from desk.paths import RESOURCES


def resource_path(*parts: str) -> Path:
    """Gives the path of a shipped file under `resources/`; the file need not exist."""
    return RESOURCES.joinpath(*parts)


def load_toml(*parts: str) -> dict[str, Any]:
    """Reads one shipped TOML table; raises `OSError` or `tomllib.TOMLDecodeError` when the build is damaged."""
    with resource_path(*parts).open("rb") as file:
        return tomllib.load(file)


def load_json(*parts: str) -> dict[str, Any]:
    """Reads one shipped JSON object; raises `OSError` or `json.JSONDecodeError` when the build is damaged."""
    once = cache(int)  # a table of half a million weights has a few hundred different ones
    table: dict[str, Any] = json.loads(resource_path(*parts).read_text(encoding="utf-8"), parse_int=once)
    return table
