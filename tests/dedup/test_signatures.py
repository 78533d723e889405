import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.dedup import NearOptions, Signature, Signer
from factscan.dedup.likeness import Sketches, jaccard
from factscan.dedup.near import SKETCH

SIGNER = Signer(NearOptions())
WORDS = st.lists(
    st.sampled_from("alpha beta gamma delta epsilon ζήτα 7 1815 naïve Straße".split()), max_size=30
)


def same(a: Signature, b: Signature) -> bool:
    return (a.shingles, a.minhash, a.sketch.tolist()) == (b.shingles, b.minhash, b.sketch.tolist())


def estimate(a: Signature, b: Signature) -> float:
    left, right = (
        Sketches.of(pa.array([s.sketch], pa.list_(pa.uint32())), np.array([s.shingles])) for s in (a, b)
    )
    return float(jaccard(left, right)[0])


def agreement(a: Signature, b: Signature) -> float:
    return float(np.mean(np.frombuffer(a.minhash, "<u4") == np.frombuffer(b.minhash, "<u4")))


def numbers(start: int, end: int) -> str:
    return " ".join(map(str, range(start, end)))


@given(WORDS, st.sampled_from([" ", "\n", "\t  ", " — ", "\u00a0", ", "]))
def test_case_white_space_and_punctuation_do_not_change_a_signature(words: list[str], gap: str) -> None:
    plain = SIGNER.sign(" ".join(words))
    assert same(plain, SIGNER.sign(gap.join(words).upper() + gap))


@given(WORDS, WORDS)
def test_likeness_of_short_texts_is_their_exact_jaccard_similarity(a: list[str], b: list[str]) -> None:
    def shingles(words: list[str]) -> set[tuple[str, ...]]:
        folded = tuple(word.casefold() for word in words)
        return {folded[i : i + 5] for i in range(len(folded) - 4)} or {folded}

    if a and b:
        truth = len(shingles(a) & shingles(b)) / len(shingles(a) | shingles(b))
        assert estimate(SIGNER.sign(" ".join(a)), SIGNER.sign(" ".join(b))) == pytest.approx(truth)


@settings(max_examples=20)
@given(st.integers(0, 30_000), st.integers(5_000, 30_000))
def test_likeness_of_long_texts_is_estimated_within_five_standard_errors(dropped: int, kept: int) -> None:
    a, b = numbers(0, dropped + kept), numbers(dropped, dropped + kept)
    truth = (kept - 4) / (dropped + kept - 4)
    error = 5 * (truth * (1 - truth)) ** 0.5
    assert estimate(SIGNER.sign(a), SIGNER.sign(b)) == pytest.approx(truth, abs=error / SKETCH**0.5 + 0.003)
    assert agreement(SIGNER.sign(a), SIGNER.sign(b)) == pytest.approx(truth, abs=error / 128**0.5)


def test_strangers_of_half_a_million_words_share_nothing() -> None:
    a, b = SIGNER.sign(numbers(0, 500_000)), SIGNER.sign(numbers(500_000, 1_000_000))
    assert a.shingles == pytest.approx(499_996, rel=0.15)
    assert estimate(a, b) < 0.01


@pytest.mark.parametrize("characters", [50, 1000])
def test_blocks_do_not_show(characters: int, monkeypatch: pytest.MonkeyPatch) -> None:
    text = numbers(0, 2_000) + "\n" + "中文是一种语言。" * 500 + " So is English."
    whole = SIGNER.sign(text)
    monkeypatch.setattr("factscan.dedup.near._BLOCK", characters)
    assert same(whole, SIGNER.sign(text))
    assert same(whole, SIGNER.sign(text.replace(" ", "\n\n  ")))


def test_a_text_shorter_than_a_shingle_is_one_and_a_text_without_words_is_none() -> None:
    assert SIGNER.sign("So what").shingles == 1
    assert same(SIGNER.sign("so, WHAT?"), SIGNER.sign("So what"))
    assert not same(SIGNER.sign("what so"), SIGNER.sign("So what"))
    for text in ("", " \n", "…!?", "\ud800"):
        assert SIGNER.sign(text).shingles == 0


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("東京は日本の首都であり最大の都市である", "東京は日本の首都であり最古の都市である"),
        ("กรุงเทพมหานครเป็นเมืองหลวงของประเทศไทย", "กรุงเทพมหานครเป็นเมืองใหญ่ของประเทศไทย"),
    ],
)
def test_scripts_without_spaces_are_compared_by_their_signs(text: str, other: str) -> None:
    assert 0.2 < estimate(SIGNER.sign(text), SIGNER.sign(other)) < 0.9


def test_signatures_are_the_same_on_every_machine() -> None:
    found = SIGNER.sign("The Thames flows through London, and has done so for long.")
    assert found.shingles == 7
    assert found.sketch.tolist() == [13643783, 13655119, 13690354, 13722827, 13732380, 13858282, 13884034]
    assert np.frombuffer(found.minhash, "<u4")[:3].tolist() == [2122127852, 102492540, 499784552]


def test_options_change_what_is_compared() -> None:
    short = Signer(NearOptions(shingle=1, permutations=16)).sign("a rose is a rose is a rose")
    assert (short.shingles, len(short.minhash)) == (3, 64)
