"""Facts in the place of prompts: SQL against the definitions in plain Python, and what is refused."""

from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import MakeRun, Stated, write_run
from reference import Placed, figures, weights_of
from test_dedup import close, corpus, made, rows_of

from factscan.cli import cli
from factscan.errors import UsageError
from factscan.figures import Settings
from factscan.report import View, as_json, as_table
from factscan.sampling import Sampling

CHOICES = [
    ("none", "mix", "document"),
    ("near", "alone", "source"),
    ("near,sentences", "mix", "document"),
]


def by_fact(document: Placed) -> Placed:
    """The document with the answer as a part of every prompt."""
    said = [sentence for sentence, _ in document.mentions]
    return replace(document, mentions=list(zip(said, document.stated.facts, strict=True)))


@pytest.mark.parametrize(("seed", "choice"), list(enumerate(CHOICES)))
def test_every_row_of_facts_equals_the_definitions(
    seed: int, choice: tuple[str, str, str], tmp_path: Path
) -> None:
    run, documents = made(tmp_path / "r", corpus(20 + seed))
    dedup, scope, unit = choice
    settings = Settings(dedup=dedup, scope=scope, unit=unit, level="fact", by_source=True)  # type: ignore[arg-type]
    report = run.report(settings)
    facts, weights = [by_fact(document) for document in documents], weights_of(documents)
    beside = dict(rows_of(run.report(replace(settings, level="prompt"))))
    for by, rows in rows_of(report):
        truth, prompts = figures(facts, settings, by), figures(documents, settings, by)
        for row, of_prompts in zip(rows, beside[by], strict=True):
            expected = truth[row.name]
            assert (row.mentions, row.facts) == (expected.mentions, len(expected.units))
            assert row.prompts == of_prompts.prompts == len(prompts[row.name].units)
            assert row.conflicting == of_prompts.conflicting
            assert row.singletons == len(expected.singletons)
            assert close(row.missing_mass, expected.estimates(weights)[0])
            assert (row.missing_mass.estimate or 0) >= (of_prompts.missing_mass.estimate or 0)
            for other in row.dedup:
                compared = figures(facts, Settings(dedup=other, scope=scope, unit=unit), by)[row.name]  # type: ignore[arg-type]
                missing = compared.estimates(weights)[0].estimate
                assert row.dedup[other].missing_mass == (missing and pytest.approx(missing))


def test_a_date_is_one_answer_with_a_finer_one_and_two_days_of_a_year_are_two(make_run: MakeRun) -> None:
    born = [Stated([("Ada", "birth date", date)]) for date in ("1815", "1815-12-10")]
    report = make_run(born).report(Settings(level="fact")).overall
    assert (report.facts, report.singletons, report.conflicting) == (1, 0, 0)
    assert report.missing_mass.estimate == 0
    report = make_run([*born, Stated([("Ada", "birth date", "1815-02-01")])]).report(Settings(level="fact"))
    row = report.overall
    assert (row.facts, row.singletons, row.prompts, row.conflicting) == (2, 1, 1, 1)
    assert row.missing_mass.estimate == pytest.approx(1 / 3)


def test_what_is_about_prompts_is_undefined_for_facts_and_says_so(make_run: MakeRun) -> None:
    documents = [
        Stated([("Oslo", "country", f"o{i % 2}"), (f"s{i}", "be", "x")], "ab"[i % 2]) for i in range(6)
    ]
    run = make_run(documents)
    report = run.report(Settings(level="fact"))
    for row in (report.overall, *report.domains, *report.shards):
        assert row.floor.estimate is None
        assert row.floor.reason.startswith("undefined for facts")
        assert (row.bound.value, row.bound.reason, row.ceiling) == (None, row.floor.reason, None)
    assert {row.floor.estimate for row in report.relations} == {None}
    assert '"level": "fact"' in as_json(report)
    for by in ("domain", "relation"):
        table = " ".join(as_table(report, View(by)).split())  # type: ignore[arg-type]
        assert "floor [95 %]" not in table
        assert "missing mass [95 %]" in table
    assert "1 of 7 prompts have several answers" in " ".join(as_table(report, View(details=True)).split())
    assert run.report().overall.floor.estimate is not None


def test_audits_mixtures_and_samples_of_prompts_refuse_facts(make_run: MakeRun, tmp_path: Path) -> None:
    run, settings = make_run([Stated([("Oslo", "country", "Norway")])]), Settings(level="fact")
    with pytest.raises(UsageError, match="an audit is defined for prompts only"):
        run.audit(1, settings=settings)
    with pytest.raises(UsageError, match="a mixture is defined for prompts only"):
        run.mix({"d": 0.5}, settings)
    sampled = write_run(tmp_path / "s", [Stated([("Oslo", "country", "Norway")])], Sampling("prompts", 4))
    with pytest.raises(UsageError, match="scan with --sample-subjects"):
        sampled.report(settings)


@pytest.mark.parametrize("asked", [["--html", "page.html"], ["--format", "ticket"], ["--format", "card"]])
def test_pages_tickets_and_cards_refuse_facts(make_run: MakeRun, asked: list[str]) -> None:
    run = make_run([Stated([("Oslo", "country", "Norway")])])
    refused = CliRunner().invoke(cli, ["report", run.path, "--level", "fact", *asked])
    assert isinstance(refused.exception, UsageError)
    assert "leave --level fact out" in str(refused.exception)
