"""What the Python API hands out: rows that turn into Arrow, pandas or polars, and show themselves in a notebook."""

from collections.abc import Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any, Literal

from factscan.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

    from factscan.explore.known import Known
    from factscan.figures.relations import RelationRow
    from factscan.figures.report import Report, Row
    from factscan.report.view import By

Kind = Literal["arrow", "pandas", "polars"]
KINDS = ("arrow", "pandas", "polars")
_SHOWN = 20


def converted(table: "pa.Table", kind: str) -> Any:
    """The table as ``pyarrow.Table`` ("arrow"), ``pandas.DataFrame`` or ``polars.DataFrame``.

    Raises:
        UsageError: another kind, or its package is not installed.
    """
    if kind not in KINDS:
        raise UsageError(f"rows come as {', '.join(KINDS)}, not as {kind!r}")
    if kind == "arrow":
        return table
    try:
        package = import_module(kind)
    except ImportError as error:
        raise UsageError(
            f"rows as {kind} need the package {kind}, which is not installed: pip install {kind}"
        ) from error
    return table.to_pandas() if kind == "pandas" else package.from_arrow(table)


class Rows:
    """Rows of a run. ``len``, iteration (dictionaries), and the conversions; a notebook shows the first of them."""

    def __init__(self, table: "pa.Table") -> None:
        self._arrow = table

    def to_arrow(self) -> "pa.Table":
        return self._arrow

    def to_pandas(self) -> Any:
        """A ``pandas.DataFrame``. Raises UsageError where pandas is not installed."""
        return converted(self._arrow, "pandas")

    def to_polars(self) -> Any:
        """A ``polars.DataFrame``. Raises UsageError where polars is not installed."""
        return converted(self._arrow, "polars")

    def to_pylist(self) -> list[dict[str, Any]]:
        rows: list[dict[str, Any]] = self._arrow.to_pylist()
        return rows

    def __len__(self) -> int:
        return int(self._arrow.num_rows)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self.to_pylist())

    def __repr__(self) -> str:
        from factscan.report.rows import render_rows

        shown = render_rows(self._arrow.slice(0, _SHOWN), "table", pretty=False)
        return (
            shown
            if len(self) <= _SHOWN
            else f"{shown.rpartition(chr(10))[0]}\n({len(self):,} rows, {_SHOWN} shown)"
        )

    def _repr_html_(self) -> str:
        from factscan.report.notebook import rows_html

        return rows_html(self._arrow.slice(0, _SHOWN), len(self))


class Floors(Rows):
    """The floors of a run, ``by`` domain, shard or relation; the whole corpus comes first.

    ``rows`` are the figures as a report has them, ``report`` is all of it. As a table: one line a row, an interval in
    three columns.
    """

    def __init__(self, report: "Report", by: "By" = "domain") -> None:
        from factscan.report.floors import floors_table

        super().__init__(floors_table(report, by))
        self.report = report
        self.by = by

    @property
    def rows(self) -> "list[Row]":
        """The figures of the whole corpus, then of its domains or shards; ``relations`` holds those of relations."""
        from factscan.report.floors import floor_rows

        return floor_rows(self.report, self.by)

    @property
    def relations(self) -> "list[RelationRow]":
        return self.report.relations

    def __repr__(self) -> str:
        from factscan.report.floors import floors_text

        return floors_text(self.report, self.by)

    def _repr_html_(self) -> str:
        from factscan.report.notebook import floors_html

        return floors_html(self.report, self.by)


class Shown:
    """What a run knows about an entity, a prompt or a fact: ``known`` as data, its text when printed."""

    def __init__(self, known: "Known") -> None:
        self.known = known

    def as_dict(self) -> dict[str, Any]:
        return self.known.as_dict()

    def __repr__(self) -> str:
        from factscan.report.known import known_text

        return known_text(self.known, pretty=False)

    def _repr_html_(self) -> str:
        from factscan.report.notebook import known_html

        return known_html(self.known)
