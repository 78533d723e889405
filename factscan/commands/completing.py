"""What a shell completes an argument with: the runs, shards, domains and questions that there are.

A name goes into the shell's command line as it is, and may come from a corpus: only those are offered that no shell
takes for anything but a word.
"""

import os
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from factscan.commands.configuration import key_of

Names = Callable[[click.Context, str], Iterable[str]]

_WORD = re.compile(r"[\w./@%+=:,-]+")
_READ_AT_ONCE = 2_000_000  # bytes of JSON
_ENTRIES = 300  # of a folder that are looked at: TAB has to answer at once


class Named(click.ParamType):  # type: ignore[type-arg]  # generic only in newer releases of click
    """A text that is completed with ``names``, or by the shell with paths of the kind ``paths`` (file, dir)."""

    name = "text"

    def __init__(self, names: Names | None = None, paths: str | None = None) -> None:
        self._names = names
        self._paths = paths

    def shell_complete(
        self,
        ctx: click.Context,
        param: click.Parameter,  # noqa: ARG002 - click's signature
        incomplete: str,
    ) -> list[CompletionItem[Any]]:
        try:
            names = self._names(ctx, incomplete) if self._names else ()
            found = sorted({name for name in names if _offered(name, incomplete)})
        except Exception:  # noqa: BLE001 - no run, or none that can be read: a shell has no use for the reason
            found = []
        if not found and self._paths:
            return [CompletionItem(incomplete, type=self._paths)]
        return [CompletionItem(name) for name in found]


def complete_names(group: click.Group) -> None:
    """Teach the parameters of all commands what they stand for, which their metavar tells."""
    for command in group.commands.values():
        for parameter in command.params:
            if parameter.type is click.STRING and (kind := _kind_of(parameter)):
                parameter.type = kind


def _kind_of(parameter: click.Parameter) -> Named | None:
    if parameter.metavar == "NAME" and isinstance(parameter, click.Option):
        return _NAMED.get(key_of(parameter))
    return _KINDS.get(parameter.metavar or "")


def _offered(name: str, incomplete: str) -> bool:
    return name.startswith(incomplete) and _WORD.fullmatch(name) is not None


def _runs(_: click.Context, incomplete: str) -> Iterator[str]:
    """The run folders that begin like this, and those in folders that do."""
    for path in _folders(incomplete):
        if _is_run(path):
            yield path
        else:
            yield from filter(_is_run, _folders(f"{path}/"))


def _folders(beginning: str) -> list[str]:
    above, _, start = beginning.rpartition("/")
    above = f"{above}/" if "/" in beginning else ""
    found = []
    try:
        with os.scandir(above or ".") as entries:
            for _, entry in zip(range(_ENTRIES), entries, strict=False):
                if (
                    entry.name.startswith(start)
                    and not (entry.name.startswith(".") and not start)
                    and entry.is_dir()
                ):
                    found.append(above + entry.name)
    except OSError:
        return []
    return found


def _is_run(path: str) -> bool:
    return Path(path, "manifest.json").is_file() and Path(path, "parts").is_dir()


def _run_of(context: click.Context) -> str:
    """The run that was typed before; click leaves it among ``args`` where an option still lacks its value."""
    typed = context.params.get("run") or ""
    return str(typed or next(filter(_is_run, context.args), ""))


def _shards(context: click.Context, _: str) -> list[str]:
    import json

    manifest = json.loads(Path(_run_of(context), "manifest.json").read_text(encoding="utf-8"))
    return [shard["name"] for shard in manifest["shards"]]


def _domains(context: click.Context, _: str) -> list[str]:
    """From figures that are kept, else from the database itself: even to load DuckDB takes longer than a TAB should.

    To open a ``Run`` would load Arrow too, which takes longer than all else.
    """
    run = Path(_run_of(context))
    for kept in (run / "figures").glob("*.json"):
        if kept.stat().st_size < _READ_AT_ONCE and (names := _kept_domains(kept)):
            return names
    from factscan.store.database import connected
    from factscan.store.statements import statement

    with connected(run / "factscan.duckdb", run / "tmp", shut_in=True) as connection:
        return [name for (name,) in connection.execute(statement("completion/domains")).fetchall()]


def _kept_domains(path: Path) -> list[str]:
    """Of a report that is kept; none where it gives domains other names."""
    import json

    report = json.loads(path.read_text(encoding="utf-8"))
    if report["settings"].get("domains"):
        return []
    return [
        *(row["name"] for row in report["domains"]),  # the row of pooled ones has no name that is a word
        *(pooled["domain"] for pooled in report["pooled_domains"]),
    ]


def _questions(_: click.Context, __: str) -> list[str]:
    from factscan.store.queries import query_names

    return query_names()


_FILE = Named(paths="file")
_RUN = Named(_runs, paths="dir")
_DOMAIN = Named(_domains)
_NAMED = {"query": Named(_questions), "domain": _DOMAIN, "only": _DOMAIN}  # options with the metavar NAME
_KINDS = {
    **dict.fromkeys(("RUN", "RUN_A", "RUN_B", "RUN_A RUN_B…"), _RUN),
    **dict.fromkeys(("FILE", "CORPUS…", "TEXT|FILE", "NAME_OR_PATH", "MAP", "PATH"), _FILE),
    **dict.fromkeys(("DOMAIN", "DOMAIN=RATE"), _DOMAIN),
    "SHARD…": Named(_shards),
}
