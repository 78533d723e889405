"""What the phrases of one sentence name: its subjects, and the names among its objects."""

import re

from factscan.extract.candidate import Value
from factscan.extract.context import Context, Resolved
from factscan.extract.objects import read_value
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.concepts import is_person
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.noun_data import PLACE_NOUNS, ROLE_NOUNS, WORK_NOUNS
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import is_name, noun_phrase, text_of
from factscan.extract.text.names import canonical_name, is_vague
from factscan.extract.text.names_data import PERSON_SORTS

_BRACKETS = re.compile(r"\s?[(\[][^()\[\]]*[)\]]")
_MAX_SUBJECT = 10  # words; a longer "name" is a parse gone wrong
_NO_SUBJECTS = frozenset({"NUM", "ADJ", "VERB", "ADV", "SYM", "ADP"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# "Many Frenchmen", "Former Senator Lee" have their first capital from the sentence, "Distant Letters" its own
_NO_NAME_BEGINS = frozenset(
    "many most several other some few various such former early late later old young new fellow next last".split()
)
_WORDS = frozenset("epithet name surname word term prefix suffix nickname".split())
_POINTING = frozenset({"the", "this", "these"})
_INDEFINITE = frozenset({"a", "an", "another", "some", "any", "each", "every", "no"})
_PEERAGE = re.compile(
    r"\d+(?:st|nd|rd|th) (?:Baron|Baroness|Baronet|Viscount|Viscountess|Earl|Countess|Count|Marquess|Marquis|Duke"
    r"|Duchess|Prince|Lord)\b"
)
_PLACES = frozenset({"LOC", "GPE", "FAC"})
_NO_PEOPLE = _PLACES | {"ORG"}


class Naming:
    """Names the phrases of one sentence, each once. ``start``: where the sentence begins in the text."""

    def __init__(self, analysis: Analysis, context: Context, start: int) -> None:
        self._analysis = analysis
        self._context = context
        self._start = start
        self._subjects: dict[int, Resolved | None] = {}
        self._values: dict[tuple[int, bool], Value | None] = {}

    def subject(self, token: int) -> Resolved | None:
        """Whom the phrase headed by the token names; None where that is not clear."""
        if token not in self._subjects:
            self._subjects[token] = self._resolve(token)
        return self._subjects[token]

    def written(self, start: int, end: int) -> Resolved | None:
        """What the characters of the sentence from ``start`` to ``end`` name."""
        return self._context.resolve(self._analysis.parse.text[start:end], self._start + start)

    def value(self, token: int, *, adjectives: bool) -> Value | None:
        """The response headed by the token, by its full name where it has one."""
        key = (token, adjectives)
        if key not in self._values:
            self._values[key] = self._read(token, adjectives=adjectives)
        return self._values[key]

    def _resolve(self, token: int) -> Resolved | None:
        parse = self._analysis.parse
        if self._analysis.date_at(token) or parse.pos[token] in _NO_SUBJECTS:
            return None
        if parse.pos[token] in ("PRON", "DET"):
            return self._context.resolve(parse.words[token], self._start + parse.starts[token])
        tokens = noun_phrase(parse, token)
        if any(parse.words[t] in _WORDS for t in tokens if t < token):
            return None  # "the epithet alba means …": of a word, not of what it names
        if len(tokens) > _MAX_SUBJECT or any(parse.tags[t] in _FINITE for t in tokens if t != token):
            return None
        if is_name(parse, token):
            return self._named(token, tokens)
        return self._described(token, tokens)

    def _described(self, token: int, tokens: list[int]) -> Resolved | None:
        """A common noun phrase: a description of something named, or a term."""
        parse = self._analysis.parse
        text = text_of(parse, tokens)
        if tokens[0] == 0 and not parse.words[0][1:].isupper():
            text = text[:1].lower() + text[1:]
        determiner = parse.child(token, "det", "nmod:poss")
        if determiner is not None and determiner < tokens[0]:
            if parse.labels[determiner] == "nmod:poss":
                return None
            text = f"{parse.words[determiner]} {text}"
        resolved = self._context.resolve(text, self._start + parse.starts[tokens[0]])
        if is_vague(text) and resolved is not None and resolved.kind == "concept":
            return None
        return resolved

    def _named(self, token: int, tokens: list[int]) -> Resolved | None:
        """A proper name, whole, without the person whose it is and without a second name for it."""
        parse = self._analysis.parse
        together = _unbroken(tokens, token)
        block = self._own(token, together)
        text, start = self._whole(block)
        if _PEERAGE.match(text):
            return None  # "Sir Ada Lee, 3rd Baronet (born 1681)": of her whose title it is
        apart = any(t < together[0] and parse.pos[t] == "PROPN" for t in tokens)
        if apart and start == parse.starts[block[0]]:
            return None  # words between that are no part of a name
        if self._context.may_go_on(self._start + start, self._start + start + len(text)):
            return None
        determiner = parse.child(token, "det", "nmod:poss")
        if determiner is not None and determiner < block[0]:
            word = parse.words[determiner]
            if parse.labels[determiner] == "nmod:poss":
                return None if parse.pos[determiner] == "PRON" else self._resolved(text, start, block)
            if word in _INDEFINITE and not self._context.is_topic(f"{word} {text}"):
                return None  # "an Irishman", "a Mrs Pearl": somebody, and nobody known
            text = f"{word} {text}"
        elif block[0] == 0 and (
            parse.pos[0] in ("DET", "ADV", "NUM", "ADP") or parse.lower[0] in _NO_NAME_BEGINS
        ):
            text = text[:1].lower() + text[1:]
        return self._resolved(text, start, block)

    def _resolved(self, text: str, start: int, block: list[int]) -> Resolved | None:
        sort = next((self._analysis.parse.names[t][2:] for t in block if self._analysis.parse.names[t]), "")
        return self._context.resolve(text, self._start + start, sort=sort)

    def _own(self, token: int, block: list[int]) -> list[int]:
        """Without the owner and the alternative: "Guernica" of "Pablo Picasso's Guernica", "Kati" of "Kati or Nok"."""
        parse = self._analysis.parse
        for t in block:
            if t < token and parse.tags[t] == "POS":
                owner = parse.slice(block[0], t - 1) if t > block[0] else ""
                if self._context.is_person(owner) or parse.names[token][2:] in PERSON_SORTS:
                    block = [u for u in block if u > t]
        either = next((t for t in block if parse.lower[t] == "or" and t > block[0]), None)
        return [t for t in block if t < either] if either is not None else block

    def _whole(self, block: list[int]) -> tuple[str, int]:
        """The words of a name, with those of the same name that the parse put elsewhere, and where it begins."""
        parse = self._analysis.parse
        block = _entity(parse, block)
        start, end = parse.starts[block[0]], parse.ends[block[-1]]
        first, last = self._span(start, end)
        return f"{parse.text[first:start]}{text_of(parse, block)}{parse.text[end:last]}", first

    def _span(self, start: int, end: int) -> tuple[int, int]:
        """Where in the sentence the whole name lies of which the characters from ``start`` to ``end`` are a part."""
        text = self._analysis.parse.text
        first, last = self._context.whole_name(self._start + start, self._start + end)
        last = last - self._start
        return max(first - self._start, 0), last if last < len(text) else max(end, len(text.rstrip(" .")))

    def _read(self, token: int, *, adjectives: bool) -> Value | None:
        parse = self._analysis.parse
        value = read_value(self._analysis, token, adjectives=adjectives)
        if value is None:
            refers = parse.pos[token] == "PRON" and not parse.lower[token].endswith(("self", "selves"))
            resolved = self.subject(token) if refers else None
            if resolved is None:
                return None
            start, end = parse.starts[token], parse.ends[token]
            return Value(resolved.subject, "name", start, end, certain=resolved.certain)
        if self._context.is_part(value.canonical):
            return None
        if value.type == "name":
            whole = self._full_name(token, value) if self._is_unbroken(value) else None
            open_end = whole is not None and self._may_go_on(whole)
            return None if open_end else whole
        if not self._may_refer(token, value):
            return value
        resolved = self._context.resolve(f"the {value.canonical}", self._start + value.start)
        if resolved is None or resolved.kind == "concept":
            return value
        return Value(resolved.subject, "name", value.start, value.end, value.sort, certain=resolved.certain)

    def _may_go_on(self, name: Value) -> bool:
        return self._context.may_go_on(self._start + name.start, self._start + name.end)

    def _full_name(self, token: int, value: Value) -> Value:
        described = self._pointed(token, value)
        if described is not None:
            return described
        first, last = self._span(value.start, value.end)
        name = value.canonical
        if (first, last) != (value.start, value.end):
            name = canonical_name(self._analysis.parse.text[first:last])
        owner, apart, owned = name.replace("’s ", "'s ").partition("'s ")
        if apart and self._context.is_person(owner):
            name, first = owned, first + len(owner) + len(apart)
        resolved = self._context.resolve(name, self._start + first, sort=value.sort)
        if (
            resolved is not None
            and resolved.kind != "concept"
            and (resolved.certain or value.sort not in _PLACES)
        ):
            name = resolved.subject
        content = value.content if name == value.canonical else Content.NAMED
        return Value(name, "name", first, last, value.sort, content)

    def _pointed(self, token: int, value: Value) -> Value | None:
        """ "This PEP", "the Act": a capital does not make a name of a noun that points."""
        parse = self._analysis.parse
        determiner = parse.child(token, "det")
        if determiner is None or parse.lower[determiner] not in _POINTING or " " in value.canonical:
            return None
        phrase = f"{parse.words[determiner]} {value.canonical}"
        resolved = self._context.resolve(phrase, self._start + parse.starts[determiner])
        if resolved is None or not self._context.is_topic(resolved.subject):
            return None
        return Value(resolved.subject, "name", value.start, value.end, value.sort, certain=resolved.certain)

    def _is_unbroken(self, value: Value) -> bool:
        """Whether the words of a name stand together, brackets aside."""
        text = _BRACKETS.sub(" ", self._analysis.parse.text[value.start : value.end])
        return " ".join(value.canonical.split()) in " ".join(text.split())

    def _may_refer(self, token: int, value: Value) -> bool:
        """Whether a phrase may stand for something named elsewhere: a short definite description."""
        if value.type != "phrase" or len(value.canonical.split()) > 3:
            return False
        determiner = self._analysis.parse.child(token, "det")
        return determiner is not None and self._analysis.parse.lower[determiner] in ("the", "this", "these")

    def is_person(self, token: int, subject: Resolved, *, likely: bool) -> bool:
        """Whether the subject is a person: by what the sentence says it is, else by its name and its pronouns.

        ``likely``: its dates are as far apart as a life is long.
        """
        if subject.subject == self._context.topic:
            return self._context.is_about_person or (likely and self._context.may_be_about_person)
        parse = self._analysis.parse
        for clause in self._analysis.clauses.all:
            if clause.copular and token in clause.subjects and parse.pos[clause.predicate] == "NOUN":
                lemma = parse.lemmas[clause.predicate]
                if is_person(parse, clause.predicate) or lemma in ROLE_NOUNS:
                    return True
                if lemma in PLACE_NOUNS or lemma in WORK_NOUNS:
                    return False
        sort = parse.names[token][2:]
        if sort in PERSON_SORTS or self._context.is_person(subject.subject):
            return True
        return likely and sort not in _NO_PEOPLE and self._context.could_be_person(subject.subject)

    def may_be_work(self, token: int, subject: Resolved) -> bool:
        """Whether a year in brackets may be that of a work: of the topic, or where the sentence speaks of works."""
        parse = self._analysis.parse
        if parse.names[token][2:] in _PLACES and parse.case(token) in ("in", "at", "near"):
            return False  # "the hall in Oslo (1951)"
        if subject.subject == self._context.topic:
            return not self._context.is_about_person
        return any(lemma in WORK_NOUNS for lemma in parse.lemmas)


def _entity(parse: Parse, block: list[int]) -> list[int]:
    """The tokens of a name with the words of the body before it: "Reformed Church in" before "America"."""
    first = block[0]
    while first and parse.names[first] == "I-ORG":
        first -= 1
    whole = parse.names[first] == "B-ORG" and parse.words[first][:1].isupper()
    return [*range(first, block[0]), *block] if whole else block


def _unbroken(tokens: list[int], head: int) -> list[int]:
    """The tokens that stand together with the head."""
    at = tokens.index(head)
    first = last = at
    while first and tokens[first - 1] == tokens[first] - 1:
        first -= 1
    while last + 1 < len(tokens) and tokens[last + 1] == tokens[last] + 1:
        last += 1
    return tokens[first : last + 1]
