import pytest
from handmade import facts, mentions

from factscan.extract.context import Context, document_context
from factscan.extract.text.sentences import sentence_spans


def read(title: str, text: str) -> Context:
    return document_context(title, text, list(sentence_spans(text)))


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("He met Karl Holm in Oslo.", "Karl", "Karl Holm"),
        ("The Royal Nordic Society met.", "Nordic Society", "Royal Nordic Society"),
        ("He left Horn an der Elde early.", "Horn", "Horn an der Elde"),
        ("The Ministry of Trade fell.", "Trade", "Ministry of Trade"),
        ("Under Foreign Minister Karl Holm it grew.", "Karl Holm", "Karl Holm"),
        ("The Mayor of Lund Anna Berg came.", "Anna Berg", "Anna Berg"),
        ("A film about Anna’s Museum opened.", "Museum", "Museum"),
        ("After World War I. Then he left.", "World War", "World War I"),
        ("Danish Karl Holm came.", "Karl Holm", "Karl Holm"),
    ],
)
def test_a_name_is_as_long_as_its_capitals_without_titles_and_owners(
    text: str, part: str, whole: str
) -> None:
    start = text.index(part)
    first, last = read("", text).whole_name(start, start + len(part))
    assert text[first:last].removesuffix(". Then") == whole


def test_a_name_that_the_parse_cuts_is_whole_in_the_fact() -> None:
    found = facts("""
        Tore/tore/NNP 3 nsubj PER
        Gal/gal/NNP 3 dep
        founded/found/VBD 0 root
        Ardo/ardo/NNP 3 obj ORG
        ././. 3 punct
    """)  # fmt: skip
    assert found == {("Ardo", "founder", "Tore Gal")}


def test_whose_a_name_is_is_no_part_of_it_and_an_indefinite_name_is_nobodys() -> None:
    owned = facts("""
        Anna/anna/NNP 2 compound PER
        Berg/berg/NNP 4 nmod:poss PER
        's/'s/POS 2 case
        Guernica/guernica/NNP 5 nsubj
        won/win/VBD 0 root
        the/the/DT 8 det
        Oslo/oslo/NNP 8 compound
        Prize/prize/NNP 5 obj
        ././. 5 punct
    """)  # fmt: skip
    assert {subject for subject, _, _ in owned} == {"Guernica"}
    somebody = facts("""
        An/an/DT 2 det
        Irishman/irishman/NNP 3 nsubj
        founded/found/VBD 0 root
        Ardo/ardo/NNP 3 obj ORG
        ././. 3 punct
    """)  # fmt: skip
    assert somebody == set()


def test_an_acronym_in_brackets_names_all_the_words_before_it() -> None:
    found = facts("""
        The/the/DT 2 det
        Institute/institute/NNP 8 nsubj ORG
        of/of/IN 4 case
        Nerves/nerves/NNPS 2 nmod
        and/and/CC 6 cc
        Skin/skin/NNP 4 conj
        (INS)/ins/NNP 6 appos
        opened/open/VBD 0 root
        ././. 8 punct
    """)  # fmt: skip
    assert ("Institute of Nerves and Skin", "name", "INS") in found


@pytest.mark.parametrize(
    ("title", "text", "phrase", "name"),
    [
        ("", "The Organization of African Unity (OAU) met. The OAU fell.", "OAU", "Organization of African Unity"),
        ("Bank of Lund", "Bank of Lund is a bank. BoL grew.", "BoL", "Bank of Lund"),
        ("Lake Storvann", "Lake Storvann is a lake. In spring Storvann floods.", "Storvann", "Lake Storvann"),
        ("Holm, Ada", "Ada Holm was a poet. Holm wrote much.", "Holm", "Ada Holm"),
        ("Jens Krag", "Jens Otto Krag Lund (born 1914) was a poet. Krag Lund wrote.", "Krag Lund", "Jens Krag"),
        ("Oder JB-3 Tiamat", "The Oder JB-3 Tiamat was a missile. The JB-3 flew.", "JB-3", "Oder JB-3 Tiamat"),
        ("Cats", "Cats are animals. Most cats sleep. A cat sleeps long.", "cat", "Cats"),
    ],
)  # fmt: skip
def test_short_forms_acronyms_and_twins_have_one_key(title: str, text: str, phrase: str, name: str) -> None:
    resolved = read(title, text).resolve(phrase, text.rindex(phrase))
    assert resolved is not None
    assert resolved.subject == name


@pytest.mark.parametrize("phrase", ["Episode 5", "Irishman", "Roman", "Number One"])
def test_parts_and_peoples_name_nothing_by_themselves(phrase: str) -> None:
    text = f"It was long. In it {phrase} won."
    assert read("Silent Island", text).resolve(phrase, text.index(phrase)) is None


def test_a_surname_that_a_company_bears_too_is_not_the_founders() -> None:
    text = "James Hanson founded Hanson Trust. In 1990 Hanson was sold."
    resolved = read("", text).resolve("Hanson", text.rindex("Hanson"))
    assert resolved is not None
    assert (resolved.subject, resolved.certain) == ("Hanson", False)


def test_a_name_after_a_place_without_a_comma_is_the_persons() -> None:
    text = "Bolkin sighed. Bolkin left. Moscow slept. In Moscow Bolkin woke. He was in Moscow."
    resolved = read("", text).resolve("Moscow Bolkin", text.index("Moscow Bolkin"))
    assert resolved is not None
    assert resolved.subject == "Bolkin"


def test_what_a_noun_beside_a_name_says_must_fit_the_name() -> None:
    tour = facts("""
        The/the/DT 2 det
        tour/tour/NN 5 nsubj
        ,/,/, 4 punct
        Bendigo/bendigo/NNP 2 appos LOC
        saw/see/VBD 0 root
        Oslo/oslo/NNP 5 obj LOC
        ././. 5 punct
    """)  # fmt: skip
    assert not any(relation == "be" for _, relation, _ in tour)
    peoples = facts("""
        The/the/DT 3 det
        1051-hectare/1051-hectare/NN 3 compound
        Park/park/NNP 5 nsubj LOC
        is/be/VBZ 5 cop
        old/old/JJ 0 root
        ././. 5 punct
    """)  # fmt: skip
    assert not any("hectare" in obj for _, _, obj in peoples)


def test_a_cited_act_has_its_own_date_and_the_law_that_cites_it_has_not() -> None:
    rows = """
        The/the/DT 2 det
        Council/council/NNP 3 nsubj
        amended/amend/VBD 0 root
        the/the/DT 7 det
        Home/home/NNP 7 compound
        Rule/rule/NNP 7 compound
        Act/act/NNP 3 obj
        ,/,/, 9 punct
        approved/approve/VBN 3 advcl
        December/december/NNP 9 obl
        24/24/CD 10 nummod
        ,/,/, 10 punct
        1973/1973/CD 10 nummod
        ././. 3 punct
    """
    found = facts(rows, title="D.C. Law 22-6. Some Act of 2017")
    assert ("Home Rule Act", "approval date", "1973-12-24") in found
    assert not any(
        relation == "approval date" and subject != "Home Rule Act" for subject, relation, _ in found
    )


def test_a_place_is_a_name_and_not_a_state() -> None:
    assert not facts("""
        Ardo/ardo/NNP 4 nsubj ORG
        is/be/VBZ 4 cop
        in/in/IN 4 case
        operation/operation/NN 0 root
        ././. 4 punct
    """)  # fmt: skip


def test_a_mention_with_a_competitor_in_sight_is_less_sure() -> None:
    rows = """
        Hanson/hanson/NNP 2 nsubj
        founded/found/VBD 0 root
        Ardo/ardo/NNP 2 obj ORG
        ././. 2 punct
    """  # fmt: skip
    sure = mentions(rows, title="Karl Hanson")
    assert sure
    assert all(0 < m.confidence <= 1 for m in sure)
