"""What a page is made from, and what has a page of its own."""

from dataclasses import dataclass

from factscan.figures import Report, Row
from factscan.figures.pages import Pages
from factscan.origin import Origin

MOST_PAGES = 40
"""Domains with a page of their own, those with most mentions."""
MOST_DRAWN = 40
"""Domains in the plot of floors."""
MOST_LISTED = 1000
"""Rows of a table of domains or shards."""


def paged_domains(report: Report) -> list[str]:
    """The names of the rows by domain that get a page, in the order of the report."""
    counted = sorted(
        (row for row in report.domains if row.mentions), key=lambda row: (-row.mentions, row.name)
    )
    chosen = {row.name for row in counted[:MOST_PAGES]}
    return [row.name for row in report.domains if row.name in chosen]


@dataclass(frozen=True, slots=True)
class View:
    """All that is shown. ``evidence``: with text of the corpus."""

    report: Report
    pages: Pages
    origin: Origin
    evidence: bool

    @property
    def sampled(self) -> bool:
        """Whether anything that needs every prompt is missing."""
        return self.report.sampling is not None

    @property
    def unit(self) -> str:
        return self.report.settings.unit

    def weakest_first(self) -> list[Row]:
        """The domains whose floor is known, the highest floor first."""
        known = [row for row in self.report.domains if row.floor.estimate is not None]
        return sorted(known, key=lambda row: (-(row.floor.estimate or 0.0), row.name))

    def anchor(self, domain: str) -> str | None:
        """The id of a domain's page: a number, as a name may be anything."""
        names = list(self.pages.domains)
        return f"domain-{names.index(domain) + 1}" if domain in self.pages.domains else None
