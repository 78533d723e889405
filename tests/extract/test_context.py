import re

import pytest

from factscan.extract.context import Context, Resolved, document_context
from factscan.extract.text.sentences import sentence_spans


def read(title: str, text: str) -> Context:
    return document_context(title, text, list(sentence_spans(text)))


def subjects(title: str, text: str, phrase: str) -> list[str | None]:
    """What every occurrence of a phrase in a text stands for."""
    context = read(title, text)
    found = (context.resolve(m.group(), m.start()) for m in re.finditer(rf"\b{re.escape(phrase)}\b", text))
    return [resolved and resolved.subject for resolved in found]


@pytest.mark.parametrize(
    ("title", "text", "topic", "kind"),
    [
        ("Stockleigh Pomeroy", "Stockleigh Pomeroy is a village in Devon.", "Stockleigh Pomeroy", "name"),
        ("The Singer (album)", "The Singer is the sixth album by Young.", "The Singer", "name"),
        ("Dow Village, South Oropouche", "Dow Village is a village west of Siparia.", "Dow Village", "name"),
        ("Satoyoshi syndrome", "Satoyoshi syndrome is a rare condition.", "Satoyoshi syndrome", "topic"),
        (
            "Autonomous building",
            "An Autonomous building is a building designed to stand alone.",
            "Autonomous building",
            "topic",
        ),
        (
            "Enolmis saudita",
            "Enolmis saudita is a moth of the family Scythrididae.",
            "Enolmis saudita",
            "name",
        ),
        ("prion disease", "These disorders are very rare.", "prion disease", "topic"),
        ("Blood", "Blood is drawn from donors. Such blood is stored.", "Blood", "topic"),
        ("What is (are) Keratoconus ?", "Keratoconus is a disorder of the eye.", "Keratoconus", "topic"),
        (
            "D.C. Law 22-6. Defending Access Amendment Act of 2017",
            "This act shall take effect.",
            "D.C. Law 22-6",
            "name",
        ),
        ("PEP 559: Built-in noop()", "This PEP proposes a function.", "PEP 559", "name"),
        ("", "Ada Lovelace (1815–1852) was an English mathematician.", "Ada Lovelace", "name"),
        ("", "Chris Evans Folk (1930–2010) served in the schools of Charlotte.", "Chris Evans Folk", "name"),
        ("", "Early life\n\nWenona Marlin was born in Ohio.", "Wenona Marlin", "name"),
        ("XIII", "Pierre was a man of habit.", "", None),
        ("Chapter 4", "Pierre was a man of habit.", "", None),
        ("List of rivers", "This is a list.", "", None),
        ("notes.txt", "Some notes follow here.", "", None),
    ],
)
def test_title_and_first_sentence_give_the_topic(title: str, text: str, topic: str, kind: str | None) -> None:
    context = read(title, text)
    assert (context.topic, context.topic_kind) == (topic, kind)


@pytest.mark.parametrize(
    ("title", "text", "phrase"),
    [
        (
            "Bainbridge Subdivision",
            "The Bainbridge Subdivision is a railroad line. In 1990, the line was sold.",
            "the line",
        ),
        (
            "Graves disease",
            "Graves disease is a condition of the thyroid. The disorder appears late.",
            "The disorder",
        ),
        (
            "AvtoVAZ",
            "AvtoVAZ is a Russian car manufacturer. In 1966, the company was founded.",
            "the company",
        ),
        (
            "Ada Lovelace",
            "Ada Lovelace was an English mathematician. In 1843, the mathematician wrote notes.",
            "the mathematician",
        ),
        ("PEP 559: Built-in noop()", "This PEP proposes a function.", "This PEP"),
        (
            "World Health Organization",
            "The World Health Organization (WHO) is an agency. In 1948, WHO met.",
            "WHO",
        ),
        ("Indianapolis Colts", "The Indianapolis Colts are a team. In 1984, the Colts moved.", "the Colts"),
        (
            "Labatt Brewing Company",
            "Labatt Brewing Company is a brewery. In 1995, Labatt was sold.",
            "Labatt",
        ),
        ("Jay Pil Choi", "Choi graduated in 1982. He served at Columbia.", "Choi"),
        ("Jay Pil Choi", "Choi graduated in 1982. He served at Columbia.", "He"),
        ("Girt by Sea", "The film was made using archive footage.", "The film"),
        ("Live & Direct (P Money album)", "The album was made in 2016.", "The album"),
        (
            "1920 Phillips Haymakers football team",
            "The Haymakers joined the conference in 1920.",
            "Haymakers",
        ),
    ],
)
def test_descriptions_short_names_and_pronouns_stand_for_the_topic(
    title: str, text: str, phrase: str
) -> None:
    topic = read(title, text).topic
    assert set(subjects(title, text, phrase)) == {topic}


def test_he_is_the_person_of_a_biography_until_another_man_opens_a_sentence() -> None:
    text = (
        "William Pilch (born 18 June 1820) was an English cricketer. He played for Kent. "
        "His father was Nathaniel Pilch. He came from Norfolk.\n\nHe died in 1882. "
        "Fuller Pilch was his uncle. He bowled."
    )
    topic = "William Pilch"
    assert subjects("William Pilch (cricketer, born 1820)", text, "He") == [topic, None, topic, None]


def test_she_in_a_mans_biography_is_the_woman_just_named() -> None:
    text = "John Smith (born 1820) was a painter. He married Mary Brown in 1850. She died in 1860. He moved to Rome."
    assert subjects("John Smith", text, "She") == ["Mary Brown"]
    assert subjects("John Smith", text, "He")[-1] in ("John Smith", None)


def test_it_follows_the_subject_and_is_left_alone_after_another_thing() -> None:
    text = (
        "Ai Coração is a song by Joelma. It was released in 2016. It was written in Belém. "
        "The charts changed much. It rose. It is clear that it sold well."
    )
    found = subjects("Ai Coração", text, "It")
    assert found[:2] == ["Ai Coração", "Ai Coração"]
    assert found[2:] == [None, None]


def test_pronouns_inside_a_quotation_are_the_speakers_affair() -> None:
    text = "Ann Lee (born 1920) was an English singer. “She sang for me,” said the man. She retired in 1950."
    assert subjects("Ann Lee", text, "She") == [None, "Ann Lee"]


def test_a_person_also_goes_by_the_name_that_the_text_says() -> None:
    text = "Declan MacManus (born 1954), better known as Elvis Costello, is an English singer. Costello sang. He wrote."
    assert subjects("", text, "Costello")[-1] == subjects("", text, "He")[0] == "Declan MacManus"


def test_they_are_a_band_but_not_a_person() -> None:
    assert subjects("Bondi Cigars", "Bondi Cigars is an Australian blues band. They toured.", "They") == [
        "Bondi Cigars"
    ]
    assert subjects("Ann Lee", "Ann Lee is an English singer. They toured.", "They") == [None]


def test_a_description_of_something_brought_in_meanwhile_is_not_the_topic() -> None:
    text = (
        "Stockleigh is a village in Devon. The village has a church. It lies on a hill. "
        "A road leads to a village in Dorset. The village has a mill."
    )
    assert subjects("Stockleigh", text, "The village") == ["Stockleigh", None]


def test_a_thing_that_a_name_was_given_to_is_called_by_it() -> None:
    text = "Ann Lee is an English writer. She published her first novel, Dark Water. The book was reprinted."
    assert subjects("Ann Lee", text, "The book") == ["Dark Water"]
    assert subjects("Ann Lee", text.replace(", Dark Water", ""), "The book") == [None]


def test_an_indefinite_noun_is_not_a_description_even_if_the_caller_says_the() -> None:
    text = "Stockleigh is a village in Devon."
    resolved = read("Stockleigh", text).resolve("the village", text.index("village"))
    assert resolved is None or resolved.subject != "Stockleigh"


def test_a_short_name_stands_for_the_one_full_name_before_it() -> None:
    text = "The show has Tony Velasquez and Melanie Ortiz. Velasquez reports from Manila. Manila is large."
    assert subjects("Headline", text, "Velasquez")[-1] == "Tony Velasquez"
    assert subjects("Headline", text, "Manila") == ["Manila", "Manila"]
    both = text.replace("Melanie Ortiz", "Ana Velasquez")
    assert subjects("Headline", both, "Velasquez")[-1] == "Velasquez"


def test_a_bill_goes_by_its_number_and_the_bill_that_became_a_law_by_that_of_the_law() -> None:
    text = "Law 3-34 was introduced in Council and assigned Bill No. 3-70. The Bill was adopted on July 17, 1979."
    assert subjects("D.C. Law 3-34.", text, "The Bill") == ["D.C. Law 3-34"]
    assert subjects("Council minutes", text, "The Bill") == ["Bill No. 3-70"]
    assert subjects("D.C. Law 3-34.", text, "Law 3-34") == ["D.C. Law 3-34"]


def test_concepts_are_definite_terms_and_vague_nouns_are_nothing() -> None:
    text = "Keratoconus is a disorder of the cornea. Most people wear lenses. Corneas bulge."
    context = read("Keratoconus", text)
    assert context.resolve("the cornea", text.index("the cornea")) == Resolved("cornea", "concept", True)
    assert context.resolve("Corneas", text.index("Corneas")) == Resolved("corneas", "concept", True)
    for phrase in ("Most people", "this", "you", "its shape", "the man"):
        assert context.resolve(phrase, 0) is None


@pytest.mark.parametrize("text", ["", "\n", "x", "He", "(" * 5000, "A " * 5000, "“" * 3000])
@pytest.mark.parametrize("title", ["", "A", "(", "The", "()", "A" * 1000, "“”", "Ada Lovelace"])
def test_any_title_and_text_give_a_context(title: str, text: str) -> None:
    context = read(title, text)
    for phrase in ("he", "It", "the band", "Ada", "", "the", "“"):
        context.resolve(phrase, len(text) // 2)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Bhutan is a kingdom in Asia. In 2008, the country held elections.", "the country"),
        ("Codeine is an opioid. In 1832, the drug was isolated.", "the drug"),
        ("Bergen is a city in Norway. In 1702, the town burned.", "the town"),
        ("Lynx is a web browser. In 1991, the program was released.", "the program"),
        ("The Fiat Punto is a hatchback. In 1993, the vehicle was launched.", "the vehicle"),
        ("Hurricane Ida was a hurricane. On August 29, the storm reached Louisiana.", "the storm"),
    ],
)
def test_a_wider_class_noun_stands_for_the_topic(text: str, phrase: str) -> None:
    topic = re.sub("^The ", "", text.split(" is ")[0].split(" was ")[0])
    assert subjects(topic, text, phrase) == [topic]
    brought_in = text.replace(". ", f". Much is known. Then came {phrase.replace('the', 'a')}. ", 1)
    assert topic not in subjects(topic, brought_in, phrase)


def test_a_capital_alone_makes_no_name() -> None:
    text = (
        "In 1990, the Council met the French and Mayor on Friday; This August saw Therapy Therapy, a therapy. "
        "Then Duran Duran played."
    )
    for phrase in ("Council", "the French", "Mayor", "Friday", "This August", "Therapy Therapy"):
        resolved = read("Minutes", text).resolve(phrase, text.index(phrase))
        assert resolved is None or resolved.kind == "concept", phrase
    assert subjects("Minutes", text, "Duran Duran") == ["Duran Duran"]


def test_a_name_that_begins_before_the_phrase_is_completed() -> None:
    text = "In 1973, the District of Columbia Home Rule Act passed. The State of Ohio Governor Brown left."
    assert subjects("Minutes", text, "Columbia Home Rule Act") == ["District of Columbia Home Rule Act"]
    assert subjects("Minutes", text, "Ohio Governor Brown") == ["Ohio Governor Brown"]
