"""`desk read`: JSON Lines in, JSON Lines out, a bad line named and passed over."""

from __future__ import annotations

import io
import json

import pytest

from desk.services.read_command import run_read

pytestmark = pytest.mark.requirement("AI-09")

GOOD = {
    "id": "1",
    "text": "tomorrow at 3?",
    "now": "2026-11-25T10:00:00-07:00",
    "timezone": "America/Phoenix",
    "channel": "text",
}


def ran(*lines: str) -> tuple[int, list[dict[str, object]], str]:
    out, err = io.StringIO(), io.StringIO()
    status = run_read(lines, out, err)
    return status, [json.loads(line) for line in out.getvalue().splitlines()], err.getvalue()


def test_each_message_gives_one_object_in_order() -> None:
    status, shown, err = ran(
        json.dumps(GOOD), "", json.dumps({**GOOD, "id": "2", "text": "stop", "asked": None})
    )
    assert (status, [one["id"] for one in shown], err) == (0, ["1", "2"], "")
    assert shown[0]["action"] == "book"
    assert shown[1]["do_not"] == ["text"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("{", "not JSON"),
        ("[1]", "not a JSON object"),
        (json.dumps({**GOOD, "text": 3}), "text"),
        (json.dumps({key: value for key, value in GOOD.items() if key != "now"}), "now"),
        (json.dumps({**GOOD, "now": "2026-11-25T10:00:00"}), "offset"),
        (json.dumps({**GOOD, "now": "yesterday"}), "now"),
        (json.dumps({**GOOD, "timezone": "America/Nowhere"}), "timezone"),
        (json.dumps({**GOOD, "timezone": "../etc"}), "timezone"),
        (json.dumps({**GOOD, "channel": "fax"}), "channel"),
        (json.dumps({**GOOD, "asked": 1}), "asked"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_goes_on(line: str, names: str) -> None:
    status, shown, err = ran(line, json.dumps(GOOD))
    assert (status, len(shown)) == (1, 1)
    assert err.startswith("line 1: ")
    assert names in err
