"""What a title says: a name and its disambiguator, a number and its heading, or nothing."""

import re

_LONGEST = 200

_LAW = re.compile(
    r"(?P<number>(?:D\.C\.|Public|Pub\. L\.|P\.L\.)[ ](?:Law|Act"
    r"|No\.)?[ ]?(?:No\.[ ])?\d+[-–]\d+)\.?[ ]*(?P<name>.*)\Z",
    re.DOTALL,
)
_NUMBERED = re.compile(
    r"(?P<number>(?:PEP|RFC|ISO(?:/IEC)?|IEEE|JEP|JSR|BIP|EIP|XEP|KEP"
    r"|DEP)[ ]\d[\d.:-]*?)\s*(?:[:–—-]\s+(?P<name>.*))?\Z",
    re.DOTALL,
)
_QUESTION = re.compile(
    r"(?:What|Who|How many people|How)[ ](?:is|are|was|were|causes|to diagnose)(?:[ ]\(are\))?[ ]"
    r"(?:(?:the[ ])?(?:symptoms|causes|treatments|signs|genetic changes)[ ](?:of|for"
    r"|related to)[ ])?(?P<name>[^?]{2,100}?)\s*\?+\Z"
)
_ROMAN = r"(?-i:(?=[IVXLC])C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3}))"
_COUNT = (
    r"(?:[\divxlc]+\b|the[ ]\w+\b|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|first|second"
    r"|third|last)\b)"
)
# A part of a larger work: what it is about, its first sentence does not say.
_SECTION = re.compile(
    rf"(?:{_ROMAN}\.?|\d{{1,3}}(?:[.,:/-]\d+)*\.?"
    rf"|(?:the[ ])?(?:chapter|part|book|act|scene|canto|stave|letter|lesson|lecture"
    rf"|volume|section|appendix|page)[ ]{_COUNT}.*)\Z",
    re.IGNORECASE | re.DOTALL,
)
_NOTHING = re.compile(
    r"(?:\W*|[\d.,:/ -]*[.,:/ -][\d.,:/ -]*|(?:https?:|www\.|/).*"
    r"|(?:the[ ])?(?:lists?|index|outline|timeline|table|category|template|portal|glossary|bibliography"
    r"|discography|filmography|comparison)[ ]of\b.*"
    r"|(?:list|category|template|portal|help|file|user|talk|wikipedia|draft|module):.*"
    r"|introduction|preface|foreword|prologue|epilogue|contents|untitled|home(?:[ ]page)?|index|overview"
    r"|about(?:[ ]us)?|readme|abstract|summary"
    r"|conclusions?|notes?|references|appendix|acknowledge?ments?|dedication|document|article|page|text"
    r"|title|none|null|nan|n/a|unknown|chapter"
    r"|appendices|bibliography|glossary|table of contents|welcome|faq|news|blog|search|login|error|404.*"
    r"|frequently asked questions"
    r"|[^ ]*\.(?:txt|pdf|html?|docx?|rst|md|csv|tsv|jsonl?|xml|zip|gz|jpe?g|png|gif|py|tex|epub))\Z",
    re.IGNORECASE | re.DOTALL,
)
_SITE = re.compile(
    r"\s+(?:\|\s.*|[–—-]\s+(?:Wikipedia|Wiktionary|Wikisource|Britannica|IMDb|YouTube|BBC|The Guardian"
    r"|Stack Overflow|Simple English).*)\Z"
)
_CATEGORY = re.compile(r"[A-Z][a-z]+s[ ][–-][ ](?P<name>.+)\Z")  # "Parasites - Loiasis"
_BRACKETED = re.compile(r"\s*\(([^()]*)\)\s*\Z")
_QUOTES = ' "“”„«»'


def numbered_title(title: str) -> tuple[str, str] | None:
    """The number and the name of a law or specification: ("D.C. Law 22-6", "Defending …"), ("PEP 559", "…")."""
    if len(title) > 2 * _LONGEST:
        return None
    match = _LAW.match(title.strip()) or _NUMBERED.match(title.strip())
    return (match["number"].replace("–", "-"), (match["name"] or "").strip(" .")) if match else None


def is_numbered_law(number: str) -> bool:
    """Whether a number from ``numbered_title`` is a law's."""
    return _LAW.match(number) is not None


def is_section(title: str) -> bool:
    """Whether a title only numbers a part of a larger work ("XIII", "Chapter 4")."""
    return bool(title.strip()) and len(title) <= _LONGEST and _SECTION.match(title.strip()) is not None


def title_name(title: str) -> tuple[str, str]:
    """The name in a title and its disambiguator; no name if the title is a heading, a number, a file or a list."""
    title = " ".join((title if " " in title.strip() else title.replace("_", " ")).split())
    if len(title) > _LONGEST:
        return "", ""
    question = _QUESTION.match(title)
    title = question["name"] if question else _SITE.sub("", title)
    if is_section(title) or _NOTHING.match(title) or _is_sentence(title):
        return "", ""
    category = _CATEGORY.match(title)
    title = category["name"] if category else title
    bracket = _BRACKETED.search(title)
    name = title[: bracket.start()] if bracket and bracket.start() else title
    return name.strip(_QUOTES), bracket[1] if bracket else ""


def _is_sentence(title: str) -> bool:
    words = title.split()
    return len(words) > 14 or (
        len(words) > 5
        and title.endswith((".", "?", "!"))
        and sum(w[0].islower() for w in words) * 2 > len(words)
    )
