"""What a labeller sees of a corpus that was written to deceive a terminal."""

import io

import pytest
from auditing import item, pair

from factscan.audit.labelling import Labelling
from factscan.audit.precision import precisions
from factscan.commands.label import label_in_terminal
from factscan.report.audit import render_precisions

EVIL = "Oslo\x9b31m\x07\x1b]0;x\u202e\x00"


@pytest.fixture
def items() -> list:
    hostile = item(
        subject=EVIL, relation=EVIL, object=EVIL, sentence=f"{EVIL} ⟦{EVIL}⟧", title=EVIL, domain=EVIL
    )
    return [hostile, item(mention="m2", title="", doc_id=EVIL)]


def test_no_control_character_of_a_text_reaches_the_terminal(
    items: list, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("yn"))
    label_in_terminal(Labelling(items, save=lambda: None))
    told = capsys.readouterr().out
    told += "".join(
        render_precisions(precisions(items), items, None, form, pretty=False) for form in ("table", "csv")
    )
    assert "Oslo\N{REPLACEMENT CHARACTER}31m" in told
    assert all(character.isprintable() or character == "\n" for character in told)
    assert [item.label for item in items] == ["y", "n"]


def test_pairs_are_asked_for_the_same_question_and_show_no_control_character(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("subject", "relation", "object", "sentence", "title")
    hostile = {name: EVIL for side in names for name in (side, f"other_{side}")}
    pairs = [pair(**hostile), pair(pair="p2")]
    monkeypatch.setattr("sys.stdin", io.StringIO("yn"))
    label_in_terminal(Labelling(pairs, save=lambda: None))
    told = capsys.readouterr().out
    assert "y same · n different" in told
    assert all(character.isprintable() or character == "\n" for character in told)
    assert [found.label for found in pairs] == ["y", "n"]
