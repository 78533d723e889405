"""A finished run, open for reading: its report, its tables, its state."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from typing import IO, TYPE_CHECKING, Any, Literal, overload

from factscan.errors import RunError, UsageError
from factscan.hashing import hash64
from factscan.sampling import Sampling, sampling_of
from factscan.store.folder import RunFolder, ShardMarker

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

    from factscan.audit.item import Item
    from factscan.audit.pair import Pair
    from factscan.explore.draw import Of
    from factscan.explore.export import Exported, Form, What
    from factscan.figures import Report, Settings
    from factscan.figures.calibration import Responses
    from factscan.figures.diff import Diff
    from factscan.figures.mixture import Mixture
    from factscan.report.html.view import View
    from factscan.report.view import By
    from factscan.results import Floors, Rows, Shown
    from factscan.store.reader import Reader


_MEMORY_OF_PAGES = 1_500_000_000
"""DuckDB's limit; more would only keep what is read once."""


@dataclass(frozen=True, slots=True)
class Status:
    """How far a run has come. ``missing`` names the shards to be read, ``unread`` those beyond its limit."""

    shards: list[ShardMarker]
    missing: list[str]
    unread: list[str]
    built: bool
    manifest: dict[str, Any]

    @property
    def complete(self) -> bool:
        return self.built and not self.missing


class Run:
    """A run folder. Reads it only; ``factscan.scan`` makes one."""

    def __init__(self, path: str | os.PathLike[str], memory: str | None = None) -> None:
        """``memory`` limits reports and queries (``"2GB"``). Raises RunError where ``path`` is no run."""
        self._folder = RunFolder(path)
        self._memory = memory
        self._manifest = self._folder.manifest()

    @property
    def path(self) -> str:
        return str(self._folder.path)

    def status(self) -> Status:
        from factscan.engine.manifest import entries_of, finished_shards
        from factscan.engine.rebuild import last_build_options
        from factscan.store.build import is_built

        shards = finished_shards(self._folder)
        there = {shard.key for shard in shards}
        absent = [entry.name for entry in entries_of(self._manifest) if entry.key not in there]
        limit = self._manifest["options"].get("limit")
        limited = limit is not None and sum(shard.documents for shard in shards) >= limit
        return Status(
            shards=shards,
            missing=[] if limited else absent,
            unread=absent if limited else [],
            built=is_built(self._folder, shards, last_build_options(self._folder)),
            manifest=self._manifest,
        )

    def metrics(self) -> list[dict[str, Any]]:
        """Times of the jobs that made the run, one entry each."""
        return self._folder.metrics()

    def report(
        self,
        settings: "Settings | None" = None,
        audit: "Sequence[Item] | None" = None,
        answers: "Responses | None" = None,
    ) -> "Report":
        """The figures under ``settings`` (the defaults if None). Nothing is parsed again, nothing computed twice.

        ``audit``: labelled mentions of this run (``factscan.audit.files.read_items``), drawn under the same settings;
        the report then holds the corrected figures as well. ``answers`` of a model
        (``factscan.figures.calibration.read_answers``) measure the δ that the bound takes off.
        """
        from factscan.audit.correction import check_settings, labels_of
        from factscan.figures import Settings
        from factscan.figures.compute import compute
        from factscan.figures.kept import report_of

        settings = settings or Settings()
        sampling = sampling_of(self._manifest["options"])
        if audit:
            check_settings(audit, settings)
        with self._connect() as connection:
            if audit or answers:
                return compute(connection, settings, sampling, labels_of(audit) if audit else None, answers)
            return report_of(connection, self._folder.figures, settings, sampling)

    def view(self, report: "Report", *, evidence: bool = True) -> "View":
        """What ``factscan.report.html.as_html`` shows of a ``report`` of this run; ``evidence``: with examples."""
        from factscan.figures.pages import pages
        from factscan.origin import origin
        from factscan.report.html.view import View, paged_domains
        from factscan.store.database import default_memory

        with self._connect(default_memory(_MEMORY_OF_PAGES)) as connection:
            found = pages(
                connection, report.settings, paged_domains(report), report.sampling, evidence=evidence
            )
        name = self._folder.path.resolve().name
        return View(report, found, origin(name, self.identity, self._manifest, report.settings), evidence)

    def mix(self, kept: Mapping[str, float], settings: "Settings | None" = None) -> "Mixture":
        """What every domain would miss if each document of a domain were kept with the chance ``kept`` (else 1).

        Raises:
            UsageError: a domain that is not there, a rate outside 0 … 1, or the run keeps a sample.
        """
        from factscan.figures import Settings
        from factscan.figures.mixture import mix
        from factscan.figures.sampled import NOT_OF_A_SAMPLE

        if sampling_of(self._manifest["options"]):
            raise UsageError(NOT_OF_A_SAMPLE)

        with self._connect() as connection:
            return mix(connection, settings or Settings(), kept)

    def diff(self, other: "Run", settings: "Settings | None" = None, *, examples: int = 10) -> "Diff":
        """What is different in ``other``: figures that moved by more than noise, prompts gained and lost.

        ``examples``: how many prompts to show of each kind of change. Where many domains are tiny, they are not pooled.

        Raises:
            UsageError: it is the same run, or the two keep other samples.
        """
        from factscan.figures import Settings
        from factscan.figures.diff.compare import Side, compare
        from factscan.figures.diff.reading import refuse_unlike

        if self._folder.path.resolve() == other._folder.path.resolve():
            raise UsageError(f"both runs are {self.path}: give two")
        refuse_unlike(self._manifest, other._manifest)
        settings = settings or Settings()
        a, b = self.report(settings), other.report(settings)
        if a.pooled_domains or b.pooled_domains:  # other domains may be pooled in either
            settings = replace(settings, pool_under=0)
            a, b = self.report(settings), other.report(settings)
        with self._connect_beside(other) as connection:
            return compare(
                connection, Side(self.path, self._manifest, a), Side(other.path, other._manifest, b), examples
            )

    @property
    def made_by(self) -> str:
        """The version of factscan that planned the run, and its extractor."""
        extractor = self._manifest["options"].get("extractor", "")
        return f"factscan {self._manifest.get('factscan', '')}, {extractor}".strip(", ")

    @property
    def identity(self) -> str:
        """The same for two runs of the same sources with the same options: their tables are the same."""
        shards = sorted(shard["key"] for shard in self._manifest["shards"])
        asked = {"options": self._manifest["options"], "shards": shards}
        return f"r{hash64(json.dumps(asked, sort_keys=True)):016x}"

    def audit(
        self, size: int, *, by_domain: bool = False, seed: int = 0, settings: "Settings | None" = None
    ) -> "list[Item]":
        """Draw ``size`` counted mentions and ``size`` of singletons to be labelled; see ``factscan.audit``."""
        from factscan.audit.sample import draw

        with self._connect() as connection:
            return draw(connection, self.identity, size, by_domain=by_domain, seed=seed, settings=settings)

    def audit_pairs(self, size: int, *, seed: int = 0, settings: "Settings | None" = None) -> "list[Pair]":
        """Draw ``size`` pairs of near prompts of either kind, to be labelled the same or different."""
        from factscan.audit.near_prompts import draw_pairs

        with self._connect() as connection:
            return draw_pairs(connection, self.identity, size, seed=seed, settings=settings)

    @property
    def sampling(self) -> Sampling | None:
        """What the run's rows are a sample of; None where it keeps everything."""
        return sampling_of(self._manifest["options"])

    def floors(self, by: "By" = "domain", settings: "Settings | None" = None) -> "Floors":
        """The floors by domain, shard, relation or source: rows that a notebook shows and that become a data frame."""
        from factscan.figures import Settings
        from factscan.results import Floors

        settings = replace(settings or Settings(), by_source=by == "source")
        return Floors(self.report(settings), by)

    def show(
        self,
        *what: str,
        domain: str | None = None,
        limit: int | None = None,
        settings: "Settings | None" = None,
    ) -> "Shown":
        """Everything known about an entity, a prompt or a fact: ``show("Ada Lovelace", "birth date")``.

        One, two or three names, or one text with `` / `` between them, or the id of a prompt or fact. ``domain``:
        evidence from there alone; ``limit``: so many sentences of a prompt, or prompts of an entity.

        Raises:
            UsageError: the run does not know it; the message names what is near.
        """
        from factscan.explore.look_up import look_up
        from factscan.figures import Settings
        from factscan.results import Shown

        with self._connect() as connection:
            return Shown(look_up(connection, what, settings or Settings(), domain=domain, limit=limit))

    def facts(
        self,
        subject: str | None = None,
        relation: str | None = None,
        domain: str | None = None,
        limit: int | None = 1_000,
    ) -> "Rows":
        """Facts with their counts, the most stated first: of a subject, of a relation, stated in a domain.

        Counted as a report does by default, but of all kinds of subjects. Names are matched as the extractor keys them.
        ``limit``: so many facts at most, None for all.

        Raises:
            UsageError: there is no such subject or domain.
        """
        from factscan.explore.facts import facts
        from factscan.results import Rows

        with self._connect() as connection:
            return Rows(facts(connection, subject, relation, domain, limit))

    def sample(
        self,
        size: int = 20,
        *,
        of: "Of" = "mentions",
        domain: str | None = None,
        seed: int = 0,
        settings: "Settings | None" = None,
    ) -> "Rows":
        """Draw ``"mentions"`` that count, ``"singletons"``, the most ``"frequent"``; see ``factscan.explore.draw``."""
        from factscan.explore.draw import draw
        from factscan.results import Rows

        with self._connect() as connection:
            return Rows(draw(connection, size, of=of, domain=domain, seed=seed, settings=settings))

    def export(
        self,
        what: "What",
        out: str | os.PathLike[str] | IO[str],
        form: "Form" = "parquet",
        *,
        domain: str | None = None,
        limit: int | None = None,
        settings: "Settings | None" = None,
    ) -> "Exported":
        """Write ``"singletons"``, ``"gaps"`` or ``"prompts"`` to ``out``; see ``factscan.explore.export``."""
        from factscan.explore.export import check_out, export

        check_out(out, form)
        with self._connect() as connection, self._folder.scratch() as scratch:
            return export(connection, what, out, form, scratch, domain=domain, limit=limit, settings=settings)

    @overload
    def sql(
        self, query: str, parameters: Mapping[str, Any] | None = None, *, as_: Literal["arrow"] = "arrow"
    ) -> "pa.Table": ...
    @overload
    def sql(self, query: str, parameters: Mapping[str, Any] | None = None, *, as_: str) -> Any: ...
    def sql(self, query: str, parameters: Mapping[str, Any] | None = None, *, as_: str = "arrow") -> Any:
        """Run one query over the tables, read only and shut off from everything outside the run.

        ``as_``: "arrow" for a ``pyarrow.Table``, "pandas" or "polars" for their data frames.

        Raises:
            UsageError: the query is wrong, or tries to leave the run; or the package of a data frame is not installed.
        """
        from factscan.results import converted

        with self.reading() as reader:
            return converted(reader.ask(query, parameters).table(), as_)

    @contextmanager
    def reading(self) -> "Iterator[Reader]":
        """The tables, kept open for many queries whose answers come in batches: no result need fit into memory."""
        from factscan.store.reader import Reader

        with self._connect() as connection:
            yield Reader(connection, self.path)

    @contextmanager
    def _connect_beside(self, other: "Run") -> "Iterator[duckdb.DuckDBPyConnection]":
        """Both databases at once; both have been opened before, so they are there."""
        from factscan.store.database import connected_beside

        databases = self._folder.database, other._folder.database
        with (
            self._folder.scratch() as scratch,
            connected_beside(*databases, scratch, memory=self._memory) as found,
        ):
            yield found

    @contextmanager
    def _connect(self, memory: str | None = None) -> "Iterator[duckdb.DuckDBPyConnection]":
        """The database, shut in; ``memory`` limits it where the run was opened without a limit."""
        import duckdb

        from factscan.store.database import connected
        from factscan.store.tables import NOT_FOUND, outdated

        if not self._folder.database.exists():
            raise RunError(
                f"{self.path} has no database yet: run the same command again to finish it, or "
                f"'factscan build {self.path}' to see what is done"
            )
        with ExitStack() as stack:
            scratch = stack.enter_context(self._folder.scratch())
            try:
                database = connected(
                    self._folder.database, scratch, memory=self._memory or memory, shut_in=True
                )
                connection = stack.enter_context(database)
            except duckdb.Error as error:
                raise RunError(
                    f"{self._folder.database} cannot be opened: {error}; "
                    f"'factscan build {self.path}' makes it anew"
                ) from error
            try:
                yield connection
            except NOT_FOUND as error:
                raise outdated(connection, self.path, error) or error from error
