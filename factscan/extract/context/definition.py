"""The sentence that says what a document is about, and the nouns it says it with: "X is a village and parish in …"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from factscan.extract.context.definition_data import (
    ADJECTIVE_NOUNS,
    DIRECTIONS,
    KINDS,
    NUMBERS,
    OFFICES,
    STOPS,
)
from factscan.extract.context.proper_names import NAME_PATTERN
from factscan.extract.text.abbreviations_data import STARTERS
from factscan.extract.text.names import fold
from factscan.extract.text.plurals import singular

_OPENING = 4_000  # characters of the text in which the sentence is looked for
_SENTENCES = 12
_LONGEST = 700

_PARENTHESIS = re.compile(r"\s*\([^()]*(?:\([^()]*\)[^()]*)*\)")
_COPULA = re.compile(
    r",?\s(?:is|are|was|were|refers[ ]to|served[ ]as)\s"
    r"(?:(?:best|better|widely|well)?[ ]?known[ ]as[ ]|also[ ]|now[ ]|often[ ]|both[ ]"
    r"|[a-z]{3,12}ly[ ]|considered[ ](?:to[ ]be[ ])?)?"
    rf"(?:(?:an?|the|one[ ]of(?:[ ]the)?|any|two|three|four|several)\b\s+|(?={'|'.join(sorted(OFFICES))}\b))",
)
_SUBJECTLESS = re.compile(r"(?:is|was|are|were)\s(?:an?|the)\s")
_PLURAL = re.compile(r"\s(?:are|were)\s(?=[a-z-]+\s[a-z])")
_LIFE = re.compile(
    rf"(?P<lived>{NAME_PATTERN})\s?\((?=[^()]{{0,60}}\b(?:born|died|b\.|née?)\s|[^()]{{0,60}}\d{{3,4}}\s?[–—-])"
    rf"|(?P<born>{NAME_PATTERN})(?:,[^,]{{0,80}},)?\s(?:was|were)\sborn\b"
)
_WORD = re.compile(r"[^\W_](?:[\w'’.-]*\w)?|[,;:()—–]")
_ADJECTIVE = re.compile(r"(?:ly|ous|ive|ical|ian|ese|ish|able|ful|less|ary|ic|al)\Z")

_OWNED = re.compile(r"['’]s?\s[a-z]")
_ARTICLES = frozenset({"a", "an", "the"})
_NO_FIRST = STARTERS - {"The", "A", "An"}
_NO_NAMES = frozenset("It He She This There What That These I We You They Who Here One".split())


@dataclass(frozen=True, slots=True)
class Definition:
    """``subject`` as the sentence has it, ``opening``: it with its brackets, up to "is"; class nouns, their modifiers.

    ``generic``: it begins with "A" or "An", as the definition of a term does. ``start``: where it begins in the text.
    """

    subject: str
    opening: str
    classes: tuple[str, ...]
    modifiers: frozenset[str]
    generic: bool
    start: int


def find_definition(name: str, text: str, sentences: Sequence[tuple[int, int]]) -> Definition | None:
    """The first of the opening sentences that says what ``name`` is; without a name, the very first, if any."""
    wanted = fold(name).split() if name else []
    first = fold(name.split(", ", 1)[0]).split()
    term = name[1:] == name[1:].lower()
    for start, end in sentences[:_SENTENCES]:
        if start > _OPENING:
            break
        opening = text[start : min(end, start + _LONGEST)]
        definition = _read(opening, wanted, start) or (
            _read(opening, first, start) if first != wanted and wanted else None
        )
        definition = definition or _read_life(opening, wanted, start)
        if definition is not None and not (term and _is_wider(definition.subject, wanted)):
            return definition
        if not name and len(opening) > 60:
            return None
    return None


def _is_wider(subject: str, wanted: list[str]) -> bool:
    """Whether a term lacks words of the one wanted: "epidermolysis bullosa", of which the dystrophic one is a form."""
    return not set(wanted) <= {*fold(subject).split(), "plc"}


def _read(opening: str, wanted: list[str], start: int) -> Definition | None:
    bare = _PARENTHESIS.sub("", opening)
    if wanted and start == 0 and _SUBJECTLESS.match(bare):
        bare = f"{' '.join(wanted)} {bare}"  # the name was in markup, and is lost
    copula = _COPULA.search(bare, 1, 300) or _PLURAL.search(bare, 1, 160)
    if copula is None:
        return None
    before = bare[: copula.start()]
    subject = re.split(r",\s|\sor\s", before, maxsplit=1)[0].strip(" \"“”'‘’")
    if not _names(subject, wanted) and not _also_names(before, wanted, start):
        return None
    classes, modifiers = class_nouns(bare[copula.end() : copula.end() + 240])
    if not classes and wanted:
        return None
    generic = opening.startswith(("A ", "An "))
    said = opening.find(bare[copula.start() : copula.end()].strip(", "), len(subject))
    return Definition(subject, opening[: max(said, len(subject))], classes, modifiers, generic, start)


def _read_life(opening: str, wanted: list[str], start: int) -> Definition | None:
    """Somebody whose life is told without a word of what they are: "C. Folk (1930–2010) served", "A. Lio was born"."""
    match = _LIFE.match(opening)
    if match is None:
        return None
    subject = match["lived"] or match["born"]
    if not _names(subject, wanted) or (not wanted and " " not in subject):
        return None
    return Definition(subject, opening[: match.end() + 160], (), frozenset(), False, start)


def _names(subject: str, wanted: list[str]) -> bool:
    """Whether a subject is the thing wanted, in other words or with more of them; without one, whether it is a name."""
    words = fold(subject).split()
    if not wanted:
        written = [w for w in subject.split() if w.lower() not in {"the", "of", "de", "van", "von", "and"}]
        proper = all(w[0].isupper() for w in written) and not _NO_NAMES.intersection(written)
        proper = proper and subject.split(" ", 1)[0] not in _NO_FIRST and not written[0].endswith("ing")
        return proper and 1 <= len(written) <= 6 and not _OWNED.search(subject)
    if not words or (words[0] != wanted[0] and words[-1] != wanted[-1]):
        return False
    if words[: len(wanted)] == wanted:
        return len(words) <= len(wanted) + 12
    common = len(set(wanted).intersection(words))
    return common * 2 >= len(wanted) and len(words) <= len(wanted) + 4


def _also_names(before: str, wanted: list[str], start: int) -> bool:
    """Whether the first words of a text name the thing second: "T. Mathebula, known as Tweezy, is …"."""
    if not wanted:
        return False
    words = fold(before[:200]).split()
    return start < 200 and any(words[at : at + len(wanted)] == wanted for at in range(1, len(words)))


def class_nouns(phrase: str) -> tuple[tuple[str, ...], frozenset[str]]:
    """The head nouns of what follows "is a", over commas, "and" and "species of", and their modifiers."""
    heads: list[str] = []
    others: list[str] = []
    run: list[str] = []
    joined = False  # by "and" to what comes before
    for token in _WORD.findall(phrase)[:32]:
        word = token.lower()
        if word == "of" and run and singular(run[-1]) in KINDS:
            if run[-1] in {"species", "genus", "subspecies", "member"}:
                heads.append(run[-1])
            others += run[:-1]
            run = []
        elif word in (",", "and", "or"):
            if not run and word == ",":
                break
            joined = word != ","
            _close(run, heads, others, adjectives=True)
            run = []
        elif word in _ARTICLES and run:
            if run[-1].endswith("ing"):
                run.pop()  # "a company making a drug"
            break
        elif joined and heads and not run and word.endswith(("ed", "ly")):
            others.append(heads.pop())  # "a common and widely found rock"
        elif word in STOPS or (heads and not run and (word.endswith(("ed", "ly")) or word in NUMBERS)):
            break
        else:
            run.append(word)
            joined = False
    _close(run, heads, others, adjectives=False)
    return tuple(dict.fromkeys(singular(h) for h in heads)), frozenset(others) - {"a", "an", "the"} - NUMBERS


def _close(run: list[str], heads: list[str], others: list[str], *, adjectives: bool) -> None:
    """The last noun of a run is a head: participles at its end and, before a comma, adjectives are not."""
    if not run:
        return
    words = [w for w in run if w not in ("a", "an", "the")]
    while len(words) > 1 and (
        words[-1] in DIRECTIONS or (words[-1].endswith(("ed", "ly")) and words[-1] not in ADJECTIVE_NOUNS)
    ):
        words.pop()
    if not words:
        return
    if adjectives and _ADJECTIVE.search(words[-1]) and words[-1] not in ADJECTIVE_NOUNS:
        others += words
        return
    heads.append(words[-1])
    others += words[:-1]
