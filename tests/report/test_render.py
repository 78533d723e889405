"""Reports as they print."""

import csv
import io
import json
import re
from dataclasses import replace

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


@pytest.fixture
def copies(make_run: MakeRun) -> Report:
    """Two domains: in one half of the documents are near-copies, in the other a sentence is boilerplate."""
    mirrors = [
        Stated(
            [("Oslo", "country", f"o{n}")], domain="mirrors", near="m", text=f"no {n}", title="Oslo\x1b[2J"
        )
        for n in range(3)
    ]
    said = ["All rights\x07 reserved."]
    rights = [Stated([(f"w{n}", "rights", "reserved")], domain="forms", said=said) for n in range(3)]
    return make_run([*mirrors, *rights, Stated([("Ada", "be", "poet")], domain="mirrors")]).report()


def test_the_report_says_what_duplicates_do_to_each_floor(copies: Report) -> None:
    table = as_table(copies, "domain", pretty=False)
    head, *rows = table.split("\n\n")[2].splitlines()
    assert head.split("  ")[-1] == "near,sentences"
    assert [row.split()[:4] for row in rows] == [
        ["overall", "0", "2", ".400"],
        ["forms", "0", "0", ".667"],
        ["mirrors", "0", "2", ".000"],
    ]
    none, near = (f"{copies.domains[1].dedup[choice].floor:.3f}"[1:] for choice in ("none", "near"))
    assert (none, near) == (".200", ".800")
    assert rows[2].split()[4:] == [none, none, near, near]
    text = " ".join(table.split())
    assert f"move the floor of mirrors from {none} to {near}" in text
    assert "3 documents in mirrors (Oslo�[2J)" in text
    assert "copied sentences in forms: .667 of the mentions, most often “All rights�" in text
    assert "\x1b" not in table


def test_json_and_csv_carry_every_choice_of_dedup(copies: Report) -> None:
    mirrors = json.loads(as_json(copies))["domains"][1]
    assert {choice: found["mentions"] for choice, found in mirrors["dedup"].items()} == {
        "none": 4,
        "exact": 4,
        "near": 2,
        "near,sentences": 2,
    }
    rows = list(csv.DictReader(io.StringIO(as_csv(copies, "domain"))))
    assert [row["dedup_near_sentences_mentions"] for row in rows] == ["3", "1", "2"]
    assert rows[2]["dedup_none_missing_mass"] == "0.25"


def test_a_terminal_gets_tables_of_110_columns_whatever_the_names_and_numbers(report: Report) -> None:
    big = {"mentions": 87_654_321, "prompts": 87_654_321, "singletons": 87_654_321, "words": 10**12}
    row = replace(report.overall, name="/very/long/" * 9 + "00017-of-01024.parquet", **big)  # type: ignore[arg-type]
    lines = as_table(replace(report, domains=[row]), "domain", pretty=True).splitlines()
    shown = [re.sub(r"\x1b\[\d+m", "", line) for line in lines]
    assert max(map(len, shown)) <= 110
    assert any(line.startswith("/very") and "…" in line and ".parquet" in line for line in shown)
