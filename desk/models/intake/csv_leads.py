"""Leads from a CSV file (LEAD-01): each row a lead, or refused with its row, field and reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo

from desk.models.intake.columns import Refused, Row, read_sheet
from desk.models.intake.customers import labelled_customer
from desk.models.intake.labels import Facts
from desk.models.intake.moments import read_moment
from desk.models.intake.plain import block, field
from desk.models.intake.prospect import LeadId, Prospect
from desk.models.intake.tables import IntakeTables
from desk.models.intake.vehicles import trade_in_of, wanted_of

_CUSTOMER = (
    "first",
    "last",
    "full",
    "email",
    "phone",
    "cell",
    "home",
    "work",
    "street",
    "city",
    "region",
    "postal",
    "country",
    "preferred",
)
_VEHICLE = (
    "vehicle",
    "condition",
    "year",
    "make",
    "model",
    "trim",
    "stock",
    "vin",
    "price",
    "odometer",
    "colour",
)


@dataclass(frozen=True, slots=True)
class TakenRow:
    """A row read as a lead."""

    row: int
    prospect: Prospect


@dataclass(frozen=True, slots=True)
class LeadSheet:
    """What a CSV file of leads held. `mapping` and `unused` say how its columns were understood."""

    taken: tuple[TakenRow, ...]
    refused: tuple[Refused, ...]
    mapping: Mapping[str, str]
    unused: tuple[str, ...]


def read_lead_csv(
    raw: bytes, *, store_zone: tzinfo, tables: IntakeTables, mapping: Mapping[str, str] | None = None
) -> LeadSheet:
    """The leads in `raw`. `mapping` (heading to field, empty to leave a column out) goes before the known headings.

    Raises ValueError, in words for a person, when the file is no table of leads.
    """
    sheet = read_sheet(raw, tables.lead_columns, mapping)
    read = [_read_row(row, store_zone, tables) for row in sheet.rows]
    return LeadSheet(
        tuple(each for each in read if isinstance(each, TakenRow)),
        tuple(each for each in read if isinstance(each, Refused)),
        sheet.mapping,
        sheet.unused,
    )


def _read_row(row: Row, zone: tzinfo, tables: IntakeTables) -> TakenRow | Refused:
    facts = _facts(row)
    customer = labelled_customer(facts, tables.region)
    if not customer.named_or_reachable:
        return Refused(row.number, "name", "no name, email or phone")
    received = read_moment(row.get("received") or "", zone)
    if row.get("received") and received is None:
        return Refused(row.number, "received", f'the date "{row.get("received")}" could not be read')
    doubts: list[str] = (
        [] if customer.reachable else ["No way to reach the customer: no email or phone that works"]
    )
    if "email" in row.cells and not customer.emails:
        doubts.append(f'Email "{row.get("email")}" is not an address')
    vehicle = wanted_of(facts, "vehicle", tables.makes, doubts)
    trade = trade_in_of(facts, doubts, tables.makes)
    source = tables.sources.match(field(row.get("source")), field(row.get("service")))
    lead_id = field(row.get("id"))
    return TakenRow(
        row.number,
        Prospect(
            customer=customer,
            received=received,
            provider=field(row.get("source")),
            service=field(row.get("service")),
            source=source.name,
            source_kind=source.kind,
            source_class=source.class_,
            source_known=source.known,
            vehicles=() if vehicle.empty else (vehicle,),
            trade_in=None if trade.empty else trade,
            comments=block(row.get("comments")),
            timeframe=field(row.get("timeframe")),
            ids=(LeadId(source.name, lead_id),) if lead_id else (),
            warnings=tuple(dict.fromkeys(doubts)),
        ),
    )


def _facts(row: Row) -> Facts:
    own = {f"customer.{name}": cell for name in _CUSTOMER if (cell := row.get(name))}
    wanted = {f"vehicle.{name}": cell for name in _VEHICLE if (cell := row.get(name))}
    trade = {
        f"trade_in.{name.removeprefix('trade_')}": cell
        for name, cell in row.cells.items()
        if name.startswith("trade_")
    }
    return own | wanted | trade
