"""The text that the parser reads: brackets left out, names that confuse it replaced by a plain one.

Every token of what was read is mapped back to the characters of the sentence, so that nothing below sees the
difference. Facts of the brackets themselves are read from the sentence as it stands.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

STAND_IN = "Smith"
_DAY_STAND_IN = "Monday"
_QUOTE = '"'
_MAX_NAME = 150
_MIN_WORD = 4
_BRACKET = re.compile(r"\s?[(\[]([^()\[\]]{0,200})[)\]]")
# a bracket that begins so gives dates, another language or another name
_ASIDE = re.compile(
    r"(?:born|b\.|died|d\.|c\.|ca\.|circa|r\.|fl\.|né|née)(?!\w)|[A-Z][a-z]+(?:\s[A-Z][a-z]+)?:"
    r"|(?:also|formerly|previously|originally|occasionally|sometimes|commonly|often|or|aka|abbreviated|now)\b(?!.*\b(?:which|who|that)\b)"
)
# names of which "and" is a part
_JOINED = re.compile(
    r"\b(?:Trinidad and Tobago|Bosnia and Herzegovina|Antigua and Barbuda|Saint Kitts and Nevis"
    r"|Newfoundland and Labrador|Tyne and Wear|S[ãa]o Tom[ée] and Pr[íi]ncipe|Saint Vincent and the Grenadines"
    r"|Jammu and Kashmir|(?:Turks and Caicos|Andaman and Nicobar)(?: Islands)?"
    r"|[A-Z]\w+(?: [A-Z]\w+)? & (?!Chief|Vice|Co\b)[A-Z]\w+(?: [A-Z]\w+)?|[A-Z]\w* ?[A-Z]&[A-Z]\b)"
)
_LEGAL = re.compile(
    r"\b(?:(?:D\.C\.\s)?(?:Law|Act|Bill|Resolution|Public\sLaw|Order)\s(?:No\.\s)?[A-Z]{0,2}\d[\w-]*"
    r"|D\.C\.\s(?:Official\s)?Code\s§+\s?[\w.-]+(?:\(\w+\))*|[Ss]ections?\s\d[\w.-]*(?:\(\w+\))*|PEP\s\d+)"
)
_NUMBER = re.compile(r"[\d§]")  # in all of these
_QUOTED_TITLE = re.compile(r"[\"“]([^\"“”]{2,200})[\"”]")
# "X, also known as Y or Z, is …"
ALIAS_ASIDE = re.compile(
    r",\s((?:(?:also|formerly|previously|originally|sometimes|commonly|better|often|locally|once|now|variously"
    r"|occasionally|frequently|usually|generally|popularly|informally|colloquially|alternatively|simply|historically)\s)+"
    r"(?:known|called|spelled|spelt|written|referred\sto|titled|named|abbreviated|rendered|transliterated)"
    r"\s[^()]{2,120}?),(?=\s(?:\(|(?:is|was|are|were|has|had|an?|the)\s))"
)
_ASIDE_WORDS = frozenset("and or of the in de e".split())
# quotation marks as typewriters and treebanks write them
_OLD_QUOTES = re.compile(r"``|''")
_SMALL = frozenset(
    """a an the of in on and for to at by with from as & or de la le les du des di da do del della el los las y e et und
    von der""".split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the parser reads, and where its pieces come from: ``text[cuts[k]:cuts[k+1]]`` lies at ``origins[k]``."""

    text: str
    cuts: list[int]
    origins: list[tuple[int, int]]

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the sentence that a token of the reading stands for."""
        k = bisect_right(self.cuts, start) - 1
        first, last = self.origins[k]
        if last - first != (self.cuts[k + 1] if k + 1 < len(self.cuts) else len(self.text)) - self.cuts[k]:
            return first, last
        return first + start - self.cuts[k], first + end - self.cuts[k]


def reading(sentence: str, masked: re.Pattern[str] | None, dates: list[tuple[int, int, str]]) -> Reading:
    """The sentence as the parser is to read it.

    ``masked`` finds names of the document that are hard to parse, ``dates`` are the dates of the sentence.
    """
    spans = [(start, end, _DAY_STAND_IN) for start, end, iso in dates if len(iso) == 10 and iso[4] == "-"]
    spans += [(m.start(), m.end() - 1, "") for m in ALIAS_ASIDE.finditer(sentence)]
    spans += [(m.start(), m.end(), _QUOTE) for m in _OLD_QUOTES.finditer(sentence)]
    patterns = [masked] if masked is not None else []
    if _NUMBER.search(sentence):
        patterns.append(_LEGAL)
    if " and " in sentence or "&" in sentence:
        patterns.append(_JOINED)
    for pattern in patterns:
        spans += [(m.start(), m.end(), STAND_IN) for m in pattern.finditer(sentence)]
    for match in _QUOTED_TITLE.finditer(sentence):
        if is_title_like(match[1]):
            spans.append((match.start(), match.end(), STAND_IN))
    if "(" in sentence or "[" in sentence:
        for match in _BRACKET.finditer(sentence):
            if _is_aside(match[1].strip()):
                spans.append((match.start(), match.end(), ""))
    if not spans:
        return Reading(sentence, [0], [(0, len(sentence))])
    pieces: list[str] = []
    cuts: list[int] = []
    origins: list[tuple[int, int]] = []
    at = length = 0
    for start, end, instead in sorted(spans):
        if start < at:
            continue
        for piece, origin in ((sentence[at:start], (at, start)), (instead, (start, end))):
            if piece:
                pieces.append(piece)
                cuts.append(length)
                origins.append(origin)
                length += len(piece)
        at = end
    if at < len(sentence) or not pieces:
        pieces.append(sentence[at:])
        cuts.append(length)
        origins.append((at, len(sentence)))
    return Reading("".join(pieces), cuts, origins)


def _is_aside(inner: str) -> bool:
    """Whether a bracket is no part of the sentence: nothing, numbers, dates, names, references."""
    if _ASIDE.match(inner):
        return True
    words = [w.strip(".,;:'\"“”‘’-–—") for w in inner.split()]
    return all(not w or not w[0].islower() or w in _ASIDE_WORDS for w in words)


def is_title_like(words: str) -> bool:
    """Whether what stands in quotation marks is a title or a nickname: capitals on all but the small words."""
    parts = [w for w in re.split(r"[\s—–-]+", words.strip(" ,.;:!?")) if w]
    big = [w for w in parts if w.lower() not in _SMALL]
    return 0 < len(parts) <= 30 and bool(big) and all(w[:1].isupper() or w[:1].isdigit() for w in big)


def hard_name(*names: str) -> re.Pattern[str] | None:
    """A pattern for the names of the topic, which parsers break ("Change Will Come was …") or take for a verb.

    A single word counts at the beginning of a sentence only, where its capital tells the parser nothing.
    """
    hard = [name for name in names if name and len(name) <= _MAX_NAME]
    several = sorted((name for name in hard if " " in name), key=len, reverse=True)
    single = [n for n in hard if " " not in n and len(n) >= _MIN_WORD and n[0].isupper() and n.isalpha()]
    patterns = []
    if several:
        patterns.append(rf"(?<!\w)(?:[Tt]he )?(?i:{'|'.join(map(re.escape, several))})(?!\w)")
    if single:
        patterns.append(rf"\A(?:{'|'.join(single)})(?=['’]s\s|\s[a-z]|,\san?\s)")
    return re.compile("|".join(patterns)) if patterns else None
