"""Two runs beside each other, against the definitions in plain Python."""

import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import MakeRun, Stated, write_run
from reference import Figures, Placed, figures, placed

from factscan.errors import UsageError
from factscan.figures import Settings
from factscan.figures.diff import Diff
from factscan.run import Run
from factscan.sampling import Sampling
from factscan.stats import UnitSums

CHOICES = [
    Settings(),
    Settings(scope="alone"),
    Settings(dedup="none"),
    Settings(unit="source"),
]
Unit = int | str


@dataclass
class Side:
    run: Run
    documents: list[Placed]
    keys: dict[int, tuple[str, int]]


def corpus(seed: int, shard: str, documents: int, copied: str = "") -> list[Stated]:
    dice = random.Random(seed)
    return [
        Stated(
            [
                (dice.choice("abcdefghijklmnopqrst"), "r", dice.choice("xyz"))
                for _ in range(dice.randint(0, 5))
            ],
            domain=dice.choice(["law", "bio"]),
            source=dice.choice(["", "", "", "web"]),
            text=dice.choice(["", "", "", "", copied]),
            shard=shard,
        )
        for _ in range(documents)
    ]


def side(path: Path, documents: list[Stated]) -> Side:
    run = write_run(path, documents)
    rows = run.sql("select shard, record, doc_no from documents order by shard, record").to_pylist()
    ordered = sorted(documents, key=lambda one: one.shard)
    numbers: Iterator[int] = (row["doc_no"] for row in rows)
    keys = {row["doc_no"]: (row["shard"], row["record"]) for row in rows}
    return Side(run, placed(list(zip(numbers, ordered, strict=True))), keys)


Case = tuple[Settings, Diff]


@pytest.fixture(scope="module")
def sides(tmp_path_factory: pytest.TempPathFactory) -> tuple[Side, Side]:
    """Two little corpora that share the documents of the shard s; x and y are theirs alone."""
    folder = tmp_path_factory.mktemp("runs")
    shared = corpus(0, "s", 45, "a copied text")
    return (
        side(folder / "a", [*shared, *corpus(10, "x", 12, "a copied text")]),
        side(folder / "b", [*shared, *corpus(20, "y", 8)]),
    )


@pytest.fixture(scope="module")
def cases(sides: tuple[Side, Side]) -> list[Case]:
    """The two compared under every choice."""
    a, b = sides
    return [(settings, a.run.diff(b.run, settings, examples=1000)) for settings in CHOICES]


@dataclass
class Summed:
    """m and u by unit, and o by ordered pair of units, its mentions in the first."""

    m: Counter[Unit]
    u: Counter[Unit]
    o: Counter[tuple[Unit, Unit]]

    @property
    def sums(self) -> UnitSums:
        pairs = [pair for pair in self.o if str(pair[0]) < str(pair[1]) or pair[::-1] not in self.o]
        columns = [[self.o[pair] for pair in pairs], [self.o[pair[::-1]] for pair in pairs]]
        return UnitSums.of([self.m[d] for d in self.m], [self.u[d] for d in self.m], *columns)


def summed(of: Figures) -> Summed:
    found = Summed(Counter(), Counter(), Counter())
    for prompt, units in of.units.items():
        for unit, n in units.items():
            found.m[unit] += n
            found.u[unit] += n * (len(of.known[prompt]) == 1)
        if len(of.known[prompt]) == 2:
            for one in units:
                (other,) = of.known[prompt] - {one}
                found.o[one, other] += units[one]
    return found


def members(of: Side, settings: Settings) -> dict[Unit, set[tuple[str, int]]]:
    """The documents of every unit, by what is the same in both runs."""
    found: dict[Unit, set[tuple[str, int]]] = {}
    by_copy: dict[int, list[Placed]] = {}
    for one in of.documents:
        copy = {"none": one.number, "near": one.cluster}[settings.copies]
        by_copy.setdefault(copy, []).append(one)
    for copy, its in by_copy.items():
        source = its[0].stated.source if settings.unit == "source" else ""
        found.setdefault(source or copy, set()).update(of.keys[one.number] for one in its)
    return found


def test_sql_finds_what_the_documents_in_both_have_in_common(
    sides: tuple[Side, Side], cases: list[Case]
) -> None:
    a, b = sides
    for settings, found in cases:
        of_a, of_b = members(a, settings), members(b, settings)
        links = {(x, y) for x, one in of_a.items() for y, other in of_b.items() if one & other}
        for group in ("law", "bio", "overall"):
            by = "overall" if group == "overall" else "domain"
            one, other = (summed(figures(it.documents, settings, by)[group]) for it in sides)
            of_units = sum(_rest(one, x) * _rest(other, y) for x, y in links if x in one.m and y in other.m)
            of_pairs = sum(
                one.o[x, x2] * other.o[y2, y] for x, y in links for x2, y2 in links if x != x2 and y != y2
            )
            n_a, n_b = one.m.total(), other.m.total()
            own = (one.sums.variance or 0) / n_a**2 + (other.sums.variance or 0) / n_b**2
            variance = own - 2 * (of_units + of_pairs) / n_a / n_b
            (row,) = (change for change in found.changes if (change.kind, change.name) == (by, group))
            expected = max(variance, _hits(group, settings, a, b))
            assert (row.missing_mass.se or 0) ** 2 == pytest.approx(expected), (settings, group)


def _rest(of: Summed, unit: Unit) -> float:
    return of.u[unit] - of.u.total() / of.m.total() * of.m[unit]


def _hits(group: str, settings: Settings, *sides: Side) -> float:
    of_a, of_b = (members(it, settings) for it in sides)
    total = 0.0
    for it, own, others in ((sides[0], of_a, of_b), (sides[1], of_b, of_a)):
        all_others = set().union(*others.values())
        by = "overall" if group == "overall" else "domain"
        laid = {name: summed(one) for name, one in figures(it.documents, settings, by).items()}
        scope = [group] if settings.scope == "alone" else list(laid)
        units = {unit for name in scope for unit in laid[name].m}
        many = settings.unit != "document"
        same = [own[unit] in others.values() if many else own[unit] & all_others for unit in units]
        alone = sum(not one for one in same) / len(units)
        of = laid[group]
        total += alone * (1 - alone) * sum(n * n for n in of.o.values()) / of.m.total() ** 2
    return total


def test_prompts_gained_and_lost_are_those_of_the_definition(
    sides: tuple[Side, Side], cases: list[Case]
) -> None:
    for settings, found in cases:
        one, other = (figures(it.documents, settings, "domain") for it in sides)
        for group in ("law", "bio"):
            before, now = (_known(it, group, settings) for it in (one, other))
            (row,) = (change for change in found.domains if change.name == group)
            counts = row.prompts
            assert counts is not None
            gained = {p for p in other[group].units if p not in before}
            lost = {p for p in one[group].units if p not in now}
            either = [p for p in {*one[group].units, *other[group].units} if p in before and p in now]
            assert (counts.gained, counts.lost) == (len(gained), len(lost))
            assert counts.gained_singletons == sum(now[p] == 1 for p in gained)
            assert counts.lost_singletons == sum(before[p] == 1 for p in lost)
            assert counts.became_known == sum(before[p] == 1 < now[p] for p in either)
            assert counts.became_singletons == sum(before[p] > 1 == now[p] for p in either)
        told = Counter(example.change for example in found.examples)
        whole = found.overall.prompts
        assert whole is not None
        assert (told["gained"], told["lost"]) == (whole.gained, whole.lost)
        assert (told["became known"], told["became a singleton"]) == (
            whole.became_known,
            whole.became_singletons,
        )


def _known(groups: dict[str, Figures], group: str, settings: Settings) -> dict[tuple[str, str], int]:
    scope = [group] if settings.scope == "alone" else list(groups)
    return {prompt: len(units) for name in scope for prompt, units in groups[name].known.items()}


def test_a_run_and_its_copy_are_the_same_in_everything(make_run: MakeRun) -> None:
    documents = [*corpus(0, "s", 30, "a copied text"), *corpus(10, "x", 9)]
    found = make_run(documents).diff(make_run(documents))
    assert found.examples == []
    assert found.documents.same == found.documents.documents_a == found.documents.documents_b
    assert (found.mixture, found.own) == (0, 0)
    for one in found.changes:
        assert one.floor.estimate == 0
        assert one.floor.high == pytest.approx(0, abs=1e-7)
        assert not one.moved


def test_the_mixture_and_the_domains_own_changes_add_up_to_the_whole(cases: list[Case]) -> None:
    for settings, found in cases:
        if settings.scope == "alone":
            assert (found.mixture, found.own) == (None, None)
        else:
            assert (found.mixture or 0) + (found.own or 0) == pytest.approx(found.overall.floor.estimate)


def test_documents_are_the_same_by_their_text_or_id_if_not_by_all(make_run: MakeRun) -> None:
    fact = [("a", "r", "x")]
    a = make_run([Stated(fact), Stated(fact, text="a text"), Stated(fact, text="first words"), Stated(fact)])
    b = make_run(
        [
            Stated(fact),
            Stated(fact, text="other"),
            Stated(fact, text="second words"),
            Stated(shard="t", text="a text"),
        ]
    )
    found = a.diff(b).documents
    assert (found.same, found.renamed, found.edited) == (1, 1, 1)
    assert (found.documents_a, found.documents_b, found.shared) == (4, 4, 3)


def test_a_domain_that_forgets_is_moved_and_the_others_are_not(make_run: MakeRun) -> None:
    def stated(times: int) -> list[Stated]:
        law = [
            Stated([(f"l{i % (120 // times)}", "r", f"o{i}")], domain="law", shard="law") for i in range(120)
        ]
        bio = [Stated([(f"b{i % 80}", "r", f"o{i}")], domain="bio", shard="bio") for i in range(120)]
        return law + bio

    found = make_run(stated(2)).diff(make_run(stated(1)))
    law, bio = (next(one for one in found.domains if one.name == name) for name in ("law", "bio"))
    assert law.moved
    assert (law.floor.estimate or 0) > 0.9
    assert not bio.moved
    assert found.overall.moved
    assert [shard.name for shard in found.of_shards if shard.moved] == ["law"]


def test_many_tiny_domains_are_neither_pooled_nor_tested(make_run: MakeRun) -> None:
    hosts = [Stated([(f"p{i}", "r", "o")], domain=f"h{i // 12}") for i in range(25 * 12)]
    large = [Stated([(f"s{i}", "r", f"o{i}")], domain="large", shard="l") for i in range(120)]
    found = make_run([*hosts, *large]).diff(make_run([*large, *hosts[:-12]]))
    untested = [one.name for one in found.domains if one.untested]
    assert len(untested) == 24
    assert all("100 mentions" in one.untested for one in found.domains if one.untested)
    assert [one.name for one in found.domains if one.floor.adjusted is not None] == ["large"]
    assert [row.name for row in found.only_a] == ["h24"]


def test_runs_that_keep_other_samples_are_refused_and_equal_samples_compared(tmp_path: Path) -> None:
    documents = [Stated([(f"s{i % 40}", "r", f"o{i}")]) for i in range(120)]
    whole = write_run(tmp_path / "whole", documents)
    one, other = (write_run(tmp_path / f"{n}", documents[n:], Sampling("prompts", 2)) for n in (0, 30))
    with pytest.raises(UsageError, match="RUN_A keeps everything, RUN_B 1/2 of the prompts"):
        whole.diff(one)
    found = one.diff(other)
    assert found.sampling == Sampling("prompts", 2)
    assert found.overall.shared_a is None
    assert found.overall.floor.se
    assert found.overall.prompts is not None
    assert found.overall.prompts.prompts_a % 2 == 0


def test_a_run_is_not_compared_with_itself_nor_with_one_of_another_schema(make_run: MakeRun) -> None:
    a, b = make_run([Stated()]), make_run([Stated()])
    with pytest.raises(UsageError, match="both runs are"):
        a.diff(Run(f"{a.path}/../{Path(a.path).name}"))
    b._manifest["schema_version"] = 2
    with pytest.raises(UsageError, match="schema versions 3 and 2"):
        a.diff(b)


def test_other_extractors_are_told_and_take_no_edge_off(sides: tuple[Side, Side], cases: list[Case]) -> None:
    a, b = sides
    other = Run(b.run.path)
    options = {**other._manifest["options"], "extractor": "e-2", "evidence": False}
    other._manifest = {**other._manifest, "options": options}
    found = a.run.diff(other)
    assert [(one.what, one.touches) for one in found.read_apart] == [
        ("extractor", "keys"),
        ("evidence", "nothing"),
    ]
    assert found.keys_differ
    alike = cases[0][1]
    assert (found.overall.floor.high or 0) > (alike.overall.floor.high or 0)


def test_json_holds_everything_and_no_nan(cases: list[Case]) -> None:
    found = json.loads(json.dumps(cases[0][1].as_dict(), allow_nan=False))
    assert found["schema_version"] == 1
    assert {one["name"] for one in found["domains"]} == {"law", "bio"}
    assert found["shards"]["same"] == ["s"]
    assert found["shards"]["only_a"] == ["x"]
    assert found["overall"]["b"]["missing_mass"]["estimate"] is not None
