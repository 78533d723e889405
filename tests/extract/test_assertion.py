"""What is stated as true, and why the rest is not (FACTS.md, 1)."""

import pytest
from handmade import facts, mentions


def flags(rows: str) -> set[str]:
    return {flag for m in mentions(rows) for flag in m.flags}


def test_a_negated_clause_is_kept_with_its_flag() -> None:
    rows = """
        Anna/anna/NNP 4 nsubj PER
        did/do/VBD 4 aux
        not/not/RB 4 advmod
        win/win/VB 0 root
        Wimbledon/wimbledon/NNP 4 obj
        ././. 4 punct
    """
    assert not facts(rows)
    assert flags(rows) == {"negated"}


@pytest.mark.parametrize(
    ("word", "flag"), [("may", "modal"), ("could", "modal"), ("will", "future"), ("must", "modal")]
)
def test_modals_and_the_future_are_not_asserted(word: str, flag: str) -> None:
    rows = f"""
        Anna/anna/NNP 3 nsubj PER
        {word}/{word}/MD 3 aux
        win/win/VB 0 root
        Wimbledon/wimbledon/NNP 3 obj
        ././. 3 punct
    """
    assert flags(rows) == {flag}


@pytest.mark.parametrize(
    ("past", "lemma", "expected"),
    [
        ("managed", "manage", set()),
        ("failed", "fail", {"negated"}),
        ("planned", "plan", {"future"}),
        ("began", "begin", set()),
    ],
)
def test_implicatives_decide_about_their_complement(past: str, lemma: str, expected: set[str]) -> None:
    rows = f"""
        Anna/anna/NNP 2 nsubj PER
        {past}/{lemma}/VBD 0 root
        to/to/TO 4 mark
        join/join/VB 2 xcomp
        Interpol/interpol/NNP 4 obj
        ././. 2 punct
    """
    assert flags(rows) == expected
    assert bool(facts(rows)) is not bool(expected)


def test_going_to_is_the_future() -> None:
    rows = """
        Anna/anna/NNP 3 nsubj PER
        is/be/VBZ 3 aux
        going/go/VBG 0 root
        to/to/TO 5 mark
        join/join/VB 3 xcomp
        Interpol/interpol/NNP 5 obj
        ././. 3 punct
    """
    assert flags(rows) == {"future"}


def test_what_follows_a_verb_of_planning_says_nothing_yet() -> None:
    rows = """
        Anna/anna/NNP 2 nsubj PER
        planned/plan/VBD 0 root
        to/to/TO 4 mark
        join/join/VB 2 xcomp
        Interpol/interpol/NNP 4 obj
        in/in/IN 7 case
        1990/1990/CD 2 obl
        ././. 2 punct
    """
    assert not facts(rows)


@pytest.mark.parametrize(("verb", "lemma", "asserted"), [("said", "say", False), ("knew", "know", True)])
def test_what_is_said_is_attributed_and_what_is_known_is_stated(
    verb: str, lemma: str, asserted: bool
) -> None:
    rows = f"""
        Anna/anna/NNP 2 nsubj PER
        {verb}/{lemma}/VBD 0 root
        that/that/IN 5 mark
        Boris/boris/NNP 5 nsubj PER
        joined/join/VBD 2 ccomp
        Interpol/interpol/NNP 5 obj
        ././. 2 punct
    """
    assert (("Boris", "join", "Interpol") in facts(rows)) is asserted


def test_a_condition_and_what_hangs_on_it_are_not_asserted() -> None:
    rows = """
        If/if/IN 3 mark
        Anna/anna/NNP 3 nsubj PER
        leaves/leave/VBZ 6 advcl
        ,/,/, 3 punct
        Boris/boris/NNP 6 nsubj PER
        joins/join/VBZ 0 root
        Interpol/interpol/NNP 6 obj
        ././. 6 punct
    """
    assert flags(rows) == {"conditional"}


def test_nobody_is_no_subject() -> None:
    assert not facts("""
        Nobody/nobody/NN 2 nsubj
        defeated/defeat/VBD 0 root
        Sweden/sweden/NNP 2 obj
        ././. 2 punct
    """)  # fmt: skip


def test_a_modal_reaches_the_coordinated_verb_that_shares_it() -> None:
    rows = """
        Smallpox/smallpox/NNP 3 nsubj
        may/may/MD 3 aux
        reach/reach/VB 0 root
        Europe/europe/NNP 3 obj LOC
        and/and/CC 6 cc
        destroy/destroy/VB 3 conj
        Rome/rome/NNP 6 obj LOC
        ././. 3 punct
    """
    assert not facts(rows)


def test_a_negation_does_not_reach_a_coordinated_verb_of_its_own() -> None:
    found = facts("""
        Anna/anna/NNP 4 nsubj PER
        did/do/VBD 4 aux
        not/not/RB 4 advmod
        join/join/VB 0 root
        Interpol/interpol/NNP 4 obj
        but/but/CC 7 cc
        joined/join/VBD 4 conj
        Europol/europol/NNP 7 obj
        ././. 4 punct
    """)  # fmt: skip
    assert found == {("Anna", "join", "Europol")}


def test_the_first_to_do_something_did_it_and_a_purpose_is_open() -> None:
    first = """
        Anna/anna/NNP 5 nsubj PER
        was/be/VBD 5 cop
        the/the/DT 5 det
        first/first/JJ 5 amod
        woman/woman/NN 0 root
        to/to/TO 7 mark
        join/join/VB 5 acl
        Interpol/interpol/NNP 7 obj
        ././. 5 punct
    """
    assert "future" not in flags(first)


def test_a_question_states_nothing() -> None:
    rows = """
        Did/do/VBD 3 aux
        Anna/anna/NNP 3 nsubj PER
        join/join/VB 0 root
        Interpol/interpol/NNP 3 obj
        ?/?/. 3 punct
    """
    assert flags(rows) == {"question"}
