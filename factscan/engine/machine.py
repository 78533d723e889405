"""What the machine, or the container that we are in, lets us use."""

import os
from pathlib import Path

from factscan.errors import UsageError

_CGROUP = Path("/sys/fs/cgroup")


def worker_count(asked: int | None) -> int:
    """The number of worker processes: as asked, else one for each core that this process may use."""
    if asked is not None:
        if asked < 1:
            raise UsageError(f"a scan needs at least 1 worker, not {asked}")
        return asked
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, _quota_cores() or cores)


def _quota_cores(limit: Path = Path("/sys/fs/cgroup/cpu.max")) -> int | None:
    """The cores of a container's CPU quota, if there is one."""
    try:
        quota, period = limit.read_text(encoding="ascii").split()
    except (OSError, ValueError):
        return None
    return None if quota == "max" else max(1, int(quota) // int(period))
