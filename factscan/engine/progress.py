"""How a job tells how far it is."""

import sys
import time
from typing import Any

from factscan.store.folder import ShardMarker

EVERY_SECONDS = 60


class Progress:
    """Told of what happens: begin, then resume, read and advance as they come, then end. This one says nothing."""

    def begin(self, total_bytes: int) -> None:
        """The job has ``total_bytes`` to read."""

    def resume(self, shard_bytes: int) -> None:
        """So many bytes were done by an earlier job."""

    def read(self, bytes_read: int) -> None:
        """So many bytes were read and handed out."""

    def advance(self, documents: int, words: int, mentions: int, rejected: int) -> None:
        """A part was finished that holds these."""

    def close(self, shard: ShardMarker) -> None:
        """A shard was read to its end and all its parts are finished."""

    def say(self, message: str) -> None:
        """A line for the user."""

    def end(self) -> None:
        """Nothing more is read."""


def terminal_progress(*, every_shard: bool = False) -> Progress:
    """A bar on a terminal, a line a minute elsewhere; both on stderr, with a line for ``every_shard`` if asked for."""
    return BarProgress(every_shard) if sys.stderr.isatty() else LineProgress(every_shard)


def printable(text: str) -> str:
    """One line without control characters: names in it may come from the corpus."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text)


class _Counts:
    """The running totals, and how they read."""

    def __init__(self) -> None:
        self.began = time.monotonic()
        self.documents = self.words = self.mentions = self.rejected = 0
        self.total = self.resumed = self.finished = 0

    def rates(self) -> str:
        seconds = max(time.monotonic() - self.began, 1e-6)
        return (
            f"{self.documents:,} documents ({self.documents / seconds:,.1f}/s), "
            f"{self.words:,} words ({self.words / seconds:,.0f}/s), "
            f"{self.mentions:,} facts ({self.mentions / seconds:,.0f}/s), {self.rejected:,} rejected"
        )

    def left(self) -> str:
        """Time left, from the bytes of the shards: unknown until some were read."""
        seconds = time.monotonic() - self.began
        done, ahead = self.finished - self.resumed, self.total - self.finished
        if done <= 0:
            return "time left unknown"
        minutes, rest = divmod(round(seconds * ahead / done), 60)
        return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d} left"


class LineProgress(Progress):
    """A line on stderr every ``EVERY_SECONDS``."""

    def __init__(self, every_shard: bool = False) -> None:
        self._counts = _Counts()
        self._every_shard = every_shard
        self._last = time.monotonic()

    def begin(self, total_bytes: int) -> None:
        self._counts.total = total_bytes

    def resume(self, shard_bytes: int) -> None:
        self._counts.resumed += shard_bytes
        self._counts.finished += shard_bytes

    def read(self, bytes_read: int) -> None:
        self._counts.finished += bytes_read

    def advance(self, documents: int, words: int, mentions: int, rejected: int) -> None:
        self._counts.documents += documents
        self._counts.words += words
        self._counts.mentions += mentions
        self._counts.rejected += rejected
        if time.monotonic() - self._last >= EVERY_SECONDS:
            self._last = time.monotonic()
            self.say(f"{self._counts.rates()}, {self._counts.left()}")

    def close(self, shard: ShardMarker) -> None:
        if self._every_shard:
            self.say(
                f"{printable(shard.name)}: {shard.state}, {shard.documents:,} documents, {shard.words:,} words, "
                f"{shard.mentions:,} facts, {shard.rejected:,} rejected"
            )

    def say(self, message: str) -> None:
        print(f"factscan: {message}", file=sys.stderr, flush=True)  # noqa: T201

    def end(self) -> None:
        self.say(self._counts.rates())


class BarProgress(LineProgress):
    """A tqdm bar over the bytes of all shards."""

    def begin(self, total_bytes: int) -> None:
        from tqdm import tqdm

        super().begin(total_bytes)
        self._bar: Any = tqdm(
            total=total_bytes,
            unit="B",
            unit_scale=True,
            bar_format="{percentage:3.0f}% {bar} {elapsed}<{remaining} {desc}",
            dynamic_ncols=True,
        )

    def resume(self, shard_bytes: int) -> None:
        super().resume(shard_bytes)
        self._bar.initial += shard_bytes
        self._bar.update(shard_bytes)

    def read(self, bytes_read: int) -> None:
        super().read(bytes_read)
        self._bar.update(bytes_read)

    def advance(self, documents: int, words: int, mentions: int, rejected: int) -> None:
        super().advance(documents, words, mentions, rejected)
        self._bar.set_description_str(self._counts.rates())

    def say(self, message: str) -> None:
        self._bar.write(f"factscan: {message}", file=sys.stderr)

    def end(self) -> None:
        self._bar.close()
