"""What an audit draws: the right populations, the same for a seed, strata with their sizes."""

import pytest
from conftest import MakeRun, Stated

from factscan.errors import RunError, UsageError
from factscan.figures import Settings
from factscan.run import Run


@pytest.fixture
def run(make_run: MakeRun) -> Run:
    """Thirty documents in two domains; each states a fact of its own and one that all state."""
    documents = [
        Stated(
            [(f"Town {n}", "country", "Norway"), ("Oslo", "country", "Norway")],
            domain="geo" if n < 20 else "news",
            text=f"Town {n} is in Norway, as Oslo is.",
        )
        for n in range(30)
    ]
    rock = Stated([("rock", "colour", "grey")], domain="geo", kind="concept", text="Rock is grey.")
    return make_run([*documents, rock])


def test_singletons_and_random_mentions_are_drawn_with_the_sizes_of_their_strata(run: Run) -> None:
    items = run.audit(8)
    assert sum(item.random_of is not None for item in items) == 8
    assert sum(item.singletons_of is not None for item in items) == 8
    assert {item.random_of for item in items} <= {60, None}
    assert {item.singletons_of for item in items} <= {30, None}
    assert all(item.subject.startswith("Town") for item in items if item.singletons_of)
    assert {item.sample for item in items} <= {"random", "singletons", "both"}
    assert len({item.mention for item in items}) == len(items)


def test_each_domain_is_a_stratum_if_asked(run: Run) -> None:
    items = run.audit(4, by_domain=True)
    for domain, size in (("geo", 40), ("news", 20)):
        drawn = [item for item in items if item.domain == domain and item.random_of is not None]
        assert len(drawn) == 4
        assert {item.random_of for item in drawn} == {size}


def test_a_seed_draws_the_same_mentions_and_another_one_others(run: Run) -> None:
    assert run.audit(8, seed=3) == run.audit(8, seed=3)
    assert {item.mention for item in run.audit(8, seed=3)} != {item.mention for item in run.audit(8, seed=4)}


def test_a_larger_sample_holds_the_smaller_one(run: Run) -> None:
    small, large = ({item.mention for item in run.audit(size) if item.random_of} for size in (5, 12))
    assert small <= large


def test_the_fact_is_marked_in_its_sentence(run: Run) -> None:
    assert all(item.sentence.startswith("⟦") for item in run.audit(3))


def test_kinds_of_subject_are_those_that_the_report_counts(run: Run) -> None:
    assert not any(item.subject == "rock" for item in run.audit(100))
    concepts = run.audit(100, settings=Settings(subjects=("concept",)))
    assert [item.subject for item in concepts] == ["rock"]
    with pytest.raises(RunError, match="subjects topic"):
        run.audit(1, settings=Settings(subjects=("topic",)))


@pytest.mark.parametrize("size", [-1, 0, 10**30])
def test_a_sample_that_nobody_can_label_is_refused(run: Run, size: int) -> None:
    with pytest.raises(UsageError, match="samples 1 to"):
        run.audit(size)


def test_copies_and_repeated_sentences_are_drawn_as_the_report_counts_them(make_run: MakeRun) -> None:
    said = ["All rights reserved."]
    documents = [
        Stated([(f"w{n}", "rights", "reserved")], said=said, near="m" if n < 2 else "") for n in range(4)
    ]
    run = make_run(documents)
    for dedup, population in (("none", 4), ("near", 3), ("near,sentences", 1)):
        items = run.audit(9, settings=Settings(dedup=dedup))  # type: ignore[arg-type]
        assert [(item.random_of, item.dedup) for item in items] == [(population, dedup)] * population
        assert run.report(Settings(dedup=dedup)).overall.mentions == population  # type: ignore[arg-type]
