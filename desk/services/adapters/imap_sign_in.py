"""Signing in to a mailbox: by password, or by a token that is renewed once where the server finds it too old."""

from __future__ import annotations

import imaplib

from desk.models.errors import NeedsPerson
from desk.services.adapters.imap_folders import quoted
from desk.services.adapters.imap_wire import ImapLine
from desk.services.adapters.wire import Login

_SIGN_IN = "Check the user name, and use an app password or sign in again, in Settings."


def sign_in(line: ImapLine, login: Login) -> bool:
    """Sign in; whether the server reports news by itself (IDLE). Raises NeedsPerson where it refuses; the line is then ended."""
    try:
        _authenticate(line, login)
        return b"IDLE" in line.capability()[1][0].upper().split()
    except imaplib.IMAP4.abort:
        line.end()
        raise
    except imaplib.IMAP4.error as trouble:
        line.end()
        what = f"The mailbox server refuses the sign-in of {login.user}."
        raise NeedsPerson(what, where=login.host, do=_SIGN_IN) from trouble
    except BaseException:
        line.end()
        raise


def _authenticate(line: ImapLine, login: Login) -> None:
    if login.token is None:
        if "AUTH=PLAIN" in line.capabilities:
            line.authenticate("PLAIN", lambda _: f"\0{login.user}\0{login.password}".encode())
        else:
            line.login(quoted(login.user), login.password)
        return
    try:
        _bear(line, login)
    except imaplib.IMAP4.abort:
        raise
    except imaplib.IMAP4.error:
        if not login.again():
            raise
        _bear(line, login)


def _bear(line: ImapLine, login: Login) -> None:
    answer = login.bearer().encode()
    line.authenticate("XOAUTH2", lambda challenge: b"" if challenge else answer)
