"""Mentions as plain records, and the extractor as a function over the rows of a table, as ``datasets.map`` calls it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from typing import Any, Protocol

from factscan.errors import UsageError
from factscan.extract.mention import Mention

TEXT_COLUMNS = ("text", "content")
TITLE_COLUMN = "title"

_PLACES = ("sentence_start", "sentence_end", "char_start", "char_end")
_FIELDS = tuple(name for name in Mention.__dataclass_fields__ if name != "flags")  # what is asserted has none

Record = dict[str, Any]


class _Extracts(Protocol):
    def extract(self, documents: Iterable[tuple[str, str]]) -> Iterator[list[Mention]]: ...


def record_of(mention: Mention) -> Record:
    """The fields of a mention, as values that JSON, msgpack and Arrow hold."""
    return {**asdict(mention), "flags": list(mention.flags)}


def mention_of(record: Record) -> Mention:
    return Mention(**{**record, "flags": tuple(record["flags"])})


def facts_of_rows(extractor: _Extracts, rows: Any, titles: Any) -> Record:
    """The column ``facts``: of each text a list of the facts that it asserts.

    ``rows``: a batch (columns by name), a row, a list of texts or a text; ``titles`` go with the latter two.

    Raises:
        UsageError: there is no column of texts.
    """
    if isinstance(rows, Mapping):
        rows, titles = rows[_text_column(rows)], rows.get(TITLE_COLUMN)
    if isinstance(rows, str):
        (facts,) = _facts(extractor, [rows], [titles])
        return {"facts": facts}
    return {"facts": list(_facts(extractor, rows, titles or [None] * len(rows)))}


def _facts(
    extractor: _Extracts, texts: Iterable[str | None], titles: Iterable[str | None]
) -> Iterator[list[Record]]:
    documents = ((title or "", text or "") for title, text in zip(titles, texts, strict=True))
    for mentions in extractor.extract(documents):
        yield [_fact(mention) for mention in mentions if mention.asserted]


def _fact(mention: Mention) -> Record:
    return {name: getattr(mention, name) for name in _FIELDS}


def _text_column(rows: Mapping[str, Any]) -> str:
    for name in TEXT_COLUMNS:
        if name in rows:
            return name
    raise UsageError(
        f"there is no column {' or '.join(TEXT_COLUMNS)} (there is: {', '.join(rows)}): name that of the texts, "
        'map(extractor, batched=True, input_columns=["body"]), and after it, perhaps, that of the titles'
    )


def features_with_facts(features: Mapping[str, Any]) -> Any:
    """The ``datasets.Features`` of a dataset with the column ``facts`` beside its own."""
    from datasets import Features, Value

    kinds = dict.fromkeys(_PLACES, "int64") | {"confidence": "float64"}
    fact = {name: Value(kinds.get(name, "string")) for name in _FIELDS}
    return Features({**features, "facts": [fact]})
