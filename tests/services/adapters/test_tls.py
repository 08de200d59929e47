"""Nothing personal travels in the open: TLS 1.2 at least, with the server's name checked (R22, DESK-03)."""

from __future__ import annotations

import ssl

import httpx
import pytest

from desk.models.errors import BadInput
from desk.services.adapters.wire import Login, sealed

pytestmark = [pytest.mark.rule("R22"), pytest.mark.requirement("DESK-03")]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_mail_connections_ask_for_tls_1_2_and_check_who_answers(security: str) -> None:
    context = Login(host="mail.store.example", port=993, security=security).context()  # type: ignore[arg-type]  # two of three
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
    assert context.verify_mode is ssl.CERT_REQUIRED
    assert context.check_hostname


def test_the_web_services_are_asked_under_the_same_terms() -> None:
    context = sealed(httpx.create_ssl_context())
    assert context.minimum_version >= ssl.TLSVersion.TLSv1_2
    assert context.verify_mode is ssl.CERT_REQUIRED


@pytest.mark.parametrize("host", ["mail.store.example", "10.0.0.5", "127.0.0.1.example"])
def test_a_connection_in_the_open_is_refused_beyond_this_computer(host: str) -> None:
    with pytest.raises(BadInput, match="would not be encrypted"):
        Login(host=host, port=143, security="none", user="sales", password="words")
