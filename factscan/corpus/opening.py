"""Opening the bytes of a shard, wherever they lie: what a reader gets is a file that can be read and sought in."""

import io
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    import pyarrow as pa

# One request for so many bytes of a remote file: few enough for memory, enough to drown the time of a request.
REMOTE_BLOCK_BYTES = 8 * 2**20

_PROTOCOL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]+://")


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of one file: a path, or a URL that is read with so many retries.

    All methods raise OSError where the bytes cannot be had.
    """

    location: str
    retries: int = 0

    @property
    def is_remote(self) -> bool:
        return is_url(self.location)

    def beside(self, name: str) -> "Source":
        """The file of that name in the folder that this location is."""
        return Source(f"{self.location.rstrip('/')}/{name}", self.retries)

    def open(self) -> BinaryIO:
        """The file from its beginning, to be read in order."""
        if not self.is_remote:
            return Path(self.location).open("rb", buffering=0)
        from factscan.corpus.remote import RemoteFile

        return io.BufferedReader(RemoteFile(self.location, self.retries), REMOTE_BLOCK_BYTES)

    @property
    def range_bytes(self) -> int:
        """How much to ask for at once where little is needed: a request over a network costs more than bytes."""
        return 2**22 if self.is_remote else 2**20

    def open_mapped(self) -> "pa.NativeFile":
        """Like ``open_ranges``, without copies where the file lies on this machine."""
        import pyarrow as pa

        return self.open_ranges() if self.is_remote else pa.memory_map(self.location)

    def open_ranges(self) -> "pa.NativeFile":
        """The file to be read here and there: nothing is read but what is asked for."""
        import pyarrow as pa

        if not self.is_remote:
            return pa.OSFile(self.location)
        from factscan.corpus.remote import RemoteFile

        return pa.PythonFile(io.BufferedReader(RemoteFile(self.location, self.retries, ranged=True)), "r")


def is_url(source: str) -> bool:
    """Whether a source or location lies behind a protocol, and not at a path or in a dataset of the hub."""
    return _PROTOCOL.match(source) is not None


def local_path(source: str) -> str:
    """The path that a ``file://`` URL means; every other source as it is."""
    return source.removeprefix("file://") if source.startswith("file:///") else source


def out_of_reach(error: BaseException) -> bool:
    """Whether an error says that bytes could not be had, and not that they are bad.

    What the system and the network raise has a number; what decoders raise is an OSError at most.
    """
    return isinstance(error, OSError) and error.errno is not None
