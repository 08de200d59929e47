"""Pictures of the look, drawn off screen from invented leads: ``python -m desk.views.gallery DIR``."""

from __future__ import annotations
