"""A job from the options of a command line, or written down in a TOML file."""

import glob
import os.path
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from factscan.corpus import Columns, DomainRule, ReadOptions, parse_domain_rule, parse_size
from factscan.corpus.opening import is_url
from factscan.dedup import NearOptions, check_threshold
from factscan.engine.options import ScanOptions
from factscan.errors import InputError, UsageError
from factscan.sampling import sampling_of
from factscan.store.folder import RunFolder

_COLUMNS = ("text", "id", "title", "source", "url")
_SCAN = {
    "sources": list,
    "out": str,
    "into": str,
    "replace": bool,
    "domain": str,
    "model": str,
    "synonyms": str,
    "limit": int,
    "workers": int,
    "evidence": bool,
    "strict": bool,
    "memory": str,
    "max_record": str,
    "max_expansion": int,
    "retries": int,
    "near_shingle": int,
    "near_permutations": int,
    "near_threshold": float,
    "sample_prompts": str,
    "sample_subjects": str,
}
# What --into takes from the options of a run as they are.
_OF_THE_RUN = (
    *(f"{part}_column" for part in _COLUMNS),
    *("domain", "max_expansion", "evidence", "near_shingle", "near_permutations"),
    *("sample_prompts", "sample_subjects"),
)
_TAKEN = (*_OF_THE_RUN, "max_record", "model", "synonyms")


@dataclass(frozen=True, slots=True)
class ScanJob:
    """Everything that ``scan`` takes; ``into``: the sources are added to the run ``out``."""

    sources: list[str]
    out: str
    options: ScanOptions
    into: bool = False


def job_of(
    sources: Sequence[str],
    given: Mapping[str, Any],
    configured: Mapping[str, Any] | None = None,
    *,
    dry: bool = False,
) -> ScanJob:
    """The job that the options ask for.

    What is ``given`` and not None overrides a pipeline file, and that what is ``configured`` for all scans. Where a run
    is added to, its own options stand between the two. A ``dry`` job may lack a run ("").

    Raises:
        UsageError: no ``out``, a pipeline file beside other sources, or a key that no pipeline has.
    """
    if "-" in sources:
        raise UsageError(
            "a scan takes no standard input: killed, it goes on by reading its input again, which a pipe gives once. "
            "Write it to a file and scan that ('factscan facts -' reads standard input)"
        )
    chosen = {name: value for name, value in given.items() if value is not None}
    pipelines = [source for source in sources if source.endswith(".toml")]
    if pipelines and len(sources) > 1:
        raise UsageError(f"{pipelines[0]} is a pipeline file and names its own sources: give it alone")
    settings: dict[str, Any] = _read(Path(pipelines[0])) if pipelines else {"sources": list(sources)}
    settings |= chosen
    habits = {name: value for name, value in (configured or {}).items() if value is not None}
    if not settings.keys() & {"out", "into"}:
        settings |= {name: habits[name] for name in ("out", "into") if name in habits}
    out, into = settings.get("out"), settings.get("into")
    if out and into:
        raise UsageError("--out begins a run or goes on with it, --into adds to one: give one of them")
    if into:
        beyond = {name: value for name, value in habits.items() if name not in _TAKEN}
        options = _options(beyond | _run_settings(into) | settings)
        return ScanJob(settings["sources"], into, options, into=True)
    if out or dry:
        return ScanJob(settings["sources"], out or "", _options(habits | settings))
    raise UsageError("say where the run goes: --out RUN, or --into RUN to add to one")


def _run_settings(run: str) -> dict[str, Any]:
    """The options that a run was made with, which hold for what is added to it."""
    manifest = RunFolder(run).manifest()
    options = manifest["options"]
    taken = {
        **{name: options.get(name) for name in _OF_THE_RUN},
        "max_record": str(options["max_record_bytes"]),
        **{name: manifest["settings"].get(name) for name in ("model", "synonyms")},
    }
    return {name: value for name, value in taken.items() if value is not None}


def _options(settings: Mapping[str, Any]) -> ScanOptions:
    return ScanOptions(
        read=read_options(settings),
        model=settings.get("model"),
        synonyms=settings.get("synonyms"),
        limit=settings.get("limit"),
        evidence=settings.get("evidence", True),
        workers=settings.get("workers"),
        strict=settings.get("strict", False),
        replace=settings.get("replace", False),
        memory=settings.get("memory"),
        near=_near_options(settings),
        near_threshold=_near_threshold(settings),
        sampling=sampling_of(settings),
    )


def _near_threshold(settings: Mapping[str, Any]) -> float | None:
    given = settings.get("near_threshold")
    return None if given is None else check_threshold(given)


def _near_options(settings: Mapping[str, Any]) -> NearOptions:
    given = {name: settings.get(f"near_{name}") for name in ("shingle", "permutations")}
    return NearOptions(**{name: value for name, value in given.items() if value is not None})


def read_options(settings: Mapping[str, Any]) -> ReadOptions:
    """``ReadOptions`` from ``text_column`` and its like, the rule ``domain``, and the bounds of reading."""
    columns = Columns(**{part: settings.get(f"{part}_column") for part in _COLUMNS})
    rule, longest = settings.get("domain"), settings.get("max_record")
    bounds = {name: settings.get(name) for name in ("max_expansion", "retries")}
    bounds["max_record_bytes"] = None if longest is None else parse_size(longest)
    for name, bound in bounds.items():
        if bound is not None and bound < (name != "retries"):
            raise UsageError(f"{name} is at least {int(name != 'retries')}, not {bound}")
    return ReadOptions(
        columns=columns,
        domain=DomainRule() if rule is None else parse_domain_rule(rule),
        **{name: bound for name, bound in bounds.items() if bound is not None},
    )


def _read(path: Path) -> dict[str, Any]:
    """The settings of a pipeline file, with its relative paths taken from the file's own folder."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise InputError(f"there is no pipeline file {path}") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path} is no pipeline file: {error}") from error
    scan = _table(path, content, "scan", _SCAN)
    columns = _table(path, content, "columns", dict.fromkeys(_COLUMNS, str))
    for name in content:
        if name not in ("scan", "columns"):
            raise UsageError(f"{path}: no pipeline has a table [{name}]. Available: [scan], [columns]")
    if not scan.get("sources"):
        raise UsageError(f"{path}: [scan] names no sources")
    base = path.parent
    if not all(isinstance(source, str) for source in scan["sources"]):
        raise UsageError(f"{path}: sources in [scan] is a list of strings, not {scan['sources']!r}")
    scan["sources"] = [_from(base, source, glob.escape) for source in scan["sources"]]
    for folder in ("out", "into"):
        if folder in scan:
            scan[folder] = _from(base, scan[folder])
    if "/" in scan.get("model", ""):  # a folder, not the name of an installed pipeline
        scan["model"] = _from(base, scan["model"])
    if "synonyms" in scan:
        scan["synonyms"] = _from(base, scan["synonyms"])
    return {**scan, **{f"{part}_column": column for part, column in columns.items()}}


def _table(path: Path, content: Mapping[str, Any], name: str, types: Mapping[str, type]) -> dict[str, Any]:
    table = content.get(name, {})
    if not isinstance(table, dict):
        raise UsageError(f"{path}: [{name}] is a table")
    for key, value in table.items():
        if key not in types:
            raise UsageError(f"{path}: [{name}] has no key {key!r}. Available: {', '.join(types)}")
        if type(value) is not types[key]:
            raise UsageError(f"{path}: {key} in [{name}] is a {types[key].__name__}, not {value!r}")
    return dict(table)


def _from(base: Path, source: str, escape: Callable[[str], str] = str) -> str:
    """A path of the file's own folder; its name may hold what a pattern would take for a wildcard."""
    if source.startswith("hub:") or is_url(source):
        return source
    path = Path(source).expanduser()
    if path.is_absolute():
        return str(path)
    has_pattern = any(c in source for c in "*?[")
    return os.path.normpath(Path(escape(str(base)) if has_pattern else base) / source)
