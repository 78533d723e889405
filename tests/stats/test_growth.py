"""The growth curve is the mean over all draws, and stays exact for huge corpora."""

from fractions import Fraction
from itertools import combinations
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factscan.stats import Spectrum, growth


@st.composite
def spectra(draw: st.DrawFn, most: int = 40) -> Spectrum:
    units = draw(st.integers(1, most))
    k = draw(st.lists(st.integers(1, units), unique=True, min_size=1, max_size=8))
    mentions = draw(st.lists(st.integers(1, 99), min_size=len(k), max_size=len(k)))
    return Spectrum.of(units, k, mentions)


@given(
    st.lists(st.dictionaries(st.sampled_from("abcde"), st.integers(1, 3), min_size=1), min_size=2, max_size=6)
)
def test_the_curve_is_the_mean_over_all_draws_of_other_documents(documents: list[dict[str, int]]) -> None:
    units = len(documents)
    k = {
        prompt: sum(prompt in document for document in documents)
        for document in documents
        for prompt in document
    }
    by_k = {n: sum(d.get(p, 0) for d in documents for p in k if k[p] == n) for n in set(k.values())}
    curve = growth(Spectrum.of(units, list(by_k), list(by_k.values())), range(units))

    for h in range(units):
        missed = [
            sum(n for prompt, n in document.items() if not any(prompt in documents[other] for other in drawn))
            for place, document in enumerate(documents)
            for drawn in combinations([other for other in range(units) if other != place], h)
        ]
        mean = sum(missed) / comb(units - 1, h) / sum(by_k.values())
        assert curve[h] == pytest.approx(mean, abs=1e-12)


@given(spectra())
def test_it_starts_at_1_falls_and_ends_at_m1_over_n(spectrum: Spectrum) -> None:
    curve = growth(spectrum, np.linspace(0, spectrum.units - 1, 4 * spectrum.units))

    assert curve[0] == pytest.approx(1)
    assert (np.diff(curve) <= 1e-12).all()
    assert curve[-1] == pytest.approx(spectrum.missing_mass if spectrum.units > 1 else 1)


@pytest.mark.parametrize(
    ("units", "k", "h"),
    [(10**8, 2, 10**7), (10**8, 300, 10**6), (10**8, 5000, 10**4), (10**6, 900, 10**5), (7000, 6000, 3)],
)
def test_huge_corpora_keep_twelve_digits(units: int, k: int, h: int) -> None:
    top = bottom = 1
    for j in range(k - 1):
        top *= units - 1 - h - j
        bottom *= units - 1 - j

    (value,) = growth(Spectrum.of(units, [k], [1]), [h])

    assert value == pytest.approx(float(Fraction(top, bottom)), rel=1e-12)


def test_a_prompt_in_a_million_documents_is_missed_by_few_and_by_many_never() -> None:
    spectrum = Spectrum.of(10**8, [10**6], [1])

    few, many = growth(spectrum, [10, 10**7])

    # About (1 − 10⁶/10⁸)¹⁰
    assert few == pytest.approx(0.99**10, rel=1e-6)
    assert many == 0


def test_what_others_state_is_known_from_the_start() -> None:
    spectrum = Spectrum.of(5, [1, 2], [3, 2], total=10)

    assert growth(spectrum, [0, 4]).tolist() == pytest.approx([0.5, 0.3])


@pytest.mark.parametrize(
    ("k", "mentions"), [([1, 1], [1, 1]), ([0], [1]), ([9], [1]), ([1], [-1]), ([1, 2], [1])]
)
def test_spectra_that_cannot_be_are_refused(k: list[int], mentions: list[int]) -> None:
    with pytest.raises(ValueError, match="must"):
        Spectrum.of(8, k, mentions)


def test_mentions_beyond_the_total_and_draws_beyond_the_units_are_refused() -> None:
    with pytest.raises(ValueError, match="exceed"):
        Spectrum.of(8, [1], [5], total=4)
    with pytest.raises(ValueError, match="between 0 and 7"):
        growth(Spectrum.of(8, [1], [5]), [8])
