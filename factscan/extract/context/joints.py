"""Names that small words join, which a run of capitals does not show: "Bridge to Nowhere", "Once Upon a Time"."""

import re
from collections.abc import Iterator, Sequence

from factscan.extract.context.topic_data import PERSON_NOUNS, WORK_NOUNS
from factscan.extract.syntax.noun_data import DEMONYMS
from factscan.extract.text.names_data import NOBLE_TITLES, RANK_TITLES, ROLES

_BODY = """institute institutes center centers centre centres society association council committee commission
    campaign agency office department ministry organization organisation alliance coalition academy board bureau
    union movement congress network fund federation consortium group forum directorate laboratory"""
_BODIES = frozenset(_BODY.split())
_OF_PLACES = frozenset({"of", "von", "zu", "de", "van"})
# what names go on with a preposition after; "to" only where nothing but the noun stands before it
_GO_ON: dict[str, frozenset[str]] = {
    "for": frozenset(
        f"""{_BODY} foundation trust endowment partnership initiative hospital school college convention treaty asylum
        home""".split()
    ),
    "on": frozenset(
        "committee subcommittee commission council conference convention symposium panel".split()
    ),
    "to": frozenset(
        "bridge road journey guide introduction voyage stairway ode homage hymn path footnote prelude farewell".split()
    ),
    "against": frozenset("campaign coalition union movement convention alliance committee".split()),
}
_JOINT = re.compile(r" (for|on|to|against) (?:the )?")
_AND = re.compile(r",? (?:and|&) (?:the )?")
# what bodies deal with: "and" before it goes on with the name of one
_FIELDS = frozenset(
    """science sciences arts culture education health technology technologies commerce industry trade agriculture
    fisheries forestry prevention development research training labour labor welfare security defence defense affairs
    relations innovation skills tourism sport sports finance economics planning transport transportation energy
    environment communication communications information media design engineering medicine surgery music drama dance
    literature letters history archaeology heritage genealogy heraldry humanities politics policy administration
    management business employment housing construction infrastructure services protection control evaluation
    statistics ethics religion philosophy psychology psychiatry neurology physiology biology chemistry physics
    mathematics geography geology mining water resources wildlife recreation youth families rights democracy peace
    cooperation exploration utilities excellence manufactures regulation rehabilitation immunology oncology toxicology
    nutrition revenue judiciary taxation appropriations means safety veterans facilities government recovery
    refugees""".split()
)
_WORKS = WORK_NOUNS | {
    "satire",
    "comedy",
    "tragedy",
    "drama",
    "ballad",
    "essay",
    "treatise",
    "tale",
    "musical",
}
_OFFICES = PERSON_NOUNS | RANK_TITLES | ROLES | {"ceo", "chair", "minister", "scientist"}
_NO_NAME_BEGINS = re.compile(
    r"\w+ing\b|(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b"
)

# words that only a title writes with a capital inside
_IN_TITLES = re.compile(
    r"(?<=[\w’'] )(?:Upon|Around|Like|Do|Does|Did|Is|Are|Was|Were|Be|Been|Have|Has|My|Your|Our|Their|Not|Against|Into"
    r"|Without|Within|With|From|Through|Behind|Beyond|Between|Who|That|When|What|How|Why|Me|You|Us|Him|Them|It|We|They|Can|Will|Would|Should)\b"
)
_TITLE_JOINT = re.compile(
    r" (?:in|on|at|to|for|with|without|under|over|from|behind|beyond|by|against|into|among) (?:(?:the|an?) )?"
)
_WORK_AFTER = re.compile(
    rf",? (?:is |was )?(?:an?|his|her) (?:[\w-]+ ){{0,3}}(?:{'|'.join(sorted(_WORKS))})\b"
)
_YEAR_AFTER = re.compile(r",? \(\d{4}\)")
_TWO_STREETS = re.compile(
    r" (?:and|or|&) (?:[A-Z][\w’'-]* ){1,3}"
    r"(?:Streets|Avenues|Roads|Rivers|Creeks|Lakes|Counties|Universities|Colleges|Islands|Mountains|Parishes|Townships)\b"
)

_BEFORE = re.compile(
    r"(?:[^\W\d_a-z][\w’'–-]* (?:in|to|for) |(?:(?:[^\W\d_a-z][\w’'–-]*|\d+|&|of|the|a|an) ){1,8})\Z"
)
_AFTER = re.compile(
    r"(?:['’][a-z]+)?(?: (?:(?:of|the|a|an|to) ){0,2}[^\W_a-z][\w’'–-]*"
    r"| (?:in|on|at|for|from|with|and|or) (?=(?:My|Your|Our|Their|His|Her|Me|You|Us|Him|Them|It)\b)[\w’'–-]+){0,8}[!?]?"
)
_PERHAPS = re.compile(r" (?:in|on|at|for|from|with|and|or) (?:(?:the|a|an) )?[A-Z]")
_SMALL = frozenset("of the a an &".split())
_LONGEST = 100  # characters of a title on either side

_WORK_BEFORE = re.compile(
    rf"\b(?:work|{'|'.join(sorted(WORK_NOUNS))})s?,? (?:(?:called|titled|entitled) )?(?:The )?\Z"
)
_TITLE_GOES_ON = re.compile(
    r" (?:(?:in|on|at|to|for|with|under|over|from|behind|beyond|by) (?:the|a|an)|and the|or|of(?: the)?) [A-Z]"
)
_LONE_GOES_ON = re.compile(
    r" (?:the|a|an|as|from|to|for|with|against|under|over|beyond|behind|without|and) [A-Z]"
)
_DATED_TITLE = re.compile(
    r" (?:in|on|at|to|for|with|under|over|from|behind|beyond|against) (?:(?:the|an?) )?"
    r"[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3} \((?:\d{4}\)|later|also)"
)
"""After "Soul" in "Soul on Top (1970)": what a year is put to is a whole title."""


def joined_names(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The names made of neighbouring runs: "Bridge to Nowhere", "Centers for Disease Control and Prevention"."""
    at = 0
    while at + 1 < len(spans):
        last = _joined_to(text, spans, at)
        if last > at:
            yield _without_office(text, *spans[at]), spans[last][1]
        at = last + 1


def _is_title(text: str, spans: Sequence[tuple[int, int]], at: int) -> bool:
    """Whether two runs are one title: "Ten Winters in Norway, a comedy", "Berg's Harlan at the Gate (1973)"."""
    (start, end), (begin, stop) = spans[at], spans[at + 1]
    if _TITLE_JOINT.fullmatch(text, end, begin) is None:
        return False
    owned = text.startswith(("'s ", "’s "), max(start - 3, 0))
    return _WORK_AFTER.match(text, stop) is not None or (owned and _YEAR_AFTER.match(text, stop) is not None)


def _is_of_two_places(text: str, spans: Sequence[tuple[int, int]], at: int, words: list[str]) -> bool:
    """Whether a noble name goes on with a second place: "Count Karl of Lund and Malmo (1805–1870)"."""
    start, end = spans[at]
    begin, stop = spans[at + 1]
    if not text.startswith(" (", stop) or text[end:begin] != " and " or " " in text[begin:stop]:
        return False
    before = text[max(start - 16, 0) : start].lower().split()
    titled = words[0] in NOBLE_TITLES or (bool(before) and before[-1] in NOBLE_TITLES)
    return titled and not _OF_PLACES.isdisjoint(words)


def _without_office(text: str, start: int, end: int) -> int:
    """Where the name begins in a run that an office opens: "Director of the National Center"."""
    office, of, _ = text[start:end].partition(" of ")
    if not of or _OFFICES.isdisjoint(office.lower().split()):
        return start
    begin = start + len(office) + len(of)
    return begin + 4 * text.startswith("the ", begin)


def _joined_to(text: str, spans: Sequence[tuple[int, int]], at: int) -> int:
    """The last of the runs that are one name with the run ``at``."""
    start, end = spans[at]
    words = text[start:end].lower().split()
    if _is_title(text, spans, at):
        return at + 1
    joint = _JOINT.fullmatch(text, end, spans[at + 1][0])
    if joint is None:
        if _is_of_two_places(text, spans, at, words):
            return at + 1
        return max(_last_field(text, spans, at), at) if "of" in words and words[0] in _BODIES else at
    going = words[-1] in _GO_ON[joint[1]] and (joint[1] != "to" or len(words) == 1)
    field = text[slice(*spans[at + 1])]
    if not going or field in DEMONYMS or (_NO_NAME_BEGINS.match(field) and field.lower() not in _FIELDS):
        return at  # "the School for German refugees", "the Board on Monday"
    return max(_last_field(text, spans, at + 1), at)


def _last_field(text: str, spans: Sequence[tuple[int, int]], at: int) -> int:
    """The last of the fields of a body, of which the run ``at`` names the first; -1 where that cannot be told."""
    last = at
    while last + 1 < len(spans):
        begin, end = spans[last + 1]
        gap = text[spans[last][1] : begin]
        words = text[begin:end].lower().split()
        is_field = words[-1] in _FIELDS
        if _AND.fullmatch(gap):
            return last + 1 if is_field else at if words[0] in _BODIES or words[-1] in _BODIES else -1
        if gap != ", " or not is_field:
            break
        last += 1
    return at


def titles(text: str) -> Iterator[tuple[int, int, bool]]:
    """The titles of works in a text that their capitals give away, and whether they may go on where they end."""
    done = 0
    for match in _IN_TITLES.finditer(text):
        if match.start() < done:
            continue
        low = max(done, match.start() - _LONGEST)
        before = _BEFORE.search(text[low : match.start()])
        if before is None:
            continue
        words = before.group().split()
        while words and words[0] in _SMALL:
            del words[0]
        if words:
            words = words[_date_ends(words) :]
        start = match.start() - len(" ".join(words)) - 1
        if not words or not _inside_sentence(text, start):
            continue
        after = _AFTER.match(text, match.end(), match.end() + _LONGEST)
        done = after.end() if after else match.end()
        yield start, done, _PERHAPS.match(text, done) is not None


def _date_ends(words: Sequence[str]) -> int:
    """How many words a date before a name takes: "In May 2011 Nurses Without Walls"."""
    years = (
        k for k in range(1, len(words) - 1) if words[k].isdigit() and _NO_NAME_BEGINS.match(words[k - 1])
    )
    return next(years, -1) + 1


def _inside_sentence(text: str, start: int) -> bool:
    """Whether words stand before in the sentence, and nothing that shows a heading or speech."""
    if start < 2 or text[start - 1] != " ":
        return False
    before = text[start - 2]
    return before.islower() or before.isdigit() or before in ",;–—"


def goes_on(text: str, start: int, end: int) -> bool:
    """Whether a name may go on behind its capitals: "the film Ghost in the Shell", "West Elm and Oak Streets"."""
    if _TWO_STREETS.match(text, end) or _DATED_TITLE.match(text, end):
        return True
    lone = " " not in text[start:end]
    if _TITLE_GOES_ON.match(text, end) is None and not (lone and _LONE_GOES_ON.match(text, end)):
        return False
    return _WORK_BEFORE.search(text, max(0, start - 40), start) is not None
