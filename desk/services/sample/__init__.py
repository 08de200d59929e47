"""A believable dealership in bulk: the demo's store, the bench's, and `desk sample`. Nothing in it is about a real person."""

from __future__ import annotations

from desk.services.sample.fill import fill

__all__ = ["fill"]
