"""The names of cars as shoppers write them, and the words that stand around them, compiled from `vehicles.toml` (AI-09)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Self

from desk.models.rules.reading.normalise import Spelling, fold, normalise

_WORD = re.compile(r"\S+")
_SHORTEST_OF_MANY = 4
"""A name of fewer letters is no word that has a plural."""


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a name: behind it where it says so, before it otherwise.

    A shy name is meant as a car where it is `pointed` at, `trimmed` (behind), `joined` to another name or says all
    (`alone`). A name that is `located` may be a town's, one that is `called` a person's, and one of `dealers` (behind)
    another store's. A year stands in `year_before` or `year_behind`.
    """

    pointed: re.Pattern[str]
    trimmed: re.Pattern[str]
    joined: re.Pattern[str]
    alone: re.Pattern[str]
    located: re.Pattern[str]
    called: re.Pattern[str]
    dealers: re.Pattern[str]
    year_before: re.Pattern[str]
    year_behind: re.Pattern[str]

    @classmethod
    def of(cls, table: Mapping[str, str]) -> Self:
        """Compiles the lists of words, alternatives parted by `|`."""
        points, describes, trims = (fold(table[name]) for name in ("points", "describes", "trims"))
        looks, since = f"(?: (?:{describes}|{trims}))", fold(table["since"])
        full, short = r"(?P<full>(?:19[89]|20[0-3])\d)", r"(?P<short>[012]\d)"
        return cls(
            pointed=re.compile(f" (?:{points}){looks}{{0,2}} $"),
            trimmed=re.compile(f" (?:{trims}) "),
            joined=re.compile(f" (?:, )?(?:{fold(table['joins'])}) (?:(?:{points}) )?"),
            alone=re.compile(r" (?:please )?(?:\?|(?:\. )?$)"),
            located=re.compile(f"(?<= )(?:{table['located']}) $"),
            called=re.compile(f" (?:{fold(table['called'])}) $"),
            dealers=re.compile(f" (?:{fold(table['dealers'])}) "),
            year_before=re.compile(rf" (?:{full} (?:\w+ )?|'?{short}{looks}? )$"),
            year_behind=re.compile(
                rf"(?:{looks}{{0,2}}(?: ,)?| \w{{2,9}})(?: (?:{since}))* {full} "
                rf"|{looks}{{0,2}} (?:{fold(table['since_short'])}) (?P<after>[012]\d) (?!(?:de|am|pm) )"
                rf"|{looks}{{1,2}} (?P<short>1[3-9]|2\d) (?=[.,?]|$)"
                rf"|{looks}{{0,2}} (?P<early>0\d) (?!(?:am|pm|de|to) )"
            ),
        )


@dataclass(frozen=True, slots=True)
class CarNames:
    """Every name of a make or model in plain text; `shy` ones are words of another meaning too, `places` towns.

    `kin` are the words that speak of cars wherever they stand; `several` names more than one of a model.
    """

    makes: Mapping[str, str]
    models: Mapping[str, tuple[str, str]]
    several: frozenset[str]
    shy: frozenset[str]
    places: frozenset[str]
    kin: frozenset[str]
    begins: Mapping[str, tuple[str, ...]]
    around: Around

    @classmethod
    def of(cls, table: Mapping[str, Any], spelling: Spelling) -> Self:
        """Compiles the table; raises `KeyError` if damaged."""
        makes, models = _makes(table["makes"], spelling), _models(table, spelling)
        shy = frozenset(map(fold, table["shy"]))
        every = (model for entry in table["makes"].values() for model in entry["models"])
        plurals = {f"{name}s": models[name] for name in _countable(every, set(table["with_make"]))}
        return cls(
            makes=makes,
            models={**plurals, **models},
            several=frozenset(plurals),
            shy=shy | {f"{name}s" for name in shy},
            places=frozenset(map(fold, table["places"])),
            kin=_kin({*makes, *models, *(name for name in plurals if name[:-1] not in shy)}, table),
            begins=_by_first_word({*makes, *models, *plurals}),
            around=Around.of(table["around"]),
        )

    def spots(self, words: str) -> Iterator[tuple[str, int, int]]:
        """Gives each name in a plain text with where it stands, the longest that fits."""
        past = 0
        for word in _WORD.finditer(words):
            start = word.start()
            for name in self.begins.get(word.group(), ()) if start >= past else ():
                if words.startswith(name, start) and words[start + len(name) : start + len(name) + 1] == " ":
                    past = start + len(name)
                    yield name, start, past
                    break


def _makes(shop: Mapping[str, Any], spelling: Spelling) -> dict[str, str]:
    return {
        name: make
        for make, entry in shop.items()
        for alias in _of(make, entry)
        for name in _plain(alias, spelling)
    }


def _models(table: Mapping[str, Any], spelling: Spelling) -> dict[str, tuple[str, str]]:
    bare = set(table["with_make"])
    return {
        name: (make, model)
        for make, entry in table["makes"].items()
        for model, aliases in entry["models"].items()
        for alias in (*_called(model, _of(make, entry), with_make=model in bare), *aliases)
        for name in _plain(alias, spelling)
    }


def _called(model: str, makes: list[str], *, with_make: bool) -> list[str]:
    return [f"{make} {model}" for make in makes] if with_make else [model]


def _of(make: str, entry: Mapping[str, Any]) -> list[str]:
    """A make and its other names."""
    return [make, *entry.get("also", ())]


def _plain(alias: str, spelling: Spelling) -> set[str]:
    """A name as it comes out of `normalise`, which may read shorthand into it ("hr v"), and as written."""
    return {_written(alias), normalise(alias, spelling).words.strip()}


def _written(alias: str) -> str:
    return " ".join(fold(alias).replace("-", " ").replace(".", " ").replace("&", "and").split())


def _countable(models: Iterable[str], bare: set[str]) -> Iterator[str]:
    """The models of which a customer may look at several ("the Rogues", "two F-150s")."""
    for model in set(models) - bare:
        name = _written(model)
        whole = name.isalpha() or (name[-1].isdigit() and not name.isdigit())
        if whole and len(name) >= _SHORTEST_OF_MANY and name[-1] not in "sxz":
            yield name


def _kin(names: Iterable[str], table: Mapping[str, Any]) -> frozenset[str]:
    """The words that speak of cars wherever they stand."""
    words = {word for name in names for word in name.split() if len(word) > 2}
    return frozenset(words - set(table["not_of_cars"]))


def _by_first_word(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    begins: dict[str, list[str]] = {}
    for name in sorted(names, key=len, reverse=True):
        begins.setdefault(name.split()[0], []).append(name)
    return {word: tuple(found) for word, found in begins.items()}
