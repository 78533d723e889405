"""Every figure by its definition, in plain Python over the documents that a test states."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from conftest import Stated, least_of_components

from factscan.figures import Settings
from factscan.stats import Interval, floor, kappa, missing_mass

Prompt = tuple[str, str]


@dataclass(frozen=True)
class Placed:
    """A document in corpus order, with the documents that it is a copy of, and one sentence and prompt a mention."""

    number: int
    stated: Stated
    exact: int
    cluster: int
    mentions: list[tuple[str, Prompt]]


@dataclass
class Figures:
    """What a row of a report says of a group."""

    units: dict[Prompt, Counter[int | str]] = field(default_factory=lambda: defaultdict(Counter))
    known: dict[Prompt, set[int | str]] = field(default_factory=dict)
    once: set[Prompt] = field(default_factory=set)

    @property
    def mentions(self) -> int:
        return sum(units.total() for units in self.units.values())

    @property
    def singletons(self) -> set[Prompt]:
        return {prompt for prompt in self.units if len(self.known[prompt]) == 1}

    def estimates(self, weights: dict[str, float]) -> tuple[Interval, Interval]:
        """Missing mass and floor."""
        m: Counter[int | str] = Counter()
        u: Counter[int | str] = Counter()
        w: dict[int | str, float] = defaultdict(float)
        pairs: dict[tuple[int | str, ...], list[float]] = defaultdict(lambda: [0, 0, 0, 0])
        for prompt, units in self.units.items():
            for unit, n in units.items():
                m[unit] += n
                if prompt in self.singletons:
                    u[unit] += n
                    w[unit] += n * weights[prompt[1]]
            if len(self.known[prompt]) == 2:
                two = sorted(self.known[prompt], key=str)
                for place, unit in enumerate(two):
                    pairs[tuple(two)][place] += units[unit]
                    pairs[tuple(two)][place + 2] += units[unit] * weights[prompt[1]]
        cc = sum(n * n for units in self.units.values() for n in units.values())
        columns = [[pair[place] for pair in pairs.values()] for place in range(4)]
        ms, us, ws = ([found[unit] for unit in m] for found in (m, u, w))
        return missing_mass(ms, us, *columns[:2], cc=cc), floor(ms, us, ws, *columns[2:], cc=cc)


def placed(documents: Sequence[tuple[int, Stated]]) -> list[Placed]:
    """``documents`` with their numbers: corpus order is the order of hashes, which a test takes from the run."""
    exact: dict[str, int] = {}
    labels = {}
    held = sorted(documents, key=lambda one: one[0])
    for number, stated in held:
        text = " ".join([stated.text or f"own {number}", *stated.said]).split()
        first = exact.setdefault(" ".join(text).lower(), number)
        labels[number] = {f"exact {first}", stated.near or f"alone {number}"}
    clusters = least_of_components(labels)
    return [
        Placed(
            number,
            stated,
            min(other for other, its in labels.items() if its & {i for i in labels[number] if "exact" in i}),
            clusters[number],
            [
                (sentence, (subject, relation))
                for sentence, (subject, relation, _) in zip(
                    _sentences(number, stated), stated.facts, strict=True
                )
            ],
        )
        for number, stated in held
    ]


def _sentences(number: int, stated: Stated) -> list[str]:
    """The sentence of each fact, as it is compared with others: without regard to case and white space."""
    own = stated.text or f"own {number}"
    said = [*stated.said, *[own] * len(stated.facts)]
    return [" ".join(sentence.lower().split()) for sentence in said[: len(stated.facts)]]


def weights_of(documents: Sequence[Placed]) -> dict[str, float]:
    """1 − κ of every relation, over all documents."""
    answered = {fact for document in documents for fact in document.stated.facts}
    answers = Counter((relation, answer) for _, relation, answer in answered)
    asked = Counter(relation for _, relation in {fact[:2] for fact in answered})
    found = kappa(
        [relation for relation, _ in answers],
        ["name"] * len(answers),
        [answer for _, answer in answers],
        list(answers.values()),
        relation_prompts=[asked[relation] for relation in sorted(asked)],
    )
    return dict(zip(found.relation.tolist(), (1 - found.kappa).tolist(), strict=True))


def figures(documents: Sequence[Placed], settings: Settings, by: str) -> dict[str, Figures]:
    """By group: all documents (``overall``), a domain, a shard or a source."""
    kept = list(_kept(documents, settings, by))
    known: dict[tuple[str, Prompt], set[int | str]] = defaultdict(set)
    stated: dict[tuple[str, Prompt], list[tuple[int, int]]] = defaultdict(list)
    found: dict[str, Figures] = defaultdict(Figures)
    for document, prompts in kept:
        group = _group(document, by)
        scope = group if settings.scope == "alone" else ""
        for prompt, n in prompts.items():
            unit = _unit(document, documents, settings)
            found[group].units[prompt][unit] += n
            known[scope, prompt].add(unit)
            stated[scope, prompt].append((_copy_of(document, settings), n))
    for group, its in found.items():
        scope = group if settings.scope == "alone" else ""
        for prompt in its.units:
            its.known[prompt] = known[scope, prompt]
            if len({copy for copy, _ in stated[scope, prompt]}) == 1 and {
                n for _, n in stated[scope, prompt]
            } == {1}:
                its.once.add(prompt)
    return found


def _kept(
    documents: Sequence[Placed], settings: Settings, by: str
) -> Iterator[tuple[Placed, Counter[Prompt]]]:
    """The documents that count, each with its prompts that count."""
    circles = settings.scope == "alone" or by in ("shard", "source")
    seen: set[tuple[str, int]] = set()
    first: dict[tuple[str, str], int] = {}
    for document in documents:
        circle = _group(document, by) if circles else ""
        if (circle, _copy_of(document, settings)) in seen:
            continue
        seen.add((circle, _copy_of(document, settings)))
        prompts: Counter[Prompt] = Counter()
        for sentence, prompt in document.mentions:
            if (
                first.setdefault((circle, sentence), document.number) == document.number
                or not settings.without_repeats
            ):
                prompts[prompt] += 1
        yield document, prompts


def _group(document: Placed, by: str) -> str:
    return "overall" if by == "overall" else str(getattr(document.stated, by))


def _copy_of(document: Placed, settings: Settings) -> int:
    return {"none": document.number, "exact": document.exact, "near": document.cluster}[settings.copies]


def _unit(document: Placed, documents: Sequence[Placed], settings: Settings) -> int | str:
    copy = _copy_of(document, settings)
    if settings.unit == "cluster":
        return document.cluster
    source = next(other.stated.source for other in documents if other.number == copy)
    return source if settings.unit == "source" and source else copy
