"""The command ``estimate``: the same answer from every form of the data, and errors that name the line."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from factscan.cli import cli
from factscan.errors import FactscanError

COUNTS = [3, 1, 1, 2, 5, 1, 2, 12]


def run(*arguments: object, given: str | None = None) -> Result:
    return CliRunner().invoke(cli, ["estimate", *map(str, arguments)], input=given)


def estimated(*arguments: object, given: str | None = None) -> dict[str, Any]:
    result = run(*arguments, "--format", "json", given=given)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    return found


def test_counts_spectrum_and_tokens_of_the_same_data_agree(tmp_path: Path) -> None:
    counts, spectrum, tokens = (tmp_path / name for name in ("counts", "spectrum", "tokens"))
    counts.write_text("".join(f"{count}\n" for count in [*COUNTS, 0]))
    spectrum.write_text("2 2\n1 3\n3\t1\n5,1\n\n12 1\n")
    tokens.write_text("".join(f"name {name}\r\n" * count for name, count in enumerate(COUNTS)))

    found = [estimated(path, "--kind", path.name) | {"kind": ""} for path in (counts, spectrum, tokens)]

    assert found[0] == found[1] == found[2]
    assert {key: found[0][key] for key in ("n", "observed", "f1", "f2")} == {
        "n": 27,
        "observed": 8,
        "f1": 3,
        "f2": 2,
    }


def test_json_holds_an_object_for_each_estimate_under_its_name_in_the_literature() -> None:
    found = estimated("-", "--kind", "counts", given="\n".join(map(str, COUNTS)))["estimates"]

    for name in (
        "turing_coverage",
        "zhang_huang_coverage",
        "chao_jost_coverage",
        "simple_good_turing_p0",
        "chao1",
        "chao1_bias_corrected",
        "ichao1",
        "ace",
        "jackknife_1",
        "good_toulmin_1",
    ):
        assert set(found[name]) >= {"value", "se", "interval", "assumes"}, name
    assert found["chao1"]["value"] == pytest.approx(8 + 26 / 27 * 9 / 4)
    assert found["good_toulmin_2"]["value"] is None
    assert "diverges" in found["good_toulmin_2"]["reason"]


def test_incidence_data_begin_with_their_sampling_units() -> None:
    single = estimated("-", "--kind", "incidence", given="20\n1\n1\n1\n2\n2\n9\n")
    paired = estimated("-", "--kind", "incidence", given="20\n1 3\n2 2\n9 1\n")
    option = estimated("-", "--kind", "incidence", "--samples", 20, given="1\n1\n1\n2\n2\n9\n")

    assert single == paired == option
    assert (single["samples"], single["n"], single["observed"]) == (20, 16, 6)
    assert single["estimates"]["chao2"]["value"] == pytest.approx(6 + 19 / 20 * 9 / 4)


def test_no_input_is_no_error_and_every_value_says_why_it_is_missing() -> None:
    found = estimated("-", "--kind", "tokens", given="")

    assert (found["n"], found["observed"], found["curve"]) == (0, 0, [])
    assert {estimate["value"] for estimate in found["estimates"].values()} == {None}
    assert all(estimate["reason"] for estimate in found["estimates"].values())


def test_the_table_shows_values_notes_and_curves() -> None:
    result = run("-", "--sizes", "9,40", given="\n".join(map(str, COUNTS)))

    assert result.exit_code == 0
    assert "n 27 mentions · observed 8 names · f1 3 · f2 2" in result.output
    assert "chao1                               10.167" in result.output
    assert "40  extrapolation" in result.output
    assert "factscan report" in result.output


@pytest.mark.parametrize(
    ("kind", "text", "says"),
    [
        ("counts", "3\n\n1\n-2\n", "line 4: '-2' is negative"),
        ("counts", "3\n1.5\n", "line 2: '1.5' is not a whole number"),
        ("counts", "3\n1 2\n", "line 2: one number a line, not 2"),
        ("counts", "3\n99999999999999999999\n", "line 2: 99999999999999999999 is above 2^53"),
        ("spectrum", "1 3\n2\n", "line 2: two numbers, k and f_k a line, not 1"),
        ("spectrum", "1 3\n2 4\n1 5\n", "line 3: k = 1 is in line 1 already"),
        ("spectrum", "0 3\n", "line 1: k starts at 1"),
        ("incidence", "5\n3\n6\n", "line 3: 6 of 5 sampling units"),
        ("incidence", "5\n3 1\n6 1\n", "line 3: 6 of 5 sampling units"),
        ("incidence", "", "is empty"),
        ("incidence", "0\n1\n", "at least one sampling unit"),
    ],
)
def test_bad_input_is_named_with_its_file_and_line(tmp_path: Path, kind: str, text: str, says: str) -> None:
    path = tmp_path / "counts.txt"
    path.write_text(text)

    error = run(path, "--kind", kind).exception

    assert isinstance(error, FactscanError)
    assert "counts.txt" in str(error)
    assert says in str(error)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["nowhere.txt"], "there is no file nowhere.txt"),
        (["."], "is a folder"),
        (["-", "--samples", "3"], "--kind incidence"),
        (["-", "--growth", "0,1"], "--growth takes numbers above 0"),
        (["-", "--sizes", "1.5"], "--sizes takes whole numbers"),
    ],
)
def test_wrong_arguments_are_said_in_words(arguments: list[str], says: str) -> None:
    error = run(*arguments, given="1\n").exception

    assert isinstance(error, FactscanError)
    assert says in str(error)


def test_lines_are_numbered_over_blocks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factscan.commands.spectrum_file._BLOCK", 16)
    path = tmp_path / "counts.txt"
    path.write_text("1\n22\n" * 20 + "x\n")

    assert "line 41: 'x'" in str(run(path).exception)
    path.write_text("1\n22\n" * 20)
    assert estimated(path)["n"] == 460
