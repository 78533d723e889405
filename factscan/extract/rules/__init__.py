"""Rules over the parse: one module for a family of constructions, each a function from an analysis to candidates.

A new family is a new module and a line here.
"""

from collections.abc import Callable, Iterator

from factscan.extract.candidate import Candidate
from factscan.extract.rules.appositions import apposition_facts, introduced_facts, title_facts
from factscan.extract.rules.citations import citation_facts
from factscan.extract.rules.copulas import copular_facts
from factscan.extract.rules.existentials import existential_facts
from factscan.extract.rules.measures import measure_facts
from factscan.extract.rules.parentheses import alias_facts, parenthesis_facts
from factscan.extract.rules.places import place_facts
from factscan.extract.rules.possessives import owned_facts
from factscan.extract.rules.verbs import verbal_facts
from factscan.extract.syntax.analysis import Analysis

RULES: tuple[Callable[[Analysis], Iterator[Candidate]], ...] = (
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
)

VERBLESS_RULES: tuple[Callable[[Analysis], Iterator[Candidate]], ...] = (parenthesis_facts,)
"""What can be read from a sentence without a finite verb: a heading, an entry of a list."""

__all__ = ["RULES", "VERBLESS_RULES"]
