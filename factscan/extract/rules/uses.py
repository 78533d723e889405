"""What something works with: "the method involves the use of magnets", "X is used in the treatment of Y"."""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, coordinated_names

_INVOLVING = frozenset({"involve", "make", "require", "entail"})
_SERVING = {
    "treatment": "treatment",
    "therapy": "treatment",
    "diagnosis": "diagnosis",
    "prevention": "prevention",
}


def use_facts(analysis: Analysis) -> Iterator[Candidate]:
    """What is used by something, and for what illness."""
    parse = analysis.parse
    for clause in analysis.clauses.all:
        lemma = parse.lemmas[clause.predicate]
        if lemma in _INVOLVING and not clause.passive:
            yield from _tools(parse, clause)
        elif lemma == "use" and clause.passive:
            yield from _remedies(parse, clause)


def _tools(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "Involves the use of devices such as braces" is said of the devices and of the braces."""
    verb = clause.predicate
    for use in parse.under(verb, "obj"):
        if parse.lower[use] != "use":
            continue
        for tool in (c for c in parse.under(use, "nmod") if parse.case(c) == "of"):
            for each in coordinated_names(parse, tool):
                for subject in clause.subjects:
                    words = (verb, use)
                    yield Candidate(subject, "use", "use", each, words, clause.flags, enough=Content.KIND)


def _remedies(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "X is used in the treatment of Y": Y – treatment – X."""
    for purpose in parse.under(clause.predicate, "obl"):
        label = _SERVING.get(parse.lower[purpose])
        if label is None or parse.case(purpose) not in ("in", "for"):
            continue
        for illness in (c for c in parse.under(purpose, "nmod") if parse.case(c) == "of"):
            for each in coordinated(parse, illness):
                for remedy in clause.subjects:
                    words = (clause.predicate, purpose)
                    yield Candidate(each, f"the {label}", label, remedy, words, clause.flags)
