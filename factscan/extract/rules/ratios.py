"""How common something is, told as one in so many: "affects 1 in 50,000 people", "a prevalence of 1 in 20,000"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from factscan.extract.candidate import Candidate, Value
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.assertion import Flags
from factscan.extract.syntax.parse import Parse

_NUMBER = r"\d[\d,]*\d(?:\.\d+)?(?: (?:thousand|million|billion))?"
_ONE = r"\b(?:1|[Oo]ne)(?: (?:person|case|individual|child|infant|baby))? (?:in|out of|per)(?: every)?"
_WHOM = (
    r" (?:live |male |female |newborn |adult )?(?:people|persons|individuals|newborns|births|males|females|men|women"
    r"|children|adults|infants|babies|boys|girls|pregnancies|patients|inhabitants)"
)
_RATIO = re.compile(
    rf"(?P<fewer>(?:fewer|less) than )?{_ONE} (?:about |approximately )?(?P<low>\d(?![\d,])|{_NUMBER}|million)"
    rf"(?:(?: to | and |[-–])(?:1 in |one in )?(?P<high>{_NUMBER}))?(?P<whom>{_WHOM})?(?![\w%])"
)
_BEGINS = ("1 in ", "1 out of ", "1 per ", "1 person", "1 case", "one ", "One ")
_PLACE = re.compile(r",? in (?:the )?(?P<place>[A-Z]\w+(?: [A-Z]\w+){0,2})")
_RATES = frozenset("prevalence incidence frequency rate risk".split())
_STRIKING = frozenset("affect occur strike arise happen appear find see be develop".split())
_HAVING = frozenset("have develop suffer carry experience".split())


def ratio_facts(analysis: Analysis) -> Iterator[Candidate]:
    """The prevalence of what strikes or happens to one in so many."""
    parse = analysis.parse
    if not any(begin in parse.text for begin in _BEGINS):
        return
    for match in _RATIO.finditer(parse.text):
        if match["whom"] is None and "," not in match["low"]:
            continue  # "one in three" says not of what
        tokens = [t for t in range(len(parse)) if match.start() <= parse.starts[t] < match.end()]
        value = Value(_canonical(match), "phrase", match.start(), match.end())
        place = _PLACE.match(parse.text, match.end())
        for fact in _of_tokens(analysis, tokens, value):
            where = f"{fact.label} in {place['place']}" if place else fact.label
            yield replace(fact, pattern=f"the {where}", label=where)


def _canonical(match: re.Match[str]) -> str:
    numbers = [n.replace(",", "") for n in (match["low"], match["high"]) if n]
    many = " to ".join("1000000" if n == "million" else n for n in numbers)
    return f"{'< ' if match['fewer'] else ''}1 in {many}{match['whom'] or ''}"


def _of_tokens(analysis: Analysis, tokens: list[int], value: Value) -> Iterator[Candidate]:
    """The fact that a clause states with the ratio among these tokens."""
    parse = analysis.parse
    above = _above(parse, tokens)
    rate = next((t for t in above if parse.lemmas[t] in _RATES), None)
    for clause in analysis.clauses.all:
        verb = clause.predicate
        if verb not in above and verb not in tokens:
            continue
        subject = next((s for s in clause.subjects if s not in tokens), None)
        told = next((s for s in clause.subjects if parse.lemmas[s] in _RATES), None)
        flags = clause.flags | analysis.assertion.flags(tokens[0])  # "is estimated to be"
        if told is not None:  # "the prevalence of X is 1 in …"
            yield _of_rate(parse, told, value, flags, tokens)
        elif rate is not None and subject is not None:  # "X has a prevalence of 1 in …"
            yield _fact(subject, parse.lemmas[rate], value, flags, (verb, rate))
        elif subject is not None and parse.lemmas[verb] in _STRIKING:
            yield _fact(subject, "prevalence", value, flags, (verb,))
        elif parse.lemmas[verb] in _HAVING and not set(tokens).isdisjoint(parse.under(verb, "nsubj")):
            for illness in parse.under(verb, "obj"):  # "one in 500 people has X"
                yield _fact(illness, "prevalence", value, flags, (verb,))
        else:
            continue
        return


def _above(parse: Parse, tokens: list[int]) -> list[int]:
    """What the ratio hangs on, from the inside out, up to the first verb."""
    found: list[int] = []
    for token in tokens:
        at = token
        while parse.heads[at] != at:
            at = parse.heads[at]
            if at in found:
                break
            if at not in tokens:
                found.append(at)
                if parse.pos[at] in ("VERB", "AUX"):
                    break
    return found


def _of_rate(parse: Parse, rate: int, value: Value, flags: Flags, tokens: list[int]) -> Candidate:
    owner = next((c for c in parse.under(rate, "nmod") if parse.case(c) == "of" and c not in tokens), None)
    owner = parse.owner(rate) if owner is None else owner
    whose = rate if owner is None else owner
    return _fact(whose, parse.lemmas[rate], value, flags, (rate,), topical=owner is None)


def _fact(
    subject: int, label: str, value: Value, flags: Flags, words: tuple[int, ...], *, topical: bool = False
) -> Candidate:
    return Candidate(subject, f"the {label}", label, value, words, flags, confidence=0.75, topical=topical)
