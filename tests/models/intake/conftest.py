"""The shipped tables, the store's zone, and two shorthands for reading."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk.models.intake.adf import read_adf
from desk.models.intake.mail import Known, MailReading, read_mail
from desk.models.intake.prospect import Prospect, Quarantined
from desk.models.intake.tables import IntakeTables
from desk.services.intake_tables import shipped_tables

PHOENIX = ZoneInfo("America/Phoenix")

Reading = Prospect | Quarantined


@pytest.fixture(scope="session")
def tables() -> IntakeTables:
    """The tables as shipped."""
    return shipped_tables()


@pytest.fixture(scope="session")
def adf_file(tables: IntakeTables) -> Callable[[str], tuple[Reading, ...]]:
    """Reads one of our own test documents."""
    folder = Path(__file__).resolve().parents[2] / "data" / "adf"
    return lambda name: read_adf((folder / name).read_bytes(), store_zone=PHOENIX, tables=tables)


@pytest.fixture(scope="session")
def one(tables: IntakeTables) -> Callable[..., Prospect]:
    """The single prospect of a document."""

    def read(document: str | bytes, **more: object) -> Prospect:
        (reading,) = read_adf(document, store_zone=PHOENIX, tables=tables, **more)  # type: ignore[arg-type]
        assert isinstance(reading, Prospect), reading
        return reading

    return read


@pytest.fixture(scope="session")
def refused(tables: IntakeTables) -> Callable[[str | bytes], str]:
    """The quarantine reason of a document that holds one reading."""

    def read(document: str | bytes) -> str:
        (reading,) = read_adf(document, store_zone=PHOENIX, tables=tables)
        assert isinstance(reading, Quarantined), reading
        return reading.reason

    return read


@pytest.fixture(scope="session")
def mail(tables: IntakeTables) -> Callable[..., MailReading]:
    """Reads a mail given as text or bytes."""

    def read(raw: str | bytes, known: Known | None = None) -> MailReading:
        data = raw.encode() if isinstance(raw, str) else raw
        return read_mail(data, store_zone=PHOENIX, tables=tables, known=known or Known())

    return read
