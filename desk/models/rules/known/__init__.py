"""What the assistant may speak of: the store's facts about one lead as words, each with the row it came from (AI-11).

A fact that is not there is simply absent, and no sentence that needs it can be chosen.
"""

from __future__ import annotations

from desk.models.rules.known.car import IN_STOCK, detail, here_rows, names_vehicle, title, vehicle_names
from desk.models.rules.known.lead import known
from desk.models.rules.known.people import who_is_asked
from desk.models.rules.known.speech import Known, Speech, language_of
from desk.models.rules.known.store import hours_of

__all__ = [
    "IN_STOCK",
    "Known",
    "Speech",
    "detail",
    "here_rows",
    "hours_of",
    "known",
    "language_of",
    "names_vehicle",
    "title",
    "vehicle_names",
    "who_is_asked",
]
