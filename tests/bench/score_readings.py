"""Scores `desk read` on the labelled corpus: `python -m tests.bench.score_readings FILE… [--wrong]`.

A line is `{"in": {…}, "want": {…}}`; only the keys present in `want` are scored. `intents` is the full label;
`core` names the ones that must be there (the others may), `either` names labels any one of which is right.
The strict figure ignores both and compares with `intents` alone.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from desk.models.rules.reading import Lexicon, read
from desk.services.lexicon import load_lexicon
from desk.services.read_command import message_from

OTHER_FACTS = ("do_not", "resume_on", "preferred_contact", "phone")
CORPUS = Path(__file__).parents[1] / "data" / "readings"
GROWN_ON = (*map(str, range(1, 35)), *"abcdfghiklmnopqrstuvwxyz")
"""The hands whose training parts this version of the reader was grown on; a part that comes later is news to it."""


@dataclass
class Score:
    """Counts over a corpus, and the lines that went wrong."""

    counts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def tally(self, name: str, *, right: bool) -> bool:
        self.counts[f"{name}.of"] += 1
        self.counts[f"{name}.right"] += right
        return right

    def share(self, name: str) -> float:
        return self.counts[f"{name}.right"] / (self.counts[f"{name}.of"] or 1)

    def f1(self, kind: str) -> float:
        hit, extra, missed = (self.counts[f"{kind}.{part}"] for part in ("hit", "extra", "missed"))
        return 2 * hit / ((2 * hit + extra + missed) or 1)


def lines_of(paths: Iterable[Path]) -> Iterator[dict[str, Any]]:
    for path in paths:
        with path.open(encoding="utf-8") as file:
            yield from (json.loads(line) for line in file if line.strip())


def grown_on() -> list[Path]:
    """Gives the training parts of those hands."""
    return [CORPUS / f"hand_{hand}.train.jsonl" for hand in GROWN_ON]


def hand_of(path: Path) -> str:
    """Gives the hand that wrote a part: `hand_11.train.jsonl` is of 11."""
    return path.name.split(".")[0].removeprefix("hand_")


def score(lines: Iterable[Mapping[str, Any]], lexicon: Lexicon | None = None) -> Score:
    lexicon, result = lexicon or load_lexicon(), Score()
    spent = []
    for line in lines:
        message = message_from(line["in"])
        begun = time.process_time()
        got = read(message, lexicon).to_json()
        spent.append(time.process_time() - begun)
        _compare(line, got, result)
    spent.sort()
    result.counts["us.mean"] = round(1e6 * sum(spent) / (len(spent) or 1))
    result.counts["us.p99"] = round(1e6 * spent[int(len(spent) * 0.99) - 1]) if spent else 0
    return result


def _compare(line: Mapping[str, Any], got: Mapping[str, Any], result: Score) -> None:
    want, faults = line["want"], []
    if got.get("doubt"):
        result.counts["asked back: stop" if "opt_out" in want["intents"] else "asked back: no stop"] += 1
    if not _intents(want, set(got["intents"]), result):
        faults.append(f"intents {got['intents']} want {want['intents']}")
    if "appointment_start" in want and not _start(want["appointment_start"], got, result):
        faults.append(f"start {got['appointment']} want {want['appointment_start']}")
    for name, right in _checks(want, got):
        if not result.tally(name, right=right):
            faults.append(f"{name} {got[name]} want {want[name]}")
    if faults:
        asked = f" [{line['in']['asked']}]" if line["in"].get("asked") else ""
        result.wrong.append(f"{line['in']['id']}{asked} {line['in']['text']!r}\n    " + "\n    ".join(faults))


def _checks(want: Mapping[str, Any], got: Mapping[str, Any]) -> Iterator[tuple[str, bool]]:
    for name in ("action", "language"):
        if name in want:
            yield name, got[name] in _several(want[name])
    yield from ((name, got[name] == want[name]) for name in OTHER_FACTS if name in want)
    if "vehicles" in want:
        yield "vehicles", _vehicles(want["vehicles"], got["vehicles"])


def _several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _intents(want: Mapping[str, Any], got: set[str], result: Score) -> bool:
    label = set(want["intents"])
    _count("strict", got, label, label, result)
    either = set(want.get("either", ()))
    needed = set(want.get("core", label)) - either
    allowed = label | either
    if either:
        met = bool(got & either)
        result.counts["lenient.hit" if met else "lenient.missed"] += 1
        result.counts["lenient.extra"] += 0
    _count("lenient", got - either, needed, allowed, result)
    stopping, stopped = "opt_out" in label, "opt_out" in got
    if stopping:
        result.tally("opt_out recall", right=stopped)
    elif stopped and "opt_out" not in either:
        result.counts["false opt-outs"] += 1
    return needed <= got and got <= allowed and (not either or bool(got & either))


def _count(kind: str, got: set[str], needed: set[str], allowed: set[str], result: Score) -> None:
    result.counts[f"{kind}.hit"] += len(got & allowed)
    result.counts[f"{kind}.extra"] += len(got - allowed)
    result.counts[f"{kind}.missed"] += len(needed - got)


def _start(want: str | None, got: Mapping[str, Any], result: Score) -> bool:
    start = got["appointment"]["start"] if got["appointment"] else None
    same = (
        want is not None
        and start is not None
        and datetime.fromisoformat(start) == datetime.fromisoformat(want)
    )
    right = same or (want is None and start is None)
    result.tally("start (with and without)", right=right)
    if want is not None:
        result.tally("start (where there is one)", right=right)
    return right


def _vehicles(want: list[Mapping[str, Any]], got: list[Mapping[str, Any]]) -> bool:
    """Each wanted vehicle is there, by the facts its label names, and no other."""
    met = [any(all(car.get(key) == value for key, value in one.items()) for car in got) for one in want]
    return all(met) and len(got) == len(want)


def _share(part: int, whole: int) -> str:
    return f"{part / (whole or 1):.3f}"


def report(result: Score) -> list[str]:
    """Gives the figures, one a line."""
    counts = result.counts
    rows = [
        f"intents micro-F1      {result.f1('lenient'):.3f}  (strict {result.f1('strict'):.3f})",
        f"opt-out recall        {result.share('opt_out recall'):.3f} of {counts['opt_out recall.of']}, "
        f"false opt-outs {counts['false opt-outs']}",
        f"asked a person         {counts['asked back: stop']} stops, {counts['asked back: no stop']} others; "
        f"recall with these {_share(counts['opt_out recall.right'] + counts['asked back: stop'], counts['opt_out recall.of'])}",
    ]
    names = (
        "start (where there is one)",
        "start (with and without)",
        "action",
        "language",
        *OTHER_FACTS,
        "vehicles",
    )
    rows += [f"{name:<28} {result.share(name):.3f} of {counts[f'{name}.of']}" for name in names]
    return [
        *rows,
        f"processor time a message: mean {counts['us.mean'] / 1000:.2f} ms, p99 {counts['us.p99'] / 1000:.2f} ms",
    ]


def main(arguments: list[str] | None = None) -> int:
    """Prints the figures; `--wrong` also prints each line that went wrong (never use it on a test part)."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--wrong", action="store_true")
    chosen = parser.parse_args(arguments)
    result = score(lines_of(chosen.files))
    if chosen.wrong:
        print("\n".join(result.wrong))
    print("\n".join(report(result)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
