"""Noun phrases beside a name: "Curie, a Polish chemist,", "pop singer Joelma", "its capital, Oslo"."""

from collections.abc import Iterator
from dataclasses import replace

from factscan.extract.candidate import Candidate, Value
from factscan.extract.rules.agreement import fits, is_class
from factscan.extract.rules.origins import demonym, is_demonym, is_part_of_demonym
from factscan.extract.rules.possessives import relation_noun
from factscan.extract.rules.predicates import predicate_facts
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import NONE, Flags
from factscan.extract.syntax.concepts import is_person
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.noun_data import EVALUATIVE, WORK_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, is_name, is_title, named, noun_phrase, text_of
from factscan.extract.text.names import is_vague

_KIN = frozenset({"son", "child", "niece", "nephew", "sibling"})
# nouns before a name that say whose or where it is, not what it is: "the city stadium", "home team"
_NO_TITLES = frozenset(
    "city state world home team league season government county village town club school national".split()
)

_TITLE_WORDS = frozenset("and or of in on for with to at a an the like from".split())
_DASHES = frozenset({"–", "—", "--"})
_QUOTES = frozenset('"“')
_SETTING_OFF = frozenset({",", "–", "—", "-", ":", "--"})


def apposition_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts from appositions between a name and a common noun, whichever comes first."""
    parse = analysis.parse
    for second, label in enumerate(parse.labels):
        quoted = parse.words[second][:1] in _QUOTES
        if quoted and (titled := _titled(parse, second)) is not None:
            flags = _flags(analysis, titled)
            yield Candidate(titled, "name", "name", second, (), flags, confidence=0.8)
            continue
        if label != "appos":
            continue
        first = _nearest_name(analysis, second)
        flags = _flags(analysis, first)
        if is_name(parse, first) and parse.words[second][:1] in _QUOTES:
            if parse.child(second, "det") is not None:
                yield Candidate(first, "name", "name", second, (), flags, confidence=0.7)
        elif is_name(parse, first) and parse.pos[second] == "NOUN":
            if _is_set_off(parse, first, second):
                yield from _told_after(analysis, first, second, flags)
        elif parse.pos[first] == "NOUN" and is_name(parse, second):
            yield from _told_before(analysis, first, second, flags)


def _titled(parse: Parse, second: int) -> int | None:
    """The name before "the “…”", set off by a comma, wherever the parser hung the two: "Law 7-1, the “Water Act”"."""
    first = second - 3
    if first < 0 or not is_name(parse, first):
        return None
    return first if parse.words[first + 1] == "," and parse.lower[first + 2] == "the" else None


def _told_after(analysis: Analysis, name: int, noun: int, flags: Flags) -> Iterator[Candidate]:
    """ "Curie, a chemist": what the noun after the name says of it."""
    parse = analysis.parse
    nouns = coordinated(parse, noun)
    if any(is_name(parse, n) for n in nouns):
        return  # "the Alps, the coast, Peru": a list
    for who in _described(analysis, name, noun):
        for n in nouns:
            if fits(parse, who, n, told=any(parse.lower[d] in ("a", "an") for d in parse.under(n, "det"))):
                told = flags | (_flags(analysis, n) & {"attributed"})  # "the supposed author"
                yield from predicate_facts(analysis, who, n, told, confidence=0.7)


def _told_before(analysis: Analysis, noun: int, name: int, flags: Flags) -> Iterator[Candidate]:
    """ "its capital, Oslo", "the chemist, Curie": what the noun before the name says of it."""
    parse = analysis.parse
    if parse.case(noun) and parse.child(name, "det") is not None:
        return  # "after the war, the Navy grew"
    if not _DASHES.isdisjoint(parse.words[noun:name]):
        return  # headings run together: "Death of the king—Reign of X"
    apart = "," in parse.words[noun:name]
    if apart and parse.case(noun) and parse.lemmas[parse.heads[noun]] in WORK_NOUNS:
        return  # "the first single from the album, Wave": it may be either
    owner = parse.owner(noun)
    if owner is not None:
        if fits(parse, name, noun):
            lemma = _kind(analysis, noun)
            yield Candidate(owner, f"the {parse.lemmas[noun]}", lemma, name, (noun,), flags, confidence=0.7)
        return
    definite = parse.child(noun, "det") is not None
    if (
        parse.child(noun, "cop") is None
        and is_class(parse, noun)
        and (definite or min(noun_phrase(parse, name)) == noun + 1)
    ):
        for who in coordinated(parse, name):
            if fits(parse, who, noun):
                yield from _introduced(predicate_facts(analysis, who, noun, flags, confidence=0.5))
                yield from _leaders(analysis, noun, who, flags)


def _introduced(facts: Iterator[Candidate]) -> Iterator[Candidate]:
    """ "The writer" before a name says what it is, and does not point at a writer spoken of before."""
    return (replace(fact, enough=Content.POINTING) for fact in facts)


def _is_set_off(parse: Parse, name: int, noun: int) -> bool:
    """Whether a comma or a dash, and no more than that, sets the phrase of the noun off from the name."""
    begin = min(t for t in parse.descendants(noun) if parse.pos[t] != "PUNCT")
    if begin == 0 or parse.words[begin - 1] not in _SETTING_OFF:
        return False
    if any(parse.words[t] in ("(", ";", ")") or parse.lower[t].endswith("based") for t in range(name, noun)):
        return False  # "by the Washington, D.C.-based singer"
    return parse.child(noun, "det", "nmod:poss") is not None or is_class(parse, noun)


def _described(analysis: Analysis, name: int, noun: int) -> list[int]:
    """Whom the apposition speaks of: after "born in Leeds, the son of a miner" not of Leeds but of who was born."""
    parse = analysis.parse
    if parse.names[name][2:] not in ("LOC", "GPE") or not parse.case(name):
        return [name]
    if not is_person(parse, noun) and parse.lemmas[noun] not in _KIN:
        return [name]
    verb = parse.heads[name]
    while parse.pos[verb] != "VERB" and parse.heads[verb] != verb:
        verb = parse.heads[verb]
    return list(analysis.clauses.subjects(verb))


def _nearest_name(analysis: Analysis, second: int) -> int:
    """What an apposition stands beside: the name right before its comma, wherever the parser hung it."""
    parse = analysis.parse
    head = parse.heads[second]
    comma = min(parse.descendants(second)) - 1
    if comma >= 0 and parse.words[comma] != ",":
        comma += 1
    at = comma - 1
    if head >= at or at < 0 or parse.words[min(comma, len(parse) - 1)] != "," or parse.pos[at] != "PROPN":
        return head
    while (
        parse.labels[at] in ("compound", "flat", "nmod")
        and is_name(parse, parse.heads[at])
        and head < parse.heads[at]
    ):
        at = parse.heads[at]
    return at if parse.heads[at] == head and parse.labels[at] in ("nmod", "obl", "obj", "conj") else head


def title_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts from common nouns set before a name: "the Australian pop singer John Paul Young"."""
    parse = analysis.parse
    for name in range(len(parse)):
        if not is_name(parse, name):
            continue
        titles = [c for c in parse.children[name] if is_title(parse, name, c) and parse.pos[c] == "NOUN"]
        titles = [c for c in titles if parse.lemmas[c] not in _NO_TITLES]
        if not titles or not is_class(parse, titles[-1]) or not fits(parse, name, titles[-1]):
            continue
        if _is_cut(parse, name, titles[-1]):
            continue
        flags = _flags(analysis, name)
        last = titles[-1]
        tokens = _title(parse, titles)
        if tokens and not is_vague(text := text_of(parse, tokens)):
            if parse.case(name) == "under":
                for led in _led(analysis, name):
                    yield Candidate(led, f"the {text}", text, name, (last,), flags, confidence=0.7)
            if parse.tags[last] == "NNS":
                text = text.removesuffix(parse.words[last]) + parse.lemmas[last]
            value = Value(text, "phrase", parse.starts[tokens[0]], parse.ends[tokens[-1]])
            yield Candidate(name, "be", "be", value, (last,), flags, confidence=0.6)
        for child in parse.under(name, "amod", "compound", "nmod:desc"):
            for t in parse.descendants(child):
                if t < last and is_demonym(parse, t):
                    value = demonym(parse, t)
                    yield Candidate(name, "nationality", "nationality", value, (t,), flags, confidence=0.6)


def _is_cut(parse: Parse, name: int, noun: int) -> bool:
    """Whether the title of a work may go on after what the parse takes for it: "the film Pippi in the South Seas"."""
    if parse.lemmas[noun] not in WORK_NOUNS or parse.words[name][:1] in '"“':
        return False
    after = max(noun_phrase(parse, name)) + 1
    if after + 1 >= len(parse) or parse.lower[after] not in _TITLE_WORDS:
        return False
    following = next((w for w in parse.words[after + 1 :] if w.lower() not in _TITLE_WORDS), "")
    return following[:1].isupper()


def _title(parse: Parse, titles: list[int]) -> list[int]:
    """The words of a title that stand together: no nationality, no praise, nothing coordinated before."""
    below = {t for title in titles for t in parse.descendants(title)}
    tokens: list[int] = []
    for t in range(titles[-1], -1, -1):
        word_class = parse.pos[t] in ("NOUN", "ADJ", "PROPN") or parse.words[t] == "-"
        if t not in below or not word_class or is_part_of_demonym(parse, t) or parse.lemmas[t] in EVALUATIVE:
            break
        tokens.insert(0, t)
    if tokens and parse.words[tokens[0]] == "-" and tokens[0]:
        tokens.insert(0, tokens[0] - 1)  # "co-founder"
    return tokens


def _led(analysis: Analysis, name: int) -> list[int]:
    """Who did something "under head coach X": the subject of the clause, where it is a thing and has a name."""
    parse = analysis.parse
    verb = parse.heads[name]
    while parse.pos[verb] != "VERB" and parse.heads[verb] != verb:
        verb = parse.heads[verb]
    return [s for s in analysis.clauses.subjects(verb) if not is_person(parse, s)]


def introduced_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Facts from a noun that introduces a name as its head: "singer John Paul Young", "the authors A and B"."""
    parse = analysis.parse
    for noun, pos in enumerate(parse.pos):
        if pos != "NOUN" or parse.child(noun, "cop") is not None or is_name(parse, noun):
            continue
        names = [n for n in named(parse, noun) if n != noun and parse.labels[n] != "appos"]
        if not is_class(parse, noun) or (parse.tags[noun] == "NNS" and len(names) < 2):
            continue
        for name in names:
            if fits(parse, name, noun) and not _is_cut(parse, name, noun):
                flags = _flags(analysis, noun)
                if name < noun and parse.tags[noun] == "NNS":  # "the Elbe and Oder rivers"
                    kind = Value(parse.lemmas[noun], "phrase", parse.starts[noun], parse.ends[noun])
                    yield Candidate(name, "be", "be", kind, (noun,), flags, confidence=0.5)
                    continue
                yield from _introduced(predicate_facts(analysis, name, noun, flags, confidence=0.5))
                yield from _leaders(analysis, noun, name, flags)


def _leaders(analysis: Analysis, noun: int, name: int, flags: Flags) -> Iterator[Candidate]:
    """ "Under head coach X": whom the clause speaks of has X for its head coach."""
    for led in _led(analysis, noun) if analysis.parse.case(noun) == "under" else ():
        label = relation_noun(analysis.parse, noun)
        yield Candidate(led, f"the {label}", label, name, (noun,), flags, confidence=0.7)


def _kind(analysis: Analysis, noun: int) -> str:
    parse = analysis.parse
    ordinals = [
        c
        for c in parse.under(noun, "amod")
        if parse.lower[c] in ("first", "second", "third", "last", "debut", "only")
    ]
    return " ".join([*(parse.lower[o] for o in ordinals), parse.lemmas[noun]])


def _flags(analysis: Analysis, noun: int) -> Flags:
    """A nominal is asserted by the way, whatever the verb says of it, unless somebody else says it."""
    flags = analysis.assertion.flags(noun) & frozenset({"quoted", "attributed", "question"})
    return flags or NONE
