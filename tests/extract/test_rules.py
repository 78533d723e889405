"""Golden sentences, a family of constructions each, parsed by hand after Universal Dependencies."""

from handmade import facts


def test_an_active_clause_states_agent_verb_and_patient() -> None:
    assert facts("""
        Russia/russia/NNP 2 nsubj
        defeated/defeat/VBD 0 root
        Sweden/sweden/NNP 2 obj
        ././. 2 punct
    """) == {("Russia", "defeat", "Sweden")}  # fmt: skip


def test_a_passive_with_its_agent_is_the_active_fact() -> None:
    assert facts("""
        Sweden/sweden/NNP 3 nsubj:pass
        was/be/VBD 3 aux:pass
        defeated/defeat/VBN 0 root
        by/by/IN 5 case
        Russia/russia/NNP 3 obl:agent
        ././. 3 punct
    """) == {("Russia", "defeat", "Sweden")}  # fmt: skip


def test_a_relation_with_one_answer_is_stored_in_its_direction_whatever_the_voice() -> None:
    active = facts("""
        Verdi/verdi/NNP 2 nsubj PER
        composed/compose/VBD 0 root
        Aida/aida/NNP 2 obj
        ././. 2 punct
    """)  # fmt: skip
    passive = facts("""
        Aida/aida/NNP 3 nsubj:pass
        was/be/VBD 3 aux:pass
        composed/compose/VBN 0 root
        by/by/IN 5 case
        Verdi/verdi/NNP 3 obl:agent PER
        ././. 3 punct
    """)  # fmt: skip
    assert active == passive == {("Aida", "composer", "Verdi")}


def test_birth_date_and_birth_place_are_two_relations() -> None:
    found = facts("""
        Curie/curie/NNP 3 nsubj:pass PER
        was/be/VBD 3 aux:pass
        born/bear/VBN 0 root
        in/in/IN 5 case
        Warsaw/warsaw/NNP 3 obl LOC
        in/in/IN 7 case
        1867/1867/CD 3 obl
        ././. 3 punct
    """)  # fmt: skip
    assert found == {("Curie", "birth place", "Warsaw"), ("Curie", "birth date", "1867")}


def test_a_predicate_noun_gives_the_class_and_the_nationality() -> None:
    found = facts("""
        Curie/curie/NNP 5 nsubj PER
        was/be/VBD 5 cop
        a/a/DT 5 det
        Polish/polish/JJ 5 amod
        chemist/chemist/NN 0 root
        ././. 5 punct
    """)  # fmt: skip
    assert found == {("Curie", "be", "chemist"), ("Curie", "nationality", "Polish")}


def test_the_capital_of_a_country_is_the_countrys() -> None:
    of_phrase = facts("""
        Oslo/oslo/NNP 4 nsubj LOC
        is/be/VBZ 4 cop
        the/the/DT 4 det
        capital/capital/NN 0 root
        of/of/IN 6 case
        Norway/norway/NNP 4 nmod LOC
        ././. 4 punct
    """)  # fmt: skip
    owned = facts("""
        Norway/norway/NNP 3 nmod:poss LOC
        's/'s/POS 1 case
        capital/capital/NN 5 nsubj
        is/be/VBZ 5 cop
        Oslo/oslo/NNP 0 root LOC
        ././. 5 punct
    """)  # fmt: skip
    assert ("Norway", "capital", "Oslo") in of_phrase
    assert ("Norway", "capital", "Oslo") in owned


def test_a_reduced_relative_on_the_predicate_speaks_of_the_subject() -> None:
    found = facts("""
        Metropolis/metropolis/NNP 4 nsubj
        is/be/VBZ 4 cop
        a/a/DT 4 det
        film/film/NN 0 root
        directed/direct/VBN 4 acl
        by/by/IN 7 case
        Lang/lang/NNP 5 obl:agent PER
        ././. 4 punct
    """)  # fmt: skip
    assert found == {("Metropolis", "be", "film"), ("Metropolis", "director", "Lang")}


def test_coordination_multiplies_subjects_and_objects() -> None:
    found = facts("""
        Curie/curie/NNP 4 nsubj PER
        and/and/CC 3 cc
        Verdi/verdi/NNP 1 conj PER
        visited/visit/VBD 0 root
        Oslo/oslo/NNP 4 obj LOC
        and/and/CC 7 cc
        Bergen/bergen/NNP 5 conj LOC
        ././. 4 punct
    """)  # fmt: skip
    assert found == {(who, "visit", where) for who in ("Curie", "Verdi") for where in ("Oslo", "Bergen")}


def test_an_apposition_states_what_its_name_is() -> None:
    found = facts("""
        Curie/curie/NNP 7 nsubj PER
        ,/,/, 5 punct
        a/a/DT 5 det
        Polish/polish/JJ 5 amod
        chemist/chemist/NN 1 appos
        ,/,/, 5 punct
        discovered/discover/VBD 0 root
        Polonium/polonium/NNP 7 obj
        ././. 7 punct
    """)  # fmt: skip
    assert ("Curie", "be", "chemist") in found
    assert ("Curie", "nationality", "Polish") in found
    assert ("Polonium", "discoverer", "Curie") in found


def test_a_subjectless_participle_borrows_the_subject_of_its_clause() -> None:
    found = facts("""
        Born/bear/VBN 6 advcl
        in/in/IN 3 case
        Warsaw/warsaw/NNP 1 obl LOC
        ,/,/, 1 punct
        Curie/curie/NNP 6 nsubj PER
        married/marry/VBD 0 root
        Pierre/pierre/NNP 6 obj PER
        ././. 6 punct
    """)  # fmt: skip
    assert found == {("Curie", "birth place", "Warsaw"), ("Curie", "spouse", "Pierre")}


def test_an_idiom_of_verb_and_noun_is_one_verb() -> None:
    found = facts("""
        Woodstock/woodstock/NNP 2 nsubj
        took/take/VBD 0 root
        place/place/NN 2 obj
        in/in/IN 5 case
        1969/1969/CD 2 obl
        ././. 2 punct
    """)  # fmt: skip
    assert found == {("Woodstock", "date", "1969")}


def test_a_vague_object_is_left_out() -> None:
    assert not facts("""
        Curie/curie/NNP 2 nsubj PER
        saw/see/VBD 0 root
        it/it/PRP 2 obj
        ././. 2 punct
    """)  # fmt: skip


def test_clear_labels_give_the_same_facts_as_universal_ones() -> None:
    found = facts("""
        Curie/curie/NNP 2 nsubj PERSON
        was/be/VBD 0 ROOT
        a/a/DT 5 det
        Polish/polish/JJ 5 amod
        chemist/chemist/NN 2 attr
        born/bear/VBN 5 acl
        in/in/IN 6 prep
        Warsaw/warsaw/NNP 7 pobj GPE
        ././. 2 punct
    """, clear=True)  # fmt: skip
    assert found == {
        ("Curie", "be", "chemist"),
        ("Curie", "nationality", "Polish"),
        ("Curie", "birth place", "Warsaw"),
    }


def test_clear_passives_and_agents_are_understood() -> None:
    found = facts("""
        Aida/aida/NNP 3 nsubjpass
        was/be/VBD 3 auxpass
        composed/compose/VBN 0 ROOT
        by/by/IN 3 agent
        Verdi/verdi/NNP 4 pobj PERSON
        ././. 3 punct
    """, clear=True)  # fmt: skip
    assert found == {("Aida", "composer", "Verdi")}


def test_places_around_a_place_are_places_too() -> None:
    found = facts("""
        Twain/twain/NNP 3 nsubj:pass PER
        was/be/VBD 3 aux:pass
        born/bear/VBN 0 root
        in/in/IN 5 case
        Boonville/boonville/NNP 3 obl LOC
        ,/,/, 7 punct
        Missouri/missouri/NNP 5 appos LOC
        ././. 3 punct
    """)  # fmt: skip
    assert found == {("Twain", "birth place", "Boonville"), ("Boonville", "location", "Missouri")}


def test_names_between_commas_are_a_list_only_where_something_joins_them() -> None:
    found = facts("""
        Curie/curie/NNP 2 nsubj PER
        visited/visit/VBD 0 root
        Oslo/oslo/NNP 2 obj LOC
        ,/,/, 5 punct
        Bergen/bergen/NNP 3 appos LOC
        and/and/CC 7 cc
        Narvik/narvik/NNP 5 conj LOC
        ././. 2 punct
    """)  # fmt: skip
    assert found == {("Curie", "visit", place) for place in ("Oslo", "Bergen", "Narvik")}


def test_an_agent_hung_on_the_noun_before_its_participle_is_still_the_agent() -> None:
    found = facts("""
        Metropolis/metropolis/NNP 4 nsubj
        is/be/VBZ 4 cop
        a/a/DT 4 det
        film/film/NN 0 root
        directed/direct/VBN 4 acl
        by/by/IN 7 case
        Lang/lang/NNP 4 nmod PER
        ././. 4 punct
    """)  # fmt: skip
    assert ("Metropolis", "director", "Lang") in found


def test_a_thing_that_somebody_has_is_asked_of_its_owner() -> None:
    found = facts("""
        Norway/norway/NNP 3 nmod:poss LOC
        's/'s/POS 1 case
        parliament/parliament/NN 4 nsubj
        adopted/adopt/VBD 0 root
        Kyoto/kyoto/NNP 4 obj
        ././. 4 punct
    """)  # fmt: skip
    assert found == {("Norway", "parliament adopt", "Kyoto")}


def test_a_common_noun_before_a_name_says_what_it_is() -> None:
    found = facts("""
        The/the/DT 3 det
        singer/singer/NN 3 nmod:desc
        Joelma/joelma/NNP 4 nsubj PER
        visited/visit/VBD 0 root
        Oslo/oslo/NNP 4 obj LOC
        ././. 4 punct
    """)  # fmt: skip
    assert found == {("Joelma", "be", "singer"), ("Joelma", "visit", "Oslo")}


def test_the_items_of_such_as_are_facts_of_their_own() -> None:
    found = facts("""
        Sweden/sweden/NNP 2 nsubj LOC
        exports/export/VBZ 0 root
        metals/metal/NNS 2 obj
        such/such/JJ 6 case
        as/as/IN 4 fixed
        iron/iron/NN 3 nmod
        and/and/CC 8 cc
        copper/copper/NN 6 conj
        ././. 2 punct
    """)  # fmt: skip
    assert found == {("Sweden", "export", what) for what in ("metals", "iron", "copper")}


def test_a_measure_is_asked_by_its_noun() -> None:
    found = facts("""
        Norway/norway/NNP 2 nsubj LOC
        has/have/VBZ 0 root
        a/a/DT 4 det
        population/population/NN 2 obj
        of/of/IN 7 case
        5,000/5,000/CD 7 nummod
        people/people/NNS 4 nmod
        ././. 2 punct
    """)  # fmt: skip
    assert found == {("Norway", "population", "5000 people")}


def test_the_date_of_somebodys_event_answers_the_question_of_the_event() -> None:
    found = facts("""
        Verdi/verdi/NNP 2 nsubj PER
        visited/visit/VBD 0 root
        Milan/milan/NNP 2 obj LOC
        before/before/IN 7 case
        Wagner/wagner/NNP 7 nmod:poss PER
        's/'s/POS 5 case
        death/death/NN 2 obl
        in/in/IN 9 case
        1883/1883/CD 7 nmod
        ././. 2 punct
    """)  # fmt: skip
    assert ("Wagner", "death date", "1883") in found


def test_a_prize_that_is_won_received_or_awarded_answers_one_question() -> None:
    won = facts("""
        Curie/curie/NNP 2 nsubj PER
        won/win/VBD 0 root
        the/the/DT 5 det
        Copley/copley/NNP 5 compound
        Medal/medal/NNP 2 obj
        ././. 2 punct
    """)  # fmt: skip
    awarded = facts("""
        Curie/curie/NNP 3 nsubj:pass PER
        was/be/VBD 3 aux:pass
        awarded/award/VBN 0 root
        the/the/DT 6 det
        Copley/copley/NNP 6 compound
        Medal/medal/NNP 3 obj
        ././. 3 punct
    """)  # fmt: skip
    assert won == awarded == {("Curie", "award", "Copley Medal")}


def test_the_highest_mountain_of_a_country_is_the_countrys() -> None:
    assert facts("""
        Galdhøpiggen/galdhøpiggen/NNP 5 nsubj LOC
        is/be/VBZ 5 cop
        the/the/DT 5 det
        highest/high/JJS 5 amod
        mountain/mountain/NN 0 root
        of/of/IN 7 case
        Norway/norway/NNP 5 nmod LOC
        ././. 5 punct
    """) == {("Norway", "highest mountain", "Galdhøpiggen")}  # fmt: skip


def test_whose_speaks_of_what_the_sentence_is_about() -> None:
    assert facts("""
        Norway/norway/NNP 4 nsubj LOC
        is/be/VBZ 4 cop
        a/a/DT 4 det
        kingdom/kingdom/NN 0 root
        whose/whose/WP$ 6 nmod:poss
        capital/capital/NN 8 nsubj
        is/be/VBZ 8 cop
        Oslo/oslo/NNP 4 acl:relcl LOC
        ././. 4 punct
    """) == {("Norway", "be", "kingdom"), ("Norway", "capital", "Oslo")}  # fmt: skip


def test_what_people_with_a_disease_have_are_its_symptoms() -> None:
    assert facts("""
        People/people/NNS 4 nsubj
        with/with/IN 3 case
        Keratitis/keratitis/NNP 1 nmod
        have/have/VBP 0 root
        pain/pain/NN 4 obj
        and/and/CC 7 cc
        fever/fever/NN 5 conj
        ././. 4 punct
    """) == {("Keratitis", "symptom", "pain"), ("Keratitis", "symptom", "fever")}  # fmt: skip


def test_a_verb_that_was_taken_for_a_plural_is_found_between_two_names() -> None:
    assert facts("""
        Norway/norway/NNP 2 amod LOC
        borders/border/NNS 0 root
        Sweden/sweden/NNP 2 flat LOC
        and/and/CC 5 cc
        Finland/finland/NNP 3 conj LOC
        ././. 2 punct
    """) == {("Norway", "border", "Sweden"), ("Norway", "border", "Finland")}  # fmt: skip


def test_two_symptoms_glued_together_are_two() -> None:
    assert facts("""
        Its/its/PRP$ 2 nmod:poss
        symptoms/symptom/NNS 3 nsubj
        include/include/VBP 0 root
        nausea/nausea/NN 7 compound
        and/and/CC 6 cc
        muscle/muscle/NN 4 conj
        weakness/weakness/NN 3 obj
        ././. 3 punct
    """, title="Keratitis") == {
        ("Keratitis", "symptom", "nausea"), ("Keratitis", "symptom", "muscle weakness"),
    }  # fmt: skip
