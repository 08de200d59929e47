"""Sales Desk: facts come in, rules decide, one writer records, and all else follows from the record."""

from __future__ import annotations

__version__ = "0.1.0"
