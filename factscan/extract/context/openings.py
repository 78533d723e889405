"""How the sentences of a document open, and what proper names are in them: read once each, when asked for."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from factscan.extract.context.proper_names import ProperNames, gender_of, name_spans
from factscan.extract.context.topic import Topic
from factscan.extract.context.topic_data import ORGAN_NOUNS
from factscan.extract.mention import SubjectKind
from factscan.extract.text.names import canonical_name, fold

PRONOUNS = {
    form: head
    for head, forms in {
        "he": "he him his himself",
        "she": "she her hers herself",
        "it": "it its itself",
        "they": "they them their theirs themselves",
    }.items()
    for form in forms.split()
}

WINDOW = 600
"""Characters of a sentence that are looked at."""

_ADVERBIALS = (
    "In|On|At|By|From|After|Before|During|Since|Until|As|For|With|Following|Throughout|Between|Under|Upon|Within|Later"
    "|However|Also|Then|Eventually|Subsequently|Meanwhile|When|While|Although|Though|Because|Despite|Born|Educated|Raised"
    "|Based|Initially|Originally|Finally|Currently|Today|Soon|Shortly|Once|Along|Together|Among|Instead|Moreover|Furthermore"
    "|Additionally|Unlike|Like|Prior|Early|Late|Having|Two|Three|Four|Five|Six|If|Whenever|Where|Nevertheless|Thereafter"
    "|Afterwards|Now|Recently|Previously|Besides|Apart|Due|According|Known|Most|Written|Built|Made|[A-Z][a-z]+(?:ed|ing)"
)
_LEAD = re.compile(
    rf"\W*(?:(?:{_ADVERBIALS})\b[^,;:]{{0,100}}(?:,\s\d{{4}})?,\s+(?:and\s+|but\s+|however,\s+)?"
    rf"|(?:{_ADVERBIALS})\s(?:[a-z-]+\s){{0,5}}?(?=(?:he|she|it|they|his|her|its|their)\s)"
    r"|(?:And|But|So|Then|Later|Soon|Today|Eventually|Subsequently|Originally|Initially|Currently|Thus"
    r"|There|Here|Also)\s+)?"
)
_OPENING = re.compile(r"(?P<word>[^\W_][\w’'–-]*)")
_RELATIVE = re.compile(
    r"\s(?:(?:elder|eldest|older|oldest|younger|youngest|twin|late|first|second|third|only|maternal"
    r"|paternal|own|former|future|new|great|half)[- ])*"
    r"(?P<relative>(?:step|grand|great-grand|foster )?(?:father|mother|son|daughter|brother|sister|uncle"
    r"|aunt|nephew|niece|cousin)s?|husband|wife|widow|widower|fiancée?|parents"
    r"|successor|predecessor|opponent|friend|colleague|partner|boyfriend|girlfriend|manager|coach|teacher"
    r"|lawyer|assistant|family|team|wives|children|rival)\b"
)
_PRONOUN = re.compile(rf"\b(?:{'|'.join(PRONOUNS)})\b", re.IGNORECASE)
# what somebody says, and not a title: it ends with a stop or a comma before the quotation mark
_SPEECH = re.compile(r"[\"“][^\"“”]*(?:[,.!?…—]|\Z)[\"”]?")
_GENITIVE = re.compile(r"['’]s?(?=\s)")
_NOUN_PHRASE = re.compile(r"[\w’'-]+(?:\s[\w’'-]+){0,4}")


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a phrase stands for. Not ``certain``: the likely reading, with a competitor in sight or a class guessed."""

    subject: str
    kind: SubjectKind
    certain: bool


@dataclass(frozen=True, slots=True)
class Opening:
    """How a sentence opens: with a pronoun, a relative of somebody ("His father"), a nominal, or anything else."""

    sort: Literal["pronoun", "relative", "possessed", "nominal", "other"]
    position: int
    head: str = ""
    referent: Resolved | None = None


@dataclass(frozen=True, slots=True)
class NameMention:
    """A proper name in a sentence: its full form, what pronoun fits, whether it is the topic, or a person."""

    position: int
    name: str
    head: str | None
    topic: bool
    person: bool
    rival: bool


class SentenceReader:
    """The sentences of one document. ``nominal`` resolves a phrase at a position, pronouns aside."""

    def __init__(
        self,
        topic: Topic,
        names: ProperNames,
        text: str,
        sentences: Sequence[tuple[int, int]],
        nominal: Callable[[str, int], Resolved | None],
    ) -> None:
        self._topic = topic
        self._names = names
        self._text = text
        self._sentences = sentences
        self._nominal = nominal
        self._openings: dict[int, Opening] = {}
        self._name_lists: dict[int, list[NameMention]] = {}

    def begins_paragraph(self, index: int) -> bool:
        """Whether a line break comes before a sentence."""
        return index == 0 or "\n" in self._text[self._sentences[index - 1][1] : self._sentences[index][0]]

    def first_pronoun(self, head: str, index: int) -> int:
        """Where a sentence first has a form of a pronoun; its end if it has none."""
        start, end = self._sentences[index]
        for match in _PRONOUN.finditer(self._text, start, min(end, start + WINDOW)):
            if PRONOUNS[match.group().lower()] == head:
                return match.start()
        return end

    def names_topic(self, index: int, position: int) -> bool:
        """Whether a sentence names or describes the topic before a position."""
        if any(n.topic and n.position < position for n in self.names_in(index)):
            return True
        opening = self.opening(index)
        referent = opening.referent if opening.position < position else None
        if referent is not None and referent.subject == self._topic.name:
            return True
        start = self._sentences[index][0]
        words = self._text[start : min(position, start + WINDOW)].lower()
        if self._topic.kind == "topic" and self._topic.name.lower() in words:
            return True
        return any(f"{d} {noun} " in words for noun in self._topic.classes for d in ("the", "this"))

    def _topic_resolved(self) -> Resolved | None:
        return Resolved(self._topic.name, self._topic.kind, True) if self._topic.kind else None

    def names_in(self, index: int) -> list[NameMention]:
        """The proper names in a sentence."""
        if index not in self._name_lists:
            start, end = self._sentences[index]
            self._name_lists[index] = [
                self._read_name(a, b) for a, b in name_spans(self._text, start, min(end, start + WINDOW))
            ]
        return self._name_lists[index]

    def _read_name(self, start: int, end: int) -> NameMention:
        shown = self._text[start:end]
        name = canonical_name(shown)
        full = self._names.full_name(name, start) or name
        topic = fold(name) in self._topic.forms or fold(full) in self._topic.forms
        topic = topic or (self._topic.person and name == self._topic.name.split(" ", 1)[0])
        person = self._names.is_person(shown) or self._names.is_person(full)
        head = gender_of(shown) or gender_of(full)
        return NameMention(
            start, full, head, topic, person, not topic and (person or self._names.could_be_person(full))
        )

    def opening(self, index: int) -> Opening:
        """How a sentence opens."""
        if index not in self._openings:
            start, end = self._sentences[index]
            if start == self._topic.definition:
                self._openings[index] = Opening("nominal", start, referent=self._topic_resolved())
            else:
                self._openings[index] = self._read_opening(start, min(end, start + WINDOW))
        return self._openings[index]

    def _read_opening(self, start: int, end: int) -> Opening:
        if _SPEECH.match(self._text, start, end):
            return Opening("other", start)
        lead = _LEAD.match(self._text, start, end)
        at = lead.end() if lead else start
        word = _OPENING.match(self._text, at, end)
        if word is None:
            return Opening("other", at)
        first = word["word"].lower()
        relative = _RELATIVE.match(self._text, word.end(), end)
        if first in PRONOUNS:
            if relative and first in ("his", "her", "their"):
                return Opening("relative", at, relative["relative"].lower())
            if first in ("his", "her", "its", "their"):
                return Opening("possessed", at, PRONOUNS[first])
            return Opening("pronoun", at, PRONOUNS[first])
        return self._read_nominal(at, end)

    def _topic_at(self, at: int) -> int:
        """Where the topic's name ends if the text has it at ``at``, with or without an article; else ``at``."""
        bare = self._topic.name.removeprefix("The ")
        begin = at + 4 if self._text[at : at + 4].lower() == "the " else at
        return (
            begin + len(bare)
            if bare and self._text[begin : begin + len(bare)].lower() == bare.lower()
            else at
        )

    def _read_nominal(self, at: int, end: int) -> Opening:
        stop = self._topic_at(at)
        longer = self._text[stop : stop + 1] == " " and self._text[stop + 1 : stop + 2].isupper()
        if stop > at and not longer and not self._text[stop : stop + 1].isalnum():
            return self._named_opening(at, stop, end, self._topic_resolved())
        for first, last in name_spans(self._text, at, end):
            if first - at > 4 or self._text[at:first].strip().lower() not in ("", "the"):
                break
            return self._named_opening(first, last, end, self._nominal(self._text[at:last], at))
        phrase = _NOUN_PHRASE.match(self._text, at, end)
        words = phrase.group().split() if phrase else []
        if words and words[0].lower() in ("the", "this"):
            if self._topic.organism and words[1:2] and words[1] in ORGAN_NOUNS:
                return Opening("possessed", at, "it")
            for count in range(2, len(words) + 1):
                referent = self._nominal(" ".join(words[:count]), at)
                if referent is not None:
                    return Opening("nominal", at, referent=referent)
        return Opening("other", at)

    def _named_opening(self, first: int, last: int, end: int, referent: Resolved | None) -> Opening:
        """An opening with a name at [first, last): "Smith", "Smith's brother", "Smith's work"."""
        genitive = (
            _GENITIVE.match(self._text, last)
            or _GENITIVE.match(self._text, last - 2)
            or _GENITIVE.match(self._text, last - 1)
        )
        if genitive is None:
            return Opening("nominal", first, referent=referent)
        relative = _RELATIVE.match(self._text, genitive.end(), end)
        return (
            Opening("relative", first, relative["relative"].lower())
            if relative
            else Opening("possessed", first)
        )
