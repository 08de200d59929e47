"""Invented leads for the gallery and the view tests: one morning at a store that does not exist, 9:12 in Boise."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from desk.models.snapshots import (
    BoardView,
    CardView,
    ChannelHealth,
    ColumnView,
    PersonView,
    ShellView,
    TimerView,
)
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


_ROWS = """
new|Hannah Voss|2024 Toyota RAV4 XLE|N24118|1|website|Website|r:6:12/10|||74 hot|on||call|Intro call|1
new|Curtis Adeyemi|2021 Ford F-150 Lariat|U3390|3|marketplace|CarGurus|r:-3:48/15|||61 warm|on|MO|call|Call now|-4
new|Maribel Santos|2025 Honda CR-V EX-L|N25007|2|oem|Honda|r:4:20/15|||55 warm|on|PR|call|Intro call|-6
new|Owen Pritchard|2019 Subaru Outback|U3412|3|marketplace|Cars.com|r:11:05/15|||42 cool|on|PR|call|Intro call|9:20
new|Bridget Ames|2022 Mazda CX-5 Touring|U3355|3|marketplace|AutoTrader|r:13:40/15|||52 warm|on||user-plus|Assign owner|0
new|Theo Lindgren|Trade-in value only|No stock|1|trade_in|Trade|r:-0:51/10|||38 cool|on|MO|call|Call now|-1
contacted|Grace Lindqvist|2024 Toyota Tacoma SR5|N24203|3|marketplace|Cars.com|a:2|1||48 cool|on|PR|text|Text 4 similar|9:40
contacted|Devon Marsh|2020 Jeep Gladiator|U3377|3|marketplace|CarGurus|a:6|||44 cool|on|MO|voicemail|Call 3, leave VM|11:00
contacted|Yusuf Hale|2023 Nissan Rogue SV|U3402|1|website|Website|a:4|||57 warm|on|TB|call|Call back|-1 9:00
contacted|Nolan Teague|2025 Toyota Tundra SR5|Order|1|referral|Referral||| financing|35 cool|paused_by_status|LF|pause||
contacted|Ellie Marchetti|2021 Honda Civic EX|U3420|3|marketplace|Cars.com|a:3|||27 cold|opted_out|PR|call|Phone call only|+1 9:00
contacted|Jonah Reyes-Hill|2024 Toyota Corolla LE|N24150|1|website|Website|a:5|||51 warm|on|MO|email|Email, day 3|14:00
engaged|Aisha Karim|2023 Toyota Highlander XLE|U3401|1|website|Website|r:0:46/10|7||88 hot|on|MO|handoff|Wants a call|9:35
engaged|Rosa Whitcombe|2022 Kia Telluride EX|U3366|3|marketplace|Cars.com|a:1|4||71 hot|on|PR|email|Send photos|10:30
engaged|Felix Armand|2024 Toyota Prius LE|N24177|1|website|Website|a:2|2||46 cool|backed_off|TB|confirm|Confirm who helps|17:00
engaged|Imani Osgood|2020 Toyota 4Runner|U3398|2|oem|Toyota|a:8|5||66 warm|reactive|LF|call|Call about trade|-1 9:00
engaged|Wes Calloway|2023 Ford Maverick XLT|U3409|3|marketplace|Cars.com|a:3|6||59 warm|on|MO|text|Answer towing|13:15
engaged|Petra Nowell|2025 Honda Pilot TrailSport|N25012|2|oem|Honda|a:2|3||63 warm|on|PR|call|Call 2|15:30
qualified|Ingrid Solberg|2025 Toyota Tundra Ltd|N25031|1|repeat|Repeat|a:1|7||93 extremely_hot|on|TB|call|Manager call|9:30
qualified|Peter Okonjo|2024 Toyota Camry XSE|N24166|1|website|Website|a:4|5||79 hot|on|LF|visit|Offer 2 times|10:00
qualified|Sunniva Brooks|2022 Subaru Ascent|U3387|3|marketplace|Cars.com|a:7|3||68 warm|on|MO|letter|Credit form|12:00
qualified|Arlo Benning|2021 Ram 1500 Big Horn|U3371|1|phone|Phone||1|payoff letter|54 warm|paused_by_status|TB|pause||
qualified|Marguerite Fay|2023 Lexus RX 350|U3415|1|referral|Referral|a:3|6||72 hot|on|LF|visit|Book visit|16:00
appointment_set|Samuel Brandt|2024 Toyota Camry SE|N24161|1|website|Website|a:1|7||84 hot|on|LF|appointment|Visit · confirmed|10:30
appointment_set|Claire Dubrow|2022 Honda Accord Sport|U3344|3|marketplace|Cars.com|a:2|4||77 hot|on|PR|warning|Vehicle sold|13:00
appointment_set|Dmitri Valen|2025 Toyota Sienna XSE|N25019|2|oem|Toyota|a:5|6||81 hot|on|MO|visit|Visit · unconfirmed|15:15
appointment_set|Harriet Moss|2021 Toyota Venza Ltd|U3408|1|website|Website|a:4|7||73 hot|reactive|TB|visit|Visit|+1 9:00
appointment_set|Jamal Renner|2024 Toyota RAV4 Hybrid|N24190|3|marketplace|Cars.com|a:3|5||70 hot|on|PR|visit|Visit|+1 17:30
sold|Beatrix Holm|2024 Toyota RAV4 XLE|N24101|1|website|Website||||Delivered|paused_by_status|LF|review|Ask for a review|+2 9:00
sold|Emeka Stroud|2020 Ford Escape SEL|U3350|3|marketplace|Cars.com||||Deposit taken|paused_by_status|TB|delivery|Delivery day|+3 9:00
sold|Lorna Pickett|2025 Honda CR-V Sport|N25002|2|oem|Honda||||Delivered|paused_by_status|MO|call|First-week call|+4 9:00
lost|Garrett Doyle|2021 Chevrolet Colorado|U3329|3|marketplace|AutoTrader|||3|31 cool|on|PR|reengage||
lost|Willa Sandoval|2024 Toyota Corolla SE|N24144|1|website|Website|||9|34 cool|on|MO|reengage||
lost|Abel Thornton|2019 GMC Sierra SLT|U3311|3|marketplace|CarGurus||||18 cold|off|TB|x|Bought elsewhere|
lost|Kerry Lowell|2022 Hyundai Tucson|U3362|3|marketplace|Cars.com||||12 cold|opted_out|PR|ban|Opted out|
"""


def _card(number: int, row: str) -> CardView:
    (stage, name, vehicle, stock, cls, kind, source, timer, cover, extra, temp, ai, who, icon, step, due) = (
        row.split("|")
    )
    degrees, _, band = temp.partition(" ")
    is_degrees = degrees.isdigit()
    held = icon == "pause"
    return CardView(
        id=f"lead-{number}",
        stage=stage,
        status="open",
        name=name,
        vehicle=vehicle,
        stock=stock,
        source=source,
        source_kind=kind,
        source_class=cls,
        temperature=int(degrees) if is_degrees else 0,
        band=band if is_degrees else "cold",
        ai_state=ai,
        owner_id=who,
        owner_name=OWNERS.get(who, ""),
        owner_initials=who,
        timer=_timer(timer),
        next_text=step,
        next_icon=icon,
        next_due=_due(due),
        hold_until=NOW + timedelta(days=20 if "fin" in extra else 6) if held else None,
        hold_reason=extra.strip() if held else "",
        coverage_days=int(cover) if cover else None,
        reengage_day=int(extra) if icon == "reengage" else None,
        outcome="" if is_degrees else temp,
        sort_key=f"{number:04}",
    )


CARDS = tuple(_card(n, row) for n, row in enumerate(_ROWS.strip().splitlines()))
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
        assistant_words="AI on",
        channels=(ChannelHealth("mail in", True, NOW, "Reading mail"),),
        is_demo=True,
    )
