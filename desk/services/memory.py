"""Gives memory back that is free but still held (Linux with glibc; elsewhere the system does it by itself)."""

from __future__ import annotations

import sys


def trim_memory() -> None:
    """After a start or another big job: return what it left behind. Takes a millisecond."""
    if sys.platform != "linux":
        return
    import ctypes

    trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none
    if trim is not None:
        trim(0)
