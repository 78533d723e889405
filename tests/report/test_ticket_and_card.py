"""What of a report is pasted elsewhere: into a ticket, into the README of a dataset."""

from dataclasses import replace

import pytest
import yaml
from conftest import Stated, write_run

from factscan.errors import UsageError
from factscan.figures import Report
from factscan.report import View, as_card, as_ticket
from factscan.run import Run

HOSTILE = 'a|b`@everyone`\x1b[2J<script>alert(1)</script>: "x\'y" # \u202e'


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    like = [
        Stated([(f"p{n % 9}", "r", f"x{n % 9}"), (f"o{n}", "r", f"y{n}")], shard=f"s{n % 2}")
        for n in range(60)
    ]
    odd = [Stated([(f"q{n}", "r", f"z{n}"), (f"v{n}", "r", f"u{n}")], shard="odd's.csv") for n in range(30)]
    return write_run(
        tmp_path_factory.mktemp("ticket") / "r", [*like, *odd, Stated([("z", "r", "x")], domain=HOSTILE)]
    )


@pytest.fixture(scope="module")
def report(run: Run) -> Report:
    return run.report()


def test_a_ticket_says_what_is_wrong_with_a_shard_and_how_to_see_it_again(report: Report, run: Run) -> None:
    told = as_ticket(report, View("shard", only=("odd*",)))
    assert told.startswith("### factscan: shard `odd's.csv`\n\n- floor .9")
    assert "the rest of `d` predicts" in told
    assert "**more than noise**" in told
    assert "| mentions | 60 | 181 |" in told
    assert "--only 'odd'\"'\"'s.csv' --format ticket" in told
    command = next(line for line in told.splitlines() if line.startswith("factscan sql"))
    query = command.split("'")[1]
    assert run.sql(query, {"name": "odd's.csv"}).num_rows == 20


def test_each_named_row_has_a_section(report: Report) -> None:
    told = as_ticket(report, View("shard", only=("s*",)))
    assert [line for line in told.splitlines() if line.startswith("#")] == [
        f"### factscan: shard `{name}`" for name in ("s", "s0", "s1")
    ]
    broken = as_ticket(replace(report, broken_shards={"s0": "partial"}), View("shard", only=("s0",)))
    assert "**partial**: it could not be read to its end" in broken


def test_a_ticket_is_about_something(report: Report) -> None:
    with pytest.raises(UsageError, match=r"name the shard .*: odd's.csv"):
        as_ticket(report, View("shard"))
    with pytest.raises(UsageError, match="shard, a domain or a source"):
        as_ticket(report, View("relation"))


def test_names_in_tickets_and_cards_neither_link_nor_steer_nor_mention(report: Report) -> None:
    for told in (as_ticket(report, View("domain", only=("a*",))), as_card(report)):
        assert "\x1b" not in told
        assert "\u202e" not in told
    assert "`a|bˋ@everyoneˋ" in as_ticket(report, View("domain", only=("a*",)))
    row = next(line for line in as_card(report).splitlines() if line.startswith("| `a"))
    assert row.replace("\\|", "").count("|") == 6


def test_the_front_matter_of_a_card_is_yaml_with_every_domain(report: Report) -> None:
    card = as_card(report, View(), "factscan 0.1.0, rules-4")
    front, section = card.split("---\n")[1:]
    data = yaml.safe_load(front)
    assert data["tags"] == ["factscan"]
    found = data["factscan"]
    assert found["floor"] == pytest.approx(report.overall.floor.estimate, abs=1e-4)
    assert found["made_by"] == "factscan 0.1.0, rules-4"
    assert [row["mentions"] for row in found["domains"]] == [1, 180]
    assert found["domains"][0]["name"].startswith("a|b`@everyone`\ufffd[2J<script>")
    assert section.strip().startswith("## Facts stated only once\n\nAsked what this corpus states,")
    assert "measures no model" in section


def test_a_card_of_a_run_without_facts_has_no_numbers(tmp_path_factory: pytest.TempPathFactory) -> None:
    empty = write_run(tmp_path_factory.mktemp("empty") / "r", [Stated()]).report()
    front = yaml.safe_load(as_card(empty).split("---\n")[1])["factscan"]
    assert (front["floor"], front["floor_95"], front["mentions"]) == (None, [None, None], 0)
    assert "No floor can be told: undefined" in as_card(empty)
