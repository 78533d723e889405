"""What is known about an entity or a prompt, as text. Computes nothing."""

import json
import textwrap
from collections.abc import Iterator, Sequence

from factscan.audit.item import CLOSE, OPEN, marked
from factscan.explore.known import (
    Counts,
    Evidence,
    InDomain,
    Known,
    KnownEntity,
    KnownPrompt,
    LeftOut,
    Response,
)
from factscan.report.cells import shortened, visible
from factscan.report.grid import plain_grid, pretty_grid
from factscan.report.lines import WIDTH

_ANSWERS = 46
_SHOWN_ANSWERS = 12
_LEFT_OUT = 8
_IN_FULL = {
    "exact copy": ("exact copy", "exact copies"),
    "near-copy": ("near-copy", "near-copies"),
    "repeated sentence": ("repeated sentence", "repeated sentences"),
}


def known_json(known: Known) -> str:
    return json.dumps(known.as_dict(), ensure_ascii=False, indent=1, allow_nan=False)


def known_text(known: Known, pretty: bool) -> str:
    """Text for people; ``pretty``: with the lines and the bold type of a terminal."""
    blocks = _entity(known, pretty) if isinstance(known, KnownEntity) else _prompt(known, pretty)
    return "\n\n".join(block for block in blocks if block)


def _entity(known: KnownEntity, pretty: bool) -> Iterator[str]:
    kinds = ", ".join(sorted({prompt.subject_kind for prompt in known.prompts}))
    singletons = sum(prompt.singleton for prompt in known.prompts)
    shown = "" if len(known.prompts) == known.total else f" of the {len(known.prompts):,} that are shown"
    yield "\n".join(
        [
            _title(known.subject, pretty),
            f"  {kinds}; {_number(known.total, 'prompt')}, {_mentions(known.domains)}; "
            f"{_number(singletons, 'singleton')}{shown}",
            *_uncounted_kind(kinds, known.settings.subjects),
        ]
    )
    heads = ["relation", "answers", "mentions", "documents", ""]
    rows = [
        [
            shortened(visible(prompt.relation), 32),
            shortened(_answers(prompt), _ANSWERS),
            f"{prompt.mentions:,}",
            f"{prompt.documents:,}",
            _remark(prompt),
        ]
        for prompt in known.prompts
    ]
    more = known.total - len(known.prompts)
    yield _grid(heads, rows, pretty, numbers=(2, 3)) + (
        f"\nand {more:,} more (--limit N shows more)" if more else ""
    )
    yield _domains(known.domains, pretty)
    yield _left_out(known.left_out)


def _prompt(known: KnownPrompt, pretty: bool) -> Iterator[str]:
    counts = known.counts
    kind = counts.subject_kind
    yield "\n".join(
        [
            _title(
                " – ".join([counts.subject, counts.relation, *([known.fact.object] if known.fact else [])]),
                pretty,
            ),
            f"  {kind}; {_mentions(known.domains)}; {_standing(counts, known.settings.unit)}",
            f"  prompt {counts.prompt_id}" + (f", fact {known.fact.fact_id}" if known.fact else ""),
            *_uncounted_kind(kind, known.settings.subjects),
        ]
    )
    yield _responses(counts.responses, known.fact, pretty)
    yield _domains(known.domains, pretty)
    yield _left_out(known.left_out)
    yield from (_evidence(one, pretty) for one in known.evidence)


def _title(text: str, pretty: bool) -> str:
    return f"\x1b[1m{visible(text)}\x1b[0m" if pretty else visible(text)


def _mentions(domains: Sequence[InDomain]) -> str:
    mentions, documents = sum(one.mentions for one in domains), sum(one.documents for one in domains)
    return f"{_number(mentions, 'counted mention')} in {_number(documents, 'document')}"


def _standing(counts: Counts, unit: str) -> str:
    if not counts.units:
        return "nothing of it counts"
    if counts.singleton:
        return f"a singleton: one {unit} alone states it"
    where = "" if unit == "document" else f" in {counts.units:,} {unit}s"
    return f"no singleton{where}" + (", several answers" if counts.conflicting else "")


def _uncounted_kind(kinds: str, subjects: Sequence[str]) -> list[str]:
    if any(kind in subjects for kind in kinds.split(", ")):
        return []
    return [f"  a report leaves it out: its subjects are {', '.join(subjects)} (--subjects)"]


def _responses(responses: Sequence[Response], asked: Response | None, pretty: bool) -> str:
    first = [*([asked] if asked else []), *(one for one in responses if one != asked)][:_SHOWN_ANSWERS]
    rows = [
        [
            shortened(visible(one.object), 60) + (" (agrees: less exact)" if one.coarse else ""),
            one.object_type,
            f"{one.mentions:,}",
            f"{one.documents:,}",
            f"{one.other:,}",
        ]
        for one in first
    ]
    more = len(responses) - len(first)
    grid = _grid(["answer", "type", "mentions", "documents", "not counted"], rows, pretty, numbers=(2, 3, 4))
    return grid + (f"\nand {_number(more, 'more answer')} (--format json)" if more else "")


def _domains(domains: Sequence[InDomain], pretty: bool) -> str:
    rows = [
        [shortened(visible(one.domain), 40), *(f"{n:,}" for n in (one.mentions, one.documents, one.other))]
        for one in domains
    ]
    return _grid(["domain", "mentions", "documents", "not counted"], rows, pretty, numbers=(1, 2, 3))


def _left_out(reasons: Sequence[LeftOut]) -> str:
    if not reasons:
        return ""
    named = [
        f"{one.mentions:,} {visible(_IN_FULL.get(one.reason, (one.reason,) * 2)[one.mentions > 1])}"
        for one in reasons[:_LEFT_OUT]
    ]
    more = len(reasons) - len(named)
    return f"not counted: {', '.join([*named, *([f'{more:,} other reasons'] if more else [])])}"


def _evidence(one: Evidence, pretty: bool) -> str:
    where = " · ".join(visible(part) for part in (one.domain, one.doc_id, one.title, one.source) if part)
    why = f"   not counted: {_why(one)}" if one.left_out else ""
    return "\n".join(
        [
            f"[{where}]  {visible(one.object)}{why}",
            sentence_lines(one.sentence, one.span_start, one.span_end, pretty),
        ]
    )


def sentence_lines(sentence: str | None, start: int, end: int, pretty: bool) -> str:
    """A sentence with the words of its fact marked, in indented lines."""
    if sentence is None:
        return "    (the run holds no sentences: it was made with --no-evidence)"
    return filled(marked(sentence, start, end), pretty)


def filled(sentence: str, pretty: bool) -> str:
    """A sentence in indented lines; what stands between brackets is in bold type as well, on a terminal."""
    text = visible(" ".join(sentence.split()))
    lines = textwrap.fill(
        text, WIDTH, initial_indent="    ", subsequent_indent="    ", break_on_hyphens=False
    )
    if not pretty:
        return lines
    return lines.replace(OPEN, f"\x1b[1m{OPEN}").replace(CLOSE, f"{CLOSE}\x1b[0m") + "\x1b[0m"


def _why(one: Evidence) -> str:
    if one.left_out == "not asserted":
        return visible(", ".join(one.flags))
    return f"{one.left_out} of {visible(one.copy_of)}" if one.copy_of else str(one.left_out)


def _answers(prompt: Counts) -> str:
    counted = [one for one in prompt.responses if one.mentions] or prompt.responses
    return visible(
        ", ".join(one.object + (f" × {one.mentions:,}" if one.mentions > 1 else "") for one in counted[:6])
    )


def _remark(prompt: Counts) -> str:
    if not prompt.units:
        return "not counted"
    if prompt.singleton:
        return "singleton"
    return "several answers" if prompt.conflicting else ""


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" + ("" if count == 1 else "s")


def _grid(heads: list[str], rows: list[list[str]], pretty: bool, numbers: tuple[int, ...]) -> str:
    left = [place not in numbers for place in range(len(heads))]
    return (pretty_grid if pretty else plain_grid)(heads, rows, left)
