"""What a text on an illness tells of it by the way: who is affected has what, when it begins, what the treatment is.

"Affected people have weak muscles", "the main symptom is pain" and "it begins in childhood" are told of the illness
that the document is about; "the treatment of X" and "symptoms of X" of X.
"""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.context.topic_data import ILLNESS_NOUNS
from factscan.extract.rules.causes import called
from factscan.extract.rules.frames import objects_of
from factscan.extract.rules.verbs_data import SUFFERERS, SUFFERING_VERBS
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated, coordinated_names, noun_phrase
from factscan.extract.text.quantities import parse_quantity

_AFFECTED = SUFFERERS | frozenset("male female boy girl newborn".split())
_SHARES = frozenset("half third quarter percent % majority most many some number proportion minority".split())
# what they have is no symptom
_HEALTHY = frozenset(
    "normal few little good typical average healthy more less fewer increased chance risk".split()
)
_ASPECTS = {
    "symptom": "symptom",
    "sign": "symptom",
    "complication": "complication",
    "treatment": "treatment",
    "therapy": "treatment",
    "cause": "cause",
}
_FINDINGS = frozenset(
    "disorder problem feature defect abnormality finding complaint manifestation characteristic".split()
)
_CHIEF = frozenset("main primary chief principal only commonest common".split())
_CONSISTING = frozenset({"involve", "consist", "comprise"})
_ONSET_SIGNS = frozenset("symptom sign feature manifestation onset".split())
_BEGINNING = frozenset("begin start appear develop occur present arise emerge manifest become".split())
_BEGUN = frozenset("apparent evident noticeable present visible".split())
_AGES = frozenset("infancy childhood adolescence adulthood birth puberty toddlerhood midlife".split())
_TIMES = frozenset("year month week day decade".split())
_LIFE = frozenset({"age", "life"})
_BOUNDS = frozenset({"before", "after", "until"})
_WHEN = frozenset("in at during from by between around about within".split()) | _BOUNDS
_LONGEST = 8  # words that say when
_MEDICAL_ENDINGS = ("therapy", "ectomy", "plasty", "ostomy", "itis", "osis", "emia", "pathy", "algia")


def illness_facts(analysis: Analysis) -> Iterator[Candidate]:
    """Symptoms, treatments, causes and the age of onset of illnesses."""
    parse = analysis.parse
    for clause in analysis.clauses.all:
        yield from _suffered(parse, clause)
        for subject in clause.subjects:
            yield from _aspect(parse, clause, subject)
            yield from _onset(parse, clause, subject)


def _suffered(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "Affected people have weak muscles", "about half of affected children develop cataracts": a symptom."""
    verb = clause.predicate
    if parse.lemmas[verb] not in SUFFERING_VERBS or clause.copular or clause.passive:
        return
    subject = (
        clause.subjects[0] if clause.subjects else parse.child(verb, "nsubj")
    )  # "about half" has no place there
    if subject is None or not _is_affected(parse, subject):
        return
    for target in objects_of(parse, verb):
        if not any(parse.lower[c] in _HEALTHY for c in (target, *parse.children[target])):
            target = called(parse, target)
            yield _told(None, subject, "symptom", target, (verb,), clause, Content.THING)


def _is_affected(parse: Parse, subject: int) -> bool:
    if parse.lemmas[subject] in _SHARES or parse.lower[subject] in _SHARES:
        return any(parse.case(c) == "of" and _is_affected(parse, c) for c in parse.under(subject, "nmod"))
    return parse.lemmas[subject] in _AFFECTED and any(
        parse.lower[c] == "affected" for c in parse.under(subject, "amod", "acl")
    )


def _aspect(parse: Parse, clause: Clause, subject: int) -> Iterator[Candidate]:
    """ "The main symptom is pain", "treatment involves rest", "the treatment of X is physiotherapy"."""
    label = _ASPECTS.get(parse.lemmas[subject]) or _chief_finding(parse, clause, subject)
    verb = clause.predicate
    if (
        label is None
        or parse.owner(subject) is not None
        or parse.child(subject, "acl", "acl:relcl") is not None
    ):
        return
    if any(
        parse.lower[d] in ("a", "an", "this", "these", "no", "another") for d in parse.under(subject, "det")
    ):
        return
    illness = next((c for c in parse.under(subject, "nmod") if parse.case(c) in ("of", "for")), None)
    if illness is None and parse.child(subject, "nmod") is not None:
        return
    if clause.copular and not parse.case(verb):
        found = coordinated(parse, verb) if _is_noun(parse, verb) and parse.labels[verb] != "conj" else []
    elif parse.lemmas[verb] in _CONSISTING and not clause.passive:
        phrases = [o for o in parse.under(verb, "obl") if parse.case(o) == "of"]
        found = objects_of(parse, verb) or [t for o in phrases for t in coordinated_names(parse, o)]
    else:
        return
    for target in found:
        words = (subject, verb, target) if clause.copular else (subject, verb)
        yield _told(illness, subject, label, _read(parse, target), words, clause, Content.UNFINISHED)


def _chief_finding(parse: Parse, clause: Clause, subject: int) -> str | None:
    """The relation in "the main hormonal disorder is amenorrhea"."""
    if not clause.copular or parse.lemmas[subject] not in _FINDINGS or parse.child(subject, "det") is None:
        return None
    before = [parse.lower[t] for t in noun_phrase(parse, subject) if t < subject]
    return f"{' '.join(before)} {parse.lemmas[subject]}" if _CHIEF.intersection(before) else None


def _is_noun(parse: Parse, token: int) -> bool:
    """Whether it is a noun, if only by its ending: taggers take "physiotherapy" for an adjective."""
    return parse.pos[token] in ("NOUN", "PROPN") or parse.lower[token].endswith(_MEDICAL_ENDINGS)


def _read(parse: Parse, target: int) -> int | Value:
    """The response: what is no noun by its tag is one as it stands."""
    if parse.pos[target] in ("NOUN", "PROPN"):
        return target
    return Value(
        parse.lower[target], "phrase", parse.starts[target], parse.ends[target], content=Content.KIND
    )


def _onset(parse: Parse, clause: Clause, subject: int) -> Iterator[Candidate]:
    """ "Symptoms appear in early childhood", "the disease begins between 6 and 15 years of age"."""
    verb = clause.predicate
    state = next((c for c in (verb, *parse.under(verb, "xcomp")) if parse.lower[c] in _BEGUN), None)
    if (state is None and parse.lemmas[verb] not in _BEGINNING) or not _is_general(parse, verb):
        return
    illness, topical = subject, False
    if parse.lemmas[subject] in _ONSET_SIGNS:
        owner = next((c for c in parse.under(subject, "nmod") if parse.case(c) == "of"), None)
        illness, topical = (subject, True) if owner is None else (owner, False)
    elif parse.lower[subject] == "it":
        topical = True
    elif not _is_illness(parse, subject):
        return
    for phrase in parse.under(verb, "obl") + (parse.under(state, "obl") if state not in (None, verb) else []):
        if parse.case(phrase) in _WHEN and _is_age(parse, phrase):
            value = _when(parse, phrase)
            if value is not None:
                words = (verb, phrase)
                yield Candidate(
                    illness, "the onset", "onset", value, words, clause.flags, confidence=0.7, topical=topical
                )
                return


def _is_general(parse: Parse, verb: int) -> bool:
    tenses = [parse.tags[t] for t in (verb, *parse.under(verb, "cop", "aux"))]
    return any(tag in ("VBZ", "VBP") for tag in tenses)


def _is_illness(parse: Parse, noun: int) -> bool:
    return parse.lemmas[noun].rsplit(" ", 1)[-1] in ILLNESS_NOUNS or parse.lower[noun].endswith(
        _MEDICAL_ENDINGS
    )


def _is_age(parse: Parse, noun: int) -> bool:
    if parse.lemmas[noun] in _AGES:
        return parse.tags[noun] == "NN" and parse.child(noun, "nummod") is None
    if parse.lemmas[noun] in _LIFE:
        return parse.child(noun, "nummod", "nmod:unmarked", "nmod") is not None
    return parse.lemmas[noun] in _TIMES and any(parse.lemmas[c] in _LIFE for c in parse.under(noun, "nmod"))


def _when(parse: Parse, noun: int) -> Value | None:
    """The time of a life: "early childhood", "6/15 years", "before age 5"."""
    preposition = parse.case(noun)
    tokens = sorted(t for t in parse.descendants(noun) if parse.heads[t] != noun or parse.labels[t] != "case")
    while tokens and parse.pos[tokens[0]] in ("DET", "PUNCT"):
        tokens = tokens[1:]
    if not tokens or len(tokens) > _LONGEST or tokens[-1] - tokens[0] + 1 != len(tokens):
        return None
    text = parse.slice(tokens[0], tokens[-1])
    if parse.lemmas[noun] in _TIMES and (years := parse_quantity(text.split(" of ")[0])):
        text = years
    if preposition in _BOUNDS:
        text = f"{preposition} {text}"
    return Value(text, "phrase", parse.starts[tokens[0]], parse.ends[tokens[-1]], content=Content.FULL)


def _told(
    illness: int | None,
    subject: int,
    label: str,
    target: int | Value,
    words: tuple[int, ...],
    clause: Clause,
    enough: Content,
) -> Candidate:
    """A fact of the illness that the sentence names, else of the one that the document is about."""
    return Candidate(
        subject if illness is None else illness,
        f"the {label}",
        label,
        target,
        words,
        clause.flags,
        confidence=0.7,
        enough=enough,
        topical=illness is None,
    )
