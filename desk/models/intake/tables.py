"""The tables that reading needs, loaded elsewhere and handed in: a rule reads no file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from desk.models.intake.columns import ColumnTable
from desk.models.intake.kinds import MailTable
from desk.models.intake.labels import LabelTable
from desk.models.intake.sources import SourceTable


@dataclass(frozen=True, slots=True)
class IntakeTables:
    """Known sources, labels, makes, the words that tell kinds of mail apart, and column names of CSV files."""

    sources: SourceTable = field(default_factory=SourceTable)
    labels: LabelTable = field(default_factory=LabelTable)
    mail: MailTable = field(default_factory=MailTable)
    makes: tuple[str, ...] = ()
    lead_columns: ColumnTable = field(default_factory=ColumnTable)
    inventory_columns: ColumnTable = field(default_factory=ColumnTable)
    region: str = "US"

    def with_sources(self, sources: SourceTable) -> IntakeTables:
        """These tables with the store's own table of sources."""
        return replace(self, sources=sources)
