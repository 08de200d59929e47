"""Files that leave with an email (FLOW-15)."""

from __future__ import annotations

from desk.models.attaching import KINDS
from desk.models.playbook_declared.declared import Declared

ATTACHING: tuple[Declared, ...] = (
    Declared("attach.file_mb", "number", "How large one file may be", "MB", 0.1, 25),
    Declared("attach.all_mb", "number", "How large all files of one email may be together", "MB", 0.1, 25),
    Declared("attach.most", "number", "How many files one email carries", "count", 1, 20),
    Declared(
        "attach.kinds",
        "list",
        "Kinds of files that may be sent, told by their own bytes",
        allowed=tuple(KINDS),
    ),
    Declared(
        "attach.signature_kb",
        "number",
        "A picture smaller than this in a customer's email is part of a signature, not a file",
        "KB",
        0,
        200,
    ),
)
