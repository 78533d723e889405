"""How many worker processes a job gets."""

from factscan.errors import UsageError
from factscan.limits import cores, memory_bytes

# What a worker with the shipped model needs at its peak, and some room.
WORKER_BYTES = 1 << 30


def worker_count(asked: int | None) -> int:
    """As asked, else one for each core that we may use, as far as the memory that we may use allows.

    Raises:
        UsageError: fewer than one is asked for.
    """
    if asked is not None:
        if asked < 1:
            raise UsageError(f"a scan needs at least 1 worker, not {asked}")
        return asked
    return max(1, min(cores(), memory_bytes() // WORKER_BYTES))
