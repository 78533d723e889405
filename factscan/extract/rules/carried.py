"""Verbs whose meaning lies in a complement beside the object, without which the object says something else.

"Left Anna in charge" leaves nobody, "played the two off to his advantage" plays nothing.
"""

from factscan.extract.rules.frames import Frame
from factscan.extract.rules.verbs_data import CALLING_VERBS
from factscan.extract.syntax.noun_data import ROLE_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import noun_phrase


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
_LINKING: dict[str, frozenset[str]] = {
    **dict.fromkeys(_words("link connect compare associate combine equate contrast confuse mix"), _words("with to and")),
    **dict.fromkeys(_words("distinguish separate differentiate remove exclude protect save rescue free divert"), _words("from")),
    **dict.fromkeys(
        _words(
            """reduce limit restrict confine devote attribute ascribe subject expose adapt raise lower increase extend play
            sentence condemn lead commit bind apply add owe attach change convert transform turn divide split"""
        ),
        _words("to into between"),
    ),
    "leave": _words("in with to as behind"),
    **dict.fromkeys(_words("deprive rob strip rid accuse convict charge inform suspect"), _words("of with")),
}  # fmt: skip
_CALLED = _words("ceasefire election elections strike meeting conference referendum truce session")
# nothing is said by these objects of these verbs
_EMPTY_OBJECTS: dict[str, frozenset[str]] = {
    "play": _words("game games match matches part role roles season seasons"),
    "rank": _words("no no. number"),
    "act": ROLE_NOUNS,
}
# verbs that keep an object in the passive: "was given the prize"
RETAINING = _words(
    """give grant award assign offer send pay teach show tell ask promise lend hand deny allot allocate accord bequeath
    leave name call title entitle dub nickname rename term style"""
)
_OBJECTLESS = _words(
    "come go arrive depart die live appear happen occur exist stand sit lie fall rise rest sleep belong rank number"
)
_HIRING = _words("hire employ commission engage elect appoint invite marry")
_ADDED = frozenset({"of", "in", "at", "on", "by", "during", "for", "since", "after", "before", "until"})
_INNER = frozenset({"of", "by"})
_COMPLEMENTS = frozenset({"VB", "NN", "NNS", "JJ", "VBN", "VBG", "NNP"})


def says_less(frame: Frame, target: int) -> bool:
    """Whether the verb with the object alone says less or something else than the clause does."""
    parse, lemma = frame.analysis.parse, frame.lemma
    if parse.lemmas[target] in _EMPTY_OBJECTS.get(lemma, ()) and parse.child(target, "nmod") is None:
        return True
    if lemma in _OBJECTLESS and parse.pos[target] != "NUM":
        return True  # "then came the letter"
    if lemma in CALLING_VERBS:
        return parse.lower[target] not in _CALLED
    inside = noun_phrase(parse, target)
    cut = [o for o in parse.under(target, "nmod") if o not in inside]
    return says_less_of_agent(frame) or _is_carried(frame, [o for o in cut if o > target])


def says_less_of_agent(frame: Frame) -> bool:
    """Whether a complement of the verb carries what the verb with its agent and its patient does not say."""
    parse, verb = frame.analysis.parse, frame.verb
    if _is_made_so(parse, verb, frame.lemma):
        return True
    return _is_carried(frame, [o for o in parse.under(verb, "obl", "nmod") if o > verb])


def _is_carried(frame: Frame, beside: list[int]) -> bool:
    parse, lemma = frame.analysis.parse, frame.lemma
    cases = {parse.case(o) for o in beside if not frame.analysis.date_at(o)} - {""}
    if lemma in _NAMING and not cases.isdisjoint(_AS):
        return True
    if lemma in _PLACING:
        return not cases <= (_ADDED if lemma in _HELD else _INNER)
    return not cases.isdisjoint(_LINKING.get(lemma, ()))


def _is_made_so(parse: Parse, verb: int, lemma: str) -> bool:
    """Whether a complement says what the object does or is: "made him laugh", "held her prisoner"."""
    return lemma not in _HIRING and any(
        c > verb and parse.tags[c] in _COMPLEMENTS and parse.child(c, "cop") is None
        for c in parse.under(verb, "xcomp")
    )
