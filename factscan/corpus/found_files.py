"""The files that a search has found: which of them count, what they are called, which are one shard."""

import json
import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from factscan.corpus.shard import Format, Identity, readable, shown_source
from factscan.corpus.streams import Compression
from factscan.errors import InputError

# What `datasets` writes beside the Arrow files of a saved dataset.
SAVED_STATE = "state.json"
SAVED_DESCRIPTIONS = frozenset({SAVED_STATE, "dataset_info.json", "dataset_dict.json"})

# The names of all text files of a folder, which are one shard.
ALL_TEXTS = "*.txt"

Skipped = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A file to read: its absolute path or its URL, whose last ``depth`` parts lie below the source.

    Or the text files of one folder, ``texts``, under the path ``…/*.txt``. ``identities`` are size and fingerprint
    of a remote file, or of each text; a local file tells them when it is made a shard.
    """

    path: str
    depth: int
    format: Format
    compression: Compression
    texts: tuple[str, ...] = ()
    identities: tuple[Identity, ...] = ()

    @property
    def folder(self) -> str:
        return self.path.rpartition("/")[0]

    @property
    def file_name(self) -> str:
        return self.path.rpartition("/")[2]

    def name(self, more: int = 0) -> str:
        """The path below the source, with ``more`` of the folders above it."""
        return readable("/".join(parts_of(self.path)[1:][-(self.depth + more) :]))


def parts_of(path: str) -> tuple[str, ...]:
    """The parts of a path or URL, the root or the scheme first."""
    return Path(shown_source(path)).parts


def chosen(found: Iterable[FoundFile], skipped: Skipped) -> list[FoundFile]:
    """Plain text counts only where there is nothing else: beside data it is a README or a licence."""
    files = sorted(found, key=lambda file: parts_of(file.path))
    data = [file for file in files if file.format != "txt"]
    if data:
        skipped += [
            (shown_source(file.path), "plain text beside data files")
            for file in files
            if file.format == "txt"
        ]
    return data or files


def once_each(files: list[FoundFile], skipped: Skipped) -> list[FoundFile]:
    """Each file once, whatever the number of its names."""
    first: dict[str, FoundFile] = {}
    for file in files:
        real = file.path if file.identities else os.path.realpath(file.path)
        kept = first.setdefault(real, file)
        if kept is not file:
            skipped.append((shown_source(file.path), f"the same file as {kept.name()}"))
    return list(first.values())


def grouped(files: list[FoundFile]) -> list[FoundFile]:
    """The text files of one folder as one, in the place of its first; every other file as it is.

    A shard is read into parts of its own, so one for each document would drown a run in small files.
    """
    groups: dict[tuple[str, int], list[FoundFile]] = {}
    for file in files:
        # of a URL with a query, the folder does not lead to the file
        alone = file.format != "txt" or shown_source(file.path) != file.path
        path = file.path if alone else f"{file.folder}/{ALL_TEXTS}"
        groups.setdefault((path, file.depth), []).append(file)
    return [
        _group(path, sorted(group, key=lambda file: file.file_name)) if len(group) > 1 else group[0]
        for (path, _), group in groups.items()
    ]


def _group(path: str, files: list[FoundFile]) -> FoundFile:
    names = tuple(file.file_name for file in files)
    identities = tuple(identity for file in files for identity in file.identities)
    return FoundFile(path, files[0].depth, "txt", "", names, identities)


def names_of(files: Sequence[FoundFile]) -> list[str]:
    """A name for each file, unlike all others: where paths below two sources agree, folders above tell.

    Paths that only look alike, as one that is not UTF-8 may, are numbered: no folder could tell them apart.
    """
    alike = Counter[str]()
    numbers = []
    for file in files:
        whole = file.name(len(file.path))
        alike[whole] += 1
        numbers.append(f"#{alike[whole]}" if alike[whole] > 1 else "")
    more = [0] * len(files)
    while True:
        names = [file.name(extra) + number for file, extra, number in zip(files, more, numbers, strict=True)]
        counts = Counter(names)
        clashes = [index for index, name in enumerate(names) if counts[name] > 1]
        if not clashes:
            return names
        for index in clashes:
            more[index] += 1


def saved_files(state: bytes, folder: str) -> list[str]:
    """The Arrow files of a ``save_to_disk`` folder, in order, by its ``state.json``; none where it is no such thing.

    Raises:
        InputError: rows of the files are chosen by a file of indices.
    """
    try:
        described = json.loads(state)
        names = [str(entry["filename"]) for entry in described["_data_files"]]
    except (ValueError, KeyError, TypeError, RecursionError):
        return []
    if described.get("_indices_data_files"):
        raise InputError(
            f"{folder}: an old version of datasets saved this with a selection of rows apart; "
            "load it, call flatten_indices() and save it again"
        )
    return names
