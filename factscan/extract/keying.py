"""From candidates to mentions: subjects named, objects typed, relations canonical, one direction."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factscan.extract.candidate import Candidate, Value
from factscan.extract.context import Context, Resolved
from factscan.extract.mention import Mention
from factscan.extract.objects import read_value
from factscan.extract.relations import canonical_relation, has_relation
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.concepts import is_bare_definite, is_person, is_term
from factscan.extract.syntax.noun_data import PLACE_NOUNS, ROLE_NOUNS, WORK_NOUNS
from factscan.extract.syntax.phrases import is_name, noun_phrase, outer_places, text_of
from factscan.extract.text.keys import fact_id
from factscan.extract.text.names import fold, is_vague

_PART_VERBS = frozenset("be have contain include comprise measure weigh reach consist".split())
_CONCEPT_CONFIDENCE = 0.7  # facts about common nouns only from the constructions that seldom fail
_MAX_SUBJECT = 10  # words; a longer "name" is a parse gone wrong
_LIFE = {
    "begin": ("start date", "birth date"),
    "finish": ("end date", "death date"),
    "life begin": ("start date", "birth date"),
    "life finish": ("end date", "death date"),
    "of date": ("publication date", "birth date"),
}
# "Many Frenchmen", "Former Senator Lee" have their first capital from the sentence, "Distant Letters" its own
_NO_NAME_BEGINS = frozenset(
    "many most several other some few various such former early late later old young new fellow next last".split()
)
_ADJECTIVES = ("be", "look", "become", "remain", "name", "declare")


class Keying:
    """Names the subjects and objects of one sentence, each once. ``start``: where the sentence begins in the text."""

    def __init__(self, analysis: Analysis, context: Context, start: int) -> None:
        self._analysis = analysis
        self._context = context
        self._start = start
        self._subjects: dict[int, Resolved | None] = {}
        self._values: dict[tuple[int, bool], Value | None] = {}

    def mentions(self, candidates: Iterable[Candidate]) -> list[Mention]:
        """The mentions of the candidates that can be keyed, each fact once, in text order."""
        found: dict[int, Mention] = {}
        for candidate in candidates:
            for mention in self._with_outer_places(candidate):
                key = fact_id(mention.subject, mention.relation, mention.object)
                known = found.get(key)
                if known is None or (not known.asserted and mention.asserted):
                    found[key] = mention
        return sorted(found.values(), key=lambda m: (m.char_start, m.char_end, m.relation))

    def _with_outer_places(self, candidate: Candidate) -> Iterator[Mention]:
        """What is in Boonville, Missouri is also in Missouri."""
        for mention in self._mention(candidate):
            yield mention
            if mention.relation == "location" and isinstance(candidate.object, int):
                for outer in outer_places(self._analysis.parse, candidate.object):
                    yield from self._mention(replace(candidate, object=outer))

    def _mention(self, candidate: Candidate) -> Iterator[Mention]:
        stated = self._directed(candidate)
        if stated is None:
            return
        token, subject, label, value = stated
        if fold(subject.subject) == fold(value.canonical) and isinstance(candidate.object, int):
            value = (
                read_value(self._analysis, candidate.object) or value
            )  # a name that was taken for another form
        if fold(subject.subject) == fold(value.canonical) or len(subject.subject) < 2:
            return
        if subject.kind == "concept" and not (
            candidate.confidence >= _CONCEPT_CONFIDENCE and is_term(self._analysis.parse, token)
        ):
            bridged = self._bridged(candidate, token, label)
            if bridged is None:
                return
            subject, label = bridged
        if label in _LIFE:
            is_person = self._is_person(token, subject, likely=label.startswith("life"))
            if label == "of date" and is_person is not (len(value.canonical) == len("2000-01-01")):
                return  # "(1955)" is the year of a work, "(21 March 1963)" the birthday of a person
            label = _LIFE[label][is_person]
        start, end = self._extent(candidate, value)
        yield Mention(
            subject.subject,
            subject.kind,
            label,
            value.canonical,
            value.type,
            self._start,
            self._start + len(self._analysis.parse.text),
            self._start + start,
            self._start + end,
            tuple(sorted(candidate.flags)),
            candidate.confidence,
        )

    def _bridged(self, candidate: Candidate, token: int, label: str) -> tuple[Resolved, str] | None:
        """A part of the topic: in a text about a snail, "the shell contains …" tells of its shell."""
        topic, kind = self._context.topic, self._context.topic_kind
        parse = self._analysis.parse
        if not topic or kind is None or candidate.subject != token or not is_bare_definite(parse, token):
            return None
        subject = Resolved(topic, kind, False)
        if parse.lemmas[token] in fold(topic).split():
            return subject, label  # "the school district" of a text about the Beecher School District
        verb = label.split(" ")[0]
        if parse.lemmas[token] in PLACE_NOUNS | WORK_NOUNS or (
            verb not in _PART_VERBS and candidate.label != "be"
        ):
            return None
        part = " ".join(
            [*(parse.lower[t] for t in noun_phrase(parse, token) if t < token), parse.lemmas[token]]
        )
        return subject, part if label == "be" else f"{part} {label}"

    def _directed(self, candidate: Candidate) -> tuple[int, Resolved, str, Value] | None:
        """The fact in its one direction: the token of its subject, the subject, the label and the object.

        The table turns some relations round (work – author); for the others the agent is the subject, unless
        only the patient can be named.
        """
        value = self._value(candidate)
        if value is None:
            return None
        if candidate.transitive and value.type == "phrase" and isinstance(candidate.object, int):
            patient = self.subject(candidate.object)
            if patient is not None and patient.kind != "concept":
                value = replace(value, canonical=patient.subject, type="name")
        relation = canonical_relation(candidate.pattern, candidate.label, value)
        subject = self.subject(candidate.subject)
        label = candidate.label if relation.flipped else relation.label
        by = f"be {candidate.pattern} by"
        turns = candidate.transitive and (subject is None or subject.kind == "concept" or has_relation(by))
        if isinstance(candidate.object, int) and (relation.flipped or turns):
            patient = self.subject(candidate.object)
            agent = self._read(candidate.subject, adjectives=False)
            vague = agent is not None and agent.type == "phrase" and self._is_vague(candidate.subject)
            if patient is not None and agent is not None and not vague:
                if relation.flipped:
                    return candidate.object, patient, relation.label, agent
                if patient.kind != "concept" or has_relation(by):
                    passive = canonical_relation(by, f"{candidate.label} by", agent)
                    return candidate.object, patient, passive.label, agent
        return (candidate.subject, subject, label, value) if subject is not None else None

    def _is_vague(self, token: int) -> bool:
        """Whether an agent that nothing names is "the company", "the film": whoever was spoken of."""
        parse = self._analysis.parse
        return is_bare_definite(parse, token) and len(noun_phrase(parse, token)) == 1

    def subject(self, token: int) -> Resolved | None:
        """Whom the phrase headed by the token names; None where that is not clear."""
        if token not in self._subjects:
            self._subjects[token] = self._resolve(token)
        return self._subjects[token]

    def _resolve(self, token: int) -> Resolved | None:
        parse = self._analysis.parse
        if self._analysis.date_at(token) or parse.pos[token] in ("NUM", "ADJ", "VERB", "ADV", "SYM", "ADP"):
            return None
        if parse.pos[token] in ("PRON", "DET"):
            return self._context.resolve(parse.words[token], self._start + parse.starts[token])
        tokens = noun_phrase(parse, token)
        if len(tokens) > _MAX_SUBJECT or any(
            parse.tags[t] in ("VBD", "VBZ", "VBP", "MD") for t in tokens if t != token
        ):
            return None
        determiner = parse.child(token, "det", "nmod:poss")
        text = text_of(parse, tokens)
        named = is_name(parse, token) and (
            parse.pos[0] not in ("DET", "ADV", "NUM", "ADP") and parse.lower[0] not in _NO_NAME_BEGINS
        )
        if tokens[0] == 0 and not named and not parse.words[0][1:].isupper():
            text = text[:1].lower() + text[1:]
        if determiner is not None and determiner < tokens[0]:
            if parse.labels[determiner] == "nmod:poss":
                return None
            text = f"{parse.words[determiner]} {text}"
        if not is_name(parse, token) and is_vague(text):
            resolved = self._context.resolve(text, self._start + parse.starts[tokens[0]])
            return resolved if resolved is not None and resolved.kind != "concept" else None
        return self._context.resolve(text, self._start + parse.starts[tokens[0]])

    def _value(self, candidate: Candidate) -> Value | None:
        if isinstance(candidate.object, Value):
            return candidate.object
        adjectives = candidate.label in _ADJECTIVES or candidate.label.endswith(" as")
        return self._read(candidate.object, adjectives=adjectives)

    def _read(self, token: int, *, adjectives: bool) -> Value | None:
        key = (token, adjectives)
        if key not in self._values:
            self._values[key] = self._read_new(token, adjectives=adjectives)
        return self._values[key]

    def _read_new(self, token: int, *, adjectives: bool) -> Value | None:
        parse = self._analysis.parse
        value = read_value(self._analysis, token, adjectives=adjectives)
        if value is None:
            if parse.pos[token] != "PRON":
                return None
            resolved = self.subject(token)
            if resolved is None:
                return None
            return Value(resolved.subject, "name", parse.starts[token], parse.ends[token])
        if self._may_refer(token, value):
            text = value.canonical if value.type == "name" else f"the {value.canonical}"
            resolved = self._context.resolve(text, self._start + value.start)
            if resolved is not None and resolved.kind != "concept":
                return Value(resolved.subject, "name", value.start, value.end, value.sort)
        return value

    def _may_refer(self, token: int, value: Value) -> bool:
        """Whether an object stands for something named elsewhere: a name, or a short definite description."""
        parse = self._analysis.parse
        if value.type == "name":
            return True
        if value.type != "phrase" or len(value.canonical.split()) > 3:
            return False
        determiner = parse.child(token, "det")
        return determiner is not None and parse.lower[determiner] in ("the", "this", "these")

    def _is_person(self, token: int, subject: Resolved, *, likely: bool) -> bool:
        """Whether the subject is a person: by what the sentence says it is, else by its name and its pronouns."""
        parse = self._analysis.parse
        for clause in self._analysis.clauses.all:
            if clause.copular and token in clause.subjects and parse.pos[clause.predicate] == "NOUN":
                lemma = parse.lemmas[clause.predicate]
                if is_person(parse, clause.predicate) or lemma in ROLE_NOUNS:
                    return True
                if lemma in PLACE_NOUNS | WORK_NOUNS:
                    return False
        if parse.names[token][2:] in ("PER", "PERSON") or likely:
            return True
        readings = (self._context.resolve(pronoun, self._start) for pronoun in ("he", "she"))
        return any(r is not None and r.subject == subject.subject for r in readings)

    def _extent(self, candidate: Candidate, value: Value) -> tuple[int, int]:
        parse = self._analysis.parse
        starts = [value.start, *(parse.starts[w] for w in candidate.words)]
        ends = [value.end, *(parse.ends[w] for w in candidate.words)]
        return min(starts), max(ends)
