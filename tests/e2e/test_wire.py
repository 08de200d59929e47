"""A live desk behind a wire that breaks: mail out, mail in and texts (R23, DESK-10).

Every lead is taken in once, every first message arrives once at most, and where nobody can know, the doubt stands for a person.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path

import pytest

from desk.services.adapters.data import channel_table
from tests.e2e.live import LiveDesk, phone
from tests.e2e.test_kill import prove_nothing_lost_or_doubled
from tests.fakes.places import BREAKS, IMAP, REST, SMTP, Place
from tests.fakes.wire import Break, Wire

pytestmark = [pytest.mark.rule("R23"), pytest.mark.requirement("DESK-10", "LEAD-01")]
_WAITS = {
    ("mail", "smtp"): ("connect_s", "command_s", "data_s"),
    ("mail", "imap"): ("connect_s", "command_s"),
    ("text_codes", "api"): ("connect_s", "answer_s"),
}
_SOON_S = 2.0
Behind = Callable[[str], tuple[LiveDesk, Wire]]


@pytest.fixture
def behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Behind]:
    """A desk whose one line runs over a wire; it waits two seconds at most, so that a silent wire is given up in a test's time."""
    for (table, part), names in _WAITS.items():
        for name in names:
            monkeypatch.setitem(channel_table(table)[part], name, _SOON_S)
    made: list[tuple[LiveDesk, Wire]] = []

    def make(line: str) -> tuple[LiveDesk, Wire]:
        live = LiveDesk(tmp_path / "store")
        port, setting, told = {
            "smtp": (live.world.mail.smtp_login().port, "mail.smtp_port", int),
            "imap": (live.world.mail.imap_login().port, "mail.imap_port", int),
            "rest": (
                int(live.world.carrier.base_url.rpartition(":")[2]),
                "text.base_url",
                "http://127.0.0.1:{}".format,
            ),
        }[line]
        wire = Wire(port)
        live.route(setting, told(wire.port))
        made.append((live, wire))
        return live.open(), wire

    yield make
    for live, wire in made:
        live.stop()
        wire.close()


def answered_or_in_doubt(live: LiveDesk, number: int) -> bool:
    """Whether both first messages of a lead have come to rest."""
    to = (phone(number), f"kim{number}@example.com")
    found = [m for m in live.messages(purpose="first_response") if m.to_address in to]
    return len(found) == 2 and all(m.status in ("sent", "delivered", "uncertain") for m in found)


def a_lead_at_each(live: LiveDesk, wire: Wire, breaks: Sequence[Break]) -> None:
    for number, place in enumerate(breaks, start=1):
        wire.break_at(place)
        wire.hang_up()  # so that the places of a new connection are come to as well
        live.mail_lead(number)
        live.until(wire.broke.is_set, 180)
        live.until(partial(answered_or_in_doubt, live, number), 180)
    live.close()
    prove_nothing_lost_or_doubled(live, leads=len(breaks))


def turns(places: Sequence[Place]) -> list[Break]:
    """Every fourth place, each in another way: the adapters' own tests go through all of them."""
    return [at.broken(BREAKS[turn % len(BREAKS)]) for turn, at in enumerate(places[1::4])]


def everything(places: Sequence[Place]) -> list[Break]:
    return [at.broken(how) for at in places for how in BREAKS]


#: The desk polls over the same wire; these are places of a send alone.
SENDS = tuple(
    Place(at.name, at.side, {b"HTTP/1.1 20": b"HTTP/1.1 201", b"&From=%2B15555550100": b"&From=%2B12085550100"}.get(at.words, at.words))
    for at in REST
    if at.words not in (b"", b"Authoriz", b"\r\n\r\n", b"Content-Ty")
)  # fmt: skip
LINES = {"smtp": SMTP, "imap": IMAP, "rest": SENDS}


@pytest.mark.parametrize("line", LINES)
def test_a_line_that_breaks_now_and_then_loses_and_doubles_nothing(behind: Behind, line: str) -> None:
    a_lead_at_each(*behind(line), turns(LINES[line]))


@pytest.mark.prove
@pytest.mark.parametrize("line", LINES)
def test_a_line_that_breaks_everywhere_in_every_way_loses_and_doubles_nothing(
    behind: Behind, line: str
) -> None:
    breaks = everything(LINES[line])
    live, wire = behind(line)
    a_lead_at_each(live, wire, breaks)
    print(f"{line}: {len(breaks)} breaks at {len(LINES[line])} places: 0 lost, 0 doubled, every doubt shown")
