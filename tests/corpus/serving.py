"""Servers on loopback that fail on purpose: files over HTTP, and a way to another server that breaks."""

import http.client
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import unquote, urlsplit

Answer = tuple[int, dict[str, str], bytes]


class Faults:
    """What goes wrong with the next requests for bytes.

    ``cut`` ends the body half way, ``500`` and ``503`` are answers; ``every``: all of them fail so, from now on.
    """

    def __init__(self) -> None:
        self.planned: list[str] = []
        self.every = ""
        self.requests: list[tuple[str, str, str]] = []  # method, path, range

    def next(self, method: str) -> str:
        if method != "GET":
            return ""
        return self.every or (self.planned.pop(0) if self.planned else "")


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1
    faults: ClassVar[Faults]
    answer: ClassVar[Callable[..., Answer]]

    def log_message(self, *_: object) -> None:
        pass

    def _serve(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        self.faults.requests.append((self.command, self.path, self.headers.get("Range", "")))
        status, headers, data = type(self).answer(self.command, self.path, dict(self.headers), body)
        fault = self.faults.next(self.command) if status in (200, 206) and data else ""
        if fault in ("500", "503"):
            status, headers, data = int(fault), {}, b"fault"
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if fault == "slow":
            time.sleep(0.1)
        if self.command != "HEAD":
            self.wfile.write(data[: len(data) // 2] if fault == "cut" else data)
        if fault == "cut":
            self.close_connection = True

    do_GET = do_HEAD = do_PUT = do_POST = do_DELETE = _serve  # noqa: N815


@contextmanager
def _served(answer: Callable[..., Answer], faults: Faults) -> Iterator[str]:
    handler = type("Handler", (_Handler,), {"faults": faults, "answer": staticmethod(answer)})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def served_files(files: dict[str, bytes], faults: Faults, ranges: bool = True) -> Iterator[str]:
    """The address of a server of ``files`` by path; a folder is a page of links. It may know no ranges."""

    def answer(_: str, url: str, headers: dict[str, str], __: bytes) -> Answer:
        path = unquote(urlsplit(url).path).lstrip("/")
        if path.endswith("/") or not path:
            inside = {name[len(path) :].partition("/")[:2] for name in files if name.startswith(path)}
            links = "".join(f'<a href="{head}{slash}">x</a>' for head, slash in sorted(inside))
            return 200, {"Content-Type": "text/html"}, links.encode()
        if path not in files:
            is_folder = any(name.startswith(f"{path}/") for name in files)
            return (301, {"Location": f"/{path}/"}, b"") if is_folder else (404, {}, b"none")
        data = files[path]
        asked = re.fullmatch(r"bytes=(\d+)-(\d+)", headers.get("Range", ""))
        if not asked or not ranges:
            return 200, {"Content-Type": "application/octet-stream"}, data
        start, end = int(asked[1]), min(int(asked[2]) + 1, len(data))
        return 206, {"Content-Range": f"bytes {start}-{end - 1}/{len(data)}"}, data[start:end]

    with _served(answer, faults) as address:
        yield address


@contextmanager
def broken_way(port: int, faults: Faults) -> Iterator[str]:
    """The address of a server that hands everything on to the one at ``port``, but for the faults."""

    def answer(method: str, url: str, headers: dict[str, str], body: bytes) -> Answer:
        connection = http.client.HTTPConnection("127.0.0.1", port)
        connection.request(method, url, body, headers)
        response = connection.getresponse()
        data = response.read()
        kept = {name: value for name, value in response.getheaders() if name.lower() not in _HOP}
        if method == "HEAD":
            kept["Content-Length"] = response.getheader("Content-Length") or "0"
        return response.status, kept, data

    with _served(answer, faults) as address:
        yield address


_HOP = {"connection", "transfer-encoding", "content-length", "server", "date"}
