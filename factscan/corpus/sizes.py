"""Sizes as people write them."""

import re

from factscan.errors import UsageError

_UNITS = {"": 1, "K": 10**3, "M": 10**6, "G": 10**9, "KI": 2**10, "MI": 2**20, "GI": 2**30}
_SIZE = re.compile(r"(\d+(?:\.\d+)?)\s*([KMG]?I?)B?", re.IGNORECASE)


def parse_size(text: str) -> int:
    """Bytes from ``256MB`` (of 1000), ``256MiB`` (of 1024), ``1.5G`` or a plain number.

    Raises:
        UsageError: it is no size, or none at all.
    """
    match = _SIZE.fullmatch(text.strip())
    unit = match and _UNITS.get(match[2].upper())
    if not match or not unit or (size := int(float(match[1]) * unit)) < 1:
        raise UsageError(f"a size is a number of bytes such as 256MB or 1GiB, not {text!r}")
    return size
