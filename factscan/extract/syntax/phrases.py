"""Noun phrases: which tokens around a head make the minimal phrase that FACTS.md asks for."""

from factscan.extract.syntax.noun_data import AWARD_NOUNS, PLACE_NOUNS
from factscan.extract.syntax.parse import Parse

_DROPPED_DETERMINERS = frozenset(
    "the a an this that these those its his her their our my your such what which another any every each".split()
)
_MAX_DEPTH = 6
_MAX_OUTER = 4
_MAX_FIELDS = 7
_LEFT = frozenset({"compound", "amod", "nummod", "nmod:desc", "nmod:unmarked", "flat", "goeswith"})
_AFTER_PLACE = frozenset(". , ; ) ( : and in on at to with where which who from for".split())
_QUANTIFIERS = frozenset(
    "all both several some most many few half various numerous over about around".split()
)
_WEAK = frozenset({"ADP", "SCONJ", "CCONJ", "DET", "PUNCT", "ADV", "PART", "PRON", "AUX"})
COMPANY_ENDINGS = frozenset(
    "inc inc. ltd ltd. llc l.l.c. corp corp. co co. plc gmbh jr jr. sr sr. ii iii iv esq".split()
)
# what stands before these belongs to the clause, not to the phrase
_BARRIERS = frozenset({"cop", "aux", "aux:pass", "nsubj", "nsubj:pass", "expl", "mark"})
_PARTICIPLES = frozenset({"VBN", "JJ"})
_RIGHT = frozenset({"flat", "fixed", "goeswith", "compound"})
# prepositions that join the words of a name: Institute for Advanced Study, Committee on Ways and Means
_NAME_JOINTS = frozenset({"of", "for", "on", "de", "du", "von", "van"})
# bodies that are named for what they deal with
_FIELDED = frozenset(
    """university institute college school academy department ministry faculty museum society association journal
    bureau centre center conservatory""".split()
)
# bodies that share a name and a house: "Library and Museum"
_SECOND_BODIES = frozenset(
    """museum library gallery archive archives park garden gardens zoo aquarium arboretum resort spa hotel casino
    theatre theater centre center college school university hospital chapel shrine cemetery mausoleum""".split()
)
_NEAR = 3  # words
_BESIDE = ("nmod", "nmod:unmarked", "appos", "obl", "obl:unmarked", "dep", "list", "parataxis")
LIST_PREPOSITIONS = frozenset({"such as", "including", "like", "e.g.", "especially"})
_HYPHENS = frozenset({"-", "–"})
_INNER_PUNCTUATION = frozenset({"-", "–", "/", "'", "’", ".", "&", "·"})


def is_name(parse: Parse, head: int) -> bool:
    """Whether the phrase under ``head`` is a proper name: so tagged, or a capital inside the sentence."""
    return parse.proper[head]


def noun_phrase(parse: Parse, head: int, *, chain: bool = True, depth: int = 0) -> list[int]:
    """The tokens of the minimal phrase of ``head``, in order: no article, no clause, no adjunct.

    With ``chain`` the "of" complements stay ("member of the Royal Society"); names keep the prepositional
    phrases that are part of them. ``depth`` counts the phrases around it: a minimal phrase has few.
    """
    if depth:
        return _noun_phrase(parse, head, chain=chain, depth=depth)
    known = parse.phrases.get((head, chain))
    if known is None:
        known = parse.phrases[head, chain] = _noun_phrase(parse, head, chain=chain, depth=0)
    return known[:]


def _noun_phrase(parse: Parse, head: int, *, chain: bool, depth: int) -> list[int]:
    kept = {head}
    barrier = max((c for c in parse.children[head] if c < head and _is_barrier(parse, c)), default=-1)
    for c in parse.children[head]:
        if c <= barrier:
            continue
        if parse.labels[c] == "case":
            kept.update([c] if _is_hyphenated(parse, c) and c < head else [])  # "artist-in-residence"
        elif c < head:
            kept.update(_left_part(parse, head, c))
        else:
            kept.update(_right_part(parse, head, c, chain=chain, depth=depth))
    tokens = sorted(kept)
    while tokens[0] != head and _is_weak(parse, tokens[0]):
        tokens.pop(0)
    if not depth and not parse.proper[head]:
        tokens = _without_asides(parse, head, tokens)
    return _close_gaps(parse, tokens)


def _without_asides(parse: Parse, head: int, tokens: list[int]) -> list[int]:
    """Without what stands in brackets: "a benign (non-cancerous) lesion"; "poly(A) tail" is one word."""
    opened = next((t for t in tokens if parse.words[t] == "(" and t > tokens[0]), None)
    if opened is None or parse.ends[opened - 1] == parse.starts[opened]:
        return tokens
    closed = next((t for t in tokens if parse.words[t] == ")" and t > opened), None)
    if closed is None or opened < head < closed:
        return tokens
    return [t for t in tokens if not opened <= t <= closed]


def _is_barrier(parse: Parse, child: int) -> bool:
    """Whether the phrase begins after the word: a verb's, or "born" in "a Danish-born painter"."""
    return parse.labels[child] in _BARRIERS or (
        parse.labels[child] in _LEFT
        and parse.lower[child].endswith("born")
        and parse.tags[child] in _PARTICIPLES
    )


def _is_weak(parse: Parse, token: int) -> bool:
    """Whether a phrase cannot begin with the word; "well" in "well-made" may, "privately" in "privately owned" too."""
    if parse.pos[token] not in _WEAK or parse.lower[token] in _QUANTIFIERS:
        return False
    if _belongs_to_participle(parse, token):
        return False
    return parse.words[token + 1] != "-"


def _belongs_to_participle(parse: Parse, adverb: int) -> bool:
    """Whether an adverb is half of what a participle says: "a municipally operated airport"."""
    participle = adverb + 1
    return (
        parse.heads[adverb] == participle
        and parse.lower[adverb].endswith("ly")
        and (
            parse.tags[participle] in ("VBN", "VBG")
            or (parse.tags[participle] == "JJ" and parse.lower[participle].endswith("ed"))
        )
    )


def coordinated(parse: Parse, head: int) -> list[int]:
    """The heads of what is coordinated under ``head``: names that only commas join are not ("Kent, England")."""
    group = [t for t in parse.conjuncts(head) if t == head or parse.lower[t] not in COMPANY_ENDINGS]
    if len(group) == 1:
        return group
    group = [t for t in group if t == head or not (_is_field_of_body(parse, t) or _ends_name(parse, t))]
    if parse.pos[head] != "VERB":
        group = [t for t in group if parse.pos[t] not in ("VERB", "AUX") or t == head]
    joined = any(parse.labels[c] == "cc" for t in group for c in parse.children[t])
    return group if joined or parse.pos[head] != "PROPN" else group[:1]


def _is_field_of_body(parse: Parse, token: int) -> bool:
    """Whether the word is one of several in a name: "Arts" in "Department of Culture, Arts and Sport"."""
    if parse.pos[token] != "PROPN" or parse.child(token, "det", "case", "compound") is not None:
        return False
    at = token - 1
    while at > 1 and (parse.words[at] in (",", "&") or parse.lower[at] == "and" or parse.pos[at] == "PROPN"):
        if parse.lower[at] in _FIELDED:
            return False
        at -= 1
    return (
        at > 1 and token - at <= _MAX_FIELDS and parse.lower[at] == "of" and parse.lower[at - 1] in _FIELDED
    )


def _ends_name(parse: Parse, token: int) -> bool:
    """Whether the word is the second of two bodies in one name: "Museum" in "the Adams Library and Museum"."""
    return (
        parse.lower[token] in _SECOND_BODIES
        and parse.pos[token] == "PROPN"
        and parse.lower[token - 1] in ("and", "&")
        and not any(parse.pos[c] in ("PROPN", "DET", "ADJ", "ADP", "NUM") for c in parse.children[token])
        and parse.pos[token - 2] == "PROPN"
    )


def named(parse: Parse, head: int) -> list[int]:
    """The names that a common noun introduces: "A" and "B" for "the authors A and B"; else the noun alone."""
    if parse.pos[head] != "NOUN":
        return [head]
    if parse.tags[head] == "NNS" and parse.lemmas[head] in PLACE_NOUNS:
        for c in parse.under(head, "compound"):
            if parse.pos[c] == "PROPN" and parse.child(c, "conj") is not None:
                return coordinated(parse, c)  # "the Kent and Sussex districts"
    for c in parse.children[head]:
        if (
            c > head
            and parse.labels[c] in ("appos", "flat", "nmod", "nmod:unmarked", "compound")
            and not parse.case(c)
            and parse.pos[c] == "PROPN"
            and min(parse.descendants(c)) == head + 1
        ):
            return coordinated(parse, c)
    name = _name_beside(parse, head)
    return [head] if name is None else coordinated(parse, name)


def _name_beside(parse: Parse, noun: int) -> int | None:
    """The name right after the noun that hangs where the noun hangs: "the singer John Young" of two phrases."""
    at = noun + 1
    if at >= len(parse) or parse.pos[at] != "PROPN" or parse.tags[noun] not in ("NN", "NNS"):
        return None
    while (
        parse.labels[at] in ("compound", "flat", "nmod:desc")
        and parse.heads[at] != at
        and parse.pos[parse.heads[at]] == "PROPN"
    ):
        at = parse.heads[at]
    beside = parse.heads[at] == parse.heads[noun] and at != parse.heads[at] and noun != parse.heads[noun]
    return at if beside and not parse.case(at) and parse.labels[at] in _BESIDE else None


def coordinated_names(parse: Parse, head: int) -> list[int]:
    """What is coordinated and listed ("services such as A and B"); nouns replaced by the names they introduce."""
    found = []
    group = coordinated(parse, head)
    if len(group) > 1 and parse.pos[group[-1]] == "NOUN" and named(parse, group[-1]) != group[-1:]:
        bare = all(parse.pos[t] == "NOUN" and parse.child(t, "det") is None for t in group[1:])
        if bare and parse.tags[head] == "NN":
            group = group[-1:]  # "the painter, sculptor and politician Li" is one person
    for token in group:
        found += named(parse, token)
        if parse.pos[token] == "NOUN":
            for item in parse.under(token, "nmod"):
                if parse.case(item) in LIST_PREPOSITIONS:
                    found += coordinated(parse, item)
    return found


def outer_places(parse: Parse, place: int) -> list[int]:
    """The places around a place, from the inside out.

    "Cooper County" and "Missouri" for "Boonville" in "Boonville, Cooper County, Missouri".

    Read off the words: commas with nothing but capitals between, up to a comma, a full stop or a preposition.
    """
    outer: list[int] = []
    at = max(noun_phrase(parse, place)) + 1
    while (
        len(outer) <= _MAX_OUTER
        and at + 1 < len(parse)
        and parse.words[at] == ","
        and parse.pos[at + 1] == "PROPN"
    ):
        last = at + 1
        while last + 1 < len(parse) and parse.pos[last + 1] == "PROPN":
            last += 1
        ends = last + 1 == len(parse) or parse.words[last + 1] in _AFTER_PLACE
        if not ends or any(parse.labels[t].startswith("nsubj") for t in range(at + 1, last + 1)):
            break
        inside = range(at + 1, last + 1)
        outer.append(next((t for t in inside if parse.heads[t] not in inside), last))
        at = last + 1
    return [] if len(outer) > _MAX_OUTER or _goes_on(parse, at) else outer


def _goes_on(parse: Parse, at: int) -> bool:
    """Whether what stands at the token makes the names before it members of a list."""
    if at + 1 >= len(parse):
        return False
    follows = parse.pos[at + 1]
    if parse.words[at] == ",":
        return follows in ("NOUN", "PROPN", "CCONJ")
    return parse.lower[at] in ("and", "or") and follows in ("PROPN", "DET", "ADJ", "NOUN")


def text_of(parse: Parse, tokens: list[int]) -> str:
    """The words of the tokens as the text spells them, runs that do not touch joined by a blank."""
    pieces, start = [], 0
    for k in range(1, len(tokens) + 1):
        if (
            k == len(tokens)
            or tokens[k] != tokens[k - 1] + 1
            or parse.starts[tokens[k]] > parse.ends[tokens[k - 1]] + 1
        ):
            pieces.append(parse.slice(tokens[start], tokens[k - 1]))
            start = k
    return " ".join(pieces)


def _left_part(parse: Parse, head: int, child: int) -> list[int]:
    label = parse.labels[child]
    if label in ("det", "det:predet"):
        return [] if parse.lower[child] in _DROPPED_DETERMINERS else [child]
    if label == "nmod:poss":
        if parse.pos[child] in ("PRON", "DET"):
            return []
        owner = [t for t in parse.descendants(child) if t < head]
        return [
            t for t in owner if not (parse.labels[t] == "det" and parse.heads[t] == child and t == min(owner))
        ]
    if label not in _LEFT:
        return []
    if is_title(parse, head, child):
        return []
    if is_name(parse, head) and parse.lower[child].endswith(("-based", "-born")):
        return []
    inside = [t for t in parse.descendants(child) if t < head]
    if label == "nummod":
        return inside  # with its hedge: "more than 100"
    return [t for t in inside if parse.pos[t] != "ADP" or _is_hyphenated(parse, t)]


def _is_hyphenated(parse: Parse, token: int) -> bool:
    """Whether the word is part of a longer one: "to" in "air-to-air", "for" in "for-profit"."""
    return parse.words[token - 1] in _HYPHENS or parse.words[token + 1 : token + 2] == ["-"]


def is_title(parse: Parse, head: int, child: int) -> bool:
    """Whether ``child`` is a common noun set before a name: "singer" in "pop singer John Paul Young"."""
    return (
        child < head
        and parse.labels[child] in ("compound", "nmod:desc", "amod", "nmod:unmarked", "nmod")
        and is_name(parse, head)
        and not parse.words[child][:1].isupper()
        and not parse.words[child][:1].isdigit()
    )


def _right_part(parse: Parse, head: int, child: int, *, chain: bool, depth: int) -> list[int]:
    label = parse.labels[child]
    if parse.lower[child] in COMPANY_ENDINGS and child <= head + 3:
        return [t for t in range(head + 1, child + 1) if t == child or parse.words[t] == ","]
    if label == "conj" and parse.lower[head] in _FIELDED and _is_field_of_body(parse, child):
        return [*parse.under(child, "punct", "cc"), child]
    if label == "conj" and parse.pos[head] == "PROPN" and child <= head + _NEAR and _ends_name(parse, child):
        return list(range(head + 1, child + 1))
    if label in _RIGHT:
        return _without_clauses(parse, child)
    if label in ("nummod", "nmod:unmarked") and child == head + 1:
        return [child]
    if label == "nmod" and depth < _MAX_DEPTH:
        case = parse.case(child)
        named = (
            is_name(parse, head)
            and is_name(parse, child)
            and not any(c.isdigit() for c in parse.words[child])
        )
        field = is_name(parse, head) and _names_field(parse, head, child, case)
        if (chain and case == "of") or (named and case in _NAME_JOINTS) or field:
            inner = noun_phrase(parse, child, depth=depth + 1)
            marks = [
                t for t in range(child) if parse.heads[t] == child and parse.labels[t] in ("case", "det")
            ]
            inner += _introduced(parse, child)
            fields = field or _names_fields(parse, head, child)
            conjuncts = (
                []
                if named and case == "of" and not fields
                else _close_conjuncts(parse, child, depth, listed=fields)
            )
            return [*marks, *inner, *conjuncts]
    return []


def _introduced(parse: Parse, noun: int) -> list[int]:
    """The name that the noun brings: "Quercus" in "a branch of the organization Quercus"."""
    names = named(parse, noun)
    if names == [noun] or parse.pos[noun] != "NOUN" or parse.words[noun + 1] == ",":
        return []
    return [t for t in noun_phrase(parse, names[0], depth=_MAX_DEPTH) if t > noun]


def _names_field(parse: Parse, award: int, child: int, case: str) -> bool:
    """Whether the phrase says what a prize is for: "the Nobel Prize in Physics", not "in 1920" or "in Oslo"."""
    if parse.lower[award] not in AWARD_NOUNS or case not in ("in", "for"):
        return False
    return parse.pos[child] in ("NOUN", "PROPN") and parse.names[child][2:] not in ("LOC", "GPE", "PER")


def _names_fields(parse: Parse, body: int, child: int) -> bool:
    """Whether a body is named for several fields: "Institute of Physics and Chemistry", not "of Sweden and Norway"."""
    if parse.lower[body] not in _FIELDED:
        return False
    return not any(parse.names[t][2:] in ("LOC", "GPE", "PER") for t in (child, *parse.under(child, "conj")))


def _close_conjuncts(parse: Parse, head: int, depth: int, *, listed: bool = False) -> list[int]:
    """What follows the head in one coordination without a comma: "Ways and Means", "teeth and jaw".

    ``listed``: commas are of the name too ("Department of Culture, Arts and Sport").
    """
    found: list[int] = []
    for c in parse.under(head, "conj"):
        commas = [p for p in parse.children[c] if parse.labels[p] == "punct" and parse.words[p] == ","]
        if commas and not (listed and _is_field_of_body(parse, c)):
            return []
        if parse.pos[c] != parse.pos[head] or parse.child(c, "nummod") is not None:
            return []
        marks = [p for p in parse.children[c] if parse.labels[p] == "cc"]
        found += [*commas, *marks, *noun_phrase(parse, c, depth=depth + 1)]
    return found


def _without_clauses(parse: Parse, token: int) -> list[int]:
    found, todo = [token], [token]
    while todo:
        for c in parse.children[todo.pop()]:
            if parse.labels[c] in ("compound", "flat", "fixed", "goeswith", "nummod", "amod"):
                found.append(c)
                todo.append(c)
    return found


def _close_gaps(parse: Parse, tokens: list[int]) -> list[int]:
    """Take in hyphens, apostrophes and the like that stand alone between two kept tokens."""
    closed = tokens[:1]
    for t in tokens[1:]:
        gap = range(closed[-1] + 1, t)
        if len(gap) == 1 and parse.words[gap[0]] in _INNER_PUNCTUATION:
            closed.append(gap[0])
        closed.append(t)
    return closed
