"""A language endpoint on this computer that checks what it is asked and misbehaves on demand."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = Callable[[dict[str, Any]], str]
MODEL, KEY = "tiny-model", "a-key"


def polite(data: dict[str, Any]) -> str:
    """What a good model says: the same facts in slightly other words."""
    if "topics" in data:
        return json.dumps({"topics": ["hours"], "language": "en"})
    told = {name: data[name] for name in ("opening", "question") if name in data}
    for name, text in told.items():
        told[name] = f"{'Sure, ' if name == 'question' else 'So, '}{text[:1].lower()}{text[1:]}"
    return json.dumps(told)


class LanguageServer(ThreadingHTTPServer):
    """``answer`` writes the model's content; ``status``, ``body`` and ``silent`` misbehave below it. ``asked`` keeps what came."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.answer: Answer = polite
        self.status, self.silent, self.trickles, self.old = 200, False, False, False
        self.body: bytes | None = None
        self.asked: list[dict[str, Any]] = []
        self.wrong: list[str] = []
        self.closing = threading.Event()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"

    @property
    def data(self) -> list[dict[str, Any]]:
        """What the user message of each question held."""
        return [json.loads(asked["messages"][1]["content"]) for asked in self.asked]


class _Handler(BaseHTTPRequestHandler):
    server: LanguageServer

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(body)
        self.server.wrong += _wrong(self.path, self.headers, body)
        if self.server.silent:
            self.server.closing.wait(30)
            return
        if self.server.old and body["response_format"]["type"] != "json_object":
            self.send_error(500)
            return
        content = self.server.answer(json.loads(body["messages"][1]["content"]))
        told = {
            "choices": [
                {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": "stop"}
            ]
        }
        raw = self.server.body if self.server.body is not None else json.dumps(told).encode()
        self.send_response(self.server.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(raw)))
        self.end_headers()
        self._send(raw)

    def _send(self, raw: bytes) -> None:
        for at in range(0, len(raw), 1 if self.server.trickles else len(raw) or 1):
            self.wfile.write(raw[at : at + 1] if self.server.trickles else raw)
            self.wfile.flush()
            if self.server.trickles and self.server.closing.wait(0.05):
                return

    def log_message(self, format: str, *args: object) -> None:
        return


def _wrong(path: str, headers: Any, body: dict[str, Any]) -> Iterator[str]:
    """Everything that a strict server would not take."""
    form = body.get("response_format", {})
    schema = form.get("json_schema") or {"strict": True, "schema": form.get("schema")}
    if path != "/v1/chat/completions":
        yield f"path {path}"
    if headers.get("Authorization") != f"Bearer {KEY}":
        yield "no key"
    if body.get("model") != MODEL or [m["role"] for m in body.get("messages", ())] != ["system", "user"]:
        yield "model or messages"
    if schema.get("strict") is not True or schema["schema"]["additionalProperties"] is not False:
        yield "no strict schema"


@contextmanager
def language_server() -> Iterator[LanguageServer]:
    server = LanguageServer()
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join(5)
