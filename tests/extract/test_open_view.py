"""The open view: what a sentence states in its own words, of sentences parsed by hand."""

from factscan.extract.open_view import Statement, binary_statements, nary_statements
from factscan.extract.syntax.analysis import Analysis
from tests.extract.handmade import parsed

FLOOD = """
The/the/DT 2 det
mayor/mayor/NN 3 nsubj
moved/move/VBD 0 root
the/the/DT 5 det
archive/archive/NN 3 obj
of/of/IN 8 case
the/the/DT 8 det
town/town/NN 5 nmod
to/to/IN 10 case
Bergen/Bergen/NNP 3 obl
in/in/IN 12 case
1921/1921/CD 3 obl
././. 3 punct
"""

PAINTED = """
The/the/DT 2 det
gates/gate/NNS 4 nsubj:pass
were/be/VBD 4 aux:pass
painted/paint/VBN 0 root
by/by/IN 6 case
Rosa/Rosa/NNP 4 obl:agent
and/and/CC 8 cc
Karl/Karl/NNP 6 conj
././. 4 punct
"""

REFUSED = """
Odile/Odile/NNP 2 nsubj
refused/refuse/VBD 0 root
to/to/TO 4 mark
sell/sell/VB 2 xcomp
the/the/DT 6 det
mill/mill/NN 4 obj
././. 2 punct
"""

NOBODY = """
Nobody/nobody/NN 2 nsubj
found/find/VBD 0 root
the/the/DT 4 det
key/key/NN 2 obj
././. 2 punct
"""

SAID = """
Odile/Odile/NNP 2 nsubj
said/say/VBD 0 root
that/that/IN 6 mark
the/the/DT 5 det
mill/mill/NN 6 nsubj
burned/burn/VBD 2 ccomp
in/in/IN 8 case
May/May/NNP 6 obl
././. 2 punct
"""

BOOK = """
The/the/DT 2 det
book/book/NN 7 nsubj
that/that/WDT 5 obj
he/he/PRP 5 nsubj
wrote/write/VBD 2 acl:relcl
quickly/quickly/RB 5 advmod
won/win/VBD 0 root
a/a/DT 9 det
prize/prize/NN 7 obj
in/in/IN 11 case
honour/honour/NN 7 obl
of/of/IN 13 case
Grieg/Grieg/NNP 11 nmod
././. 7 punct
"""

NOUNS = """
The/the/DT 3 det
violinist/violinist/NN 3 compound
Saul/Saul/NNP 9 nsubj
,/,/, 7 punct
Oslo/Oslo/NNP 7 nmod:poss
's/'s/POS 5 case
favourite/favourite/NN 3 appos
,/,/, 7 punct
died/die/VBD 0 root
near/near/IN 13 case
the/the/DT 13 det
old/old/JJ 13 amod
bridge/bridge/NN 9 obl
across/across/IN 15 case
Elbe/Elbe/NNP 13 nmod
././. 9 punct
"""

CLASHES = """
Armed/armed/VBN 2 amod
clashes/clash/NNS 3 nsubj
began/begin/VBD 0 root
in/in/IN 5 case
towns/town/NNS 3 obl
such/such/JJ 8 case
as/as/IN 6 fixed
Mosul/Mosul/NNP 5 nmod
and/and/CC 10 cc
Tuz/Tuz/NNP 8 conj
,/,/, 12 punct
leaving/leave/VBG 3 advcl
homes/home/NNS 12 obj
empty/empty/JJ 12 xcomp
././. 3 punct
"""

THERE = """
There/there/EX 2 expl
were/be/VBD 0 root
fires/fire/NNS 2 nsubj
on/on/IN 5 case
3/3/CD 2 obl
May/May/NNP 5 nmod
1921/1921/CD 5 nmod
,/,/, 9 punct
started/start/VBN 3 acl
by/by/IN 11 case
boys/boy/NNS 9 obl:agent
to/to/TO 13 mark
scare/scare/VB 9 advcl
cats/cat/NNS 13 obj
././. 2 punct
"""


def told(rows: str, *, minimal: bool = False, asserted: bool = True) -> list[tuple[str, ...]]:
    """(subject, relation, other arguments …) of the statements."""
    read = binary_statements if minimal else nary_statements
    found = list(read(Analysis(parsed(rows), [])))
    return [_row(s) for s in found if s.asserted or not asserted]


def _row(statement: Statement) -> tuple[str, ...]:
    return statement.arguments[0], statement.relation, *statement.arguments[1:]


def test_a_clause_is_one_statement_with_all_its_arguments() -> None:
    assert told(FLOOD) == [("The mayor", "moved", "the archive of the town", "to Bergen", "in 1921")]


def test_the_minimal_view_takes_the_arguments_of_a_clause_apart() -> None:
    assert told(FLOOD, minimal=True) == [
        ("The mayor", "moved", "the archive"),
        ("The mayor", "moved the archive of", "the town"),
        ("The mayor", "moved the archive of the town to", "Bergen"),
        ("The mayor", "moved the archive of the town in", "1921"),
    ]


def test_a_statement_for_each_of_coordinated_arguments_with_the_preposition_in_the_relation() -> None:
    expected = [("The gates", "were painted by", "Rosa"), ("The gates", "were painted by", "Karl")]
    assert told(PAINTED) == told(PAINTED, minimal=True) == expected


def test_a_verb_and_its_infinitive_are_one_relation() -> None:
    assert told(REFUSED) == [("Odile", "refused to sell", "the mill")]


def test_what_is_denied_is_found_but_not_asserted() -> None:
    assert told(NOBODY) == []
    assert told(NOBODY, asserted=False) == [("Nobody", "found", "the key")]


def test_what_is_said_is_an_argument_and_not_asserted_itself() -> None:
    assert told(SAID) == [("Odile", "said that", "the mill burned in May")]
    assert ("the mill", "burned in", "May") in told(SAID, asserted=False)


def test_a_relative_clause_speaks_of_its_noun_and_is_no_part_of_it() -> None:
    assert told(BOOK) == [
        ("he", "wrote quickly", "The book"),
        ("The book", "won", "a prize", "in honour of Grieg"),
    ]


def test_a_noun_between_prepositions_belongs_to_them_in_the_minimal_view() -> None:
    assert ("The book", "won a prize in honour of", "Grieg") in told(BOOK, minimal=True)


def test_titles_appositions_possessors_and_places_are_statements() -> None:
    assert set(told(NOUNS)) >= {
        ("Saul", "is", "The violinist"),
        ("The violinist Saul", "is", "Oslo's favourite"),
        ("Oslo", "has", "favourite"),
        ("the old bridge", "is across", "Elbe"),
    }


def test_lists_attributes_and_results_of_an_event_are_statements() -> None:
    assert set(told(CLASHES)) >= {
        ("towns", "are such as", "Mosul"),
        ("towns", "are such as", "Tuz"),
        ("clashes", "are Armed"),
        ("Armed clashes", "were leaving", "homes", "empty"),
    }


def test_a_participle_gets_its_auxiliary() -> None:
    assert ("fires", "were started by", "boys", "to scare cats") in told(THERE)


def test_the_minimal_view_keeps_dates_whole_and_follows_a_purpose_to_its_object() -> None:
    found = told(THERE, minimal=True)
    assert ("fires", "were on", "3 May 1921") in found
    assert ("fires", "started by boys to scare", "cats") in found
