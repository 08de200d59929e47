"""APScheduler only ticks: one heartbeat, and a few slow jobs. What is due is asked from the store, never remembered here."""

from __future__ import annotations

from collections.abc import Callable

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.schedulers.background import BackgroundScheduler


class Ticking:
    """A background scheduler whose jobs catch up once after a gap, never in a flood."""

    def __init__(self) -> None:
        self._scheduler = BackgroundScheduler(
            executors={"default": ThreadPoolExecutor(3)},
            job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 1},
            timezone="UTC",
        )

    def every(self, seconds: float, job: Callable[[], None], name: str) -> None:
        """Run ``job`` each so many seconds, never twice at once; what was missed in a sleep runs once."""
        self._scheduler.add_job(job, "interval", seconds=seconds, id=name)

    def start(self) -> None:
        """Begin; jobs run on threads of their own."""
        self._scheduler.start()

    def stop(self) -> None:
        """End once what runs has ended. May be called where nothing was started."""
        if self._scheduler.running:
            self._scheduler.shutdown(wait=True)
