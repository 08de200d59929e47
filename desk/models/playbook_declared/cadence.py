"""The lanes from the first day to the last, and what is asked of those who went quiet (AI-02, AI-03,
LEAD-06).
"""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared

_BANDS = ("extremely_hot", "hot", "warm", "cool", "cold")
_LANES = (("email", "an email"), ("text", "a text"), ("call", "a call task"))

CADENCE: tuple[Declared, ...] = (
    Declared(
        "cadence.on_time",
        "span",
        "A step later than this is not made up; the next one comes in its time",
        high="3d",
    ),
    Declared(
        "cadence.expires_after",
        "span",
        "A step that could not leave for this long is decided anew",
        low="1h",
        high="14d",
    ),
    Declared(
        "cadence.lost_on_day",
        "number",
        "On this local day after receipt the lead goes to Lost",
        "days",
        1,
        365,
    ),
    Declared(
        "cadence.ask_owner_after",
        "span",
        "A lead that answered once and then not for this long is put before its owner",
        high="365d",
    ),
    Declared(
        "cadence.cool_pace",
        "number",
        "Stretches the intervals for the cooler bands (TEMP-03)",
        "times",
        0.25,
        8,
    ),
    Declared("cadence.cool_bands", "list", "Bands that are written to less often (TEMP-03)", allowed=_BANDS),
    Declared(
        "cadence.hot_bands", "list", "Bands that read the owner's direct line (TEMP-03)", allowed=_BANDS
    ),
    Declared("cadence.without_band", "list", "Steps that say enough without what a temperature adds"),
    Declared(
        "cadence.call_ahead", "span", "How long before its time a call task is put on the list", high="2d"
    ),
    Declared(
        "cadence.calls_wait_for_opening",
        "flag",
        "Whether a call planned for a closed hour or day waits until the store is open and the customer may be called",
    ),
    *(
        declared
        for lane, words in _LANES
        for declared in (
            Declared(
                f"cadence.{lane}[].day",
                "number",
                f"The local day of {words}, counted from receipt",
                "days",
                0,
                365,
            ),
            Declared(f"cadence.{lane}[].at", "time", f"The time of day of {words}, where the customer is"),
            Declared(f"cadence.{lane}[].step", "words", f"Which wording {words} has"),
        )
    ),
    Declared(
        "reengage.quiet[].after",
        "span",
        "A customer who answered before and went quiet is asked after this long",
        high="90d",
    ),
    Declared("reengage.quiet[].at", "time", "The time of day of that question"),
    Declared("reengage.quiet[].step", "words", "Which wording that question has"),
    Declared(
        "reengage.campaign[].day",
        "number",
        "The local day of a campaign message, counted from receipt",
        "days",
        0,
        730,
    ),
    Declared("reengage.campaign[].at", "time", "The time of day of a campaign message"),
    Declared("reengage.campaign[].step", "words", "Which wording a campaign message has"),
    Declared(
        "reengage.resume_at",
        "time",
        "The time of day at which a customer who named a date is written to again",
    ),
)
