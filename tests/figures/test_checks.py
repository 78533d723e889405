"""Checks, growth and mixtures: SQL against their definitions in plain Python."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from math import prod

import pytest
from conftest import MakeRun, Stated
from reference import Figures, Placed, Prompt, _group, _unit, figures, weights_of
from test_dedup import CHOICES, close, corpus, made

from factscan.errors import UsageError
from factscan.figures import Settings
from factscan.figures.checks import PartCheck
from factscan.figures.mixture import TOO_MANY_PAIRS, UNITS_OF_SEVERAL
from factscan.run import Run
from factscan.stats import UnitSums, missing_mass_of_sums, mixed_missing_mass

Unit = int | str


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> list[tuple[Run, list[Placed]]]:
    return [made(tmp_path_factory.mktemp("run") / "r", corpus(seed)) for seed in range(10, 16)]


@dataclass(frozen=True)
class Parted:
    """The sides of a check by definition, one entry a unit."""

    rest: dict[Unit, list[float]]
    part: dict[Unit, list[float]]
    pairs: float

    @property
    def rest_sums(self) -> UnitSums:
        sums = UnitSums.of([m for m, *_ in self.rest.values()], [u for _, u, _ in self.rest.values()])
        n, left = sum(m for m, *_ in self.rest.values()), sum(m for m, *_ in self.part.values())
        return UnitSums(
            sums.units, sums.mentions, sums.counted, sums.mm, sums.mu, sums.uu, self.pairs * n / (n + left)
        )

    @property
    def part_sums(self) -> UnitSums:
        return UnitSums.of([m for m, *_ in self.part.values()], [u for _, u, _ in self.part.values()])

    @property
    def floors(self) -> tuple[float, float]:
        rest, part = (
            sum(w for *_, w in side.values()) / sum(m for m, *_ in side.values())
            for side in (self.rest, self.part)
        )
        return rest, part


def parted(group: Figures, inside: set[Unit], weights: dict[str, float]) -> Parted:
    """A group whose units ``inside`` are left out, and missing on each side what the rest does not state elsewhere."""
    rest: dict[Unit, list[float]] = defaultdict(lambda: [0, 0, 0])
    part: dict[Unit, list[float]] = defaultdict(lambda: [0, 0, 0])
    doubles: dict[tuple[Unit, ...], list[int]] = defaultdict(lambda: [0, 0])
    for prompt, units in group.units.items():
        known = group.known[prompt]
        for unit, n in units.items():
            side, missing = (part, known <= inside) if unit in inside else (rest, known - inside == {unit})
            side[unit][0] += n
            side[unit][1] += n * missing
            side[unit][2] += n * missing * weights[prompt[1]]
        if len(known) == 2:
            two = sorted(known, key=str)
            for place, unit in enumerate(two):
                doubles[tuple(two)][place] += units[unit]
    return Parted(rest, part, sum(a * b for a, b in doubles.values()))


def homes(
    documents: list[Placed], settings: Settings, by: str, group: str, kind: str
) -> dict[Unit, set[str]]:
    """The parts that hold the documents of every unit, copies that do not count included."""
    found: dict[Unit, set[str]] = defaultdict(set)
    for document in documents:
        if settings.scope == "mix" or _group(document, by) == group:
            found[_unit(document, documents, settings)].add(getattr(document.stated, kind))
    return found


@pytest.mark.parametrize(("place", "choice"), list(enumerate(CHOICES)))
def test_every_part_left_out_equals_the_definitions(
    place: int, choice: tuple[str, str, str], runs: list[tuple[Run, list[Placed]]]
) -> None:
    run, documents = runs[place % len(runs)]
    dedup, scope, unit = choice
    settings = Settings(dedup=dedup, scope=scope, unit=unit)  # type: ignore[arg-type]
    found = {(one.group, one.kind, one.part): one for one in run.report(settings).checks.left_out}
    weights = weights_of(documents)
    expected = 0
    for by in ("overall", "domain"):
        for name, group in figures(documents, settings, by).items():
            for kind in ("shard", "source"):
                places = homes(documents, settings, by, name, kind)
                for part in {one for its in places.values() for one in its} - {""}:
                    inside = {one for one, its in places.items() if its == {part}}
                    truth = parted(group, inside, weights)
                    if truth.rest and truth.part:
                        expected += 1
                        check(found[name, kind, part], truth)  # type: ignore[index]
    assert expected == len(found)


def check(found: PartCheck, truth: Parted) -> None:
    assert found.mentions == truth.part_sums.mentions
    assert close(found.check.predicted, missing_mass_of_sums(truth.rest_sums))
    assert close(found.check.realised, missing_mass_of_sums(truth.part_sums))
    rest, part = truth.floors
    assert found.floor_gap == pytest.approx(part - rest, abs=1e-8)


@pytest.mark.parametrize(("place", "choice"), list(enumerate(CHOICES)))
def test_growth_starts_from_the_mentions_by_the_number_of_units(
    place: int, choice: tuple[str, str, str], runs: list[tuple[Run, list[Placed]]]
) -> None:
    run, documents = runs[place % len(runs)]
    dedup, scope, unit = choice
    settings = Settings(dedup=dedup, scope=scope, unit=unit)  # type: ignore[arg-type]
    report = run.report(settings)
    grown = {one.group: one for one in report.checks.growth}
    for by in ("overall", "domain"):
        truth = figures(documents, settings, by)
        for name, group in truth.items():
            if not group.mentions:
                assert name not in grown
                continue
            one = grown[name]
            assert dict(
                zip(one.spectrum.k.tolist(), one.spectrum.mentions.tolist(), strict=True)
            ) == spectrum(group, lambda prompt: True)
            if unit == "document" and scope == "mix" and by == "domain":
                alone = spectrum(
                    group, lambda prompt, group=group: set(group.units[prompt]) == group.known[prompt]
                )
                found = one.spectrum_alone
                assert dict(zip(found.k.tolist(), found.mentions.tolist(), strict=True)) == alone
    for row in (report.overall, *report.domains):
        if row.mentions:
            assert grown[row.name].now == pytest.approx(row.missing_mass.estimate)


def spectrum(group: Figures, counts: "object") -> dict[int, float]:
    found: Counter[int] = Counter()
    for prompt, units in group.units.items():
        if counts(prompt):  # type: ignore[operator]
            found[len(group.known[prompt])] += units.total()
    return dict(found)


@pytest.mark.parametrize("unit", ["document", "cluster", "source"])
@pytest.mark.parametrize("dedup", ["none", "near", "near,sentences"])
@pytest.mark.parametrize("rates", [{"law": 0.5}, {"law": 0.0}, {"law": 0.25, "bio": 0.5}, {"law": 1.0}])
def test_a_mixture_equals_the_definitions(
    rates: dict[str, float], dedup: str, unit: str, runs: list[tuple[Run, list[Placed]]]
) -> None:
    settings = Settings(dedup=dedup, unit=unit)  # type: ignore[arg-type]
    run, documents = runs[(len(unit) + len(dedup) + len(rates)) % len(runs)]
    mixture = run.mix(rates, settings)
    report = {row.name: row for row in run.report(settings).domains}
    truth, weights = figures(documents, settings, "domain"), weights_of(documents)
    for row in mixture.domains:
        missing, floor = mixed(truth, row.name, rates, weights)
        assert row.mixed.missing_mass.estimate == pytest.approx(missing, abs=1e-8)
        assert row.mixed.floor.estimate == pytest.approx(floor, abs=1e-8)
        assert close(row.now.missing_mass, report[row.name].missing_mass)
        assert close(row.now.floor, report[row.name].floor)


def mixed(
    groups: dict[str, Figures], name: str, rates: dict[str, float], weights: dict[str, float]
) -> tuple[float, float]:
    """Missing mass and floor: a prompt's documents of other units must all be gone."""
    stating: dict[Prompt, list[tuple[str, Unit]]] = defaultdict(list)
    for domain, group in groups.items():
        for prompt, units in group.units.items():
            stating[prompt] += [(domain, unit) for unit in units]
    missing = floor = 0.0
    for prompt, units in groups[name].units.items():
        for unit, n in units.items():
            others = [domain for domain, other in stating[prompt] if other != unit]
            chance = n * prod(1 - rates.get(domain, 1.0) for domain in others)
            missing += chance
            floor += chance * weights[prompt[1]]
    return missing / groups[name].mentions, floor / groups[name].mentions


@pytest.mark.parametrize("rates", [{"law": 0.5}, {"law": 0.25, "bio": 0.5}, {"law": 0.6, "bio": 0.0}])
def test_a_thinned_domain_has_the_interval_of_what_two_documents_take_of_each_other(
    rates: dict[str, float], runs: list[tuple[Run, list[Placed]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for run, documents in runs[:3]:
        groups = figures(documents, Settings(), "domain")
        for row in run.mix(rates).domains:
            assert row.mixed.missing_mass.high is not None
            truth = missing_mass_of_sums(thinned(groups, row.name, rates))
            assert all(
                (getattr(row.mixed.missing_mass, end) - getattr(truth, end)) == pytest.approx(0, abs=1e-4)
                for end in ("estimate", "low", "high")
            )
    monkeypatch.setattr("factscan.figures.mixture.MOST_PAIRS", -1)
    crowded = next(row for row in run.mix(rates).domains if row.name == "law")
    assert (crowded.mixed.missing_mass.low, crowded.mixed.missing_mass.reason) == (None, TOO_MANY_PAIRS)
    sources = next(row for row in run.mix(rates, Settings(unit="source")).domains if row.name == "law")
    assert sources.mixed.floor.reason == UNITS_OF_SEVERAL


def thinned(groups: dict[str, Figures], name: str, rates: dict[str, float]) -> UnitSums:
    """The sums of a domain in a mixture by their definitions; a unit is a document."""
    gone = {unit: 1 - rates.get(domain, 1.0) for domain, its in groups.items() for unit in units_of(its)}
    stating: dict[Prompt, set[Unit]] = defaultdict(set)
    for its in groups.values():
        for prompt, units in its.units.items():
            stating[prompt] |= set(units)
    own = sorted(units_of(groups[name]))
    m, u = dict.fromkeys(own, 0.0), dict.fromkeys(own, 0.0)
    takes: dict[tuple[Unit, Unit], float] = defaultdict(float)
    for prompt, units in groups[name].units.items():
        for unit, n in units.items():
            m[unit] += n
            u[unit] += n * prod(gone[other] for other in stating[prompt] - {unit})
            for other in set(units) - {unit}:
                rest = prod(gone[third] for third in stating[prompt] - {unit, other})
                takes[unit, other] += n * (1 - gone[other]) * rest
    pairs = [(one, other) for one, other in takes if str(one) < str(other)]
    cc = sum(n * n for units in groups[name].units.values() for n in units.values())
    both = ([takes[pair] for pair in pairs], [takes[pair[::-1]] for pair in pairs])
    return UnitSums.of(list(m.values()), list(u.values()), *both, cc=cc)


def units_of(group: Figures) -> set[Unit]:
    return {unit for units in group.units.values() for unit in units}


def test_the_tables_give_what_the_formula_gives(make_run: MakeRun) -> None:
    # One prompt of law in one document, of bio in two, of art in three
    def one(domain: str) -> Stated:
        return Stated([("A", "r", "x")], domain=domain)

    documents = [
        Stated([("A", "r", "x"), ("B", "r", "y")], domain="law"),
        *map(one, ["bio"] * 2 + ["art"] * 3),
    ]
    mixture = make_run(documents).mix({"bio": 0.5, "art": 0.1})

    found = {row.name: row.mixed.missing_mass.estimate for row in mixture.domains}["law"]

    expected = mixed_missing_mass([1, 1], [[1, 2, 3], [1, 0, 0]], [1, 0.5, 0.1], own=0)
    assert found == pytest.approx(expected)
    assert found == pytest.approx((0.5**2 * 0.9**3 + 1) / 2)


def test_a_domain_dropped_shows_what_the_others_know_of_it(make_run: MakeRun) -> None:
    shared = ("Oslo", "country", "Norway")
    documents = [Stated([shared, (f"s{n}", "r", "x")], domain="law") for n in range(3)]
    mixture = make_run([*documents, Stated([shared], domain="bio")]).mix({"law": 0})

    law = next(row for row in mixture.domains if row.name == "law")
    assert (law.now.missing_mass.estimate, law.mixed.missing_mass.estimate) == (0.5, 0.5)
    bio = next(row for row in mixture.domains if row.name == "bio")
    assert (bio.now.missing_mass.estimate, bio.mixed.missing_mass.estimate) == (0, 1)
    assert mixture.overall.mixed.missing_mass.estimate == 1


@pytest.mark.parametrize(
    ("rates", "says"),
    [({"tax": 0.5}, "no domain 'tax'. Available: d"), ({"d": 3}, "teaches no new"), ({"d": -1}, "between 0")],
)
def test_a_mixture_that_cannot_be_says_why(rates: dict[str, float], says: str, make_run: MakeRun) -> None:
    run = make_run([Stated([("A", "r", "x")])])
    with pytest.raises(UsageError, match=says):
        run.mix(rates)
    with pytest.raises(UsageError, match="scope is mix"):
        run.mix({"d": 0.5}, Settings(scope="alone"))


def test_a_mixture_knows_every_domain_however_many_are_tiny(make_run: MakeRun) -> None:
    tiny = [Stated([(f"s{n // 2}", "r", "x")], domain=f"host{n:02}") for n in range(40)]
    mixture = make_run(tiny).mix({"host00": 0.0})
    assert len(mixture.domains) == 40
    missed = [row.name for row in mixture.domains if row.mixed.missing_mass.estimate]
    assert missed == ["host01"]


def test_a_text_in_two_shards_stays_with_the_rest(make_run: MakeRun) -> None:
    copies = [Stated([("A", "r", "x")], shard=shard, text="same") for shard in "ab"]
    own = [Stated([(f"{shard}{n}", "r", "x")], shard=shard) for shard in "ab" for n in range(3)]
    parts = make_run([*copies, *own]).report().checks.left_out

    of_shards = [one for one in parts if one.group == "overall" and one.kind == "shard"]
    assert [(one.part, one.mentions) for one in of_shards] == [("a", 3), ("b", 3)]


def test_a_shard_of_another_kind_differs_and_shards_alike_do_not(make_run: MakeRun) -> None:
    alike = [
        Stated([(f"common{n % 20}", "r", "x"), (f"own{shard}{n}", "r", "x")], shard=shard)
        for shard in "abc"
        for n in range(40)
    ]
    other = [Stated([(f"other{n}", "r", "x"), (f"else{n}", "r", "x")], shard="z") for n in range(40)]

    assert verdicts(make_run(alike)) == {"a": False, "b": False, "c": False}
    assert verdicts(make_run([*alike, *other]))["z"] is True


def verdicts(run: Run) -> dict[str, bool | None]:
    found = run.report().checks.left_out
    return {one.part: one.check.parts for one in found if one.group == "overall" and one.kind == "shard"}


def test_a_run_without_facts_has_no_checks_and_says_that_it_has_no_dates(make_run: MakeRun) -> None:
    checks = make_run([Stated()]).report().checks

    assert (checks.left_out, checks.growth) == ([], [])
    assert checks.as_dict()["later_from_earlier"]["reason"].startswith("not checked")
