"""How many mails and texts a second the outbox lets out: claimed at the gate, handed over, recorded; pacing off (R27).

The servers are the stand-ins of the demo on loopback, which speak SMTP and the carrier's protocol, so the figure is the desk's
own and no provider's.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

from desk.app.adapters_of import build_ports
from desk.app.bench_live import OPEN, ZONE, adf, furnish
from desk.models.commands import TakeLead
from desk.models.intake.adf import read_adf
from desk.models.store.engine import open_file
from desk.services.adapters.clock import FastClock, random_ids
from desk.services.adapters.sealed_file import FileKey
from desk.services.bench_store import KEY, Figure, timed
from desk.services.desk import Desk
from desk.services.eyes import OpenEyes
from desk.services.intake_tables import shipped_tables
from desk.services.lines import LiveLines
from desk.services.outbox import Outbox
from desk.services.outside.world import OutsideWorld
from desk.services.rulebook import whole_playbook
from desk.services.worker import Writer

LEADS = 150


def rates(folder: Path, leads: int = LEADS) -> Iterator[Figure]:
    """Both first messages of so many leads wait; each channel is emptied by itself. What did not arrive counts for nothing."""
    folder.mkdir(parents=True)
    clock, secrets = FastClock(OPEN, 1.0), FileKey(folder)
    world = OutsideWorld(clock).start()
    for name, value in world.secrets().items():
        secrets.set(name, value)
    store = open_file(folder, KEY)
    desk = Desk(store, clock, random_ids, whole_playbook(), OpenEyes())
    furnish(desk, world.settings())
    _take(desk, leads)
    writer, ports = Writer(desk.run), build_ports(desk.facts().settings, secrets, clock)
    outbox = Outbox(store, writer.call, LiveLines(ports), clock.now)
    writer.start()
    try:
        _tried, seconds = timed(lambda: _emptied(outbox, "email"))
        yield Figure("mails through the outbox", len(world.mail.outbox) / seconds, None, "mails/s")
        _tried, seconds = timed(lambda: _emptied(outbox, "text"))
        yield Figure("texts through the outbox", len(world.carrier.sent) / seconds, None, "texts/s")
    finally:
        writer.stop()
        ports.close()
        store.close()
        world.stop()


def _emptied(outbox: Outbox, channel: str) -> None:
    while outbox.pump(channel):
        pass


def _take(desk: Desk, leads: int) -> None:
    tables, zone = shipped_tables(), ZoneInfo(ZONE)
    for number in range(leads):
        found = read_adf(adf(number, desk.clock.now()).encode(), store_zone=zone, tables=tables)[0]
        desk.run(TakeLead(prospect=found, key=f"bench-{number}", origin="bench"))  # type: ignore[arg-type]  # it is a lead
