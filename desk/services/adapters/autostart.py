"""Starting with the computer: the place where each system names programs that start when a person signs in (DESK-02)."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desk.models.errors import BadInput

_NAME = "Sales Desk"
_RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"


def can_start_with_computer() -> bool:
    """Whether this system has such a place that we know of."""
    return sys.platform in ("win32", "darwin") or sys.platform.startswith("linux")


def start_with_computer(on: bool, command: Sequence[str]) -> None:
    """Name ``command`` there, or take it away again. Raises BadInput in words when the place cannot be written."""
    try:
        if sys.platform == "win32":
            _windows(on, command)
        else:
            _file(on, command)
    except OSError as error:
        raise BadInput(
            f"This computer does not let programs be named that start with it: {error.strerror or error}.",
            where=_NAME,
            do="Ask whoever looks after this computer.",
        ) from error


def _file(on: bool, command: Sequence[str]) -> None:
    path, text = _mac(command) if sys.platform == "darwin" else _desktop_entry(command)
    if not on:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text)


def _desktop_entry(command: Sequence[str]) -> tuple[Path, bytes]:
    """A freedesktop.org autostart entry; each argument quoted as its specification wants it."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    line = " ".join(f'"{_escaped(part)}"' for part in command)
    lines = ("[Desktop Entry]", "Type=Application", f"Name={_NAME}", f"Exec={line}", "Terminal=false", "")
    return home / "autostart" / "sales-desk.desktop", "\n".join(lines).encode()


def _escaped(part: str) -> str:
    for sign in ("\\", '"', "`", "$"):
        part = part.replace(sign, f"\\{sign}")
    return part.replace("\\", "\\\\").replace("%", "%%")


def _mac(command: Sequence[str]) -> tuple[Path, bytes]:
    import plistlib  # only a Mac needs it

    told = {"Label": "desk.sales-desk", "ProgramArguments": list(command), "RunAtLoad": True}
    return Path.home() / "Library" / "LaunchAgents" / "desk.sales-desk.plist", plistlib.dumps(told)


def _windows(on: bool, command: Sequence[str]) -> None:
    import subprocess
    import winreg

    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN, 0, winreg.KEY_SET_VALUE) as key:  # type: ignore[attr-defined,unused-ignore]  # only there on Windows
        if on:
            winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(command))  # type: ignore[attr-defined,unused-ignore]
            return
        try:
            winreg.DeleteValue(key, _NAME)  # type: ignore[attr-defined,unused-ignore]
        except FileNotFoundError:
            return
