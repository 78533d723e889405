"""Where the figures of a run come from: the commands that make it again, versions, fingerprints of what was read."""

import platform
import shlex
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from factscan import __version__

if TYPE_CHECKING:
    from factscan.figures.settings import Settings

_SCAN_OPTIONS = {
    "limit": None,
    "sample_prompts": None,
    "sample_subjects": None,
    "near_shingle": 5,
    "near_permutations": 128,
    "text_column": None,
    "id_column": None,
    "title_column": None,
    "source_column": None,
    "url_column": None,
    "domain": "auto",
}
"""Options of a scan as a manifest has them, with their defaults; each is called so on the command line."""


@dataclass(frozen=True, slots=True)
class OriginShard:
    """A shard as the manifest has it: ``key`` hashes its name, size and ends; ``bytes`` None where it is unknown."""

    name: str
    key: str
    bytes: int | None


@dataclass(frozen=True, slots=True)
class Origin:
    """What it takes to get the same figures again.

    ``run`` is the name of the run's folder, ``identity`` the same for two runs of the same files with the same options.
    ``scan`` and ``report`` are commands; ``grown``: the run was not made by one scan, so that its ``scan`` is that of
    its sources taken together. ``versions``: what made the run and what made the figures.
    """

    run: str
    identity: str
    scan: str
    report: str
    grown: bool
    versions: Sequence[tuple[str, str]]
    shards: Sequence[OriginShard]


def origin(run: str, identity: str, manifest: Mapping[str, Any], settings: "Settings") -> Origin:
    """The origin of the figures of ``run`` under ``settings``."""
    options = manifest["options"]
    versions = [
        ("run made by", f"factscan {manifest.get('factscan', 'unknown')}"),
        ("extractor", str(options.get("extractor", "unknown"))),
        ("tables", f"schema {manifest.get('schema_version', 'unknown')}"),
        ("figures made by", f"factscan {__version__}"),
        ("DuckDB", version("duckdb")),
        ("Python", platform.python_version()),
    ]
    return Origin(
        run=run,
        identity=identity,
        scan=shlex.join(["factscan", "scan", *manifest["sources"], "--out", "RUN", *_scan_options(manifest)]),
        report=shlex.join(["factscan", "report", "RUN", "--html", "FILE.html", *_settings_options(settings)]),
        grown=any(shard.get("added") for shard in manifest["shards"]),
        versions=versions,
        shards=[
            OriginShard(shard["name"], shard["key"], _bytes(shard.get("ends", "")))
            for shard in manifest["shards"]
        ],
    )


def _scan_options(manifest: Mapping[str, Any]) -> Iterator[str]:
    options, settings = manifest["options"], manifest.get("settings", {})
    for given, value in (("model", settings.get("model")), ("synonyms", settings.get("synonyms"))):
        if value:
            yield from (f"--{given}", str(value))
    for given, default in _SCAN_OPTIONS.items():
        if (value := options.get(given, default)) != default:
            yield from (f"--{given.replace('_', '-')}", str(value))
    if not options.get("evidence", True):
        yield "--no-evidence"
    if (threshold := manifest.get("build", {}).get("near_threshold", 0.8)) != 0.8:
        yield from ("--near-threshold", str(threshold))


def _settings_options(settings: "Settings") -> Iterator[str]:
    from factscan.figures.settings import Settings

    defaults, chosen = Settings().as_dict(), settings.as_dict()
    for given in ("unit", "scope", "dedup", "subjects", "delta", "pool_under"):
        if (value := chosen[given]) != defaults[given]:
            yield from (
                f"--{given.replace('_', '-')}",
                ",".join(value) if given == "subjects" else str(value),
            )


def _bytes(ends: str) -> int | None:
    size = ends.partition(" ")[0]
    return int(size) if size.isdecimal() else None
