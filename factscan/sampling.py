"""What a run keeps of what it finds: everything, or one in so many prompts or subjects, chosen by hash.

Which are kept depends on their keys alone, so samples of one rate that were taken on different machines are samples of
the union, and merge like whole runs.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from factscan.errors import UsageError

_COUNTED, _FEWEST_COUNTED = 32, 128

By = Literal["prompts", "subjects"]

_RATE = re.compile(r"1/([1-9]\d{0,8})")


@dataclass(frozen=True, slots=True)
class Sampling:
    """One in ``one_in`` prompts or subjects is kept, with all its mentions; τ = 1/one_in."""

    by: By
    one_in: int

    @property
    def counted_one_in(self) -> int:
        """Where subjects are sampled, one in so many sentences is counted, whatever it is about: N comes from them.

        Fewer where few subjects are kept: what is missing is then so roughly known that N need not be known better.
        """
        return min(_FEWEST_COUNTED, max(_COUNTED, self.one_in // 8))

    def keeps(self, key: int) -> bool:
        """Whether what has this 64-bit hash is in the sample: hash < τ·2^64."""
        return key * self.one_in < 1 << 64

    @property
    def rate(self) -> str:
        return f"1/{self.one_in}"

    def as_dict(self) -> dict[str, Any]:
        return {"by": self.by, "rate": self.rate}


def one_in(rate: str) -> int:
    """64 of "1/64".

    Raises:
        UsageError: it is no such rate.
    """
    match = _RATE.fullmatch(rate.replace(" ", ""))
    if match is None:
        raise UsageError(f"a sampling rate is 1/N, like 1/64, not {rate!r}")
    return int(match[1])


def sampling_of(options: Mapping[str, Any]) -> Sampling | None:
    """The sampling that the options of a scan or of a manifest ask for; None where everything is kept.

    Raises:
        UsageError: they ask for two, or for what is no rate.
    """
    asked: dict[By, str] = {}
    for by in ("prompts", "subjects"):
        if (rate := options.get(f"sample_{by}")) is not None:
            asked[by] = rate
    if len(asked) > 1:
        raise UsageError("--sample-prompts and --sample-subjects exclude each other: give one of them")
    return next((Sampling(by, one_in(rate)) for by, rate in asked.items()), None)


def sampling_options(sampling: Sampling | None) -> dict[str, str | None]:
    """The options that ``sampling_of`` reads."""
    return {
        f"sample_{by}": sampling.rate if sampling and sampling.by == by else None
        for by in ("prompts", "subjects")
    }
