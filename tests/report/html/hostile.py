"""A corpus that tries to be more than text, and a page's structure as a browser without scripts would see it."""

import json
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import duckdb
from conftest import Stated, write_run

from factscan.run import Run

PAYLOADS = (
    "</script><script>window.owned=1</script>",
    "</style></title></textarea><img src=x onerror=window.owned=1>",
    '" onmouseover="window.owned=1" autofocus onfocus="window.owned=1',
    "'><svg onload=window.owned=1><a href='javascript:window.owned=1'>x</a>",
    "javascript:window.owned=1//",
    "<iframe srcdoc='<script>parent.owned=1</script>'></iframe>",
    "<meta http-equiv=refresh content='0;url=https://example.org/'><base href=https://example.org/>",
    "<link rel=stylesheet href=https://example.org/x.css><style>@import 'https://example.org/y.css';</style>",
    "'; drop table documents; -- \" or 1=1 /* $grp {{7*7}} ${7*7} %s",
    "<!-- --!><![CDATA[ ]]>&lt;script&gt;&#60;script&#62;&amp;",
    "right\u202eto left\u2066\u2069 \x00\x07\x1b]0;owned\x9b2J\r\nnew\u2028line",
    "wide" * 5000,
)
"""Each would do harm, or break the page, if it were anything but text."""


def hostile_run(path: Path) -> Run:
    """Every payload as a domain, shard, source, title, id, subject, relation, object, sentence, reject."""
    write_run(path, _documents())
    names = {f"s{place:02}": payload for place, payload in enumerate(PAYLOADS)}
    with duckdb.connect(str(path / "factscan.duckdb")) as connection:
        for plain, payload in names.items():
            connection.execute(
                "update documents set shard = $payload, doc_id = $payload || doc_id where shard = $plain",
                {"payload": payload, "plain": plain},
            )
            connection.execute(
                "update shards set shard = $payload, state = 'partial' where shard = $plain",
                {"payload": payload, "plain": plain},
            )
            connection.execute(
                "insert into rejects values ($payload, 0, $payload, $payload, $payload)", {"payload": payload}
            )
    manifest = json.loads((path / "manifest.json").read_text())
    for shard in manifest["shards"]:
        shard["name"] = names[shard["name"]]
    manifest["sources"] = list(PAYLOADS)
    (path / "manifest.json").write_text(json.dumps(manifest))
    return Run(path)


def _documents() -> list[Stated]:
    documents = []
    for place, payload in enumerate(PAYLOADS):
        other = PAYLOADS[place - 1]
        known = (f"{payload} known", payload, other)
        for copy in range(3):
            said = [f"{payload} {other} {copy}", f"{other} is said {copy}"]
            own = (f"{payload} {copy}", other, payload)
            facts = [known, own]
            documents.append(
                Stated(
                    facts,
                    payload,
                    f"s{place:02}",
                    payload,
                    title=f"{copy} {payload}",
                    said=said,
                    text=f"{place} {copy}",
                )
            )
    return documents


@dataclass
class Found(HTMLParser):
    """What elements and attributes a page has, and its text."""

    tags: list[str] = field(default_factory=list)
    attributes: list[tuple[str, str, str]] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(tag, name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text.append(data)

    def values(self, name: str) -> list[str]:
        return [value for _, its, value in self.attributes if its == name]


def parsed(page: str) -> Found:
    found = Found()
    found.feed(page)
    found.close()
    return found
