"""A language endpoint behind ``/v1/chat/completions`` with a JSON schema (AI-20). It words and sorts; it decides nothing.

Only the two sentences of a draft that state no fact are ever sent, or a message that the desk's own reader did not understand.
Whatever comes back is data of the wrong shape until it is proven otherwise, and is checked again by the engine.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx

from desk.models.errors import BadInput, ChannelDown
from desk.models.probe import ProbeStep
from desk.services.adapters.data import channel_table
from desk.services.adapters.redaction import Redaction
from desk.services.adapters.wire import is_loopback, sealed
from desk.services.ports import SecondReading, Wording

_LONGEST = 600  # characters of a sentence or a message that are sent or taken
_LANGUAGES = ("en", "es")
_NOT_TAKEN = (400, 422, 500, 501)
#: Ways to ask for an object of a schema: the standard one, and the one of servers that stand close to llama.cpp.
_SHAPES: tuple[Callable[[str, Mapping[str, Any]], Mapping[str, Any]], ...] = (
    lambda task, schema: {
        "type": "json_schema",
        "json_schema": {"name": task, "strict": True, "schema": schema},
    },
    lambda task, schema: {"type": "json_object", "schema": schema},
)
_TRIAL = Wording("Good question.", "Which day would suit you?")


def _call() -> dict[str, Any]:
    table: dict[str, Any] = channel_table("language")["call"]
    return table


@dataclass(frozen=True, slots=True, kw_only=True)
class EndpointSettings:
    """Where the endpoint is and how it is asked.

    Raises BadInput for an address that is not https (this computer excepted): the key would be readable.
    """

    url: str
    model: str
    key: str = ""
    redact: bool = True
    connect_s: float = field(default_factory=lambda: _call()["connect_s"])
    answer_s: float = field(default_factory=lambda: _call()["answer_s"])

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("https", "http") or not parts.hostname:
            raise BadInput(
                "The language endpoint's address is no web address.", do="Write it like https://host/v1."
            )
        if parts.scheme != "https" and not is_loopback(parts.hostname):
            raise BadInput(
                "The language endpoint's address is not encrypted.",
                do="Use an address that starts with https.",
            )


class EndpointLanguage:
    """Asks the endpoint (``ports.Language``). One call at a time; every trouble is a ``ChannelDown`` in words for people."""

    def __init__(self, settings: EndpointSettings) -> None:
        self.model, self._settings, self._table = settings.model, settings, channel_table("language")
        self._shapes = _SHAPES  # until one of them was answered; from then on that one alone
        self._client = httpx.Client(
            verify=sealed(httpx.create_ssl_context()),
            headers={"Authorization": f"Bearer {settings.key}"} if settings.key else {},
            timeout=httpx.Timeout(settings.answer_s, connect=min(settings.connect_s, settings.answer_s)),
            trust_env=not is_loopback(urlsplit(settings.url).hostname or ""),
            follow_redirects=False,
        )

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def word(self, opening: str, question: str, language: str, hidden: Sequence[str]) -> Wording:
        """Other words for an opening and a question; an empty one stays empty."""
        veil = Redaction(self._table["words"], on=self._settings.redact)
        asked = {name: told for name, told in (("opening", opening), ("question", question)) if told}
        data = {"language": language, **{name: veil.hide(told, hidden) for name, told in asked.items()}}
        answer = self._asked("wording", data, {name: {"type": "string"} for name in asked})
        told = {name: veil.show(_sentence(answer, name)) for name in asked}
        return Wording(told.get("opening", ""), told.get("question", ""))

    def read(self, text: str, intents: Sequence[str], hidden: Sequence[str]) -> SecondReading:
        """What a message is about, out of ``intents``; words that are none of them are left out."""
        veil = Redaction(self._table["words"], on=self._settings.redact)
        topics = {"type": "array", "items": {"type": "string", "enum": [*intents]}}
        answer = self._asked(
            "reading",
            {"topics": [*intents], "message": veil.hide(text, hidden)[:_LONGEST]},
            {"topics": topics, "language": {"type": "string", "enum": [*_LANGUAGES]}},
        )
        named, language = answer.get("topics"), answer.get("language")
        if not isinstance(named, list):
            raise ChannelDown("The language endpoint answered in another shape than asked.")
        known = dict.fromkeys(name for name in named if isinstance(name, str) and name in intents)
        return SecondReading(tuple(known), language if language in _LANGUAGES else "")

    def probe(self) -> Sequence[ProbeStep]:
        """One small question, as ``desk doctor`` asks it."""
        host = urlsplit(self._settings.url).hostname or ""
        try:
            self.word(_TRIAL.opening, _TRIAL.question, "en", ())
        except ChannelDown as down:
            return (
                ProbeStep(
                    "Answer",
                    False,
                    str(down),
                    "Check address, model and key; the desk writes its own words meanwhile.",
                ),
            )
        return (ProbeStep("Answer", True, f"{self.model} at {host} answers in the shape asked."),)

    def _asked(self, task: str, data: Mapping[str, Any], fields: Mapping[str, Any]) -> Mapping[str, Any]:
        ends = time.monotonic() + self._settings.answer_s
        schema = {
            "type": "object",
            "properties": fields,
            "required": [*fields],
            "additionalProperties": False,
        }
        body = {
            "model": self._settings.model, "temperature": self._table["call"]["temperature"], "max_tokens": self._table["call"]["max_tokens"],
            "messages": [
                {"role": "system", "content": self._table[task]["system"]},
                {"role": "user", "content": json.dumps(data, ensure_ascii=False)},
            ],
        }  # fmt: skip
        for shape in self._shapes:
            asked = {**body, "response_format": shape(task, schema)}
            raw = self._posted(asked, ends, last=shape is self._shapes[-1])
            if raw is not None:
                self._shapes = (shape,)
                return _content(raw)
        raise ChannelDown("The language endpoint takes no schema.")

    def _posted(self, body: Mapping[str, Any], ends: float, *, last: bool) -> bytes | None:
        """The whole answer, None where this way of asking is not taken and there is another one.

        Raises ChannelDown once its time or its size is over: a server that trickles is cut off too.
        """
        raw = bytearray()
        address = f"{self._settings.url.rstrip('/')}/chat/completions"
        try:
            with self._client.stream("POST", address, json=body) as answer:
                if answer.status_code in _NOT_TAKEN and not last:
                    return None
                if answer.status_code != httpx.codes.OK:
                    raise ChannelDown(f"The language endpoint answered {answer.status_code}.")
                for piece in answer.iter_bytes():
                    raw += piece
                    if len(raw) > int(self._table["call"]["most_bytes"]) or time.monotonic() > ends:
                        raise ChannelDown("The language endpoint did not come to an end.")
        except httpx.TimeoutException as error:
            raise ChannelDown(
                f"The language endpoint did not answer within {self._settings.answer_s:g} s."
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError) as error:
            raise ChannelDown("The language endpoint cannot be reached.") from error
        return bytes(raw)


def _content(raw: bytes) -> Mapping[str, Any]:
    """The object that the model wrote. Raises ChannelDown for every other shape."""
    try:
        told = json.loads(json.loads(raw)["choices"][0]["message"]["content"])
    except (ValueError, TypeError, KeyError, IndexError, RecursionError) as error:
        raise ChannelDown("The language endpoint did not answer in JSON.") from error
    if not isinstance(told, dict):
        raise ChannelDown("The language endpoint answered in another shape than asked.")
    return told


def _sentence(answer: Mapping[str, Any], name: str) -> str:
    told = answer.get(name)
    if not isinstance(told, str) or not told.strip() or len(told) > _LONGEST:
        raise ChannelDown("The language endpoint answered in another shape than asked.")
    return " ".join(told.split())
