"""What came with a text: listed and fetched from the provider, within bounds of size, number and time (FLOW-15).

The provider answers a file with the address of the place that holds it. That place gets no token of ours, only an encrypted
address is followed there, and nothing a file or its place says of it is believed: its bytes are looked at later.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx
from httpx import USE_CLIENT_DEFAULT

from desk.models.attached import Attached
from desk.models.attaching import MEGABYTE
from desk.models.errors import ChannelDown
from desk.services.adapters.wire import is_loopback

_GONE = frozenset({403, 404, 410})
_HOPS = 3


class TextFiles:
    """Fetches with the client of ``texting``. ``bounds`` are the ``[files]`` of the channel's table, ``tick`` counts seconds."""

    def __init__(
        self, client: httpx.Client, bounds: Mapping[str, Any], tick: Callable[[], float] = time.monotonic
    ) -> None:
        self._client, self._bounds, self._tick = client, bounds, tick

    def fetch(self, listed: Sequence[Mapping[str, Any]]) -> tuple[Attached, ...]:
        """Each file of a text as the provider lists them; without bytes where it is gone or too large. Raises ChannelDown."""
        until = self._tick() + float(self._bounds["all_s"])
        few = listed[: int(self._bounds["most"])]
        return tuple(Attached("", self._bytes(row, until), str(row.get("content_type") or "")) for row in few)

    def _bytes(self, row: Mapping[str, Any], until: float) -> bytes:
        own = urlsplit(str(row.get("uri") or "")).path  # never another host: this one is asked with the token
        place, is_ours = own.removesuffix(".json"), True
        try:
            for _hop in range(_HOPS):
                found = self._asked(place, is_ours, until)
                if isinstance(found, bytes):
                    return found
                place, is_ours = found, False
        except httpx.TransportError as trouble:
            raise ChannelDown("A file of a text cannot be fetched now.", where="texts") from trouble
        return b""

    def _asked(self, place: str, is_ours: bool, until: float) -> bytes | str:
        """The bytes at a place, or the next place to ask; the token goes to the provider alone."""
        with self._client.stream("GET", place, auth=USE_CLIENT_DEFAULT if is_ours else None) as answer:
            if answer.has_redirect_location:
                return self._safe(urljoin(str(answer.url), answer.headers["Location"]))
            if answer.status_code in _GONE:
                return b""
            if answer.status_code != 200:
                words = f"A file of a text was answered with {answer.status_code}."
                raise ChannelDown(words, where="texts")
            return self._read(answer, until)

    def _safe(self, place: str) -> str:
        parts = urlsplit(place)
        ours = is_loopback(self._client.base_url.host) and is_loopback(parts.hostname or "")
        if parts.scheme != "https" and not ours:
            raise ChannelDown("A file of a text lies at an address that is not encrypted.", where="texts")
        return place

    def _read(self, answer: httpx.Response, until: float) -> bytes:
        """As much as may be; nothing of a file that is larger."""
        kept = bytearray()
        for piece in answer.iter_bytes():
            kept += piece
            if len(kept) > float(self._bounds["file_mb"]) * MEGABYTE:
                return b""
            if self._tick() > until:
                raise ChannelDown("A file of a text came too slowly.", where="texts")
        return bytes(kept)
