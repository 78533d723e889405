"""Domains beside each other: the jackknife, differences from the rest, and the pool of tiny domains."""

import random
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from math import sqrt
from pathlib import Path

import pytest
from conftest import MakeRun, Stated, write_run
from reference import Figures, Placed, figures, placed

from factscan.figures import Report, Settings
from factscan.run import Run
from factscan.stats import PARTS, UnitSums, delete_a_group, missing_mass_of_sums

CHOICES = [
    Settings(),
    Settings(scope="alone"),
    Settings(dedup="none"),
    Settings(dedup="none", unit="source"),
    Settings(scope="alone", unit="source"),
]


def corpus(seed: int) -> list[Stated]:
    dice = random.Random(seed)
    return [
        Stated(
            [(dice.choice("abcdefghijkl"), "r", dice.choice("xyz")) for _ in range(dice.randint(0, 5))],
            domain=dice.choice(["law", "bio", "art"]),
            source=dice.choice(["", "", "web", "wiki"]),
            text=dice.choice(["", "", "", "a copied text"]),
        )
        for _ in range(dice.randint(12, 30))
    ]


Case = tuple[Settings, Report, list[Placed]]


@pytest.fixture(scope="module")
def cases(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """Reports of two little corpora under every choice."""
    runs = [made(tmp_path_factory.mktemp("run") / "r", corpus(seed)) for seed in range(2)]
    return [(choice, run.report(choice), documents) for choice in CHOICES for run, documents in runs]


def made(path: Path, documents: list[Stated]) -> tuple[Run, list[Placed]]:
    run = write_run(path, documents)
    rows = run.sql("select record, doc_no from documents order by record").to_pylist()
    numbers: Iterator[int] = (row["doc_no"] for row in rows)
    return run, placed(list(zip(numbers, documents, strict=True)))


def test_sql_leaves_out_a_part_of_the_units_as_the_definition_says(cases: list[Case]) -> None:
    for choice, report, documents in cases:
        numbered = Numbered(documents, choice)
        for by, rows in (("overall", [report.overall]), ("domain", report.domains)):
            groups = figures(documents, choice, by)
            for row in rows:
                wanted = delete_a_group(*parts(groups[row.name], numbered))
                assert row.missing_mass_jackknife.reason == wanted.reason
                for name in ("estimate", "low", "high"):
                    value = getattr(wanted, name)
                    assert getattr(row.missing_mass_jackknife, name) == (value and pytest.approx(value))


class Numbered:
    """The numbers of units as the tables have them: a source's is its first copy's."""

    def __init__(self, documents: list[Placed], settings: Settings) -> None:
        self.of: dict[str, int] = {}
        if settings.unit == "source":
            for document in documents:
                first = document.cluster if settings.copies == "near" else document.number
                source = next(one.stated.source for one in documents if one.number == first)
                self.of[source] = min(first, self.of.get(source, first))

    def part(self, unit: int | str) -> int:
        number = self.of[unit] if isinstance(unit, str) else unit
        return number * 2654435761 % 2**32 * PARTS // 2**32


def parts(group: Figures, numbered: Numbered) -> tuple[list[int], list[int], list[int]]:
    """Mentions, singletons' mentions and gains of every part."""
    m, u, gained = ([0] * PARTS for _ in range(3))
    for prompt, units in group.units.items():
        known = group.known[prompt]
        for unit, n in units.items():
            m[numbered.part(unit)] += n
            u[numbered.part(unit)] += n * (len(known) == 1)
        for part in range(PARTS):
            left = known - {unit for unit in units if numbered.part(unit) == part}
            if len(left) == 1 < len(known):
                gained[part] += units[left.pop()]
    return m, u, gained


def test_sql_compares_every_domain_with_all_others_taken_as_one(cases: list[Case]) -> None:
    for choice, report, documents in cases:
        groups = figures(documents, choice, "domain")
        for found in report.comparisons:
            own = [groups[found.domain]]
            rest = [group for name, group in groups.items() if name != found.domain]
            wanted = [sums(own), sums(rest)]
            estimates = [missing_mass_of_sums(one).estimate for one in wanted]
            assert found.rest_missing_mass == pytest.approx(estimates[1])
            if found.missing_mass.reason:
                assert None in (found.missing_mass.se, found.missing_mass.p_value)
                continue
            assert found.missing_mass.estimate == pytest.approx(estimates[0] - estimates[1])  # type: ignore[operator]
            variance = sum((one.variance or 0) / one.mentions**2 for one in wanted) - 2 * covariance(
                own, rest
            )
            assert found.missing_mass.se == pytest.approx(sqrt(max(0, variance)), abs=1e-7)


def columns(
    groups: list[Figures],
) -> tuple[Counter[int | str], Counter[int | str], Counter[tuple[object, object]]]:
    """m and u by unit, and o by ordered pair of units."""
    m: Counter[int | str] = Counter()
    u: Counter[int | str] = Counter()
    o: Counter[tuple[object, object]] = Counter()
    for group in groups:
        for prompt, units in group.units.items():
            for unit, n in units.items():
                others = group.known[prompt] - {unit}
                m[unit] += n
                u[unit] += n * (not others)
                if len(others) == 1:
                    o[unit, next(iter(others))] += n
    return m, u, o


def sums(groups: list[Figures]) -> UnitSums:
    m, u, o = columns(groups)
    pairs = [(o[a, b], o[b, a]) for a, b in combinations(sorted(m, key=str), 2)]
    return UnitSums.of(list(m.values()), [u[unit] for unit in m], *zip(*pairs, strict=True) if pairs else ())


def covariance(one: list[Figures], other: list[Figures]) -> float:
    (m, u, o), (m2, u2, o2) = columns(one), columns(other)
    n, n2 = m.total(), m2.total()
    shares = u.total() / n, u2.total() / n2
    both = sum((u[d] - shares[0] * m[d]) * (u2[d] - shares[1] * m2[d]) for d in set(m) & set(m2))
    return (both + sum(x * o2[b, a] for (a, b), x in o.items())) / (n * n2)


def test_two_domains_are_compared_once_and_one_not_at_all(make_run: MakeRun) -> None:
    shared, own = ("A", "r", "x"), [(f"s{i}", "r", "x") for i in range(12)]
    documents = [Stated([shared, own[i]], domain="ab"[i % 2]) for i in range(12)]

    (found,) = make_run(documents).report().comparisons

    assert (found.domain, found.against) == ("a", "b")
    assert found.missing_mass.estimate == 0
    assert found.missing_mass.adjusted == found.missing_mass.p_value == 1
    assert make_run([Stated([fact]) for fact in own]).report().comparisons == []


def test_a_domain_without_mentions_or_with_one_document_asks_nothing_and_costs_nothing(
    make_run: MakeRun,
) -> None:
    busy = [Stated([(f"s{i}", "r", "x"), ("A", "r", "x")], domain="ab"[i % 2]) for i in range(12)]

    report = make_run([*busy, Stated(domain="empty"), Stated([("B", "r", "x")], domain="one")]).report()

    found = {one.domain: one.missing_mass for one in report.comparisons}
    assert found["empty"].reason.startswith("undefined")
    assert "one unit" in found["one"].reason
    assert found["one"].adjusted is found["empty"].adjusted is None
    for name in "ab":
        assert found[name].adjusted == pytest.approx(min(1, 2 * min(found[x].p_value or 0 for x in "ab")))


def hosts(count: int) -> list[Stated]:
    """A large domain and ``count`` hosts, of three mentions each, that share facts with it and each other."""
    large = [Stated([(f"p{i % 40}", "r", "x"), (f"l{i}", "r", "x")], domain="large") for i in range(60)]
    dice = random.Random(count)
    tiny = [
        Stated([(f"p{dice.randint(0, 60)}", "r", "x") for _ in range(3)], domain=f"host{i:02}.org")
        for i in range(count)
    ]
    return large + tiny


@pytest.mark.parametrize("scope", ["mix", "alone"])
def test_many_tiny_domains_are_one_row_as_if_they_were_one_domain(make_run: MakeRun, scope: str) -> None:
    documents = hosts(25)
    renamed = [Stated(d.facts, "large" if d.domain == "large" else "pool", d.shard) for d in documents]

    report = make_run(documents).report(Settings(scope=scope))  # type: ignore[arg-type]
    as_one = make_run(renamed).report(Settings(scope=scope))  # type: ignore[arg-type]

    assert [row.name for row in report.domains] == [
        "large",
        "pooled: 25 domains with fewer than 100 mentions",
    ]
    assert [figures_of(report, i) for i in (0, 1)] == [figures_of(as_one, i) for i in (0, 1)]
    assert [(item.domain, item.documents, item.mentions) for item in report.pooled_domains] == [
        (f"host{i:02}.org", 1, 3) for i in range(25)
    ]
    assert report.overall == as_one.overall


def figures_of(report: Report, place: int) -> tuple[object, ...]:
    row = report.domains[place]
    return (
        row.documents,
        row.mentions,
        row.singletons,
        row.missing_mass,
        row.floor,
        row.missing_mass_jackknife,
    )


def test_few_tiny_domains_or_none_asked_for_stay_apart(make_run: MakeRun) -> None:
    assert len(make_run(hosts(19)).report().domains) == 20
    run = make_run(hosts(25))
    apart = run.report(Settings(pool_under=0))
    assert (len(apart.domains), apart.pooled_domains) == (26, [])
    assert [row.name for row in run.report(Settings(pool_under=1000)).domains] == [
        "pooled: 26 domains with fewer than 1,000 mentions"
    ]
