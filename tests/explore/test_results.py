"""What the Python API hands out: Arrow, pandas or polars, and tables that a notebook shows without harm."""

from html.parser import HTMLParser
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest
from conftest import MakeRun, Stated, write_run

from factscan.errors import UsageError
from factscan.results import Floors
from factscan.run import Run

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>\x1b[31m & \"'"


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return write_run(
        tmp_path_factory.mktemp("results") / "run",
        [
            Stated([("Oslo", "country", "Norway")], domain="geo"),
            Stated([("Oslo", "country", "Norway"), ("Ada", "birth date", "1815")], domain="news", shard="t"),
            Stated([(HOSTILE, HOSTILE, HOSTILE)], domain=HOSTILE, text=HOSTILE, title=HOSTILE),
        ],
    )


class Tags(HTMLParser):
    """The tags of a page, and the names of their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}


def test_a_query_comes_as_arrow_or_as_a_data_frame(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    query = "select subject from prompts where relation = $relation"
    table = run.sql(query, {"relation": "country"})
    assert isinstance(table, pa.Table)
    frame = run.sql(query, {"relation": "country"}, as_="pandas")
    assert isinstance(frame, pd.DataFrame)
    assert frame["subject"].tolist() == table.column("subject").to_pylist() == ["Oslo"]
    with pytest.raises(UsageError, match="arrow, pandas, polars, not as 'frames'"):
        run.sql(query, {"relation": "country"}, as_="frames")

    def absent(name: str) -> Any:
        raise ImportError(name)

    monkeypatch.setattr("factscan.results.import_module", absent)
    with pytest.raises(UsageError, match="pip install polars"):
        run.sql(query, {"relation": "country"}, as_="polars")


def test_floors_are_the_figures_of_the_report(run: Run) -> None:
    report = run.report()
    rows = {"domain": report.domains, "shard": report.shards, "relation": report.relations}
    for by in rows:
        floors = Floors(report, by)  # type: ignore[arg-type]
        expected = [(row.name, row.floor.estimate, row.missing_mass.low, row.mentions) for row in rows[by]]
        found = [(row["name"], row["floor"], row["missing_mass_low"], row["mentions"]) for row in floors]
        assert found[0 if by == "relation" else 1 :] == expected
        assert len(floors.to_pandas()) == len(floors) == len(found)
        assert "floor [95 %]" in repr(floors)
    assert run.floors("shard").to_pylist() == Floors(report, "shard").to_pylist()


def test_facts_are_chosen_by_subject_relation_and_domain(run: Run) -> None:
    (oslo,) = run.facts("oslo")
    assert oslo == oslo | {
        "object": "Norway",
        "mentions": 2,
        "documents": 2,
        "domains": 2,
        "singleton": False,
    }
    assert [row["subject"] for row in run.facts(relation="Birth date")] == ["Ada"]
    (in_geo,) = run.facts(domain="geo")
    assert (in_geo["mentions"], in_geo["singleton"]) == (1, False)
    assert [row["subject"] for row in run.facts(limit=1)] == ["Oslo"]
    with pytest.raises(UsageError, match="no subject 'Olso'"):
        run.facts("Olso")


def test_what_a_notebook_shows_holds_no_markup_of_the_corpus(run: Run) -> None:
    hostile = str(
        run.sql("select prompt_id from prompts where subject like '<script>%'").to_pylist()[0]["prompt_id"]
    )
    shown = [
        *(run.floors(), run.facts(), run.sample(9), run.show("Oslo"), run.show(hostile), run.show(HOSTILE)),
    ]
    for one in shown:
        found = Tags(one._repr_html_())
        assert found.tags <= set(
            "table thead tbody tr th td div b br span ul li mark svg line circle".split()
        )
        assert not {name for name in found.attributes if name.startswith("on") or name in ("src", "href")}
        assert "\x1b" not in one._repr_html_() + repr(one)
    assert "svg" in Tags(shown[0]._repr_html_()).tags


def test_a_run_without_anything_is_shown_too(make_run: MakeRun) -> None:
    run = make_run([Stated()])
    for one in (run.floors("relation"), run.facts(), run.sample(3)):
        assert one._repr_html_()
        assert repr(one)
        assert one.to_arrow().num_rows == len(one)
