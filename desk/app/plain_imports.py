"""Imports as Python does them, although Qt is there.

PySide lets a module ask for ``snake_case`` names and ``true_property``. To see who asks, it reads the source of every module imported
after it, whole, and the source then stays in memory: thirty megabytes here, and a good part of the start. Nobody in the desk asks.
"""

from __future__ import annotations

import builtins
import linecache


def plain_imports() -> None:
    """Bring Qt in, and go on importing without a look at each source. Once, before anything else of the window is imported."""
    import PySide6.QtCore  # noqa: F401  it replaces the import function

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
    linecache.clearcache()
