"""The tables that reading needs, loaded elsewhere and handed in: a rule reads no file."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from desk.models.intake.columns import ColumnTable
from desk.models.intake.kinds import MailTable
from desk.models.intake.labels import LabelTable
from desk.models.intake.lessons import Lesson, address_of
from desk.models.intake.own_words import OwnWords
from desk.models.intake.sources import SourceTable


@dataclass(frozen=True, slots=True)
class IntakeTables:
    """Known sources, labels, makes, the words that tell kinds of mail apart, column names of CSV files, and taught layouts."""

    sources: SourceTable = field(default_factory=SourceTable)
    labels: LabelTable = field(default_factory=LabelTable)
    mail: MailTable = field(default_factory=MailTable)
    own: OwnWords = field(default_factory=OwnWords)
    makes: tuple[str, ...] = ()
    lead_columns: ColumnTable = field(default_factory=ColumnTable)
    inventory_columns: ColumnTable = field(default_factory=ColumnTable)
    region: str = "US"
    lessons: tuple[Lesson, ...] = ()

    def with_sources(self, sources: SourceTable) -> IntakeTables:
        """These tables with the store's own table of sources."""
        return replace(self, sources=sources)

    def with_lessons(self, lessons: tuple[Lesson, ...]) -> IntakeTables:
        """These tables with the layouts that people taught."""
        return replace(self, lessons=lessons)

    def lessons_of(self, sender: str) -> tuple[Lesson, ...]:
        """What was taught for a sender, the newest first."""
        return tuple(lesson for lesson in reversed(self.lessons) if lesson.sender == address_of(sender))
