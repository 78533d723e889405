"""Rows of a report as tickets: Markdown that says on its own what is wrong with a shard, a domain or a source."""

import shlex
from collections.abc import Iterator

from factscan.errors import UsageError
from factscan.figures import Report, Row
from factscan.figures.checks import PartCheck
from factscan.report.apart import apart, telling
from factscan.report.cells import shortened, steady
from factscan.report.checks import gap_text
from factscan.report.columns import count, rate, share, signed, with_interval
from factscan.report.grid import markdown_grid, markdown_text
from factscan.report.view import Shown, View, shown

_NAME = 120
_FACTS = (
    "with alone as (select prompt_id from counted group by prompt_id having count(*) = 1) "
    "select subject, relation, object, doc_id, sentence from mentions join alone using (prompt_id) "
    "where counted and {column} = $name limit 20"
)


def as_ticket(report: Report, view: View) -> str:
    """A section for each row of the view.

    Raises:
        UsageError: the view names no row, or its rows are relations.
    """
    if view.by == "relation":
        raise UsageError("a ticket is about a shard, a domain or a source: --by shard|domain|source")
    if not view.only:
        gaps = apart(report, view.by)
        some = ", ".join(steady(name) for name in sorted(gaps, key=lambda name: -abs(gaps[name]))[:5])
        raise UsageError(
            f"name the {view.by} that the ticket is about: --only NAME"
            + (f". By more than noise part from the rest: {some}" if some else "")
        )
    found = shown(report, view)
    sections = ["\n\n".join(_section(found, row)) for row in found.rows if isinstance(row, Row)]
    return "\n\n".join(sections)


def code(name: str) -> str:
    """A name that Markdown shows as it is, neither as a link nor as a mention of anybody."""
    return f"`{shortened(steady(name), _NAME).replace('`', 'ˋ') or '(none)'}`"


def _section(found: Shown, row: Row) -> Iterator[str]:
    report, by = found.report, found.view.by
    yield f"### factscan: {by} {code(row.name)}"
    yield "\n".join(f"- {line}" for line in _says(found, row))
    cells = [(head, own, whole) for head, own, whole in _figures(row, report.overall) if own or whole]
    yield markdown_grid(("", f"this {by}", "whole corpus"), cells, (True, False, False))
    settings = report.settings
    yield (
        "The floor is the predicted hallucination rate of a calibrated base model asked what the corpus states; M, the "
        "missing mass, the share of mentions of which no other document states anything. Counted with "
        f"unit {settings.unit}, scope {settings.scope}, dedup {settings.dedup}, subjects {','.join(settings.subjects)}."
    )
    yield "\n".join(["```sh", *_commands(found, row), "```"])


def _says(found: Shown, row: Row) -> Iterator[str]:
    report, by = found.report, found.view.by
    yield f"floor {with_interval(row.floor)}; the whole corpus {with_interval(report.overall.floor)}"
    if by == "domain":
        for one in report.comparisons:
            if one.domain == row.name and one.floor.estimate is not None:
                differs = "by more than noise" if one.domain in apart(report, by) else "no more than noise"
                yield f"{signed(one.floor.estimate)} against {markdown_text(one.against)}: {differs}"
    elif by != "relation" and row.name in (checks := telling(report, by)):
        yield _check(checks[row.name])
    if state := report.broken_shards.get(row.name) if by == "shard" else None:
        yield f"**{state}**: it could not be read to its end"
    for item in report.rejected if by == "shard" else ():
        if item.shard == row.name:
            yield f"rejected records: {item.records:,} × {code(item.reason)}, first at {code(item.first_place)}"
    yield from (markdown_text(warning) for warning in row.warnings)


def _check(one: PartCheck) -> str:
    whole = "the corpus" if one.group == "overall" else code(one.group)
    differs = {
        True: "**more than noise**",
        False: "no more than noise, as one of all that were looked at",
        None: "too few documents to tell",
    }
    return (
        f"the rest of {whole} predicts {share(one.check.predicted.estimate)} of its mentions to be new, "
        f"{share(one.check.realised.estimate)} are: {gap_text(one.check.gap)}, {differs[one.check.parts]}"
    )


def _figures(row: Row, overall: Row) -> Iterator[tuple[str, str, str]]:
    """Every figure with its name, of the row and of the whole corpus."""
    for one in ("floor", "missing_mass"):
        head = "floor [95 %]" if one == "floor" else "M [95 %]"
        yield head, with_interval(getattr(row, one)), with_interval(getattr(overall, one))
    for head in ("mentions", "prompts", "singletons", "documents", "words"):
        yield head, count(getattr(row, head)), count(getattr(overall, head))
    yield "facts per 1,000 words", rate(row.facts_per_1000_words), rate(overall.facts_per_1000_words)
    yield "documents without facts", share(row.without_facts), share(overall.without_facts)
    yield "exact copies", count(row.exact_copies), count(overall.exact_copies)
    yield "near-copies", count(row.near_copies), count(overall.near_copies)
    for dedup, head in (
        ("none", "floor with all copies"),
        ("near,sentences", "floor without repeated sentences"),
    ):
        yield head, share(row.dedup[dedup].floor), share(overall.dedup[dedup].floor)


def _commands(found: Shown, row: Row) -> Iterator[str]:
    """How to see it again, and the facts behind it."""
    name, by = shlex.quote(steady(row.name)), found.view.by
    yield f"factscan report RUN --by {by} --only {name} --format ticket"
    if not found.report.settings.domains:
        yield f"factscan sql RUN '{_FACTS.format(column=by)}' --param name={name}"
