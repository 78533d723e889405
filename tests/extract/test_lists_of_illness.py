"""What a text on an illness or a drug lists without saying whose it is."""

from handmade import facts

_LIST = """
    Symptoms/symptom/NNS 2 nsubj
    include/include/VBP 0 root
    fever/fever/NN 2 obj
    and/and/CC 5 cc
    cough/cough/NN 3 conj
    ././. 2 punct
"""


def test_bare_symptoms_are_those_of_the_illness_that_the_text_is_about() -> None:
    assert facts(_LIST, title="Larsen disease") == {
        ("Larsen disease", "symptom", "fever"),
        ("Larsen disease", "symptom", "cough"),
    }


def test_bare_symptoms_belong_to_nothing_where_the_text_is_about_no_illness() -> None:
    assert facts(_LIST, title="Kiruna") == set()


def test_symptoms_of_another_illness_are_not_the_topics() -> None:
    found = facts(
        """
        Symptoms/symptom/NNS 4 nsubj
        of/of/IN 3 case
        Weil/weil/NNP 1 nmod
        include/include/VBP 0 root
        fever/fever/NN 4 obj
        ././. 4 punct
    """,
        title="Larsen disease",
    )
    assert not any(subject == "Larsen disease" for subject, _, _ in found)
