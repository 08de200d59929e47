"""The questions of a needs assessment (FLOW-07)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared

NEEDS: tuple[Declared, ...] = (
    Declared("needs.enough", "list", "With these known the assessment is done (LEAD-06)"),
    Declared("needs.question[].key", "words", "Under which name the answer is kept"),
    Declared("needs.question[].ask", "words", "What the form and the script say"),
    Declared("needs.question[].several", "flag", "Whether it takes several answers"),
    Declared("needs.question[].choices", "list", "The only answers it takes"),
)
