"""`desk read`: JSON Lines in, JSON Lines out; what the assistant understands in each message (AI-09)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, TextIO
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from desk.models.errors import BadInput
from desk.models.rules.reading import MessageIn, read
from desk.services.lexicon import load_lexicon

_TEXTS = ("id", "text", "now", "timezone", "channel")


def run_read(stdin: Iterable[str], stdout: TextIO, stderr: TextIO) -> int:
    """Reads message after message. 0 done, 1 when a line could not be read; each such line is named, the rest go on."""
    status, lexicon = 0, load_lexicon()
    for number, line in enumerate(stdin, start=1):
        if not line.strip():
            continue
        try:
            reading = read(message_from(_object(line)), lexicon)
        except BadInput as trouble:
            print(f"line {number}: {trouble}", file=stderr)
            status = 1
            continue
        print(json.dumps(reading.to_json(), ensure_ascii=False), file=stdout, flush=True)
    return status


def message_from(fields: Mapping[str, Any]) -> MessageIn:
    """Checks one input object; raises `BadInput` that names the field and says what to do."""
    for name in _TEXTS:
        if not isinstance(fields.get(name), str):
            raise BadInput(f"{name} is missing or not a string.", do=f'Give "{name}" as a string.')
    for name in ("subject", "asked"):
        if not isinstance(fields.get(name), str | None):
            raise BadInput(f"{name} is not a string.", do=f'Leave "{name}" out, or give it as a string.')
    channel = fields["channel"]
    if channel not in ("text", "email"):
        raise BadInput(f"channel is {channel!r}.", do='Give "text" or "email".')
    return MessageIn(
        id=fields["id"],
        text=fields["text"],
        now=_moment(fields["now"]),
        timezone=_zone(fields["timezone"]),
        channel="email" if channel == "email" else "text",
        subject=fields.get("subject"),
        asked=fields.get("asked"),
    )


def _object(line: str) -> Mapping[str, Any]:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError) as trouble:
        raise BadInput(f"not JSON: {trouble}.", do="Give one JSON object a line.") from trouble
    if not isinstance(fields, dict):
        raise BadInput("not a JSON object.", do="Give one JSON object a line.")
    return fields


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as trouble:
        raise BadInput(f"now is {text!r}.", do="Give an ISO date-time with its offset from UTC.") from trouble
    if moment.tzinfo is None:
        raise BadInput(f"now is {text!r}, without an offset.", do="Add the offset, such as -07:00.")
    return moment


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as trouble:
        raise BadInput(f"timezone is {name!r}.", do="Give an IANA name such as America/Phoenix.") from trouble
    return name
