"""What is stated as true, and why the rest is not (FACTS.md, 1)."""

import pytest
from handmade import facts, mentions, parsed

from factscan.extract.syntax.assertion import Assertion


def flags(rows: str) -> set[str]:
    return {flag for m in mentions(rows) for flag in m.flags}


def flags_of(word: str, rows: str, *, clear: bool = False) -> set[str]:
    """The flags of the clause with this predicate, whatever the rules make of it."""
    parse = parsed(rows, clear=clear)
    return set(Assertion(parse).flags(parse.lower.index(word)))


def test_a_negated_clause_is_kept_with_its_flag() -> None:
    rows = """
        Lovelace/lovelace/NNP 4 nsubj PER
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
        Lovelace/lovelace/NNP 3 nsubj PER
        {word}/{word}/MD 3 aux
        win/win/VB 0 root
        Wimbledon/wimbledon/NNP 3 obj
        ././. 3 punct
    """
    assert flags(rows) == {flag}


@pytest.mark.parametrize(
    ("past", "lemma", "affirmed", "denied"),
    [
        ("managed", "manage", set(), {"negated"}),
        ("began", "begin", set(), {"negated"}),
        ("failed", "fail", {"negated"}, set()),
        ("forgot", "forget", {"negated"}, set()),
        ("refused", "refuse", {"negated"}, {"modal"}),
        ("hesitated", "hesitate", {"modal"}, set()),
        ("planned", "plan", {"future"}, {"future", "negated"}),
        ("seemed", "seem", {"modal"}, {"modal", "negated"}),
    ],
)
def test_a_governor_decides_about_its_infinitive(
    past: str, lemma: str, affirmed: set[str], denied: set[str]
) -> None:
    rows = f"""
        Lovelace/lovelace/NNP 2 nsubj PER
        {past}/{lemma}/VBD 0 root
        to/to/TO 4 mark
        visit/visit/VB 2 xcomp
        Interpol/interpol/NNP 4 obj
        ././. 2 punct
    """
    negative = f"""
        Lovelace/lovelace/NNP 3 nsubj PER
        never/never/RB 3 advmod
        {past}/{lemma}/VBD 0 root
        to/to/TO 5 mark
        visit/visit/VB 3 xcomp
        Interpol/interpol/NNP 5 obj
        ././. 3 punct
    """
    assert flags(rows) == affirmed
    assert flags(negative) == denied
    assert bool(facts(rows)) is not bool(affirmed)


def test_going_to_is_the_future() -> None:
    rows = """
        Lovelace/lovelace/NNP 3 nsubj PER
        is/be/VBZ 3 aux
        going/go/VBG 0 root
        to/to/TO 5 mark
        visit/visit/VB 3 xcomp
        Interpol/interpol/NNP 5 obj
        ././. 3 punct
    """
    assert flags(rows) == {"future"}


def test_what_follows_a_verb_of_planning_says_nothing_yet() -> None:
    rows = """
        Lovelace/lovelace/NNP 2 nsubj PER
        planned/plan/VBD 0 root
        to/to/TO 4 mark
        visit/visit/VB 2 xcomp
        Interpol/interpol/NNP 4 obj
        in/in/IN 7 case
        1990/1990/CD 2 obl
        ././. 2 punct
    """
    assert not facts(rows)


@pytest.mark.parametrize("negator", ["", "never/never/RB 3 advmod"])
@pytest.mark.parametrize(
    ("verb", "lemma", "asserted"),
    [
        ("said", "say", False),
        ("believed", "believe", False),
        ("knew", "know", True),
        ("regretted", "regret", True),
    ],
)
def test_what_is_said_is_attributed_and_what_is_known_is_stated_even_where_it_is_denied(
    verb: str, lemma: str, asserted: bool, negator: str
) -> None:
    rows = f"""
        Lovelace/lovelace/NNP 3 nsubj PER
        {negator or "even/even/RB 3 advmod"}
        {verb}/{lemma}/VBD 0 root
        that/that/IN 6 mark
        Gagarin/gagarin/NNP 6 nsubj PER
        visited/visit/VBD 3 ccomp
        Interpol/interpol/NNP 6 obj
        ././. 3 punct
    """
    assert (("Gagarin", "visit", "Interpol") in facts(rows)) is asserted


def test_flags_come_down_to_any_depth() -> None:
    """She was said to have managed to begin to work."""
    rows = """
        Lovelace/lovelace/NNP 3 nsubj:pass PER
        was/be/VBD 3 aux:pass
        said/say/VBN 0 root
        to/to/TO 6 mark
        have/have/VB 6 aux
        managed/manage/VBN 3 xcomp
        to/to/TO 8 mark
        begin/begin/VB 6 xcomp
        to/to/TO 10 mark
        visit/visit/VB 8 xcomp
        Interpol/interpol/NNP 10 obj
        ././. 3 punct
    """
    assert flags(rows) == {"attributed"}


@pytest.mark.parametrize(
    ("first", "negated"),
    [("No/no/DT", True), ("Few/few/JJ", True), ("The/the/DT", False), ("Both/both/DT", False)],
)
def test_a_negative_word_in_the_subject_denies_the_clause(first: str, negated: bool) -> None:
    rows = f"""
        {first} 2 {"amod" if "JJ" in first else "det"}
        Danes/dane/NNPS 3 nsubj
        visited/visit/VBD 0 root
        Interpol/interpol/NNP 3 obj
        ././. 3 punct
    """
    assert ("negated" in flags(rows)) is negated


@pytest.mark.parametrize(
    ("preposition", "expected"),
    [("without", {"negated"}), ("after", set()), ("despite", set()), ("from", {"negated"})],
)
def test_a_gerund_is_stated_unless_its_preposition_or_its_verb_denies_it(
    preposition: str, expected: set[str]
) -> None:
    rows = f"""
        Lovelace/lovelace/NNP 2 nsubj PER
        refrained/refrain/VBD 0 root
        {preposition}/{preposition}/IN 4 mark
        visiting/visit/VBG 2 advcl
        Interpol/interpol/NNP 4 obj
        ././. 2 punct
    """
    assert flags_of("visiting", rows) == expected


@pytest.mark.parametrize(
    ("tense", "expected"), [("visited/visit/VBD", set()), ("visits/visit/VBZ", {"conditional"})]
)
def test_when_tells_a_time_in_the_past_and_a_condition_in_the_present(tense: str, expected: set[str]) -> None:
    rows = f"""
        When/when/WRB 3 advmod
        Lovelace/lovelace/NNP 3 nsubj PER
        {tense} 7 advcl
        Interpol/interpol/NNP 3 obj
        ,/,/, 3 punct
        Gagarin/gagarin/NNP 7 nsubj PER
        sleeps/sleep/VBZ 0 root
        ././. 7 punct
    """
    assert flags(rows) == expected


def test_according_to_names_the_source_of_the_whole_clause() -> None:
    rows = """
        According/accord/VBG 3 case
        to/to/IN 1 fixed
        Gagarin/gagarin/NNP 6 obl PER
        ,/,/, 3 punct
        Lovelace/lovelace/NNP 6 nsubj PER
        visited/visit/VBD 0 root
        Interpol/interpol/NNP 6 obj
        ././. 6 punct
    """
    assert flags(rows) == {"attributed"}


def test_a_report_in_a_parenthesis_attributes_the_rest_and_an_ordinary_clause_does_not() -> None:
    rows = """
        Lovelace/lovelace/NNP 2 nsubj PER
        visited/visit/VBD 0 root
        Interpol/interpol/NNP 2 obj
        {mark}/{mark}/, 6 punct
        Gagarin/gagarin/NNP 6 nsubj PER
        {verb} 2 parataxis
        ././. 2 punct
    """
    assert flags(rows.format(mark=",", verb="said/say/VBD")) == {"attributed"}
    assert not flags(rows.format(mark=";", verb="continued/continue/VBD"))
    assert not flags(rows.format(mark=",", verb="slept/sleep/VBD"))


def test_the_future_seen_from_the_past_is_a_fact() -> None:
    rows = """
        Lovelace/lovelace/NNP 4 nsubj PER
        would/would/MD 4 aux
        {adverb}/{adverb}/RB 4 advmod
        visit/visit/VB 0 root
        Interpol/interpol/NNP 4 obj
        ././. 4 punct
    """
    assert not flags(rows.format(adverb="later"))
    assert flags(rows.format(adverb="gladly")) == {"modal"}


def test_a_condition_and_what_hangs_on_it_are_not_asserted() -> None:
    rows = """
        If/if/IN 3 mark
        Lovelace/lovelace/NNP 3 nsubj PER
        leaves/leave/VBZ 6 advcl
        ,/,/, 3 punct
        Gagarin/gagarin/NNP 6 nsubj PER
        visits/visit/VBZ 0 root
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
        Lovelace/lovelace/NNP 4 nsubj PER
        did/do/VBD 4 aux
        not/not/RB 4 advmod
        visit/visit/VB 0 root
        Interpol/interpol/NNP 4 obj
        but/but/CC 7 cc
        visited/visit/VBD 4 conj
        Europol/europol/NNP 7 obj
        ././. 4 punct
    """)  # fmt: skip
    assert found == {("Lovelace", "visit", "Europol")}


def test_the_first_to_do_something_did_it() -> None:
    rows = """
        Lovelace/lovelace/NNP 5 nsubj PER
        was/be/VBD 5 cop
        the/the/DT 5 det
        first/first/JJ 5 amod
        woman/woman/NN 0 root
        to/to/TO 7 mark
        visit/visit/VB 5 acl
        Interpol/interpol/NNP 7 obj
        ././. 5 punct
    """
    assert ("Lovelace", "visit", "Interpol") in facts(rows)


def test_a_question_states_nothing() -> None:
    rows = """
        Did/do/VBD 3 aux
        Lovelace/lovelace/NNP 3 nsubj PER
        visit/visit/VB 0 root
        Interpol/interpol/NNP 3 obj
        ?/?/. 3 punct
    """
    assert flags(rows) == {"question"}


def test_of_several_clauses_only_the_one_in_the_form_of_a_question_is_asked() -> None:
    rows = """
        Lovelace/lovelace/NNP 2 nsubj PER
        visited/visit/VBD 0 root
        Interpol/interpol/NNP 2 obj
        :/:/, 7 punct
        did/do/VBD 7 aux
        Gagarin/gagarin/NNP 7 nsubj PER
        visit/visit/VB 2 parataxis
        Europol/europol/NNP 7 obj
        ?/?/. 2 punct
    """
    assert facts(rows) == {("Lovelace", "visit", "Interpol")}


def test_a_bare_infinitive_goes_on_with_the_infinitive_before_it() -> None:
    """ "hoped to win and join", whatever verb the parser joins the second to."""
    rows = """
        Lovelace/lovelace/NNP 2 nsubj PER
        hoped/hope/VBD 0 root
        to/to/TO 4 mark
        win/win/VB 2 xcomp
        Wimbledon/wimbledon/NNP 4 obj
        and/and/CC 7 cc
        visit/visit/VB 2 conj
        Interpol/interpol/NNP 7 obj
        ././. 2 punct
    """
    assert not facts(rows)
    assert flags(rows) == {"future"}


def test_a_past_tense_that_was_tagged_a_participle_is_active() -> None:
    rows = """
        Lovelace/lovelace/NNP 2 nsubj PER
        crossed/cross/VBN 0 root
        Greenland/greenland/NNP 2 obj LOC
        while/while/IN 6 mark
        Gagarin/gagarin/NNP 6 nsubj PER
        slept/sleep/VBD 2 advcl
        ././. 2 punct
    """
    assert facts(rows) == {("Lovelace", "cross", "Greenland")}


@pytest.mark.parametrize(
    ("verb", "preposition", "expected"),
    [("refrained/refrain/VBD", "from", {"negated"}), ("slept/sleep/VBD", "after", set())],
)
def test_clear_labels_are_understood(verb: str, preposition: str, expected: set[str]) -> None:
    rows = f"""
        Lovelace/lovelace/NNP 2 nsubj PER
        {verb} 0 ROOT
        {preposition}/{preposition}/IN 2 prep
        visiting/visit/VBG 3 pcomp
        Interpol/interpol/NNP 4 dobj
        ././. 2 punct
    """
    negative = """
        Lovelace/lovelace/NNP 4 nsubj PER
        did/do/VBD 4 aux
        not/not/RB 4 neg
        visit/visit/VB 0 ROOT
        Interpol/interpol/NNP 4 dobj
        ././. 4 punct
    """
    assert flags_of("visiting", rows, clear=True) == expected
    assert flags_of("visit", negative, clear=True) == {"negated"}
