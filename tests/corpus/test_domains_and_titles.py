"""How a document's domain and title are found."""

from pathlib import Path

import pytest
from reading import documents, jsonl, put, read

from factscan.corpus import Columns, ReadOptions, parse_domain_rule
from factscan.errors import UsageError

RECORDS = [
    {"text": "a", "domain": "people", "topic": "ada", "url": "https://WWW.Example.org:80/x"},
    {"text": "b", "domain": None, "id": "http://b.org/y"},
    {"text": "c"},
]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("auto", ["people", "law", "law"]),
        ("folder", ["law", "law", "law"]),
        ("host", ["example.org", "b.org", "unlabelled"]),
        ("column:topic", ["ada", "unlabelled", "unlabelled"]),
        ("=all of it", ["all of it"] * 3),
    ],
)
def test_a_domain_is_found_by_its_rule(tmp_path: Path, rule: str, expected: list[str]) -> None:
    put(tmp_path / "law" / "deep" / "a.jsonl", jsonl(RECORDS))
    options = ReadOptions(domain=parse_domain_rule(rule))
    assert [document.domain for document in documents(read(tmp_path, options=options))] == expected


def test_without_column_and_folder_a_domain_is_unlabelled(tmp_path: Path) -> None:
    path = put(tmp_path / "law" / "a.jsonl", jsonl(RECORDS))
    assert [document.domain for document in documents(read(path))] == ["people", "unlabelled", "unlabelled"]


@pytest.mark.parametrize("rule", ["auto", "host", "folder", "column:meta.set", "=law"])
def test_a_rule_is_written_as_it_is_read(rule: str) -> None:
    assert str(parse_domain_rule(rule)) == rule


@pytest.mark.parametrize("rule", ["", "hosts", "column:", "=", "folder:2", "law"])
def test_what_is_no_rule_gets_the_list_of_rules(rule: str) -> None:
    with pytest.raises(UsageError, match=r"auto .*column:NAME.*host.*folder.*=NAME"):
        parse_domain_rule(rule)


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ({"title": "Ada", "url": "https://x.org/wiki/Other"}, "Ada"),
        ({"title": "", "url": "https://x.org/wiki/Ada_Lovelace"}, "Ada Lovelace"),
        ({"title": None, "id": "https://x.org/wiki/Caf%C3%A9_au_lait/?q=1#top"}, "Café au lait"),
        ({"url": "https://x.org/a%00b%FF"}, "a b�"),
        ({"url": "https://x.org/"}, ""),
        ({"url": "http://[broken/Ada"}, ""),
        ({"id": "wiki/Ada_Lovelace"}, ""),
    ],
)
def test_a_missing_title_is_taken_from_the_url(tmp_path: Path, record: dict[str, str], title: str) -> None:
    path = put(tmp_path / "a.jsonl", jsonl([{"text": "t", **record}]))
    (document,) = documents(read(path))
    assert document.title == title


def test_titles_can_be_left_to_their_column(tmp_path: Path) -> None:
    path = put(tmp_path / "a.jsonl", jsonl([{"text": "t", "url": "https://x.org/Ada"}]))
    (document,) = documents(read(path, options=ReadOptions(title_from_url=False)))
    assert (document.title, document.doc_id) == ("", "https://x.org/Ada")


def test_every_option_that_changes_documents_is_in_the_record_of_options() -> None:
    options = ReadOptions(Columns(text="body", url="link"), parse_domain_rule("column:x"), max_record_bytes=9)
    assert options.as_dict() == {
        "text_column": "body",
        "id_column": None,
        "title_column": None,
        "source_column": None,
        "url_column": "link",
        "domain": "column:x",
        "max_record_bytes": 9,
        "max_expansion": 250,
        "title_from_url": True,
    }
