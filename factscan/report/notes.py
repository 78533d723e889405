"""What stands below the table: what the figures say, what they do not, what was left out."""

from factscan.figures import Report, Row
from factscan.report import bounds
from factscan.report.checks import check_notes
from factscan.report.comparisons import comparisons
from factscan.report.duplicates import duplicates
from factscan.report.lines import MOST, first
from factscan.report.noise import noise

_OF_FACTS = (
    "counted are facts: a prompt with one answer to it, a date and a finer one inside it being one answer. missing "
    "mass M: the chance that a mention in a new document states a fact that no other document states; where another "
    "document answers its prompt differently, it counts as missing too. So M is at least that of prompts (--level "
    "prompt). sr: facts with one mention / N. The floor and the proven bound are about prompts, and undefined here.",
    "assumes: independent documents, clean statements, one way to state a fact.",
)

_SAYS = (
    "floor: the predicted hallucination rate of a calibrated base model asked what this corpus states "
    "(missing mass less lucky guesses). A prediction, not a measurement of any model.",
    "missing mass M: the chance that a mention in a new document asks what no other document states. "
    "sr: prompts with one mention / N.",
    "assumes: independent documents, clean statements, one way to state a fact, answers not inferable from other "
    "facts and uniform over the plausible, test prompts drawn like training prompts, a calibrated base model.",
)

RELATIONS = (
    "over the whole corpus. lucky guess: the chance κ that a calibrated model guesses right where it does not know; "
    "* answers are too alike for the theorem's uniformity. |E|: plausible wrong answers. "
    "Relations with fewer than 100 prompts stand together by the type of their object.",
)


def notes(report: Report, *, bound_2024: bool = False) -> list[str]:
    """Lines of plain text, without bullets. ``bound_2024``: its terms are told whatever it says."""
    settings = report.settings
    level = "level fact, " if settings.of_facts else ""
    chosen = (
        f"{level}unit {settings.unit}, scope {settings.scope}, dedup {settings.dedup}, "
        f"subjects {','.join(settings.subjects)}"
    )
    return [
        chosen,
        *_sampled(report),
        *(_OF_FACTS if settings.of_facts else _SAYS),
        *noise(report),
        *bounds.bound(report),
        *bounds.ceiling(report),
        *bounds.bound_2024(report, always=bound_2024),
        *comparisons(report),
        *duplicates(report),
        *check_notes(report),
        *_warnings(report),
        *_conflicting(report),
        *_skewed(report),
        *_rejected(report),
    ]


def _sampled(report: Report) -> list[str]:
    if report.sampling is None:
        return []
    counted = {
        "prompts": "N is counted exactly, prompts and singletons are those that were kept, times "
        f"{report.sampling.one_in}",
        "subjects": "N is estimated from sentences drawn at random and the words of all documents, prompts and "
        f"singletons are those of the kept subjects, times {report.sampling.one_in}",
    }
    return [
        f"sampled {report.sampling.rate} of the {report.sampling.by}: {counted[report.sampling.by]}; intervals "
        "include what sampling adds, but for κ"
    ]


def _warnings(report: Report) -> list[str]:
    rows: list[Row] = [report.overall, *report.domains, *report.shards]
    found = [f"{row.name}: {warning}" for row in rows for warning in row.warnings]
    found.sort(
        key=lambda line: "mostly not English" not in line
    )  # first, or five rough intervals would hide it
    return [f"warning: {line}" for line in first(found)]


def _conflicting(report: Report) -> list[str]:
    """A prompt counts as one, whatever is answered to it."""
    found, prompts = report.overall.conflicting, report.overall.prompts
    if not found:
        return []
    counts = (
        "every answer counts as a fact"
        if report.settings.of_facts
        else "a prompt counts once for all of them"
    )
    return [
        f"{found:,} of {prompts:,} prompts have several answers, which may conflict or be many; {counts}: factscan sql "
        "RUN --query conflicts"
    ]


def _skewed(report: Report) -> list[str]:
    if not report.skewed_relations:
        return []
    named = [f"{item.relation} ({item.kappa:.2f})" for item in report.skewed_relations[:MOST]]
    return [f"relations with answers too alike for uniformity (chance of a lucky guess): {', '.join(named)}"]


def _rejected(report: Report) -> list[str]:
    broken = [
        f"{shard} is {state}: it could not be read to its end"
        for shard, state in report.broken_shards.items()
    ]
    records = [
        f"{item.shard}: {item.records:,} × {item.reason} (first at {item.first_place})"
        for item in report.rejected
    ]
    if not broken and not records:
        return ["rejected: nothing"]
    return [f"rejected: {line}" for line in first(broken + records)]
