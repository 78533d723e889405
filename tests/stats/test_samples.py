"""Estimates from samples against every sample that there could be."""

from collections.abc import Iterable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.stats import UnitSums, missing_mass_of_sums, sums_of_sample, sums_of_subject_sample

# A corpus of three documents. A prompt: its subject and its mentions in each document.
PROMPTS = st.lists(
    st.tuples(st.sampled_from("ab"), st.lists(st.integers(0, 3), min_size=3, max_size=3)),
    min_size=1,
    max_size=5,
)
Prompt = tuple[str, list[int]]


def _known(prompts: Iterable[Prompt]) -> dict[str, float]:
    """Σu, Σu² and the pairs of documents, with what sampling by prompt and by subject adds to each."""
    prompts = [prompt for prompt in prompts if any(prompt[1])]
    by: dict[str, list[Prompt]] = {}
    for prompt in prompts:
        by.setdefault(prompt[0], []).append(prompt)
    u = _single(prompts)
    subjects = [_single(group) for group in by.values()]
    return {
        "u": sum(u),
        "uu": sum(x * x for x in u),
        "pairs": _pairs(prompts),
        "prompt_squares": sum(x * x for prompt in prompts for x in _single([prompt])),
        "prompt_pairs": sum(_pairs([prompt]) for prompt in prompts),
        "subject_squares": sum(x * x for one in subjects for x in one),
        "subject_totals": sum(sum(one) ** 2 for one in subjects),
        "subject_pairs": sum(_pairs(group) for group in by.values()),
    }


def _single(prompts: Iterable[Prompt]) -> list[int]:
    u = [0, 0, 0]
    for _, mentions in prompts:
        if sum(n > 0 for n in mentions) == 1:
            u = [a + b for a, b in zip(u, mentions, strict=True)]
    return u


def _pairs(prompts: Iterable[Prompt]) -> float:
    total: dict[tuple[int, ...], list[int]] = {}
    for _, mentions in prompts:
        where = tuple(d for d, n in enumerate(mentions) if n)
        if len(where) == 2:
            sums = total.setdefault(where, [0, 0])
            total[where] = [sums[0] + mentions[where[0]], sums[1] + mentions[where[1]]]
    return sum(a * b for a, b in total.values())


def _kept(known: dict[str, float]) -> UnitSums:
    return UnitSums(3, 50.0, known["u"], 900.0, 0.0, known["uu"], known["pairs"], cc=1.0)


def _samples(prompts: list[Prompt], names: list[str], key: int) -> list[dict[str, float]]:
    """What is known of each sample of one in two; all are as likely."""
    drawn = product([True, False], repeat=len(names))
    chosen = [{name for name, kept in zip(names, keeps, strict=True) if kept} for keeps in drawn]
    marked = [(f"{place}", prompt) for place, prompt in enumerate(prompts)]
    return [
        _known(prompt for place, prompt in marked if (place if key == 0 else prompt[0]) in keep)
        for keep in chosen
    ]


@settings(deadline=None)
@given(PROMPTS)
def test_over_all_samples_of_prompts_the_sums_are_those_of_the_corpus(prompts: list[Prompt]) -> None:
    whole = _known(prompts)
    names = [f"{place}" for place in range(len(prompts))]
    found = [
        sums_of_sample(_kept(one), 2, squares=one["prompt_squares"], own_pairs=one["prompt_pairs"])
        for one in _samples(prompts, names, 0)
    ]
    assert _mean(one.counted for one in found) == pytest.approx(whole["u"])
    assert _mean(one.uu - one.design for one in found) == pytest.approx(whole["uu"])
    assert _mean(one.pairs for one in found) == pytest.approx(whole["pairs"])
    spread = _mean((one.counted - whole["u"]) ** 2 for one in found)
    assert _mean(one.design for one in found) == pytest.approx(spread)  # uu holds the design variance


@settings(deadline=None)
@given(PROMPTS)
def test_over_all_samples_of_subjects_the_sums_are_those_of_the_corpus(prompts: list[Prompt]) -> None:
    whole = _known(prompts)
    found = [
        sums_of_subject_sample(
            _kept(one),
            2,
            squares=one["subject_squares"],
            totals=one["subject_totals"],
            own_pairs=one["subject_pairs"],
            mentions_variance=0,
        )
        for one in _samples(prompts, sorted({subject for subject, _ in prompts}), 1)
    ]
    assert _mean(one.counted for one in found) == pytest.approx(whole["u"])
    assert _mean(one.uu - one.design for one in found) == pytest.approx(whole["uu"])
    assert _mean(one.pairs for one in found) == pytest.approx(whole["pairs"])
    spread = _mean((one.counted - whole["u"]) ** 2 for one in found)
    assert _mean(one.design + one.extra for one in found) == pytest.approx(spread)


def _mean(values: Iterable[float]) -> float:
    held = list(values)
    return sum(held) / len(held)


def test_one_in_one_is_everything() -> None:
    sums = UnitSums(3, 50.0, 20.0, 900.0, 300.0, 150.0, 12.0, cc=70.0)
    assert sums_of_sample(sums, 1, squares=40, own_pairs=5) == sums


def test_a_number_of_mentions_that_is_estimated_widens_the_interval() -> None:
    sums = UnitSums(300, 5000.0, 60.0, 90_000.0, 1000.0, 60.0, 0.0, cc=80.0)
    given_ = {"squares": 60, "totals": 60, "own_pairs": 0}
    sure, unsure = (
        missing_mass_of_sums(sums_of_subject_sample(sums, 16, **given_, mentions_variance=variance))
        for variance in (0.0, 500.0**2)
    )
    assert sure.low is not None
    assert unsure.low is not None
    assert unsure.low < sure.low - 0.001


def test_a_sample_that_kept_nothing_may_have_missed_one_prompt() -> None:
    nothing = sums_of_sample(
        UnitSums(300, 5000.0, 0.0, 90_000.0, 0.0, 0.0, 0.0, cc=0.0), 64, squares=0, own_pairs=0
    )
    interval = missing_mass_of_sums(nothing)
    assert interval.estimate == 0
    assert interval.high == pytest.approx(64 * (1 + 1.96 * 2**0.5) / 5000, rel=1e-3)
