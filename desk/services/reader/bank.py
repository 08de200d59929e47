"""Questions of what the store says and has: answers, templates, vehicles."""

from __future__ import annotations

from collections.abc import Sequence

from desk.models.rules.replies.knowledge import words_of
from desk.models.snapshots.bank import AnswersView, AnswerView, FoundAnswer, StockView, TemplateView
from desk.models.store.queries import knowledge, stock, wanted
from desk.services import own_templates
from desk.services.reader.asked import Asked


class BankReader(Asked):
    """What the store says and has."""

    def stock(self, words: str) -> StockView:
        """Vehicles that hold every word, those that are here first (AI-05)."""
        return stock.stock(self.session, words)

    def asked_now(self) -> Sequence[frozenset[str]]:
        """What each open lead with a vehicle names of it, to try a feed on."""
        return wanted.asked_now(self.session)

    def answers(self, words: str) -> AnswersView:
        """Entries in force that hold every word, by their question (AI-13)."""
        return knowledge.answers(self.session, words)

    def answer_versions(self, entry: str) -> Sequence[AnswerView]:
        """Every version of one entry, the newest first."""
        return knowledge.answer_versions(self.session, entry)

    def bank_says(self, text: str, language: str) -> FoundAnswer | None:
        """What a customer who asks this would be told (AI-13)."""
        words, least = words_of(self._book), self._book.number("knowledge.threshold")
        found = self.facts.knowledge.best(words, text, language, self._now)
        if found is None:
            return None
        percent = int(found.likeness * 100)
        return FoundAnswer(found.entry.entry, found.entry.answer, percent, found.likeness >= least)

    def templates(self) -> Sequence[TemplateView]:
        """The store's own templates, each in its versions (FLOW-08)."""
        return own_templates.versions(self.session)

    def template_fields(self) -> Sequence[str]:
        """What a template may fill in."""
        return tuple(sorted(own_templates.FIELDS))
