"""What a pronoun stands for: a walk back over the openings of the sentences before it.

English texts keep to one subject: a sentence that begins "He …" goes on about the subject of the sentence before, and
in an article on a person that is this person until another one is brought in. So the walk asks who opens the sentence,
then who opens the one before, and stops at a paragraph, where an article comes back to its topic. Where a rival of the
same gender stands in the way, there is no answer, or one that is not certain.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from factscan.extract.context.openings import WINDOW, NameMention, Opening, Resolved, SentenceReader
from factscan.extract.context.proper_names import ProperNames, gender_of
from factscan.extract.context.topic import Topic
from factscan.extract.text.names import fold

EXPLETIVE = re.compile(
    r"[Ii]t(?:['’]s|\s(?:is|was|has\sbeen|will\sbe|would\sbe|may\sbe|might\sbe|became|becomes|seems"
    r"|appears|remains|makes|made))\s(?:(?:not|also|very|so|often"
    r"|more|now|generally|usually|quite|still|even|therefore|thus)\s){0,2}(?:"
    r"(?:trivial|possible|impossible|important|necessary|difficult|easy|easier|hard|harder|clear|unclear"
    r"|likely|unlikely|common|rare|useful|helpful|best|better"
    r"|good|true|worth|essential|critical|certain|uncertain|obvious|apparent|evident|desirable|reasonable"
    r"|sufficient|convenient|safe|natural|interesting|known"
    r"|unknown|sense|estimated|believed|thought|said|reported|assumed|suggested|argued|noted|hoped"
    r"|expected|announced|claimed|alleged|rumou?red|recommended"
    r"|decided|revealed|confirmed|stated|found|feared|proposed)\s(?:(?:to|for|that|whether|how|if|why"
    r"|when)\b(?<!found\sto)(?<!found\sfor)(?<!known\sfor)"
    r"(?<!known\sto))|that\b|until\b|only\s(?:in|after|when)\b|(?:a\s)?long\stime\b|an?\s(?:\w+\s){0,2}"
    r"(?:offen[cs]e|crime|mistake|matter|tradition|custom|requirement|honou?r|pleasure|violation|sin|duty|practice"
    r"|privilege|surprise|miracle|pity|shame)\s(?:to|for|that|of)\b|in\s\d{4}\sthat\b)"
)
"""An "it" that stands for nothing: "it is possible to", "it was said that"."""

_DEPTH = 6  # sentences walked back at most

_CLAUSE = re.compile(r"\W*(?:When|While|Although|Though|Because|If|Once|Whenever|Where)\s(?:\S+\s+){3}")
_WORD = re.compile(r"[^\W\d_][\w’'–-]*")
_HE_RELATIVES = re.compile(r"(?:father|son|brother|uncle|nephew|husband|boyfriend|widower)\Z")
_SHE_RELATIVES = re.compile(r"(?:mother|daughter|sister|aunt|niece|wife|girlfriend|widow)\Z")
_UNNAMED = {
    "he": re.compile(
        r"\b(?:[Tt]he|[Aa]n?|another|that) (?:[a-z-]+ ){0,2}(?:man|boy|gentleman|king|prince|count|duke|lord|husband"
        r"|father|brother|son|fellow|monk|priest|emperor|waiter|actor)\b"
    ),
    "she": re.compile(
        r"\b(?:[Tt]he|[Aa]n?|another|that) (?:[a-z-]+ ){0,2}(?:woman|girl|lady|queen|princess|countess|duchess|wife"
        r"|mother|sister|daughter|widow|maid|nun|empress|waitress|actress|nurse)\b"
    ),
}
"""Somebody brought in without a name, whom "he" or "she" may be as well as anybody named."""


class Antecedents:
    """Antecedents of pronouns in one document. ``nominal`` resolves a phrase at a position, pronouns aside."""

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
        self._starts = [start for start, _ in sentences]
        self._reader = SentenceReader(topic, names, text, sentences, nominal)
        self._answers: dict[tuple[str, int], Resolved | None] = {}

    def of(self, head: str, position: int) -> Resolved | None:
        """What the pronoun ``head`` (he, she, it, they) at ``position`` stands for."""
        index = bisect_right(self._starts, position) - 1
        if index < 0 or self._quoted(position):
            return None
        key = (head, position)
        if key not in self._answers:
            self._answers[key] = self._at(head, index, position, _DEPTH)
        return self._answers[key]

    def _at(self, head: str, index: int, position: int, depth: int) -> Resolved | None:
        if head in ("he", "she"):
            fits = self._topic.person and self._topic.gender in (head, None)
            if fits:
                return self._topic_person(head, index, position, depth)
            return self._other_person(head, index, position, depth)
        if head == "they" and not self._topic.group:
            return None
        return self._thing(head, index, position, depth)

    def _quoted(self, position: int) -> bool:
        """Whether a quotation is open at a position: its pronouns are the speaker's affair."""
        start = max(self._text.rfind("\n", 0, position), position - 2 * WINDOW, 0)
        if self._text.rfind("“", start, position) > self._text.rfind("”", start, position):
            return True
        sentence = self._starts[bisect_right(self._starts, position) - 1]
        return self._text.count('"', sentence, position) % 2 == 1

    # People

    def _rivals(self, head: str, index: int, position: int) -> list[NameMention]:
        """People other than the topic whom the pronoun fits, named in a sentence before a position."""
        names = self._reader.names_in(index)
        return [n for n in names if n.position < position and n.rival and n.head in (head, None)]

    def _topic_person(self, head: str, index: int, position: int, depth: int) -> Resolved | None:
        """In an article on a person: this person, unless a rival opens the sentence or the one before."""
        rivals = self._rivals(head, index, position)
        if self._reader.names_topic(index, position):
            return self._topic_as(not rivals and self._topic.gender is not None)
        first = self._reader.first_pronoun(head, index)
        if first < position and depth:
            known = self._at(head, index, first, depth - 1)
            return self._uncertain(known) if rivals else known
        opening = self._reader.opening(index)
        relative = opening.position < position and opening.sort == "relative"
        if rivals or (relative and self._is_relative(opening.head, head)):
            return None
        if self._opens_with_other(opening, position):
            return None
        return self._previous_person(head, index, depth)

    def _opens_with_other(self, opening: Opening, position: int) -> bool:
        """Whether somebody else opens the sentence, by a short name: "Fletcher founded his own label"."""
        if opening.sort != "nominal" or opening.position >= position:
            return False
        own = opening.referent is not None and opening.referent.subject == self._topic.name
        word = _WORD.match(self._text, opening.position)
        if own or word is None:
            return False
        return self._names.may_be_lone_person(word.group()) or self._names.calls_people(word.group())

    def _previous_person(self, head: str, index: int, depth: int) -> Resolved | None:
        certain = self._topic.gender is not None
        if depth == 0 or self._reader.begins_paragraph(index):
            return self._topic_as(certain)
        before = index - 1
        opening = self._reader.opening(before)
        if opening.sort == "pronoun" and opening.head == head:
            return self._at(head, before, opening.position, depth - 1)
        if opening.sort == "relative":
            return None if self._is_relative(opening.head, head) else self._topic_as(False)
        end = self._sentences[before][1]
        rivals = self._rivals(head, before, end)
        if opening.sort == "nominal" and opening.referent is not None:
            if opening.referent.subject == self._topic.name:
                return self._topic_as(certain)
            if any(
                n.position == opening.position or fold(n.name) == fold(opening.referent.subject)
                for n in rivals
            ):
                return None
        if self._reader.names_topic(before, end):
            return self._topic_as(certain and len(rivals) < 2)
        first = self._reader.first_pronoun(head, before)
        if first < end:
            known = self._at(head, before, first, depth - 1)
            return known if len(rivals) < 2 else self._uncertain(known)
        if rivals:
            doubtful = opening.sort == "other" and len(rivals) == 1 and rivals[0].head is None
            return self._topic_as(False) if doubtful else None
        return self._previous_person(head, before, depth - 1)

    def _other_person(self, head: str, index: int, position: int, depth: int) -> Resolved | None:
        """Somebody who is not the topic: the only person in sight that the pronoun fits."""
        found = self._people(head, index, position)
        first = self._reader.first_pronoun(head, index)
        if first < position and all(n.position > first for n in self._rivals(head, index, position)):
            return self._at(head, index, first, depth - 1) if depth and not found else None
        if found:
            return _only(found)
        opening = self._reader.opening(index)
        referent = opening.referent
        if referent is not None and opening.position < position and self._may_be_person(referent):
            return Resolved(referent.subject, referent.kind, False)
        if referent is not None and opening.position > position and self._announces(referent, head):
            return referent
        if depth == 0 or self._reader.begins_paragraph(index) or self._opens_with_other(opening, position):
            return None
        before = index - 1
        if self._reader.opening(before).sort == "relative":
            return None
        if self._speaks_of_unnamed(head, before):
            return None
        found = self._people(head, before, self._sentences[before][1])
        if found and self._opens_with_unknown(before, found):
            return None
        first = self._reader.first_pronoun(head, before)
        if first < self._sentences[before][1]:
            known = self._at(head, before, first, depth - 1)
            return known if known is not None and all(f.subject == known.subject for f in found) else None
        return _only(found)

    def _speaks_of_unnamed(self, head: str, index: int) -> bool:
        """Whether somebody without a name acts in a sentence: "As Anna spoke, the old woman came in"."""
        start, end = self._sentences[index]
        opening = self._reader.opening(index)
        if opening.sort == "nominal" and opening.referent is not None:
            return False  # who opens the sentence goes on
        return _UNNAMED[head].search(self._text, start, min(end, start + WINDOW)) is not None

    def _opens_with_unknown(self, index: int, found: list[Resolved]) -> bool:
        """Whether a sentence is about a name that may be somebody's, and is none of those found in it."""
        opening = self._reader.opening(index)
        referent = opening.referent if opening.sort == "nominal" else None
        if referent is None or not self._may_be_person(referent):
            return False
        return all(f.subject != referent.subject for f in found)

    def _announces(self, referent: Resolved, head: str) -> bool:
        """Whether a pronoun of the clause before may stand for it: "After she had moved, Anna Berg taught"."""
        if referent.kind != "name" or not self._names.could_be_person(referent.subject):
            return False
        return gender_of(referent.subject) in (head, None)

    def _may_be_person(self, referent: Resolved) -> bool:
        """Whether a name of one word that opens a sentence may be somebody's: the text knows it as nothing else."""
        name = referent.subject
        single = " " not in name and name.isalpha() and not name.isupper()
        return referent.kind == "name" and referent.certain and single and self._names.is_unlocated(name)

    def _people(self, head: str, index: int, position: int) -> list[Resolved]:
        """The people named in a sentence before a position whom the pronoun fits."""
        found = {fold(n.name): n for n in self._rivals(head, index, position)}
        if not any(n.person for n in found.values()) or self._names_others(index, position, found):
            return []
        return [Resolved(n.name, "name", n.person and n.head == head) for n in found.values()]

    def _names_others(self, index: int, position: int, found: dict[str, NameMention]) -> bool:
        """Whether a sentence names somebody else by one word that nothing is known of: "Bolkin, the son of …, he"."""
        start = self._starts[index]
        return any(
            n.position < position
            and not n.topic
            and fold(n.name) not in found
            and (n.position > start or self._names.runs.count(n.name) > 1)
            and self._names.may_be_lone_person(n.name)
            for n in self._reader.names_in(index)
        )

    # Things

    def _thing(self, head: str, index: int, position: int, depth: int) -> Resolved | None:
        opening = self._reader.opening(index)
        if opening.position >= position:
            lead = self._text[self._starts[index] : opening.position]
            if _CLAUSE.match(lead) and not self._reader.names_topic(index, position):
                return None  # "When cancer spreads, it …": the clause has a subject of its own
            return self._previous_thing(head, index, depth)
        if opening.sort == "other":
            return self._after_something(index, position)
        if opening.sort == "possessed" and opening.head == head and depth:
            # "At its north end it …", but "Its capital … it" may be the capital
            known = self._at(head, index, opening.position, depth - 1)
            return known if opening.position > self._starts[index] + 1 else self._uncertain(known)
        names = [
            n
            for n in self._reader.names_in(index)
            if opening.position < n.position < position and not n.topic and not n.person
        ]
        subject = self._subject_thing(head, index, opening, depth)
        if subject is not None:
            return Resolved(subject.subject, subject.kind, subject.certain and not names)
        if self._about_person(opening):
            if self._reader.names_topic(index, position) and not names:
                return self._topic_thing(True)
            return None if names else self._uncertain(self._previous_thing(head, index, depth))
        return None

    def _takes_topic(self, index: int) -> bool:
        """Whether a sentence names the topic as more than a place: "calls it the Assembly", not "in Dundee"."""
        names = self._reader.names_in(index)
        return any(n.topic and not self._names.runs.is_placed(n.position) for n in names)

    def _after_something(self, index: int, position: int) -> Resolved | None:
        """The sentence opens with something not understood: the topic only if it is named, and nothing else is."""
        if any(n.position < position and not n.topic for n in self._reader.names_in(index)):
            return None
        if self._reader.names_topic(index, position):
            return self._topic_thing(False)
        return None

    def _previous_thing(self, head: str, index: int, depth: int) -> Resolved | None:
        if depth == 0 or self._reader.begins_paragraph(index):
            return self._topic_thing(index > 0 and depth > 0 and head == "it")
        before = index - 1
        opening = self._reader.opening(before)
        subject = self._subject_thing(head, before, opening, depth - 1)
        end = self._sentences[before][1]
        if subject is not None:
            other = subject.subject != self._topic.name and opening.sort == "nominal"
            # "The Union names its congress the Assembly. It …": of two things neither is sure
            return None if other and self._takes_topic(before) else subject
        names = [n for n in self._reader.names_in(before) if not n.topic and not n.person]
        if self._about_person(opening):
            if self._reader.names_topic(before, end):
                return self._topic_thing(not names)
            return None if names else self._uncertain(self._previous_thing(head, before, depth - 1))
        if opening.sort == "possessed" and not names:
            return self._topic_thing(False)
        if opening.sort == "other" and self._reader.names_topic(before, end):
            return self._topic_thing(False)
        return None

    def _subject_thing(self, head: str, index: int, opening: Opening, depth: int) -> Resolved | None:
        """What a sentence is about, if it opens with a thing's name, the topic described, or the same pronoun."""
        if opening.sort == "pronoun" and opening.head == head:
            return self._at(head, index, opening.position, depth - 1) if depth > 0 else None
        referent = opening.referent
        if opening.sort != "nominal" or referent is None or referent.kind == "concept":
            return None
        if not referent.certain and referent.subject != self._topic.name:
            return None
        if referent.subject == self._topic.name:
            return self._topic_thing(referent.certain)
        if head == "they" or self._about_person(opening):
            return None
        return Resolved(referent.subject, referent.kind, False)

    def _about_person(self, opening: Opening) -> bool:
        if opening.sort in ("pronoun", "relative"):
            return opening.head not in ("it", "they")
        if opening.referent is None:
            return False
        own = opening.referent.subject == self._topic.name
        return self._topic.person if own else self._names.could_be_person(opening.referent.subject)

    def _topic_as(self, certain: bool) -> Resolved | None:
        return Resolved(self._topic.name, self._topic.kind, certain) if self._topic.kind else None

    def _topic_thing(self, certain: bool) -> Resolved | None:
        return None if self._topic.person else self._topic_as(certain)

    def _uncertain(self, resolved: Resolved | None) -> Resolved | None:
        return Resolved(resolved.subject, resolved.kind, False) if resolved else None

    def _is_relative(self, relative: str, head: str) -> bool:
        """Whether "he" or "she" may be the relative; one of either gender may."""
        return not (_SHE_RELATIVES if head == "he" else _HE_RELATIVES).search(relative)


def _only(found: list[Resolved]) -> Resolved | None:
    """The only person found; of several that the pronoun may fit, none."""
    return found[0] if len(found) == 1 else None
