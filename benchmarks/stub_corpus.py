"""A small corpus of every format, with copies, near-copies, bad records and one very long document."""

import csv
import gzip
import json
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

NAMES = "Ada Bela Cyra Dora Emil Fara Gero Hana Ivan Jona Kira Lars Mira Nils Olga Piet".split()
SURNAMES = "Stone Rivers Field Wood Hill Lake Marsh Moor Dale Heath Cliff Shore".split()
VERBS = "met saw heard built found lost sold denied painted wrote".split()
THINGS = "bridge tower letter violin garden engine harbour castle novel river mountain clock".split()

Record = dict[str, str]


def write_stub_corpus(folder: Path, documents: int = 900, seed: int = 0) -> list[Path]:
    """Write the corpus below ``folder``; returns its sources, each a folder that can be scanned alone."""
    records = list(_records(documents, random.Random(seed)))
    sixth = len(records) // 6
    pieces = [records[start : start + sixth] for start in range(0, 6 * sixth, sixth)]
    a, b, texts = folder / "a", folder / "b", folder / "texts"
    for source in (a, b, texts):
        source.mkdir(parents=True)
    write_jsonl(a / "one.jsonl", pieces[0], broken_every=40)
    with gzip.open(a / "two.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in pieces[1])
    _write_csv(b / "three.csv", pieces[2])
    _write_parquet(b / "four.parquet", pieces[3])
    write_jsonl(b / "five.jsonl", [*pieces[4][:10], _long_record(), *pieces[4][10:]])
    for number, record in enumerate(pieces[5][:20]):
        (texts / f"{number:03}.txt").write_text(record["text"], encoding="utf-8")
    return [a, b, texts]


def write_jsonl(path: Path, records: Sequence[Record], broken_every: int = 0) -> None:
    """One record a line, and a line that is none after so many."""
    with path.open("w", encoding="utf-8") as file:
        for number, record in enumerate(records, 1):
            file.write(json.dumps(record) + "\n")
            if broken_every and number % broken_every == 0:
                file.write("{broken\n")


def stub_records(count: int, seed: int) -> list[Record]:
    """So many records of their own."""
    return list(_records(count, random.Random(f"records {seed}")))


def _records(count: int, chance: random.Random) -> Iterator[Record]:
    texts: list[str] = []
    for number in range(count):
        draw = chance.random()
        if texts and draw < 0.1:
            text = chance.choice(texts)
        elif texts and draw < 0.2:
            text = f"{chance.choice(texts)} {_sentence(chance)}"
        else:
            text = " ".join(_sentence(chance) for _ in range(chance.randint(5, 25)))
        texts.append(text)
        yield {
            "id": str(number),
            "title": f"Title {number % 50}" if number % 3 else "",
            "text": text,
            "domain": f"d{number % 4}",
            "source": f"s{number % 7}",
        }


def _sentence(chance: random.Random) -> str:
    who = f"{chance.choice(NAMES)} {chance.choice(SURNAMES)}"
    return f"{who} {chance.choice(VERBS)} a {chance.choice(THINGS)} in {chance.randint(1700, 1990)}."


def _long_record() -> Record:
    """A document of 1.1 million characters, which is cut into pieces; few of its sentences state a fact."""
    paragraph = "so what. " * 600 + "\n\n"
    facts = [f"Long Paragraph holds number {number}.\n\n" for number in range(204)]
    text = "".join(fact + paragraph for fact in facts)
    return {"id": "long", "title": "Long", "text": text, "domain": "d0", "source": "s0"}


def _write_csv(path: Path, records: Sequence[Record]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(records[0]))
        writer.writeheader()
        writer.writerows(records)


def _write_parquet(path: Path, records: Sequence[Record]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    pq.write_table(pa.Table.from_pylist(list(records)), path, row_group_size=64)
