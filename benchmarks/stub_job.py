"""One job on a run, with the stub extractor, in a process of its own: what kill.py starts and kills.

    python benchmarks/stub_job.py scan RUN SOURCE… [--into] [--replace] [--workers 2] [--part-records 25]
    python benchmarks/stub_job.py merge RUN RUN_A RUN_B…
    python benchmarks/stub_job.py drop RUN SHARD…
    python benchmarks/stub_job.py build RUN

Errors that a user can act on end it with exit code 1 and one line, as they end the command line. With FACTSCAN_JOURNAL
set, every sync and rename is written down there (power_cut.py); with FACTSCAN_READ_ERROR=N the disk fails, once N bytes
of a file were read; with FACTSCAN_REAL the shipped model extracts.
"""

import argparse
import os
import sys

from stub_extractor import StubExtractors

if "FACTSCAN_JOURNAL" in os.environ:  # in worker processes too, which import this module
    import power_cut

    power_cut.write_journal(os.environ["FACTSCAN_JOURNAL"])


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("action", choices=["scan", "merge", "drop", "build"])
    parser.add_argument("run")
    parser.add_argument("names", nargs="*")
    parser.add_argument("--into", action="store_true")
    parser.add_argument("--replace", action="store_true")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--part-records", type=int, default=25)
    parser.add_argument("--pause", type=float, default=0.0, help="seconds a document")
    given = parser.parse_args()

    from factscan.errors import FactscanError

    if "FACTSCAN_READ_ERROR" in os.environ:
        _let_reading_fail(int(os.environ["FACTSCAN_READ_ERROR"]))
    try:
        return _run(given)
    except (FactscanError, OSError) as error:
        print(f"{type(error).__name__}: {error}", file=sys.stderr)
        return 1


def _run(given: argparse.Namespace) -> int:
    if given.action == "scan":
        from factscan.engine.batches import Cut
        from factscan.engine.options import ScanOptions
        from factscan.engine.scan import scan

        options = ScanOptions(
            workers=given.workers, replace=given.replace, cut=Cut(records=given.part_records)
        )
        extractors = None if "FACTSCAN_REAL" in os.environ else StubExtractors(given.pause)
        result = scan(given.names, given.run, options, extractor=extractors, into=given.into)
        return 3 if result.broken else 0
    if given.action == "build":
        from factscan.engine.rebuild import rebuild

        rebuild(given.run)
        return 0
    from factscan.engine.grow import drop, merge

    if given.action == "merge":
        merge(given.names, given.run)
    else:
        drop(given.run, given.names)
    return 0


def _let_reading_fail(after: int) -> None:
    """Let every shard that is opened fail with EIO once so many of its bytes were read."""
    import errno
    import io
    from typing import Any, BinaryIO

    from factscan.corpus.opening import Source

    def failing_open(source: Source) -> BinaryIO:
        return io.BufferedReader(_Failing(open_file(source)))

    class _Failing(io.RawIOBase):
        def __init__(self, file: BinaryIO) -> None:
            self._file = file
            self._left = after

        def readable(self) -> bool:
            return True

        def seekable(self) -> bool:
            return True

        def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
            return self._file.seek(offset, whence)

        def tell(self) -> int:
            return self._file.tell()

        def readinto(self, buffer: Any) -> int:
            if self._left <= 0:
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            data = self._file.read(min(len(buffer), self._left))
            self._left -= len(data)
            buffer[: len(data)] = data
            return len(data)

    open_file = Source.open
    Source.open = failing_open  # type: ignore[method-assign]


if __name__ == "__main__":
    sys.exit(main())
