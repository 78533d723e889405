"""The page of the whole corpus and of every domain."""

from xml.etree.ElementTree import Element

from factscan.figures import Row
from factscan.figures.comparisons import Comparison
from factscan.figures.pages import EXAMPLES, Page
from factscan.report.html.checks import part_checks
from factscan.report.html.element import Child, h
from factscan.report.html.examples import examples
from factscan.report.html.growth import growth_curve
from factscan.report.html.rank_frequency import rank_frequency
from factscan.report.html.relations import of_corpus, of_page, relation_plots
from factscan.report.html.view import View
from factscan.report.html.words import count, ends, name, percents, plural, signed

_WHOLE = "the whole corpus"
_SURE = 0.05


def domain_pages(view: View) -> Element:
    rows = {row.name: row for row in view.report.domains}
    left = len([row for row in view.report.domains if row.mentions]) - len(view.pages.domains)
    more = (
        f"The domains with most mentions have a page; {plural(left, 'more domain')} are in the table."
        if left > 0
        else None
    )
    return h(
        "section",
        h("h2", "Page by page"),
        h("p", more, class_="small") if more else None,
        _page(view, view.report.overall, view.pages.whole, "whole"),
        [
            _page(view, rows[domain], page, view.anchor(domain) or "")
            for domain, page in view.pages.domains.items()
        ],
        id="pages",
    )


def _page(view: View, row: Row, page: Page, anchor: str) -> Element:
    whole = anchor == "whole"
    group = "overall" if whole else row.name
    of = _WHOLE if whole else row.name
    checks = view.report.checks
    growth = next((one for one in checks.growth if one.group == group), None)
    left_out = [one for one in checks.left_out if one.group == group]
    relations = of_corpus(view.report.relations) if whole else of_page(page.relations)
    return h(
        "article",
        h("h3", "The whole corpus" if whole else name(row.name, 80), id=anchor),
        h("p", _summary(row), class_="lead"),
        h("p", _against(view, row.name), class_="small") if not whole else None,
        h(
            "div",
            h(
                "div",
                h("h4", "How often prompts are stated"),
                rank_frequency(page.frequencies, view.unit, of),
            ),
            h("div", h("h4", "As the corpus grows"), growth_curve(growth, of, sampled=view.sampled)),
            class_="pair",
        ),
        h("h4", "Checks that can fail"),
        part_checks(left_out, of, sampled=view.sampled),
        h("h4", "Relations"),
        relation_plots(relations, of, sampled=view.sampled),
        h("h4", "Examples"),
        _examples(view, page),
        class_="page",
        aria_labelledby=anchor,
    )


def _summary(row: Row) -> list[Child]:
    if row.floor.estimate is None:
        return [f"No floor: {row.floor.reason or 'nothing counts'}."]
    return [
        "Floor ",
        h("strong", percents(row.floor.estimate)),
        f" (95\N{NO-BREAK SPACE}% {ends(row.floor)}), missing mass {percents(row.missing_mass.estimate)}; ",
        f"{plural(row.mentions, 'mention')} of {plural(row.prompts, 'prompt')} in {plural(row.documents, 'document')} "
        f"of {count(row.words)} words.",
    ]


def _against(view: View, domain: str) -> list[Child] | None:
    """How the domain compares with the others, if it was compared."""
    found = next((one for one in view.report.comparisons if one.domain == domain), None)
    if found is None or found.floor.estimate is None or found.floor.adjusted is None:
        return None
    return [
        f"Against {_other(found)} its floor is ",
        h("strong", f"{signed(found.floor.estimate)} points"),
        _verdict(found),
    ]


def _other(found: Comparison) -> str:
    return found.against


def _verdict(found: Comparison) -> str:
    p = found.floor.adjusted or 0.0
    told = "not told apart" if p >= _SURE else "more than noise"
    shown = "p < .001" if p < 0.001 else f"p = {p:.3f}".replace("0.", ".")
    return f" [{signed(found.floor.low)}, {signed(found.floor.high)}]: {told} ({shown}, Holm's rule over all domains)."


def _examples(view: View, page: Page) -> Element:
    if not view.evidence:
        return h("p", "Left out by --no-evidence, as they are text of the corpus.", class_="none")
    drawn = f"{EXAMPLES} drawn by hash, not chosen: some may be extraction errors."
    return h(
        "div",
        examples(page.singletons, f"Stated by one {view.unit} alone", drawn, frequent=False),
        examples(
            page.frequent,
            "Stated most often",
            f"The prompts that most {view.unit}s state, with their usual answer.",
            frequent=True,
        ),
        class_="pair",
    )
