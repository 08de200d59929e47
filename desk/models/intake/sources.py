"""Where a lead came from: its source, kind and class, by the table of known sources (LEAD-03)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desk.models.intake.emails import domain

KINDS = ("marketplace", "website", "phone", "referral", "oem", "social", "chat", "trade_in", "walk_in")
CLASSES = ("1st", "2nd", "3rd")


@dataclass(frozen=True, slots=True)
class KnownSource:
    """One row of the table. `words` are looked for as whole words, `domains` as ends of a mail or web domain.

    `name` None keeps the name that the sender gave: a tool, such as a trade-in form, sold to many sites.
    """

    name: str | None
    kind: str
    class_: str
    words: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    relays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SourceMatch:
    """A source as filed; `known` is False for one that still waits for filing by a person."""

    name: str | None
    kind: str = "website"
    class_: str = "3rd"
    known: bool = False


class SourceTable:
    """The shipped rows, after those that the store filed itself: the first row that matches wins."""

    def __init__(self, rows: Iterable[KnownSource] = ()) -> None:
        self._rows = tuple(rows)
        self._words = tuple((_whole_words(row.words), row) for row in self._rows if row.words)
        self._domains = {name.lower(): row for row in reversed(self._rows) for name in row.domains}
        self._relays = frozenset(name.lower() for row in self._rows for name in row.relays)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> SourceTable:
        """The table of `resources/intake/sources.toml`. Raises ValueError for a kind or class that is none."""
        return cls(_row(each) for each in data.get("source", ()))

    def with_rows(self, rows: Iterable[KnownSource]) -> SourceTable:
        """This table with the store's own filings before the shipped rows."""
        return SourceTable((*rows, *self._rows))

    def match(
        self,
        provider: str | None,
        service: str | None = None,
        sender: str | None = None,
        text: str = "",
        *,
        vendor: str | None = None,
        url: str | None = None,
    ) -> SourceMatch:
        """The source of a lead by its provider and service, their domains, then `text` (ids of the document).

        A provider named like the vendor is the store's own site: website, 1st. Else it counts as an unknown
        website form, 3rd, under the provider's name.
        """
        named = next((each for each in (provider, service) if each), None) or text or None
        row = (
            self._by_words(provider)
            or self._by_domain(sender, url)
            or self._by_words(service)
            or self._by_words(text)
        )
        if row:
            return SourceMatch(row.name or named, row.kind, row.class_, True)
        if _own_site(vendor, provider, service, url):
            return SourceMatch(named, "website", "1st", True)
        return SourceMatch(named)

    def knows_sender(self, address: str) -> bool:
        """Whether mail from `address` comes from a known source."""
        return self._by_domain(address, None) is not None

    def is_relay(self, address: str) -> bool:
        """Whether `address` is one that a marketplace relays to its customer."""
        return any(end in self._relays for end in _ends(domain(address)))

    def _by_words(self, text: str | None) -> KnownSource | None:
        if not text:
            return None
        return next((row for words, row in self._words if words.search(text)), None)

    def _by_domain(self, sender: str | None, url: str | None) -> KnownSource | None:
        for host in (domain(sender or ""), _host(url or "")):
            for end in _ends(host):
                if row := self._domains.get(end):
                    return row
        return None


def _row(data: Mapping[str, Any]) -> KnownSource:
    if data["kind"] not in KINDS or data["class"] not in CLASSES:
        raise ValueError(
            f"source {data.get('name')}: kind {data['kind']} or class {data['class']} is none of the known ones"
        )
    lists = {key: tuple(data.get(key, ())) for key in ("words", "domains", "relays")}
    return KnownSource(data.get("name"), data["kind"], data["class"], **lists)


def _whole_words(words: tuple[str, ...]) -> re.Pattern[str]:
    choices = "|".join(re.escape(word).replace(r"\ ", r"[\s_-]*") for word in words)
    return re.compile(rf"(?<![^\W_])(?:{choices})(?![^\W_])", re.IGNORECASE)


def _host(url: str) -> str:
    return re.sub(r"^[a-z][a-z0-9+.-]*://", "", url.strip().lower()).partition("/")[0].partition(":")[0]


def _ends(host: str) -> list[str]:
    labels = host.lower().strip(".").split(".")[-6:]
    return [".".join(labels[at:]) for at in range(len(labels) - 1)]


def _squash(text: str | None) -> str:
    return re.sub(r"[\W_]+", "", (text or "").casefold())


def _own_site(vendor: str | None, *told: str | None) -> bool:
    own = _squash(vendor)
    return len(own) >= 5 and any(own in _squash(each) for each in told)
