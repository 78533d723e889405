"""Golden sentences by construction, run with the shipped model: read ``golden/README.md`` and the files beside it."""

import warnings

import pytest
from golden_cases import Case, golden_files, report, run

from factscan import Extractor

FILES = golden_files()
Results = dict[str, list[tuple[Case, list[str]]]]


@pytest.fixture(scope="module")
def results() -> Results:
    found: Results = {file.name: [] for file in FILES}
    for case, faults in run(Extractor(), FILES):
        found[case.file].append((case, faults))
    return found


@pytest.mark.parametrize("name", [file.name for file in FILES])
def test_each_sentence_yields_what_it_states_and_nothing_that_it_does_not(
    name: str, results: Results
) -> None:
    failing = [(case, faults) for case, faults in results[name] if faults and not case.known]
    assert not failing, f"{len(failing)} golden sentences are wrong\n{report(failing)}"


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_known_failures_do_not_grow(file, results: Results) -> None:  # type: ignore[no-untyped-def]
    failing = [(case, faults) for case, faults in results[file.name] if faults and case.known]
    right = [case.text for case, faults in results[file.name] if case.known and not faults]
    warnings.warn(
        f"golden/{file.name}.txt: {len(failing)} of {len(file.cases)} sentences are known to fail"
        + (f"; right by now: {right}" if right else ""),
        stacklevel=1,
    )
    assert len(failing) <= file.allowed, report(failing)


def test_there_are_sentences_enough_and_each_says_something() -> None:
    cases = [case for file in FILES for case in file.cases]
    assert len(cases) >= 150
    assert not [case.text for case in cases if not (case.states or case.excludes or case.nothing_else)]
    assert len({(case.title, case.text) for case in cases}) == len(cases)
