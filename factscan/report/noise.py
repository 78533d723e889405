"""What a report says of extraction errors: what an audit has corrected, or what they may have added."""

from factscan.figures import Report
from factscan.report.columns import share


def in_short(report: Report) -> list[str]:
    """The same in a line; what an audit has corrected is said whole."""
    found = report.overall.sensitivity
    if report.overall.corrected or not found or report.settings.of_facts:
        return noise(report)
    shares = ", ".join(f"{float(junk):.0%}" for junk in found)
    floors = ", ".join(share(real["floor"]) for real in found.values())
    return [
        f"uncorrected for extraction errors: if {shares} of the mentions were junk that nobody repeats, the overall "
        f"floor would be {floors}. factscan audit RUN --sample 400 --out FILE.csv measures it."
    ]


def noise(report: Report) -> list[str]:
    """Lines of plain text."""
    return _with_audit(report) if report.overall.corrected else _without_audit(report)


def _with_audit(report: Report) -> list[str]:
    found = report.overall.corrected
    assert found is not None
    lines = [
        "corrected: as if only what is extracted rightly counted, by the audit's labels, with their error in the "
        "interval; a domain or shard by its own labels. All other figures are as seen. Questions that were keyed as "
        "two stay two in all of them (factscan audit RUN --pairs K).",
    ]
    unknown = [
        f"{row.name}: corrected figures are {row.corrected.missing_mass.reason}"
        for row in (report.overall, *report.domains, *report.shards)
        if row.corrected and row.corrected.missing_mass.estimate is None and row.mentions
    ]
    if unknown:
        more = f" (and {len(unknown) - 1} more)" if len(unknown) > 1 else ""
        way_out = ": label more (factscan audit RUN --label FILE)" if report.settings.scope == "mix" else ""
        lines.append(f"{unknown[0]}{more}{way_out}")
    return lines


def _without_audit(report: Report) -> list[str]:
    label = "uncorrected; inflated by about ε(1 − M), where a share ε of the mentions is wrongly extracted"
    if not report.overall.sensitivity:
        return [f"{label}."]
    shares = ", ".join(f"{float(junk):.0%}" for junk in report.overall.sensitivity)
    floors, masses = (
        ", ".join(share(real[name]) for real in report.overall.sensitivity.values())
        for name in ("floor", "missing_mass")
    )
    if report.settings.of_facts:
        return [
            f"{label}. Without ε = {shares} of junk that nobody repeats, M would be {masses} instead of "
            f"{share(report.overall.missing_mass.estimate)}."
        ]
    return [
        f"{label}. Without ε = {shares} of junk that nobody repeats, the overall floor would be {floors} instead of "
        f"{share(report.overall.floor.estimate)}, M {masses} instead of {share(report.overall.missing_mass.estimate)}. "
        "factscan audit RUN --sample 400 --out FILE.csv measures it.",
    ]
