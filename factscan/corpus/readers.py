"""Reading a shard, whatever its format."""

from collections.abc import Iterator

from factscan.corpus.columns import ReadOptions
from factscan.corpus.document import Document, Reject
from factscan.corpus.hub import read_hub
from factscan.corpus.opening import Source
from factscan.corpus.shard import Shard
from factscan.corpus.streams import Meter


def read_shard(shard: Shard, options: ReadOptions, meter: Meter | None = None) -> Iterator[Document | Reject]:
    """The documents and rejects of a shard in the order of its records.

    Streams: memory depends on the longest record, not on the shard. The documents and the rejects that are
    not fatal are as many as the shard's records; a fatal reject is the last thing yielded, and says where and
    why the rest could not be read. Never raises for what a file holds.
    ``meter`` follows how far the file was read, except for hub datasets, whose size is not known.
    """
    source, folder = Source(shard.location, options.retries), shard.folder
    meter = meter or Meter()
    match shard.format:
        case "jsonl":
            from factscan.corpus.jsonl import read_jsonl

            return read_jsonl(source, shard.compression, options, folder, meter)
        case "csv":
            from factscan.corpus.delimited import read_csv

            return read_csv(source, shard.compression, options, folder, meter)
        case "txt":
            from factscan.corpus.plain_text import read_text, read_texts

            if shard.texts:
                return read_texts(source, shard.texts, options, folder, shard.name, meter)
            return read_text(source, shard.compression, options, folder, shard.name, meter)
        case "parquet":
            from factscan.corpus.columnar import read_parquet

            return read_parquet(source, options, folder, meter)
        case "arrow":
            from factscan.corpus.columnar import read_arrow

            return read_arrow(source, options, folder, meter)
        case "hub":
            return read_hub(shard.location, shard.piece, options)
