"""Plain text out of corpus shards, tokenised as the pipeline will see it."""

import gzip
import io
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from spacy.lang.en import English

from factscan.extract.text.sentences import sentence_spans

SHORTEST, LONGEST = 5, 60  # tokens of a sentence worth learning from
_BLANKS = re.compile(r"\s+")


def texts(path: Path) -> Iterator[str]:
    """The ``text`` of every record of a JSONL (plain, .gz, .zst) or Parquet file."""
    if path.suffix == ".parquet":
        import pyarrow.parquet as parquet

        for batch in parquet.ParquetFile(path).iter_batches(columns=["text"]):
            yield from (value for value in batch.column(0).to_pylist() if value)
        return
    with _opened(path) as lines:
        for line in lines:
            if text := json.loads(line).get("text"):
                yield text


def _opened(path: Path) -> IO[str]:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    if path.suffix == ".zst":
        import pyarrow

        return io.TextIOWrapper(pyarrow.input_stream(str(path), compression="zstd"), encoding="utf-8")
    return path.open(encoding="utf-8")


def write_lowercased(sources: list[Path], target: Path) -> int:
    """Write the sources as lower-cased tokens, a paragraph a line, for floret; returns the number of tokens.

    The tokenizer's norms are written (as ``vectors --attr NORM`` looks words up), so "n't" and curly quotes match.
    """
    tokenizer = English().tokenizer
    count = 0
    with target.open("w", encoding="utf-8") as out:
        for source in sources:
            for text in texts(source):
                for paragraph in text.split("\n"):
                    tokens = [token.norm_ for token in tokenizer(_BLANKS.sub(" ", paragraph).strip())]
                    if len(tokens) > 4:
                        count += len(tokens)
                        out.write(" ".join(tokens) + "\n")
    return count


def write_sentences(sources: list[Path], target: Path, *, words: int, seed: int = 1) -> int:
    """Write a random choice of different sentences as they are written, some ``words`` in all, a line each with
    blanks between the tokens; returns the number of words.
    """
    tokenizer = English().tokenizer
    rng = random.Random(seed)
    documents = [text for source in sources for text in texts(source)]
    rng.shuffle(documents)
    seen: set[int] = set()
    kept: list[str] = []
    count = 0
    for text in documents:
        for start, end in sentence_spans(text):
            tokens = [
                token.text
                for token in tokenizer(_BLANKS.sub(" ", text[start:end]).strip())
                if not token.is_space
            ]
            line = " ".join(tokens)
            if SHORTEST <= len(tokens) <= LONGEST and hash(line) not in seen:
                seen.add(hash(line))
                kept.append(line)
                count += len(tokens)
        if count >= words:
            break
    rng.shuffle(kept)
    target.write_text("\n".join(kept) + "\n", encoding="utf-8")
    return count
