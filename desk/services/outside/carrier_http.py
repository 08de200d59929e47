"""The stand-in carrier's door: HTTP on loopback, and every way in which an answer can go missing."""

from __future__ import annotations

import json
import socket
import threading
from base64 import b64encode
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, urlsplit

from desk.services.outside.carrier_terms import Fault, Refusal

if TYPE_CHECKING:
    from desk.services.outside.carrier import StandInCarrier


class CarrierDoor:
    """Listens on a free loopback port until closed; each caller has a thread of its own."""

    def __init__(self, carrier: StandInCarrier) -> None:
        self.carrier, self.closing = carrier, threading.Event()
        self._server = _Server(("127.0.0.1", 0), _Handler)
        self._server.door = self
        self._thread = threading.Thread(
            target=self._server.serve_forever, args=(0.05,), name="carrier", daemon=True
        )
        self._thread.start()

    @property
    def address(self) -> str:
        host, port = self._server.server_address[:2]
        return f"http://{host!s}:{port}"

    def close(self) -> None:
        self.closing.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    door: CarrierDoor

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A caller that went away is no error here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    timeout = 30
    disable_nagle_algorithm = True
    server: _Server

    def do_GET(self) -> None:
        match urlsplit(self.path).path.strip("/").split("/"):
            case ["stored", sid, file_sid]:
                self._hand_out(sid, file_sid)
            case [_, _, _, "Messages", sid, "Media", file_sid] if not file_sid.endswith(".json"):
                self._point_to(sid, file_sid)
            case _:
                self._answer(self._read)

    def do_POST(self) -> None:
        length = int(self.headers.get("Content-Length", "0"))
        self._form = dict(parse_qsl(self.rfile.read(length).decode(), keep_blank_values=True))
        fault = self._carrier.next_fault()
        if fault is None:
            self._answer(self._create, success=201)
        else:
            self._fail(fault)

    def date_time_string(self, timestamp: float | None = None) -> str:
        """The Date header by the carrier's own clock."""
        moment = self._carrier.now().timestamp() if timestamp is None else timestamp
        return super().date_time_string(moment)

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged: the texts are personal data."""

    # Inside

    @property
    def _carrier(self) -> StandInCarrier:
        return self.server.door.carrier

    def _answer(self, act: Any, success: int = 200) -> None:
        try:
            self._authenticate()
            self._say(success, act())
        except Refusal as refusal:
            self._say(refusal.status, refusal.as_json())

    def _point_to(self, sid: str, file_sid: str) -> None:
        """The provider answers a file with the place that holds it."""
        try:
            self._authenticate()
            place = self._carrier.moved_to(sid, file_sid)
            self._raw(307, b"", "text/plain", (("Location", place),))
        except Refusal as refusal:
            self._say(refusal.status, refusal.as_json())

    def _hand_out(self, sid: str, file_sid: str) -> None:
        """That place asks for no token and wants to see none."""
        try:
            if self.headers.get("Authorization"):
                raise Refusal(400, 20001)
            file = self._carrier.stored(sid, file_sid)
            self._raw(200, file.data, file.kind)
        except Refusal as refusal:
            self._say(refusal.status, refusal.as_json())

    def _authenticate(self) -> None:
        pair = f"{self._carrier.account}:{self._carrier.token}".encode()
        if self.headers.get("Authorization") != f"Basic {b64encode(pair).decode()}":
            raise Refusal(401, 20003)
        if not self.path.startswith(f"/2010-04-01/Accounts/{self._carrier.account}"):
            raise Refusal(404, 20404)

    def _create(self) -> dict[str, object]:
        if self.headers.get("Content-Type", "").partition(";")[0] != "application/x-www-form-urlencoded":
            raise Refusal(400, 20001)
        if not urlsplit(self.path).path.endswith("/Messages.json"):
            raise Refusal(404, 20404)
        return self._carrier.create(self._form)

    def _read(self) -> dict[str, object]:
        parts = urlsplit(self.path)
        query = dict(parse_qsl(parts.query))
        root = f"/2010-04-01/Accounts/{self._carrier.account}"
        resource = parts.path.removeprefix(root).removesuffix(".json")
        match resource.strip("/").split("/"):
            case [""]:
                return {"sid": self._carrier.account, "status": "active", "type": "Full"}
            case ["Messages"]:
                return self._carrier.page(query, parts.path)
            case ["Messages", sid]:
                return self._carrier.one(sid)
            case ["Messages", sid, "Media"]:
                return self._carrier.media(sid)
            case ["IncomingPhoneNumbers"]:
                wanted = query.get("PhoneNumber", "")
                owned = [
                    {"phone_number": number} for number in self._carrier.numbers if wanted in ("", number)
                ]
                return {"incoming_phone_numbers": owned}
        raise Refusal(404, 20404)

    def _say(self, status: int, body: dict[str, object], headers: tuple[tuple[str, str], ...] = ()) -> None:
        self._raw(status, json.dumps(body).encode(), "application/json", headers)

    def _raw(self, status: int, data: bytes, kind: str, headers: tuple[tuple[str, str], ...] = ()) -> None:
        self.send_response(status)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(data))), *headers):
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _fail(self, fault: Fault) -> None:
        """Answer wrongly, or not at all."""
        if fault.kind.endswith("after_store"):
            self._carrier.create(self._form)
        match fault.kind:
            case "answer":
                body: dict[str, object] = {"code": fault.code or None, "message": "", "status": fault.status}
                self._say(fault.status, body, fault.headers)
            case "garbage":
                self._raw(201, b"<html>not what was asked for</html>", "text/html")
            case "timeout" | "timeout_after_store":
                self.server.door.closing.wait()
                self._cut()
            case "drop" | "drop_after_store":
                self._cut()

    def _cut(self) -> None:
        self.close_connection = True
        with suppress(OSError):
            self.connection.shutdown(socket.SHUT_RDWR)
