"""What a governor makes of its complement: "failed to win", "knew that she had won", "is said to have won"."""

from factscan.extract.syntax.assertion_data import (
    ABLE_PREDICATES,
    ACCUSING_VERBS,
    ANNOUNCING_VERBS,
    ATTRIBUTING_NOUNS,
    CAUSATIVE_GOVERNORS,
    EMOTIVE_PREDICATES,
    FACTIVE_GOVERNORS,
    FACTIVE_NOUNS,
    FUTURE_GOVERNORS,
    HESITATING_GOVERNORS,
    IMPLICATIVE_GOVERNORS,
    IMPLICATIVE_OF_CLAUSES,
    JUDGING_VERBS,
    NEGATIVE_GOVERNORS,
    NEGATIVE_NOUNS,
    NEGATIVE_PREDICATES,
    REFUSING_GOVERNORS,
    REPORTED_PASSIVES,
    SEEMING_GOVERNORS,
    UNCERTAIN_PREDICATES,
    UNREAL_NOUNS,
)
from factscan.extract.syntax.markers import (
    is_finite,
    is_infinitive,
    is_passive_form,
    is_perfect,
    is_singled_out,
)
from factscan.extract.syntax.parse import Parse

Flags = frozenset[str]
NONE: Flags = frozenset()
_NEGATED: Flags = frozenset({"negated"})
_MODAL: Flags = frozenset({"modal"})
_FUTURE: Flags = frozenset({"future"})
_ATTRIBUTED: Flags = frozenset({"attributed"})
_VOICES: Flags = frozenset({"attributed", "conditional"})
"""What holds even for what is presupposed."""


def of_complement(parse: Parse, governor: int, clause: int, above: Flags) -> Flags:
    """The flags of a complement clause, ``above`` being those of its governor."""
    if parse.labels[clause] != "xcomp" and is_finite(parse, clause):
        return _of_content(parse, governor, above)
    affirmed, denied = _signature(parse, governor, clause)
    if "negated" in above:
        return (above - _NEGATED) | denied
    return above | affirmed


def _signature(parse: Parse, governor: int, clause: int) -> tuple[Flags, Flags]:
    """What an open complement becomes where its governor is affirmed, and where it is denied."""
    lemma = parse.lemmas[governor]
    infinitive = is_infinitive(parse, clause)
    if parse.child(governor, "cop") is not None or parse.pos[governor] == "ADJ":
        return _of_predicate(parse, governor, clause)
    if lemma == "go" and parse.tags[governor] == "VBG" and infinitive:
        return _FUTURE, _FUTURE | _NEGATED  # "is going to join"
    if lemma == "get" and parse.tags[governor] == "VBN" and infinitive:
        return _MODAL, _MODAL | _NEGATED  # "has got to join"
    if _is_passive(parse, governor) and lemma in REPORTED_PASSIVES:
        return _ATTRIBUTED, _ATTRIBUTED
    if parse.tags[clause] == "VBG" and lemma in ("stop", "cease", "quit"):
        return _NEGATED, NONE
    if lemma in SEEMING_GOVERNORS:
        return _MODAL, _MODAL | _NEGATED
    if lemma in NEGATIVE_GOVERNORS:
        return _NEGATED, NONE
    if lemma in IMPLICATIVE_GOVERNORS:
        return NONE, _NEGATED
    if lemma in REFUSING_GOVERNORS:
        return (_NEGATED, _MODAL) if lemma != "keep" or _is_from(parse, clause) else (NONE, _NEGATED)
    if lemma == "have" and infinitive and parse.tags[governor] not in ("VBD", "VBN"):
        return _MODAL, _MODAL  # "has to leave" is a duty; that it was met is said by "had to leave"
    if lemma in CAUSATIVE_GOVERNORS:
        return NONE, _MODAL
    if lemma in HESITATING_GOVERNORS:
        return _MODAL, NONE
    if parse.pos[clause] not in ("VERB", "AUX") and not infinitive:
        return (_ATTRIBUTED, _ATTRIBUTED) if lemma in JUDGING_VERBS else (NONE, _NEGATED)
    if lemma in FUTURE_GOVERNORS:
        return _FUTURE, _FUTURE | _NEGATED
    if infinitive and _is_passive(parse, governor) and lemma == "know":
        return NONE, _NEGATED
    if infinitive and lemma in ("like", "love", "hate", "enjoy"):
        return NONE, _NEGATED
    return (_MODAL, _MODAL | _NEGATED) if infinitive else (NONE, _NEGATED)


def _of_predicate(parse: Parse, governor: int, clause: int) -> tuple[Flags, Flags]:
    """The signature of an adjective or a noun under "be": "able to", "glad to", "the first to"."""
    lemma = parse.lemmas[governor]
    if lemma in NEGATIVE_PREDICATES:
        return _NEGATED, NONE
    past = any(parse.tags[c] == "VBD" for c in parse.under(governor, "cop")) or is_perfect(parse, governor)
    if lemma in ABLE_PREDICATES:
        return (NONE if past else _MODAL), _NEGATED
    if lemma in EMOTIVE_PREDICATES and (past or is_perfect(parse, clause)):
        return NONE, NONE
    if is_singled_out(parse, governor) or parse.tags[clause] == "VBG":
        return NONE, _NEGATED
    if any(parse.lower[c] == "too" for c in parse.under(governor, "advmod")):
        return _NEGATED, _MODAL  # "too old to fight"
    return _MODAL, _MODAL | _NEGATED


def _of_content(parse: Parse, governor: int, above: Flags) -> Flags:
    """What a finite complement becomes: "said that", "knew that", "it turned out that"."""
    lemma = parse.lemmas[governor]
    if lemma in IMPLICATIVE_OF_CLAUSES:
        return above
    if lemma in FACTIVE_GOVERNORS or (lemma in ANNOUNCING_VERBS and "command" in above):
        return above & _VOICES
    if lemma in UNCERTAIN_PREDICATES or lemma in NEGATIVE_PREDICATES:
        return above | _MODAL
    if parse.child(governor, "cop") is not None and parse.pos[governor] != "VERB":
        noun = lemma in ATTRIBUTING_NOUNS or lemma in UNREAL_NOUNS
        return above | _ATTRIBUTED if noun else above
    return above | _ATTRIBUTED


def of_noun_complement(parse: Parse, noun: int, clause: int) -> Flags:
    """What a noun makes of its clause: "the claim that", "the fact that", "failure to", "the possibility of"."""
    lemma = parse.lemmas[noun]
    marks = {parse.lower[m] for m in parse.under(clause, "mark", "aux", "case")}
    if "that" in marks or _is_content_of(parse, noun, clause):
        return _ATTRIBUTED if lemma in ATTRIBUTING_NOUNS and lemma not in FACTIVE_NOUNS else NONE
    if parse.labels[clause] in ("acl", "nmod") and marks & {"to", "of", "for", "from"}:
        if lemma in NEGATIVE_NOUNS:
            return _NEGATED
        if lemma in ATTRIBUTING_NOUNS or (lemma in UNREAL_NOUNS and not is_perfect(parse, clause)):
            return _MODAL
    return NONE


def _is_content_of(parse: Parse, noun: int, clause: int) -> bool:
    """Whether "that" right after the noun is no subject: parsers confuse "rumours that …" with relative clauses."""
    that = noun + 1
    return that < clause and parse.lower[that] == "that" and parse.labels[that] not in ("nsubj", "nsubj:pass")


def of_gerund(parse: Parse, governor: int, clause: int, above: Flags) -> Flags | None:
    """A gerund under the preposition that its verb asks for: "prevented from leaving", "accused of stealing".

    None where the preposition is not the verb's.
    """
    marks = {parse.lower[m] for m in parse.under(clause, "mark")}
    lemma = parse.lemmas[governor]
    if lemma in ACCUSING_VERBS and marks & {"of", "for", "with"}:
        return above | _ATTRIBUTED
    if clause < governor:
        return None
    refused = "from" in marks and (lemma in NEGATIVE_GOVERNORS or lemma in REFUSING_GOVERNORS)
    imagined = marks & {"of", "about", "on", "against", "to"} and lemma in FUTURE_GOVERNORS
    if refused or imagined or (parse.pos[governor] == "ADJ" and marks & {"of", "from", "about"}):
        return of_complement(parse, governor, clause, above)
    return None


def _is_passive(parse: Parse, governor: int) -> bool:
    reduced = parse.labels[governor] in ("acl", "amod", "advcl") and parse.tags[governor] == "VBN"
    return is_passive_form(parse, governor) or reduced


def _is_from(parse: Parse, clause: int) -> bool:
    return any(parse.lower[m] == "from" for m in parse.under(clause, "mark"))
