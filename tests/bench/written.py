"""What was written to the training lines, to train on: the same wishes told by other people, and other wishes beside them.

A line of `same_?.txt` and `other_?.txt` is `number|text`: it has the wishes of the training line of that number. One of
`beside_?.txt` is `number|label|text`: `=` for the same wishes, else its own, with a question before a colon
("visit_time: yes,price?"). `price?` may be left out by a reader, of `yes/confirm_time` either is right. One of `free_?.txt` is
`label|text` and belongs to no training line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from desk.models.rules.reading.values import INTENTS
from tests.bench import score_readings

RETOLD = score_readings.CORPUS / "retold"
WISHES = ("intents", "core", "either")
NO_ONE = {
    "in": {"id": "free", "now": "2026-07-06T12:00:00-04:00", "timezone": "America/New_York"},
    "want": {},
}
"""What a line of `free_?.txt` belongs to: of such a line only the wishes are known."""
_QUESTION = re.compile(r"(?P<asked>[a-z_]+): *(?P<label>.+)")


def written_to(lines: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Gives every message written to these lines, with the number of its line and nothing known of it but its wishes.

    Raises `ValueError` for a label that names no intent.
    """
    parents = {line["in"]["id"]: line for line in lines}
    return [*_retold(parents), *_beside(parents), *_free()]


def _retold(parents: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for name in ("same", "other"):
        for number, text in _split(name, 2):
            if number in parents:
                yield _message(parents[number], text, parents[number]["in"].get("asked"))


def _beside(parents: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for number, told, text in _split("beside", 3):
        if number not in parents:
            continue
        parent, (asked, label) = parents[number], _asked(told)
        if label == "=":
            asked = asked or parent["in"].get("asked")
        yield _message(parent, text, asked, None if label == "=" else wishes_of(label))


def _free() -> Iterator[dict[str, Any]]:
    for told, text in _split("free", 2):
        asked, label = _asked(told)
        yield _message(NO_ONE, text, asked, wishes_of(label))


def _asked(told: str) -> tuple[str | None, str]:
    question = _QUESTION.fullmatch(told)
    return (question["asked"], question["label"]) if question else (None, told)


def _split(name: str, count: int) -> Iterator[list[str]]:
    for path in sorted(RETOLD.glob(f"{name}_*.txt")):
        yield from (line.split("|", count - 1) for line in path.read_text(encoding="utf-8").splitlines())


def _message(
    parent: Mapping[str, Any], text: str, asked: str | None, wishes: Mapping[str, Any] | None = None
) -> dict[str, Any]:
    told = {**parent["in"], "text": text.replace(" / ", "\n"), "channel": "text", "asked": asked}
    same = {key: parent["want"][key] for key in WISHES if key in parent["want"]}
    return {"in": told, "want": dict(wishes) if wishes else same}


def wishes_of(label: str) -> dict[str, Any]:
    """Gives what a short label says, as `want` of a training line does.

    Whether a visit that is moved also has its new time was not labelled: it may be said and need not.
    """
    parts = [part.strip() for part in label.split(",") if part.strip()]
    either = [name.strip(" ?") for part in parts if "/" in part for name in part.split("/")]
    core = [part for part in parts if part in INTENTS]
    named = [part.split("/")[0].strip(" ?") for part in parts]
    if not named or any(name not in INTENTS for name in (*named, *either)):
        raise ValueError(f"{label!r} names no intent")
    if "reschedule" in named and "propose_time" not in named:
        named.append("propose_time")
    return {"intents": named, "core": core} | ({"either": either} if either else {})
