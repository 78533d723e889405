"""What a shard is: one input, with a name for reports and a key that outlives moves and copies."""

import hashlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal

from factscan.corpus.streams import Compression

Format = Literal["jsonl", "parquet", "arrow", "csv", "txt", "hub"]

Identity = tuple[int, str]
"""The size of a file and its fingerprint."""

FINGERPRINT_BYTES = 64 * 2**10
UNREADABLE = "unreadable"

_COMPRESSIONS: dict[str, Compression] = {".gz": "gz", ".zst": "zst"}
_FORMATS: dict[str, Format] = {
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".parquet": "parquet",
    ".csv": "csv",
    ".txt": "txt",
}
KNOWN_FORMATS = ".jsonl, .ndjson, .csv, .txt (each also with .gz or .zst) and .parquet"


@dataclass(frozen=True, slots=True)
class Shard:
    """One input file, the text files of one folder, or one of the pieces of a split of a hub dataset.

    ``name`` is how reports call it: its path below the source, with forward slashes; ``notes/*.txt`` for the
    text files of a folder. ``location`` is an absolute path, a URL, or the specification of a hub dataset with
    ``piece`` (index, number of pieces). ``texts`` are the names of the text files in the folder that
    ``location`` then is, in the order of their records. ``folder`` is the first folder below the source,
    empty where there is none. ``bytes`` is the size on disk, 0 where that is not known.
    """

    name: str
    format: Format
    compression: Compression
    bytes: int
    fingerprint: str
    location: str
    folder: str = ""
    piece: tuple[int, int] = (0, 1)
    texts: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """32 hexadecimal digits from name, size and fingerprint: the same wherever the corpus lies."""
        identity = "\0".join((self.name, str(self.bytes), self.fingerprint))
        return hashlib.blake2b(identity.encode(), digest_size=16).hexdigest()

    @property
    def shown(self) -> str:
        """The location for messages and records: printable, and without what opens a signed or private URL."""
        return readable(shown_source(self.location))


def shown_source(source: str) -> str:
    """A source without the user, password and query of a URL, which may be secrets."""
    scheme, separator, rest = source.partition("://")
    if not separator or not scheme.isalnum():
        return source
    address, slash, path = rest.partition("/")
    address = address.partition("?")[0].rpartition("@")[2]
    return f"{scheme}://{address}{slash}{path.partition('?')[0] if scheme.startswith('http') else path}"


def format_of(name: str, on_purpose: bool = False) -> tuple[Format, Compression] | None:
    """Format and compression by a file's name; None for those that factscan does not read.

    Compressed ``.json`` is JSON Lines by custom. A plain one is more often a description of the data than
    the data, and an Arrow file a cache: both are read only where they are named ``on_purpose``.
    """
    stem, dot, suffix = name.lower().rpartition(".")
    compression = compression_of(name)
    if compression:
        stem, dot, suffix = stem.rpartition(".")
    kind = _FORMATS.get(dot + suffix)
    if suffix == "json" and (compression or on_purpose):
        kind = "jsonl"
    if suffix == "arrow" and on_purpose:
        kind = "arrow"
    if not stem or kind is None or (compression and kind in ("parquet", "arrow")):
        return None
    return kind, compression


def compression_of(name: str) -> Compression:
    return _COMPRESSIONS.get("".join(name.lower().rpartition(".")[1:]), "")


def readable(name: str) -> str:
    """A file's name for print and storage, which one that is not UTF-8 would break."""
    return os.fsencode(name).decode(errors="backslashreplace")


def fingerprint_of(path: str) -> Identity:
    """The size of a file and a hash of its two ends; of one that cannot be read, what can be said."""
    try:
        with Path(path).open("rb") as file:
            return fingerprint_of_ends(file)
    except OSError:
        return 0, UNREADABLE


def fingerprint_of_ends(file: BinaryIO) -> Identity:
    """The size of an open file and a hash of its two ends."""
    digest = hashlib.blake2b(file.read(FINGERPRINT_BYTES), digest_size=16)
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - FINGERPRINT_BYTES))
    digest.update(file.read(FINGERPRINT_BYTES))
    return size, digest.hexdigest()


def fingerprint_of_texts(texts: Iterable[tuple[str, Identity]]) -> Identity:
    """The size of all files together, and a hash of their names, sizes and fingerprints."""
    digest = hashlib.blake2b(digest_size=16)
    total = 0
    for name, (size, fingerprint) in texts:
        digest.update(b"%b\0%d\0%b\0" % (os.fsencode(name), size, fingerprint.encode()))
        total += size
    return total, digest.hexdigest()
