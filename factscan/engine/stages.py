"""Where the time of a job goes."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal, TypeVar

T = TypeVar("T")

Stage = Literal["read", "dedup", "parse", "facts", "write", "build"]
"""``read``: records from files, in the parent; ``dedup``: hashes and signatures; ``parse``: the spaCy pipeline;
``facts``: sentences, filters and rules; ``write``: the tables of the parts; ``build``: the database."""

Seconds = dict[Stage, float]


class Stopwatch:
    """Seconds by stage, of one process."""

    def __init__(self) -> None:
        self.seconds: Seconds = {}

    @contextmanager
    def on(self, stage: Stage) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.add(stage, time.perf_counter() - began)

    def add(self, stage: Stage, seconds: float) -> None:
        self.seconds[stage] = self.seconds.get(stage, 0.0) + seconds

    def add_all(self, seconds: Seconds) -> None:
        for stage, value in seconds.items():
            self.add(stage, value)

    def timed(self, stage: Stage, items: Iterator[T]) -> Iterator[T]:
        """The items; the time that making each takes counts for ``stage``."""
        while True:
            began = time.perf_counter()
            try:
                item = next(items)
            except StopIteration:
                return
            finally:
                self.add(stage, time.perf_counter() - began)
            yield item
