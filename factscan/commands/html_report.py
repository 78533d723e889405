"""Writing a report as a file that a browser opens."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from factscan.commands.output import say
from factscan.commands.reading import options
from factscan.errors import UsageError

if TYPE_CHECKING:
    from factscan.figures import Report
    from factscan.run import Run

_LOOKED_AT = 400

html_options = options(
    click.option(
        "--html",
        metavar="FILE",
        help="Write the report into FILE, one HTML page that needs no network; an older report there is replaced.",
    ),
    click.option(
        "--no-evidence",
        is_flag=True,
        help="Leave text of the corpus out of the page: examples, sentences, titles and ids of documents.",
    ),
)


def html_target(file: str | None, *, evidence: bool) -> Path | None:
    """The file of ``--html``, refused before any work where it would take the place of something else.

    Raises:
        UsageError: it is a folder or in none, or a file that is no report; or there is none to leave
            ``evidence`` out of.
    """
    if file is None:
        if not evidence:
            raise UsageError("--no-evidence leaves text of the corpus out of --html FILE: give a file")
        return None
    path = Path(file)
    if path.is_dir():
        raise UsageError(f"{path} is a folder: name a file in it, such as {path / 'report.html'}")
    if not path.parent.is_dir():
        raise UsageError(f"there is no folder {path.parent}: make it, or name a file elsewhere")
    if path.exists() and not _is_report(path):
        raise UsageError(f"{path} is there and is no factscan report: remove it, or name another file")
    return path


def write_html(run: "Run", figures: "Report", path: Path, *, evidence: bool) -> None:
    """Write the report, whole or not at all, and say so."""
    from factscan.report.html import as_html
    from factscan.store.durable import write_text

    page = as_html(run.view(figures, evidence=evidence))
    write_text(path, page)
    say(f"factscan: wrote {path} ({len(page.encode()) / 1e6:.1f} MB)")


def _is_report(path: Path) -> bool:
    from factscan.report.html.document import DOCTYPE, GENERATOR

    with path.open("rb") as file:
        head = file.read(_LOOKED_AT)
    return not head or (head.startswith(DOCTYPE.encode()) and f'content="{GENERATOR} '.encode() in head)
