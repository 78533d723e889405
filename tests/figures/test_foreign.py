"""A domain that is mostly not English is told from one that is, in a report and at the end of a scan."""

import pytest
from conftest import MakeRun, Stated

from factscan.extract.text.prose import Prose
from factscan.extract.text.sentences import sentence_spans
from factscan.report import as_json, as_table
from factscan.store.counts import ForeignDomain, foreign_domains
from factscan.store.folder import RunFolder

GERMAN = (
    "Die Stadt Bergen liegt an der Küste und hat einen großen Hafen. Sie wurde im Jahr 1070 von einem König gegründet. "
    "Heute leben dort mehr als zweihunderttausend Menschen. Der Fluss ist nicht lang, aber er ist für die Schiffe "
    "wichtig. Im Winter fällt viel Regen auf die Berge, und das Wasser fließt durch enge Täler in das Meer. Viele "
    "Besucher kommen wegen der alten Häuser. Das Museum wurde nach dem Krieg wieder aufgebaut."
)
ENGLISH = (
    "The town of Bergen lies on the coast and has a large harbour. It was founded in 1070 by a king. More than two "
    "hundred thousand people live there today. The river is not long, but it matters to the ships. Much rain falls on "
    "the hills in winter. Many visitors come for the old houses. The museum was built again after the war."
)


def share_skipped_as_foreign(text: str) -> float:
    spans = list(sentence_spans(text))
    prose = Prose(text, spans)
    found = [prose.filter(place, []) for place in range(len(spans))]
    return found.count("language") / len(found)


def test_german_prose_is_skipped_as_foreign_and_english_is_not() -> None:
    assert share_skipped_as_foreign(GERMAN) > 0.8
    assert share_skipped_as_foreign(ENGLISH) == 0


@pytest.fixture
def documents() -> list[Stated]:
    fact = ("Oslo", "country", "Norway")
    return [
        *(Stated([fact], domain="german", shard="g", sentences=10, foreign=9) for _ in range(2)),
        *(Stated([fact], domain="half", shard="h", sentences=10, foreign=5) for _ in range(2)),
        Stated([fact], domain="english", shard="e", sentences=50, foreign=1),
        Stated(domain="nothing", shard="e"),
    ]


def test_a_report_warns_of_a_domain_of_which_most_sentences_are_foreign(
    make_run: MakeRun, documents: list[Stated]
) -> None:
    report = make_run(documents).report()
    rows = {row.name: row for row in report.domains}
    assert {name: row.foreign for name, row in rows.items()} == {
        "german": 0.9,
        "half": 0.5,
        "english": 0.02,
        "nothing": None,
    }
    warned = "mostly not English: 90% of the sentences were skipped as another language, or none; "
    assert rows["german"].warnings[0].startswith(warned)
    assert not any(
        "English" in line for name in ("half", "english", "nothing") for line in rows[name].warnings
    )
    assert report.overall.foreign == pytest.approx(29 / 90)
    assert f"! german: {warned}" in " ".join(as_table(report).split())
    assert warned in as_json(report)


def test_the_end_of_a_scan_names_the_same_domains(make_run: MakeRun, documents: list[Stated]) -> None:
    run = make_run(documents)
    assert foreign_domains(RunFolder(run.path)) == [ForeignDomain("german", 20, 18)]
