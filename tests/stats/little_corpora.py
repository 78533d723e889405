"""Little corpora for hypothesis, and their sums by the definitions, in plain Python."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import combinations

from hypothesis import strategies as st

from factscan.stats import CrossSums, UnitSums

Corpus = list[tuple[str, int, str, int]]
"""Rows of group, unit, prompt and mentions."""

CORPORA: st.SearchStrategy[Corpus] = st.dictionaries(
    st.tuples(st.integers(0, 8), st.sampled_from("abcdefgh")), st.integers(1, 5), max_size=24
).map(lambda cells: [("ABC"[unit % 3], unit, prompt, n) for (unit, prompt), n in cells.items()])
"""Every unit lies in one group."""

STRADDLING: st.SearchStrategy[Corpus] = st.dictionaries(
    st.tuples(st.sampled_from("ABC"), st.integers(0, 4), st.sampled_from("abcdef")),
    st.integers(1, 5),
    max_size=24,
).map(lambda cells: [(group, unit, prompt, n) for (group, unit, prompt), n in cells.items()])
"""Units may lie in several groups."""


def known_from(corpus: Corpus) -> dict[str, set[int]]:
    """The units that state each prompt, of all groups."""
    known: dict[str, set[int]] = defaultdict(set)
    for _, unit, prompt, _ in corpus:
        known[prompt].add(unit)
    return known


def of_groups(corpus: Corpus, groups: str) -> UnitSums:
    """Sums of some groups taken as one, prompts being known from all."""
    m, u, o = _columns(corpus, groups)
    pairs = [(o[a, b], o[b, a]) for a, b in combinations(range(9), 2)]
    cells: Counter[tuple[int, str]] = Counter()
    for group, unit, prompt, n in corpus:
        if group in groups:
            cells[unit, prompt] += n
    units = sorted(m)
    return UnitSums.of(
        [m[unit] for unit in units],
        [u[unit] for unit in units],
        [a for a, _ in pairs],
        [b for _, b in pairs],
        cc=sum(n * n for n in cells.values()),
    )


def between(corpus: Corpus, one: str, other: str) -> CrossSums:
    """What ties some groups, taken as one, to some others."""
    m, u, o = _columns(corpus, one)
    m2, u2, o2 = _columns(corpus, other)
    both = set(m) & set(m2)
    return CrossSums(
        pairs=sum(n * o2[b, a] for (a, b), n in list(o.items())),
        mm=sum(m[unit] * m2[unit] for unit in both),
        mu=sum(m[unit] * u2[unit] for unit in both),
        um=sum(u[unit] * m2[unit] for unit in both),
        uu=sum(u[unit] * u2[unit] for unit in both),
    )


def _columns(corpus: Corpus, groups: str) -> tuple[Mapping[int, int], Counter[int], Counter[tuple[int, int]]]:
    known = known_from(corpus)
    m: Counter[int] = Counter()
    u: Counter[int] = Counter()
    o: Counter[tuple[int, int]] = Counter()
    for group, unit, prompt, n in corpus:
        if group not in groups:
            continue
        m[unit] += n
        others = known[prompt] - {unit}
        if not others:
            u[unit] += n
        if len(others) == 1:
            o[unit, others.pop()] += n
    return m, u, o
