"""The account that is signed in to this computer, from the system itself and never from the environment, which anybody may set (R22)."""

from __future__ import annotations

import os
import sys


def account_here() -> str:
    """Name and computer of the account this program runs as, such as ``ana (1001) at front-desk``; empty where it cannot be told."""
    try:
        return _windows() if sys.platform == "win32" else _posix()
    except (OSError, KeyError, AttributeError):
        return ""


def _posix() -> str:
    import pwd

    number = os.getuid()
    return f"{pwd.getpwuid(number).pw_name} ({number}) at {os.uname().nodename}"


def _windows() -> str:
    """The name in the form DOMAIN\\user, as the system's sign-in knows it (GetUserNameExW, NameSamCompatible)."""
    import ctypes

    told, size = ctypes.create_unicode_buffer(512), ctypes.c_ulong(512)
    asked = ctypes.windll.secur32.GetUserNameExW(2, told, ctypes.byref(size))  # type: ignore[attr-defined]  # Windows alone has it
    return f"{told.value} at {os.environ.get('COMPUTERNAME', 'this computer')}" if asked else ""
