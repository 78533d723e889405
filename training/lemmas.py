"""Tables for spaCy's rule lemmatizer, learned from the treebanks.

The lemmatizer returns base forms (by their morphology) as they are; the rest it looks up in the exceptions of
the part of speech, then applies the first of that part of speech's suffix rules that fits. The rules are a
decision list, longest suffix first; the exceptions hold what the list gets wrong: forms seen, regular inflections
of the lemmas seen, irregular verbs. ``lemma_index`` stays empty: with it a rule's result could displace an exception.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from irregular_verbs import irregular_forms
from spacy.lookups import Lookups
from treebanks import Sentence, Word

# PROPN is left out of all tables: the lemmatizer then keeps a name as it is written
INFLECTED = ("NOUN", "VERB", "ADJ", "ADV", "AUX")
CLOSED = ("PRON", "DET", "PART", "CCONJ", "SCONJ", "ADP", "INTJ", "NUM", "SYM", "X", "PUNCT")
MAX_SUFFIX = 6
MIN_COUNT = 3

Rules = list[tuple[str, str]]
Forms = dict[str, str]  # lower-cased form → lemma


def tables(sentences: Iterable[Sentence]) -> Lookups:
    """``lemma_rules``, ``lemma_exc`` and ``lemma_index`` for ``lemmatizer`` in mode "rule"."""
    seen, lemmas = _seen(sentences)
    rules: dict[str, Rules] = {}
    exceptions: dict[str, dict[str, list[str]]] = {}
    for upos in (*INFLECTED, *CLOSED):
        forms = {form: counts.most_common(1)[0][0] for form, counts in seen[upos].items()}
        decisions = _decision_list(forms) if upos in INFLECTED else []
        irregular = irregular_forms() if upos == "VERB" else {}
        wanted = {**_regular(upos, lemmas[upos]), **forms, **irregular}
        rules[upos.lower()] = decisions
        exceptions[upos.lower()] = {
            form: [lemma] for form, lemma in sorted(wanted.items()) if by_rule(decisions, form) != lemma
        }
    lookups = Lookups()
    lookups.add_table("lemma_rules", rules)
    lookups.add_table("lemma_exc", exceptions)
    lookups.add_table("lemma_index", {})
    return lookups


def by_rule(rules: Rules, form: str) -> str:
    """What the lemmatizer makes of a form that is no exception."""
    return next((form[: len(form) - len(old)] + new for old, new in rules if form.endswith(old)), form)


def _seen(sentences: Iterable[Sentence]) -> tuple[dict[str, dict[str, Counter[str]]], dict[str, set[str]]]:
    """Inflected forms with their lemmas, and all lemmas, by part of speech; lower-cased."""
    forms: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    lemmas: dict[str, set[str]] = defaultdict(set)
    for sentence in sentences:
        for word in sentence.words:
            if word.lemma in ("", "_"):
                continue
            lemma = word.lemma.lower()
            if not _base_form(word):
                forms[word.upos][word.text.lower()][lemma] += 1
            if lemma.isalpha() and "Typo=Yes" not in word.feats:
                lemmas[word.upos].add(lemma)
    return forms, lemmas


def _base_form(word: Word) -> bool:
    """The cases in which spaCy's EnglishLemmatizer asks no table."""
    feats = dict(part.split("=", 1) for part in word.feats.split("|") if part)
    if word.upos == "NOUN" and feats.get("Number") == "Sing":
        return True
    if word.upos == "VERB" and feats.get("VerbForm") == "Fin" and feats.get("Tense") == "Pres":
        return "Number" not in feats
    return feats.get("VerbForm") == "Inf" or feats.get("Degree") == "Pos"


def _regular(upos: str, lemmas: set[str]) -> Forms:
    """Regular inflections of known lemmas, which the treebanks need not show."""
    if upos not in ("VERB", "NOUN"):
        return {}
    inflect = _verb_forms if upos == "VERB" else _plurals
    # a form that two lemmas may have ("hoping") belongs to the one in -e: "hop" doubles its consonant
    ordered = sorted(lemmas, key=lambda lemma: (lemma.endswith("e"), lemma))
    return {form: lemma for lemma in ordered for form in inflect(lemma)}


def _plurals(noun: str) -> Iterator[str]:
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        yield noun[:-1] + "ies"
    elif noun.endswith(("s", "x", "z", "ch", "sh")):
        yield noun + "es"
    else:
        yield noun + "s"


def _verb_forms(verb: str) -> Iterator[str]:
    yield from _plurals(verb)
    if verb.endswith("e"):
        stem = verb[:-1]
        yield from (verb + "d", verb + "ing" if verb.endswith(("ee", "oe", "ye")) else stem + "ing")
    elif verb.endswith("y") and verb[-2:-1] not in "aeiou":
        yield from (verb[:-1] + "ied", verb + "ing")
    else:
        yield from (verb + "ed", verb + "ing")
        if len(verb) > 2 and verb[-1] in "bdgklmnprtvz" and verb[-2] in "aeiou":
            yield from (verb + verb[-1] + "ed", verb + verb[-1] + "ing")


def _decision_list(forms: Forms) -> Rules:
    """Suffix rules, longest first; a longer suffix is kept only where it decides otherwise than the shorter one."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for form, lemma in forms.items():
        for start in range(_shared_prefix(form, lemma), max(-1, len(form) - MAX_SUFFIX - 1), -1):
            votes[form[start:]][lemma[start:]] += 1
    chosen: dict[str, str] = {}
    for old in sorted(votes, key=len):
        new, count = votes[old].most_common(1)[0]
        if not old or count < MIN_COUNT or 2 * count <= votes[old].total():
            continue
        shorter = next((old[i:] for i in range(1, len(old)) if old[i:] in chosen), None)
        if shorter is None or old[: len(old) - len(shorter)] + chosen[shorter] != new:
            chosen[old] = new
    return sorted(chosen.items(), key=lambda rule: (-len(rule[0]), rule[0]))


def _shared_prefix(one: str, other: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
