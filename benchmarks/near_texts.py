"""Texts for the benchmark of near-duplicates: synthetic ones, and pairs that share a known part of their shingles."""

import random
from collections.abc import Callable, Iterator, Sequence

import numpy as np

SHINGLE = 5
_VOCABULARY = 50_000


def vocabulary() -> list[str]:
    """Made-up words of letters only, the frequent ones short."""
    letters = "etaoinshrdlucmfwypvbgkjqxz"
    words = []
    for number in range(_VOCABULARY):
        word, rest = "", number
        while rest or len(word) < 2:
            rest, place = divmod(rest, len(letters))
            word += letters[place]
        words.append(word)
    return words


def documents(count: int, words: int, seed: int = 1) -> Iterator[str]:
    """Texts of ``words`` words on average (half of it to half as much again), words by Zipf's law.

    Every tenth text is the one before it with one word in a hundred replaced.
    """
    draw = np.random.default_rng(seed)
    known = np.array(vocabulary(), dtype=object)
    odds = np.cumsum(1 / np.arange(1, _VOCABULARY + 1))
    odds /= odds[-1]
    last = np.empty(0, dtype=np.int64)
    for number in range(count):
        if number % 10 == 9:
            chosen = last.copy()
            chosen[draw.random(len(chosen)) < 0.01] = draw.integers(_VOCABULARY)
        else:
            length = int(draw.integers(words // 2, words * 3 // 2 + 1))
            chosen = np.searchsorted(odds, draw.random(length))
        last = chosen
        yield " ".join(known[chosen])


def shingles(words: Sequence[str]) -> set[tuple[str, ...]]:
    count = max(1, len(words) - SHINGLE + 1)
    return {tuple(words[start : start + SHINGLE]) for start in range(count)}


def similarity(a: Sequence[str], b: Sequence[str]) -> float:
    """The true Jaccard similarity of two texts in words."""
    left, right = shingles(a), shingles(b)
    return len(left & right) / len(left | right)


Damage = Callable[[random.Random, list[str], int], list[str]]


def replaced(draw: random.Random, words: list[str], count: int) -> list[str]:
    """``count`` words here and there are others."""
    changed = list(words)
    for place in draw.sample(range(len(words)), count):
        changed[place] = f"{words[place]}{'x' * draw.randint(1, 3)}"
    return changed


def dropped(draw: random.Random, words: list[str], count: int) -> list[str]:
    """A passage of ``count`` words is missing."""
    start = draw.randint(0, len(words) - count)
    return words[:start] + words[start + count :]


def planted(seed: int, jaccard: float, damage: Damage, known: Sequence[str]) -> tuple[list[str], list[str]]:
    """A text of 30 to 2,000 words and a copy damaged as far as its similarity stays at ``jaccard`` or above.

    Damage at random places does not grow evenly, so the most damage that keeps the similarity is sought by halving.
    """
    draw = random.Random(seed)
    length = round(30 * (2_000 / 30) ** draw.random())
    words = [known[min(int(draw.paretovariate(0.5)), _VOCABULARY) - 1] for _ in range(length)]
    least, most = 0, length - SHINGLE
    while most - least > 1:
        middle = (least + most) // 2
        if similarity(words, damage(random.Random(seed), words, middle)) >= jaccard:
            least = middle
        else:
            most = middle
    return words, damage(random.Random(seed), words, least)
