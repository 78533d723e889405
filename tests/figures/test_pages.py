"""What pages show beside the rows, against counts by hand."""

from pathlib import Path

import pytest
from conftest import MakeRun, Stated, write_run

from factscan.figures import Settings
from factscan.figures.pages import EXAMPLES, Frequency, Page, Pages, pages
from factscan.run import Run
from factscan.sampling import Sampling

OSLO = ("Oslo", "country", "Norway")
DOCUMENTS = [
    Stated([OSLO, ("Ada", "be", "poet")], domain="a", said=["Oslo lies in Norway.", "Ada is a poet."]),
    Stated([OSLO, OSLO], domain="a", said=["Norway's capital is Oslo.", "Oslo, Norway."]),
    Stated([("Oslo", "country", "Sweden")], domain="b", said=["Oslo was in Sweden."]),
    Stated([("Bo", "be", "painter")], domain="b", near="copy"),
    Stated([("Bo", "be", "painter")], domain="b", near="copy"),
]


def look(run: Run, groups: list[str], settings: Settings | None = None, **options: object) -> Pages:
    with run._connect() as connection:
        return pages(connection, settings or Settings(), groups, **options)  # type: ignore[arg-type]


def test_frequencies_count_prompts_by_the_documents_of_the_whole_corpus_that_state_them(
    make_run: MakeRun,
) -> None:
    found = look(make_run(DOCUMENTS), ["a", "b"])
    assert found.whole.frequencies == [Frequency(1, 2, 2), Frequency(3, 1, 4)]
    assert found.domains["a"].frequencies == [Frequency(1, 1, 1), Frequency(3, 1, 3)]
    assert found.domains["b"].frequencies == [Frequency(1, 1, 1), Frequency(3, 1, 1)]


def test_alone_a_domain_knows_only_its_own_documents(make_run: MakeRun) -> None:
    found = look(make_run(DOCUMENTS), ["a", "b"], Settings(scope="alone"))
    assert found.whole.frequencies == [Frequency(1, 2, 2), Frequency(3, 1, 4)]
    assert found.domains["a"].frequencies == [Frequency(1, 1, 1), Frequency(2, 1, 3)]
    assert found.domains["b"].frequencies == [Frequency(1, 2, 2)]


def test_copies_count_where_they_are_counted(make_run: MakeRun) -> None:
    found = look(make_run(DOCUMENTS), ["b"], Settings(dedup="none"))
    assert found.domains["b"].frequencies == [Frequency(2, 1, 2), Frequency(3, 1, 1)]
    assert found.domains["b"].singletons == ()


def test_an_example_has_the_usual_answer_and_a_sentence_with_its_words_marked(make_run: MakeRun) -> None:
    found = look(make_run(DOCUMENTS), ["a", "b"])
    (oslo,) = found.whole.frequent
    assert (oslo.subject, oslo.object, oslo.documents, oslo.answers) == ("Oslo", "Norway", 2, 2)
    (ada,) = found.domains["a"].singletons
    assert (ada.subject, ada.sentence, ada.documents) == ("Ada", "Ada is a poet.", 1)
    assert 0 <= ada.span_start < ada.span_end <= len("Ada is a poet.")
    (sweden,) = found.domains["b"].frequent
    assert (sweden.object, sweden.documents, sweden.answers) == ("Sweden", 1, 1)


def test_without_evidence_there_are_no_examples(make_run: MakeRun) -> None:
    page = look(make_run(DOCUMENTS), ["a"], evidence=False).domains["a"]
    assert (page.singletons, page.frequent) == ((), ())
    assert page.frequencies


def test_the_same_examples_are_drawn_again_and_a_subject_comes_once(make_run: MakeRun) -> None:
    many = [Stated([(f"s{n}", "be", "x"), ("hub", f"r{n % 9}", "y")]) for n in range(60)]
    found = look(make_run(many), ["d"]).domains["d"]
    assert len(found.singletons) == EXAMPLES
    assert [one.subject for one in found.frequent] == ["hub"]
    again = look(make_run(list(reversed(many))), ["d"]).domains["d"]
    assert {one.subject for one in again.singletons} == {one.subject for one in found.singletons}


def test_relations_of_a_domain_have_the_missing_mass_of_its_mentions(make_run: MakeRun) -> None:
    weak = [Stated([(f"w{n}", "weak", "x")]) for n in range(60)]
    strong = [Stated([(f"k{n % 6}", "strong", "x")]) for n in range(60)]
    rare = [Stated([("one", "rare", "x")])]
    first, second = look(make_run([*weak, *strong, *rare]), ["d"]).domains["d"].relations
    assert (first.name, first.missing_mass.estimate, first.singletons) == ("weak", 1.0, 60)
    assert (second.name, second.missing_mass.estimate, second.prompts) == ("strong", 0.0, 6)
    assert second.n_eff == pytest.approx(60)


def test_of_a_sample_counts_are_scaled_and_relations_left_out(tmp_path: Path) -> None:
    sampling = Sampling("prompts", 4)
    documents = [Stated([(f"s{n}", "be", "x") for n in range(400)])]
    found = look(write_run(tmp_path / "run", documents, sampling), ["d"], sampling=sampling).domains["d"]
    (kept,) = found.frequencies
    assert kept.prompts % 4 == 0
    assert 200 < kept.prompts < 600
    assert found.relations == ()


def test_a_run_without_facts_has_an_empty_page(make_run: MakeRun) -> None:
    assert look(make_run([Stated()]), []).whole == Page()
