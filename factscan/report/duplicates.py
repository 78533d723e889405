"""What stands below the table about duplicates: which there are, and what they do to the floors."""

from factscan.figures import Report, Row
from factscan.report.cells import shortened
from factscan.report.columns import share
from factscan.report.lines import MOST, first

_SAYS = (
    "exact copies and near-copies: documents that repeat an earlier one of the corpus. repeated: the share of "
    "mentions, near-copies aside, in a sentence that an earlier document states word for word. Four {figures}: of "
    "all that was read (--dedup none), without exact copies, without near-copies, and without repeated sentences."
)
_NOTABLE_MOVE = 0.005
_NOTABLE_SHARE = 0.05
_CLUSTERS = 3
_TITLE_WIDTH = 40
_SENTENCE_WIDTH = 90


def duplicates(report: Report) -> list[str]:
    """Lines of plain text."""
    figures = "missing masses" if report.settings.of_facts else "floors"
    return [_SAYS.format(figures=figures), *moves(report), *_clusters(report), *_sentences(report)]


def moves(report: Report, most: int = MOST) -> list[str]:
    """Where copies of documents move the floor, the farthest first."""
    found = [(row.name, *_floors(row)) for row in (report.overall, *report.domains)]
    far = [
        (abs(after - before), f"{name} from {share(before)} to {share(after)}")
        for name, before, after in found
        if before is not None and after is not None and abs(after - before) >= _NOTABLE_MOVE
    ]
    farthest = [move for _, move in sorted(far, key=lambda one: -one[0])]
    return [f"duplicates (none → near) move the floor of {', '.join(first(farthest, most))}"] if far else []


def _floors(row: Row) -> tuple[float | None, float | None]:
    """With all copies, and without near-copies."""
    return row.dedup["none"].floor, row.dedup["near"].floor


def _clusters(report: Report) -> list[str]:
    if not report.clusters:
        return []
    named = [
        f"{cluster.documents:,} documents in {', '.join(cluster.domains)} "
        f"({'; '.join(shortened(title, _TITLE_WIDTH) for title in cluster.titles[:2])})"
        for cluster in report.clusters[:_CLUSTERS]
    ]
    return [f"largest clusters of near-copies: {', '.join(named)}; factscan sql RUN --query clusters"]


def _sentences(report: Report) -> list[str]:
    """Domains that repeat sentences often, each with the sentence that it repeats most."""
    found = {item.domain: item for item in report.copied_sentences}
    notable = [
        (row.repeated, found[row.name])
        for row in report.domains
        if row.repeated is not None and row.repeated >= _NOTABLE_SHARE and row.name in found
    ]
    return first(
        [
            f"copied sentences in {item.domain}: {share(repeated)} of the mentions, most often "
            f"{_quoted(item.sentence)} in {item.documents:,} documents; factscan sql RUN --query boilerplate"
            for repeated, item in sorted(notable, key=lambda one: -one[0])
        ]
    )


def _quoted(sentence: str | None) -> str:
    """A sentence on one line; a run may have kept none."""
    return "one" if sentence is None else f"“{shortened(' '.join(sentence.split()), _SENTENCE_WIDTH)}”"
