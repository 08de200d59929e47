"""Which policies of coverage are offered, and what each takes as cover (COVER-01 … COVER-04)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared

COVERAGE: tuple[Declared, ...] = (
    Declared("policy.*.words", "words", "The policy in one sentence, as people read it"),
    Declared(
        "policy.*.starts",
        "words",
        "What covers a person first: a proven contact, or any logged work",
        allowed=("contact", "any"),
    ),
    Declared(
        "policy.*.keeps",
        "words",
        "What keeps the cover up: follow-up, contact in both directions, or notes too",
        allowed=("follow_up", "contact", "any"),
    ),
    Declared("policy.*.days", "number", "The cover ends this long after the last of it", "days", 1, 90),
    Declared(
        "covering.warn_before", "span", "A person is warned this long before their cover ends", high="14d"
    ),
    Declared(
        "covering.call_needs_recording",
        "flag",
        "Whether a logged talk needs a recording to prove contact (COVER-03)",
    ),
)
