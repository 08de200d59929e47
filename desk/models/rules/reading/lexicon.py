"""The word lists of reading, compiled once from tables (resources/reading/*.toml) into fast patterns.

A pattern in a table is a regular expression over plain text (see `normalise`): a blank also allows a comma,
` ~ ` allows up to three words of the same sentence, and `<name>` stands for the macro of that name.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from desk.models.rules.reading.cars import CarNames
from desk.models.rules.reading.chooser import Chooser
from desk.models.rules.reading.kin import Kin
from desk.models.rules.reading.learned import Learned, WholeText
from desk.models.rules.reading.normalise import Spelling, fold

Span = tuple[int, int]

_MACRO = re.compile(r"(?<!P)<([a-z_]+)>")
_GROUP = re.compile(r"(?<!\\)\((?!\?)")
"""A group that nobody asks for: counted, it more than doubles the time of a pattern that starts with one."""
_BLANK, _GAP = "(?: (?:, )?)", " (?:[^ .?]+ ){0,3}"


@dataclass(frozen=True, slots=True)
class Rule:
    """`any` says it, unless an overlapping `unless` takes the same words for something else."""

    name: str
    any: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    asked: frozenset[str] = frozenset()

    def spans(self, words: str, asked: str | None = None) -> list[Span]:
        """Gives where in the plain text the rule holds; a rule bound to `asked` needs that question."""
        if self.asked and asked not in self.asked:
            return []
        hits = [told(found) for found in self.any.finditer(words)]
        if not hits or self.unless is None:
            return hits
        taken = [told(found) for found in self.unless.finditer(words)]
        return [hit for hit in hits if not any(overlap(hit, span) for span in taken)]


@dataclass(frozen=True, slots=True)
class StopWords:
    """Words that are an opt-out as a sentence, or as a whole message, of their own; fillers may stand around."""

    sentence: re.Pattern[str]
    message: re.Pattern[str]
    fillers: frozenset[str]


@dataclass(frozen=True, slots=True)
class ActionRule:
    """The action of the first line whose intents, question and known facts all fit."""

    action: str
    intents: frozenset[str]
    only: bool
    asked: frozenset[str]
    facts: frozenset[str]
    lacks: frozenset[str]


@dataclass(frozen=True, slots=True)
class SettleRule:
    """What goes and what comes where one of `said` was understood and the facts are as in `facts`."""

    said: frozenset[str]
    facts: Mapping[str, bool]
    drop: frozenset[str]
    add: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All word lists of reading, compiled. Build it once with `from_tables`; it is immutable and thread-safe."""

    spelling: Spelling
    opt_outs: tuple[Rule, ...]
    elsewhere: re.Pattern[str]
    limits: re.Pattern[str]
    instead: re.Pattern[str]
    certain: re.Pattern[str]
    ways: Mapping[str, re.Pattern[str]]
    certain_within: int
    certain_beside: int
    certain_amid: int
    declined: re.Pattern[str]
    others: re.Pattern[str]
    wishes: tuple[Rule, ...]
    stop_words: StopWords
    channel_words: Mapping[str, re.Pattern[str]]
    intents: tuple[Rule, ...]
    hints: tuple[Rule, ...]
    answers: Mapping[str, str]
    begins: Mapping[str, re.Pattern[str]]
    no_unless: frozenset[str]
    dates: Mapping[str, Any]
    atoms: tuple[tuple[str, re.Pattern[str]], ...]
    links: Mapping[str, re.Pattern[str]]
    loosely: re.Pattern[str]
    roles: tuple[Rule, ...]
    confirms: Mapping[str, Rule]
    cars: CarNames
    refused: Mapping[str, re.Pattern[str]]
    trade: Mapping[str, re.Pattern[str]]
    languages: Mapping[str, frozenset[str]]
    question: re.Pattern[str]
    between_questions: re.Pattern[str]
    indirect: re.Pattern[str]
    courtesies: re.Pattern[str]
    in_part: re.Pattern[str]
    plainly: tuple[Rule, ...]
    courtesy_words: frozenset[str]
    settles: tuple[SettleRule, ...]
    actions: tuple[ActionRule, ...]
    confidence: Mapping[str, float]
    learned: Learned
    chooser: Chooser

    @classmethod
    def from_tables(cls, tables: Mapping[str, Mapping[str, Any]], whole: WholeText | None = None) -> Lexicon:
        """Compiles the tables by file stem (`spelling`, `optout` ...); raises `KeyError` or `re.error` if damaged.

        `whole` reads what single words leave in doubt.
        """
        dates = tables["dates"]
        contact = tables["contact"]
        macros = {**tables["macros"]["macros"], **contact["macros"], **_date_macros(dates)}
        spelling = _spelling(tables["spelling"])
        cars = CarNames.of(tables["vehicles"], spelling)
        kin = _kin(tables["concepts"]["concepts"], cars.kin, dates)
        return cls(
            spelling=spelling,
            opt_outs=_rules([*tables["optout"]["rule"], *contact["rule"]], macros),
            elsewhere=compile_any(contact["elsewhere"]["any"], macros),
            limits=compile_any(contact["limits"]["any"], macros),
            instead=compile_any(contact["instead"]["any"], macros),
            certain=compile_any(contact["certain"]["any"], macros),
            ways={name: compile_any(lines, macros) for name, lines in contact["ways"].items()},
            certain_within=contact["certain"]["within"],
            certain_beside=contact["certain"]["beside"],
            certain_amid=contact["certain"]["amid"],
            declined=compile_any(contact["declined"]["any"], macros),
            others=compile_any(contact["others"]["any"], macros),
            wishes=_rules(contact["wish"], macros),
            channel_words={
                name: compile_any(lines, macros) for name, lines in tables["optout"]["channels"].items()
            },
            stop_words=_stop_words(tables["optout"]),
            intents=_rules(tables["intents"]["rule"], macros),
            hints=_rules(tables["intents"]["hint"], macros),
            answers=tables["actions"]["answers"],
            begins={word: re.compile(f" (?:{tables['actions']['begins'][word]}) ") for word in ("yes", "no")},
            no_unless=frozenset(tables["actions"]["begins"]["no_unless"]),
            dates=_folded_dates(dates),
            atoms=tuple((atom["kind"], compile_any(atom["any"], macros)) for atom in dates["atom"]),
            links=_links(dates["links"]),
            loosely=compile_any(dates["loosely"]["any"], macros),
            roles=_rules(dates["role"], macros),
            confirms={rule.name: rule for rule in _rules(dates["confirm"], macros)},
            cars=cars,
            refused={
                side: compile_any(lines, macros) for side, lines in tables["vehicles"]["refused"].items()
            },
            trade={name: compile_any(lines, macros) for name, lines in tables["trade"].items()},
            languages={
                name: frozenset(map(fold, words)) for name, words in tables["language"]["words"].items()
            },
            question=compile_any(tables["actions"]["questions"]["any"], macros),
            between_questions=_between_questions(tables["actions"]["questions"]["begins"]),
            indirect=compile_any(tables["actions"]["questions"]["indirect"], macros),
            plainly=_rules(tables["actions"]["plainly"], macros),
            in_part=compile_any(tables["actions"]["in_part"]["any"], macros),
            courtesies=_courtesies(tables["actions"], macros),
            courtesy_words=frozenset(tables["actions"]["courtesy"]["words"].split()),
            settles=tuple(_settle(line) for line in tables["actions"]["settle"]),
            actions=tuple(_action(line) for line in tables["actions"]["rule"]),
            confidence=tables["actions"]["confidence"],
            learned=Learned.of(kin, tables["model"], whole),
            chooser=Chooser.of(tables["times"]),
        )

    def channels_named(self, words: str, here: str) -> tuple[str, ...]:
        """Gives the channels a stretch of plain text names, in the order said; "message" alone is `here`."""
        padded = f" {words.strip()} "
        said = {
            name: found.start()
            for name, pattern in self.channel_words.items()
            if (found := pattern.search(padded))
        }
        plain = [name for name in sorted(said, key=said.__getitem__) if name != "message"]
        return tuple(plain) or ((here,) if said else ())


def overlap(one: Span, other: Span) -> bool:
    """Says whether two stretches share a character."""
    return one[0] < other[1] and other[0] < one[1]


def without(words: str, spans: Iterable[Span]) -> str:
    """Blanks stretches that have been read already, so that "stop calling me" is not also "call me"."""
    for start, end in spans:
        words = words[:start] + "_" * (end - start) + words[end:]
    return words


def told(found: re.Match[str]) -> Span:
    """Gives where the tokens of a match stand, without the blank that a compiled pattern begins with."""
    return found.start() + 1, found.end()


def compile_any(lines: Iterable[str], macros: Mapping[str, str]) -> re.Pattern[str]:
    """Compiles pattern lines into one that matches whole plain tokens and the blank before them (see `told`)."""
    return re.compile(" (?:" + "|".join(_expanded(line, macros) for line in lines) + ")(?= )")


def _expanded(line: str, macros: Mapping[str, str]) -> str:
    for _ in range(4):
        line = _MACRO.sub(lambda found: f"(?:{macros[found[1]]})" if found[1] in macros else found[0], line)
    return (
        _GROUP.sub("(?:", _without_accents(line))
        .replace(" ~ ", "\0")
        .replace(" ", _BLANK)
        .replace("\0", _GAP)
    )


def _between_questions(begins: str) -> re.Pattern[str]:
    """Where one sentence or question of a plain text ends and the next begins."""
    return re.compile(f"(?<= [.?]) | (?=, (?:and |also |y )?(?:{begins}) )| (?=(?:y|and) (?:{begins}) )")


def _courtesies(actions: Mapping[str, Any], macros: Mapping[str, str]) -> re.Pattern[str]:
    """Polite talk; <ends> is where a question about something else may begin behind it, or the end."""
    return compile_any(
        actions["courtesy"]["any"],
        {**macros, "ends": f"{actions['questions']['begins']}|i|my|just|[^\\W\\d_]+ $|$"},
    )


def _rules(lines: Iterable[Mapping[str, Any]], macros: Mapping[str, str]) -> tuple[Rule, ...]:
    return tuple(
        Rule(
            name=line["name"],
            any=compile_any(line["any"], macros),
            unless=compile_any(line["unless"], macros) if "unless" in line else None,
            asked=frozenset(line.get("asked", ())),
        )
        for line in lines
    )


def _stop_words(table: Mapping[str, Any]) -> StopWords:
    def repeated(phrases: Iterable[str]) -> re.Pattern[str]:
        either = "|".join(map(re.escape, sorted(map(fold, phrases), key=len, reverse=True)))
        return re.compile(f"(?:{either})(?: (?:{either}))*")

    whole = [*table["sentence"], *table["message"]]
    return StopWords(repeated(table["sentence"]), repeated(whole), frozenset(map(fold, table["fillers"])))


def _spelling(table: Mapping[str, Any]) -> Spelling:
    short = {fold(word): fold(plain) for word, plain in table["short"].items()}
    repair = tuple(fold(word) for word in table["repair"])
    return Spelling(short, repair, frozenset(map(fold, [*repair, *table["known"]])), table["emoji"])


def _without_accents(line: str) -> str:
    """Unlike `fold` this keeps capitals: a pattern needs them in the names of its groups."""
    return "".join(c for c in unicodedata.normalize("NFKD", line) if not unicodedata.combining(c))


def _kin(concepts: Mapping[str, str], cars: Iterable[str], dates: Mapping[str, Any]) -> Kin:
    return Kin.of(concepts, sorted(cars), map(fold, dates["weekdays"]), map(fold, dates["months"]))


def _date_macros(dates: Mapping[str, Any]) -> dict[str, str]:
    def either(words: Iterable[str]) -> str:
        return "|".join(sorted(map(fold, words), key=len, reverse=True))

    numbers = dates["numbers"]
    return {
        "n": either(numbers),
        "hourword": either(
            word for word in numbers if 1 <= numbers[word] <= 12 and word not in dates["not_hours"]
        ),
        "unit": either(dates["units"]),
        "domword": either(dates["ordinals"]),
        "weekday": either(dates["weekdays"]),
        "month": either(dates["months"]),
        "holiday": either(dates["holidays"]),
    }


def _folded_dates(dates: Mapping[str, Any]) -> dict[str, Any]:
    tables = {name: table for name, table in dates.items() if isinstance(table, Mapping)}
    return {name: {fold(word): value for word, value in table.items()} for name, table in tables.items()}


def _links(table: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    """Compiles the words that may stand between, before and after the atoms of a time phrase."""
    every = "|".join(table[name] for name in ("join", "alternative", "range", "after", "before"))
    return {
        "gap": re.compile(f" ?(?:(?:{every}) )*"),
        "alternative": re.compile(f" (?:{table['alternative']}) "),
        "range": re.compile(f" (?:{table['range']}) "),
        "bare_after": re.compile(f" (?:{table['bare_after']}) "),
        "offer": re.compile(f" (?:{table['offer']}) "),
        "correction": re.compile(f" {table['correction']} "),
        "until": re.compile(f"{table['until']} "),
        "days_on": re.compile(f" (?:{table['days_on']}) "),
        "instead": re.compile(f" ?{table['instead']} "),
        **{
            name: re.compile(f" {table[name]} ")
            for name in ("same_hour", "anew", "that_day", "after_that", "negated")
        },
        **{
            name: re.compile(f" (?:{table[name]}) $")
            for name in ("after", "before", "not_before", "bare_before")
        },
    }


def _action(line: Mapping[str, Any]) -> ActionRule:
    return ActionRule(
        action=line["action"],
        intents=frozenset(line.get("intents", ())),
        only=line.get("only", False),
        asked=frozenset(line.get("asked", ())),
        facts=frozenset(line.get("facts", ())),
        lacks=frozenset(line.get("lacks", ())),
    )


def _settle(line: Mapping[str, Any]) -> SettleRule:
    return SettleRule(
        said=frozenset(line["said"]),
        facts={name: line[name] for name in ("asks", "timed", "offered") if name in line},
        drop=frozenset(line.get("drop", ())),
        add=frozenset(line.get("add", ())),
    )
