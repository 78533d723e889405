"""How to get the same figures again."""

from xml.etree.ElementTree import Element

from factscan.origin import OriginShard
from factscan.report.html.element import h
from factscan.report.html.tables import Column, table
from factscan.report.html.view import View
from factscan.report.html.words import count, name, plural

_LISTED = 500
_SETTINGS = (
    ("unit", "what is left out as a whole"),
    ("scope", "where else a prompt may be known from"),
    ("dedup", "copies that do not count"),
    ("subjects", "kinds of subject that count"),
    ("delta", "assumed miscalibration, for the bound"),
    ("gamma", "chance that any bound fails"),
    ("pool_under", "mentions under which many domains are pooled"),
)


def reproduce(view: View) -> Element:
    origin = view.origin
    grown = (
        "The run has grown or was joined since: the command is that of all its sources taken together. "
        if origin.grown
        else ""
    )
    left = len(origin.shards) - _LISTED
    return h(
        "section",
        h("h2", "How to reproduce"),
        h(
            "p",
            grown,
            "The same files, options and versions give the same tables, whatever the number of workers.",
        ),
        h(
            "pre",
            h("code", f"{origin.scan}\n{origin.report}"),
            tabindex="0",
            role="region",
            aria_label="Commands",
        ),
        h(
            "dl",
            [h("div", h("dt", what), h("dd", version)) for what, version in _facts(view)],
            class_="facts",
        ),
        h("h3", "Settings"),
        table(_SETTING_COLUMNS, _settings(view), "What counts, chosen when the figures are computed"),
        h("h3", "What was read"),
        h(
            "details",
            h("summary", f"{plural(len(origin.shards), 'shard')} with their fingerprints"),
            table(
                _SHARD_COLUMNS, origin.shards[:_LISTED], "Shards and the hashes of their name, size and ends"
            ),
            h("p", f"{left:,} more in the run's manifest.json.", class_="small") if left > 0 else None,
        ),
        h(
            "p",
            "The theory: Kalai, Nachum, Vempala, Zhang, Why Language Models Hallucinate (2025, arXiv 2509.04664).",
            class_="small",
        ),
        id="reproduce",
    )


def _facts(view: View) -> list[tuple[str, str]]:
    return [("run", view.origin.run), ("identity", view.origin.identity), *view.origin.versions]


def _settings(view: View) -> list[tuple[str, str, str]]:
    chosen = view.report.settings.as_dict()
    return [
        (option, ", ".join(value) if isinstance(value := chosen[option], list) else str(value), said)
        for option, said in _SETTINGS
    ]


_SETTING_COLUMNS = (
    Column[tuple[str, str, str]]("setting", lambda one: one[0]),
    Column[tuple[str, str, str]]("here", lambda one: one[1], number=False),
    Column[tuple[str, str, str]]("what it decides", lambda one: one[2], number=False),
)
_SHARD_COLUMNS = (
    Column[OriginShard]("shard", lambda one: name(one.name)),
    Column[OriginShard]("bytes", lambda one: count(one.bytes)),
    Column[OriginShard]("key", lambda one: h("code", one.key), number=False),
)
