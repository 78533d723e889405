"""Which words around a head make its phrase, in full or without what hangs on it."""

from collections.abc import Iterable

from factscan.extract.syntax.analysis import Analysis
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.phrases import is_name, text_of

_CLAUSE = frozenset(
    {"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "expl", "cop", "aux", "aux:pass", "mark", "advcl", "parataxis",
     "discourse", "vocative", "dislocated", "list", "dep", "reparandum", "ccomp"}
)  # fmt: skip
_OTHERS = frozenset(
    {"conj", "cc", "cc:preconj", "case", "parataxis", "appos", "list", "discourse", "reparandum"}
)
_EDGES = frozenset("and or but nor , ; : - – — -- ...".split())
_INNER = frozenset("- / –".split())
_CLOSING = frozenset({")", "]", '"', "”", "''", "'"})
_HANGING = frozenset(
    {"nmod", "nmod:unmarked", "obl", "obl:unmarked", "acl", "acl:relcl", "advcl", "ccomp", "xcomp", "orphan"}
)
_NAME_JOINTS = frozenset({"of", "de", "du", "von", "van", "and", "&"})
# nouns that only measure out what "of" introduces: "a portion of the prostate" is prostate
_PARTITIVES = frozenset(
    """portion part piece number group series variety range lot couple pair set combination majority minority half third
    quarter percent % proportion share rest remainder total one two three some many most all any each none few several
    both kind type sort form amount quantity bit row mixture member string collection""".split()
)
_MAX_DEPTH = 6
_MAX_WORDS = 60


def full_phrase(parse: Parse, head: int, *, conjuncts: bool = False) -> list[int]:
    """The head with everything that says which one it is, without its preposition; with ``conjuncts``, all of a list.

    Of the predicate of a clause, its subject and auxiliaries are no part of the phrase; nor are relative clauses.
    """
    dropped = _OTHERS | _CLAUSE | {"acl:relcl"}
    return trimmed(parse, _below(parse, head, dropped - {"conj", "cc"} if conjuncts else dropped))


def minimal_phrase(parse: Parse, head: int, *, whole: bool = False) -> list[int]:
    """The head with the words before it and the parts of its name, without phrases and clauses after it.

    Nouns that only measure keep what they measure; with ``whole`` every noun keeps its "of" ("the culture of Bhutan").
    """
    return trimmed(parse, _minimal(parse, head, whole=whole))


def _minimal(parse: Parse, head: int, *, whole: bool, depth: int = 0) -> list[int]:
    kept = _below(parse, head, _OTHERS | _HANGING | _CLAUSE)
    name = is_name(parse, head)
    if name and head + 1 in parse.under(head, "nmod:unmarked"):
        kept.append(head + 1)  # "King James I"
    for c in parse.under(head, "nmod"):
        if c < head or depth == _MAX_DEPTH:
            continue
        case = parse.case(c)
        if (name and case in _NAME_JOINTS and (is_name(parse, c) or parse.pos[c] == "NUM")) or (
            case == "of" and (whole or parse.lemmas[head] in _PARTITIVES)
        ):
            kept += [*_minimal(parse, c, whole=whole, depth=depth + 1), *parse.under(c, "case")]
    return kept


def clause_phrase(parse: Parse, head: int, without: Iterable[int] = ()) -> list[int]:
    """All words of a clause but ``without`` (its conjunction, say)."""
    left_out = set(without)
    return trimmed(parse, [t for t in parse.descendants(head) if t not in left_out])


def words(parse: Parse, tokens: Iterable[int]) -> str:
    """The tokens as the text spells them, in their order in it."""
    ordered = sorted(set(tokens))
    return " ".join(text_of(parse, ordered).split()) if ordered else ""


def _first(parse: Parse, head: int) -> int:
    """Where the phrase of a predicate begins: after the copula and the subject before it."""
    return max((c for c in parse.children[head] if c < head and parse.labels[c] in _CLAUSE), default=-1)


def _below(parse: Parse, head: int, dropped: frozenset[str]) -> list[int]:
    first = _first(parse, head)
    kept = [head]
    for c in parse.children[head]:
        if parse.labels[c] not in dropped and c > first:
            kept += parse.descendants(c)
    # a preposition inside a name is no preposition of it: "Ernest van Dyck"
    return kept + [
        c for c in parse.under(head, "case") if min(kept) < c < head and parse.pos[c - 1] == "PROPN"
    ]


def trimmed(parse: Parse, tokens: list[int]) -> list[int]:
    tokens = sorted(set(tokens))
    while tokens and parse.pos[tokens[-1]] == "PUNCT" and parse.words[tokens[-1]] not in _CLOSING:
        tokens.pop()
    while tokens and parse.words[tokens[0]] in _EDGES:
        tokens.pop(0)
    if len(tokens) > 2 and parse.words[tokens[-1]] in _CLOSING and parse.words[tokens[-2]] == ",":
        tokens.pop(-2)  # American printers put the comma inside the quotation marks
    if tokens:
        tokens = _whole_words(parse, tokens)
    return tokens[:_MAX_WORDS]


def _whole_words(parse: Parse, tokens: list[int]) -> list[int]:
    """No phrase begins or ends inside a word with hyphens or slashes."""
    first, last = tokens[0], tokens[-1]
    while first > 1 and _joins(parse, first - 1):
        first -= 2
    while last + 2 < len(parse) and _joins(parse, last + 1):
        last += 2
    return [*range(first, tokens[0]), *tokens, *range(tokens[-1] + 1, last + 1)]


def _joins(parse: Parse, mark: int) -> bool:
    """Whether a hyphen or slash touches both words beside it."""
    touches = parse.ends[mark - 1] == parse.starts[mark] and parse.ends[mark] == parse.starts[mark + 1]
    return parse.words[mark] in _INNER and touches


def with_date(analysis: Analysis, head: int, tokens: list[int]) -> list[int]:
    """The phrase with all words of the date that its head is part of: no "December 31" of a day in 1963."""
    span = analysis.date_at(head)
    if span is None or "/" in span[2]:
        return tokens
    starts = analysis.parse.starts
    return sorted({*tokens, *(t for t in range(len(starts)) if span[0] <= starts[t] < span[1])})
