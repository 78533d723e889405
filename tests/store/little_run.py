"""A run small enough to read, in which every named question has something to answer."""

from pathlib import Path

import duckdb
from conftest import Stated, write_run

from factscan.run import Run

OSLO = ("Oslo", "country", "Norway")
RIGHTS = "All rights reserved."
DOCUMENTS = [
    Stated(
        [OSLO, ("Oslo", "population", "700,000")], "geo", "a", "atlas", "Oslo is in Norway.", title="Oslo"
    ),
    Stated([OSLO, OSLO], "geo", "a", "atlas", "Oslo, again.", title="Norway"),
    Stated([OSLO, ("Oslo", "country", "Denmark")], "news", "b", "herald", "Oslo in the news."),
    Stated([("Bergen", "country", "Norway")], "geo", "a", "atlas", "Bergen is in Norway."),
    Stated([("Bergen", "mayor", "Ada Berg")], "news", "b", "herald", "Bergen has a mayor."),
    Stated([("Bergen", "mayor", "Ada Berg")], "news", "b", "", "Ada Berg is mayor of Bergen."),
    # Copies: the second is the first but for case, the third nearly so.
    Stated(
        [("Ada Berg", "birth date", "1815-12-10")],
        "bio",
        "b",
        "lives",
        "Ada was born.",
        title="Ada",
        near="m",
    ),
    Stated(
        [("Ada Berg", "birth date", "1815-12-10")],
        "bio",
        "b",
        "mirror",
        "ada was  born.",
        title="Ada",
        near="m",
    ),
    Stated([("Ada Berg", "birth date", "1815-12-10")], "news", "c", "herald", "Ada was born!", near="m"),
    Stated([("Ada Berg", "birth date", "1815")], "bio", "c", "lives", "Of Ada Berg.", title="Berg"),
    Stated(
        [("Nero", "death date", "-0044-03-15"), ("Nero", "birth date", "1810s")], "bio", "c", "lives", "Nero."
    ),
    Stated([("Nero", "death date", "-0045")], "bio", "c", "lives", "Nero died."),
    Stated([("Act 1", "rights", "reserved")], "law", "c", "gazette", said=[RIGHTS], title="Act 1"),
    Stated([("Act 2", "rights", "reserved")], "law", "c", "gazette", said=[RIGHTS], title="Act 2"),
    Stated([("bread", "be", "food")], "news", "b", "herald", "Bread is food.", kind="concept"),
    Stated([], "law", "c", "gazette", "Nothing is stated.", denied=[("Act 2", "rights", "waived")]),
]


def little_run(path: Path) -> Run:
    """Write it below ``path``, with some records that could not be read and some sentences that were not parsed."""
    run = write_run(path, DOCUMENTS)
    with duckdb.connect(str(path / "factscan.duckdb")) as connection:
        connection.execute("insert into rejects values ('b', 7, 'line 8', 'malformed JSON', '{\"id\": ')")
        connection.execute("update shards set rejected = 1, state = 'partial' where shard = 'b'")
        connection.execute(
            "insert into skipped select doc_no, 'heading', 1, 12 from documents where domain = 'law'"
        )
        connection.execute("update documents set sentences = 2")
    return run
