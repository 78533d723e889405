"""Reports as they print."""

import csv
import io
import json
from dataclasses import replace

import pytest
from conftest import MakeRun, Stated

from factscan.figures import Report
from factscan.figures.report import Rejected
from factscan.report import View, as_csv, as_json, as_markdown, as_table


@pytest.fixture
def report(make_run: MakeRun) -> Report:
    shared = ("Oslo", "country", "Norway")
    documents = [
        Stated([shared, (f"s{i}", "be", f"o{i}")], domain="ab"[i % 2], shard=f"s{i % 2}") for i in range(6)
    ]
    return make_run([*documents, Stated(domain="a|b", shard="s2")]).report()


def test_the_answer_stands_first_then_the_table_then_notes(report: Report) -> None:
    answer, table, *rest = as_table(report).split("\n\n")
    assert answer.replace("\n", " ").startswith(
        "Asked what this corpus states, a calibrated base model is predicted to answer wrongly at least 42.9 % of"
    )
    head, *rows = table.splitlines()
    assert head.split()[:3] == ["floor", "[95", "%]"]
    assert [row.split()[0] for row in rows] == ["overall", "a", "b", "a|b"]
    assert rows[-1].split()[:5] == ["a|b", "–", "|", "0", "–"]
    assert ".429 [" in rows[0]
    assert "unit document, scope mix, dedup near" in rest[-1]


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
    rows = list(csv.DictReader(io.StringIO(as_csv(report, View("shard")))))
    assert [row["name"] for row in rows] == ["overall", "s0", "s1", "s2"]
    assert rows[0]["missing_mass_estimate"] == "0.5"
    assert rows[0]["bound"] == ""


def test_markdown_escapes_names(report: Report) -> None:
    assert r"| a\|b |" in as_markdown(report, View(details=True))


def test_below_the_table_stands_what_the_floor_assumes_and_what_was_rejected(report: Report) -> None:
    text = " ".join(as_table(report).split())
    assert "not a measurement of any model" in text
    assert "assumes: independent documents" in text
    assert "proven bound: undefined: min|E_c| is 0 (N = 6)" in text
    assert "rejected" not in text
    assert "rejected: nothing" in " ".join(as_table(report, View(details=True)).split())


def test_no_view_hides_a_warning(report: Report) -> None:
    broken = replace(
        report,
        broken_shards={"s1": "partial"},
        rejected=[Rejected("s0", "empty text", 3, "line 7"), Rejected("s1", "not JSON", 2, "line 1")],
    )
    for view in (View(), View(only=("b",)), View("relation"), View(min_n=5)):
        text = " ".join(as_table(broken, view).split())
        assert "! s1 is partial: it could not be read to its end" in text
        assert "! 5 records rejected in 2 shards, most for: empty text (3 in s0, first at line 7)" in text
        assert "! overall: n_eff" in text
        assert "**warning** s1 is partial" in as_markdown(broken, view)


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
    table = as_table(copies, View(details=True))
    block = next(block for block in table.split("\n\n") if "sentences" in block.splitlines()[1])
    rows = block.splitlines()[2:]
    assert [row.split()[:4] for row in rows] == [
        ["overall", "0", "2", ".400"],
        ["mirrors", "0", "2", ".000"],
        ["forms", "0", "0", ".667"],
    ]
    none, near = (f"{copies.domains[1].dedup[choice].floor:.3f}"[1:] for choice in ("none", "near"))
    assert (none, near) == (".200", ".800")
    assert rows[1].split()[4:] == [none, none, near, near]
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
    rows = list(csv.DictReader(io.StringIO(as_csv(copies, View()))))
    assert [row["dedup_near_sentences_mentions"] for row in rows] == ["3", "1", "2"]
    assert rows[2]["dedup_none_missing_mass"] == "0.25"
