"""What was not counted: records that could not be read, copies, sentences that state no fact."""

from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element

from factscan.figures.pages import Skipped
from factscan.figures.report import Rejected
from factscan.report.cells import shortened
from factscan.report.html.element import Child, h
from factscan.report.html.tables import Column, table
from factscan.report.html.view import View
from factscan.report.html.words import count, name, percent, plural

_LISTED = 100
_CLUSTERS = 3


def rejected(view: View) -> Element:
    return h(
        "section",
        h("h2", "What was rejected"),
        h("h3", "Records"),
        _records(view),
        h("h3", "Copies"),
        [h("p", said) for said in _copies(view)],
        h("h3", "Sentences"),
        _sentences(view.pages.skipped),
        id="rejected",
    )


def _records(view: View) -> list[Element]:
    report = view.report
    broken = [
        h("p", "Shard ", name(shard), f" is {state}: it could not be read to its end.")
        for shard, state in list(report.broken_shards.items())[:_LISTED]
    ]
    if not report.rejected:
        return [*broken, h("p", "No record was rejected.")]
    left = len(report.rejected) - _LISTED
    more = (
        h("p", f"{plural(left, 'more line')}: factscan sql RUN --query rejects", class_="small")
        if left > 0
        else None
    )
    listed = table(_REJECTED, report.rejected[:_LISTED], "Rejected records by shard and reason")
    return [*broken, listed, *([more] if more is not None else [])]


def _copies(view: View) -> Iterator[list[Child]]:
    row = view.report.overall
    repeated = (
        f", and {percent(row.repeated)} % of the other mentions repeat a sentence of an earlier document"
        if row.repeated
        else ""
    )
    yield [
        f"{plural(row.exact_copies, 'document')} copy an earlier one exactly and {count(row.near_copies)} nearly"
        f"{repeated}. Under dedup {view.report.settings.dedup}, {plural(row.duplicates, 'document')} do not count."
    ]
    for cluster in view.report.clusters[:_CLUSTERS]:
        titles: list[Child] = (
            [[" ", h("q", name(title, 60))] for title in cluster.titles[:2] if title] if view.evidence else []
        )
        yield [
            f"A cluster of {plural(cluster.documents, 'near-copy', 'near-copies')} in ",
            _joined(cluster.domains),
            f", {plural(cluster.texts, 'text')}",
            ":" if titles else ".",
            titles,
        ]


def _joined(names: Sequence[str]) -> list[Child]:
    return [[", " if place else "", name(one, 40)] for place, one in enumerate(names)]


def _sentences(skipped: Sequence[Skipped]) -> Element:
    total = next((one.sentences for one in skipped if not one.filter), 0)
    filters = [one for one in skipped if one.filter]
    if not total or not filters:
        return h("p", f"{plural(total, 'sentence')} read, none dropped before the parser.")
    columns = [
        Column[Skipped]("filter", lambda one: one.filter),
        Column[Skipped]("sentences", lambda one: count(one.sentences)),
        Column[Skipped]("of all, %", lambda one: percent(one.sentences / total)),
    ]
    said = (
        f"{plural(total, 'sentence')} read; these can state no fact and were dropped, most before the parser."
    )
    return h("div", h("p", said), table(columns, filters, "Sentences dropped, by filter"))


_REJECTED = (
    Column[Rejected]("shard", lambda one: name(one.shard)),
    Column[Rejected]("reason", lambda one: h("bdi", shortened(one.reason, 120)), number=False),
    Column[Rejected]("records", lambda one: count(one.records)),
    Column[Rejected]("first at", lambda one: shortened(one.first_place, 40), number=False),
)
