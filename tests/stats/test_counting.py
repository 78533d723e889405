"""Counting little corpora: what figures must agree on, however documents are named, ordered and cut."""

from collections import Counter
from dataclasses import fields
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.stats import UnitSums, missing_mass_of_sums, singleton_rate

Documents = list[list[str]]

documents = st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6), max_size=8)


def sums(corpus: Documents, counted: range | None = None) -> UnitSums:
    """The sums of the documents at the places ``counted`` (all by default), prompts being known from all documents."""
    said = [Counter(document) for document in corpus]
    stated_in = {prompt: [d for d, one in enumerate(said) if prompt in one] for one in said for prompt in one}
    places = range(len(corpus)) if counted is None else counted
    pairs: dict[tuple[int, ...], list[int]] = {}
    for prompt, stating in stated_in.items():
        if len(stating) == 2 and set(stating) <= set(places):
            both = pairs.setdefault(tuple(stating), [0, 0])
            both[0] += said[stating[0]][prompt]
            both[1] += said[stating[1]][prompt]
    return UnitSums.of(
        [said[d].total() for d in places],
        [sum(n for prompt, n in said[d].items() if len(stated_in[prompt]) == 1) for d in places],
        [ab for ab, _ in pairs.values()],
        [ba for _, ba in pairs.values()],
        cc=sum(n * n for d in places for n in said[d].values()),
    )


@given(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=30))
def test_with_one_mention_a_document_the_missing_mass_is_the_singleton_rate(prompts: list[str]) -> None:
    once = sum(n == 1 for n in Counter(prompts).values())

    estimate = missing_mass_of_sums(sums([[prompt] for prompt in prompts])).estimate

    assert estimate == pytest.approx(singleton_rate(once, len(prompts)))


@given(documents, st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_names_of_prompts_and_the_order_of_documents_do_not_matter(corpus: Documents, random: Random) -> None:
    names = dict(zip("abcdefgh", random.sample("stuvwxyz", 8), strict=True))
    renamed = [[names[prompt] for prompt in random.sample(said, len(said))] for said in corpus]
    random.shuffle(renamed)

    assert sums(renamed) == sums(corpus)


@given(documents, st.integers(0, 8))
@settings(max_examples=100, deadline=None)
def test_sums_of_the_parts_of_a_corpus_are_those_of_the_whole_but_for_the_pairs_between_them(
    corpus: Documents, cut: int
) -> None:
    cut = min(cut, len(corpus))
    one, other, whole = sums(corpus, range(cut)), sums(corpus, range(cut, len(corpus))), sums(corpus)

    for name in [field.name for field in fields(UnitSums) if field.name != "pairs"]:
        assert getattr(one, name) + getattr(other, name) == pytest.approx(getattr(whole, name)), name
    assert one.pairs + other.pairs <= whole.pairs


@given(documents, st.lists(st.sampled_from("abcdefgh"), max_size=6))
@settings(max_examples=100, deadline=None)
def test_another_document_never_adds_to_what_the_old_ones_miss(corpus: Documents, said: list[str]) -> None:
    old = range(len(corpus))

    assert sums([*corpus, said], old).counted <= sums(corpus, old).counted


@given(documents)
@settings(max_examples=60, deadline=None)
def test_a_corpus_read_twice_misses_nothing_unless_copies_are_one_unit(corpus: Documents) -> None:
    assert sums(corpus + corpus).counted == 0
    assert sums([said + said for said in corpus]).counted == 2 * sums(corpus).counted
