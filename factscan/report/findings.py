"""What of a report stands out, and what went wrong, each in a line."""

from collections.abc import Iterator, Sequence

from factscan.figures.checks import KINDS, Kind, PartCheck
from factscan.report.apart import compared, differing, telling
from factscan.report.cells import shortened, steady
from factscan.report.checks import gap_text
from factscan.report.columns import share, signed, title
from factscan.report.comparisons import second_opinion
from factscan.report.duplicates import moves
from factscan.report.headline import difference, headline_name
from factscan.report.lines import MOST
from factscan.report.view import Shown

_NAME = 70
_NAMES = 6


def findings(shown: Shown) -> list[str]:
    """Rows that part from the rest by more than noise, checks that failed, what copies do. Lines of plain text."""
    by = shown.view.by
    lines = list(_domains(shown)) if by == "domain" else []
    if shown.report.sampling:
        lines.append("shards and sources: not checked, as that needs every prompt and this is a sample")
    else:
        lines += [line for kind in KINDS for line in _parts(shown, kind)]
    if by in ("domain", "relation"):
        lines += moves(shown.report, 3)
    return lines


def warnings(shown: Shown) -> list[str]:
    """What must not be overlooked, whatever the view leaves out. Lines of plain text."""
    report = shown.report
    broken = [
        f"{shard} is {state}: it could not be read to its end"
        for shard, state in report.broken_shards.items()
    ]
    unfit = [
        f"the map of domains: no domain fits {item.pattern!r}"
        for item in report.regrouped
        if not item.domains
    ]
    return [*_first(broken), *_first(unfit), *_rough(shown), *_rejected(shown), *_parted(shown)]


def _domains(shown: Shown) -> Iterator[str]:
    found = [one for one in differing(shown.report) if one.domain in shown.names]
    asked = compared(shown.report)
    if not asked:
        return
    gaps = {one.domain: difference(shown.report, one).estimate or 0.0 for one in found}
    higher = [name for name, gap in gaps.items() if gap > 0]
    lower = [name for name, gap in gaps.items() if gap < 0]
    told = [f"{word}: {_names(names)}" for word, names in (("higher", higher), ("lower", lower)) if names]
    against = f"{headline_name(shown.report)} against {asked[0].against}"
    yield f"{against}, by more than noise: {'; '.join(told) or 'no domain differs'}"


def _parts(shown: Shown, kind: Kind) -> Iterator[str]:
    """Where rows are of this kind a line for each that parts, else one line for all of them."""
    own = shown.view.by == kind
    found = [one for name, one in telling(shown.report, kind).items() if not own or name in shown.names]
    if not found:
        yield f"{kind}s: not checked: there is none to leave out, or nothing beside it"
        return
    told = [one for one in found if one.check.parts is not None]
    apart = sorted(
        (one for one in told if one.check.parts), key=lambda one: -abs(one.check.gap.estimate or 0.0)
    )
    parting = (
        f"{kind}s: {len(apart) or 'none'} of {len(told)} part by more than noise from what the rest predicts"
    )
    unclear = (
        f", {len(found) - len(told)} more have too few documents to tell" if len(found) > len(told) else ""
    )
    named = ": " + _names([f"{_named(one)} {_gap(one)}" for one in apart], 3) if apart and not own else ""
    yield f"{parting}{unclear}{named}"
    if own:
        yield from _first([_parting(one) for one in apart])


def _parting(one: PartCheck) -> str:
    return (
        f"{_named(one)}: the rest of {_of(one)} predicts {share(one.check.predicted.estimate)} of its mentions to be "
        f"new, {share(one.check.realised.estimate)} are: {gap_text(one.check.gap)}"
    )


def _gap(one: PartCheck) -> str:
    return signed(one.check.gap.estimate or 0.0)


def _of(one: PartCheck) -> str:
    return "the corpus" if one.group == "overall" else shortened(steady(one.group), _NAME)


def _named(one: PartCheck) -> str:
    return shortened(steady(one.part), _NAME)


def _rough(shown: Shown) -> Iterator[str]:
    """Rows with a warning; those of which little is known are said together."""
    report = shown.report
    sources = report.sources or []
    for kind, rows in (
        ("overall", [report.overall]),
        ("domains", report.domains),
        ("shards", report.shards),
        ("sources", sources),
    ):
        found = [
            f"{shortened(steady(title(row)), _NAME)}: {warning}" for row in rows for warning in row.warnings
        ]
        rough = [line for line in found if "n_eff" in line]
        yield from _first([line for line in found if line not in rough])
        if len(rough) > 2:
            yield f"{len(rough):,} {kind} are known roughly: {_names(rough, 2, '; ')} (--format json)"
        else:
            yield from rough


def _rejected(shown: Shown) -> Iterator[str]:
    found = shown.report.rejected
    if not found:
        return
    records, shards = sum(item.records for item in found), len({item.shard for item in found})
    first = max(found, key=lambda item: item.records)
    yield (
        f"{records:,} records rejected in {shards:,} shard{'' if shards == 1 else 's'}, most for: {first.reason} "
        f"({first.records:,} in {shortened(steady(first.shard), _NAME)}, first at {first.first_place}); "
        "factscan sql RUN --query rejects"
    )


def _parted(shown: Shown) -> list[str]:
    return [line for line in second_opinion(shown.report) if "part from" in line]


def _first(lines: Sequence[str]) -> list[str]:
    more = len(lines) - MOST
    return [*lines[:MOST], *([f"and {more:,} more (--details)"] if more > 0 else [])]


def _names(names: Sequence[str], most: int = _NAMES, separator: str = ", ") -> str:
    """The first of the names, and how many more there are."""
    said = [shortened(steady(name), 2 * _NAME) for name in names[:most]]
    return separator.join([*said, *([f"and {len(names) - most:,} more"] if len(names) > most else [])])
