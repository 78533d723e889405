"""The audit as a user runs it, on a corpus that was scanned."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import pytest

SENTENCES = [
    "Tarvik is a town in Norway.",
    "Anna Berg was born in Tarvik in 1815.",
    "Carl Lund wrote The Grey Road.",
    "The Grey Road was published in 1921.",
    "Anna Berg was a Norwegian chemist.",
    "The Lund Prize was founded by Carl Lund in 1930.",
]


def factscan(*arguments: object, keys: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "factscan", *map(str, arguments)],
        input=keys,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("audited")
    with (folder / "docs.jsonl").open("w") as file:
        for number, sentence in enumerate(SENTENCES):
            text = f"{sentence}\n\nSee also\n\n| a | b | c |\n\nDie Stadt ist nicht von der Welt und sie ist alt.\n"
            record = {"id": str(number), "text": text, "domain": "old" if number % 2 else "new"}
            file.write(json.dumps(record) + "\n")
    done = factscan("scan", folder / "docs.jsonl", "--out", folder / "run", "--workers", 1)
    assert done.returncode == 0, done.stderr
    assert "18 of 24 sentences can state no fact: fragment 6, language 6, table 6" in done.stderr
    return folder / "run"


def test_what_the_filters_dropped_can_be_asked_by_domain(run: Path) -> None:
    rows = json.loads(
        factscan("sql", run, "--query", "skipped", "-p", "domain=old", "--format", "json").stdout
    )
    assert [(row["filter"], row["sentences"], row["share"]) for row in rows] == [
        (name, 3, 0.25) for name in ("fragment", "language", "table")
    ]


def test_a_sample_is_drawn_labelled_with_keys_resumed_and_counted(run: Path, tmp_path: Path) -> None:
    path = tmp_path / "sample.csv"
    drawn = factscan("audit", run, "--sample", 4, "--out", path)
    assert drawn.returncode == 0, drawn.stderr
    rows = list(csv.DictReader(path.open(encoding="utf-8", newline="")))
    assert all("⟦" in row["sentence"] for row in rows)
    nothing = factscan("audit", run, "--labels", path)
    assert (nothing.returncode, "nothing is labelled" in nothing.stderr) == (1, True)
    first = factscan("audit", run, "--label", path, keys="ynbuq")
    assert "2 labelled" in first.stdout
    assert f"3 of {len(rows)}" in first.stdout
    again = factscan("audit", run, "--label", path, keys="y" * len(rows))
    assert f"all {len(rows)} labelled" in again.stdout
    table = factscan("audit", run, "--labels", path)
    assert "random mentions" in table.stdout
    assert "mentions of singletons" in table.stdout
    found = json.loads(factscan("audit", run, "--labels", path, "--format", "json").stdout)
    assert found["labelled"] == len(rows)
    assert sum(row["unsure"] for row in found["precisions"] if row["by"] == "all") >= 1
    assert set(found["corrected"]) == {"missing_mass", "floor", "singletons", "others", "right"}
    flat = factscan("audit", run, "--labels", path, "--format", "csv").stdout
    assert flat.startswith("sample,by,name,precision,low,high,")
    told = factscan("report", run, "--audit", path, "--format", "md")
    assert told.returncode == 0, told.stderr
    assert "| corrected [95 %] |" in told.stdout
    other = factscan("report", run, "--audit", path, "--unit", "source")
    assert (other.returncode, "report with --unit document" in other.stderr) == (2, True)


def test_labels_are_never_overwritten_by_a_new_sample(run: Path, tmp_path: Path) -> None:
    path = tmp_path / "sample.jsonl"
    assert factscan("audit", run, "--sample", 2, "--by-domain", "--out", path).returncode == 0
    again = factscan("audit", run, "--sample", 2, "--out", path)
    assert again.returncode == 2
    assert "choose another --out" in again.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ([], 2, "just one of --sample K, --pairs K, --label FILE and --labels FILE"),
        (["--sample", 3], 2, "--out FILE"),
        (["--sample", 3, "--out", "a.txt"], 2, "named .csv or .jsonl"),
        (["--sample", 3, "--out", "a.csv", "--subjects", "thing"], 2, "Available: name, topic, concept"),
        (["--sample", 3, "--unit", "page", "--out", "a.csv"], 2, "Available: document, cluster, source"),
        (["--pairs", 3], 2, "--out FILE"),
        (["--pairs", 0, "--out", "a.csv"], 2, "1 to 10,000 pairs"),
        (["--pairs", 3, "--by-domain", "--out", "a.csv"], 2, "--by-domain goes with --sample"),
        (["--pairs", 3, "--out", "a.csv"], 1, "no singleton has a near prompt"),
        (["--labels", "absent.csv"], 1, "absent.csv cannot be read"),
    ],
)
def test_what_does_not_fit_is_one_line(run: Path, arguments: list[object], code: int, says: str) -> None:
    done = factscan("audit", run, *arguments)
    assert (done.returncode, says in done.stderr, "Traceback" in done.stderr) == (code, True, False), (
        done.stderr
    )
