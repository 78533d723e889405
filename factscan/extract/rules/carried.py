"""Verbs whose meaning lies in a complement beside the object, without which the object says something else.

"Left Anna in charge" leaves nobody, "played the two off to his advantage" plays nothing.
"""

from factscan.extract.rules.frames import Frame
from factscan.extract.rules.origins import is_demonym
from factscan.extract.rules.verbs_data import CALLING_VERBS, GIVING_VERBS, INNER_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import is_name, noun_phrase


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# where something is put, kept or moved to, in what state: any complement
_PLACING = _words(
    """put place set lay bring take send carry keep hold draw pull push throw cast turn move drive get show see
    give let make force prevent stop pit"""
)
_HELD = _words(
    "hold take make give show draw cast set"
)  # a place beside is where it happened: "held a fair in Oslo"
# what it is taken for or called
_NAMING = _words(
    """name rename describe label brand classify designate regard portray depict list rank rate identify cite
    characterize characterise define know treat recognise recognize appoint elect choose select declare proclaim
    nominate use cast credit pick pronounce crown view praise hail"""
)
_AS = _words("as under among")
# with what, from what, into what
_LINKED: tuple[tuple[str, str], ...] = (
    ("link connect compare associate combine equate contrast confuse mix", "with to and"),
    ("distinguish separate differentiate remove exclude protect save rescue free divert", "from"),
    (
        """reduce limit restrict confine devote attribute ascribe subject expose adapt raise lower increase extend play
        sentence condemn lead commit bind apply add owe attach change convert transform turn divide split""",
        "to into between",
    ),
    ("deprive rob strip rid accuse convict charge inform suspect", "of with"),
    ("leave", "in with to as behind"),
)
_LINKING: dict[str, frozenset[str]] = {
    **{verb: _words(prepositions) for verbs, prepositions in _LINKED for verb in verbs.split()},
    **dict.fromkeys(("pass on", "hand over", "hand down", "turn over", "point out"), frozenset({"to"})),
}
_CALLED = _words("ceasefire election elections strike meeting conference referendum truce session")
# nothing is said by these objects of these verbs
_EMPTY_OBJECTS: dict[str, frozenset[str]] = {
    "make": _words("debut"),
    "play": _words("game games match matches part role roles season seasons"),
    "rank": _words("no no. number"),
}
# verbs that keep an object in the passive: "was given the prize"
RETAINING = _words(
    """give grant award assign offer send pay teach show tell ask promise lend hand deny allot allocate accord bequeath
    leave name call title entitle dub nickname rename term style"""
)
OBJECTLESS = _words(
    "come go arrive depart die live appear happen occur exist stand sit lie fall rise rest sleep belong rank number act"
)
_COMMANDING = _words(
    "order command instruct tell urge ask assign force compel require oblige persuade convince forbid allow beg"
)
# they say nothing of the object without how it was rated
_RATING = _words("rate rank grade")
_SPANS = _words("year month week day hour minute decade century")
_LASTING = _words("last take serve spend require need cover span run celebrate complete win lose")
_SPEAKING = _words("speak learn teach study read know write use understand translate")
_HIRING = _words("hire employ commission engage elect appoint invite marry")
_ADDED = frozenset({"of", "in", "at", "on", "by", "during", "for", "since", "after", "before", "until"})
_SCOPES = frozenset({"in", "for", "at"})
_INNER = frozenset({"of", "by"})
_COMPLEMENTS = frozenset({"VB", "NN", "NNS", "JJ", "VBN", "VBG", "NNP"})


def is_taken_for(parse: Parse, verb: int) -> bool:
    """Whether a phrase or a clause with "as" says what it is taken for: "described as aimed at reform"."""
    return any(
        parse.lower[m] == "as"
        for c in parse.under(verb, "obl", "advcl", "xcomp")
        for m in parse.under(c, "case", "mark")
    )


def says_less(frame: Frame, target: int) -> bool:
    """Whether the verb with the object alone says less or something else than the clause does."""
    parse, lemma = frame.analysis.parse, frame.lemma
    if parse.lemmas[target] in _EMPTY_OBJECTS.get(lemma, ()) and parse.child(target, "nmod") is None:
        return True
    if lemma == "render" or _has_two_objects(parse, frame.verb, lemma) or _is_of_one_place(frame, target):
        return True
    if frame.personal and parse.lemmas[target] in INNER_NOUNS and parse.owner(target) is not None:
        return True  # a gesture: "kissed her hand"
    lone = is_demonym(parse, target) and parse.child(target, "det", "amod") is None
    if parse.tags[target] in ("JJ", "JJR", "JJS") or (lone and lemma not in _SPEAKING):
        return True  # an adjective whose noun is elsewhere
    if lemma in _RATING or (parse.lemmas[target] in _SPANS and lemma not in _LASTING):
        return True  # "continued twenty years as a province"
    if lemma in OBJECTLESS and parse.pos[target] != "NUM":
        return True  # "then came the letter"
    if lemma in CALLING_VERBS:
        return parse.lower[target] not in _CALLED
    inside = noun_phrase(parse, target)
    cut = [o for o in parse.under(target, "nmod") if o not in inside]
    return says_less_of_agent(frame) or _is_carried(frame, [o for o in cut if o > target])


def _has_two_objects(parse: Parse, verb: int, lemma: str) -> bool:
    """Whether what looks like one more object says what the first is: "renaming it Nova"."""
    return (
        len(parse.under(verb, "obj")) > 1
        and (lemma in _NAMING or lemma in _PLACING)
        and lemma not in GIVING_VERBS
    )


def _is_of_one_place(frame: Frame, target: int) -> bool:
    """Whether a number holds only for a place or a body that goes unsaid: "made three appearances in the cup"."""
    parse = frame.analysis.parse
    if parse.child(target, "nummod") is None:
        return False
    return any(
        o > target and parse.case(o) in _SCOPES and is_name(parse, o) and frame.analysis.date_at(o) is None
        for o in (*parse.under(frame.verb, "obl"), *parse.under(target, "nmod"))
        if o not in noun_phrase(parse, target)
    )


def says_less_of_agent(frame: Frame) -> bool:
    """Whether a complement of the verb carries what the verb with its agent and its patient does not say."""
    parse, verb = frame.analysis.parse, frame.verb
    if is_made_so(parse, verb, frame.lemma):
        return True
    kept_from = any(
        parse.tags[c] == "VBG" and any(parse.lower[m] == "from" for m in parse.under(c, "mark", "case"))
        for c in parse.under(verb, "advcl", "acl")
    )  # "prevented it from falling"
    return kept_from or _is_carried(frame, [o for o in parse.under(verb, "obl", "nmod") if o > verb])


def _is_carried(frame: Frame, beside: list[int]) -> bool:
    parse, lemma = frame.analysis.parse, frame.lemma
    cases = {parse.case(o) for o in beside if not frame.analysis.date_at(o)} - {""}
    if lemma == "describe" and frame.passive and len(cases) < len(beside):
        return False  # a species: "was described by X in 1858 as Y"
    if lemma in _NAMING and not cases.isdisjoint(_AS):
        return True
    if lemma in _PLACING:
        return not cases <= (_ADDED if lemma in _HELD else _INNER)
    return not cases.isdisjoint(_LINKING.get(lemma, ()))


def is_made_so(parse: Parse, verb: int, lemma: str) -> bool:
    """Whether a complement says what the object does or is: "made him laugh", "held her prisoner"."""
    if lemma in _COMMANDING and any(
        c > verb
        and parse.tags[c] == "VB"
        and any(parse.lower[m] == "to" for m in parse.under(c, "mark", "aux"))
        for noun in (verb, *parse.under(verb, "obj"))
        for c in parse.under(noun, "advcl", "acl", "ccomp")
    ):
        return True  # whom somebody tells to do something is no object of the telling
    return lemma not in _HIRING and any(
        c > verb and parse.tags[c] in _COMPLEMENTS for c in parse.under(verb, "xcomp")
    )
