"""Readers: from files, folders and datasets to a stream of documents and rejects."""

from factscan.corpus.change import content_digest, shard_stamp
from factscan.corpus.columns import Columns, ReadOptions
from factscan.corpus.document import Document, Reject
from factscan.corpus.domains import UNLABELLED, DomainRule, parse_domain_rule
from factscan.corpus.peek import chosen_columns, columns_of
from factscan.corpus.readers import read_shard
from factscan.corpus.shard import Shard, shown_source
from factscan.corpus.sizes import parse_size
from factscan.corpus.sources import Discovery, find_shards
from factscan.corpus.streams import Meter

__all__ = [
    "UNLABELLED",
    "Columns",
    "Discovery",
    "Document",
    "DomainRule",
    "Meter",
    "ReadOptions",
    "Reject",
    "Shard",
    "chosen_columns",
    "columns_of",
    "content_digest",
    "find_shards",
    "parse_domain_rule",
    "parse_size",
    "read_shard",
    "shard_stamp",
    "shown_source",
]
