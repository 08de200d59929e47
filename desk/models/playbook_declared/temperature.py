"""How a lead's temperature is reckoned, and from where on people are told (TEMP-*, ILM-08)."""

from __future__ import annotations

from desk.models.playbook_declared.declared import Declared
from desk.models.words import SIGNS

TEMPERATURE: tuple[Declared, ...] = (
    Declared("temperature.start", "number", "Where every lead starts (TEMP-01)", "points", 0, 100),
    Declared(
        "temperature.hysteresis",
        "number",
        "A band must be left and entered by this much before its acts are taken again (TEMP-03)",
        "points",
        0,
        20,
    ),
    Declared("temperature.hot", "number", "From here on a lead is hot (TEMP-03)", "points", 1, 100),
    Declared(
        "temperature.alert_above", "number", "Above this the manager is told (TEMP-04)", "points", 1, 100
    ),
    Declared("temperature.hot_list_above", "number", "Above this a lead is listed as hot", "points", 1, 100),
    Declared("temperature.fresh", "span", "How long a lead counts as fresh (TEMP-04)", low="1h", high="7d"),
    Declared("temperature.quick_reply", "span", "A reply this soon counts as quick", low="1m", high="24h"),
    Declared(
        "temperature.unanswered_floor",
        "number",
        "Silence alone never cools an unanswered lead below this, so that its cadence keeps its pace",
        "points",
        0,
        100,
    ),
    Declared(
        "temperature.review_within",
        "span",
        "A hot lead is looked at within this much of store hours (TEMP-03)",
        low="5m",
        high="2d",
    ),
    *(
        Declared(f"temperature.points.{sign}", "number", f"{words}: points", "points", -100, 100)
        for sign, words in SIGNS.items()
    ),
    Declared("temperature.silence.steps[].after", "span", "After so much silence ...", low="1h", high="365d"),
    Declared(
        "temperature.silence.steps[].points", "number", "... so many points are taken", "points", -100, 0
    ),
)
