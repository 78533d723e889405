"""The golden sentences: how their files are read, and what is wrong with what an extractor makes of one.

``python tests/extract/golden_cases.py`` prints how many are right by construction, and what fails; with ``--mark`` it
also marks what fails as known to fail, and nothing else (after a change of the model: look at the difference before it
is kept). The format is described in ``golden/README.md``.
"""

import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from factscan import Extractor
from factscan.extract.mention import Mention

FOLDER = Path(__file__).parent / "golden"
Fact = tuple[str, str, str]
_HEAD = re.compile(r"known failures at most: (\d+)")
_ANYTHING = {"anything", "anything else"}


@dataclass
class Case:
    """One sentence with what it states and what it must not yield; ``known``: it is known to fail."""

    file: str
    construction: str
    title: str
    text: str
    known: bool
    states: list[Fact] = field(default_factory=list)
    excludes: list[Fact] = field(default_factory=list)
    nothing_else: bool = False

    def faults(self, mentions: Iterable[Mention]) -> list[str]:
        """What is missing and what is too much, a line each."""
        found = {(m.subject, m.relation, m.object) for m in mentions if m.asserted}
        stated = {f for f in found if any(_is(f, wanted) for wanted in self.states)}
        faults = [
            f"missing  {_line(wanted)}" for wanted in self.states if not any(_is(f, wanted) for f in found)
        ]
        faults += [
            f"excluded {_line(f)}"
            for f in sorted(found)
            if any(_is(f, x) for x in self.excludes) or (self.nothing_else and f not in stated)
        ]
        return faults


@dataclass(frozen=True)
class GoldenFile:
    """The cases of a file, and how many of them may fail."""

    name: str
    allowed: int
    cases: Sequence[Case]


def golden_files() -> list[GoldenFile]:
    """All files, in the order of their names."""
    return [_read(path) for path in sorted(FOLDER.glob("*.txt"))]


def _read(path: Path) -> GoldenFile:
    allowed, construction, cases = 0, "", []
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, rest = line[:1], line[1:].strip()
        if head := _HEAD.fullmatch(line):
            allowed = int(head[1])
        elif mark == "=":
            construction = line.strip("= ")
        elif mark in (">", "?"):
            title, _, text = rest.rpartition(" :: ")
            cases.append(Case(path.stem, construction, title, text, mark == "?"))
        elif mark == "-" and rest in _ANYTHING:
            cases[-1].nothing_else = True
        elif mark in ("+", "-"):
            fact = tuple(part.strip() for part in rest.split(" | "))
            if len(fact) != 3:
                raise ValueError(f"{path.name}: not subject | relation | object: {line}")
            (cases[-1].states if mark == "+" else cases[-1].excludes).append(fact)
        elif mark not in ("", "#"):
            raise ValueError(f"{path.name}: a line of no kind: {line}")
    return GoldenFile(path.stem, allowed, cases)


def run(extractor: Extractor, files: Sequence[GoldenFile]) -> list[tuple[Case, list[str]]]:
    """All cases with their faults, extracted in one batch."""
    cases = [case for file in files for case in file.cases]
    found = extractor.extract((case.title, case.text) for case in cases)
    return [(case, case.faults(mentions)) for case, mentions in zip(cases, found, strict=True)]


def report(results: Sequence[tuple[Case, list[str]]]) -> str:
    """The faults of the failing cases under their constructions."""
    lines, under = [], ""
    for case, faults in results:
        if faults:
            if under != case.construction:
                under = case.construction
                lines.append(f"{case.file}: {under}")
            lines += [f"    {case.text}", *(f"        {fault}" for fault in faults)]
    return "\n".join(lines)


def mark(results: Sequence[tuple[Case, list[str]]]) -> None:
    """Set the marks and the heads of all files after what fails now."""
    failing = {(case.title, case.text) for case, faults in results if faults}
    for path in sorted(FOLDER.glob("*.txt")):
        lines, known = [], 0
        for line in path.read_text(encoding="utf-8").splitlines():
            if line[:2] in ("> ", "? "):
                title, _, text = line[2:].rpartition(" :: ")
                fails = (title.strip(), text.strip()) in failing
                known += fails
                line = ("? " if fails else "> ") + line[2:]
            lines.append(line)
        lines[0] = f"known failures at most: {known}"
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _is(fact: Fact, wanted: Fact) -> bool:
    return all(w == "*" or f in w.split(" / ") for f, w in zip(fact, wanted, strict=True))


def _line(fact: Fact) -> str:
    return " | ".join(fact)


def _main() -> None:
    results = run(Extractor(), golden_files())
    by: dict[tuple[str, str], list[bool]] = {}
    for case, faults in results:
        by.setdefault((case.file, case.construction), []).append(not faults)
    lines = [f"{file:10} {sum(ok):3} of {len(ok):3}  {what}" for (file, what), ok in by.items()]
    lines.append(f"{sum(not faults for _, faults in results)} of {len(results)} are right")
    sys.stdout.write("\n".join([*lines, "", report(results), ""]))
    if "--mark" in sys.argv[1:]:
        mark(results)


if __name__ == "__main__":
    _main()
