"""From a record of any format to a document: which columns say what, and what makes a record a reject."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from urllib.parse import unquote, urlsplit

from factscan.corpus.document import Document, Reject
from factscan.corpus.domains import DomainRule, domain_of, is_url

Record = Mapping[str, object]
DocumentMaker = Callable[[Record, int, str], Document | Reject]

EXCERPT_CHARS = 80
SLICE_CHARS = 2**20
LISTED_COLUMNS = 12  # a message names so many columns at most


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each part of a document; None leaves it to the field's habits.

    The first of the habitual columns that has a value counts: ``text``, ``content``; ``id``, ``doc_id``,
    ``url``; ``title``; ``domain``; ``source``; ``url``. ``meta.name`` reaches into a nested record.
    """

    text: str | None = None
    id: str | None = None
    title: str | None = None
    source: str | None = None
    url: str | None = None

    def candidates(self) -> dict[str, tuple[str, ...]]:
        """For each part, the columns to look at, in order."""
        return {
            "text": (self.text,) if self.text else ("text", "content"),
            "id": (self.id,) if self.id else ("id", "doc_id", "url"),
            "title": (self.title or "title",),
            "domain": ("domain",),
            "source": (self.source or "source",),
            "url": (self.url or "url",),
        }

    def chosen(self) -> dict[str, str]:
        """The columns that were named on purpose, by option."""
        return {f"--{part}-column": name for part, name in asdict(self).items() if name}


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How records are read.

    ``max_record_bytes`` bounds the memory of a reader: a longer line or record is rejected unread.
    ``max_expansion`` bounds the work that a compressed shard may make: it is cut where it has become so many times
    its size. ``title_from_url`` lets the last segment of a document's URL stand in for a missing title. ``retries``
    is how often a read over the network is tried again without a byte of progress; it decides no rows.
    """

    columns: Columns = field(default_factory=Columns)
    domain: DomainRule = field(default_factory=DomainRule)
    max_record_bytes: int = 256 * 2**20
    max_expansion: int = 250
    title_from_url: bool = True
    retries: int = 8

    def as_dict(self) -> dict[str, str | int | bool | None]:
        """The options that decide what rows there are, by which a run knows whether it was asked for the same."""
        return {
            **{f"{part}_column": name for part, name in asdict(self.columns).items()},
            "domain": str(self.domain),
            "max_record_bytes": self.max_record_bytes,
            "max_expansion": self.max_expansion,
            "title_from_url": self.title_from_url,
        }


def needed_columns(options: ReadOptions) -> tuple[str, ...]:
    """Every column that a document may be made from, once each: what a columnar reader has to load."""
    names = [name for group in options.columns.candidates().values() for name in group]
    if options.domain.kind == "column":
        names.append(options.domain.name)
    return tuple(dict.fromkeys(names))


def schema_reject(available: Sequence[str], options: ReadOptions) -> Reject | None:
    """The fatal reject of a file whose header lacks a column that it needs, or has one twice; None if all is well."""
    wanted = options.columns.chosen()
    if options.domain.kind == "column":
        wanted["--domain column:NAME"] = options.domain.name
    for option, column in wanted.items():
        if column not in available:
            reason = f"no column {column!r}; the file has {_listed(available)}; choose with {option}"
            return Reject(0, "header", reason, fatal=True)
    for column in needed_columns(options):
        if available.count(column) > 1:
            return Reject(0, "header", f"several columns {column!r}: nothing says which is meant", fatal=True)
    text = options.columns.candidates()["text"]
    if not set(text).intersection(available):
        reason = (
            f"no column {' or '.join(text)}; the file has {_listed(available)}; choose with --text-column"
        )
        return Reject(0, "header", reason, fatal=True)
    return None


def document_maker(options: ReadOptions, folder: str) -> DocumentMaker:
    """A function from (record, its ordinal, its place) to the document, or to the reject that says why not.

    ``folder`` is the first folder below the source, which a domain rule may ask for. NUL characters become
    spaces (most databases and C libraries end a string there) and lone surrogates, which JSON can spell
    but UTF-8 cannot, become U+FFFD; both keep the character offsets of a text.
    """
    candidates = options.columns.candidates()

    def label(record: Record, part: str) -> str:
        return next(filter(None, (_label(_pick(record, column)) for column in candidates[part])), "")

    def make(record: Record, number: int, place: str) -> Document | Reject:
        try:
            text = _text(record, candidates["text"], options)
            doc_id, title, source = (label(record, part) for part in ("id", "title", "source"))
            url = label(record, "url") or (doc_id if is_url(doc_id) else "")
            if options.domain.kind == "column":
                domain = _label(_pick(record, options.domain.name))
            else:
                domain = label(record, "domain")
        except _UnfitError as error:
            return Reject(number, place, error.reason)
        except UnicodeDecodeError as error:
            return Reject(number, place, f"not UTF-8: {error.reason} at byte {error.start}")
        if not title and url and options.title_from_url:
            title = title_from_url(url)
        domain = domain_of(options.domain, domain, url, folder)
        return Document(number, doc_id, title, text, domain, source)

    return make


def too_long(size: int, options: ReadOptions) -> str:
    return f"longer than a record may be: {size} bytes, the limit is {options.max_record_bytes}"


def title_from_url(url: str) -> str:
    """``https://en.wikipedia.org/wiki/Ada_Lovelace`` → ``Ada Lovelace``; empty when the path is."""
    try:
        path = urlsplit(url).path
    except ValueError:
        return ""
    return clean(unquote(path.rstrip("/").rpartition("/")[2]).replace("_", " ")).strip()


def clean(text: str) -> str:
    """The text without the two kinds of characters that cannot be stored, character for character."""
    if "\0" in text:
        text = text.replace("\0", " ")
    if any(map(_has_surrogates, _slices(text))):
        text = _SURROGATES.sub("\ufffd", text)
    return text


def _has_surrogates(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return True
    return False


def _slices(text: str) -> Iterator[str]:
    """The text in pieces, so that none of them makes a long copy."""
    if len(text) <= SLICE_CHARS:
        yield text
    elif not text.isascii():
        yield from (text[start : start + SLICE_CHARS] for start in range(0, len(text), SLICE_CHARS))


def excerpt(text: str | bytes, around: int = 0, most: int = EXCERPT_CHARS) -> str:
    """A short printable piece of a bad record, near character (or byte) ``around``."""
    start = max(0, around - most // 2)
    piece = text[start : start + most]
    shown = piece.decode(errors="replace") if isinstance(piece, bytes) else piece
    return "".join(char if char.isprintable() else " " for char in shown).strip()


_ABSENT = object()
_SURROGATES = re.compile("[\ud800-\udfff]")


class _UnfitError(Exception):
    """Why a record is no document."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _text(record: Record, columns: Sequence[str], options: ReadOptions) -> str:
    """The text of a record, from the first of the columns that has a value."""
    found = [
        (column, value) for column in columns if (value := _pick(record, column, _ABSENT)) is not _ABSENT
    ]
    if not found:
        raise _UnfitError(f"no {' or '.join(columns)}; the record has {_listed(list(record))}")
    column, value = next((pair for pair in found if pair[1] is not None), found[0])
    if isinstance(value, bytes):
        value = value.decode()
    if not isinstance(value, str):
        raise _UnfitError(f"{column} is {_type_name(value)}, not a string")
    if len(value) > options.max_record_bytes:
        raise _UnfitError(too_long(len(value), options))
    text = clean(value)
    if not text or text.isspace():
        raise _UnfitError("empty text")
    return text


def _pick(record: Record, column: str, absent: object = None) -> object:
    """The value of a column; a dotted name that is no column itself descends into nested records."""
    if column in record:
        return record[column]
    head, dot, rest = column.partition(".")
    inner = record.get(head) if dot else None
    return _pick(inner, rest, absent) if isinstance(inner, Mapping) else absent


def _label(value: object) -> str:
    """An id, title, domain or source as text: scalars only, trimmed; empty for everything else."""
    if isinstance(value, bytes):
        value = value.decode()
    if isinstance(value, str):
        return clean(value).strip()
    return str(value) if isinstance(value, (int, float)) else ""


def _type_name(value: object) -> str:
    if value is None:
        return "null"
    names = {bool: "a boolean", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return names.get(type(value), f"a {type(value).__name__}")


def _listed(columns: Sequence[str]) -> str:
    shown = ", ".join(excerpt(column) for column in columns[:LISTED_COLUMNS]) or "no columns"
    return shown + (f" and {len(columns) - LISTED_COLUMNS} more" if len(columns) > LISTED_COLUMNS else "")
