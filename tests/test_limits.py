"""A container's limits are respected, whichever version of control groups sets them and on whichever level."""

from pathlib import Path

import pytest

from factscan.limits import cores, memory_bytes


@pytest.fixture
def group(tmp_path: Path) -> tuple[Path, Path]:
    own = tmp_path / "cgroup"
    root = tmp_path / "fs"
    root.mkdir()
    return root, own


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_limits_of_version_2_hold_from_a_group_above(group: tuple[Path, Path]) -> None:
    root, own = group
    own.write_text("0::/job/step\n")
    write(root / "job/step/memory.max", "max\n")
    write(root / "job/memory.max", "1000000\n")
    write(root / "job/cpu.max", "100000 100000\n")
    assert memory_bytes(root, own) == 1_000_000
    assert cores(root, own) == 1


def test_limits_of_version_1(group: tuple[Path, Path]) -> None:
    root, own = group
    own.write_text("5:memory:/box\n3:cpu,cpuacct:/box\n")
    write(root / "memory/box/memory.limit_in_bytes", "2000000\n")
    write(root / "cpu/cpu.cfs_quota_us", "50000\n")
    write(root / "cpu/cpu.cfs_period_us", "100000\n")
    assert memory_bytes(root, own) == 2_000_000
    assert cores(root, own) == 1  # half a core is one: there is no half a process


def test_without_limits_the_machine_counts(group: tuple[Path, Path]) -> None:
    root, own = group
    write(root / "memory.max", "max\n")
    write(root / "cpu.max", "max 100000\n")
    assert memory_bytes(root, own) > 100_000_000
    assert cores(root, own) >= 1
