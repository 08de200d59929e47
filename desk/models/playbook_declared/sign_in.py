"""Who sits down at the desk, and what is written down of views and exports (R22)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared

SIGN_IN: tuple[Declared, ...] = (
    Declared(
        "sign_in.free_tries", "number", "Wrong PINs or codes in a row before one has to wait", "tries", 1, 10
    ),
    Declared(
        "sign_in.waits_minutes",
        "list",
        "How long one waits after each further wrong one; the last wait stays",
        "minutes",
        0.1,
        240,
    ),
    Declared(
        "sign_in.code_steps",
        "number",
        "How many half minutes the clock of a person's phone may be off (RFC 6238)",
        "half minutes",
        0,
        4,
    ),
    Declared("sign_in.recovery_codes", "number", "Recovery codes that a person is given", "codes", 4, 20),
    Declared(
        "privacy.view_every",
        "span",
        "A person's views of one lead within this time are one line of the record",
        low="1m",
        high="24h",
    ),
    Declared(
        "privacy.export_people",
        "number",
        "Customers whose data may leave before the law wants a report, should it get into wrong hands",
        "customers",
        1,
        500,
    ),
    Declared("privacy.export_days", "number", "... counted over this many days", "days", 30, 365),
)
