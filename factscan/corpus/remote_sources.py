"""The files behind a URL: one file, all below a folder or prefix, or what a glob matches."""

import glob
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Any

from factscan.corpus.found_files import (
    SAVED_DESCRIPTIONS,
    SAVED_STATE,
    FoundFile,
    Skipped,
    chosen,
    parts_of,
    saved_files,
)
from factscan.corpus.remote import Info, RemoteFile, identity_of, place_of, tried
from factscan.corpus.shard import KNOWN_FORMATS, UNREADABLE, Identity, format_of, shown_source
from factscan.errors import InputError

# Someone waits for a listing, and nothing is lost yet.
MOST_RETRIES = 3
# A web server may answer every address with a page of links that lead deeper.
DEEPEST = 12
# Nobody's list of files is longer than this (bytes), whatever a server sends.
LONGEST_STATE = 2**24


def remote_files(url: str, retries: int, skipped: Skipped) -> list[FoundFile]:
    """The files of one source, sorted by path.

    Raises:
        InputError: there is nothing, or nothing to read, or it is out of reach.
    """
    try:
        listing = _Listing(url, min(retries, MOST_RETRIES))
        found = listing.files(skipped)
    except OSError as error:
        raise InputError(f"{shown_source(url)}: {error.strerror or error}") from error
    if not found:
        raise InputError(f"nothing to read in {shown_source(url)}; factscan reads {KNOWN_FORMATS}")
    return found


class _Listing:
    """What lies at one URL."""

    def __init__(self, url: str, retries: int) -> None:
        self._system, self._path = place_of(url)
        self._url = url
        self._protocol = url.partition("://")[0]
        self._retries = retries

    def files(self, skipped: Skipped) -> list[FoundFile]:
        info = self._info()
        if info is None:
            if not self._is_pattern():
                raise InputError(f"there is nothing at {shown_source(self._url)}")
            matches = self._ask(lambda: self._system.glob(self._path, detail=True))
            return chosen(self._below(self._fixed_part(), matches, skipped, on_purpose=True), skipped)
        if info["type"] == "file" and not self._is_page():
            root = self._url_of(self._path).rpartition("/")[0]
            return list(self._below(root, {self._path: info}, skipped, on_purpose=True))
        depth = {"maxdepth": DEEPEST} if self._is_web() else {}
        below = self._ask(lambda: self._system.find(self._path, detail=True, **depth))
        return chosen(self._below(self._url_of(self._path), below, skipped), skipped)

    def _below(
        self, root: str, infos: dict[str, Info], skipped: Skipped, on_purpose: bool = False
    ) -> Iterator[FoundFile]:
        """The files among ``infos`` that factscan reads; those of saved datasets whatever their names."""
        above = len(parts_of(root))
        urls = {self._url_of(path): info for path, info in infos.items() if info["type"] == "file"}
        saved = self._saved(urls)
        for url, info in urls.items():
            shown = shown_source(url)
            below = parts_of(url)[above:]
            kind = format_of(PurePosixPath(shown).name, on_purpose or url in saved)
            if not below or shown.endswith("/"):
                continue  # the mark of an empty folder
            if any(part.startswith(".") for part in below) and not on_purpose:
                skipped.append((shown, "hidden"))
            elif below[-1] in SAVED_DESCRIPTIONS:
                skipped.append((shown, "the description of a dataset"))
            elif kind is None:
                skipped.append((shown, "not a format that factscan reads"))
            else:
                yield FoundFile(url, len(below), *kind, identities=(self._identity(url, info),))

    def _saved(self, urls: dict[str, Info]) -> set[str]:
        """The files that the ``state.json`` files among ``urls`` name."""
        saved = set()
        for url in urls:
            folder, _, name = url.rpartition("/")
            if name == SAVED_STATE:
                with RemoteFile(url, self._retries) as file:
                    state = file.read(LONGEST_STATE) or b""
                saved |= {f"{folder}/{name}" for name in saved_files(state, folder)}
        return saved

    def _identity(self, url: str, info: Info) -> Identity:
        try:
            return identity_of(url, info, self._retries)
        except OSError:  # its turn will tell what is wrong with it
            return 0, UNREADABLE

    def _info(self) -> Info | None:
        try:
            info: Info = self._ask(lambda: self._system.info(self._path))
        except FileNotFoundError:
            return None
        return info

    def _ask(self, question: Callable[[], Any]) -> Any:
        return tried(question, self._retries)

    def _is_web(self) -> bool:
        return self._protocol in ("http", "https")

    def _is_page(self) -> bool:
        """Whether what a web server calls a file must be a page of links to files."""
        return self._is_web() and format_of(parts_of(self._url)[-1], on_purpose=True) is None

    def _is_pattern(self) -> bool:
        """Whether the path is a glob; a question mark in a web address begins its query."""
        return "*" in self._path if self._is_web() else glob.has_magic(self._path)

    def _fixed_part(self) -> str:
        """The URL of the last folder before the first wildcard."""
        folders = self._url_of(self._path).split("/")
        return "/".join(folders[: next(n for n, part in enumerate(folders) if glob.has_magic(part))])

    def _url_of(self, path: str) -> str:
        return path if "://" in path else f"{self._protocol}://{path}"
