"""Where the packaged application starts; the same command line as `python -m desk`."""

from __future__ import annotations

import multiprocessing
import sys

from desk.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
