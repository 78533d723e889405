"""From the names that a user gives to shards: files, folders, globs, saved datasets, the hub."""

import glob
import json
import os
import stat
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factscan.corpus.columns import ReadOptions
from factscan.corpus.hub import HUB_FORM, HUB_PREFIX, hub_shards
from factscan.corpus.shard import (
    KNOWN_FORMATS,
    Format,
    Shard,
    fingerprint_of,
    fingerprint_of_texts,
    format_of,
    readable,
)
from factscan.corpus.streams import Compression
from factscan.errors import InputError

# What `datasets` writes beside the Arrow files of a saved dataset.
SAVED_STATE = "state.json"
SAVED_DESCRIPTIONS = frozenset({SAVED_STATE, "dataset_info.json", "dataset_dict.json"})

RUN = "a factscan run"

# The names of all text files of a folder, which are one shard.
ALL_TEXTS = "*.txt"

Skipped = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Discovery:
    """The shards of all sources in a fixed order, and what was left out: (path, reason)."""

    shards: list[Shard]
    skipped: Skipped


@dataclass(frozen=True, slots=True)
class _File:
    """A file to read: its absolute path, whose last ``depth`` parts lie below the source.

    Or the text files of one folder, ``texts``, under the path ``…/*.txt``.
    """

    path: str
    depth: int
    format: Format
    compression: Compression
    texts: tuple[str, ...] = ()

    def name(self, more: int = 0) -> str:
        """The path below the source, with ``more`` of the folders above it."""
        return readable("/".join(Path(self.path).parts[1:][-(self.depth + more) :]))


def find_shards(sources: Sequence[str], options: ReadOptions) -> Discovery:
    """The shards of files, folders (with all below), globs and ``hub:name[config]:split``.

    Shards come in the order of the sources (datasets of the hub last), those of a folder sorted by path; the
    text files of one folder are one shard. A file that two sources name counts once. Files named one by one
    lie below the deepest folder that holds them all, so that ``corpus/*/*.jsonl`` means the same whether or
    not the shell expands it. The folders of factscan's runs are passed over.

    Raises:
        InputError: a source that does not exist, or that holds nothing to read.
    """
    if not sources:
        raise InputError(f"no source given: name a file, a folder, a glob or {HUB_FORM}")
    skipped: Skipped = []
    root = _root_of_files(sources)
    files: list[_File] = []
    hub: list[Shard] = []
    for source in sources:
        if source.startswith(HUB_PREFIX):
            hub += hub_shards(source)
        else:
            files += _files_of(source, root, skipped)
    files = _grouped(_once_each(files, skipped))
    shards = [_shard(file, name) for file, name in zip(files, _names(files), strict=True)]
    shards += {shard.name: shard for shard in hub}.values()
    if not shards:
        reasons = "; ".join(f"{path}: {reason}" for path, reason in skipped[:3])
        raise InputError(f"nothing to read ({reasons}); factscan reads {KNOWN_FORMATS}")
    if options.domain.kind == "folder" and not any(shard.folder for shard in shards):
        raise InputError(
            "domains by folder, but no file lies in a folder below its source: name the one above"
        )
    return Discovery(shards, skipped)


def _files_of(source: str, root_of_files: Path, skipped: Skipped) -> list[_File]:
    path = _absolute(source)
    mode = _mode(path)
    if stat.S_ISDIR(mode):
        found = _choose(_walk(path, path, skipped), skipped)
    elif mode:
        return list(_outside_runs(_file(path, root_of_files, skipped, on_purpose=True), skipped))
    elif glob.has_magic(source):
        found = _choose(_outside_runs(_matches(source, skipped), skipped), skipped)
    else:
        raise InputError(f"no such file or folder: {source}")
    if not found:
        reason = dict(skipped).get(str(path), f"factscan reads {KNOWN_FORMATS}")
        raise InputError(f"nothing to read in {source}: {reason}")
    return found


def _choose(found: Iterator[_File], skipped: Skipped) -> list[_File]:
    """Plain text counts only where there is nothing else: beside data it is a README or a licence."""
    files = sorted(found, key=lambda file: Path(file.path).parts)
    data = [file for file in files if file.format != "txt"]
    if data:
        skipped += [(file.path, "plain text beside data files") for file in files if file.format == "txt"]
    return data or files


def _walk(folder: Path, root: Path, skipped: Skipped, above: tuple[str, ...] = ()) -> Iterator[_File]:
    """The files below a folder; ``above`` guards against links that lead back up."""
    real = os.path.realpath(folder)
    if real in above:
        skipped.append((str(folder), "a link to a folder above it"))
        return
    if _is_run(folder):
        skipped.append((str(folder), RUN))
        return
    try:
        entries = sorted(folder.iterdir())
    except OSError as error:
        skipped.append((str(folder), f"cannot be read: {error.strerror}"))
        return
    saved = _saved_files(folder)
    # a file that the dataset lists but that is not there must come up as a shard that cannot be read
    yield from (_File(str(folder / name), _depth(folder, root) + 1, "arrow", "") for name in saved)
    for entry in entries:
        if entry.name.startswith("."):
            skipped.append((str(entry), "hidden"))
        elif stat.S_ISDIR(_mode(entry)):
            yield from _walk(entry, root, skipped, (*above, real))
        elif entry.name not in saved:
            yield from _file(entry, root, skipped)


def _file(path: Path, root: Path, skipped: Skipped, on_purpose: bool = False) -> Iterator[_File]:
    """The file at a path, or nothing and a word on why it is skipped."""
    kind = format_of(path.name, on_purpose)
    mode = _mode(path)
    if not stat.S_ISREG(mode):
        skipped.append((str(path), "not a regular file" if mode else "leads nowhere, or cannot be read"))
    elif path.name in SAVED_DESCRIPTIONS:
        skipped.append((str(path), "the description of a dataset"))
    elif kind is None:
        skipped.append((str(path), "not a format that factscan reads"))
    else:
        yield _File(str(path), _depth(path, root), *kind)


def _saved_files(folder: Path) -> list[str]:
    """The Arrow files of a ``save_to_disk`` folder, in order; none where the folder is no such thing."""
    try:
        state = json.loads((folder / SAVED_STATE).read_bytes())
        names = [str(entry["filename"]) for entry in state["_data_files"]]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    if state.get("_indices_data_files"):
        raise InputError(
            f"{folder}: an old version of datasets saved this with a selection of rows apart; "
            "load it, call flatten_indices() and save it again"
        )
    return names


def _is_run(folder: Path) -> bool:
    """Whether factscan made this folder; its tables are no corpus, wherever ``--out`` has put them."""
    return stat.S_ISREG(_mode(folder / "manifest.json")) and stat.S_ISDIR(_mode(folder / "parts"))


def _outside_runs(files: Iterator[_File], skipped: Skipped) -> Iterator[_File]:
    """The files of a glob but for those of runs below its fixed beginning, which the glob did not mean."""
    is_run = cache(_is_run)
    for file in files:
        if any(map(is_run, Path(file.path).parents[: file.depth - 1])):
            skipped.append((file.path, f"in {RUN}"))
        else:
            yield file


def _matches(pattern: str, skipped: Skipped) -> Iterator[_File]:
    """What a glob finds, below the last folder of its fixed beginning."""
    parts = _absolute(pattern).parts
    fixed = next(index for index, part in enumerate(parts) if glob.has_magic(part))
    root = Path(*parts[:fixed])
    # glob.glob leaves hidden files out, as a shell does; Path.glob does not
    for match in glob.glob(str(Path(*parts)), recursive=True):  # noqa: PTH207
        path = Path(match)
        if not stat.S_ISDIR(_mode(path)):
            yield from _file(path, root, skipped, on_purpose=True)
        elif "**" not in parts:  # whose matches already name what is in the folder
            yield from _walk(path, root, skipped)


def _root_of_files(sources: Sequence[str]) -> Path:
    paths = [_absolute(source) for source in sources if not source.startswith(HUB_PREFIX)]
    folders = [path.parent for path in paths if (mode := _mode(path)) and not stat.S_ISDIR(mode)]
    return Path(os.path.commonpath(folders)) if folders else Path("/")


def _once_each(files: list[_File], skipped: Skipped) -> list[_File]:
    first: dict[str, _File] = {}
    for file in files:
        kept = first.setdefault(os.path.realpath(file.path), file)
        if kept is not file:
            skipped.append((file.path, f"the same file as {kept.name()}"))
    return list(first.values())


def _grouped(files: list[_File]) -> list[_File]:
    """The text files of one folder as one, in the place of its first; every other file as it is.

    A shard is read into parts of its own, so one for each document would drown a run in small files.
    """
    groups: dict[tuple[str, int], list[_File]] = {}
    for file in files:
        path = str(Path(file.path).with_name(ALL_TEXTS)) if file.format == "txt" else file.path
        groups.setdefault((path, file.depth), []).append(file)
    return [
        _File(path, depth, "txt", "", tuple(sorted(Path(file.path).name for file in group)))
        if len(group) > 1
        else group[0]
        for (path, depth), group in groups.items()
    ]


def _names(files: list[_File]) -> list[str]:
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


def _shard(file: _File, name: str) -> Shard:
    folder = file.name().split("/")[0] if file.depth > 1 else ""
    if file.texts:
        location = str(Path(file.path).parent)
        size, fingerprint = fingerprint_of_texts(location, file.texts)
    else:
        location = file.path
        size, fingerprint = fingerprint_of(location)
    return Shard(name, file.format, file.compression, size, fingerprint, location, folder, texts=file.texts)


def _depth(path: Path, root: Path) -> int:
    return len(path.relative_to(root).parts)


def _mode(path: Path) -> int:
    """What ``stat`` says a path is; 0 where it says nothing, be it absent or out of reach."""
    try:
        return path.stat().st_mode
    except (OSError, ValueError):
        return 0


def _absolute(source: str) -> Path:
    # not resolve(): the corpus is named as the user names it, links and all
    return Path(os.path.abspath(Path(source).expanduser()))  # noqa: PTH100
