"""Which verbs, objects and prepositional phrases state facts, in sentences parsed by hand."""

from handmade import facts, mentions


def test_a_letter_received_answers_nothing_but_its_mention_is_kept() -> None:
    found = mentions("""
        Curie/curie/NNP 2 nsubj PER
        received/receive/VBD 0 root
        letters/letter/NNS 2 obj
        ././. 2 punct
    """)  # fmt: skip
    assert [(m.object, m.flags) for m in found] == [("letters", ("vague",))]


def test_in_a_description_a_bare_noun_answers() -> None:
    found = facts("""
        Lynxia/lynxia/NNP 2 nsubj
        eats/eat/VBZ 0 root
        insects/insect/NNS 2 obj
        ././. 2 punct
    """)  # fmt: skip
    assert found == {("Lynxia", "eat", "insects")}


def test_what_points_at_something_unnamed_is_no_object() -> None:
    found = facts("""
        Volvex/volvex/NNP 2 nsubj ORG
        uses/use/VBZ 0 root
        this/this/DT 5 det
        steam/steam/NN 5 compound
        engine/engine/NN 2 obj
        ././. 2 punct
    """)  # fmt: skip
    assert found == set()


def test_a_phrase_after_an_object_is_told_with_the_object_where_that_identifies() -> None:
    found = facts("""
        Holm/holm/NNP 2 nsubj PER
        won/win/VBD 0 root
        a/a/DT 5 det
        silver/silver/NN 5 compound
        medal/medal/NN 2 obj
        at/at/IN 8 case
        the/the/DT 8 det
        Olympics/olympics/NNPS 2 obl
        in/in/IN 10 case
        1936/1936/CD 2 obl
        ././. 2 punct
    """)  # fmt: skip
    assert ("Holm", "win silver medal at", "Olympics") in found
    assert ("Holm", "win silver medal in", "1936") in found


def test_a_common_noun_after_an_object_hangs_on_either_and_is_left_out() -> None:
    found = facts("""
        Holm/holm/NNP 2 nsubj PER
        visited/visit/VBD 0 root
        Lake/lake/NNP 4 compound
        Vener/vener/NNP 2 obj LOC
        in/in/IN 7 case
        heavy/heavy/JJ 7 amod
        rain/rain/NN 2 obl
        ././. 2 punct
    """)  # fmt: skip
    assert {r for _, r, _ in found} == {"visit"}


def test_a_date_is_told_with_what_the_verb_leads_to() -> None:
    found = facts("""
        Holm/holm/NNP 2 nsubj PER
        moved/move/VBD 0 root
        to/to/IN 4 case
        Oslo/oslo/NNP 2 obl LOC
        in/in/IN 6 case
        1990/1990/CD 2 obl
        ././. 2 punct
    """)  # fmt: skip
    assert found == {("Holm", "move to", "Oslo"), ("Holm", "move to Oslo in", "1990")}


def test_two_verbs_share_the_object_of_the_second() -> None:
    found = facts("""
        Holm/holm/NNP 2 nsubj PER
        wrote/write/VBD 0 root
        and/and/CC 4 cc
        directed/direct/VBD 2 conj
        Aida/aida/NNP 4 obj
        ././. 2 punct
    """)  # fmt: skip
    assert found == {("Aida", "author", "Holm"), ("Aida", "director", "Holm")}


def test_how_many_types_there_are_is_a_fact_about_the_whole() -> None:
    found = facts("""
        There/there/EX 2 expl
        are/be/VBP 0 root
        four/four/CD 4 nummod
        types/type/NNS 2 nsubj
        of/of/IN 6 case
        Larsenia/larsenia/NNP 4 nmod
        ././. 2 punct
    """)  # fmt: skip
    assert found == {("Larsenia", "number of types", "4")}


def test_there_is_in_a_named_place_says_what_the_place_has() -> None:
    found = facts("""
        There/there/EX 2 expl
        is/be/VBZ 0 root
        a/a/DT 4 det
        lighthouse/lighthouse/NN 2 nsubj
        on/on/IN 6 case
        Foulness/foulness/NNP 2 obl LOC
        ././. 2 punct
    """)  # fmt: skip
    assert found == {("Foulness", "have", "lighthouse")}


def test_a_rank_is_told_only_with_what_it_is_a_rank_among() -> None:
    bare = facts("""
        Aida/aida/NNP 5 nsubj
        is/be/VBZ 5 cop
        the/the/DT 5 det
        fourth/fourth/JJ 5 amod
        album/album/NN 0 root
        ././. 5 punct
    """)  # fmt: skip
    among = facts("""
        Aida/aida/NNP 5 nsubj
        is/be/VBZ 5 cop
        the/the/DT 5 det
        fourth/fourth/JJ 5 amod
        bridge/bridge/NN 0 root
        over/over/IN 7 case
        Kiruna/kiruna/NNP 5 nmod
        ././. 5 punct
    """)  # fmt: skip
    assert bare == {("Aida", "be", "album")}
    assert ("Aida", "be", "fourth bridge over Kiruna") in among


def test_adjectives_count_where_they_class_or_relate() -> None:
    def said(adjective: str) -> set[tuple[str, str, str]]:
        return facts(f"""
            Lynxia/lynxia/NNP 3 nsubj
            is/be/VBZ 3 cop
            {adjective}/{adjective}/JJ 0 root
            ././. 3 punct
        """)

    assert said("nocturnal") == {("Lynxia", "be", "nocturnal")}
    assert said("important") == set()


def test_an_office_is_held_by_a_role_not_by_a_use() -> None:
    found = facts("""
        Holm/holm/NNP 2 nsubj PER
        acted/act/VBD 0 root
        as/as/IN 6 case
        a/a/DT 6 det
        funding/funding/NN 6 compound
        source/source/NN 2 obl
        ././. 2 punct
    """)  # fmt: skip
    assert not any(r == "position held" for _, r, _ in found)


def test_of_two_things_joined_by_or_neither_is_stated() -> None:
    found = facts("""
        Holm/holm/NNP 3 nsubj:pass PER
        was/be/VBD 3 aux:pass
        born/bear/VBN 0 root
        in/in/IN 5 case
        Oslo/oslo/NNP 3 obl LOC
        or/or/CC 7 cc
        Bergen/bergen/NNP 5 conj LOC
        ././. 3 punct
    """)  # fmt: skip
    assert found == set()


def test_the_town_of_a_name_is_the_name() -> None:
    found = facts("""
        Holm/holm/NNP 2 nsubj PER
        moved/move/VBD 0 root
        to/to/IN 5 case
        the/the/DT 5 det
        town/town/NN 2 obl
        of/of/IN 7 case
        Odense/odense/NNP 5 nmod LOC
        ././. 2 punct
    """)  # fmt: skip
    assert found == {("Holm", "move to", "Odense")}


def test_a_number_of_things_is_the_things() -> None:
    found = facts("""
        Volvex/volvex/NNP 2 nsubj ORG
        makes/make/VBZ 0 root
        a/a/DT 4 det
        number/number/NN 2 obj
        of/of/IN 7 case
        steam/steam/NN 7 compound
        engines/engine/NNS 4 nmod
        ././. 2 punct
    """)  # fmt: skip
    assert {(s, o) for s, _, o in found} == {("Volvex", "steam engines")}


def test_a_claim_with_a_clause_has_no_date_of_its_own() -> None:
    found = facts("""
        Holm/holm/NNP 2 nsubj PER
        revealed/reveal/VBD 0 root
        in/in/IN 4 case
        1990/1990/CD 2 obl
        that/that/IN 7 mark
        Volvex/volvex/NNP 7 nsubj ORG
        bought/buy/VBD 2 ccomp
        Rillsoft/rillsoft/NNP 7 obj ORG
        ././. 2 punct
    """)  # fmt: skip
    assert not any(o == "1990" for _, _, o in found)
