"""Checks, growth, mixtures and forecasts as they print."""

import json
from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from conftest import Stated, write_run

from factscan.cli import cli
from factscan.errors import UsageError
from factscan.report import View, as_json, as_table
from factscan.run import Run


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return write_run(tmp_path_factory.mktemp("checks") / "r", list(documents()))


def documents() -> Iterator[Stated]:
    """Two shards of one kind in a domain, and a domain of its own in a third."""
    for n in range(60):
        yield Stated(
            [(f"s{n % 9}", "r", "x"), (f"t{n}", "r", "x")], domain="law", shard=f"s{n % 2}", source="gazette"
        )
    for n in range(30):
        yield Stated([(f"u{n}", "r", "x"), (f"v{n}", "r", "x")], domain="b\x1bio", shard="s2", source="web")


def test_the_table_shows_parts_that_differ_first_and_growth_by_domain(run: Run) -> None:
    blocks = [block.splitlines() for block in as_table(run.report(), View(details=True)).split("\n\n")]
    parts = next(
        block[2:] for block in blocks if block[1:] and block[1].startswith("part left out of a whole")
    )
    growth = next(block[1:] for block in blocks if block[1:] and block[1].startswith("M at"))

    assert parts[0].startswith("s2 of overall")
    assert "differs" in parts[0]
    assert any(line.startswith("s0 of law") and "differs" not in line for line in parts)
    assert growth[0].split() == "M at 1/16 1/8 1/4 1/2 now all [95 %] alone".split()
    assert [line.split()[0] for line in growth[1:]] == ["overall", "b\N{REPLACEMENT CHARACTER}io", "law"]
    assert growth[3].split()[5] == ".500"


def test_what_stands_out_comes_before_the_notes(run: Run) -> None:
    found = as_table(run.report()).split("\n\n")[2]
    assert "shards: 1 of 3 part by more than noise from what the rest predicts: s2 +" in found
    by_shard = " ".join(as_table(run.report(), View("shard")).split())
    assert "s2: the rest of the corpus predicts" in by_shard


def test_forecasts_have_an_interval_in_the_table_the_json_and_the_command(run: Run) -> None:
    report = run.report()
    law = next(one for one in report.checks.growth if one.group == "law")
    low, value, high = law.double_interval.ends
    assert high - value == pytest.approx(value - low)
    assert high / value > 1.0999
    shown = f"[{low:.3f}, {high:.3f}]".replace("0.", ".")
    assert shown in as_table(report, View(details=True))
    (found,) = (one for one in json.loads(as_json(report))["checks"]["growth"] if one["group"] == "law")
    assert found["doubled_interval"] == {"estimate": value, "low": low, "high": high}
    assert found["measured_error"] == pytest.approx(high / value - 1)
    result = CliRunner().invoke(cli, ["forecast", run.path, "--to", ".49"])
    assert shown in result.output


def test_the_notes_count_the_parts_that_differ_and_say_that_there_are_no_dates(run: Run) -> None:
    text = " ".join(as_table(run.report(), View(details=True)).split())

    assert "leave one shard out: 3 of 5 parts differ" in text
    assert "later from earlier: not checked: the documents of a run carry no dates" in text
    assert "factscan forecast RUN --to M" in text


def test_json_carries_every_part_and_the_curve(run: Run) -> None:
    checks = json.loads(as_json(run.report()))["checks"]

    assert {one["left_out"] for one in checks["left_out"]} == {"shard", "source"}
    assert set(checks["left_out"][0]) >= {
        "predicted",
        "realised",
        "gap",
        "parts_by_more_than_noise",
        "floor_gap",
    }
    assert checks["growth"][0]["missing_mass_at"][-1][0] == 1


def test_a_mixture_is_printed_with_what_changes(run: Run) -> None:
    shown = CliRunner().invoke(cli, ["mix", run.path, "--keep", "law=0.5"], catch_exceptions=False).output
    law = next(line for line in shown.splitlines() if line.startswith("law"))

    assert law.split()[1] == ".500"
    assert "+" in law

    data = json.loads(CliRunner().invoke(cli, ["mix", run.path, "--drop", "law", "--format", "json"]).output)
    assert [row["kept"] for row in data["domains"]] == [1, 0]


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ([], "say what changes"),
        (["--keep", "law"], "takes DOMAIN=RATE"),
        (["--keep", "law=1", "--drop", "law"], "once"),
        (["--keep", "law=nan"], "between 0"),
    ],
)
def test_a_mixture_that_is_not_told_apart_is_refused(options: list[str], says: str, run: Run) -> None:
    with pytest.raises(UsageError, match=says):
        CliRunner().invoke(cli, ["mix", run.path, *options], catch_exceptions=False)


def test_a_forecast_says_how_many_documents_and_refuses_beyond_twice_the_text(run: Run) -> None:
    near = json.loads(
        CliRunner().invoke(cli, ["forecast", run.path, "--to", "0.6", "--format", "json"]).output
    )
    law = next(one for one in near["groups"] if one["group"] == "law")
    assert law["group_grows"]["times"] < 1
    assert law["group_grows"]["more_documents"] == 0

    far = CliRunner().invoke(cli, ["forecast", run.path, "--to", "0.001"]).output
    assert "ask for it (--beyond)" in far
    with pytest.raises(UsageError, match="between 0 and 1"):
        CliRunner().invoke(cli, ["forecast", run.path, "--to", "7"], catch_exceptions=False)
