"""Every way in which a name may be written in a text: runs of capitalised words and numbers, joined by short words.

A cheap net and not a judgement: what a parse and the context make of a text is among these candidates, and much else.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factscan.extract.syntax.noun_data import DEMONYMS
from factscan.extract.text.abbreviations_data import STARTERS
from factscan.extract.text.acronyms import long_form
from factscan.extract.text.names_data import NAMELESS

_WORD = (
    r"(?:(?:[A-Z]\.){2,4}|[A-Z]\.(?=[ ]?[A-Z\d])"
    r"|(?:St|Dr|Mr|Mrs|Ms|Mt|No|Jr|Gen|Col|Rev|Prof|Capt|Lt|Ft)\.(?=[ ][A-Z\d])"
    r"|(?:[^\W_a-zß-öø-ÿ]|[a-z]{1,2}(?=[A-Z]))(?:[^\W_]|[’'.&–/_-](?=\w))*)"
)
_RUN = re.compile(rf"(?<![\w’'-]){_WORD}(?: {_WORD})*")
_GAP = re.compile(
    r"[ ]?['’][ ]"
    r"|['’]?[ ](?:(?:of|and|in|for|on|to|at|of and)(?: the)?|the|de(?: l[ao]s?)?|l[aes]s?|van(?: de[rn])?|von|der|den"
    r"|di|da|do|das|del|dos|du|des|bin|ibn|al|el|with|from|by|or|a|y|e|i|et|und|og|&|v\.|vs\.?|zu|am)[ ]['’]?"
    r"|,[ ](?=Jr|Sr|LLC|Inc|Ltd)|-[ ]|[ ]?[\"“”][ ]?"
)
_LONGEST_GAP = 10
_JOINED = 5  # runs at most
_QUOTED = re.compile(r"[\"“]([^\"“”\n]{2,80})[\"”]|(?<!\w)[‘']([A-Z][^‘’'\n]{2,80})[’']")
_PARTS = re.compile(r"[-/–]")
_OWNED = re.compile(r"['’]s[ ]")
_KIND_AFTER = re.compile(r"[ ](?:gene|syndrome|disease|virus|protein|disorder)\b")
_CAPITAL = re.compile(r"[^\W\d_a-zß-öø-ÿ]")
_ACRONYM = re.compile(r"[ ]\((?:or[ ])?[\"“]?([A-Z][A-Za-z&.-]{1,9}?)s?[\"”]?[;,)]")
_LONGEST_FORM = 120
_MONTHS = frozenset(
    """january february march april may june july august september october november december monday tuesday wednesday
    thursday friday saturday sunday""".split()
)
_NO_NAMES = frozenset(word.lower() for word in STARTERS) | NAMELESS | _MONTHS
_BEFORE = STARTERS | DEMONYMS
_DATE = re.compile(
    r"(?:(?:On|In|By|Since|Until) )?(?:\d{1,2} )?(?:[A-Z][a-z]+ )?(?:\d{1,2} )?\d{4} (?=[A-Z])"
)


@dataclass(frozen=True, slots=True)
class WrittenName:
    """A name that may be meant, the place of its sentence and where in the text it begins.

    ``run``: a whole run of capitals; ``quoted``: it stands in quotation marks.
    """

    text: str
    place: int
    start: int
    run: bool = False
    quoted: bool = False


def written_names(text: str, starts: Sequence[int]) -> Iterator[WrittenName]:
    """All candidates of a text whose sentences begin at ``starts``."""
    runs = [match.span() for match in _RUN.finditer(text)]
    last = len(runs)
    for number, (start, end) in enumerate(runs):
        place = bisect_right(starts, start) - 1
        run = text[start:end]
        begins = place >= 0 and start - starts[place] < 3
        for name, whole in _within(run, begins):
            if whole or may_be_name(name):
                yield WrittenName(name, place, start, whole)
        kind = _KIND_AFTER.match(text, end)
        if kind:
            yield WrittenName(text[start : kind.end()], place, start)
        for following in range(number + 1, min(number + _JOINED, last)):
            gap = text[end : runs[following][0]]
            if len(gap) > _LONGEST_GAP or not _GAP.fullmatch(gap):
                break
            end = runs[following][1]
            name = text[start:end]
            if may_be_name(name):
                yield WrittenName(name, place, start)
    for match in _ACRONYM.finditer(text):
        before = max(match.start() - _LONGEST_FORM, 0)
        at = long_form(match[1], text[before : match.start()])
        if at >= 0:
            place = bisect_right(starts, before + at) - 1
            yield WrittenName(text[before + at : match.start()], place, before + at)
    for match in _QUOTED.finditer(text):
        place = bisect_right(starts, match.start()) - 1
        yield WrittenName(match[1] or match[2], place, match.start(), quoted=True)


def may_be_name(name: str) -> bool:
    """Whether it has a capital, and is no word that only begins a sentence."""
    if " " not in name and (len(name) < 2 or name.lower() in _NO_NAMES or name in DEMONYMS):
        return False
    return _CAPITAL.search(name) is not None


def _within(run: str, begins: bool) -> Iterator[tuple[str, bool]]:
    """A run, and what is left of it without the words that may be none of the name; whether it is as good as whole."""
    words = run.split(" ")
    started = begins and len(words) > 1 and words[0] in STARTERS and words[0] != "The"
    if not started:
        yield run, True
    if len(words) > 1:
        if begins or words[0] in _BEFORE or not words[0].isalpha():
            yield run[len(words[0]) + 1 :], started
        if len(words) > 2:
            yield run[len(words[0]) + len(words[1]) + 2 :], False
        if not words[-1].isalpha():
            yield run[: -len(words[-1]) - 1], False
        if dated := _DATE.match(run):
            yield run[dated.end() :], True
    if "-" in run or "/" in run or "–" in run:
        yield from ((part, False) for part in _PARTS.split(run))
    if owned := _OWNED.search(run):
        yield run[: owned.start()], False
        yield run[owned.end() :], False
