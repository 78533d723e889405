"""Prepositional phrases and bare dates of a verb: "moved to Oslo", "won the cup in 1921".

An oblique counts where it surely is the verb's and its relation reads like a question: of a verb with an object
only names, dates, quantities and roles, and only where the object can be named in the label ("win silver medal at").
"""

from collections.abc import Iterator

from factscan.extract.candidate import Candidate, Value
from factscan.extract.objects import date_value
from factscan.extract.rules.attachment import is_clause, is_gapped, unbroken
from factscan.extract.rules.belonging import (
    belongs_to_name,
    is_after_comma,
    is_close,
    leads_up,
    leaves_object,
    may_be_nouns,
    opens_period,
)
from factscan.extract.rules.carried import OBJECTLESS, is_made_so, is_taken_for
from factscan.extract.rules.complements import APPOINTING
from factscan.extract.rules.frames import NOMINAL, Frame, agents_of, is_open, objects_of
from factscan.extract.rules.labels import label_of_object, with_goal, with_retained
from factscan.extract.rules.predicates import classifier
from factscan.extract.rules.respectively import ordinal_labels, own_share
from factscan.extract.rules.verbs_data import (
    ACTING_VERBS,
    ADJUNCT_PREPOSITIONS,
    DEGREES,
    FOR_VERBS,
    GAINING,
    HEDGES,
    KIND_VERBS,
    LIGHT_VERBS,
    MAKING_VERBS,
    NAMING_VERBS,
    OF_VERBS,
    REGARDING_VERBS,
    SKIPPED_PREPOSITIONS,
    STARTING_VERBS,
    TIME_PREPOSITIONS,
)
from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.concepts import is_bare_definite, is_person
from factscan.extract.syntax.content import Content, content_of, counted_things
from factscan.extract.syntax.content_data import CIRCUMSTANCE_NOUNS
from factscan.extract.syntax.noun_data import ROLE_NOUNS, TAXA
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import coordinated_names, is_name, noun_phrase

_DATED = ("in", "on", "since", "from", "until", "during")
_WHERE = frozenset({"in", "at", "during", "for", "to", "until", "as"})
_CIRCUMSTANCES = CIRCUMSTANCE_NOUNS - {"manner", "way", "mode"}
_WHERE_IT_WAS = frozenset({"in", "on", "at", "during"})
_SITUATED = frozenset({"locate", "situate", "lie", "be"})
_OFFICES = frozenset({"serve as", "act as", "work as"})
_OWNING = frozenset({"own", "have", "belong", "possess"})
_LASTING = _OWNING | frozenset(
    "operate govern administer run manage lead control organize organise host use occupy coach head".split()
)
_NAMINGS = frozenset({"as", "for", "by", "to", "after", "from"})
_CIRCUMSTANTIAL = frozenset(
    {"", "in", "on", "at", "during", "by", "since", "until", "from", "after", "before"}
)
_AROUND = frozenset({"", "in", "at", "on", "as", "for", "with", "to", "from", "against", "of"})
_ENDS = frozenset("end beginning start turn height outbreak close middle".split())  # of a period
_MANNERS = frozenset(
    "attitude posture pose tone voice mood silence haste hurry rage anger despair whisper".split()
)
_TURNING = frozenset("turn head run continue curve bend veer".split())
_DIRECTIONS = ("north", "south", "east", "west", "left", "right")
_SPANS = frozenset({"since", "from", "until", "till", "to"})
_GOALS = frozenset({"in", "to", "with", "from", "into"})


def oblique_facts(frame: Frame) -> Iterator[Candidate]:
    """Facts of what the verb governs with a preposition, and of its dates."""
    analysis, parse = frame.analysis, frame.analysis.parse
    if parse.child(frame.verb, "ccomp") is not None:
        return  # "announced in May that …" is no event of its own
    if leaves_object(parse, frame.verb) and not frame.passive:
        return
    if opens_period(parse, frame.verb) or leads_up(parse, frame.verb):
        return
    objects = [] if frame.passive else objects_of(parse, frame.verb)
    phrases = _phrases(frame, objects)
    dated = {parse.case(p) for p in phrases if analysis.date_at(p) is not None}
    for child in phrases:
        if parse.case(child) in dated and analysis.date_at(child) is None and not _is_told(parse, child):
            continue  # "adopted on first reading on 2 May": the reading only says more of the date
        if may_be_nouns(analysis, child, phrases):
            continue
        if is_clause(parse, child):
            continue
        names = unbroken(parse, coordinated_names(parse, child))
        for date, label in ordinal_labels(frame, names):
            if (value := date_value(analysis, date)) is not None:
                yield frame.fact(f"be {label}" if frame.passive else label, label, value, date)
        for name in own_share(frame, names):
            if name != child and analysis.date_at(name) is not None and is_gapped(parse, child, name):
                break
            token = counted_things(parse, name) or name
            preposition = parse.case(name) or parse.case(child)
            for relation, target in _places_and_times(analysis, preposition, token):
                if _may_answer(frame, relation, target, objects):
                    yield from _oblique(frame, relation, child, target, objects)


def _is_told(parse: Parse, noun: int) -> bool:
    return is_name(parse, noun) or content_of(parse, noun, noun_phrase(parse, noun)) is Content.NAMED


def _phrases(frame: Frame, objects: list[int]) -> list[int]:
    """The prepositional phrases and bare dates of the verb, and what of those inside its objects is its."""
    analysis, verb = frame.analysis, frame.verb
    parse = analysis.parse
    agents = agents_of(parse, verb) if frame.passive else []
    own = [
        o
        for o in parse.under(verb, "obl", "obl:unmarked", "nmod")
        if o not in agents and o not in objects and not frame.lemma.endswith(parse.lower[o])
    ]
    if objects:
        inside = _inside_objects(parse, objects) if frame.lemma in LIGHT_VERBS else []
    else:
        acts = frame.lemma in ACTING_VERBS or frame.passive
        inside = [place for o in own if acts for place in _inside_places(analysis, o)]
    return [*own, *_dates_below(analysis, verb), *inside]


def _inside_places(analysis: Analysis, outer: int) -> list[int]:
    """Names inside a phrase that is where it happened too: "competed in six events at the Olympics"."""
    parse = analysis.parse
    if (
        is_name(parse, outer)
        or parse.case(outer) not in _AROUND
        or analysis.date_at(outer)
        or parse.child(outer, "nmod:poss", "acl", "acl:relcl")
    ):
        return []
    return [
        p
        for p in parse.under(outer, "nmod")
        if parse.case(p) in ("at", "in") and is_name(parse, p) and not analysis.date_at(p)
    ]


def _inside_objects(parse: Parse, objects: list[int]) -> list[int]:
    """Names inside the bare object of a light verb, which hang on both: "gave reports from Manila"."""
    return [
        p
        for noun in objects
        if not is_name(parse, noun) and parse.child(noun, "det", "amod", "nmod:poss") is None
        for p in parse.under(noun, "nmod")
        if parse.case(p) in ("from", "to", "in", "at", "against") and is_name(parse, p)
    ]


def _dates_below(analysis: Analysis, verb: int) -> list[int]:
    """Dates that the parser hung on an object or a place of the verb: "won the cup in 1921"."""
    parse = analysis.parse
    return [
        date
        for noun in parse.under(verb, "obj", "obl", "obl:agent")
        if analysis.date_at(noun) is None and (parse.labels[noun] != "obl:agent" or is_name(parse, noun))
        for date in parse.under(noun, "nmod", "nmod:unmarked")
        if analysis.date_at(date) is not None and parse.case(date) in _DATED
    ]


def _places_and_times(analysis: Analysis, preposition: str, token: int) -> Iterator[tuple[str, int | Value]]:
    """The preposition and the object it governs; a range of dates is a beginning and an end."""
    date = date_value(analysis, token)
    if " " in preposition:  # "at about the centre"
        first, _, hedge = preposition.partition(" ")
        preposition = first if hedge in HEDGES else preposition
    if date is None:
        if preposition and preposition not in SKIPPED_PREPOSITIONS:
            yield preposition, token
        return
    begin, _, end = date.canonical.partition("/")
    if end and preposition in ("from", "between", "to", "until", "till"):
        yield "from", Value(begin, "date", date.start, date.end)
        yield "until", Value(end, "date", date.start, date.end)
    elif preposition in ("", "about", "around", "circa", "c.", "at"):
        yield "on" if len(begin) == len("2000-01-01") else "in", date
    else:
        yield preposition, date


def _may_answer(frame: Frame, preposition: str, target: int | Value, objects: list[int]) -> bool:
    """Whether the phrase, for what it is, answers a question about the subject of this verb."""
    parse = frame.analysis.parse
    if isinstance(target, Value):
        lasting = frame.lemma in _LASTING and preposition in _SPANS and bool(agents_of(parse, frame.verb))
        return not lasting and not preposition.startswith(
            "as "
        )  # "owned by X since 1808" says by whom, not that
    if preposition == "of" and parse.lemmas[frame.verb] not in OF_VERBS:
        return False
    if (frame.lemma in _SITUATED and preposition == "from") or (
        frame.lemma == "have" and preposition in ("to", "as")
    ):
        return False  # "located 5 km from Oslo" says how far
    if preposition.startswith("as "):
        return False  # "lived there as in Oslo"
    if frame.lemma in NAMING_VERBS and preposition not in _NAMINGS:
        return False  # "known in Norse as …"
    judged = preposition != "as" and frame.lemma not in ACTING_VERBS
    if judged and is_taken_for(parse, frame.verb):
        return False  # "designated in Spain as a monument"
    if frame.lemma in _OWNING and preposition in ("in", "on", "at"):
        return False  # "owned by X in Spain": where it is, not where it is owned
    if preposition == "between" or (preposition == "in" and parse.lower[target] in _MANNERS):
        return False  # half of where it is; how somebody looked
    if parse.lower[target] in _ENDS and parse.case(target) in ("at", "by", "in", "until", "from", "since"):
        return False  # "promoted at the end of 2016" is no place
    if preposition == "as" and _is_definite_plural(parse, target):
        return False  # "kissed as the lights flash"
    if (
        frame.lemma in _TURNING
        and parse.lower[frame.verb + 1 : frame.verb + 2]
        and _is_direction(parse, frame.verb + 1)
        and preposition in ("in", "at", "near")
    ):
        return False  # "turns south in Lund"
    if parse.lemmas[target] == "age" or (
        parse.pos[target] == "NUM" and preposition in ("at", "in", "for", "as")
    ):
        return False  # "elected at 49"
    if is_name(parse, target):
        return not belongs_to_name(parse, target, preposition)
    circumstance = isinstance(target, int) and parse.lemmas[target] in _CIRCUMSTANCES
    if (
        not objects
        and not circumstance
        and is_open(f"be {frame.lemma} {preposition}" if frame.passive else f"{frame.lemma} {preposition}")
    ):
        return True
    if preposition == "for" and frame.lemma not in FOR_VERBS:
        return False  # a purpose
    told = content_of(parse, target, noun_phrase(parse, target))
    if parse.pos[target] == "NUM" or told is Content.NAMED:
        return preposition in _WHERE or not (objects or preposition in ADJUNCT_PREPOSITIONS)
    if parse.lemmas[target] in CIRCUMSTANCE_NOUNS:
        return False
    if preposition == "as":
        nominal = parse.pos[target] in NOMINAL or parse.child(target, "det") is not None
        return nominal and frame.lemma not in REGARDING_VERBS
    if objects:
        return (
            frame.general
            and preposition in _GOALS
            and told <= Content.KIND
            and is_close(parse, objects, target)
        )
    if preposition in TIME_PREPOSITIONS:
        return False
    return preposition not in ADJUNCT_PREPOSITIONS or (frame.general and _stands_next(frame, target))


def _is_definite_plural(parse: Parse, noun: int) -> bool:
    return parse.tags[noun] == "NNS" and any(parse.lower[d] == "the" for d in parse.under(noun, "det"))


def _is_direction(parse: Parse, token: int) -> bool:
    return parse.lower[token].startswith(_DIRECTIONS)


def _stands_next(frame: Frame, target: int) -> bool:
    """Whether the phrase begins right after the verb: "deals with diseases", "runs along the coast"."""
    parse = frame.analysis.parse
    return any(c == frame.verb + 1 for c in parse.under(target, "case"))


def _oblique(
    frame: Frame, preposition: str, token: int, target: int | Value, objects: list[int]
) -> Iterator[Candidate]:
    parse, lemma = frame.analysis.parse, frame.lemma
    enough: Content | None = None
    if lemma == "belong" and isinstance(target, int) and classifier(parse, target) in TAXA:
        return  # a set phrase
    if preposition == "as":
        role = not isinstance(target, int) or _is_role(parse, target)
        enough = Content.UNFINISHED if role else Content.FULL
    elif not frame.general and parse.lemmas[frame.verb] in KIND_VERBS:
        enough = Content.KIND
    elif frame.general and any(parse.lower[c] in ("a", "an") for c in parse.under(token, "det")):
        enough = Content.KIND  # "drives to a club" says no more than that there is one
    if preposition in HEDGES and not isinstance(target, Value):
        passive = frame.passive or parse.child(frame.verb, "aux:pass") is not None
        if not objects and not passive and parse.child(token, "nummod") is not None:
            yield frame.fact(lemma, lemma, target, token)
        return
    label = f"{lemma} {preposition}"
    if label in _OFFICES and isinstance(target, int) and not _is_role(parse, target):
        # "acted as a buffer" holds no office
        if not objects:
            yield frame.fact("function as", "function as", target, token, enough=Content.FULL)
        return
    if frame.passive and lemma == "elect" and parse.child(frame.verb, "xcomp") is not None:
        return  # "was elected a Fellow in 1862" is no election to an office
    if frame.passive:
        stem = with_retained(frame, token) if objects_of(parse, frame.verb) else with_goal(frame, target)
        if stem or frame.analysis.relations.has(f"be {label}"):
            yield frame.fact(f"be {label}", f"{stem or lemma} {preposition}", target, token, enough=enough)
    elif not objects:
        stem = with_goal(frame, target, beside=preposition in _WHERE_IT_WAS)
        # "finished on the winning side in 1998"
        begun = lemma == "finish" or (frame.personal and lemma in STARTING_VERBS)
        if stem or (frame.analysis.relations.has(label) and not begun):
            yield frame.fact(label, f"{stem or lemma} {preposition}", target, token, enough=enough)
    elif lemma in APPOINTING and preposition == "as":
        for somebody in objects if isinstance(target, int) and _is_role(parse, target) else ():
            yield frame.fact("be elect as", "position held", target, token, about=somebody)
    elif lemma in MAKING_VERBS and (is_name(parse, objects[0]) or is_bare_definite(parse, objects[0])):
        # the time and place of making a thing are the thing's
        for thing in objects:
            yield frame.fact(f"be {label}", label, target, token, about=thing)
    elif lemma in OBJECTLESS or is_made_so(parse, frame.verb, lemma):
        return
    elif preposition == "in" and is_after_comma(parse, objects[0], token):
        return  # "serving the town of Lodd, in Scania": where the town is
    elif not _is_set_phrase(parse, lemma, objects[0], preposition):
        yield from _with_object(frame, preposition, token, target, objects[0], enough)


def _with_object(
    frame: Frame, preposition: str, token: int, target: int | Value, thing: int, enough: Content | None
) -> Iterator[Candidate]:
    """The verb with its object inside the label: "win silver medal at"."""
    middle = label_of_object(frame, thing, token)
    cut = (isinstance(target, Value) or preposition in _WHERE) and _is_cut(frame, thing, token)
    if middle and not cut:
        label = f"{frame.lemma} {preposition}"
        yield frame.fact(label, f"{frame.lemma} {middle} {preposition}", target, token, thing, enough=enough)


def _is_cut(frame: Frame, thing: int, beside: int) -> bool:
    """Whether a label of the verb and its object leaves out what goes with them: "expressed remorse for it in 1990"."""
    parse = frame.analysis.parse
    own = {parse.case(beside), *_CIRCUMSTANTIAL}
    return any(
        o > thing and parse.case(o) not in own and frame.analysis.date_at(o) is None
        for o in parse.under(frame.verb, "obl")
    )


def _is_set_phrase(parse: Parse, lemma: str, thing: int, preposition: str) -> bool:
    """Whether ``set_phrases`` tells it: "earned a degree from", "played cricket for"."""
    degree = parse.lemmas[thing] in DEGREES and lemma in GAINING and preposition in ("from", "at")
    return degree or (lemma == "play" and preposition == "for")


def _is_role(parse: Parse, noun: int) -> bool:
    return is_name(parse, noun) or is_person(parse, noun) or parse.lemmas[noun] in ROLE_NOUNS
