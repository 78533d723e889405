"""Near prompts: which are paired, the same for a seed, and what their labels say of the whole."""

import json

import pytest
from auditing import pair
from conftest import MakeRun, Stated, write_run

from factscan.audit.merging import splits
from factscan.audit.near_prompts import draw_pairs
from factscan.audit.pair import Pair
from factscan.errors import RunError, UsageError
from factscan.figures import Settings
from factscan.report.splits import render_splits
from factscan.run import Run

Fact = tuple[str, str, str]

NEAR: list[tuple[Fact, Fact]] = [
    (("JustinianI", "be", "emperor"), ("Justinian I", "be", "emperor")),
    (("A. Berg", "birth place", "Tarvik"), ("Anna Berg", "birth place", "Tarvik")),
    (("FCC", "grant", "permits"), ("Federal Communications Commission", "grant", "permits")),
    (("Tarvik", "country", "Norway"), ("Tarwik", "country", "Norway")),
    (("Apple II", "design in", "1977"), ("Apple II", "publication date", "1977")),
    (("NBC", "play against", "Leeds"), ("NBC", "play with", "Hull")),
]
FAR: list[tuple[Fact, Fact]] = [
    (("Law 20-211", "sign date", "2014"), ("Law 20-215", "sign date", "2014")),
    (("Georg Faust", "nationality", "German"), ("Georg Mascetti", "nationality", "German")),
    (("Oslo", "part of", "Norway"), ("Oslo Fjord", "part of", "Sweden")),
    (("Oslo", "founding date", "1048"), ("Oslo", "founder", "Harald")),
]


def drawn(make_run: MakeRun, *documents: list[Fact]) -> list[Pair]:
    return make_run([Stated(facts) for facts in documents]).audit_pairs(50)


def test_prompts_that_may_be_one_are_paired_and_prompts_far_from_each_other_are_not(
    make_run: MakeRun,
) -> None:
    pairs = drawn(make_run, *([fact] for two in NEAR + FAR for fact in two))
    found = {frozenset([(p.subject, p.relation), (p.other_subject, p.other_relation)]) for p in pairs}
    assert found == {frozenset([one[:2], other[:2]]) for one, other in NEAR}
    assert len(pairs) == 2 * len(NEAR)  # each is a singleton that the other would make known
    assert all(p.kind == ("subject" if p.relation == p.other_relation else "relation") for p in pairs)


def test_a_near_prompt_of_the_same_document_would_make_nothing_known(make_run: MakeRun) -> None:
    near = [("JustinianI", "be", "emperor"), ("Justinian I", "be", "emperor")]
    with pytest.raises(RunError, match="no singleton has a near prompt"):
        drawn(make_run, near)
    (found,) = drawn(make_run, near, [near[1]])  # the second prompt is no singleton now
    assert (found.subject, found.other_subject) == ("JustinianI", "Justinian I")


def test_a_key_that_very_many_share_is_not_squared(make_run: MakeRun) -> None:
    crowd = [Stated([(f"Ann {chr(97 + n % 26)}{chr(97 + n // 26)}x", "be", "poet")]) for n in range(60)]
    with pytest.raises(RunError, match="no singleton has a near prompt"):
        make_run(crowd).audit_pairs(5)


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Names in two spellings, in a document with one mention and one with two; and as many that are near nothing."""
    documents = []
    for n in range(26):
        name = f"{chr(97 + n) * 6} berg"
        documents += [
            Stated([(name, "birth place", f"o{n}")], text=f"short {n}"),
            Stated([(f"{name} junior", "birth place", f"o{n}")] * 2, text=f"long {n}"),
            Stated([(f"zzz {n}", "be", f"o{n}")], text=f"far {n}"),
        ]
    return write_run(tmp_path_factory.mktemp("near") / "run", documents)


def test_a_seed_draws_the_same_pairs_and_sizes_of_the_strata_are_kept(run: Run) -> None:
    pairs = run.audit_pairs(12, seed=3)
    assert pairs == run.audit_pairs(12, seed=3)
    assert {p.pair for p in pairs} != {p.pair for p in run.audit_pairs(12, seed=4)}
    assert {p.pair for p in pairs} < {p.pair for p in run.audit_pairs(30, seed=3)}
    assert len(pairs) == 12
    assert {(p.stratum_of, p.looked_at, p.prompts_looked_at, p.singletons_of) for p in pairs} == {
        (78, 104, 78, 104)
    }
    assert {p.mentions for p in pairs} == {1, 2}
    assert all("ong " in p.sentence + p.other_sentence for p in pairs)


def test_labels_of_a_sample_say_what_merging_does_to_the_whole(run: Run) -> None:
    pairs = run.audit_pairs(40)
    for found in pairs:
        found.label = "y"
    share = splits(pairs).merged_share
    assert share.estimate == pytest.approx(3 / 4)
    report = run.report()
    shown = json.loads(render_splits(splits(pairs), pairs, report, "json", pretty=False))
    assert shown["missing_mass"]["seen"]["estimate"] == 1
    assert shown["missing_mass"]["merged"]["estimate"] == pytest.approx(1 / 4)
    assert shown["floor"]["merged"]["high"] > shown["floor"]["merged"]["estimate"]
    table = render_splits(splits(pairs), pairs, report, "table", pretty=False)
    assert "other subject, same answer" in table
    assert "least estimate" in table
    assert render_splits(splits(pairs), pairs, report, "csv", pretty=False).count("\n") == 6


def test_only_some_singletons_are_looked_at_and_stand_for_all(run: Run) -> None:
    with run._connect() as connection:
        pairs = draw_pairs(connection, "r", 100, looked_at=30)
    assert {p.prompts_looked_at for p in pairs} == {30}
    assert {p.singletons_of for p in pairs} == {104}
    assert all(p.looked_at < 60 for p in pairs)
    for found in pairs:
        found.label = "y"
    low, share, high = splits(pairs).merged_share.ends
    assert low < 0.75 < high
    assert share == pytest.approx(pairs[0].stratum_of / pairs[0].looked_at)


def test_a_pair_weighs_as_many_mentions_as_its_singleton_has() -> None:
    share = splits([pair(label="y", mentions=3), pair(label="n", pair="p2")]).merged_share
    assert share.estimate == pytest.approx(0.2 * 3 / 4)
    unsure = splits([pair(label="u"), pair(label="n", pair="p2", kind="relation")]).merged_share
    assert unsure.reason.startswith("undefined")


def test_what_cannot_be_drawn_is_refused_with_the_way_out(run: Run) -> None:
    with pytest.raises(UsageError, match="1 to 10,000 pairs"):
        run.audit_pairs(0)
    with pytest.raises(UsageError, match="scope mix"):
        run.audit_pairs(3, settings=Settings(scope="alone"))
