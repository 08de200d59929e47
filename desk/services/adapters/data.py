"""The channels' tables: what a provider's code means and how long a call may take are data, not code."""

from __future__ import annotations

from functools import cache
from typing import Any

from desk.services.resources import load_toml


@cache
def channel_table(name: str) -> dict[str, Any]:
    """The table ``resources/channels/<name>.toml``, read once."""
    return load_toml("channels", f"{name}.toml")
