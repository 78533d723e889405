"""δ, the miscalibration that the bound takes off: assumed, given as measured, or measured here on a model's answers."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from factscan.errors import InputError, UsageError
from factscan.figures.settings import Settings
from factscan.stats.miscalibration import Miscalibration, miscalibration

COLUMNS = ("prompt", "p_hat", "right")
MEASURED = "measured:"
NO_POOL = "δ is not measured: no relation bears the bound, so there is no threshold to measure it at"
_RIGHT = {
    **dict.fromkeys(("1", "y", "yes", "true", "right"), True),
    **dict.fromkeys(("0", "n", "no", "false", "wrong", ""), False),
}


@dataclass(frozen=True, slots=True)
class Responses:
    """What a model answered, one entry a response: the prompt, the chance that it is given, whether it is right."""

    prompt: tuple[str, ...]
    p_hat: tuple[float, ...]
    right: tuple[bool, ...]

    def at(self, threshold: float, gamma: float) -> Miscalibration:
        return miscalibration(self.prompt, self.p_hat, self.right, threshold, gamma=gamma)


def delta_of(text: str) -> tuple[Settings, Responses | None]:
    """What an option says of δ, as settings that are else the default: ``.03``, ``measured:.03``, or a file of answers.

    Raises:
        UsageError: the number is none, or lies outside [0, 1].
        InputError: it is no number, and no file that can be read.
    """
    measured, number = text.startswith(MEASURED), text.removeprefix(MEASURED)
    try:
        return Settings(delta=float(number), delta_source="measured" if measured else "assumed"), None
    except ValueError:
        if measured:
            raise UsageError(
                f"--delta {MEASURED}δ takes a number, {MEASURED}.03 say, not {number!r}"
            ) from None
        return Settings(delta_source="measured"), read_answers(Path(text))


def read_answers(path: Path) -> Responses:
    """A CSV file with the columns ``prompt``, ``p_hat`` and ``right``, one row a response.

    Raises:
        InputError: it cannot be read, lacks a column, or a line says no chance, nor whether it is right.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as lines:
            rows = list(_rows(path, csv.DictReader(lines)))
    except OSError as error:
        raise InputError(
            f"--delta takes a number, {MEASURED}NUMBER or a file; {path} cannot be read: {error.strerror}"
        ) from error
    except (UnicodeDecodeError, csv.Error) as error:
        raise InputError(f"{path} is no CSV in UTF-8: {error}") from error
    if not rows:
        raise InputError(f"{path} has no rows: one for each response, with {', '.join(COLUMNS)}")
    prompts, chances, rights = zip(*rows, strict=True)
    return Responses(prompts, chances, rights)


def _rows(path: Path, reader: "csv.DictReader[str]") -> Iterator[tuple[str, float, bool]]:
    absent = [name for name in COLUMNS if name not in (reader.fieldnames or ())]
    if absent:
        raise InputError(f"{path} has no column {', '.join(absent)}: a response is {', '.join(COLUMNS)}")
    for row in reader:
        try:
            yield row["prompt"], _chance(row["p_hat"]), _RIGHT[row["right"].strip().lower()]
        except (KeyError, ValueError, AttributeError) as error:
            raise InputError(
                f"{path}, line {reader.line_num}: p_hat is a chance from 0 to 1 and right is 1 or 0, not "
                f"{row['p_hat']!r} and {row['right']!r}"
            ) from error


def _chance(text: str) -> float:
    chance = float(text)
    if not 0 <= chance <= 1:
        raise ValueError(text)
    return chance


def with_delta(settings: Settings, answers: Responses | None, least_errors: int) -> Settings:
    """The settings with δ as the answers measure it at the bound's threshold, 1/min|E|: its upper end is taken off.

    Raises:
        InputError: the chances of a prompt add up to more than 1.
    """
    if answers is None:
        return settings
    if not least_errors:
        return replace(settings, delta=0.0, delta_source="assumed", delta_note=NO_POOL)
    try:
        found = answers.at(1 / least_errors, settings.gamma)
    except ValueError as error:
        raise InputError(f"the answers that are to measure δ: {error}") from error
    if found.high is None:
        raise InputError(f"the answers that are to measure δ: {found.reason}")
    return replace(settings, delta=found.high, delta_source="measured", delta_measured=found)
