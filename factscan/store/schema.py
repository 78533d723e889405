"""The tables of one part, as Arrow schemas: the contract between the extractor and the database.

Ids are 64-bit hashes (``factscan.hashing``); ``record`` ties a part's rows to a document of its shard until
the build gives every document of the run its ``doc_no``. A very long document lies in several parts, a piece in each:
words, sentences and mentions are the piece's, all else the whole's. ``fact_row`` and ``prompt_row`` are rows of the
part's own tables: how a mention was spelled, where the build keeps one spelling of all. The parts of a sampled run have
more tables.
"""

import pyarrow as pa

PART_TABLES: dict[str, pa.Schema] = {
    "documents": pa.schema(
        [
            ("record", pa.int64()),
            ("piece", pa.int32()),  # of a very long document; 0 for all others
            ("doc_key", pa.uint64()),
            ("doc_id", pa.string()),
            ("title", pa.string()),
            ("domain", pa.string()),
            ("source", pa.string()),
            ("words", pa.int64()),
            ("sentences", pa.int64()),
            ("mentions", pa.int64()),
            ("text_hash", pa.uint64()),
        ]
    ),
    "signatures": pa.schema(
        [
            ("record", pa.int64()),
            ("shingles", pa.int64()),  # how many different runs of words the text has
            ("minhash", pa.binary()),  # the values that propose pairs of near-duplicates
            ("sketch", pa.list_(pa.uint32())),  # the smallest hashes of the runs: what judges a pair
        ]
    ),
    "prompts": pa.schema(
        [
            ("prompt_id", pa.uint64()),
            ("subject", pa.string()),
            ("subject_kind", pa.string()),
            ("relation", pa.string()),
        ]
    ),
    "facts": pa.schema(
        [
            ("fact_id", pa.uint64()),
            ("prompt_id", pa.uint64()),
            ("object", pa.string()),
            ("object_type", pa.string()),
            ("prompt_row", pa.int32()),  # row of prompts.parquet, from 0
        ]
    ),
    "occurrences": pa.schema(
        [
            ("fact_id", pa.uint64()),
            ("fact_row", pa.int32()),  # row of facts.parquet, from 0
            ("record", pa.int64()),
            ("sentence_hash", pa.uint64()),
            ("sentence_start", pa.int64()),
            ("sentence_end", pa.int64()),  # its end, not included
            ("char_start", pa.int64()),
            ("char_end", pa.int64()),
            ("asserted", pa.bool_()),
            ("flags", pa.list_(pa.string())),
            ("confidence", pa.float32()),
        ]
    ),
    "sentences": pa.schema([("sentence_hash", pa.uint64()), ("text", pa.string())]),
    "skipped": pa.schema(
        [
            ("record", pa.int64()),
            ("filter", pa.string()),
            ("sentences", pa.int64()),
            ("characters", pa.int64()),
        ]
    ),
    "rejects": pa.schema(
        [
            ("record", pa.int64()),
            ("place", pa.string()),
            ("reason", pa.string()),
            ("excerpt", pa.string()),
        ]
    ),
}

SAMPLED_TABLES: dict[str, pa.Schema] = {
    # Of sampled prompts: all asserted mentions of a document, by kind of subject as found there, kept or not.
    "document_mentions": pa.schema(
        [("record", pa.int64()), ("subject_kind", pa.string()), ("mentions", pa.int64())]
    ),
    # Of sampled subjects: some sentences, with their words and all their asserted mentions about names and topics.
    "counted_sentences": pa.schema(
        [("record", pa.int64()), ("words", pa.int64()), ("names", pa.int64()), ("topics", pa.int64())]
    ),
}
