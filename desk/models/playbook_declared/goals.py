"""The week's goals of the store and of each person (REPORT-05)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared

STORE, PERSON = "goals.store", "goals.person"
_GOALS = (
    ("answered_in_90s", "Leads answered within 90 seconds", "percent", 100),
    ("answered_by_person", "Leads answered by a person", "percent", 100),
    ("booked", "Visits booked", "count", 10_000),
    ("shown", "Visits that came about", "count", 10_000),
    ("sold", "Vehicles sold, a half deal as a half", "count", 10_000),
)
_OWN = tuple(goal for goal in _GOALS if goal[0] != "answered_in_90s")  # the assistant's, so nobody's own

GOALS: tuple[Declared, ...] = (
    *(
        Declared(f"{STORE}.{name}", "number", f"{words} in a week, the store", unit, 0, most)
        for name, words, unit, most in _GOALS
    ),
    *(
        Declared(f"{PERSON}.{name}", "number", f"{words} in a week, each who sells", unit, 0, most)
        for name, words, unit, most in _OWN
    ),
    *(
        Declared(
            f"goals.staff.*.{name}", "number", f"{words} in a week, this person's own goal", unit, 0, most
        )
        for name, words, unit, most in _OWN
    ),
)
