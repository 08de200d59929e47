"""The day sheet on paper: rules, visits, hot leads, calls, whom not to contact, who is on, and blank lines (daysheet.png)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from desk.models.snapshots.today import DaySheetView, SheetRow
from desk.views import formats
from desk.views.printing import text
from desk.views.text import say

BOX, BLANKS, SAID, CAR = "&#9633;&nbsp;", 5, 34, 30
CALLED_CAR = 24  # the call list has more columns
_ROOM = "<div style='margin-top: 7px'>&nbsp;</div>"
_LINE = "border-bottom: 1px solid #000000;"


def page(sheet: DaySheetView, zone: str) -> str:
    """The sheet as HTML, black on white; every number in full, room for the true time."""
    parts = (
        _head(sheet, zone),
        _framed(_rules(sheet), 1),
        _table(
            say("Appointments"),
            (say("Time"), say("Customer"), say("Phone"), say("Vehicle"), say("Where"), say("With"), say("Outcome")),
            [_visit(line, zone) for line in sheet.visits],
        ),
        _table(
            say("Hot leads, over 80"),
            (say("Temp."), say("Customer"), say("Phone"), say("Vehicle"), say("What they said"), say("Who"), say("Done at, by")),
            [_hot(line) for line in sheet.hot],
        ),
        _table(
            say("Call list"),
            (say("At"), say("Customer"), say("Phone"), say("Vehicle"), say("Why"), say("Who"), say("Time"), say("Outcome")),
            [_call(line, zone, sheet.at) for line in sheet.calls],
        ),
        _framed(_stopped(sheet), 2),
        _people(sheet),
        _table(
            say("New today, while the desk was down"),
            (say("Time"), say("Name"), say("Phone"), say("Vehicle"), say("How they came"), say("May we text? Who took it")),
            [[_ROOM] * 6] * BLANKS,
            counted=False,
        ),
        _foot(sheet, zone),
    )  # fmt: skip
    return "".join(parts)


def _head(sheet: DaySheetView, zone: str) -> str:
    at = formats.clock_full(sheet.at, zone)
    day = formats.day_full(sheet.at, zone)
    state = say("State of {at}. Nothing after it is on this page.", at=at)
    printed = say("Printed {at} by {who}.", at=at, who=sheet.by)
    return (
        f"<table width='100%'><tr><td><h2>{text(say('Day sheet'))}</h2><b>{text(day)}</b></td>"
        f"<td align='right'><b>{text(sheet.store_name)}</b><br>{text(printed)}<br>{text(state)}</td></tr></table><hr>"
    )


def _foot(sheet: DaySheetView, zone: str) -> str:
    """What becomes of the page, and which sheet it is."""
    kept = say("Holds customer data. Keep it at the desk; shred it after it is typed in.")
    name = say("Sales Desk, sheet {number}", number=f"{formats.local(sheet.at, zone):%Y-%m-%d-%H%M}")
    return f"<table width='100%'><tr><td>{text(kept)}</td><td align='right'>{text(name)}</td></tr></table>"


def _rules(sheet: DaySheetView) -> str:
    rules = (
        say("1. Answer who waits, top of the call list."),
        say("2. Write the true time next to each line."),
        say("3. No price quotes."),
        say("4. Give this page to {who}.", who=sheet.by.split(" ")[0] or say("the manager")),
    )
    return f"<b>{text(say('While the desk is down'))}</b>&nbsp;&nbsp; {'&nbsp; '.join(map(text, rules))}"


def _framed(words: str, wide: int) -> str:
    return f"<table width='100%' cellspacing='0' cellpadding='5' style='border: {wide}px solid #000000; border-collapse: collapse'><tr><td style='border: {wide}px solid #000000'>{words}</td></tr></table>"


def _table(
    title: str, headings: Sequence[str], rows: Sequence[Iterable[str]], *, counted: bool = True
) -> str:
    """A titled table; cells are ready HTML."""
    head = "".join(f"<th style='{_LINE} white-space: nowrap'>{text(each)}</th>" for each in headings)
    body = "".join(
        "<tr>" + "".join(f"<td style='{_LINE} white-space: nowrap'>{cell}</td>" for cell in row) + "</tr>"
        for row in rows
    )
    count = f" &nbsp;{len(rows)}" if counted else ""
    return f"<h4>{text(title)}{count}</h4><table width='100%' cellspacing='0' cellpadding='2'><tr>{head}</tr>{body}</table>"


def _visit(line: SheetRow, zone: str) -> list[str]:
    row = line.row
    outcome = "".join(f"{BOX}{text(each)} &nbsp;" for each in (say("came"), say("not"), say("sold")))
    at = formats.clock(row.at, zone) if row.at else ""
    where = row.said.split(" as of ", maxsplit=1)[0]
    return [
        f"<b>{text(at)}</b>",
        _who(line),
        _phone(line),
        text(f"{row.detail} · {row.state}"),
        text(where),
        text(_first(line)),
        outcome,
    ]


def _hot(line: SheetRow) -> list[str]:
    row = line.row
    degrees = f"<b>{row.temperature}</b>"
    return [
        degrees,
        _who(line),
        _phone(line),
        text(_car(row.detail)),
        text(_short(row.said, SAID)),
        text(_first(line)),
        "&nbsp;",
    ]


def _call(line: SheetRow, zone: str, now: datetime) -> list[str]:
    row = line.row
    at = say("now") if row.at is None or row.at <= now else formats.clock(row.at, zone)
    outcome = " ".join(f"{BOX}{text(each)}" for each in (say("spoke"), say("VM"), say("none"), say("wrong")))
    return [
        f"<b>{text(at)}</b>", _who(line), _phone(line), text(_car(row.detail, CALLED_CAR)), text(_short(row.said, SAID)), text(_first(line)), "&nbsp;", outcome
    ]  # fmt: skip


def _car(detail: str, most: int = CAR) -> str:
    """The vehicle as far as it fits, with its whole stock number; its year goes first."""
    title, dot, stock = detail.rpartition(" · ")
    year, _, rest = title.partition(" ")
    if len(detail) > most and year.isdigit() and rest:
        title = rest
    return f"{_short(title, most - len(stock))}{dot}{stock}" if dot else _short(detail, most)


def _short(words: str, most: int) -> str:
    """As many letters as a column holds."""
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"


def _who(line: SheetRow) -> str:
    return f"<b>{text(line.row.name)}</b>"


def _phone(line: SheetRow) -> str:
    shown = formats.phone(line.phone) if line.phone else say("do not call")
    return text(shown).replace(" ", "&nbsp;")


def _first(line: SheetRow) -> str:
    return line.who.split(" ", maxsplit=1)[0] if line.who else say("nobody")


def _stopped(sheet: DaySheetView) -> str:
    told = " &nbsp;&nbsp; ".join(f"<b>{text(name)}</b> {text(words)}" for name, words in sheet.do_not_contact)
    return f"<b>{text(say('Do not contact'))}</b> &nbsp;&nbsp; {told or text(say('Nobody with an open lead has said stop.'))}"


def _people(sheet: DaySheetView) -> str:
    """Who is on and who owns what, beside what to say."""
    rows = "".join(
        f"<tr><td><b>{text(name)}</b></td><td>{text(formats.hours_of(hours))}</td><td>{text(role)}</td><td align='right'>{owned}</td></tr>"
        for name, hours, role, owned in sheet.people
    )
    nobody = text(
        say(
            "{n} open leads have no owner. The next rep takes the call; the lead stays with its owner.",
            n=sheet.unowned,
        )
    )
    scripts = (
        (say("First call."), say("“Hi, this is ___ with {store}. You asked about the ___. Is now a good time for two minutes?”", store=sheet.store_name)),
        (say("Voicemail."), say("Name, store, the vehicle, “reply to our text or call {phone}.” Twice, slowly.", phone=sheet.store_phone)),
        (say("Asked the price."), say("“I want to give you something accurate. Which cars are you open to, and what matters most?”")),
        (say("Said stop."), say("“Done. You will not hear from us again.” Write it on this page.")),
    )  # fmt: skip
    told = "".join(f"<p><b>{text(when)}</b> {text(words)}</p>" for when, words in scripts)
    return (
        f"<table width='100%'><tr><td width='46%' valign='top'><h4>{text(say('Who is on, who owns what'))}</h4>"
        f"<table width='100%' cellspacing='0'>{rows}</table><p>{nobody}</p></td>"
        f"<td valign='top'><h4>{text(say('Say it like this'))}</h4>{told}</td></tr></table>"
    )
