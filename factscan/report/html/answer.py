"""The answer in one sentence, the numbers it stands on, and what to know before it is quoted."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from factscan.report.html.element import Child, h
from factscan.report.html.view import View
from factscan.report.html.words import count, ends, name, percent, percents, plural

_NAMED_SHARDS = 5


def answer(view: View) -> Element:
    return h(
        "section",
        h("h2", "The answer", class_="over"),
        h("p", _sentence(view), class_="answer"),
        h(
            "p",
            "A prediction from counting what the corpus states, not a measurement of any model. ",
            _counted(view),
            class_="lead",
        ),
        h(
            "dl",
            [h("div", h("dt", term), h("dd", value)) for term, value in _numbers(view)],
            class_="numbers",
        ),
        h("ul", [h("li", warning) for warning in _warnings(view)], class_="warnings"),
        id="answer",
    )


def _sentence(view: View) -> list[Child]:
    floor = view.report.overall.floor
    if floor.estimate is None:
        return [
            f"There is no floor to predict: {floor.reason.removeprefix('undefined: ') or 'nothing counts'}."
        ]
    said: list[Child] = [
        "Asked what this corpus states, a calibrated base model trained on it is predicted to answer wrongly at least ",
        h("strong", percents(floor.estimate)),
        " of the time (95\N{NO-BREAK SPACE}% interval ",
        h("span", f"{ends(floor)}\N{NO-BREAK SPACE}%)", class_="together"),
    ]
    rows = view.weakest_first()
    if len(rows) < 2:
        return [*said, "."]
    worst, best = rows[0], rows[-1]
    return [
        *said,
        f": from {percents(best.floor.estimate)} in ",
        name(best.name),
        f" to {percents(worst.floor.estimate)} in ",
        name(worst.name),
        ".",
    ]


def _counted(view: View) -> str:
    row = view.report.overall
    if row.missing_mass.estimate is None:
        return ""
    return (
        f"{percents(row.missing_mass.estimate)} of the mentions ask what no other {view.unit} states (the missing "
        "mass); the floor is that less the answers a model would guess by luck."
    )


def _numbers(view: View) -> Iterator[tuple[str, Child]]:
    row = view.report.overall
    yield "documents", count(row.documents)
    yield "words", count(row.words)
    yield "facts counted", count(row.mentions)
    yield "distinct prompts", count(row.prompts)
    yield (
        "singletons",
        [count(row.singletons), " ", h("span", f"{percent(row.singleton_share, 0)} % of prompts")],
    )
    yield "copies left out", count(row.duplicates)
    yield "records rejected", count(row.rejected)


def _warnings(view: View) -> Iterator[Child]:
    report, row = view.report, view.report.overall
    if sampling := report.sampling:
        yield (
            f"A sample: one in {sampling.one_in} {sampling.by} was kept, by hash. Counts of prompts are scaled up, "
            "intervals include what sampling adds, and what needs every prompt is left out."
        )
    for shard, state in list(report.broken_shards.items())[:_NAMED_SHARDS]:
        yield [
            "Shard ",
            name(shard),
            f" is {state}: it could not be read to its end, and counts as far as it was read.",
        ]
    if (more := len(report.broken_shards) - _NAMED_SHARDS) > 0:
        yield f"So are {plural(more, 'more shard')}."
    yield from row.warnings
    if row.corrected and row.corrected.floor.estimate is not None:
        found = row.corrected
        yield (
            f"Corrected for extraction errors by an audit, the floor is {percents(found.floor.estimate)} "
            f"({ends(found.floor)} %), the missing mass {percents(found.missing_mass.estimate)}. All other figures are "
            "as seen."
        )
    elif row.mentions:
        yield [
            "Not corrected for extraction errors, which raise it: see ",
            h("a", "the assumptions", href="#assumptions"),
            ".",
        ]
    if row.mentions and row.bound.value is None:
        needs = f"; it would take about {plural(row.bound.needs, view.unit)}" if row.bound.needs else ""
        yield f"The theorem's own bound says nothing here: {row.bound.reason}{needs}."
