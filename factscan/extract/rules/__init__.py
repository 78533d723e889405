"""Rules over the parse: one module for a family of constructions, each a function from an analysis to candidates.

A new family is a new module and a line here.
"""

from collections.abc import Callable, Iterator

from factscan.extract.candidate import Candidate
from factscan.extract.rules.appositions import apposition_facts, introduced_facts, title_facts
from factscan.extract.rules.causes import cause_facts
from factscan.extract.rules.citations import citation_facts
from factscan.extract.rules.copulas import copular_facts
from factscan.extract.rules.documents import document_facts
from factscan.extract.rules.existentials import existential_facts
from factscan.extract.rules.illness import illness_facts
from factscan.extract.rules.inversions import inversion_facts
from factscan.extract.rules.measures import measure_facts
from factscan.extract.rules.parentheses import alias_facts, parenthesis_facts
from factscan.extract.rules.places import place_facts
from factscan.extract.rules.possessives import owned_facts
from factscan.extract.rules.ratios import ratio_facts
from factscan.extract.rules.sorts import sort_facts
from factscan.extract.rules.uses import use_facts
from factscan.extract.rules.verbs import verbal_facts
from factscan.extract.syntax.analysis import Analysis

Rule = Callable[[Analysis], Iterator[Candidate]]

CLOSER_RULES: tuple[Rule, ...] = (
    document_facts,
    illness_facts,
    ratio_facts,
    cause_facts,
    sort_facts,
    use_facts,
)
"""Rules for narrow constructions, which know better what a verb says: what they read no other rule reads again."""

RULES: tuple[Rule, ...] = (
    verbal_facts,
    copular_facts,
    owned_facts,
    apposition_facts,
    title_facts,
    introduced_facts,
    parenthesis_facts,
    alias_facts,
    place_facts,
    measure_facts,
    existential_facts,
    citation_facts,
    inversion_facts,
)

VERBLESS_RULES: tuple[Rule, ...] = (parenthesis_facts,)
"""What can be read from a sentence without a finite verb: a heading, an entry of a list."""


def candidates(analysis: Analysis) -> Iterator[Candidate]:
    """The candidates of a sentence, by the rules that are for it."""
    if not analysis.parse.is_finite:
        for rule in VERBLESS_RULES:
            yield from rule(analysis)
        return
    closer = [c for rule in CLOSER_RULES for c in rule(analysis)]
    yield from closer
    read = {word for c in closer for word in c.words}
    for rule in RULES:
        for candidate in rule(analysis):
            if not read or read.isdisjoint(candidate.words):
                yield candidate


__all__ = ["RULES", "VERBLESS_RULES", "candidates"]
