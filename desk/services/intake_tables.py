"""Loads the tables that intake reading is handed: a rule reads no file itself."""

from __future__ import annotations

from functools import cache

from desk.models.intake.columns import ColumnTable
from desk.models.intake.kinds import MailTable
from desk.models.intake.labels import LabelTable
from desk.models.intake.own_words import OwnWords
from desk.models.intake.sources import SourceTable
from desk.models.intake.tables import IntakeTables
from desk.services.resources import load_toml


@cache
def shipped_tables() -> IntakeTables:
    """The tables as shipped; read once. A store's own filings go on top with `IntakeTables.with_sources`."""
    labels = LabelTable.from_data(load_toml("intake", "labels.toml"))
    return IntakeTables(
        sources=SourceTable.from_data(load_toml("intake", "sources.toml")),
        labels=labels,
        own=OwnWords.from_data(load_toml("intake", "own_words.toml"), labels),
        mail=MailTable.from_data(load_toml("intake", "mail.toml")),
        makes=tuple(load_toml("intake", "makes.toml")["makes"]),
        lead_columns=ColumnTable.from_data(load_toml("intake", "lead_columns.toml")),
        inventory_columns=ColumnTable.from_data(load_toml("intake", "inventory_columns.toml")),
    )
