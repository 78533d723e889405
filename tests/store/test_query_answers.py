"""What every named question answers over a run small enough to check by hand: ``answers/NAME.txt``.

After a change that is meant, RENEW_ANSWERS=1 python -m pytest tests/store/test_query_answers.py writes them anew;
``git diff tests/store/answers`` then shows what changed.
"""

import os
from pathlib import Path

import pytest
from little_run import little_run

from factscan.report.rows import render_rows
from factscan.run import Run
from factscan.store.queries import query, query_names

ANSWERS = Path(__file__).with_name("answers")
GIVEN = {
    "coverage": {"entities": ["OSLO", "Bergen", "Norway", "Paris"]},
    "object": {"object": "norway"},
    "subject": {"subject": "oslo"},
}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    return little_run(tmp_path_factory.mktemp("little") / "run")


@pytest.mark.parametrize("name", query_names())
def test_a_question_answers_what_is_written_down(run: Run, name: str) -> None:
    question = query(name)
    answer = (
        render_rows(run.sql(question.text, question.bind(GIVEN.get(name, {}))), "table", pretty=False) + "\n"
    )
    file = ANSWERS / f"{name}.txt"
    if "RENEW_ANSWERS" in os.environ:
        file.write_text(answer, encoding="utf-8")
    assert answer == file.read_text(encoding="utf-8")


def test_no_answer_is_empty_and_none_is_of_a_question_that_is_gone() -> None:
    assert sorted(path.stem for path in ANSWERS.iterdir()) == query_names()
    assert [path.stem for path in ANSWERS.iterdir() if "(0 rows)" in path.read_text(encoding="utf-8")] == []
