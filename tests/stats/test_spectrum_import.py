"""The toolbox is part of ``factscan.stats``, and costs nothing to those who do not use it."""

import subprocess
import sys

import pytest

import factscan.stats
from factscan.stats import spectrum


def test_every_estimator_is_reachable_from_the_statistics() -> None:
    for name in spectrum.__all__:
        assert getattr(factscan.stats, name) is getattr(spectrum, name)
    with pytest.raises(AttributeError, match="no attribute 'chao3'"):
        _ = factscan.stats.chao3  # type: ignore[attr-defined]


def test_the_statistics_alone_do_not_import_scipy() -> None:
    program = "import sys, factscan.stats; print(any(name.startswith('scipy') for name in sys.modules))"
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout

    assert shown.strip() == "False"
