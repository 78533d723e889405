"""What the table says below about domains beside each other."""

from dataclasses import replace

import pytest
from conftest import MakeRun, Stated

from factscan.figures import Report
from factscan.report import View, as_table
from factscan.report.comparisons import comparisons
from factscan.stats import Interval


@pytest.fixture
def report(make_run: MakeRun) -> Report:
    """Domain a states what no other does, b and c the same few facts; 30 hosts state one fact each."""
    own = [Stated([(f"s{i}", "r", f"o{i}")] * 2, domain="a") for i in range(60)]
    shared = [Stated([(f"p{i % 7}", "r", f"o{i % 7}")] * 2, domain="bc"[i % 2]) for i in range(120)]
    hosts = [Stated([(f"p{i % 7}", "r", f"o{i % 7}")], domain=f"h{i:02}") for i in range(30)]
    return make_run([*own, *shared, *hosts]).report()


def test_domains_that_differ_are_named_with_their_interval_and_the_others_listed(report: Report) -> None:
    line = next(line for line in comparisons(report) if line.startswith("floor against"))
    told, _, alike = line.partition("; not told apart: ")
    assert "the other domains (difference [95 %], p by Holm's rule over 4): " in told
    assert " a +.98" in told
    assert "p < .001" in told
    assert alike == ""


def test_the_pool_is_listed(report: Report) -> None:
    (line,) = (line for line in comparisons(report) if "are one row" in line)
    assert line.startswith("30 domains with fewer than 100 mentions are one row: h00, h01")
    assert line.endswith("and 22 more (see --format json)")
    assert "pooled: 30 domains" in as_table(report, View(details=True))


def test_a_jackknife_that_parts_from_the_interval_is_shown(report: Report) -> None:
    wide = replace(report.overall, missing_mass_jackknife=Interval(0.3, 0.0, 1.0))
    assert "within a factor of" in comparisons(replace(report, domains=[]))[-1]
    assert "overall .3" in comparisons(replace(report, overall=wide, domains=[]))[-1]
    assert comparisons(replace(report, overall=wide, domains=[]))[-1].endswith("against .300 [.000, 1.000]")


def test_a_run_without_facts_compares_nothing(make_run: MakeRun) -> None:
    assert comparisons(make_run([Stated(), Stated(domain="e")]).report()) == []
