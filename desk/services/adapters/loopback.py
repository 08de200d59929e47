"""The way back from the provider's sign-in page: a one-time web server on this computer (RFC 8252)."""

from __future__ import annotations

import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from desk.models.errors import ChannelDown

_PAGE = '<!doctype html><meta charset="utf-8"><title>Sales Desk</title><p>{words}</p>'
_LONGEST_FORM = 65536
_DONE = "You can close this page and go back to Sales Desk."
_REFUSED = "The sign-in was not finished. You can close this page and try again in Sales Desk."
_STRANGE = "This page does not belong to a sign-in that is under way."


class Doorstep:
    """Listens on a free loopback port for the one answer that carries ``state``; any other caller is turned away."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.state = ""
        self._answers: SimpleQueue[dict[str, str]] = SimpleQueue()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.doorstep = self
        self.address = f"http://{host}:{self._server.server_address[1]}/"
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="sign-in", daemon=True
        )

    def __enter__(self) -> Doorstep:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5.0)

    def wait(self, seconds: float) -> dict[str, str]:
        """The provider's answer, as the names and values of its address. Raises ChannelDown when none comes in time."""
        try:
            answer = self._answers.get(timeout=seconds)
        except Empty:
            raise ChannelDown(
                "The sign-in page was not finished in time.", do="Try again when you are ready."
            ) from None
        if not answer:
            raise ChannelDown("The sign-in was stopped.", do="Start it again when you are ready.")
        return answer

    def stop(self) -> None:
        """End the wait: the person does not want to go on."""
        self._answers.put({})

    def take(self, answer: dict[str, str]) -> str:
        """What to show for a caller's ``answer``; only the right state ends the wait."""
        if not self.state or answer.get("state") != self.state or not answer.keys() & {"code", "error"}:
            return _STRANGE
        self._answers.put(answer)
        return _DONE if "code" in answer else _REFUSED


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    doorstep: Doorstep

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that went away is no error here."""


class _Handler(BaseHTTPRequestHandler):
    timeout = 10
    server: _Server

    def do_GET(self) -> None:
        self._take(urlsplit(self.path).query)

    def do_POST(self) -> None:
        """The answer as a form, so that it stays out of the browser's history (RFC 9700 section 4.3.1)."""
        length = min(int(self.headers.get("Content-Length", "0") or 0), _LONGEST_FORM)
        self._take(self.rfile.read(length).decode("utf-8", "replace"))

    def _take(self, told: str) -> None:
        words = self.server.doorstep.take(dict(parse_qsl(told)))
        page = _PAGE.format(words=escape(words)).encode()
        self.send_response(404 if words is _STRANGE else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.send_header("Referrer-Policy", "no-referrer")
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged: the address holds the sign-in's code."""
