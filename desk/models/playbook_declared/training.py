"""What people must have read, and by when (FLOW-16)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared

TRAINING: tuple[Declared, ...] = (
    Declared("training.item[].name", "words", "The item's short name; it is kept under it"),
    Declared("training.item[].title", "words", "What the person reads"),
    Declared(
        "training.item[].after",
        "words",
        "What starts it: joining, or a saved playbook",
        allowed=("joined", "playbook"),
    ),
    Declared("training.item[].every", "span", "How often it comes again", low="1d", high="1000d"),
    Declared("training.item[].within", "span", "By when it must be read", low="1h", high="90d"),
    Declared(
        "playbook_review.every",
        "span",
        "How often its owner goes through the playbook",
        low="1d",
        high="365d",
    ),
)
