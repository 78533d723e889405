"""What the figures assume, and what breaks them by how much."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factscan.report.html.element import Child, h
from factscan.report.html.tables import Column, table
from factscan.report.html.view import View
from factscan.report.html.words import count, ends, name, percent, percents

_ASSUMED = (
    (
        "Independent documents.",
        "Copies are left out as far as they are found; texts that share an origin without sharing words are not.",
    ),
    (
        "Clean statements.",
        "A wrong extraction is nearly always unique, so errors look like singletons and raise the floor.",
    ),
    ("One way to state a fact.", "A question that is keyed in two ways counts as two, and raises the floor."),
    (
        "Arbitrary answers.",
        "An answer that follows from other facts can be right without having been stated; the floor does not know.",
    ),
    (
        "Even chances among plausible answers.",
        "Where answers are alike, lucky guesses are discounted by what was observed.",
    ),
    (
        "Questions as the corpus asks them.",
        "The floor is for prompts drawn as often as the corpus states them, not for any benchmark.",
    ),
    (
        "A calibrated base model.",
        "Tuning, retrieval and abstaining change what a model answers, and are outside of the theorem.",
    ),
)
_SKEWED = 8


def assumptions(view: View) -> Element:
    return h(
        "section",
        h("h2", "What is assumed"),
        h("ol", [h("li", h("strong", what), " ", why) for what, why in _ASSUMED], class_="assumed"),
        h("h3", "Extraction errors"),
        _noise(view),
        h("h3", "The proven bound"),
        [h("p", said) for said in _bounds(view)],
        [h("p", said) for said in _answers(view)],
        id="assumptions",
    )


def _noise(view: View) -> Element:
    row = view.report.overall
    if (found := row.corrected) and found.floor.estimate is not None:
        return h(
            "p",
            f"An audit judged a sample by hand: {percent(found.singletons.estimate)} % of the mentions of singletons "
            f"are right and {percent(found.others.estimate)} % of the others. Corrected, the floor is "
            f"{percents(found.floor.estimate)} ({ends(found.floor)}) instead of {percents(row.floor.estimate)}.",
        )
    if not row.sensitivity:
        return h("p", "Not measured here.")
    rows = [("none, as seen", row.floor.estimate, row.missing_mass.estimate)] + [
        (f"{float(junk):.0%}", real["floor"], real["missing_mass"]) for junk, real in row.sensitivity.items()
    ]
    columns = [
        Column[tuple[str, float | None, float | None]]("if so much were wrong", lambda one: one[0]),
        Column[tuple[str, float | None, float | None]]("floor, %", lambda one: percent(one[1])),
        Column[tuple[str, float | None, float | None]]("missing mass, %", lambda one: percent(one[2])),
    ]
    return h(
        "div",
        h(
            "p",
            "Not measured here. What the figures would be, had so much been errors that nobody repeats:",
        ),
        table(columns, rows, "The figures without extraction errors"),
        h("p", "Measure it: ", h("code", "factscan audit RUN --sample 400 --out FILE.csv"), class_="small"),
    )


def _bounds(view: View) -> Iterator[Child]:
    bound, report = view.report.overall.bound, view.report
    level = f"At {percent(bound.confidence, 0)} % for all bounds in this report together, one mention a {view.unit}: "
    if bound.value is not None:
        yield (
            f"{level}{percents(bound.value)} = sr {percents(bound.singleton_rate)} "
            f"− 2/min|E| {percents(bound.error_term)} − slack {percents(bound.slack)} "
            f"− δ {percents(bound.delta)}, at N = {count(bound.units)}."
        )
    else:
        needs = f" It takes N ≥ {count(bound.needs)}." if bound.needs else ""
        slack = f" The slack alone is {percent(bound.slack, 0)} points." if bound.slack is not None else ""
        yield f"{level}{bound.reason} (N = {count(bound.units)}).{slack}{needs} That is no sign of a low rate."
    if report.overall.ceiling is not None:
        yield f"Some efficient calibrated algorithm errs at most {percents(report.overall.ceiling)}."
    if report.bound_2024 and report.bound_2024.value is not None:
        yield f"The bound of Kalai and Vempala 2024 is {percents(report.bound_2024.value)}."


def _answers(view: View) -> Iterator[Child]:
    report = view.report
    if report.overall.conflicting:
        yield (
            f"{count(report.overall.conflicting)} of {count(report.overall.prompts)} prompts have several answers, "
            "which may conflict or be many; a prompt counts once for all of them."
        )
    if report.skewed_relations:
        named: list[Child] = []
        for place, one in enumerate(report.skewed_relations[:_SKEWED]):
            named += [", " if place else "", name(one.relation, 40), f" ({percent(one.kappa)} %)"]
        yield ["Relations with answers too alike for even chances (chance of a lucky guess): ", named, "."]
