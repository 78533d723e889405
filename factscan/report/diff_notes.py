"""What stands below the tables of two runs beside each other."""

from collections import Counter
from collections.abc import Iterator, Sequence

from factscan.figures.diff.result import Diff
from factscan.report.columns import with_interval
from factscan.report.lines import first

_NAMED = 5


def notes(diff: Diff) -> list[str]:
    """Lines of plain text."""
    return [*_runs(diff), *_settings(diff), *_explained(diff), *_absent(diff), *_shards(diff)]


def _runs(diff: Diff) -> Iterator[str]:
    found = diff.documents
    same = f"{found.shared:,} in both"
    told = [
        (found.renamed, "with the same text under another id or title"),
        (found.edited, "with the same id and another text"),
    ]
    besides = ", ".join(f"{number:,} of them {what}" for number, what in told if number)
    yield (
        f"A is {diff.path_a} ({found.documents_a:,} documents), B is {diff.path_b} ({found.documents_b:,}); "
        f"{same}{', ' if besides else ''}{besides}. Every change is B less A"
    )


def _settings(diff: Diff) -> Iterator[str]:
    settings = diff.settings
    yield (
        f"unit {settings.unit}, scope {settings.scope}, dedup {settings.dedup}, "
        f"subjects {','.join(settings.subjects)}, in both runs"
    )
    if diff.sampling:
        yield (
            f"both keep {diff.sampling.rate} of the {diff.sampling.by}: prompts are those kept, times "
            f"{diff.sampling.one_in}; the runs are compared as if they shared no document, so intervals of changes "
            "err on the wide side"
        )


def _explained(diff: Diff) -> Iterator[str]:
    yield (
        "rose, fell: floor and M both moved by more than noise, by Holm's rule at .05 over the domains, and over the "
        "shards. Documents that are in both runs do not make noise: the interval takes their covariance. in both: "
        f"the share of A's and of B's mentions in such {diff.settings.unit}s"
    )
    yield (
        "a floor is about what its own run states: where B asks other questions than A, the floor moves even if "
        "nothing was forgotten"
    )
    if diff.settings.scope == "mix":
        yield "gained, lost: no document of the whole other run states it; what moved between domains is neither"


def _absent(diff: Diff) -> Iterator[str]:
    for run, rows in (("A", diff.only_a), ("B", diff.only_b)):
        if rows:
            named = first([f"{row.name} {with_interval(row.floor)}" for row in rows])
            yield f"domains only in {run}, with their floor: {', '.join(named)}"
    untested = Counter(
        one.untested for one in diff.changes if one.untested and one.floor.estimate is not None
    )
    for why, groups in untested.items():
        yield f"not tested: {groups:,} {'group' if groups == 1 else 'groups'}, {why}"


def _shards(diff: Diff) -> Iterator[str]:
    found = diff.shards
    told = (
        ("with the same content", found.same),
        ("changed", found.changed),
        ("only in A", found.only_a),
        ("only in B", found.only_b),
    )
    yield f"shards: {'; '.join(f'{what}: {_listed(names)}' for what, names in told if names)}"


def _listed(names: Sequence[str]) -> str:
    more = f" and {len(names) - _NAMED:,} more" if len(names) > _NAMED else ""
    return f"{', '.join(names[:_NAMED])}{more}"
