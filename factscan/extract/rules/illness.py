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
from factscan.extract.syntax.assertion import Flags
from factscan.extract.syntax.clauses import Clause
from factscan.extract.syntax.concepts import is_person
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
_RANKS = _CHIEF | frozenset(
    """most first early earliest initial typical usual standard best frequent characteristic classic major effective
    least underlying additional other genetic known cardinal hallmark preferred""".split()
)
_INDEFINITE = frozenset("a an this these no another any".split())
# they tell nothing by themselves
_EMPTY = frozenset(
    """symptom sign feature characteristic history range variety type form case measure combination number part way use
    option choice step copy mutation gene approach change difference effort matter lack one two phenotype
    episode degree pattern""".split()
)
_NATURES = frozenset(
    "inherited sporadic hereditary genetic idiopathic congenital acquired benign malignant".split()
)
_CASES = frozenset({"case", "type", "form"})
_CONSISTING = frozenset({"involve", "consist", "comprise"})
_ONSET_SIGNS = frozenset("symptom sign feature manifestation onset".split())
_FIRST = frozenset("first initial early earliest typical characteristic main major most".split())
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
            yield from _nature(parse, clause, subject)
            yield from _onset(parse, clause, subject)


def _suffered(parse: Parse, clause: Clause) -> Iterator[Candidate]:
    """ "Affected people have weak muscles", "about half of people with X develop cataracts": a symptom."""
    verb = clause.predicate
    if parse.lemmas[verb] not in SUFFERING_VERBS or clause.copular or clause.passive:
        return
    # "about half of …" has a preposition, so that it is no subject of the clause
    subject = clause.subjects[0] if clause.subjects else parse.child(verb, "nsubj")
    sufferers = _sufferers(parse, subject) if subject is not None else None
    if subject is None or sufferers is None:
        return
    with_what = next((c for c in parse.under(sufferers, "nmod") if parse.case(c) == "with"), None)
    illnesses = [None] if with_what is None else coordinated(parse, with_what)
    for target in (called(parse, t) for t in objects_of(parse, verb)):
        empty = _says_nothing(parse, target)
        for illness in illnesses:
            nameless = illness is not None and parse.lemmas[illness] in _EMPTY  # "people with type 1"
            flags = clause.flags | {"vague"} if empty or nameless else clause.flags
            yield _told(illness, subject, "symptom", target, (verb,), flags, Content.THING)


def _says_nothing(parse: Parse, noun: int) -> bool:
    """Whether it is no symptom or treatment: "a normal lifespan", "signs of the condition", "measures"."""
    if parse.lemmas[noun] in _EMPTY or not _is_noun(parse, noun):
        return True
    if parse.child(noun, "acl:relcl") is not None and parse.child(noun, "amod", "compound") is None:
        return True  # "eyes that do not move"
    return any(parse.lower[c] in _HEALTHY for c in (noun, *parse.children[noun]))


def _sufferers(parse: Parse, subject: int) -> int | None:
    """ "People" in "affected people", "people with X" and "about half of the people with X"."""
    if parse.lemmas[subject] in _SHARES or parse.lower[subject] in _SHARES:
        inner = next((c for c in parse.under(subject, "nmod") if parse.case(c) == "of"), None)
        return _sufferers(parse, inner) if inner is not None else None
    if parse.lemmas[subject] not in _AFFECTED:
        return None
    ill = any(parse.case(c) == "with" for c in parse.under(subject, "nmod"))
    return (
        subject
        if ill or any(parse.lower[c] == "affected" for c in parse.under(subject, "amod", "acl"))
        else None
    )


def _aspect(parse: Parse, clause: Clause, subject: int) -> Iterator[Candidate]:
    """ "The main symptom is pain", "treatment involves rest", "the treatment of X is physiotherapy"."""
    label = _ASPECTS.get(parse.lemmas[subject]) or _chief_finding(parse, clause, subject)
    verb = clause.predicate
    if label is None or _is_particular(parse, subject, label):
        return
    illness = next((c for c in parse.under(subject, "nmod") if parse.case(c) in ("of", "for")), None)
    if illness is not None and parse.lower[illness] == "choice":
        illness = None  # "the treatment of choice"
    elif illness is None and parse.child(subject, "nmod") is not None:
        return
    if clause.copular and not parse.case(verb):
        found = coordinated(parse, verb) if _is_noun(parse, verb) and parse.labels[verb] != "conj" else []
    elif parse.lemmas[verb] in _CONSISTING and not clause.passive:
        phrases = [o for o in parse.under(verb, "obl") if parse.case(o) == "of"]
        found = objects_of(parse, verb) or [t for o in phrases for t in coordinated_names(parse, o)]
    else:
        return
    for target in found:
        if _says_nothing(parse, target):
            continue
        words = (subject, verb, target) if clause.copular else (subject, verb)
        yield _told(illness, subject, label, _read(parse, target), words, clause.flags, Content.UNFINISHED)


def _nature(parse: Parse, clause: Clause, subject: int) -> Iterator[Candidate]:
    """ "Most cases of X are sporadic", "X is inherited": what sort of illness it is."""
    state = clause.predicate
    if parse.lower[state] not in _NATURES or not (clause.copular or clause.passive):
        return
    if parse.child(state, "obl", "nmod", "obl:agent", "xcomp") is not None:
        return  # "is inherited in an autosomal pattern" says more
    illness = subject
    if parse.lemmas[subject] in _CASES:
        illness = next((c for c in parse.under(subject, "nmod") if parse.case(c) == "of"), subject)
    elif clause.copular or not _is_illness(parse, subject):
        return
    value = Value(parse.lower[state], "phrase", parse.starts[state], parse.ends[state], content=Content.FULL)
    yield Candidate(illness, "be", "be", value, (state,), clause.flags, confidence=0.7)


def _is_particular(parse: Parse, subject: int, label: str) -> bool:
    """Whether it is some treatment or symptom that is spoken of, and not the one of the illness."""
    if parse.child(subject, "nmod:poss", "acl", "acl:relcl") is not None:
        return True
    if any(parse.lower[d] in _INDEFINITE for d in parse.under(subject, "det")):
        return True
    modifiers = [parse.lower[c] for c in parse.under(subject, "amod", "compound", "nmod:desc")]
    return label in _ASPECTS.values() and not _RANKS.issuperset(modifiers)


def _chief_finding(parse: Parse, clause: Clause, subject: int) -> str | None:
    """The relation in "the main hormonal disorder is amenorrhea"."""
    if not clause.copular or parse.lemmas[subject] not in _FINDINGS or parse.child(subject, "det") is None:
        return None
    before = [parse.lower[t] for t in noun_phrase(parse, subject) if t < subject and parse.pos[t] != "NUM"]
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
    if parse.lower[verb] in _BEGUN:
        state: int | None = verb
    elif parse.lemmas[verb] in _BEGINNING:
        state = next((c for c in parse.under(verb, "xcomp") if parse.lower[c] in _BEGUN), None)
    else:
        return
    if not _is_general(parse, verb):
        return
    illness, topical = subject, False
    if parse.lemmas[subject] in _ONSET_SIGNS:
        if any(parse.lower[c] not in _FIRST for c in parse.under(subject, "amod", "compound", "nummod")):
            return  # "other features", "severe symptoms" begin at another time
        owner = next((c for c in parse.under(subject, "nmod") if parse.case(c) == "of"), None)
        illness, topical = (subject, True) if owner is None else (owner, False)
    elif parse.lower[subject] == "it":
        topical = True
    elif (
        not (_is_illness(parse, subject) or _is_ailment(parse, verb, subject)) or parse.case(subject) == "of"
    ):
        return  # "a group of disorders that appear in infancy"
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


def _is_ailment(parse: Parse, verb: int, noun: int) -> bool:
    """Whether something that nobody does begins: "muscle spasms start", but not "children start school"."""
    done = parse.child(verb, "obj", "xcomp", "ccomp")
    return parse.pos[noun] == "NOUN" and done is None and not is_person(parse, noun)


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
    flags: Flags,
    enough: Content,
) -> Candidate:
    """A fact of the illness that the sentence names, else of the one that the document is about."""
    return Candidate(
        subject if illness is None else illness,
        f"the {label}",
        label,
        target,
        words,
        flags,
        confidence=0.7,
        enough=enough,
        topical=illness is None,
    )
