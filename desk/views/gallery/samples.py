"""Invented leads for the gallery and the view tests: one morning, 9:12, at a store that does not exist."""

from __future__ import annotations

import csv
from datetime import UTC, datetime, timedelta

from desk.models.snapshots.board import BoardView, CardView, ColumnView, TimerView
from desk.models.snapshots.frame import AlertView, ChannelHealth, FoundRow, PersonView, ShellView
from desk.paths import RESOURCES
from desk.views.text import STAGES

ZONE = "America/Boise"
NOW = datetime(2025, 10, 14, 15, 12, tzinfo=UTC)
OWNERS = {
    "MO": "Marcus Oyelaran",
    "PR": "Priya Raman",
    "TB": "Tom Becker",
    "LF": "Lena Fischer",
}


def running(left_s: int, whole_s: int) -> TimerView:
    """A response timer with ``left_s`` seconds to go of ``whole_s``."""
    target = NOW + timedelta(seconds=left_s)
    return TimerView("running", target - timedelta(seconds=whole_s), target)


def _timer(words: str) -> TimerView:
    """r:6:12/10 runs with 6:12 of 10 minutes left, r:-3:48/10 is over, a:2 was answered in 2 minutes."""
    kind, _, rest = words.partition(":")
    if kind == "a":
        return TimerView("answered", took_s=int(rest) * 60)
    if kind != "r":
        return TimerView()
    clock, _, whole = rest.partition("/")
    minutes, seconds = clock.lstrip("-").split(":")
    left = int(minutes) * 60 + int(seconds)
    return running(-left if clock.startswith("-") else left, int(whole) * 60)


def _due(words: str) -> datetime | None:
    """Minutes from now: "1", "-6"; a time of this day: "9:40"; "+1 9:00" tomorrow; "" for none."""
    if not words:
        return None
    days, _, clock = words.rpartition(" ")
    if ":" not in clock:
        return NOW + timedelta(minutes=int(clock))
    hour, minute = clock.split(":")
    base = NOW.replace(hour=0, minute=0) + timedelta(days=int(days or 0))
    return base + timedelta(hours=int(hour) + 6, minutes=int(minute))


def _card(number: int, row: dict[str, str]) -> CardView:
    """A row of resources/gallery/leads.csv as a card."""
    degrees, _, band = row["temperature"].partition(" ")
    hot = degrees.isdigit()
    held, back = row["icon"] == "pause", row["icon"] == "reengage"
    return CardView(
        id=f"lead-{number}",
        stage=row["stage"],
        status="open",
        name=row["name"],
        vehicle=row["vehicle"],
        stock=row["stock"],
        source=row["source"],
        source_kind=row["kind"],
        source_class=row["class"],
        temperature=int(degrees) if hot else 0,
        band=band if hot else "cold",
        ai_state=row["ai"],
        owner_id=row["owner"],
        owner_name=OWNERS.get(row["owner"], ""),
        owner_initials=row["owner"],
        timer=_timer(row["timer"]),
        next_text=row["step"],
        next_icon=row["icon"],
        next_due=_due(row["due"]),
        hold_until=NOW + timedelta(days=20 if "fin" in row["extra"] else 6) if held else None,
        hold_reason=row["extra"] if held else "",
        coverage_days=int(row["coverage"]) if row["coverage"] else None,
        reengage_day=int(row["extra"]) if back else None,
        outcome="" if hot else row["temperature"],
        sort_key=f"{number:04}",
    )


def _read() -> tuple[CardView, ...]:
    with (RESOURCES / "gallery" / "leads.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_card(n, row) for n, row in enumerate(csv.DictReader(file, delimiter="|")))


CARDS = _read()
COUNTS = {
    "new": (6, 3),
    "contacted": (14, 1),
    "engaged": (11, 1),
    "qualified": (7, 0),
    "appointment_set": (9, 0),
}
COUNTS |= {"sold": (23, 0), "lost": (118, 0)}


def board() -> BoardView:
    """The board of the morning: five open columns, Sold and Lost."""
    columns = tuple(
        ColumnView(
            stage,
            *COUNTS[stage],
            tuple(c for c in CARDS if c.stage == stage),
            "next" if stage != "new" else "",
        )
        for stage in STAGES
    )
    return BoardView(columns, active=47, unassigned=3)


def _alert(kind: str, card: CardView, title: str, body: str, minutes: int = 0) -> AlertView:
    return AlertView(
        id=f"alert-{kind}",
        kind=kind,
        lead_id=card.id,
        title=title,
        name=card.name,
        body=body,
        next="",
        raised=NOW - timedelta(minutes=minutes),
        timer=card.timer if card.timer.kind == "running" else TimerView(),
        temperature=card.temperature,
        band=card.band,
        claimable=kind in ("doorbell", "escalation"),
        callable=kind != "appointment",
    )


def alerts() -> tuple[AlertView, ...]:
    """One alert of each class."""
    by_name = {card.name: card for card in CARDS}
    hannah, curtis = by_name["Hannah Voss"], by_name["Curtis Adeyemi"]
    aisha, dmitri = by_name["Aisha Karim"], by_name["Dmitri Valen"]
    late = "Curtis Adeyemi is 3 m 48 s overdue"
    return (
        _alert("doorbell", hannah, "New lead: Hannah Voss", "RAV4 XLE, N24118. Your website, 1st party."),
        _alert("handoff", aisha, "Aisha Karim asked for a person", "“Can someone call me after 9:30?”", 14),
        _alert("escalation", curtis, late, "Step 3 of 5. Anyone in the BDC group can claim."),
        _alert(
            "appointment",
            dmitri,
            "Appointment set: Dmitri Valen",
            "Today 3:15 PM, Sienna XSE, on the lot.",
            20,
        ),
    )


DANA = PersonView("dana", "Dana Whitlock", "DW", "manager", "Desk manager", "desk", True)


def shell() -> ShellView:
    """The frame of that morning: three new alerts, next text at 9:20."""
    return ShellView(
        store_name="Cedar Ridge Motors",
        zone=ZONE,
        person=DANA,
        people=(DANA,),
        alerts_new=3,
        alerts_open=5,
        quarantined=2,
        uncertain=0,
        next_send=NOW + timedelta(minutes=8),
        next_send_words="",
        queue_length=4,
        assistant_on=True,
        assistant_words="The assistant sends on schedule and answers replies.",
        channels=(ChannelHealth("mail in", True, NOW, "Reading mail"),),
        is_demo=True,
    )


def found() -> tuple[FoundRow, ...]:
    """What "high" finds: leads, one with a name that does not fit, and three vehicles."""
    leads = (
        FoundRow("lead", "lead-12", "Aisha Karim", "2023 Toyota Highlander XLE · U3401", "engaged", 88, "hot", "MO", "MO"),
        FoundRow("lead", "x-1", "Odessa Highmore", "2024 Toyota Corolla SE · N24144", "contacted", 44, "cool", "LF", "LF"),
        FoundRow("lead", "x-2", "Bartholomew Featherstonehaugh-Montgomery de la Cruz", "2025 Toyota Highlander Hybrid Platinum AWD · N25044", "appointment_set", 93, "extremely_hot"),
        FoundRow("lead", "x-3", "Joel Farrow", "2022 Toyota Highlander L · U3383", "lost", 22, "cold", "TB", "TB"),
    )  # fmt: skip
    vehicles = (
        FoundRow("vehicle", "v-1", "2023 Toyota Highlander XLE", "U3401 · In stock"),
        FoundRow("vehicle", "v-2", "2022 Toyota Highlander L", "U3383 · In stock"),
        FoundRow("vehicle", "v-3", "2025 Toyota Highlander Hybrid", "N25044 · On hold"),
    )
    return (*leads, *vehicles)
