"""What stands below the table: what the figures say, what they do not, what was left out."""

from factscan.figures import Report
from factscan.report import bounds
from factscan.report.checks import check_notes
from factscan.report.comparisons import comparisons, pooled
from factscan.report.duplicates import duplicates
from factscan.report.headline import headline_name
from factscan.report.lines import MOST, first
from factscan.report.noise import in_short, noise
from factscan.report.view import By, View

_OF_FACTS = (
    "counted are facts: a prompt with one answer to it, a date and a finer one inside it being one answer. missing "
    "mass M: the chance that a mention in a new document states a fact that no other document states; where another "
    "document answers its prompt differently, it counts as missing too. So M is at least that of prompts (--level "
    "prompt). sr: facts with one mention / N. The floor and the proven bound are about prompts, and undefined here."
)
_ASSUMES_OF_FACTS = "assumes: independent documents, clean statements, one way to state a fact."

_FLOOR = (
    "floor: the predicted hallucination rate of a calibrated base model asked what this corpus states "
    "(missing mass less lucky guesses). A prediction, not a measurement of any model."
)
_MASS = "M, the missing mass: the chance that a new mention asks what no other document states. N: mentions counted."
_ASSUMES = (
    "assumes: independent documents, clean statements, one way to state a fact, answers not inferable from other "
    "facts and uniform over the plausible, test prompts drawn like training prompts, a calibrated base model."
)
_COUNTS = "sr: prompts with one mention / N. singletons: prompts that one document alone states."
_AGAINST: dict[By, str] = {
    "domain": "vs rest: the {figure} less that of the other domains, where that is more than noise.",
    "shard": "vs rest: M found in the shard less what the rest of its domain (or of the corpus) predicts, where that "
    "is more than noise.",
    "source": "vs rest: M found in the source less what the rest of its domain (or of the corpus) predicts, where that "
    "is more than noise.",
}
_RELATIONS = (
    "over the whole corpus. lucky: the chance κ that a calibrated model guesses right where it does not know; "
    "* answers are too alike for the theorem's uniformity. Relations with fewer than 100 prompts stand together "
    "by the type of their object."
)


def notes(report: Report, view: View, against: bool = False) -> list[str]:
    """Lines of plain text: what a reader of the first table must know. ``against``: it has a column "vs rest"."""
    of_facts = report.settings.of_facts
    return [
        _chosen(report),
        *_regrouped(report),
        *_sampled(report),
        *((_OF_FACTS,) if of_facts else (_FLOOR, _MASS)),
        *([_AGAINST[view.by].format(figure=headline_name(report))] if against else []),
        *([_RELATIONS] if view.by == "relation" else []),
        _ASSUMES_OF_FACTS if of_facts else _ASSUMES,
        *in_short(report),
        *([] if of_facts else _bound_in_short(report)),
        *(bounds.bound_2024(report, always=True) if view.bound_2024 else []),
        *pooled(report),
    ]


def more_notes(report: Report, view: View) -> list[str]:
    """What stands under the further tables."""
    return [
        *([] if report.settings.of_facts else [_COUNTS]),
        *(noise(report) if in_short(report) != noise(report) else []),
        *bounds.bound(report),
        *bounds.ceiling(report),
        *([] if view.bound_2024 else bounds.bound_2024(report)),
        *comparisons(report),
        *duplicates(report),
        *check_notes(report),
        *_conflicting(report),
        *_skewed(report),
        *_rejected(report),
    ]


def _chosen(report: Report) -> str:
    settings = report.settings
    delta = f", δ {settings.delta:g}" if settings.delta else ""
    level = "level fact, " if settings.of_facts else ""
    return (
        f"{level}unit {settings.unit}, scope {settings.scope}, dedup {settings.dedup}, "
        f"subjects {','.join(settings.subjects)}{delta}"
    )


def _regrouped(report: Report) -> list[str]:
    """Which domains have got which name."""
    found: dict[str, list[str]] = {}
    for item in report.regrouped:
        more = [f"{item.domains - len(item.examples):,} more"] if item.domains > len(item.examples) else []
        found.setdefault(item.name, []).extend([*item.examples, *more])
    named = [f"{name} = {', '.join(domains)}" for name, domains in found.items() if domains]
    return [f"domains regrouped by --domains: {'; '.join(first(named))}"] if named else []


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


def _bound_in_short(report: Report) -> list[str]:
    bound = report.overall.bound
    if bound.value is not None:
        return [
            f"bound: proven, at {bound.confidence:.0%} for all that are printed; overall {bound.value:.3f}"
        ]
    needs = f", needs N ≥ {bound.needs:,}: one mention a {report.settings.unit}" if bound.needs else ""
    return [f"proven bound: {bound.reason} (N = {bound.units:,}{needs})"]


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
