"""Labels of relations that hold more than a verb: "win silver medal at", "move to Oslo in"."""

from factscan.extract.candidate import Value
from factscan.extract.objects import read_value
from factscan.extract.rules.frames import Frame, objects_of
from factscan.extract.rules.verbs_data import STEM_PREPOSITIONS
from factscan.extract.syntax.content import Content, content_of
from factscan.extract.syntax.content_data import UNFINISHED_NOUNS
from factscan.extract.syntax.markers import is_infinitive
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import is_name, noun_phrase

_MAX_LABEL = 5  # words of an object inside a label
_MAX_LETTERS = 48
_GOALS = frozenset({"to", "into", "onto", "for"})
_SOME = frozenset("some many several most one all part both each any more half much others".split())
_RANKS = frozenset({"place", "position"})  # "finished in fourth place in the league"
_NUMBERINGS = frozenset({"no", "number"})


def with_retained(frame: Frame, token: int) -> str:
    """The label with the object that a passive keeps: "was given the Turing Award in 1990"."""
    middle = label_of_object(frame, objects_of(frame.analysis.parse, frame.verb)[0], token)
    return f"{frame.lemma} {middle}" if middle else ""


def with_goal(frame: Frame, target: int | Value, *, beside: bool = False) -> str:
    """The verb, before a date with what it leads to: "move to Oslo" for "moved to Oslo in 1990".

    Empty where it leads to something that a label cannot hold. ``beside``: also before a place, which says where it
    was ("ran for President at the election"), if that stands after it.
    """
    parse = frame.analysis.parse
    dated = isinstance(target, Value) and target.type == "date"
    if not dated and not beside:
        return frame.lemma
    for o in parse.under(frame.verb, "obl"):
        preposition = parse.case(o)
        if frame.lemma.endswith(f"{preposition} {parse.lower[o]}"):
            continue  # part of the verb: "came into force in 1990"
        if (
            (preposition in (STEM_PREPOSITIONS if dated else _GOALS) or parse.lower[o] in _RANKS)
            and _is_before(frame, o, target)
            and frame.analysis.date_at(o) is None
        ):
            name = _role(parse, o) if preposition == "as" else label_of_object(frame, o)
            return f"{frame.lemma} {preposition} {name}" if name else ""
    return "" if dated and _has_more(frame) else frame.lemma


def _is_before(frame: Frame, goal: int, target: int | Value) -> bool:
    return frame.verb < goal and (isinstance(target, Value) or goal < target)


def _has_more(frame: Frame) -> bool:
    """Whether the verb has a complement that its label leaves out: "worked in a kibbutz in 1981"."""
    parse = frame.analysis.parse
    beside = {"by", "in", "at"} if frame.passive else {"by"}
    if any(is_infinitive(parse, c) for c in parse.under(frame.verb, "xcomp") if c > frame.verb):
        return True  # "was commissioned in 2016 to direct it"
    return any(
        c > frame.verb and not frame.analysis.date_at(c) and parse.case(c) not in beside
        for c in parse.under(frame.verb, "obl", "xcomp")
    )


def _role(parse: Parse, noun: int) -> str:
    if parse.pos[noun] != "NOUN" or parse.lemmas[noun] in UNFINISHED_NOUNS:
        return ""
    return _words_of(parse, noun_phrase(parse, noun, chain=False))


def label_of_object(frame: Frame, noun: int, beside: int = -1, *, cut: bool = False) -> str:
    """A phrase as part of a label: a short name, or a noun with what identifies it; empty where that cannot be.

    ``beside``: the token whose relation is named, which the label need not hold. ``cut``: it may leave something out.
    """
    parse = frame.analysis.parse
    if frame.analysis.date_at(noun) is not None:
        return ""
    if parse.pos[noun] == "PRON" or parse.lower[noun] in _SOME or parse.child(noun, "conj") is not None:
        return ""
    if is_name(parse, noun):
        value = read_value(frame.analysis, noun)
        return value.canonical if value is not None and len(value.canonical) <= _MAX_LETTERS else ""
    tokens = noun_phrase(parse, noun)
    if all(parse.lower[t] in _NUMBERINGS or not parse.words[t].isalpha() for t in tokens):
        return ""  # "ranked No. 4"
    told = content_of(parse, noun, tokens)
    if len(tokens) > _MAX_LABEL or told is Content.POINTING:
        return ""
    if not cut and _goes_beyond(parse, noun, tokens, beside):
        return ""
    determiner = parse.child(noun, "det")
    if parse.lemmas[noun] in UNFINISHED_NOUNS and len(tokens) > 1 and max(tokens) > noun:
        return ""  # "a number of shows"
    if told > Content.FULL and determiner is not None and parse.lower[determiner] not in ("a", "an"):
        return ""
    return _words_of(parse, tokens)


def _words_of(parse: Parse, tokens: list[int]) -> str:
    words = (parse.words[t] if parse.pos[t] in ("PROPN", "ADJ") else parse.lower[t] for t in tokens)
    return " ".join(words).replace(" 's ", "'s ").replace(" ’s ", "’s ").replace(" - ", "-")


def _goes_beyond(parse: Parse, noun: int, tokens: list[int], beside: int) -> bool:
    """Whether the phrase goes on with something that the label would leave out."""
    labels = ("nmod", "acl", "acl:relcl", "appos", "advcl", "ccomp")
    return any(
        c > noun and c not in tokens and c != beside and parse.labels[c] in labels
        for c in parse.children[noun]
    )
