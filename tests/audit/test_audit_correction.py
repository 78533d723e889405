"""From labels of mentions to corrected figures, and to the report that shows both."""

import csv
import io
import json
from dataclasses import replace

import pytest
from auditing import item
from conftest import Stated, write_run

from factscan.audit.correction import check_settings, labels_of
from factscan.audit.item import Item
from factscan.errors import InputError, UsageError
from factscan.figures import Settings
from factscan.figures.audited import OVERALL
from factscan.report import View, as_csv, as_json, as_markdown, as_table
from factscan.run import Run


def labels(text: str, **given: object) -> list[Item]:
    return [item(label=letter, **given) for letter in text]


def test_random_mentions_of_singletons_are_labels_of_singletons_too() -> None:
    found = labels_of(
        [
            *labels("yyn", random_of=None, singletons_of=50, units=1),
            *labels("n", sample="both", singletons_of=50, units=1),
            *labels("yu", units=1),
            *labels("yyn", units=3),
        ]
    )[OVERALL]
    assert (found.singletons.right, found.singletons.judged) == (pytest.approx(3), pytest.approx(5))
    assert (found.others.right, found.others.judged) == (pytest.approx(2), pytest.approx(3))
    assert found.unsure == 1


def test_a_domain_weighs_as_much_as_it_has_mentions_of_the_kind() -> None:
    large = {"strata": "domain", "domain": "geo", "random_of": 1000}
    small = {"strata": "domain", "domain": "law", "random_of": 100}
    found = labels_of(
        [
            *labels("yy", **large, singletons_of=900, units=1),
            *labels("nn", **small, singletons_of=10, units=1),
            *labels("yyyy", **large, units=2),
            *labels("n", **small, units=2),
        ]
    )
    overall = found[OVERALL]
    assert overall.singletons.right / overall.singletons.judged == pytest.approx(900 / 910)
    assert overall.others.right / overall.others.judged == pytest.approx(100 / 190)
    assert overall.singletons.judged < 4  # effective labels
    assert found["domain", "law"].singletons.judged == pytest.approx(2)
    assert found["domain", "law"].singletons.right == 0


def test_a_file_that_does_not_say_which_are_singletons_corrects_nothing() -> None:
    with pytest.raises(InputError, match=r"earlier version.*draw anew with --sample K"):
        labels_of(labels("y", units=None))


@pytest.mark.parametrize(
    ("settings", "says"),
    [
        (Settings(dedup="exact"), "--dedup near"),
        (Settings(subjects=("name",)), "--subjects name,topic"),
        (Settings(unit="source"), "--unit document"),
        (Settings(domains=(("a", "b"),)), "without --domains"),
        (Settings(level="fact"), "without|leave --level fact out"),
    ],
)
def test_figures_of_something_else_are_not_corrected(settings: Settings, says: str) -> None:
    check_settings(labels("y"), Settings())
    with pytest.raises(UsageError, match=says):
        check_settings(labels("y"), settings)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Sixty documents; each states two facts that all state and one, or in news two, of its own."""
    documents = [
        Stated(
            [
                ("Oslo", "country", "Norway"),
                ("Oslo", "be", "capital"),
                (f"Town {n}", "country", "Norway"),
                *([(f"Junk {n}", "country", "Norway")] if n >= 40 else []),
            ],
            domain="geo" if n < 40 else "news",
            text=f"Town {n} is in Norway.",
        )
        for n in range(60)
    ]
    return write_run(tmp_path_factory.mktemp("audited") / "run", documents)


def judged(run: Run, by_domain: bool = False) -> list[Item]:
    items = run.audit(100, by_domain=by_domain)
    for found in items:
        found.label = "n" if found.subject.startswith("Junk") else "y"
    return items


def test_an_audit_of_everything_gives_the_figures_without_the_junk(run: Run) -> None:
    report = run.report(audit=judged(run, by_domain=True))
    assert report.overall.missing_mass.estimate == pytest.approx(80 / 200)
    for row, truth in zip((report.overall, *report.domains), (60 / 180, 40 / 120, 20 / 60), strict=True):
        assert row.corrected is not None
        assert row.corrected.missing_mass.estimate == pytest.approx(truth)
        assert row.floor.estimate is not None
        assert row.corrected.floor.estimate == pytest.approx(
            row.floor.estimate * truth / (row.missing_mass.estimate or 1)
        )
    (shard,) = report.shards
    assert shard.corrected == report.overall.corrected


def test_a_shard_without_labels_and_a_domain_alone_say_why_they_are_not_corrected(run: Run) -> None:
    items = judged(run)
    report = run.report(audit=[replace(one, shard="elsewhere") for one in items])
    assert report.shards[0].corrected is not None
    assert report.shards[0].corrected.missing_mass.reason.startswith("undefined: no mention of singletons")
    alone = run.report(Settings(scope="alone"), audit=items)
    assert alone.overall.corrected == run.report(audit=items).overall.corrected
    for row in (*alone.domains, *alone.shards):
        assert row.corrected is not None
        assert "singletons are those of the whole corpus" in row.corrected.floor.reason
    assert "singletons are those of the whole corpus" in " ".join(as_table(alone, View(details=True)).split())


def test_a_report_with_an_audit_shows_both_figures_in_every_form(run: Run) -> None:
    report = run.report(audit=judged(run))
    data = json.loads(as_json(report))
    assert data["overall"]["missing_mass"]["estimate"] == pytest.approx(0.4)
    assert data["overall"]["corrected"]["missing_mass"]["estimate"] == pytest.approx(1 / 3, abs=0.02)
    (overall, *_) = csv.DictReader(io.StringIO(as_csv(report, View("shard"))))
    assert float(overall["corrected_missing_mass_low"]) < float(overall["corrected_missing_mass_estimate"])
    for text in (as_table(report, View(details=True)), as_markdown(report, View(details=True))):
        assert "as seen" in text
        assert "corrected [95 %]" in text
        assert "uncorrected" not in text


def test_a_report_without_an_audit_says_what_junk_would_have_added(run: Run) -> None:
    report = run.report()
    told = " ".join(as_table(report, View(details=True)).split())
    assert "uncorrected; inflated by about ε(1 − M)" in told
    assert "ε = 1%, 5%, 10% of junk" in told
    assert "M .394, .368, .333 instead of .400" in told
    data = json.loads(as_json(report))["overall"]
    assert data["corrected"] is None
    assert data["sensitivity"]["0.1"]["missing_mass"] == pytest.approx(1 / 3)
    (row, *_) = csv.DictReader(io.StringIO(as_csv(report, View("domain"))))
    assert float(row["sensitivity_0.05_missing_mass"]) == pytest.approx((0.4 - 0.05) / 0.95)
    assert not any(name.startswith("corrected") for name in row)
