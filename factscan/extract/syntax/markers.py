"""What the words of a clause itself say about it: its auxiliaries, negators, hedges, marks, subject and objects."""

from factscan.extract.syntax.assertion_data import (
    ATTRIBUTING_NOUNS,
    ATTRIBUTING_VERBS,
    COERCING_VERBS,
    CONDITIONAL_MARKS,
    CONTINGENCIES,
    DISTANCING_VERBS,
    HEARSAY_ADJECTIVES,
    HEDGING_ADVERBS,
    LIMITING_WORDS,
    MODALS,
    NEGATED_ADVERBS,
    NEGATIVE_DETERMINERS,
    NEGATIVE_MARKS,
    NEGATIVE_PREDICATES,
    NEGATIVE_PREPOSITIONS,
    NEGATIVE_PRONOUNS,
    NEGATIVE_WORDS,
    OPINION_NOUNS,
    PLANNING_VERBS,
    REGARDING_VERBS,
    SEQUEL_ADVERBS,
    SINGLING_WORDS,
    TEMPORAL_MARKS,
    UNCERTAIN_PREDICATES,
    UNREAL_NOUNS,
    WILLS,
)
from factscan.extract.syntax.parse import SUBJECTS, Parse

_MODIFIERS = frozenset({"advmod", "det", "cc:preconj", "cc", "discourse", "dep"})
_ARGUMENTS = frozenset({"obj", "iobj", "obl", "advcl", "parataxis"})
_ARTICLES = frozenset({"a", "the", "these", "those", "his", "her", "its", "their", "not"})
_PRESENT = frozenset({"VBZ", "VBP", "VB"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_APART = frozenset({";", ":", "–", "—"})
_INVERTING = frozenset({"had", "should", "were"})


def own_flags(parse: Parse, token: int) -> set[str]:
    """The flags that the words of the clause (or noun phrase) under ``token`` give it, whatever stands above it."""
    found = shared_flags(parse, token)
    lemma, label = parse.lemmas[token], parse.labels[token]
    for c in parse.children[token]:
        if (below := parse.labels[c]) in _ARGUMENTS:
            _of_argument(parse, c, below, found)
        elif below == "amod" and parse.lower[c] in HEARSAY_ADJECTIVES:
            found.add("attributed")
    if lemma in NEGATIVE_PREDICATES and parse.child(token, "xcomp", "ccomp") is None:
        found.add("negated")
    elif lemma in UNCERTAIN_PREDICATES and parse.child(token, "cop") is not None:
        found.add("modal")
    if (lemma in REGARDING_VERBS or lemma in PLANNING_VERBS) and _is_bare_participle(parse, token):
        found.add("attributed" if lemma in REGARDING_VERBS else "future")
    if label not in ("xcomp", "conj") and is_infinitive(parse, token) and not is_told(parse, token):
        found.add("future")
    if label in ("advcl", "advcl:relcl") and _is_condition(parse, token):
        found.add("conditional")
    if label in ("root", "parataxis", "ccomp") and _is_unreal(parse, token):
        found.add("conditional")
    if label in ("root", "parataxis", "conj") and _is_command(parse, token):
        found.add("command")
    if lemma == "go" and parse.tags[token] == "VBG" and _has_infinitive(parse, token):
        found.add("future")
    return found


def shared_flags(parse: Parse, token: int) -> set[str]:
    """What of them a coordinated predicate shares: "may rise and fall", "nobody came and saw"."""
    found: set[str] = set()
    for c in parse.children[token]:
        label, word = parse.labels[c], parse.lower[c]
        if label in _MODIFIERS:
            if (word in NEGATIVE_WORDS and denies(parse, c)) or _is_negated_adverb(parse, c):
                found.add("negated")
            elif word in HEDGING_ADVERBS:
                found.add("modal")
        elif label in ("aux", "aux:pass"):
            if word in WILLS:
                found.add("future")
            elif word in MODALS and not _is_no_modal(parse, token, c):
                found.add("modal")
        elif label == "mark":
            if word in CONDITIONAL_MARKS:
                found.add("conditional")
            elif word in NEGATIVE_MARKS or (word == "from" and c and parse.lower[c - 1] == "far"):
                found.add("negated")
        elif label in SUBJECTS and (is_negative_phrase(parse, c) or parse.lower[c] in ("few", "little")):
            found.add("negated")
    return found


def _of_argument(parse: Parse, c: int, label: str, found: set[str]) -> None:
    if label in ("obj", "obl", "iobj"):
        if _has_negative_word(parse, c) and parse.case(c) != "with":
            found.add("negated")
        if any(parse.lower[m] in HEDGING_ADVERBS for m in parse.under(c, "advmod")):
            found.add("modal")
        if label == "obl" and parse.case(c) == "in":
            if parse.lower[c] in OPINION_NOUNS and parse.child(c, "nmod:poss", "nmod"):
                found.add("attributed")
            elif _is_contingency(parse, c):
                found.add("conditional")
    elif label == "advcl":
        marks = [parse.lower[m] for m in parse.under(c, "mark", "advmod")]
        if any(m in CONDITIONAL_MARKS for m in marks):
            if not {"even", "as", "whether"}.intersection(marks):
                found.add("conditional")
        elif "as" in marks and parse.lemmas[c] in DISTANCING_VERBS:
            found.add("attributed")
    elif label == "parataxis" and is_report(parse, c):
        found.add("attributed")


def _is_contingency(parse: Parse, noun: int) -> bool:
    """ "in case of fire", "in the event that" """
    before, after = parse.lower[max(noun - 1, 0)], parse.lower[noun + 1] if noun + 1 < len(parse) else ""
    return (parse.lower[noun], before) in CONTINGENCIES and after in ("of", "that")


def is_negative_phrase(parse: Parse, head: int) -> bool:
    """Whether a noun phrase is denied: "nobody", "no book", "none of them", "few towns", "not Oslo", "without X"."""
    if _has_negative_word(parse, head):
        return True
    return any(
        parse.labels[c] in ("case", "cc", "advmod") and parse.lower[c] in NEGATIVE_PREPOSITIONS
        for c in parse.children[head]
    )


def _has_negative_word(parse: Parse, head: int) -> bool:
    if parse.lower[head] in NEGATIVE_PRONOUNS:
        return denies(parse, head)
    for c in parse.children[head]:
        label, word = parse.labels[c], parse.lower[c]
        if label in ("det", "amod", "advmod", "cc:preconj", "cc"):
            if word in ("few", "little"):
                if _is_scant(parse, head, c):
                    return True
            elif word in NEGATIVE_DETERMINERS:
                if denies(parse, c):
                    return True
            elif word in NEGATIVE_WORDS and label != "amod" and denies(parse, c):
                return True
            elif label == "det" and c and parse.lower[c - 1] == "not":
                return True  # "not all planets"
    return False


def _is_scant(parse: Parse, noun: int, quantifier: int) -> bool:
    """Whether "few" and "little" say "hardly any": "few towns", "little rain"; not "a few", "this little town"."""
    if quantifier and parse.lower[quantifier - 1] in _ARTICLES:
        return False
    if any(c < quantifier for c in parse.under(noun, "det", "nmod:poss")):
        return False
    return parse.lower[quantifier] == "few" or (parse.tags[noun] == "NN" and parse.pos[noun] != "PROPN")


def denies(parse: Parse, word: int) -> bool:
    """Whether a negative word is meant so: not in "not only", "nothing but", "none other than", "no doubt"."""
    following = parse.lower[word + 1] if word + 1 < len(parse) else ""
    if following in LIMITING_WORDS:
        return parse.lower[word] in ("never", "n't", "n’t", "nt")
    return parse.labels[word] != "cc" or parse.lower[word] in ("nor", "not")


def _is_negated_adverb(parse: Parse, adverb: int) -> bool:
    return parse.lower[adverb] in NEGATED_ADVERBS and any(
        parse.lower[c] in NEGATIVE_WORDS for c in parse.children[adverb]
    )


def hedges(parse: Parse, token: int) -> bool:
    """Whether an adverb before the verb takes back what it says, and what is coordinated with it."""
    return any(parse.lower[c] in HEDGING_ADVERBS and c < token for c in parse.under(token, "advmod"))


def _is_no_modal(parse: Parse, token: int, auxiliary: int) -> bool:
    """The future seen from the past ("would later become"), and "'d" for "had"."""
    word = parse.lower[auxiliary]
    if word in ("'d", "’d") and parse.tags[token] == "VBN":
        return True
    if word != "would" or parse.child(token, "mark") is not None:
        return False
    if parse.lemmas[token] == "go" and parse.child(token, "xcomp", "advcl") is not None:
        return any(parse.lower[c] == "on" for c in parse.children[token])
    return any(parse.lower[c] in SEQUEL_ADVERBS for c in parse.under(token, "advmod"))


def _is_bare_participle(parse: Parse, token: int) -> bool:
    """Whether a form is passive: "was regarded", "a film scheduled for May", not "has regarded"."""
    return parse.tags[token] == "VBN" and (is_passive_form(parse, token) or parse.child(token, "aux") is None)


def is_passive_form(parse: Parse, token: int) -> bool:
    """Whether a participle stands under the auxiliary of the passive."""
    return parse.child(token, "aux:pass") is not None


def is_infinitive(parse: Parse, token: int) -> bool:
    """Whether a verb (or a predicate with its copula) stands under "to"."""
    return any(parse.lower[c] == "to" and parse.labels[c] in ("mark", "aux") for c in parse.children[token])


def _has_infinitive(parse: Parse, token: int) -> bool:
    return any(is_infinitive(parse, c) for c in parse.under(token, "xcomp"))


def is_perfect(parse: Parse, token: int) -> bool:
    """Whether it is said to lie behind: "to have won", "having won"."""
    return any(parse.lemmas[c] == "have" for c in parse.under(token, "aux"))


def is_finite(parse: Parse, token: int) -> bool:
    """Whether the clause has a finite verb: its own, its auxiliary's or its copula's."""
    if parse.tags[token] in _FINITE:
        return True
    return any(parse.tags[c] in _FINITE for c in parse.under(token, "aux", "aux:pass", "cop"))


def is_present(parse: Parse, token: int) -> bool:
    """Whether the clause is in the present tense, or has no tense."""
    verbs = [token, *parse.under(token, "aux", "aux:pass", "cop")]
    tags = {parse.tags[v] for v in verbs}
    return bool(tags & _PRESENT) and "VBD" not in tags and not is_perfect(parse, token)


def is_told(parse: Parse, token: int) -> bool:
    """Whether an infinitive tells what happened: "the first to climb it", "only to lose", "used it to win"."""
    label, head = parse.labels[token], parse.heads[token]
    if is_perfect(parse, token):
        return label in ("acl", "advcl", "acl:relcl") and parse.lemmas[head] not in ATTRIBUTING_NOUNS
    if label == "advcl":
        only = any(parse.lower[c] == "only" for c in parse.under(token, "advmod"))
        led = parse.lemmas[head] in COERCING_VERBS and parse.child(head, "obj") is not None and token > head
        return only or led or parse.lemmas[head] == "use" or goes_on(parse, head)
    return (
        label in ("acl", "acl:relcl")
        and parse.lemmas[head] not in UNREAL_NOUNS
        and is_singled_out(parse, head)
    )


def goes_on(parse: Parse, verb: int) -> bool:
    """ "went on to win", "grew up to be": the infinitive tells what came next, complement or not to the parser."""
    if parse.lemmas[verb] == "live":
        return True
    return parse.lemmas[verb] in ("go", "grow") and any(
        parse.lower[c] in ("on", "up") for c in parse.children[verb]
    )


def is_singled_out(parse: Parse, noun: int) -> bool:
    """Whether the noun is one counted out: "the first woman", "the youngest player", "the second"."""
    return any(
        parse.lower[c] in SINGLING_WORDS
        or parse.tags[c] == "JJS"
        or (parse.words[c][:1].isdigit() and parse.lower[c].endswith(("st", "nd", "rd", "th")))
        for c in [noun, *parse.under(noun, "amod", "nummod", "advmod")]
    )


def _is_condition(parse: Parse, token: int) -> bool:
    """ "when the user clicks", "as long as", "had he stayed": a condition without "if"."""
    marks = parse.under(token, "mark", "advmod")
    words = {parse.lower[m] for m in marks if m < token}
    if {"soon", "long"} & words or words & TEMPORAL_MARKS:
        # the past tense tells of one time, "while" and "as" of a contrast as often
        return is_present(parse, token) and not words <= {"while", "as", "wherever"}
    if any(parse.labels[m] == "mark" for m in marks):
        return False
    subject = parse.child(token, "nsubj", "nsubj:pass")
    first = next(iter(parse.under(token, "aux", "aux:pass", "cop")), None)
    return subject is not None and first is not None and first < subject and parse.lower[first] in _INVERTING


def _is_unreal(parse: Parse, token: int) -> bool:
    """ "Had he stayed, …": a condition that was taken for the main clause."""
    begins = parse.children[token][:1]
    return (
        bool(begins)
        and parse.lower[begins[0]] in ("had", "should")
        and parse.labels[begins[0]] == "aux"
        and parse.labels[begins[0] + 1 : begins[0] + 2] != ["advmod"]
        and any(begins[0] < s < token for s in parse.under(token, "nsubj", "nsubj:pass"))
    )


def _is_command(parse: Parse, token: int) -> bool:
    if parse.tags[token] != "VB" or parse.child(token, *SUBJECTS, "aux:pass", "mark") is not None:
        return False
    if any(parse.lemmas[c] != "do" for c in parse.under(token, "aux")):
        return False
    return parse.labels[token] != "conj" or _is_command(parse, parse.heads[token])


def is_report(parse: Parse, token: int) -> bool:
    """Whether a parenthesis says whose words these are: "…, she said", "…, it is claimed, …"."""
    if parse.lemmas[token] not in ATTRIBUTING_VERBS or not is_finite(parse, token):
        return False
    if parse.child(token, "obj", "ccomp") is not None or parse.child(token, *SUBJECTS, "expl") is None:
        return False
    first = min(parse.descendants(token))
    return _APART.isdisjoint(parse.words[max(first - 1, 0) : first + 1])
