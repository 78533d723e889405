"""The class that a predicate noun names: "a Polish chemist" is "chemist", "one of the four seasons" is "season"."""

import re
from itertools import pairwise

from factscan.extract.candidate import Value
from factscan.extract.objects import read_value
from factscan.extract.rules.origins import is_likely_demonym, is_part_of_demonym
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.concepts import is_person
from factscan.extract.syntax.content import Content, content_of
from factscan.extract.syntax.content_data import POINTING, UNFINISHED_NOUNS
from factscan.extract.syntax.noun_data import CLASSIFIERS, EVALUATIVE, ROLE_NOUNS, WORK_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import is_name, named, noun_phrase, text_of
from factscan.extract.text.names import is_vague

_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RANKS = frozenset(
    """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth last next only sole main final
    same other debut current original official flagship""".split()
)
# what happened or was thought of something, not what it is
_NO_CLASSES = frozenset(
    """success failure result reason cause problem challenge example way thing fact matter question answer surprise
    change response sign attempt effort step chance opportunity option choice need necessity idea purpose advantage
    disadvantage benefit threat favourite favorite hit flop blow honour honor pleasure mistake time day beginning start
    end point level step case source subject object target victim witness name title part side version
    way term""".split()
)
_UNCLEAR = _NO_CLASSES | UNFINISHED_NOUNS
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")
_MAX_WORDS = 12
_MAX_COMPLETED = 9


def complement_of(parse: Parse, noun: int, prepositions: tuple[str, ...]) -> int | None:
    """The first noun that hangs on the noun with one of the prepositions."""
    for child in parse.under(noun, "nmod", "obl"):
        if parse.case(child) in prepositions:
            return child
    return None


def class_value(analysis: Analysis, noun: int, *, single: bool = False) -> Value | None:
    """The class that the phrase names, without what is said by facts of their own: nationality, year, place.

    ``single``: of one subject, so that "were immigrants" makes it an immigrant.
    """
    parse = analysis.parse
    if is_name(parse, noun):
        return read_value(analysis, noun)
    if analysis.date_at(noun) or parse.lemmas[noun] == "phrase":
        return None
    counted = noun
    if parse.lemmas[noun] == "one" and (inner := complement_of(parse, noun, ("of",))) is not None:
        if is_name(parse, inner) or parse.tags[inner] != "NNS":
            return None
        noun = inner
    tokens = _class_tokens(analysis, noun, predicate=counted == noun)
    if not tokens or any(parse.tags[t] in _FINITE for t in tokens):
        return None
    content = Content.FULL
    ranks = _ranks(parse, noun, tokens)
    if ranks:
        more = _completed(parse, noun, tokens)
        among = any(t > noun for t in tokens) and content_of(parse, noun, tokens) <= Content.FULL
        tokens = more or tokens
        if not more and not among:
            # "the sixth album" is an album
            tokens = _trimmed(parse, noun, [t for t in tokens if t not in ranks])
            unclear = parse.lemmas[noun] in _UNCLEAR or _points(parse, noun)
            content = Content.POINTING if unclear or tokens[-1] != noun else Content.THING
    elif counted == noun:
        content = _content(parse, noun, tokens)
        alone = [t for t in tokens if t <= noun]
        if content is Content.POINTING and len(alone) < len(tokens) and _is_role(parse, noun):
            tokens, content = alone, Content.THING  # "director of the company" is a director
    is_kind = parse.lemmas[noun] in CLASSIFIERS and any(parse.labels[t] == "nmod" for t in tokens)
    text = text_of(parse, tokens)
    if not is_kind and is_vague(text):
        return None
    if not any(c.isalpha() for c in text) or len(tokens) > _MAX_WORDS:
        return None
    if parse.lower[tokens[0]] in ("more", "less") and parse.tags[noun] == "NN":
        return None  # "is more workshop oriented"
    if parse.tags[noun] == "NNS" and (single or parse.child(noun, "cop") is None or counted != noun):
        text = text.replace(parse.words[noun], parse.lemmas[noun])
    return Value(text, "phrase", parse.starts[tokens[0]], parse.ends[tokens[-1]], content=content)


def _class_tokens(analysis: Analysis, noun: int, *, predicate: bool) -> list[int]:
    parse = analysis.parse
    person, tokens = is_person(parse, noun), noun_phrase(parse, noun)
    if not any(parse.tags[t] in ("JJS", "RBS") for t in tokens if t < noun):
        # "the highest Swiss peak" need not be the highest peak
        tokens = [
            t
            for t in tokens
            if t > noun or not (is_part_of_demonym(parse, t) or (person and is_likely_demonym(parse, t)))
        ]
    tokens = [t for t in tokens if not (t < noun and analysis.date_at(t))]
    tokens = _without_enumerated(parse, noun, tokens)
    if named(parse, noun) != [noun]:
        tokens = [t for t in tokens if t <= noun]
    if parse.child(noun, "cop") is None or not predicate:
        tokens = [
            t for t in tokens if parse.labels[t] != "nummod"
        ]  # "four teams: Spain, …" says that Spain is one
    return _trimmed(parse, noun, _rejoined(parse, noun, tokens))


def _rejoined(parse: Parse, noun: int, tokens: list[int]) -> list[int]:
    """With the "and" between nouns before the noun: "a research and development company"."""
    joints = [
        a + 1
        for a, b in pairwise(tokens)
        if b <= noun and b == a + 2 and parse.pos[a : b + 1] == ["NOUN", "CCONJ", "NOUN"]
    ]
    return sorted([*tokens, *joints]) if joints else tokens


def _trimmed(parse: Parse, noun: int, tokens: list[int]) -> list[int]:
    """Without what a class does not begin with: marks, praise, a part of a word."""
    while (
        tokens
        and tokens[0] != noun
        and (
            parse.pos[tokens[0]] in ("PUNCT", "CCONJ", "DET")
            or parse.lower[tokens[0]] == "few"
            or parse.lemmas[tokens[0]] in EVALUATIVE
            or _is_tied(parse, tokens[0])
        )
    ):
        tokens = tokens[1:]
    return tokens


def _is_tied(parse: Parse, token: int) -> bool:
    """Whether a hyphen ties the word to one that is left out: "born" of "Italian-born painter"."""
    return token > 0 and parse.words[token - 1] == "-" and parse.ends[token - 1] == parse.starts[token]


def _content(parse: Parse, noun: int, tokens: list[int]) -> Content:
    """How much the class tells: "a bird" is one, "the bird", "a success" and "his friend" are not."""
    determiner = parse.child(noun, "det")
    word = parse.lower[determiner] if determiner is not None else ""
    if word in POINTING:
        return Content.POINTING
    told = content_of(parse, noun, tokens)
    if told is Content.THING and word == "the":
        return Content.POINTING
    if told is Content.UNFINISHED and parse.lemmas[noun] not in _NO_CLASSES:
        return Content.THING  # "a bird that cannot fly" is a bird
    return told


def _is_role(parse: Parse, noun: int) -> bool:
    return is_person(parse, noun) or parse.lemmas[noun] in ROLE_NOUNS


def _ranks(parse: Parse, noun: int, tokens: list[int]) -> list[int]:
    """The words that pick one by its rank, and say nothing without among what: "fourth" in "the fourth film"."""
    if not any(parse.lower[c] == "the" for c in parse.under(noun, "det")):
        return []
    return [
        t
        for t in tokens
        if t < noun
        and parse.words[t + 1] != "-"  # "a 5th-century poet"
        and (parse.tags[t] == "JJS" or parse.lower[t] in _RANKS or _ORDINAL.fullmatch(parse.words[t]))
        and parse.tags[t] in ("JJ", "JJS", "NN", "CD", "RB", "NNP")
    ]


def _points(parse: Parse, noun: int) -> bool:
    return any(parse.lower[c] in POINTING for c in parse.under(noun, "amod", "det"))


def _completed(parse: Parse, noun: int, tokens: list[int]) -> list[int]:
    """The ranked phrase with the phrases that say among what; empty where a clause says it, or nothing does."""
    if parse.child(noun, "acl", "acl:relcl", "ccomp", "xcomp") is not None:
        return []
    found = list(tokens)
    if parse.lemmas[noun] in WORK_NOUNS and complement_of(parse, noun, ("by",)) is not None:
        return []  # "the sixth album by X" is an album, and X's
    for c in parse.under(noun, "nmod", "obl"):
        if c > noun and "," in parse.words[noun:c]:
            break
        if c > noun and parse.case(c) and c not in found:
            head = named(parse, c)[0]
            inner = noun_phrase(parse, head)
            if content_of(parse, head, inner) >= Content.UNFINISHED:
                return []
            found += [t for t in parse.under(c, "case", "det") if t > noun] + inner
    beyond = [t for t in found if t > noun]
    if not beyond or len(found) > _MAX_COMPLETED or noun + 1 not in found:
        return []
    return sorted(set(found))


def _without_enumerated(parse: Parse, noun: int, tokens: list[int]) -> list[int]:
    """Without adjectives that are enumerated: "a Gram-positive and rod-shaped bacterium" is a bacterium."""
    commas = [t for t in tokens if t < noun and (parse.words[t] == "," or parse.lower[t] == "and")]
    if not commas or parse.pos[noun] != "NOUN":
        return tokens
    adjectives = [
        t
        for t in range(commas[-1], noun)
        if parse.labels[t] in ("amod", "conj") and parse.pos[t] in ("ADJ", "VERB")
    ]
    return [t for t in tokens if t > adjectives[-1]] if adjectives else tokens
