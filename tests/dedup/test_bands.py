from hypothesis import given
from hypothesis import strategies as st

from factscan.dedup.bands import RECALL, Bands, choose_bands


@given(st.floats(0.2, 1), st.integers(16, 512))
def test_bands_fit_the_minhash_and_find_the_pairs_at_the_threshold(
    threshold: float, permutations: int
) -> None:
    bands = choose_bands(threshold, permutations)
    assert bands.count * bands.rows <= permutations
    assert bands.recall(threshold) >= RECALL or bands.rows == 1


@given(st.floats(0.3, 1), st.integers(64, 256))
def test_bands_with_one_more_row_would_miss_too_many(threshold: float, permutations: int) -> None:
    rows = choose_bands(threshold, permutations).rows + 1
    steeper = Bands(permutations // rows, rows)
    assert rows > permutations or steeper.recall(threshold) < RECALL


def test_the_default_is_eighteen_bands_of_seven() -> None:
    bands = choose_bands(0.8, 128)
    assert (bands.count, bands.rows) == (18, 7)
    found = [round(bands.recall(jaccard), 3) for jaccard in (0.5, 0.7, 0.8, 0.9)]
    assert found == [0.132, 0.787, 0.986, 1.0]
