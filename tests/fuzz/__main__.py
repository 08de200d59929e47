"""Fuzzes one way in with atheris, for so many seconds: ``python -m tests.fuzz adf|mail SECONDS``.

Ends with 0 when nothing was found; else atheris prints the input and what went wrong. Every fiftieth input also goes through
the whole engine, which must account for it.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

with atheris.instrument_imports(include=["desk.models.intake"]):
    from tests.fuzz.arrivals import Ledger, adf, mails, read_document, read_letter

THROUGH_ALL = 50
LONGEST = 20_000  # bytes


def main() -> None:
    way, seconds = sys.argv[1], int(sys.argv[2])
    ledger = Ledger()
    read, take, seeds = {
        "adf": (read_document, ledger.take_file, {"adf": adf()}),
        "mail": (read_letter, ledger.take_mail, mails()),
    }[way]
    with tempfile.TemporaryDirectory(prefix="desk-fuzz-") as folder:
        for name, raw in seeds.items():
            (Path(folder) / name).write_bytes(raw)
        limits = [
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST}",
            "-timeout=120",
            "-rss_limit_mb=4096",
            "-print_final_stats=1",
        ]
        atheris.Setup([sys.argv[0], *limits, "-verbosity=0", folder], _one_of(read, take))
        atheris.Fuzz()


def _one_of(read: Callable[[bytes], None], take: Callable[[bytes], str]) -> Callable[[bytes], None]:
    count = 0

    def test_one(raw: bytes) -> None:
        nonlocal count
        count += 1
        read(raw)
        if count % THROUGH_ALL == 0:
            take(raw)

    return test_one


if __name__ == "__main__":
    main()
