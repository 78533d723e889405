"""What the rows of a report say (test_dedup.py holds them against the definitions)."""

from pathlib import Path

import pytest
from conftest import MakeRun, Stated, write_run
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factscan.errors import UsageError
from factscan.figures import Settings
from factscan.stats import floor, kappa

FACTS = st.tuples(st.sampled_from("abcdef"), st.sampled_from(["r", "q"]), st.sampled_from("xyz"))
DOCUMENTS = st.lists(
    st.builds(
        Stated,
        facts=st.lists(FACTS, max_size=5),
        domain=st.sampled_from(["law", "bio"]),
        shard=st.sampled_from(["s1", "s2"]),
        source=st.sampled_from(["", "web"]),
        text=st.sampled_from(["", "", "copied text"]),
        near=st.sampled_from(["", "", "mirror"]),
    ),
    min_size=1,
    max_size=9,
)


def _close(a: object, b: object) -> bool:
    return all(
        x == y or (x is not None and y is not None and abs(x - y) < 1e-8)
        for x, y in ((getattr(a, name), getattr(b, name)) for name in ("estimate", "low", "high"))
    )


def test_exact_copies_count_once_and_the_report_says_what_they_did(make_run: MakeRun) -> None:
    facts = [("Ada", "birth date", "1815"), ("Ada", "spouse", "William")]
    copies = [Stated(facts, text="the  Same"), Stated(facts, text="The same", shard="t", domain="e")]
    report = make_run([*copies, Stated([("Bob", "be", "cook")])]).report()
    assert (report.overall.duplicates, report.overall.exact_copies, report.overall.near_copies) == (1, 1, 0)
    assert report.overall.mentions == 3
    assert report.overall.missing_mass.estimate == 1
    assert report.overall.dedup["none"].missing_mass == pytest.approx(1 / 5)
    # In mix the copy counts in one domain; by shard it counts in both, and is no second witness.
    assert sum(row.mentions for row in report.domains) == 3
    assert [row.missing_mass.estimate for row in report.shards] == [1, 1]


def test_near_copies_count_once_unless_asked_for(make_run: MakeRun) -> None:
    mirrored = [Stated([("Ada", "birth date", "1815")], text=f"mirror {n}", near="mirror") for n in range(3)]
    run = make_run([*mirrored, Stated([("Bob", "be", "cook")])])
    overall = run.report().overall
    assert (overall.exact_copies, overall.near_copies, overall.duplicates) == (0, 2, 2)
    assert [overall.dedup[choice].mentions for choice in ("none", "exact", "near")] == [4, 4, 2]
    assert [overall.dedup[choice].missing_mass for choice in ("none", "exact", "near")] == [0.25, 0.25, 1]
    assert overall.missing_mass.estimate == 1
    assert run.report(Settings(dedup="exact")).overall.missing_mass.estimate == 0.25
    assert run.report(Settings(dedup="none", unit="cluster")).overall.missing_mass.estimate == 1


def test_a_copied_sentence_counts_in_its_first_document(make_run: MakeRun) -> None:
    said = ["All rights reserved.", "Oslo is a city."]
    facts = [("work", "rights", "reserved"), ("Oslo", "be", "city")]
    own = [("Ada", "spouse", "William"), ("Bob", "spouse", "Eve")]
    run = make_run([Stated([*facts, fact], said=said, text=fact[0]) for fact in own])
    overall = run.report().overall
    assert (overall.mentions, overall.repeated) == (6, pytest.approx(1 / 3))
    assert overall.missing_mass.estimate == pytest.approx(1 / 3)
    assert overall.dedup["near,sentences"].missing_mass == 1
    assert run.report(Settings(dedup="near,sentences")).overall.mentions == 4
    (copied,) = run.report().copied_sentences
    assert (copied.domain, copied.repeats, copied.documents, copied.sentence) in [
        ("d", 2, 2, sentence) for sentence in said
    ]


def test_a_domain_is_judged_by_the_whole_corpus_in_mix_and_by_itself_alone(make_run: MakeRun) -> None:
    fact = ("Oslo", "country", "Norway")
    run = make_run([Stated([fact], domain="a"), Stated([fact], domain="b")])
    assert [row.missing_mass.estimate for row in run.report(Settings(scope="mix")).domains] == [0, 0]
    assert [row.missing_mass.estimate for row in run.report(Settings(scope="alone")).domains] == [1, 1]


def test_only_asserted_mentions_of_the_chosen_kinds_of_subject_count(make_run: MakeRun) -> None:
    fact = ("Oslo", "country", "Norway")
    run = make_run([Stated([fact], denied=[("Oslo", "be", "city")]), Stated([fact], kind="concept")])
    # A prompt has one kind: the most specific that any part found.
    assert run.report().overall.mentions == 2
    other = make_run([Stated([("cornea", "part of", "eye")], kind="concept")])
    assert other.report().overall.mentions == 0
    assert other.report(Settings(subjects=("concept",))).overall.mentions == 1


def test_the_floor_takes_lucky_guesses_off_the_missing_mass(make_run: MakeRun) -> None:
    facts = [(f"s{i}", "country", "Norway" if i % 2 else f"o{i}") for i in range(120)]
    row = make_run([Stated([fact]) for fact in facts]).report().overall
    guesses = kappa(["country"] * 61, ["name"] * 61, list(range(61)), [60] + [1] * 60)
    weight = 1 - float(guesses.kappa[0])
    assert row.missing_mass.estimate == 1
    assert row.floor.estimate == pytest.approx(weight, abs=1e-8)
    assert _close(row.floor, floor([1] * 120, [1] * 120, [weight] * 120, cc=120))


def test_the_bound_says_nothing_at_small_n_and_how_much_it_needs(make_run: MakeRun) -> None:
    bound = make_run([Stated([(f"s{i}", "r", f"o{i}")]) for i in range(150)]).report().overall.bound
    assert bound.value is None
    assert bound.units == 150
    assert bound.needs is not None
    assert bound.needs > 1000


def test_a_run_without_facts_has_rows_that_say_undefined(make_run: MakeRun) -> None:
    row = make_run([Stated()]).report().overall
    assert (row.mentions, row.missing_mass.estimate, row.floor.estimate) == (0, None, None)
    assert row.missing_mass.reason.startswith("undefined")


def test_settings_name_what_is_available() -> None:
    with pytest.raises(UsageError, match="Available: mix, alone"):
        Settings(scope="all")  # type: ignore[arg-type]


def test_figures_do_not_depend_on_how_documents_are_cut_into_shards(tmp_path: Path) -> None:
    documents = [Stated([(f"s{i % 7}", "r", f"o{i % 3}")], domain="ab"[i % 2]) for i in range(20)]
    whole = write_run(tmp_path / "whole", documents).report()
    cut = write_run(
        tmp_path / "cut",
        [Stated(d.facts, d.domain, f"shard{i % 4}", text=f"s {i}") for i, d in enumerate(documents)],
    ).report()
    assert [row.missing_mass for row in whole.domains] == [row.missing_mass for row in cut.domains]
    assert [row.floor for row in whole.domains] == [row.floor for row in cut.domains]


@given(
    documents=DOCUMENTS,
    unit=st.sampled_from(["document", "cluster", "source"]),
    scope=st.sampled_from(["mix", "alone"]),
    dedup=st.sampled_from(["none", "exact", "near", "near,sentences"]),
)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_mention_is_lost_on_the_way_and_shares_agree(
    documents: list[Stated], unit: str, scope: str, dedup: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    run = write_run(tmp_path_factory.mktemp("run") / "r", documents)
    report = run.report(Settings(unit=unit, scope=scope, dedup=dedup))  # type: ignore[arg-type]
    for row in [report.overall, *report.domains, *report.shards]:
        assert (row.missing_mass.estimate is None) == (row.mentions == 0)
        assert row.singletons <= row.prompts <= row.mentions
        if row.singleton_rate is not None and row.missing_mass.estimate is not None:
            assert row.singleton_rate <= row.missing_mass.estimate + 1e-12
    if scope == "mix" and dedup == "none":
        for rows in (report.domains, report.shards):
            assert sum(row.mentions for row in rows) == report.overall.mentions
            assert sum(row.singletons for row in rows) >= report.overall.singletons


def test_one_source_in_two_shards_is_one_unit_but_two_mentions(make_run: MakeRun) -> None:
    fact = ("A", "r", "x")
    run = make_run([Stated([fact], shard="a", source="w"), Stated([fact], shard="b", source="w")])
    for row in run.report(Settings(unit="source")).shards:
        assert (row.singleton_rate, row.missing_mass.estimate) == (0, 1)


def test_copies_in_two_shards_stay_one_unit_when_sources_are_units(make_run: MakeRun) -> None:
    copies = [Stated([("A", "r", "x")], shard=shard, text="same") for shard in "ab"]
    report = make_run(copies).report(Settings(unit="source"))
    assert [row.missing_mass.estimate for row in (report.overall, *report.shards)] == [1, 1, 1]


def test_copies_whose_facts_differ_lose_nothing(make_run: MakeRun) -> None:
    one = Stated([("A", "r", "x")], shard="a", text="same")
    other = Stated([("B", "q", "y"), ("B", "p", "z")], shard="b", text="SAME")
    shards = make_run([one, other]).report().shards
    assert sorted(row.mentions for row in shards) == [1, 2]
    assert [row.missing_mass.estimate for row in shards] == [1, 1]
