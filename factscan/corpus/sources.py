"""From the names that a user gives to shards: files, folders, globs, URLs, saved datasets, the hub."""

import glob
import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from factscan.corpus.columns import ReadOptions
from factscan.corpus.found_files import (
    SAVED_DESCRIPTIONS,
    SAVED_STATE,
    FoundFile,
    Skipped,
    chosen,
    grouped,
    names_of,
    once_each,
    saved_files,
)
from factscan.corpus.hub import HUB_FORM, HUB_PREFIX, hub_shards
from factscan.corpus.opening import is_url, local_path
from factscan.corpus.shard import KNOWN_FORMATS, Shard, fingerprint_of, fingerprint_of_texts, format_of
from factscan.errors import InputError

RUN = "a factscan run"


@dataclass(frozen=True, slots=True)
class Discovery:
    """The shards of all sources in a fixed order, and what was left out: (path, reason)."""

    shards: list[Shard]
    skipped: Skipped


def find_shards(sources: Sequence[str], options: ReadOptions) -> Discovery:
    """The shards of files, folders (with all below), globs, their like behind URLs, and ``hub:name[config]:split``.

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
    sources = [local_path(source) for source in sources]
    root = _root_of_files(sources)
    files: list[FoundFile] = []
    hub: list[Shard] = []
    for source in sources:
        if source.startswith(HUB_PREFIX):
            hub += hub_shards(source)
        elif is_url(source):
            from factscan.corpus.remote_sources import remote_files

            files += remote_files(source, options.retries, skipped)
        else:
            files += _files_of(source, root, skipped)
    files = grouped(once_each(files, skipped))
    shards = [_shard(file, name) for file, name in zip(files, names_of(files), strict=True)]
    shards += {shard.name: shard for shard in hub}.values()
    if not shards:
        reasons = "; ".join(f"{path}: {reason}" for path, reason in skipped[:3])
        raise InputError(f"nothing to read ({reasons}); factscan reads {KNOWN_FORMATS}")
    if options.domain.kind == "folder" and not any(shard.folder for shard in shards):
        raise InputError(
            "domains by folder, but no file lies in a folder below its source: name the one above"
        )
    return Discovery(shards, skipped)


def _files_of(source: str, root_of_files: Path, skipped: Skipped) -> list[FoundFile]:
    path = _absolute(source)
    mode = _mode(path)
    if stat.S_ISDIR(mode):
        found = chosen(_walk(path, path, skipped), skipped)
    elif mode:
        return list(_outside_runs(_file(path, root_of_files, skipped, on_purpose=True), skipped))
    elif glob.has_magic(source):
        found = chosen(_outside_runs(_matches(source, skipped), skipped), skipped)
    else:
        raise InputError(f"no such file or folder: {source}")
    if not found:
        reason = dict(skipped).get(str(path), f"factscan reads {KNOWN_FORMATS}")
        raise InputError(f"nothing to read in {source}: {reason}")
    return found


def _walk(folder: Path, root: Path, skipped: Skipped, above: tuple[str, ...] = ()) -> Iterator[FoundFile]:
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
    yield from (FoundFile(str(folder / name), _depth(folder, root) + 1, "arrow", "") for name in saved)
    for entry in entries:
        if entry.name.startswith("."):
            skipped.append((str(entry), "hidden"))
        elif stat.S_ISDIR(_mode(entry)):
            yield from _walk(entry, root, skipped, (*above, real))
        elif entry.name not in saved:
            yield from _file(entry, root, skipped)


def _file(path: Path, root: Path, skipped: Skipped, on_purpose: bool = False) -> Iterator[FoundFile]:
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
        yield FoundFile(str(path), _depth(path, root), *kind)


def _saved_files(folder: Path) -> list[str]:
    try:
        state = (folder / SAVED_STATE).read_bytes()
    except OSError:
        return []
    return saved_files(state, str(folder))


def _is_run(folder: Path) -> bool:
    """Whether factscan made this folder; its tables are no corpus, wherever ``--out`` has put them."""
    return stat.S_ISREG(_mode(folder / "manifest.json")) and stat.S_ISDIR(_mode(folder / "parts"))


def _outside_runs(files: Iterator[FoundFile], skipped: Skipped) -> Iterator[FoundFile]:
    """The files of a glob but for those of runs below its fixed beginning, which the glob did not mean."""
    is_run = cache(_is_run)
    for file in files:
        if any(map(is_run, Path(file.path).parents[: file.depth - 1])):
            skipped.append((file.path, f"in {RUN}"))
        else:
            yield file


def _matches(pattern: str, skipped: Skipped) -> Iterator[FoundFile]:
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
    paths = [
        _absolute(source) for source in sources if not source.startswith(HUB_PREFIX) and not is_url(source)
    ]
    folders = [path.parent for path in paths if (mode := _mode(path)) and not stat.S_ISDIR(mode)]
    return Path(os.path.commonpath(folders)) if folders else Path("/")


def _shard(file: FoundFile, name: str) -> Shard:
    below = file.name().split("/")[0] if file.depth > 1 else ""
    if file.texts:
        location = file.folder
        # opens each file, as a shard for each would: dear for a listing, but little beside the scan that follows
        identities = file.identities or (fingerprint_of(f"{location}/{text}") for text in file.texts)
        size, fingerprint = fingerprint_of_texts(zip(file.texts, identities, strict=True))
    else:
        location = file.path
        size, fingerprint = file.identities[0] if file.identities else fingerprint_of(location)
    return Shard(name, file.format, file.compression, size, fingerprint, location, below, texts=file.texts)


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
