"""Arcs that English does not have: clauses hung on what they cannot speak of, lists that run over a verb.

A parser takes them where it has lost its way; what rests on one of them is left out.
"""

from factscan.extract.rules.agreement import sort_of_name
from factscan.extract.syntax.clauses import is_passive
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import noun_phrase
from factscan.extract.text.names_data import PERSON_SORTS

_CLAUSES = ("acl:relcl", "acl", "advcl")
_BODIES = frozenset({"LOC", "GPE", "ORG"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_VERBAL = _FINITE | {"VBN", "VBG", "VB"}
_CONJUNCTIONS = frozenset({"as", "after", "before", "until", "since", "than"})
_JOINING = frozenset({"and", "or", "but"})
_MAX_STEPS = 6
# in another's clause they stand before what they name: "the lectures, entitled …"
_NAMING = frozenset("entitle title call name dub subtitle nickname".split())


def is_in_title(parse: Parse, verb: int) -> bool:
    """Whether the verb is a word of a title: it has a capital, and the sentence does not begin with it."""
    word = parse.words[verb]
    if not word[:1].isupper() or word.isupper():
        return False
    before = next((t for t in range(verb - 1, -1, -1) if parse.pos[t] != "PUNCT"), None)
    return before is not None and parse.words[verb - 1] not in (":", ";", ".", "-", "—", "•")


def may_speak_of(parse: Parse, verb: int, subject: int) -> bool:
    """Whether the clause of the verb may speak of the subject that it borrows from what stands before it."""
    if parse.tags[verb] == "VBN" and verb and parse.lower[verb - 1] == "as" and parse.heads[verb - 1] == verb:
        return False  # "the culture as depicted in the book"
    clause = verb
    for _ in range(_MAX_STEPS):
        if parse.labels[clause] in _CLAUSES:
            break
        if parse.labels[clause] not in ("conj", "xcomp"):
            return True
        clause = parse.heads[clause]
    relative = next((t for t in parse.under(clause, "nsubj", "nsubj:pass") if t < clause), None)
    if relative is not None:
        return _agrees(parse, clause, relative, subject)
    if subject > clause or parse.tags[clause] not in ("VBN", "VBD"):
        return True
    return not _goes_with_nearer(parse, clause, subject)


def _agrees(parse: Parse, clause: int, relative: int, subject: int) -> bool:
    """Whether "which" and "who" fit the name before them, and "that", without a comma, no name by itself."""
    comma = parse.words[relative - 1] == ","
    if parse.pos[subject] != "PROPN" or relative - 1 - comma not in noun_phrase(parse, subject):
        return True
    word, sort = parse.lower[relative], parse.names[subject][2:]
    if word == "which":
        # the title of a work is often taken for a person: "Lady Wood, which was released"
        return sort not in PERSON_SORTS or is_passive(parse, clause)
    if word == "who":
        return sort not in _BODIES
    return (
        word != "that"
        or comma
        or sort not in _BODIES | PERSON_SORTS
        or parse.child(subject, "det") is not None
    )


def _goes_with_nearer(parse: Parse, participle: int, subject: int) -> bool:
    """Whether the participle follows another noun than its subject: "hosted the cup, played in June".

    After a comma only an object is taken for what it speaks of, and of a person what names something.
    """
    if parse.labels[participle] != "advcl" or parse.child(participle, "mark", "advmod", "aux") is not None:
        return False
    comma = participle > 0 and parse.words[participle - 1] == ","
    before = participle - 1 - comma
    if (
        before < 0
        or parse.pos[before] not in ("NOUN", "PROPN", "NUM")
        or before in noun_phrase(parse, subject)
    ):
        return False
    if not comma or parse.lemmas[participle] in _NAMING:
        return True
    thing = parse.child(parse.heads[participle], "obj")
    return thing is not None and thing <= before and sort_of_name(parse, subject) != "person"


def unbroken(parse: Parse, members: list[int]) -> list[int]:
    """The members of a list up to where a verb stands between them: "by A and starring B, C"."""
    for k in range(1, len(members)):
        between = range(members[k - 1] + 2, members[k])
        if any(
            parse.tags[t] in _VERBAL and parse.lower[t - 1] in _JOINING and _is_clause(parse, t)
            for t in between
        ):
            return members[:k]
    return members


def _is_clause(parse: Parse, verb: int) -> bool:
    return parse.words[verb].islower() and parse.labels[verb] not in ("amod", "compound", "case")


def is_clause(parse: Parse, noun: int) -> bool:
    """Whether "as" or "after" begins a clause, of which the noun is the subject: "as a person ages"."""
    if parse.case(noun) not in _CONJUNCTIONS:
        return False
    after = max(noun_phrase(parse, noun)) + 1
    return after < len(parse) and parse.tags[after] in _FINITE and parse.words[after].islower()


def is_gapped(parse: Parse, first: int, date: int) -> bool:
    """Whether a date coordinated with another goes with a noun of its own: "born in 1912 and the son in 1914"."""
    between = range(first + 1, date)
    return any(parse.pos[t] in ("NOUN", "PROPN") and parse.heads[t] != date and t != first for t in between)
