"""From candidates to mentions: subjects named, objects typed, relations canonical, one direction."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from factscan.extract.candidate import Candidate, Value
from factscan.extract.context import Context, Resolved
from factscan.extract.context.topic_data import ORGAN_NOUNS
from factscan.extract.doubt import DOUBTFUL, LEAST, confidence
from factscan.extract.mention import Mention
from factscan.extract.objects import read_value
from factscan.extract.rules.citations import is_cited
from factscan.extract.rules.places import enclosing
from factscan.extract.subjects import Naming
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.concepts import is_bare_definite, is_term
from factscan.extract.syntax.content import Content
from factscan.extract.syntax.phrases import noun_phrase
from factscan.extract.text.keys import fact_id
from factscan.extract.text.names import fold
from factscan.extract.text.names_data import PERSON_SORTS

_PART_VERBS = frozenset("be have contain include comprise measure weigh reach consist".split())
_CONCEPT_CONFIDENCE = 0.7  # facts about common nouns only from the constructions that seldom fail
_LIFE = {
    "begin": ("start date", "birth date"),
    "finish": ("end date", "death date"),
    "life begin": ("start date", "birth date"),
    "life finish": ("end date", "death date"),
    "of date": ("publication date", "birth date"),
}
# what a place, a body or an illness has one of, and a text on it names without saying whose it is
_TRAITS = frozenset(
    """population area capital climate elevation altitude length height width depth coastline economy currency density
    headquarters motto mascot nickname incidence prevalence onset inheritance cause symptom treatment diagnosis
    prognosis genre budget runtime cast plot soundtrack""".split()
)
_OF_SERIES = frozenset({"founding date", "start date", "end date", "premiere date", "publication date"})
_ADJECTIVES = ("be", "look", "become", "remain", "name", "declare")


class Keying:
    """Names the subjects and objects of one sentence, each once. ``start``: where the sentence begins in the text."""

    def __init__(self, analysis: Analysis, context: Context, start: int) -> None:
        self._analysis = analysis
        self._relations = analysis.relations
        self._context = context
        self._start = start
        self._naming = Naming(analysis, context, start)

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
                for outer in enclosing(self._analysis.parse, candidate.object):
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
        if not _is_place(candidate, label, subject, value) or any(
            is_cited(self._analysis, w) for w in candidate.words
        ):
            return
        if label in ("be", "nationality") and self._is_in_name(candidate, token, subject, value):
            return
        if label == "founding date" and subject.subject[:4].isdigit():
            return  # "the 27th season of the league since its establishment in 1992"
        if subject.kind == "concept" and label == "position held":
            label = "be"  # "polar bears are hosts of mites"
        label = self._life_label(label, token, subject, value)
        if not label:
            return
        start, end = self._extent(candidate, value)
        sure = self._confidence(candidate, subject, value)
        flags = candidate.flags
        if value.content > candidate.enough:
            flags = flags | {"vague"}
        if sure < LEAST or self._is_of_one_edition(subject, label, value):
            flags = flags | {DOUBTFUL}
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
            tuple(sorted(flags)),
            sure,
        )

    def _is_in_name(self, candidate: Candidate, token: int, subject: Resolved, value: Value) -> bool:
        """Whether an object is only a word of the subject's name: "Frank German" is not said to be a German."""
        if value.canonical not in subject.subject.split()[1:]:
            return False
        return candidate.object == token or candidate.object in noun_phrase(self._analysis.parse, token)

    def _is_of_one_edition(self, subject: Resolved, label: str, value: Value) -> bool:
        """Whether a day is that of one of many: "the tournament was on 8 June" of a yearly tournament."""
        day = value.type == "date" and len(value.canonical) == len("2000-01-01")
        own = subject.subject == self._context.topic and self._context.is_about_series
        return day and own and label not in _OF_SERIES

    def _life_label(self, label: str, token: int, subject: Resolved, value: Value) -> str:
        """What a date in brackets is of the subject, by whether that is a person; empty where it cannot be told."""
        if label not in _LIFE or value.type != "date":
            return label
        is_person = self._naming.is_person(token, subject, likely=label.startswith("life"))
        if label == "of date":
            if is_person is not (len(value.canonical) == len("2000-01-01")):
                return ""  # "(1955)" is the year of a work, "(21 March 1963)" the birthday of a person
            if not is_person and not self._naming.may_be_work(token, subject):
                return ""
        elif not label.startswith("life") and subject.subject != self._context.topic:
            if is_person and len(value.canonical) > len("2000"):
                return ""  # "directed by Ann Lee (18–23 March 2003)": the days of something else
            is_person = False  # "(1955–65)" is too short for a life
        return _LIFE[label][is_person]

    def _confidence(self, candidate: Candidate, subject: Resolved, value: Value) -> float:
        tokens = [*candidate.words, *([] if candidate.name else [candidate.subject])]
        if isinstance(candidate.object, int) and not candidate.either:
            tokens.append(candidate.object)
        sure = subject.certain and value.certain
        return confidence(
            candidate.confidence, self._analysis.parse, tokens, certain=sure, stating=candidate.words
        )

    def _bridged(self, candidate: Candidate, token: int, label: str) -> tuple[Resolved, str] | None:
        """A part of the topic: in a text about a snail, "the shell contains …" tells of its shell."""
        topic, kind = self._context.topic, self._context.topic_kind
        parse = self._analysis.parse
        if not topic or kind is None or candidate.subject != token or not is_bare_definite(parse, token):
            return None
        subject = Resolved(topic, kind, False)
        words = {parse.lemmas[token], *(parse.lower[t] for t in noun_phrase(parse, token) if t < token)}
        own = fold(topic).split()
        if parse.lemmas[token] == own[-1] and words <= set(own):
            return subject, label  # "the school district" of a text about the Beecher School District
        verb = label.split(" ")[0]
        of_its_own = (self._context.is_about_organism and parse.lemmas[token] in ORGAN_NOUNS) or (
            parse.lemmas[token] in _TRAITS
        )
        if not of_its_own or (verb not in _PART_VERBS and candidate.label != "be"):
            return None
        part = " ".join(
            [*(parse.lower[t] for t in noun_phrase(parse, token) if t < token), parse.lemmas[token]]
        )
        return subject, part if label in ("be", "include") else f"{part} {label}"

    def _directed(self, candidate: Candidate) -> tuple[int, Resolved, str, Value] | None:
        """The fact in its one direction: the token of its subject, the subject, the label and the object.

        The table turns some relations round (work – author); for the others the agent is the subject, unless
        only the patient can be named.
        """
        value = self._value(candidate)
        if value is None:
            return None
        if candidate.transitive and value.type == "phrase" and isinstance(candidate.object, int):
            patient = self._naming.subject(candidate.object)
            if patient is not None and patient.kind != "concept":
                value = replace(value, canonical=patient.subject, type="name", content=Content.NAMED)
        relation = self._relations.canonical(candidate.pattern, candidate.label, value)
        subject = self._subject(candidate)
        label = relation.unturned(candidate.label)
        by = f"be {candidate.pattern} by"
        named = subject is not None and subject.kind != "concept"
        turns = candidate.transitive and (not named or self._relations.turns(candidate.pattern))
        if isinstance(candidate.object, int) and (relation.flipped or turns):
            patient = self._naming.subject(candidate.object)
            agent = self._naming.value(candidate.subject, adjectives=False)
            if (
                patient is not None
                and agent is not None
                and agent.type in ("name", "phrase")
                and self._may_turn(candidate, subject, patient, agent)
            ):
                if relation.flipped:
                    return candidate.object, patient, relation.label, agent
                known = self._relations.turns(candidate.pattern)
                unknown = agent.sort in PERSON_SORTS and not named  # "visited by Anna" tells nobody who
                if known or (patient.kind != "concept" and not unknown and _names_somebody(agent)):
                    passive = self._relations.canonical(by, f"{candidate.label} by", agent)
                    return candidate.object, patient, passive.label, agent
        return (candidate.subject, subject, label, value) if subject is not None else None

    def _subject(self, candidate: Candidate) -> Resolved | None:
        if candidate.topical:
            topic, kind = self._context.topic, self._context.topic_kind
            return Resolved(topic, kind, True) if kind and self._context.is_medical else None
        if candidate.name:
            return self._naming.written(*candidate.name)
        return self._naming.subject(candidate.subject)

    def _may_turn(
        self, candidate: Candidate, subject: Resolved | None, patient: Resolved, agent: Value
    ) -> bool:
        """Whether a fact may be told of its patient: of a thing that has one answer, and not of many such things."""
        if self._is_vague(candidate.subject, agent):
            return False
        if patient.kind != "concept" or subject is None or subject.kind == "concept":
            return True
        parse, token = self._analysis.parse, candidate.object
        return isinstance(token, int) and parse.tags[token] != "NNS" and is_term(parse, token)

    def _is_vague(self, token: int, agent: Value) -> bool:
        """Whether an agent is whoever was spoken of ("the company"), or somebody that nothing names ("an Irishman")."""
        parse = self._analysis.parse
        if agent.type == "name":
            indefinite = any(parse.lower[d] in ("a", "an") for d in parse.under(token, "det"))
            return indefinite and not self._context.is_topic(f"a {agent.canonical}")
        return is_bare_definite(parse, token) and len(noun_phrase(parse, token)) == 1

    def _value(self, candidate: Candidate) -> Value | None:
        if isinstance(candidate.object, Value):
            return candidate.object
        adjectives = candidate.label in _ADJECTIVES or candidate.label.endswith(" as")
        return self._naming.value(candidate.object, adjectives=adjectives)

    def _extent(self, candidate: Candidate, value: Value) -> tuple[int, int]:
        parse = self._analysis.parse
        starts = [value.start, *(parse.starts[w] for w in candidate.words)]
        ends = [value.end, *(parse.ends[w] for w in candidate.words)]
        return min(starts), max(ends)


def _names_somebody(agent: Value) -> bool:
    """Whether an agent has a name in it: "the Mellette family", but not "his hopes"."""
    words = agent.canonical.split()
    return agent.type == "name" or any(word[:1].isupper() for word in (words if agent.start else words[1:]))


def _is_place(candidate: Candidate, label: str, subject: Resolved, value: Value) -> bool:
    """Whether an object can be where something is: "in Oslo", "on the island of Rab", but not "in operation"."""
    if label != "location" or not candidate.pattern.startswith("be "):
        return True
    if f"in {value.canonical}" in subject.subject:
        return False  # "Church of God in Christ"
    return value.sort not in PERSON_SORTS and value.type != "date" and _names_somebody(value)
