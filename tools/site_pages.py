"""A hook of MkDocs: the pages that lie outside of docs/, where readers of the repository look for them, in the site.

Links are written as they work in the repository. Those between docs/ and these pages are turned here; a link to any
other file of the repository (code, SQL) becomes its name, as the site does not hold it.
"""

import posixpath
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]

# Where a page stands in the site, by where it stands in the repository.
OUTSIDE = {
    "ARCHITECTURE.md": "ARCHITECTURE.md",
    "CHANGELOG.md": "CHANGELOG.md",
    "CONTRIBUTING.md": "CONTRIBUTING.md",
    "SECURITY.md": "SECURITY.md",
    "benchmarks/RESULTS.md": "RESULTS.md",
}
_IN_REPOSITORY = {there: here for here, there in OUTSIDE.items()}
# A bar in code within a table: GitHub wants it escaped, Python-Markdown would show the backslash.
_CODE_IN_TABLE = re.compile(r"`[^`\n]*\\\|[^`\n]*`")
_LINK = re.compile(r"(?<!!)\[(?P<text>[^\]]+)\]\((?P<path>[^)\s:#]+)(?P<anchor>#[^)\s]*)?\)")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    for here, there in OUTSIDE.items():
        files.append(File.generated(config, there, abs_src_path=str(ROOT / here)))
    return files


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    site_path = page.file.src_uri
    path = _IN_REPOSITORY.get(site_path, f"docs/{site_path}")

    def turned(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), link["path"]))
        if target.startswith("docs/"):
            inside = target.removeprefix("docs/")
        elif target in OUTSIDE:
            inside = OUTSIDE[target]
        else:
            return link["text"]
        start = posixpath.dirname(site_path) or "."
        return f"[{link['text']}]({posixpath.relpath(inside, start)}{link['anchor'] or ''})"

    return _CODE_IN_TABLE.sub(lambda found: found[0].replace("\\|", "|"), _LINK.sub(turned, markdown))
