"""Files behind URLs, through fsspec: found, identified, and read without losing or repeating a byte.

A network fails; it is tried again, later and later, from the byte where it broke, until nothing has come for so
many tries. What is given up is an ``OSError`` with a number (EIO or that of its cause) and a message without secrets.
"""

import errno
import hashlib
import io
import random
import re
import time
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeVar

from factscan.corpus.shard import fingerprint_of_ends, shown_source
from factscan.errors import InputError

T = TypeVar("T")
Info = Mapping[str, Any]

# Seconds: the first wait is up to FIRST_WAIT, each further one up to twice the one before, at most LONGEST_WAIT.
FIRST_WAIT = 0.5
LONGEST_WAIT = 60.0
CONNECT_SECONDS = 30
SILENCE_SECONDS = 60

# Blocks shrink while they fail: a bad line may let 64 KiB through where 8 MiB never come whole.
LARGEST_BLOCK = 8 * 2**20
SMALLEST_BLOCK = 2**16

MESSAGE_CHARS = 200

# What stores call the identity of a content. HTTP is not among them: mirrors of a file have tags of their own.
_IDENTITIES = ("ETag", "etag", "md5Hash", "crc32c", "lfs", "blob_id", "sha256", "checksum", "version_id")

_EXTRAS = {"s3": "s3", "s3a": "s3", "gs": "gcs", "gcs": "gcs", "http": "http", "https": "http"}
_EXTRAS |= dict.fromkeys(("az", "abfs", "abfss"), "azure")

_FOR_GOOD = (FileNotFoundError, PermissionError, IsADirectoryError, NotADirectoryError, NotImplementedError)
_URL = re.compile(r"[a-zA-Z][\w+.-]*://[^\s'\"<>]+")


class ChangedError(OSError):
    """The file is another one than the one whose reading began."""


class RemoteFile(io.RawIOBase):
    """One remote file, read by ranges; where a server knows none, in one stream that is opened anew when it breaks.

    ``ranged`` files are sought in, which only ranges allow. A read may give fewer bytes than asked for, as of every
    raw file.
    """

    def __init__(self, url: str, retries: int, ranged: bool = False) -> None:
        super().__init__()
        self._system, self._path = place_of(url)
        self._retries = retries
        self._ranged = ranged
        self._info = tried(self._ask, retries)
        self._size: int | None = self._info.get("size")
        self._streams = self._size is None or self._info.get("partial") is False
        self._handle: Any = None
        self._position = 0
        self._block = LARGEST_BLOCK

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._size is not None

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence != io.SEEK_SET:
            offset += self._position if whence == io.SEEK_CUR else self._known_size()
        if offset < self._position and self._streams:
            self._drop()  # a stream begins anew
        self._position = offset
        return offset

    def readinto(self, buffer: Any) -> int:
        wanted = len(buffer) if self._size is None else min(len(buffer), self._size - self._position)
        if wanted <= 0:
            return 0
        data = tried(lambda: self._read(wanted), self._retries)
        buffer[: len(data)] = data
        self._position += len(data)
        if self._position == self._size:
            tried(self._check_unchanged, self._retries)
        return len(data)

    def close(self) -> None:
        self._drop()
        super().close()

    def identity(self) -> tuple[int, str]:
        """Size and fingerprint: a hash of the two ends, or of what the server says where it sends no ranges."""
        if not self._streams:
            try:
                return fingerprint_of_ends(io.BufferedReader(self, SMALLEST_BLOCK))
            except NotImplementedError:
                pass
        return self._size or 0, _hash(_version(self._info))

    def _read(self, wanted: int) -> bytes:
        """The next bytes, at most ``wanted``; none only at the end of a file whose size is unknown."""
        try:
            data = self._next(min(wanted, self._block))
            if not data and self._size is not None:
                raise ConnectionError(f"the file ends at byte {self._position} of {self._size}")
        except Exception:
            self._drop()
            self._block = max(SMALLEST_BLOCK, self._block // 4)
            raise
        self._block = min(LARGEST_BLOCK, self._block * 2)
        return data

    def _next(self, wanted: int) -> bytes:
        if self._streams:
            return self._next_of_stream(wanted)
        if self._handle is None:
            self._handle = self._system.open(self._path, "rb", cache_type="none", block_size=SMALLEST_BLOCK)
            self._check_unchanged()
        try:
            self._handle.seek(self._position)
            data: bytes = self._handle.read(wanted)
        except ValueError:  # fsspec's word for a server that answers a range with the whole file
            self._drop()
            self._streams = True
            return self._next_of_stream(wanted)
        return data[:wanted]

    def _next_of_stream(self, wanted: int) -> bytes:
        if self._ranged:
            raise NotImplementedError(
                "the server sends no ranges, and this format needs them: download it first"
            )
        if self._handle is None:
            self._handle = self._system.open(self._path, "rb", block_size=0)
            self._check_unchanged()
            left = self._position
            while left:
                skipped = self._handle.read(min(left, SMALLEST_BLOCK))
                if not skipped:
                    raise ConnectionError(f"the stream ends before byte {self._position}")
                left -= len(skipped)
        data: bytes = self._handle.read(wanted)
        return data

    def _known_size(self) -> int:
        if self._size is None:
            raise io.UnsupportedOperation("the server does not say how long the file is")
        return self._size

    def _ask(self) -> Info:
        self._system.invalidate_cache()  # listings are remembered
        info: Info = self._system.info(self._path)
        return info

    def _check_unchanged(self) -> None:
        """Bytes of two versions of a file must never be joined."""
        if self._position and _version(self._ask()) != _version(self._info):
            raise ChangedError(errno.EIO, "the file was changed while it was read")

    def _drop(self) -> None:
        if self._handle is not None:
            self._handle.close()
        self._handle = None


def place_of(url: str) -> tuple[Any, str]:
    """The file system of a URL and the path in it.

    Raises:
        InputError: the protocol is unknown, or its package is not installed.
    """
    protocol, _, rest = url.partition("://")
    system = _filesystem(protocol.lower(), rest.partition("/")[0])
    return system, system._strip_protocol(url)


@cache
def _filesystem(protocol: str, authority: str) -> Any:
    import fsspec

    try:
        kind = fsspec.get_filesystem_class(protocol)
    except ValueError:
        raise InputError(
            f"no protocol {protocol}://; factscan reads paths, s3://, gs://, hf://, https:// and what fsspec knows"
        ) from None
    except ImportError as error:
        extra = _EXTRAS.get(protocol)
        way_out = f"pip install 'factscan[{extra}]'" if extra else " ".join(str(error).split())
        raise InputError(f"{protocol}:// needs a package that is not installed: {way_out}") from None
    options = kind._get_kwargs_from_urls(f"{protocol}://{authority}/")
    chosen = fsspec.config.conf.get(protocol, {})
    options |= {name: value for name, value in _habits(protocol).items() if name not in chosen}
    return fsspec.filesystem(protocol, **options)


def _habits(protocol: str) -> dict[str, Any]:
    """Options of our own: a connection that has gone silent must fail, or it would never be tried again."""
    if protocol in ("http", "https"):
        import aiohttp

        timeout = aiohttp.ClientTimeout(total=None, sock_connect=CONNECT_SECONDS, sock_read=SILENCE_SECONDS)
        # offsets count the bytes of the file, not of one that the server packs for the way
        return {"client_kwargs": {"timeout": timeout}, "headers": {"Accept-Encoding": "identity"}}
    if protocol in ("s3", "s3a"):
        return {"config_kwargs": {"connect_timeout": CONNECT_SECONDS, "read_timeout": SILENCE_SECONDS}}
    return {}


def forget() -> None:
    """Let the configuration of fsspec count anew, which file systems were made with."""
    _filesystem.cache_clear()


def identity_of(url: str, info: Info, retries: int) -> tuple[int, str]:
    """Size and fingerprint of a file: what its store calls its content, else what the file tells.

    Raises:
        OSError: the bytes cannot be had.
    """
    size, tag = info.get("size"), _tag(info)
    if size is not None and tag and not url.startswith("http"):
        return size, _hash(tag)
    with RemoteFile(url, retries, ranged=True) as file:
        return file.identity()


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def _tag(info: Info) -> str:
    return next((f"{name}={info[name]!r}" for name in _IDENTITIES if info.get(name)), "")


def _version(info: Info) -> str:
    return repr((info.get("size"), _tag(info), info.get("Last-Modified")))


def tried(action: Callable[[], T], retries: int) -> T:
    """What ``action`` returns, tried again after growing random waits while the network is to blame.

    Raises:
        OSError: it failed for good, or ``retries`` more times.
    """
    failures = 0
    while True:
        try:
            return action()
        except Exception as error:
            # fsspec passes on what every client library raises: they have no common base
            if failures >= retries or is_final(error):
                raise given_up(error, failures) from error
        time.sleep(random.uniform(0, min(LONGEST_WAIT, FIRST_WAIT * 2**failures)))  # noqa: S311 - no secret
        failures += 1


def is_final(error: Exception) -> bool:
    """Whether trying again is of no use: the file is not there, or not for us."""
    if isinstance(error, (*_FOR_GOOD, ChangedError, InputError)):
        return True
    status = _status(error)
    return 400 <= status < 500 and status not in (408, 425, 429)


def given_up(error: Exception, failures: int) -> OSError:
    """The error to raise: numbered, on one line, without secrets."""
    if isinstance(error, FileNotFoundError):
        return FileNotFoundError(errno.ENOENT, "No such file")
    text = " ".join(str(error).split()) or type(error).__name__
    text = _URL.sub(lambda url: shown_source(url.group()), text)[:MESSAGE_CHARS]
    after = f" (after {failures + 1} tries)" if failures else ""
    return OSError(errno.EIO, text + after)


def _status(error: Exception) -> int:
    """The HTTP status that an error of one of the client libraries tells, else 0."""
    for holder in (error, getattr(error, "response", None)):
        for name in ("status", "status_code", "code"):
            status = getattr(holder, name, None)
            if isinstance(status, int):
                return status
    return 0
