"""A report as one HTML file that needs no network. Computes nothing; draws its own SVG."""

from factscan.report.html.answer import answer
from factscan.report.html.assumptions import assumptions
from factscan.report.html.document import document
from factscan.report.html.domain_page import domain_pages
from factscan.report.html.domains_table import domains_table
from factscan.report.html.floors import floors
from factscan.report.html.rejected import rejected
from factscan.report.html.reproduce import reproduce
from factscan.report.html.shards import shards
from factscan.report.html.view import View, paged_domains

__all__ = ["View", "as_html", "paged_domains"]


def as_html(view: View) -> str:
    """The page as text; the same figures give the same bytes."""
    sections = (answer, floors, domains_table, domain_pages, shards, rejected, assumptions, reproduce)
    return document(view, [section(view) for section in sections])
