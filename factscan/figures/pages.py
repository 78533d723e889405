"""What a page shows of the whole corpus and of every domain beside its row: how often prompts are stated, which
relations are weak, and examples with their sentences.

Every statement is one pass with heaps of a fixed size, so that pages cost no more than a layout of the run.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

import duckdb

from factscan.figures.group import Group
from factscan.figures.layout import find_copied, lay_out
from factscan.figures.settings import Settings
from factscan.sampling import Sampling
from factscan.stats import Interval, missing_mass_of_sums
from factscan.store.statements import statement

EXAMPLES = 6
"""Singletons, and frequent facts, on a page."""
RELATIONS = 40
"""Relations of a domain among which the weakest and the strongest are looked for: those with most mentions."""
LEAST_MENTIONS = 50
"""Mentions from which on a relation is on a page."""

Kind = Literal["singleton", "frequent"]
Record = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Frequency:
    """Prompts of a group that exactly ``units`` units of the scope state, with their mentions in the group.

    Of a sample, ``prompts`` and ``mentions`` are those that were kept, times its rate.
    """

    units: int
    prompts: int
    mentions: int


@dataclass(frozen=True, slots=True)
class PageRelation:
    """A relation in a domain, with the missing mass of the domain's mentions of it."""

    name: str
    mentions: int
    prompts: int
    singletons: int
    missing_mass: Interval
    n_eff: float | None


@dataclass(frozen=True, slots=True)
class Example:
    """A prompt with its most stated answer, which ``documents`` of the group state, and one sentence that states it.

    ``answers``: how many different ones the group states. ``sentence`` is None where the run keeps none;
    ``span_start`` and ``span_end`` are where the words of the relation and the object lie in it.
    """

    subject: str
    relation: str
    object: str
    documents: int
    mentions: int
    answers: int
    sentence: str | None
    span_start: int
    span_end: int
    title: str
    doc_id: str
    shard: str
    domain: str


@dataclass(frozen=True, slots=True)
class Page:
    """Of one group. ``frequencies`` by ascending units; ``relations`` the weakest first, none of a sample."""

    frequencies: Sequence[Frequency] = ()
    relations: Sequence[PageRelation] = ()
    singletons: Sequence[Example] = ()
    frequent: Sequence[Example] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """Sentences that a filter dropped before the parser; ``filter`` is empty for all sentences that were read."""

    filter: str
    sentences: int


@dataclass(frozen=True, slots=True)
class Pages:
    """The page of the whole corpus, those of the groups that were asked for, and what was not parsed."""

    whole: Page
    domains: dict[str, Page]
    skipped: Sequence[Skipped]


def pages(
    connection: duckdb.DuckDBPyConnection,
    settings: Settings,
    groups: Sequence[str],
    sampling: Sampling | None = None,
    *,
    evidence: bool = True,
) -> Pages:
    """The pages of ``groups``, which are names of rows by domain. ``evidence``: with examples.

    ``connection`` is open on a run's database and may make temporary tables.
    """
    maker = _Maker(connection, settings, list(groups), sampling.one_in if sampling else 1)
    frequencies, examples, relations = maker.collect(evidence=evidence, relations=sampling is None)

    def page(group: str | None) -> Page:
        return Page(
            frequencies.get(group, ()),
            relations.get(group, ()),
            examples.get((group, "singleton"), ()),
            examples.get((group, "frequent"), ()),
        )

    return Pages(page(None), {group: page(group) for group in groups}, maker.skipped())


class _Maker:
    """Runs the statements of ``sql/figures/pages`` for one choice of settings."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, settings: Settings, groups: list[str], one_in: int
    ) -> None:
        self._connection = connection
        self._settings = settings
        self._groups = groups
        self._one_in = one_in
        self._frequencies: dict[str | None, list[Frequency]] = defaultdict(list)
        self._examples: dict[tuple[str | None, str], list[Example]] = defaultdict(list)

    def collect(
        self, *, evidence: bool, relations: bool
    ) -> tuple[
        dict[str | None, list[Frequency]],
        dict[tuple[str | None, str], list[Example]],
        dict[str | None, list[PageRelation]],
    ]:
        self._find_repeats()
        lay_out(self._connection, "overall" if self._settings.scope == "alone" else "domain", self._settings)
        self._look(whole=True, evidence=evidence)
        if self._settings.scope == "alone":
            lay_out(self._connection, "domain", self._settings)
        self._look(whole=False, evidence=evidence)
        return self._frequencies, self._examples, self._relations() if relations else {}

    def _find_repeats(self) -> None:
        """Where repeats count, no sentence is looked at: of no kind of subject is any copied."""
        if self._settings.without_repeats:
            find_copied(self._connection, self._settings)
        else:
            self._connection.execute(statement("figures/copied"), {"subjects": [""]})

    def _look(self, *, whole: bool, evidence: bool) -> None:
        """At the whole corpus, or at the groups, as they are laid out."""
        self._run("known", {"whole": whole, "groups": self._groups})
        for row in self._rows("pages/frequencies"):
            prompts, mentions = row["prompts"] * self._one_in, row["mentions"] * self._one_in
            self._frequencies[row["grp"]].append(Frequency(row["units"], prompts, mentions))
        if not evidence:
            return
        self._run("shown", {"most": EXAMPLES, "pool": 8 * EXAMPLES})
        kept = {"most": EXAMPLES, "without_repeats": self._settings.without_repeats}
        for row in self._rows("pages/examples", kept):
            self._examples[row.pop("grp"), row.pop("kind")].append(Example(**row))

    def _relations(self) -> dict[str | None, list[PageRelation]]:
        """By domain, which must be laid out: with the sums and the intervals of any other group."""
        self._run("relations", {"least": LEAST_MENTIONS, "most": RELATIONS})
        self._run("weighed")
        self._connection.execute(statement("figures/pair_sums"), {"scope": "mix"})
        units, pairs = ({row["grp"]: row for row in self._rows(name)} for name in ("units", "pairs"))
        found: dict[str | None, list[PageRelation]] = defaultdict(list)
        for row in self._rows("pages/relation_counts"):
            number = row["number"]
            sums = Group(number, units=units[number], pairs=pairs.get(number, {})).sums.plain
            counts = {name: row[name] for name in ("mentions", "prompts", "singletons")}
            mass = missing_mass_of_sums(sums)
            found[row["grp"]].append(
                PageRelation(row["relation"], **counts, missing_mass=mass, n_eff=sums.n_eff)
            )
        for relations in found.values():
            relations.sort(key=lambda one: (-(one.missing_mass.estimate or 0.0), -one.mentions, one.name))
        return found

    def skipped(self) -> list[Skipped]:
        return [Skipped(row["filter"] or "", row["sentences"]) for row in self._rows("skipped")]

    def _run(self, name: str, parameters: Record | None = None) -> None:
        self._connection.execute(statement(f"figures/pages/{name}"), parameters)

    def _rows(self, name: str, parameters: Record | None = None) -> list[Record]:
        table = self._connection.sql(statement(f"figures/{name}"), params=parameters or {}).to_arrow_table()
        rows: list[Record] = table.to_pylist()
        return rows
