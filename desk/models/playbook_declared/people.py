"""What people do and by when: ladders, assignment, holds, tasks, alerts (ILM-*, FLOW-*, ALERT-*, LEAD-07)."""

from __future__ import annotations

from desk.models.hours import DAYS
from desk.models.playbook_declared.declared import Declared
from desk.models.words import Role, SourceKind, TimerKind

POLICIES = ("direct_7d", "two_way_7d", "notes_3d")
_ROLES = tuple(str(role) for role in Role)
_DOORS = ("text", "email")
_KINDS = ("doorbell", "handoff", "escalation", "appointment", "attention", "quarantine", "digest")

PEOPLE: tuple[Declared, ...] = (
    Declared("ladder[].name", "words", "The ladder's name, shown wherever it is the reason"),
    Declared(
        "ladder[].when.trigger", "words", "What starts it", allowed=tuple(str(kind) for kind in TimerKind)
    ),
    Declared("ladder[].when.flag", "words", "Only for vehicles with this mark, such as certified or demo"),
    Declared("ladder[].when.program", "words", "Only for this program of the manufacturer"),
    Declared(
        "ladder[].when.source_class",
        "words",
        "Only for leads of this class: the store's own, the manufacturer's, a third party's",
        allowed=("1st", "2nd", "3rd"),
    ),
    Declared("ladder[].when.source", "words", "Only for leads of this source"),
    Declared("ladder[].when.make", "words", "Only for vehicles of this make"),
    Declared(
        "ladder[].when.condition", "words", "Only for new or for used vehicles", allowed=("new", "used")
    ),
    Declared(
        "ladder[].when.days", "list", "Only on these days of the week, by the store's clock", allowed=DAYS
    ),
    Declared(
        "ladder[].when.shift",
        "words",
        "Only while the store is open or closed, or in a range of local time such as 17:00-20:00",
    ),
    Declared(
        "ladder[].steps[].after",
        "span",
        "How much staffed time after the start the step is taken",
        high="60d",
    ),
    Declared(
        "ladder[].steps[].to",
        "list",
        "Whom it tells: owner, next_on_shift, group, on_shift, everyone, role:, team:, or a person's id",
    ),
    Declared(
        "ladder[].steps[].via",
        "list",
        "Doors that this step uses beside the desktop, whatever the person chose",
        allowed=_DOORS,
    ),
    Declared(
        "ladder[].steps[].reassign", "flag", "Whether the step gives the lead to the first person it tells"
    ),
    Declared(
        "ladder[].repeat_every",
        "span",
        "How often the last step is repeated until somebody answers",
        low="5m",
        high="7d",
    ),
    Declared(
        "ladder[].pause_off_shift",
        "flag",
        "Whether the clock rests while nobody whom the next step names is at work (ILM-09)",
    ),
    Declared(
        "escalation.after_attempt",
        "span",
        "After an unanswered call the ladder starts over, once, with this much staffed time (ILM-10)",
        low="1m",
        high="24h",
    ),
    Declared(
        "escalation.repeats_in_a_row",
        "number",
        "How often the last step is repeated in a row, before it comes once each working day",
        unit="times",
        low=1,
        high=100,
    ),
    Declared(
        "assignment.preset", "words", "Who takes turns (FLOW-01)", allowed=("bdc", "internet", "everyone")
    ),
    Declared(
        "assignment.sweep_after",
        "span",
        "A lead nobody took goes to whoever is on shift after this much of store hours (FLOW-02)",
        low="1m",
        high="7d",
    ),
    Declared(
        "assignment.groups.*",
        "list",
        "The groups that take turns, in order: the first with somebody on shift takes the lead",
    ),
    Declared("assignment.rule[].name", "words", "The rule's name, shown as the reason"),
    Declared("assignment.rule[].to", "list", "The groups that take turns under this rule, in order"),
    Declared("assignment.rule[].when.source", "words", "Only for leads of this source"),
    Declared(
        "assignment.rule[].when.source_kind",
        "words",
        "Only for leads of this kind of source",
        allowed=tuple(str(kind) for kind in SourceKind),
    ),
    Declared(
        "assignment.rule[].when.source_class",
        "words",
        "Only for leads of this class",
        allowed=("1st", "2nd", "3rd"),
    ),
    Declared("assignment.rule[].when.make", "words", "Only for vehicles of this make"),
    Declared(
        "assignment.rule[].when.condition",
        "words",
        "Only for new or for used vehicles",
        allowed=("new", "used"),
    ),
    Declared("assignment.rule[].when.language", "words", "Only for customers who write this language"),
    Declared(
        "claim.before_closing",
        "span",
        "A claimed lead nobody contacted is escalated this long before the store closes that day (FLOW-02)",
        high="12h",
    ),
    Declared(
        "hold.attempt_within",
        "span",
        "A hold asks for a call or email attempt made within this time (FLOW-03)",
        low="5m",
        high="7d",
    ),
    Declared(
        "attribution.won_by",
        "list",
        "What makes a lead the assistant's win: it booked the visit, or was answered before any person had reached the customer (LEAD-09)",
        allowed=("visit", "reply"),
    ),
    Declared(
        "closing.attempts",
        "number",
        "A person closes as no response after this many attempts (FLOW-17)",
        "count",
        0,
        60,
    ),
    Declared("closing.over", "span", "... spread over at least this long", high="90d"),
    Declared("closing.channels", "number", "... by at least this many ways", "count", 1, 3),
    Declared("closing.lost_reasons", "list", "Reasons a person can give for a lost lead: kept as, read as"),
    Declared("closing.no_response_words", "list", "Reasons that mean no response"),
    Declared(
        "temperature.override_holds",
        "span",
        "How long a person's own estimate of the temperature holds (TEMP-05)",
        low="1h",
        high="90d",
    ),
    Declared(
        "task.at_once",
        "span",
        "What must be done at once is due within this much of store hours",
        low="5m",
        high="8h",
    ),
    Declared("task.grace", "span", "A task is overdue this long after it was due", high="7d"),
    Declared(
        "alerts.open_via",
        "list",
        "Doors beside the desktop while the store is open, for people who chose nothing (ALERT-02)",
        allowed=_DOORS,
    ),
    Declared(
        "alerts.closed_via",
        "list",
        "Doors beside the desktop after hours, for people who chose nothing (ALERT-02)",
        allowed=_DOORS,
    ),
    Declared(
        "alerts.outside_kinds",
        "list",
        "Kinds of alert that leave the building; the others stay on the desktop",
        allowed=_KINDS,
    ),
    Declared(
        "alerts.allowed",
        "list",
        "What a person may choose",
        allowed=("default", "text", "email", "both", "desktop"),
    ),
    Declared(
        "standing.backed_off_after",
        "span",
        "A lead that backed off without a next step is stuck after this much of store hours (LEAD-07)",
        low="1h",
        high="14d",
    ),
    *(
        Declared(
            f"coverage.{role}",
            "words",
            f"Which policy says that a customer is covered by a {role.replace('_', ' ')} (COVER)",
            allowed=POLICIES,
        )
        for role in _ROLES
    ),
)
