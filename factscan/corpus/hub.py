"""Datasets of the hub, streamed through `datasets` by their own shards."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from factscan.corpus.columns import ReadOptions, document_maker, needed_columns, schema_reject
from factscan.corpus.document import Document, Reject
from factscan.corpus.opening import out_of_reach
from factscan.corpus.shard import Shard, fingerprint_of
from factscan.errors import InputError

HUB_PREFIX = "hub:"
HUB_FORM = "hub:name[config]:split"

MESSAGE_CHARS = 300  # some errors of the hub list every configuration there is

_SPEC = re.compile(
    r"hub:(?P<name>[^\[\]:@]+)(?:@(?P<revision>[\w./-]+))?"
    r"(?:\[(?P<config>[^\[\]]+)\])?(?::(?P<split>[\w.-]+))?"
)
# Whose errors are of the network; they share no base class.
_NETWORK_PACKAGES = {"aiohttp", "httpcore", "httpx", "huggingface_hub", "requests", "urllib3"}
_COMMIT = re.compile(r"[0-9a-f]{40}")


@dataclass(frozen=True, slots=True)
class _Spec:
    """What ``hub:name@revision[config]:split`` asks for; None leaves a part to the dataset."""

    name: str
    revision: str | None
    config: str | None
    split: str | None

    def __str__(self) -> str:
        revision = f"@{self.revision}" if self.revision else ""
        config = f"[{self.config}]" if self.config else ""
        split = f":{self.split}" if self.split else ""
        return f"{HUB_PREFIX}{self.name}{revision}{config}{split}"


@dataclass(frozen=True, slots=True)
class _Opened:
    """The streams of a dataset by split, and what identifies its data."""

    splits: dict[str, Any]
    commit: str | None
    fingerprint: str


def hub_shards(source: str) -> list[Shard]:
    """A shard for each piece of the split, or of every split where none is named.

    The name may be a local folder laid out like a dataset of the hub. Nothing is downloaded but the
    description of the data, and no code of a dataset is run. A dataset of the hub is read at the commit that
    was found here, even if it changes meanwhile.
    """
    spec = _parse(source)
    opened = _open(spec)
    shards = []
    for split, stream in opened.splits.items():
        whole = replace(spec, split=split)
        location = str(replace(whole, revision=opened.commit or spec.revision))
        count = stream.num_shards
        for index in range(count):
            name = f"{whole}/{index:05}-of-{count:05}" if count > 1 else str(whole)
            shards.append(Shard(name, "hub", "", 0, opened.fingerprint, location, piece=(index, count)))
    return shards


def read_hub(location: str, piece: tuple[int, int], options: ReadOptions) -> Iterator[Document | Reject]:
    """The records of one piece of a split, in order. A record that `datasets` cannot read ends the piece."""
    make = document_maker(options, folder="")
    index, count = piece
    number = 0
    try:
        spec = _parse(location)
        stream = _open_once(spec).splits[str(spec.split)].shard(num_shards=count, index=index)
        if columns := stream.column_names:
            needed = needed_columns(options)
            # a dotted name may be there if the column that it leads into is; the records tell
            inside = [name for name in needed if name.partition(".")[0] in columns]
            if reject := schema_reject(list(dict.fromkeys([*columns, *inside])), options):
                yield reject
                return
            roots = {*needed, *(name.partition(".")[0] for name in inside)}
            stream = stream.select_columns([name for name in columns if name in roots])
        for record in stream:
            yield make(record, number, f"row {number + 1}")
            number += 1
    except Exception as error:  # noqa: BLE001 - see _open
        reason, retriable = _one_line(error), _is_of_network(error)
        yield Reject(number, f"row {number + 1}", reason, fatal=True, retriable=retriable)


def hub_columns(location: str) -> list[str]:
    """The columns of a split, as far as its description tells. Raises InputError where it cannot be had."""
    spec = _parse(location)
    return list(_open_once(spec).splits[str(spec.split)].column_names or [])


def _parse(source: str) -> _Spec:
    match = _SPEC.fullmatch(source)
    if match is None:
        raise InputError(f"not a hub dataset: {source!r}; write {HUB_FORM}")
    return _Spec(**match.groupdict())


def _open(spec: _Spec) -> _Opened:
    import datasets

    datasets.disable_progress_bars()
    # older releases would ask on the terminal whether to run the code of a dataset; newer ones never run it
    datasets.config.HF_DATASETS_TRUST_REMOTE_CODE = False
    try:
        builder = datasets.load_dataset_builder(spec.name, spec.config, revision=spec.revision)
        streams = builder.as_streaming_dataset(split=spec.split)
    except Exception as error:
        # datasets passes on what its file systems, HTTP clients and parsers raise: they have no common base
        raise InputError(f"{spec}: {_one_line(error)}; is the name right, and the hub in reach?") from error
    commit = builder.hash if _COMMIT.fullmatch(str(builder.hash)) else None
    splits = dict(streams) if spec.split is None else {spec.split: streams}
    return _Opened(splits, commit, _fingerprint(builder))


# A worker reads many pieces of one split; the hub counts requests.
_open_once = lru_cache(maxsize=4)(_open)


def _fingerprint(builder: Any) -> str:
    """The commit of a dataset of the hub; of a local one, what identifies its files."""
    digest = hashlib.blake2b(str(builder.hash).encode(), digest_size=16)
    for paths in (builder.config.data_files or {}).values():
        for path in paths:
            if Path(path).is_file():
                digest.update(repr(fingerprint_of(path)).encode())
    return digest.hexdigest()


def _is_of_network(error: BaseException | None) -> bool:
    """Whether an error, or what it was raised from, says that bytes did not come: another run may get them."""
    while error is not None:
        if type(error).__module__.partition(".")[0] in _NETWORK_PACKAGES:
            return True
        if isinstance(error, (ConnectionError, TimeoutError)) or out_of_reach(error):
            return True
        error = error.__cause__ or error.__context__
    return False


def _one_line(error: Exception) -> str:
    text = " ".join(str(error).split()) or type(error).__name__
    return text if len(text) <= MESSAGE_CHARS else text[:MESSAGE_CHARS] + "…"
