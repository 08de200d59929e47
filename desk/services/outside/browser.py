"""A person's browser, as far as a sign-in needs one: it follows the provider's page back to this computer."""

from __future__ import annotations

import ssl
from html.parser import HTMLParser
from typing import Any

import httpx


class OutsideBrowser:
    """Opens a page, follows redirects, and sends the one form a page may hold; ``page`` is what is shown last."""

    def __init__(self, trust: ssl.SSLContext) -> None:
        self._trust = trust
        self.page = ""

    def open(self, url: str) -> None:
        with httpx.Client(verify=self._trust, follow_redirects=True) as http:
            answer = http.get(url)
            form = _Form()
            form.feed(answer.text)
            self.page = http.post(form.action, data=form.fields).text if form.action else answer.text


class _Form(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.action, self.fields = "", dict[str, str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told: dict[str, Any] = dict(attrs)
        if tag == "form":
            self.action = told.get("action") or ""
        elif tag == "input":
            self.fields[told["name"]] = told.get("value") or ""
