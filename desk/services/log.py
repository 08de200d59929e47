"""The desk's log: what happened and where, with ids instead of persons.

Whoever logs names leads and people by their ids. The formatter is the second lock: it masks email addresses
and phone numbers, and of an error it keeps kind and place, not its words, which may quote a customer.
"""

from __future__ import annotations

import logging
import re
import traceback
from copy import copy
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

from desk.models.errors import DeskError

_SIZE, _KEPT = 2_000_000, 5
_EMAIL = re.compile(r"[^\s<>\"'(),;:=&?]+(?:@|%40)[^\s<>\"'(),;:&?]+\w")
_NUMBER = re.compile(r"(?<![\w.-])(?!\d{4}-\d\d-\d\d)(?:%2B|\+)?\(?\d[\d\-.()\u00a0 ]{5,18}\d(?![\w-])")
_PHONE_DIGITS = 10
_LOCAL_PHONE = re.compile(r"\d{3}[-. ]\d{4}")
_FORMAT = "%(asctime)s %(levelname)s %(name)s %(message)s"
_Error = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class MaskingFormatter(logging.Formatter):
    """Writes a record without personal data."""

    def format(self, record: logging.LogRecord) -> str:
        record = copy(record)
        record.exc_text = None  # another handler may have written the error out in full and left it here
        return masked(super().format(record), keep=len(self.formatTime(record, self.datefmt)))

    def formatException(self, ei: _Error) -> str:
        """Kind and place of an error and of what led to it; the sentence only where it is one of ours."""
        return "\n".join(_error_lines(ei[1]))


def masked(text: str, *, keep: int = 0) -> str:
    """``text`` with email addresses and phone numbers masked, its first ``keep`` characters untouched."""
    head, rest = text[:keep], text[keep:]
    return head + _NUMBER.sub(_phone, _EMAIL.sub("[email]", rest))


def open_log(folder: Path, *, level: int = logging.INFO) -> RotatingFileHandler:
    """Write the desk's log to ``folder/desk.log``; five older ones are kept. Libraries from warnings up."""
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(
        folder / "desk.log", maxBytes=_SIZE, backupCount=_KEPT, encoding="utf-8", delay=True
    )
    handler.setFormatter(MaskingFormatter(_FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger("desk").setLevel(level)
    return handler


def close_log(handler: RotatingFileHandler) -> None:
    """Stop writing to a log that ``open_log`` opened."""
    logging.getLogger().removeHandler(handler)
    handler.close()


def _error_lines(error: BaseException | None) -> list[str]:
    lines: list[str] = []
    while error is not None:
        places = traceback.extract_tb(error.__traceback__)
        lines += [f"  {Path(each.filename).name}:{each.lineno} {each.name}" for each in places]
        words = f": {error.what}" if isinstance(error, DeskError) else ""
        lines.append(f"{type(error).__name__}{words}")
        error = error.__cause__ or error.__context__
    return lines


def _phone(found: re.Match[str]) -> str:
    text = found.group()
    digits = sum(letter.isdigit() for letter in text)
    return "[phone]" if digits >= _PHONE_DIGITS or _LOCAL_PHONE.fullmatch(text) else text
