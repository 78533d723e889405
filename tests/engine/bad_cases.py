"""Files as a hostile or careless world writes them, and what must come of each."""

import gzip
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

COUNT = 40
MAX_RECORD = 2_000_000
RECORDS = [
    {"id": str(n), "text": f"Oslo lies there {n * 7919 % 1009} {'xyz' * (n % 9)}."} for n in range(COUNT)
]
JSONL = b"".join(json.dumps(record).encode() + b"\n" for record in RECORDS)
CSV = b"id,text\n" + b"".join(f"{record['id']},{record['text']}\n".encode() for record in RECORDS)
LINE = len(JSONL.splitlines()[0]) + 1


@dataclass(frozen=True)
class Case:
    """A file; how many of its records are stored (at least, at most), how many others are rejected, and why.

    ``fatal``: one more reject ends it, and that is the one whose ``reason`` counts.
    """

    path: str
    data: bytes
    stored: tuple[int, int]
    rejected: int = 0
    fatal: bool = False
    reason: str = ""

    def __str__(self) -> str:
        return ascii(self.path)[1:-1]


def zstd(data: bytes) -> bytes:
    return bytes(pa.Codec("zstd").compress(data, asbytes=True))


def parquet(table: pa.Table, **options: Any) -> bytes:
    sink = pa.BufferOutputStream()
    pq.write_table(table, sink, **{"row_group_size": 10, **options})
    return bytes(sink.getvalue())


def arrow(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table, max_chunksize=10)
    return bytes(sink.getvalue())


TABLE = pa.Table.from_pylist(RECORDS)
WHOLE = {
    "jsonl": JSONL,
    "jsonl.gz": gzip.compress(JSONL[:1200]) + gzip.compress(JSONL[1200:]),
    "jsonl.zst": zstd(JSONL[:1200]) + zstd(JSONL[1200:]),
    "csv": CSV,
    "csv.gz": gzip.compress(CSV),
    "parquet": parquet(TABLE),
    "arrow": arrow(TABLE),
}


def flipped(data: bytes, at: int, length: int = 1) -> bytes:
    bad = bytearray(data)
    for place in range(at, at + length):
        bad[place] ^= 0xFF
    return bytes(bad)


def cases() -> list[Case]:
    made = [case for family in FAMILIES for case in family()]
    assert len({case.path for case in made}) == len(made)
    return made


def _whole() -> Iterator[Case]:
    for suffix, data in WHOLE.items():
        yield Case(f"{'saved' if suffix == 'arrow' else 'whole'}/a.{suffix}", data, (COUNT, COUNT))


def _cut_short() -> Iterator[Case]:
    """Truncation: in the head, in the first record, in the middle, in the last record, in what ends the file."""
    none = (0, 0)
    for name, end in (("head", 3), ("first", LINE - 9), ("middle", 1500), ("last", -9)):
        stored = JSONL[:end].count(b"\n")
        yield Case(f"cut/{name}.jsonl", JSONL[:end], (stored, stored), rejected=1, reason="malformed JSON")
    yield Case("cut/newline.jsonl", JSONL[:-1], (COUNT, COUNT))
    yield Case("cut/head.csv", CSV[:5], none, fatal=True, reason="no column text")
    yield Case("cut/first.csv", CSV[:9], none, rejected=1, reason="1 fields where the header has 2")
    yield Case("cut/middle.csv", CSV[: CSV.index(b"\n20,") + 3], (20, 20), rejected=1, reason="1 fields")
    yield Case("cut/newline.csv", CSV[:-1], (COUNT, COUNT))
    for suffix in ("jsonl.gz", "jsonl.zst", "csv.gz"):
        data, kind = WHOLE[suffix], suffix[-2:].replace("st", "zst")
        early = f"the {'gzip' if kind == 'gz' else 'zstd'} stream ends early"
        yield Case(f"cut/head.{suffix}", data[:2], none, fatal=True, reason=early)
        yield Case(f"cut/first.{suffix}", data[:20], none, fatal=True, reason=early)
        yield Case(f"cut/middle.{suffix}", data[: len(data) // 2], (0, COUNT - 1), fatal=True, reason=early)
        yield Case(f"cut/last.{suffix}", data[:-30], (0, COUNT), fatal=True, reason=early)
        yield Case(f"cut/trailer.{suffix}", data[:-1], (0, COUNT), fatal=True, reason=early)
    for name, end in (("head", 3), ("first", 60), ("middle", 1500), ("footer", -100), ("trailer", -1)):
        data = WHOLE["parquet"][:end]
        yield Case(f"cut/{name}.parquet", data, none, fatal=True, reason="not a readable Parquet file")
        yield Case(f"saved/cut-{name}.arrow", WHOLE["arrow"][:end], (0, COUNT), fatal=True)
    yield Case("cut/dictionary.jsonl.zst", zstd(JSONL)[:12], none, fatal=True, reason="zstd")
    yield Case("cut/empty.jsonl", b"", none)
    yield Case("cut/empty.jsonl.gz", b"", none, fatal=True, reason="the file is empty")
    yield Case("cut/empty.csv", b"", none)
    yield Case("cut/empty.parquet", b"", none, fatal=True)
    yield Case(
        "text1/cut.txt.gz", gzip.compress(b"Oslo lies there. " * 99)[:-9], (1, 1), fatal=True, reason="early"
    )


def _flipped() -> Iterator[Case]:
    middle = {suffix: len(data) // 2 for suffix, data in WHOLE.items()}
    yield Case("flip/a.jsonl", flipped(JSONL, middle["jsonl"]), (COUNT - 1, COUNT - 1), rejected=1)
    yield Case("flip/a.csv", flipped(CSV, middle["csv"]), (COUNT - 1, COUNT - 1), rejected=1)
    one_bad_byte = JSONL.replace(b"there 0", b"there \xff")
    yield Case("flip/first.jsonl", one_bad_byte, (COUNT - 1, COUNT - 1), rejected=1, reason="not UTF-8")
    yield Case("flip/header.csv", flipped(CSV, 3), (0, 0), fatal=True, reason="not UTF-8")
    for suffix in ("jsonl.gz", "jsonl.zst"):
        yield Case(f"flip/a.{suffix}", flipped(WHOLE[suffix], middle[suffix], 4), (0, COUNT), fatal=True)
        yield Case(f"flip/magic.{suffix}", flipped(WHOLE[suffix], 1), (0, 0), fatal=True)
    crc = flipped(WHOLE["csv.gz"], len(WHOLE["csv.gz"]) - 6)
    yield Case("flip/checksum.csv.gz", crc, (COUNT, COUNT), fatal=True, reason="CRC check failed")
    page = (
        pq.ParquetFile(pa.BufferReader(WHOLE["parquet"]))
        .metadata.row_group(1)
        .column(1)
        .dictionary_page_offset
    )
    yield Case("flip/page.parquet", flipped(WHOLE["parquet"], page, 60), (10, 10), fatal=True, reason="")
    yield Case(
        "flip/footer.parquet",
        flipped(WHOLE["parquet"], -12 + len(WHOLE["parquet"]), 4),
        (0, COUNT),
        fatal=True,
    )
    yield Case("saved/flip.arrow", flipped(WHOLE["arrow"], 9, 8), (0, 0), fatal=True)


def _encoded_otherwise() -> Iterator[Case]:
    text = '{"text": "Café lies there."}\n'
    yield Case("code/utf16.jsonl", text.encode("utf-16"), (0, 0), fatal=True, reason="UTF-16 text")
    yield Case("code/utf16.csv", "text\nCafé.\n".encode("utf-16"), (0, 0), fatal=True, reason="UTF-16 text")
    yield Case("code/utf16-no-mark.jsonl", text.encode("utf-16-le"), (0, 0), rejected=2, reason="")
    yield Case(
        "code/latin1.jsonl", JSONL + text.encode("latin-1"), (COUNT, COUNT), rejected=1, reason="not UTF-8"
    )
    yield Case(
        "code/latin1.csv", CSV + "x,Café.\n".encode("latin-1"), (COUNT, COUNT), rejected=1, reason="not UTF-8"
    )
    yield Case("code/bom.jsonl", text.encode("utf-8-sig") * 2, (2, 2))
    yield Case("code/bom.csv", "text\nCafé lies there.\n".encode("utf-8-sig"), (1, 1))
    yield Case("code/nul.jsonl", b'{"text": "a\\u0000b lies there."}\n\0\n', (1, 1), rejected=1)
    yield Case("code/nul.csv", b"text\na\0b lies there.\n", (1, 1))
    yield Case("code/surrogate.jsonl", b'{"text": "\\ud800 lies there."}\n', (1, 1))
    strings = pa.array([b"Oslo lies there.", b"caf\xe9"], pa.binary()).view(pa.string())
    yield Case(
        "code/latin1.parquet", parquet(pa.table({"text": strings})), (1, 1), rejected=1, reason="not UTF-8"
    )


def _bombs() -> Iterator[Case]:
    many = (b'{"text": "' + b"So so. " * 1_000 + b'"}\n') * 1_200
    cut = "--max-expansion"
    yield Case("bomb/lines.jsonl.gz", gzip.compress(many), (1, 1_199), fatal=True, reason=cut)
    yield Case("bomb/lines.jsonl.zst", zstd(many), (1, 1_199), fatal=True, reason=cut)
    yield Case("bomb/line.jsonl.zst", zstd(b"x" * 8_000_000), (0, 0), fatal=True, reason=cut)
    yield Case("bomb/field.csv.zst", zstd(b"text\n" + b"x" * 8_000_000), (0, 0), fatal=True)
    yield Case("text2/bomb.txt.zst", zstd(b"x" * 1_900_000 + b" " * 9_000_000), (0, 0), rejected=1)
    huge = pa.table({"text": ["x" * 9_000_000]})
    yield Case("bomb/page.parquet", parquet(huge, compression="zstd"), (0, 0), fatal=True, reason=cut)
    repeated = pa.table({"text": pa.array(["So so. " * 40_000] * 20).dictionary_encode()})
    yield Case("bomb/repeated.parquet", parquet(repeated, row_group_size=100), (20, 20))
    yield Case("saved/repeated.arrow", arrow(repeated), (20, 20))
    line = json.dumps({"text": "x" * MAX_RECORD}).encode()
    yield Case(
        "bomb/record.jsonl", JSONL + line + b"\n" + JSONL, (2 * COUNT, 2 * COUNT), 1, reason="longer than"
    )
    long = pa.table({"text": ["a", bytes(range(97, 123)).decode() * 100_000]})
    yield Case("bomb/record.parquet", parquet(long, compression="none"), (1, 1), 1, reason="longer than")
    yield Case(
        "bomb/deep.jsonl", b"[" * 500_000 + b"\n" + JSONL, (COUNT, COUNT), 1, reason="nested too deeply"
    )
    yield Case(
        "bomb/digits.jsonl", b'{"text": "a", "n": ' + b"9" * 9999 + b"}\n", (0, 0), 1, reason="Exceeds"
    )
    yield Case("bomb/quote.csv", CSV + b'x,"never closed\n' + CSV, (COUNT, COUNT), 0, True, "never closed")


def _drifted() -> Iterator[Case]:
    def table(name: str, values: Any, stored: int, rejected: int = 0, reason: str = "") -> Case:
        data = parquet(pa.table({"text": values}))
        return Case(f"drift/{name}.parquet", data, (stored, stored), rejected, reason=reason)

    two = ["Oslo lies there.", "so what"]
    yield table("large", pa.array(two, pa.large_string()), 2)
    yield table("binary", pa.array(two).cast(pa.binary()), 2)
    yield table("dictionary", pa.array(two).dictionary_encode(), 2)
    yield table("list", pa.array([two]), 0, 1, "text is a list")
    yield table("struct", pa.array([{"en": "a"}]), 0, 1, "text is an object")
    yield table("number", pa.array([1, 2]), 0, 2, "text is a number")
    yield table("null", pa.nulls(2), 0, 2, "text is null")
    body = pa.table({"body": two})
    yield Case("drift/body.parquet", parquet(body), (0, 0), fatal=True, reason="no column text or content")
    yield Case("drift/body.jsonl", b'{"body": "a"}\n', (0, 0), 1, reason="no text or content")
    yield Case("drift/list.jsonl", b'{"text": ["a"]}\n' + JSONL, (COUNT, COUNT), 1, reason="text is a list")
    twice = pa.Table.from_arrays([pa.array(two), pa.array(two)], names=["text", "text"])
    yield Case("drift/twice.parquet", parquet(twice), (0, 0), fatal=True, reason="several columns 'text'")
    yield Case("saved/twice.arrow", arrow(twice), (0, 0), fatal=True, reason="several columns 'text'")
    yield Case("drift/twice.csv", b"text,text\na,b\n", (0, 0), fatal=True, reason="several columns 'text'")
    yield Case("drift/twice.jsonl", b'{"text": "a", "text": "Oslo lies there."}\n', (1, 1))
    yield Case(
        "drift/fields.csv", CSV + b"1,2,3\n", (COUNT, COUNT), 1, reason="3 fields where the header has 2"
    )


ABSURD = [
    "'; drop table documents; --",
    'a "quoted" $name {x} %s',
    "<script>alert(1)<script>",
    "line\nbreak\r\ttab",
    "\x1b[2J\x1b[31mred\x07",
    "-rf",
    "…‮evil",
    "💥" * 20,
    "long" * 50,
    "x\\..\\..\\y",
]


def _absurdly_named() -> Iterator[Case]:
    for name in [*ABSURD, "\udcff\udcfe"]:
        record = {
            "text": "Oslo lies there.",
            "domain": name.encode("utf-8", "replace").decode(),
            "id": "../../x",
        }
        yield Case(f"names/{name}.jsonl", json.dumps(record).encode(), (1, 1))


FAMILIES: list[Callable[[], Iterator[Case]]] = [
    _whole,
    _cut_short,
    _flipped,
    _encoded_otherwise,
    _bombs,
    _drifted,
    _absurdly_named,
]
