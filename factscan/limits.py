"""What the machine, or the container that we are in, lets us use: cores and memory.

Linux control groups, both versions; elsewhere what the system says. A limit may sit on any group above ours.
"""

import os
from collections.abc import Iterator
from pathlib import Path

_ROOT = Path("/sys/fs/cgroup")
_OWN = Path("/proc/self/cgroup")


def cores(root: Path = _ROOT, own: Path = _OWN) -> int:
    """Cores that this process may use: its affinity, or a container's CPU quota (rounded down) if that is less."""
    count = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min([count, *_quotas(root, own)]))


def memory_bytes(root: Path = _ROOT, own: Path = _OWN) -> int:
    """Bytes of memory that this process may use: the machine's, or a container's limit if that is less."""
    physical = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return min([physical, *_memory_limits(root, own)])


def _quotas(root: Path, own: Path) -> Iterator[int]:
    for folder in _groups(root, own, "cpu"):
        quota, period = [*_words(folder / "cpu.max"), "max", ""][:2]
        if quota == "max":  # version 1, or no limit
            quota = "".join(_words(folder / "cpu.cfs_quota_us"))
            period = "".join(_words(folder / "cpu.cfs_period_us"))
        if quota.isdecimal() and period.isdecimal() and int(period):
            yield int(quota) // int(period)


def _memory_limits(root: Path, own: Path) -> Iterator[int]:
    for folder in _groups(root, own, "memory"):
        for name in ("memory.max", "memory.limit_in_bytes"):
            limit = "".join(_words(folder / name))
            if limit.isdecimal():
                yield int(limit)


def _groups(root: Path, own: Path, controller: str) -> Iterator[Path]:
    """The folders of our group and of all above it, the hierarchy of version 1 under the controller's name."""
    for line in _lines(own) or ["0::/"]:
        _, controllers, path = [*line.split(":", 2), "", ""][:3]
        if controllers and controller not in controllers.split(","):
            continue
        top = root / controller if controllers else root
        group = top / path.strip("/")
        while True:
            yield group
            if group == top or top not in group.parents:
                break
            group = group.parent


def _words(path: Path) -> list[str]:
    return " ".join(_lines(path)).split()


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return []
