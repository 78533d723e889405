"""The proper names that a text mentions, which of them are people, and the full names that short ones stand for."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from factscan.extract.context.joints import joined_names
from factscan.extract.context.name_runs import NameRuns
from factscan.extract.context.topic_data import CLASSES_OF, PERSON_NOUNS, WORK_NOUNS
from factscan.extract.syntax.noun_data import DEMONYMS
from factscan.extract.text.abbreviations_data import STARTERS
from factscan.extract.text.acronyms import long_form
from factscan.extract.text.given_names_data import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES, PLACE_LIKE
from factscan.extract.text.names import canonical_name, fold
from factscan.extract.text.names_data import (
    COURTESY_TITLES,
    FEMALE_TITLES,
    INSTITUTION_WORDS,
    MALE_TITLES,
    NAME_LINKS,
    NOT_PEOPLE,
    RANK_TITLES,
)

Gender = Literal["he", "she"]

_CAPITAL = (
    r"(?:(?:[A-Z]\.){1,3}(?=[ ]?[A-Z])"
    r"|(?:Mrs?|Ms|Dr|St|Prof|Rev|Gen|Col|Capt|Lt|Sgt|Sen|Gov|Rep|Mt|Ft|Messrs)\.(?=[ ][A-Z])"
    r"|[^\W\d_a-zß-öø-ÿ][\w’'&–-]{0,40})"
)
NAME_PATTERN = (
    rf"\b{_CAPITAL}(?:[ ](?:(?:of[ ]the|of|de[ ]la|de[ ]los|de[ ]las|de|la|le|les|du|des|van[ ]der|van[ ]den|van"
    r"|von[ ]der|von[ ]den|von|an[ ]der|am|zu|zur|zum|der|den|di|da|do|das|del|della|dos|ten|ter|bin|ibn|al|el|y"
    r"|sur|sous|v\.|i|e|et|und|og|och|für|för|voor|pour|para|per|por|dei)[ ]|(?:d|l|dell|dall|nell|sull)['’])?"
    rf"{_CAPITAL}){{0,8}}"
)
"""A regular expression: capitalised words, linked by "of" and name particles; no groups."""

_NAME = re.compile(NAME_PATTERN)
_LABEL_BEFORE = re.compile(rf"\b([a-z]+),?\s(?:(?:called|named|titled|entitled)\s)?[\"“'‘]?({NAME_PATTERN})")
_MORE = re.compile(r" (?:(?:and|or|in|on|at|to|for|with|from)(?: (?:the|an?))?|the|an?) [A-Z0-9]")
_LABEL_AFTER = re.compile(rf"({NAME_PATTERN})\s([a-z]+)\b(?!\s[\"“‘A-Z])")
_NUMBERED = re.compile(
    r"\b(Bill|Act|Resolution|Order|Directive|Regulation|Case|Docket|Patent|Proposal"
    r"|Treaty)[ ](?:No\.[ ]?)?\d[\w–-]*"
)
_ACRONYM = re.compile(r"[ ]\((?:or[ ])?[\"“]?([A-Z][A-Za-z&.-]{1,9}?)s?[\"”]?[;,)]")
_COMPANY = re.compile(
    rf"\b({_CAPITAL})\s(?:plc|Plc|PLC|Inc|Ltd|LLC|GmbH|AG|Corp|Group|Trust|Company|Corporation|Industries|Holdings)\b"
)
_POSSESSIVE = re.compile(r"['’]s?\Z")
_SPEAKS = re.compile(
    rf"\b(?:said|replied|asked|cried|answered|exclaimed|remarked|muttered|whispered|shouted"
    rf"|thought)[ ]((?:{_CAPITAL}[ ])?{_CAPITAL})"
    rf"|\b({_CAPITAL})[ ](?:said|replied|asked|cried|answered|exclaimed|smiled|looked|thought|felt|knew"
    rf"|sighed|laughed|nodded|went|came|sat|rose|glanced"
    r"|entered|listened|told|wrote|himself|herself|was[ ]born|died|married)\b"
)
_LOCATED = re.compile(
    rf"\b(?:[Ii]n|into|across|throughout|near|outside)\s(?:the\s)?({_CAPITAL})(?!['’]s|\s[A-Z])"
)
_TITLES = COURTESY_TITLES | RANK_TITLES
_PARTICLES = frozenset({"de", "van", "von", "der", "di", "da", "du", "del", "le", "la", "bin", "ibn", "al"})
_MONTHS = frozenset(
    """January February March April May June July August September October November December""".split()
)
_DAY_BEFORE = re.compile(r"\b\d{1,2} \Z")
_ERAS = frozenset({"BC", "BCE", "AD", "CE"})
_MAX_TEXT = 1_000_000  # characters indexed: what a name stands for is said early or not at all


def name_spans(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Spans of capitalised words, linked by "of" and name particles; words that only begin a sentence are off."""
    for match in _NAME.finditer(text, start, len(text) if end is None else end):
        begin, stop = match.span()
        words = match.group().split(" ")
        while words and (words[0] in STARTERS or words[0] in _ERAS):
            begin += len(words[0]) + 1
            del words[0]
        while words and words[0] in ("of", "de", "la", "el", "al", "the"):
            begin += len(words[0]) + 1
            del words[0]
        if len(words) > 1 and words[0] in _MONTHS and _DAY_BEFORE.search(text, max(begin - 4, 0), begin):
            begin += len(words[0]) + 1  # "on 3 March Berg moved"
        if words and begin < stop:
            yield begin, stop


def looks_proper(phrase: str) -> bool:
    """Whether a phrase is written as a proper name: its words (articles aside) capitalised, or numbers."""
    words = [w for w in phrase.split() if w.lower() not in ("the", "a", "an")]
    if not words or not any(w[0].isupper() for w in words):
        return False
    written = all(w[0].isupper() or w[0].isdigit() for w in (words[0], words[-1]))
    return written and all(w in NAME_LINKS or not w[0].islower() for w in words[1:-1])


def named_as(noun: str, text: str) -> list[str]:
    """The names that a text calls by a class noun: "novel, Just Like Butterflies" for "book", "TP63 gene"."""
    if noun not in CLASSES_OF:
        return []
    classes = CLASSES_OF[noun]
    labelled = [m for m in _LABEL_BEFORE.finditer(text) if m[1] in classes]
    if any(_MORE.match(text, m.end()) for m in labelled):
        return []  # "the episode Two Dozen and One Dogs": who can say where the name ends?
    after = [m[2] for m in labelled]
    before: list[str] = []
    if noun not in WORK_NOUNS:  # "the Roy Orbison song" is not Roy Orbison
        labels = (m for m in _LABEL_AFTER.finditer(text) if m[2] == noun)
        before = [m[0] for m in labels if m[1].split(" ", 1)[0] not in STARTERS]
    return [name for name in dict.fromkeys(after + before) if name not in STARTERS]


def gender_of(name: str) -> Gender | None:
    """The pronoun of a person's name, by title or given name; None where neither says it."""
    words = name.lower().replace(".", "").split()
    if not words:
        return None
    if words[0] in FEMALE_TITLES:
        return "she"
    if words[0] in MALE_TITLES:
        return "he"
    first = words[1] if len(words) > 1 and words[0] in _TITLES else words[0]
    if len(words) == 1 and first in PLACE_LIKE:
        return None
    return "he" if first in MALE_NAMES else "she" if first in FEMALE_NAMES else None


def _called_person(text: str, start: int, end: int) -> bool:
    """Whether the words around a name say that it is a person's: "rider Karlijn Swinkels", "…, who", "… (born"."""
    before = text[max(0, start - 24) : start].split()
    if before and before[-1] in PERSON_NOUNS:
        return True
    return text.startswith((", who ", " who ", " (born "), end)


class ProperNames:
    """The full names in a text by the short forms that can stand for them, and the names of people among them.

    ``titles``: where titles of works lie that are known to be whole.
    """

    def __init__(self, text: str, titles: Iterable[tuple[int, int]] = ()) -> None:
        self._by_short: dict[str, set[str]] = {}
        self._full: dict[str, str] = {}
        self._acronyms: dict[str, str] = {}
        self._first: dict[str, int] = {}
        self._people: set[str] = set()
        self._judged: dict[str, Literal["person", "perhaps", "no"]] = {}
        self._candidates: dict[tuple[str, bool], tuple[str, ...]] = {}
        text = text[:_MAX_TEXT]
        spans = list(name_spans(text))
        joined = list(joined_names(text, spans))
        self.joined = tuple(dict.fromkeys(text[start:end] for start, end in joined))
        self.runs = NameRuns(text, spans, [*self._read_acronyms(text), *joined, *titles])
        self._companies = {fold(m[1]) for m in _COMPANY.finditer(text)}
        self._speakers = Counter(
            fold(m[1] or m[2]) for m in _SPEAKS.finditer(text) if (m[1] or m[2]) not in STARTERS
        )
        self._located = Counter(fold(m[1]) for m in _LOCATED.finditer(text))
        self._numbered: dict[str, dict[str, int]] = {}
        for match in _NUMBERED.finditer(text):
            self._numbered.setdefault(match[1].lower(), {}).setdefault(match.group(), match.start())
        for start, end in self.runs.spans:
            if " " in text[start:end]:
                self._add(text, start, end)

    def _add(self, text: str, start: int, end: int) -> None:
        name = self.without_origin(canonical_name(text[start:end]))
        key = fold(name)
        words = [fold(w) for w in name.split()]
        if len(words) < 2 or (self._located[words[0]] and self.runs.is_placed(start)):
            return  # "in Moscow Pierre"
        if _called_person(text, start, end):
            self._people.add(key)
        if key in self._full:
            return
        self._full[key] = name
        self._first[key] = start
        if (
            len(words) <= 4
            and words[-1] not in INSTITUTION_WORDS
            and " of " not in name
            and not any(w.isdigit() for w in words)
        ):
            for short in {words[0], words[-1], " ".join(words[1:])}:
                self._by_short.setdefault(short, set()).add(key)

    def _read_acronyms(self, text: str) -> list[tuple[int, int]]:
        """The first long form of each acronym in brackets; where they stand."""
        spans = []
        for match in _ACRONYM.finditer(text):
            short, before = match[1], text[max(0, match.start() - 200) : match.start()]
            at = long_form(short, before) if sum(c.isupper() for c in short) > 1 else -1
            if at >= 0:
                self._acronyms.setdefault(fold(short), canonical_name(before[at:]))
                spans.append((match.start() - len(before) + at, match.start()))
        return spans

    def full_name(self, name: str, position: int, *, person: bool = False) -> str | None:
        """The one full name that a short name or acronym stands for at a position; None if there is none, or several.

        A full name that comes only later does not count, and a family name alone stands for a full name of one given
        name ("Velasquez" for "Tony Velasquez"), not for the last word of any name ("Union" in "Soviet Union").
        ``person``: the name is known to be somebody's, so that names of people in other languages will do.
        """
        long = self._acronyms.get(fold(name)) if name[1:2].isupper() or name[1:2] == "." else None
        if long is not None:
            return long
        candidates = self._people_called(name, person)
        if fold(name) in self._companies:
            return None
        if len(candidates) != 1 or self._first[candidates[0]] >= position:
            return None
        return self._full[candidates[0]]

    def team(self, name: str, position: int) -> str | None:
        """The one full name before a position that ends in a plural: "Lund Falcons" for "the Falcons"."""
        if not name.endswith("s") or name.endswith("ss"):
            return None
        key = fold(name)
        full = [f for f in self._by_short.get(key, ()) if f.endswith(f" {key}") and self._first[f] < position]
        return self._full[full[0]] if len(full) == 1 else None

    def is_ambiguous(self, name: str) -> bool:
        """Whether several people of the text go by a short name."""
        people = len(self._people_called(name, False))
        return people > 1 or (people > 0 and fold(name) in self._companies)

    def without_origin(self, name: str) -> str:
        """A person's name without the nationality set before it: "Canadian Jo Malik", where the text has "Jo Malik"."""
        first, _, rest = name.partition(" ")
        if first not in DEMONYMS or " " not in rest:
            return name
        words = rest.lower().split(" ")
        if len(words) > 3 or not NOT_PEOPLE.isdisjoint(words):
            return name
        return rest if self.runs.count(rest) or words[0] in GIVEN_NAMES else name

    def _people_called(self, name: str, person: bool) -> tuple[str, ...]:
        if (name, person) not in self._candidates:
            key = fold(name)
            found: dict[tuple[str, str], str] = {}
            for full in sorted(self._by_short.get(key, ()), key=self._first.__getitem__):
                surname = full.endswith(f" {key}") or not _PARTICLES.isdisjoint(full.split())
                perhaps = person and surname and self.could_be_person(self._full[full])
                if full != key and (perhaps or self.is_person(self._full[full])):
                    words = full.split(" ")
                    found.setdefault(
                        (words[0], words[-1]), full
                    )  # with and without a middle name it is one person
            self._candidates[name, person] = self._clearest(list(found.values()))
        return self._candidates[name, person]

    def _clearest(self, candidates: list[str]) -> tuple[str, ...]:
        """Of several full names the one with a given name that the text writes more often than the others."""
        given = [full for full in candidates if gender_of(self._full[full]) is not None]
        if len(given) == 1:
            counts = {full: self.runs.count(self._full[full]) for full in candidates}
            if all(counts[given[0]] > counts[full] for full in candidates if full != given[0]):
                return (given[0],)
        return tuple(candidates)

    def others_called(self, key: str, forms: frozenset[str]) -> bool:
        """Whether a full name other than ``forms`` has the folded short name ``key`` too."""
        return not self._by_short.get(key, set()) <= forms

    def numbered(self, noun: str, position: int) -> str | None:
        """ "The Bill" is "Bill No. 7-278" where the text has numbered just one before."""
        known = self._numbered.get(noun, {})
        return next((name for name, at in known.items() if at < position), None) if len(known) == 1 else None

    def is_person(self, name: str) -> bool:
        """Whether a name is a person's, as far as its words and the text's verbs tell."""
        if name not in self._judged:
            self._judged[name] = self._judge(name)
        return self._judged[name] == "person"

    def could_be_person(self, name: str) -> bool:
        """Whether nothing says that a name is no person's: two to four capitalised words, none of institutions."""
        return self.is_person(name) or self._judged[name] == "perhaps"

    def is_located(self, name: str) -> bool:
        """Whether the text says that something is in, into or near it."""
        return self._located[fold(name)] > 0

    def is_unlocated(self, name: str) -> bool:
        """Whether a name of one word may be somebody's: nothing is "in" it, and it is no people, no participle."""
        return not self._located[fold(name)] and name not in DEMONYMS and not name.endswith("ing")

    def calls_people(self, name: str) -> bool:
        """Whether somebody named in full in the text may go by a short name."""
        return bool(self._people_called(name, True))

    def may_be_lone_person(self, name: str) -> bool:
        """Whether a name of one word does what people do somewhere in the text, or is a given name."""
        if " " in name or not self.is_unlocated(name):
            return False
        return self._speakers[fold(name)] > 0 or name.lower() in GIVEN_NAMES

    def _judge(self, name: str) -> Literal["person", "perhaps", "no"]:
        words = name.replace(".", "").lower().split()
        if name in DEMONYMS:
            return "no"  # "the Roman emperor": no Roman by name
        if not words or not NOT_PEOPLE.isdisjoint(words) or " of " in name or any(c.isdigit() for c in name):
            return "no"
        if (
            words[0] in COURTESY_TITLES
            or (len(words) > 1 and words[0] in RANK_TITLES)
            or gender_of(name) is not None
        ):
            return "person"
        if len(words) == 1:
            key = fold(name)
            return "person" if self._speakers[key] > 2 * self._located[key] and name not in DEMONYMS else "no"
        if fold(name) in self._people:
            return "person"
        speaks = self._speakers[fold(words[-1])] or self._speakers[fold(words[0])]
        return "no" if len(words) > 4 else "person" if speaks else "perhaps"
