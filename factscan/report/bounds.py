"""The proven bounds of the whole corpus, spelled out term by term."""

from factscan.figures import Report
from factscan.report.columns import share
from factscan.stats import Bound, Calibrated2024


def bound(report: Report) -> list[str]:
    """Lines of plain text; none where facts count, which it says nothing of."""
    if report.settings.of_facts:
        return []
    found = report.overall.bound
    level = f"proven bound ({found.confidence:.0%} for all that are printed, one mention a {report.settings.unit})"
    return [f"{level}, overall: {_terms(found)}", *_delta(report)]


def _terms(found: Bound) -> str:
    if found.value is not None and found.singleton_rate is not None:
        return (
            f"sr {found.singleton_rate:.3f} − 2/min|E| {found.error_term:.3f} "
            f"− slack {found.slack:.3f} − δ {found.delta:.3f} at N = {found.units:,}"
        )
    terms = f"sr {found.singleton_rate:.3f}, slack {found.slack:.3f}, " if found.slack is not None else ""
    needs = f", needs N ≥ {found.needs:,}" if found.needs else ""
    return f"{found.reason} ({terms}N = {found.units:,}{needs})"


def _delta(report: Report) -> list[str]:
    """Where δ comes from."""
    settings = report.settings
    found = settings.delta_measured
    if found is not None:
        return [
            f"δ is measured, on {found.prompts:,} prompts at the threshold {found.threshold:.3g}: "
            f"{share(found.estimate)} [{share(found.low)}, {share(found.high)}] at {found.confidence:.0%}; taken off "
            f"is its upper end, so that both hold together at {1 - 2 * settings.gamma:.0%}"
        ]
    if settings.delta_note:
        return [settings.delta_note]
    kind = "measured elsewhere, without an interval" if settings.delta_source == "measured" else "assumed"
    return [f"δ {settings.delta:.3f} is {kind}"]


def ceiling(report: Report) -> list[str]:
    """Said only where it says anything."""
    if report.overall.ceiling is None:
        return []
    return [
        f"ceiling, overall: some efficient calibrated algorithm errs at most {report.overall.ceiling:.3f}"
    ]


def bound_2024(report: Report, *, always: bool = False) -> list[str]:
    """Said only where it says anything, or ``always``; its terms are in the JSON."""
    found = report.bound_2024
    name = "bound of Kalai and Vempala 2024"
    if found is None:
        return [f"{name}: not from a sample"] if always and report.sampling else []
    if always:
        level = f"{found.confidence:.0%}, one mention a {report.settings.unit}"
        return [f"{name} ({level}), overall: {_terms_2024(found, report)}"]
    return [] if found.value is None else [f"{name}, overall: {found.value:.3f} at {found.confidence:.0%}"]


def _terms_2024(found: Calibrated2024, report: Report) -> str:
    if found.once_rate is None:
        return f"{found.reason} (n = {found.examples:,})"
    once = "facts" if report.settings.of_facts else "prompts"
    terms = (
        f"MF {found.once_rate:.3f} ({once} that one {report.settings.unit} alone states) "
        f"− Mis {found.miscalibration:.3f} (at least δ, and taken to be δ) − 3e^(−s)/γ {found.sparsity_term:.3g} "
        f"− slack {found.slack:.3f} at n = {found.examples:,}"
    )
    needs = f", needs n ≥ {found.needs:,}" if found.needs else ""
    says = f"{found.value:.3f}" if found.value is not None else f"{found.reason}{needs}"
    return f"{says}: {terms}"
