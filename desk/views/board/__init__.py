"""The pipeline board: seven columns of cards that hold snapshots, and a delegate that paints them."""

from __future__ import annotations
