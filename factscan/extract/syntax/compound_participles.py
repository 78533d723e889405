"""Compounds that a parser read as clauses: "a film producing company" is a company and produces nothing here.

What such a participle could have for its object is bare and singular, and of a noun that is counted no object is that.
"""

_COUNTED = frozenset(
    """organization organisation company firm agency machine tool device engine instrument apparatus program programme
    platform system process method technique technology station league team group band club site website network party
    vessel ship boat aircraft plant factory mill facility unit body committee board council association society
    institution institute school college shop store house studio label channel magazine newspaper event competition
    contest tournament festival game show series project scheme service industry community town village city country
    nation region family tribe species insect animal bird fish plane robot game language algorithm protocol protein
    enzyme gene hormone virus bacterium agent drug software framework library interface circuit mechanism strategy
    chain franchise brand business cooperative union force army squadron regiment bank fund trust charity""".split()
)
_OF_THE_FIRST = frozenset({"amod", "compound", "nummod", "advmod", "flat", "nmod:poss"})
_LONGEST = 4


def repair_compound_participles(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], lemmas: list[str]
) -> None:
    """Make the last noun the head; in place."""
    for i, tag in enumerate(tags):
        if tag != "VBG" or i < 1 or labels[i] != "acl" or heads[i] != i - 1 or tags[i - 1] != "NN":
            continue
        noun = _object(heads, labels, tags, i)
        if noun is not None and lemmas[noun] in _COUNTED:
            _change_heads(heads, labels, pos, tags, i, noun)
        elif _is_before_name(heads, labels, pos, i) and lemmas[i + 1] in _COUNTED:
            _change_heads(heads, labels, pos, tags, i, heads[i + 1])


def _object(heads: list[int], labels: list[str], tags: list[str], verb: int) -> int | None:
    for i in range(verb + 1, min(verb + _LONGEST, len(heads))):
        if heads[i] in (verb, verb - 1) and labels[i] in ("obj", "appos", "compound", "nmod"):
            return i if tags[i] == "NN" else None
        if labels[i] not in ("compound", "amod"):
            return None
    return None


def _is_before_name(heads: list[int], labels: list[str], pos: list[str], verb: int) -> bool:
    """ "The film producing company Volvo": the noun was counted with the name."""
    if verb + 2 >= len(heads) or labels[verb + 1] != "compound" or pos[verb + 1] != "NOUN":
        return False
    name = heads[verb + 1]
    return pos[name] == "PROPN" and heads[name] == verb and name > verb + 1


def _change_heads(
    heads: list[int], labels: list[str], pos: list[str], tags: list[str], verb: int, noun: int
) -> None:
    first = verb - 1
    heads[noun] = noun if heads[first] == first else heads[first]
    labels[noun] = labels[first]
    for i, head in enumerate(heads):
        if i in (first, verb, noun):
            continue
        if head == verb or (head == first and labels[i] not in _OF_THE_FIRST):
            heads[i] = noun
            labels[i] = "nmod" if labels[i] == "obl" else labels[i]
    heads[first], labels[first] = noun, "compound"
    heads[verb], labels[verb], pos[verb], tags[verb] = noun, "compound", "NOUN", "NN"
