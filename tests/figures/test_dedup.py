"""Which copies count where, under every choice: SQL against the definitions in plain Python."""

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from conftest import Stated, write_run
from reference import Placed, figures, placed, weights_of

from factscan.figures import Report, Row, Settings
from factscan.figures.settings import DEDUPS, SCOPES, UNITS
from factscan.run import Run
from factscan.stats import Interval

SENTENCES = ["It is so.", "He was there.", "They say it.", "All rights reserved.", ""]


def corpus(seed: int) -> list[Stated]:
    """Documents with copies, near-copies, shared sentences and shared facts in every mixture."""
    dice = random.Random(seed)
    return [stated(dice) for _ in range(dice.randint(1, 24))]


def stated(dice: random.Random) -> Stated:
    said = [dice.choice(SENTENCES[:4]) for _ in range(dice.randint(0, 2))]
    facts = [
        (dice.choice("abcdefgh"), dice.choice("rq"), dice.choice("xyz")) for _ in range(dice.randint(0, 4))
    ]
    return Stated(
        facts=facts,
        domain=dice.choice(["law", "bio"]),
        shard=dice.choice(["s1", "s2", "s3"]),
        source=dice.choice(["", "web", "wiki"]),
        text=dice.choice(["", "", "", "a copied text", "A  copied text", "another"]),
        near=dice.choice(["", "", "", "mirror", "template"]),
        said=said[: len(facts)],
    )


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Run, list[Placed]]]:
    return [made(tmp_path_factory.mktemp("run") / "r", corpus(seed)) for seed in range(6)]


def made(path: Path, documents: list[Stated]) -> tuple[Run, list[Placed]]:
    run = write_run(path, documents)
    numbers = {
        (row["shard"], row["record"]): row["doc_no"]
        for row in run.sql("select shard, record, doc_no from documents").to_pylist()
    }
    records: dict[str, Iterator[int]] = {document.shard: iter(range(99)) for document in documents}
    return run, placed([(numbers[one.shard, next(records[one.shard])], one) for one in documents])


CHOICES = list(product(DEDUPS, SCOPES, UNITS))


@pytest.mark.parametrize(("place", "choice"), list(enumerate(CHOICES)))
def test_every_row_equals_the_definitions(
    place: int, choice: tuple[str, str, str], runs: list[tuple[Run, list[Placed]]]
) -> None:
    run, documents = runs[place % len(runs)]
    check(run, documents, *choice)


def test_what_is_apart_under_near_may_be_one_under_none(tmp_path: Path) -> None:
    """Units of sources are those of a cluster's first document; a group's first document need not state all."""
    prompts = [(f"p{one}{other}", "r", "x") for one in range(4) for other in range(one)]
    prompts += [(f"q{n}", "r", "x") for n in range(4)]
    firsts = [Stated(source=f"x{n}", domain="bio", near=f"c{n}", shard="s1") for n in range(4)]
    seconds = [
        Stated([fact for fact in prompts if str(n) in fact[0]], "bio", "s2", "y", near=f"c{n}")
        for n in range(4)
    ]
    others = [Stated(prompts, domain="law"), Stated(prompts, domain="law")]
    run, documents = made(tmp_path / "r", [*firsts, *seconds, *others])
    check(run, documents, "near", "mix", "source")
    check(run, documents, "near", "alone", "document")
    run, documents = made(tmp_path / "mixed", [*firsts, *seconds])
    check(run, documents, "near", "mix", "source")


def check(run: Run, documents: list[Placed], dedup: str, scope: str, unit: str) -> None:
    settings = Settings(dedup=dedup, scope=scope, unit=unit, by_source=True)  # type: ignore[arg-type]
    report = run.report(settings)
    weights = weights_of(documents)
    for by, rows in rows_of(report):
        truth = figures(documents, settings, by)
        for row in rows:
            expected = truth[row.name]
            missing, floor = expected.estimates(weights)
            assert (row.mentions, row.prompts) == (expected.mentions, len(expected.units))
            assert row.singletons == len(expected.singletons)
            if row.mentions:
                assert row.singleton_rate == len(expected.once) / row.mentions
            assert close(row.missing_mass, missing)
            assert close(row.floor, floor)
        for other, beside in ((name, Settings(dedup=name, scope=scope, unit=unit)) for name in row.dedup):  # type: ignore[arg-type]
            compared = figures(documents, beside, by)
            for row in rows:
                missing, floor = compared[row.name].estimates(weights)
                found = row.dedup[other]
                assert found.mentions == compared[row.name].mentions
                assert found.missing_mass == (missing.estimate and pytest.approx(missing.estimate))
                assert found.floor == (floor.estimate and pytest.approx(floor.estimate, abs=1e-8))


def rows_of(report: Report) -> Iterator[tuple[str, list[Row]]]:
    assert report.sources is not None
    by = {"domain": report.domains, "shard": report.shards, "source": report.sources}
    yield from (("overall", [report.overall]), *by.items())


def close(a: Interval, b: Interval) -> bool:
    """Where a variance is 0, the root of what its sums leave by rounding remains."""
    pairs = ((getattr(a, name), getattr(b, name)) for name in ("estimate", "low", "high"))
    return all(x == y if x is None or y is None else abs(x - y) < 1e-7 for x, y in pairs)
