"""Quantities, and nouns that with their verb or their "of" are one wording of a relation."""

from handmade import facts


def test_an_adjective_of_dimension_is_the_relation_of_its_measure() -> None:
    assert facts("""
        The/the/DT 3 det
        Lund/lund/NNP 3 compound
        Tower/tower/NNP 7 nsubj
        is/be/VBZ 7 cop
        120/120/CD 6 nummod
        metres/metre/NNS 7 obl:unmarked
        high/high/JJ 0 root
        ././. 7 punct
    """) == {("Lund Tower", "height", "120 metres")}  # fmt: skip


def test_an_age_is_a_fact_only_as_of_today() -> None:
    def aged(copula: str) -> set[tuple[str, str, str]]:
        return facts(f"""
            Anna/anna/NNP 6 nsubj PER
            Berg/berg/NNP 1 flat PER
            {copula} 6 cop
            35/35/CD 5 nummod
            years/year/NNS 6 obl:unmarked
            old/old/JJ 0 root
            ././. 6 punct
        """)  # fmt: skip

    assert ("Anna Berg", "age", "35 years") in aged("is/be/VBZ")
    assert not aged("was/be/VBD")


def test_a_measured_noun_of_the_topic_needs_no_owner() -> None:
    found = facts("""
        The/the/DT 2 det
        population/population/NN 4 nsubj
        was/be/VBD 4 cop
        3,200/3,200/CD 0 root
        ././. 4 punct
    """, title="Fenwick Cross")  # fmt: skip
    assert ("Fenwick Cross", "population", "3200") in found


def test_where_the_headquarters_are_the_company_is() -> None:
    assert facts("""
        Tolvex/tolvex/NNP 2 nsubj ORG
        has/have/VBZ 0 root
        its/its/PRP$ 4 nmod:poss
        headquarters/headquarters/NN 2 obj
        in/in/IN 6 case
        Tallinn/tallinn/NNP 4 nmod LOC
        ././. 2 punct
    """) == {("Tolvex", "location", "Tallinn")}  # fmt: skip


def test_the_date_of_birth_is_the_birth_date() -> None:
    assert facts("""
        Berg/berg/NNP 3 nmod:poss PER
        's/'s/POS 1 case
        date/date/NN 9 nsubj
        of/of/IN 5 case
        birth/birth/NN 3 nmod
        is/be/VBZ 9 cop
        4/4/CD 9 nummod
        March/march/NNP 9 compound
        1902/1902/CD 0 root
        ././. 9 punct
    """) == {("Berg", "birth date", "1902-03-04")}  # fmt: skip
