"""Reports as they print."""

import csv
import io
import json

import pytest
from conftest import MakeRun, Stated

from factscan.figures import Report
from factscan.report import as_csv, as_json, as_markdown, as_table


@pytest.fixture
def report(make_run: MakeRun) -> Report:
    shared = ("Oslo", "country", "Norway")
    documents = [
        Stated([shared, (f"s{i}", "be", f"o{i}")], domain="ab"[i % 2], shard=f"s{i % 2}") for i in range(6)
    ]
    return make_run([*documents, Stated(domain="a|b", shard="s2")]).report()


def test_the_table_is_plain_when_piped(report: Report) -> None:
    lines = as_table(report, "domain", pretty=False).splitlines()
    assert lines[0].split("  ")[-1] == "sr"
    assert [line.split()[0] for line in lines[1:5]] == ["overall", "a", "a|b", "b"]
    assert lines[3].split() == ["a|b", "–", "–", "–", "0", "0", "0", "–"]
    assert ".500 [" in lines[1]
    assert len(lines[0]) == len(lines[1])


def test_json_carries_every_number(report: Report) -> None:
    data = json.loads(as_json(report))
    assert set(data) >= {"schema_version", "settings", "overall", "domains", "shards"}
    for row in [data["overall"], *data["domains"], *data["shards"]]:
        assert {"name", "documents", "words", "mentions", "prompts", "singletons", "singleton_rate"} <= set(
            row
        )
        assert {"estimate", "low", "high"} <= set(row["missing_mass"])
        assert {"estimate", "low", "high"} <= set(row["floor"])
        assert row["bound"] is None
    assert data["overall"]["missing_mass"]["estimate"] == 0.5
    assert data["overall"]["bound_terms"]["reason"]
    assert data["domains"][1]["missing_mass"]["reason"].startswith("undefined")


def test_csv_has_one_line_a_row_and_flat_intervals(report: Report) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(report, "shard"))))
    assert [row["name"] for row in rows] == ["overall", "s0", "s1", "s2"]
    assert rows[0]["missing_mass_estimate"] == "0.5"
    assert rows[0]["bound"] == ""


def test_markdown_escapes_names(report: Report) -> None:
    assert r"| a\|b |" in as_markdown(report, "domain")


def test_below_the_table_stands_what_the_floor_assumes_and_what_was_rejected(report: Report) -> None:
    text = " ".join(as_table(report, "domain", pretty=True).split())
    assert "not a measurement of any model" in text
    assert "assumes: independent documents" in text
    assert "overall: undefined: min|E_c| is 0 (N = 6)" in text
    assert "rejected: nothing" in text
