"""Where the parts are built and joined: the running desk, its window, the demo, the tools. Importing starts nothing."""

from __future__ import annotations
