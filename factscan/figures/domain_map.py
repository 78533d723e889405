"""A file that says which domains are reported under which names, read for ``Settings.domains``."""

import csv
import tomllib
from collections.abc import Iterator
from pathlib import Path

from factscan.errors import InputError

Pairs = tuple[tuple[str, str], ...]

_HEADINGS = (("old", "new"), ("old domain", "new domain"))


def read_domain_map(path: str) -> Pairs:
    """The rules of a map, in its order: pairs of a domain's name, or a pattern, and its new name.

    A ``.toml`` file holds ``"old" = "new"``, at its top or in a table ``[domains]``. Any other file has two columns,
    apart by a tab if the file ends with ``.tsv``, by a comma otherwise; empty lines, lines that begin with # and a
    heading ``old,new`` are passed over.

    Raises:
        InputError: the file cannot be read, or is no such file.
    """
    file = Path(path)
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the map of domains {path} cannot be read: {error}") from error
    pairs = tuple(_of_toml(path, text) if file.suffix == ".toml" else _of_columns(path, text))
    if not pairs:
        raise InputError(f"{path} renames no domain: a line is 'old,new', such as 'legal*,law'")
    return pairs


def _of_toml(path: str, text: str) -> Iterator[tuple[str, str]]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{path} is no TOML: {error}") from error
    for old, new in table.get("domains", table).items():
        if not old or not isinstance(new, str) or not new:
            raise InputError(f'{path}: {old!r} is given no name: a line is "old" = "new"')
        yield old, new


def _of_columns(path: str, text: str) -> Iterator[tuple[str, str]]:
    rows = csv.reader(text.splitlines(), delimiter="\t" if path.endswith(".tsv") else ",")
    for row in rows:
        cells = tuple(cell.strip() for cell in row)
        if not any(cells) or cells[0].startswith("#") or cells in _HEADINGS:
            continue
        if len(cells) != 2 or not all(cells):
            raise InputError(
                f"{path}, line {rows.line_num}: a line has two columns, the old domain and the new one"
            )
        yield cells[0], cells[1]
