"""Where the files lie that ship with the desk: the same answer from a checkout, an install and a package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_SHIPPED = _PACKAGE / "resources"

#: The folder of playbooks, templates, icons, fonts and styles. Read only.
RESOURCES: Path = _SHIPPED if _SHIPPED.is_dir() else _PACKAGE.parent / "resources"
