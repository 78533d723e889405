"""All domains in one table, to sort and to filter."""

from xml.etree.ElementTree import Element

from factscan.figures import Row
from factscan.report.html.element import Child, h
from factscan.report.html.tables import Column, table
from factscan.report.html.view import MOST_LISTED, View
from factscan.report.html.words import count, ends, name, percent, plural


def domains_table(view: View) -> Element:
    rows = sorted(view.report.domains, key=lambda row: (-row.mentions, row.name))
    left = len(rows) - MOST_LISTED
    pooled = view.report.pooled_domains
    notes = [
        f"{plural(len(pooled), 'domain')} with fewer than {view.report.settings.pool_under:,} mentions stand together "
        "as one row."
        if pooled
        else None,
        f"The {MOST_LISTED:,} domains with most mentions; {left:,} more are in factscan report RUN --format csv."
        if left > 0
        else None,
    ]
    return h(
        "section",
        h("h2", "Domains side by side"),
        _controls(len(rows[:MOST_LISTED])) if len(rows) > 1 else None,
        table(
            _columns(view), rows[:MOST_LISTED], "Every domain, those with most mentions first", sortable=True
        ),
        [h("p", note, class_="small") for note in notes if note],
        id="table",
    )


def _controls(rows: int) -> Element:
    """Only a script can sort and filter: without one they stay hidden."""
    return h(
        "form",
        h("label", "Domain contains ", h("input", type="search", id="filter-name", autocomplete="off")),
        h(
            "label",
            "at least ",
            h("input", type="number", id="filter-mentions", min="0", step="1", value="0"),
            " mentions",
        ),
        h("output", plural(rows, "row"), id="filter-count", aria_live="polite"),
        class_="controls",
        id="filter",
        hidden=True,
    )


def _columns(view: View) -> list[Column[Row]]:
    def linked(row: Row) -> Child:
        anchor = view.anchor(row.name)
        return h("a", name(row.name, 40), href=f"#{anchor}") if anchor else name(row.name, 40)

    return [
        Column("domain", linked, number=False),
        Column(
            "floor, %",
            lambda row: percent(row.floor.estimate),
            lambda row: row.floor.estimate,
            "Predicted hallucination rate of a calibrated base model: missing mass less lucky guesses.",
        ),
        Column("95 %", lambda row: ends(row.floor), lambda row: row.floor.low, "Its interval."),
        Column(
            "missing mass, %",
            lambda row: percent(row.missing_mass.estimate),
            lambda row: row.missing_mass.estimate,
            "The chance that a mention in a new document asks what no other document states.",
        ),
        Column(
            "bound, %",
            lambda row: percent(row.bound.value),
            lambda row: row.bound.value,
            "What the theorem proves.",
        ),
        Column("mentions", lambda row: count(row.mentions), lambda row: row.mentions, "Facts counted, N."),
        Column(
            "prompts", lambda row: count(row.prompts), lambda row: row.prompts, "Distinct questions answered."
        ),
        Column(
            "singletons",
            lambda row: count(row.singletons),
            lambda row: row.singletons,
            f"Prompts in one {view.unit}.",
        ),
        Column(
            "sr, %",
            lambda row: percent(row.singleton_rate),
            lambda row: row.singleton_rate,
            "Prompts with exactly one mention, over all mentions: the letter of the paper.",
        ),
        Column("documents", lambda row: count(row.documents), lambda row: row.documents),
        Column("words", lambda row: count(row.words), lambda row: row.words),
        Column(
            "per 1k words",
            lambda row: "–" if row.facts_per_1000_words is None else f"{row.facts_per_1000_words:.1f}",
            lambda row: row.facts_per_1000_words,
            "Facts counted in a thousand words.",
        ),
        Column(
            "copies",
            lambda row: count(row.exact_copies + row.near_copies),
            lambda row: row.exact_copies + row.near_copies,
            "Documents that copy an earlier one, exactly or nearly.",
        ),
    ]
