"""The names by which a text calls its topic: short forms, acronyms, aliases; all folded."""

import re
from collections.abc import Iterator

from factscan.extract.context.definition import Definition
from factscan.extract.context.proper_names import NAME_PATTERN
from factscan.extract.text.names import fold

_ALIAS = re.compile(r"(?:also (?:known as|called) )(?P<long>.+)|(?P<short>[A-Z][A-Z0-9-]{1,7})")
_ENDS = r"(?=[\"”]?(?:\Z|[),;.]|\s(?:is|was|and|or)\b))"
_KNOWN_AS = re.compile(
    r"\b(?:known|credited|billed)\s(?:\w+\s){0,3}?(?:as|by\shis\s\w+\sname|by\sher\s\w+\sname)"
    rf"\s[\"“]?({NAME_PATTERN}){_ENDS}"
    rf"|\b(?:pen|stage|ring|birth|religious|professional)\sname\s[\"“]?({NAME_PATTERN}){_ENDS}"
)
_ACRONYM = re.compile(r"\(([A-Z][A-Za-z0-9&.-]{1,9})[;,)]")
_REGNAL = re.compile(r"(?:(?:Pope|King|Queen|Emperor|Empress|Prince|Patriarch|Tsar|Sultan) )?(\w+) [IVX]+")
_SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_BEFORE_PLACES = frozenset({"Lake", "Mount", "River", "Loch", "Camp"})
_TELLING = frozenset(
    """north south east west northern southern eastern western central new old great greater little lesser upper lower
    inner outer saint san santa first second third royal national international grand""".split()
)
"""First words without which a name is another one: "New York", "South Pacific Ocean"."""


def name_forms(name: str, person: bool, definition: Definition | None, text: str) -> Iterator[str]:
    """The folded forms of a topic's name that mean it."""
    yield fold(name)
    yield from _of_person(name, text) if person else _of_thing(name, text)
    if definition is None:
        return
    subject = fold(definition.subject)
    if 0 < len(subject.split()) <= 8:
        yield subject
        if person:
            yield from _endings(subject.split())
    for alias in _KNOWN_AS.finditer(definition.opening):
        known_as = alias[1] or alias[2]
        yield fold(known_as)
        if person:
            yield fold(known_as.rsplit(" ", 1)[-1])
    acronym = _ACRONYM.search(definition.opening)
    if acronym and not person and acronym[1][0].lower() == name.removeprefix("The ")[0].lower():
        yield fold(acronym[1])


def bracket_forms(bracket: str) -> Iterator[str]:
    """Another name in the brackets of a title: "Tuberculosis (TB)", "Ascariasis (also known as Roundworm)"."""
    alias = _ALIAS.fullmatch(bracket)
    if alias:
        yield fold(alias["long"] or alias["short"])


def _of_person(name: str, text: str) -> Iterator[str]:
    numbered = _REGNAL.fullmatch(name)
    if numbered:
        yield fold(numbered[1])  # "Urban" for "Pope Urban I"
    words = [w for w in name.split() if w.lower() not in _SUFFIXES]
    if len(words) < 2:
        return
    yield from (fold(words[-1]), fold(" ".join(words)), fold(f"{words[0]} {words[-1]}"))
    yield from _endings([fold(w) for w in words])
    if _used_alone(words[0], text):
        yield fold(words[0])


def _of_thing(name: str, text: str) -> Iterator[str]:
    words = name.split()
    written = "".join(w[0] for w in words)
    if (
        written[0].isupper()
        and len(written) > 2
        and not written.isupper()
        and re.search(rf"\b{re.escape(written)}\b", text)
    ):
        yield fold(written)  # "BoL" for "Bank of Lund"
    if sum(w[0].isupper() for w in words) > 2:
        yield from _acronyms(words, text)
    elif len(words) > 2 and name[1:].islower():
        initials = "".join(w[0] for w in words).upper()
        if re.search(rf"\b{re.escape(initials)}\b", text):
            yield fold(initials)
    if (
        len(words) > 1
        and words[0] in _BEFORE_PLACES
        and re.search(rf"(?<=[a-z,] ){re.escape(' '.join(words[1:]))}\b", text)
    ):
        yield fold(" ".join(words[1:]))
    for word in words:
        if len(word) > 2 and any(c.isdigit() for c in word) and any(c.isupper() for c in word):
            yield fold(word)  # "JB-3" of "Hughes JB-3 Tiamat"
    head = text[:400]
    bracketed = f"({name}" in head and re.match(
        rf"(?:The |An? )?({NAME_PATTERN})\s\({re.escape(name)}[;,)]", head
    )
    if bracketed:
        yield fold(bracketed[1])
    short = words[1:]
    if (
        len(short) > 1
        and words[0].lower() not in _TELLING
        and all(w[0].isupper() for w in (words[0], short[0], short[-1]))
    ):
        yield fold(" ".join(short))


def _endings(words: list[str]) -> Iterator[str]:
    """The last two words of a name and more, and the first two and more."""
    for cut in range(1, len(words) - 1):
        yield " ".join(words[cut:])
        yield " ".join(words[: cut + 1])


def _acronyms(words: list[str], text: str) -> Iterator[str]:
    """The initials of the name, or of its first or last words, where the text has them: "FRC West", "Real IRA"."""
    for count in range(2, len(words) + 1):
        for apart, before, after in (
            (words[:count], [], words[count:]),
            (words[-count:], words[:-count], []),
        ):
            initials = "".join(w[0] for w in apart if w[0].isupper())
            short = " ".join([*before, initials, *after])
            long_enough = len(initials) > 1 and (len(initials) > 2 or count < len(words))
            if long_enough and short in text and re.search(rf"\b{re.escape(short)}\b", text):
                yield fold(short)


def _used_alone(word: str, text: str) -> bool:
    """Whether the text calls a person by the first word of the name: no other capitalised word on either side."""
    return word in text and (
        len(
            re.findall(
                rf"(?<![A-Z]\w)(?<!\w\w[A-Z] )(?<=[a-z,.] ){re.escape(word)}(?:'s|’s)?(?=[ ,.;](?![A-Z]))",
                text,
            )
        )
        > 1
    )
