"""δ from a model's answers: its definition, its interval, and the file it is read from."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from conftest import MakeRun, Stated

from factscan.errors import InputError, UsageError
from factscan.figures import Settings
from factscan.figures.calibration import NO_POOL, delta_of, read_answers
from factscan.report import View, as_table
from factscan.stats import ValidityTable, is_it_valid, miscalibration


def test_it_is_the_delta_of_the_theorem_where_all_prompts_are_asked_once() -> None:
    rng = np.random.default_rng(3)
    prompt = np.repeat(np.arange(30), 8)
    valid = np.tile([True, *[False] * 7], 30)
    p_hat = rng.dirichlet(np.full(8, 0.3), 30).ravel()
    exact = is_it_valid(ValidityTable.of(valid, prompt), p_hat)
    found = miscalibration(prompt, p_hat, valid, 1 / 7)
    assert found.estimate == pytest.approx(exact.delta)
    assert (found.model_above, found.right_above) == (
        pytest.approx(exact.model_above),
        pytest.approx(exact.training_above),
    )
    # Responses under the threshold need not be listed, if the prompt is.
    listed = (p_hat > 1 / 7) | (np.arange(240) % 8 == 0)
    assert miscalibration(prompt[listed], p_hat[listed], valid[listed], 1 / 7) == found


@pytest.mark.parametrize("asked", [2, 20, 400])
def test_its_interval_holds_the_truth_however_the_model_is(asked: int) -> None:
    """A model that says .9 to everything and is right in .6 of it, or in none: δ is .3, or .9."""
    rng = np.random.default_rng(5)
    for right in (0.6, 0.0):
        held = 0
        for _ in range(200):
            found = miscalibration(np.arange(asked), np.full(asked, 0.9), rng.random(asked) < right, 0.01)
            assert found.low is not None
            assert found.high is not None
            held += found.low <= 0.9 - right <= found.high
        assert held >= 198


def test_under_two_prompts_it_is_undefined_and_says_why() -> None:
    assert miscalibration(["a", "a"], [0.5, 0.2], [1, 0], 0.1).reason.startswith("undefined")
    with pytest.raises(ValueError, match="add up to more than 1"):
        miscalibration(["a", "a"], [0.9, 0.2], [1, 0], 0.1)


def answers(path: Path, rows: int) -> str:
    lines = [f"who {i},{0.8 if i % 2 else 0.001},{int(i % 4 == 1)}" for i in range(rows)]
    path.write_text("prompt,p_hat,right\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return str(path)


def test_an_option_says_whether_delta_is_assumed_or_measured(make_run: MakeRun, tmp_path: Path) -> None:
    run = make_run([Stated([(f"s{i}", "r", f"o{i}")]) for i in range(150)])
    for text, source, said in (
        (".03", "assumed", "δ 0.030 is assumed"),
        ("measured:.03", "measured", "δ 0.030 is measured elsewhere"),
        (
            answers(tmp_path / "a.csv", 800),
            "measured",
            "δ is measured, on 800 prompts at the threshold 0.00671",
        ),
    ):
        settings, found = delta_of(text)
        report = run.report(settings, answers=found)
        assert report.settings.as_dict()["delta_source"] == source
        assert said in " ".join(as_table(report, View(details=True)).split())
    measured = report.settings.delta_measured
    assert measured is not None
    assert measured.estimate == pytest.approx(0.5 * 0.8 - 0.25)
    assert report.overall.bound.delta == report.settings.delta == measured.high


def test_without_a_relation_that_bears_the_bound_no_delta_is_measured(
    make_run: MakeRun, tmp_path: Path
) -> None:
    settings, found = delta_of(answers(tmp_path / "a.csv", 10))
    report = make_run([Stated([("s", "r", "o")])]).report(settings, answers=found)
    assert report.settings == replace(Settings(), delta_note=NO_POOL)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("prompt,p_hat\na,.5\n", "has no column right"),
        ("prompt,p_hat,right\na,.5,1\nb,2,0\n", "line 3: p_hat is a chance"),
        ("prompt,p_hat,right\na,.5,perhaps\n", "'perhaps'"),
        ("prompt,p_hat,right\n", "has no rows"),
    ],
)
def test_a_file_of_answers_that_is_none_is_refused_with_the_place(
    text: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "answers.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=said):
        read_answers(path)


def test_a_delta_that_is_no_number_is_refused() -> None:
    with pytest.raises(InputError, match="takes a number, measured:NUMBER or a file"):
        delta_of("none/such.csv")
    with pytest.raises(UsageError, match="measured:"):
        delta_of("measured:little")
    with pytest.raises(UsageError, match="delta lies in"):
        delta_of("3")
