"""Two runs beside each other as text. Computes nothing."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factscan.figures.diff.result import Change, Diff, PromptChange
from factscan.report.cells import shortened, visible
from factscan.report.columns import count, share
from factscan.report.diff_notes import notes
from factscan.report.grid import (
    Grid,
    markdown_grid,
    markdown_text,
    plain_grid,
    pretty_grid,
    widths_of,
)
from factscan.report.lines import WIDTH, first, wrapped
from factscan.stats import Difference

_MOST = 30
_LEAST_NAME, _GAP = 12, 3
_CHANGES = {
    "gained": "gained",
    "lost": "lost",
    "became known": "known now",
    "became a singleton": "1 only now",
}


@dataclass(frozen=True, slots=True)
class Block:
    """A table with its title; ``left``: which columns hold text. ``changes``: what each row is about, if a change."""

    title: str
    heads: Sequence[str]
    rows: Sequence[Sequence[str]]
    left: Sequence[bool]
    changes: Sequence[Change] = ()


def diff_json(diff: Diff) -> str:
    return json.dumps(diff.as_dict(), ensure_ascii=False, indent=1, allow_nan=False)


def diff_markdown(diff: Diff) -> str:
    def shown(line: str) -> str:
        return f"- {markdown_text(line)}"

    return _text(diff, markdown_grid, shown, lambda title: f"**{title}**\n")


def diff_table(diff: Diff, pretty: bool) -> str:
    """The tables: lines and bold heads when ``pretty`` (a terminal), plain columns otherwise."""
    grid = pretty_grid if pretty else plain_grid

    def fitted(heads: Sequence[str], rows: Sequence[Sequence[str]], left: Sequence[bool]) -> str:
        numbers = widths_of(heads, rows)[1:]
        room = max(_LEAST_NAME, WIDTH - sum(_GAP + width for width in numbers))
        return grid(heads, [[shortened(name, room), *cells] for name, *cells in rows], left)

    return _text(diff, fitted, wrapped, lambda title: title)


def _text(diff: Diff, grid: Grid, shown: Callable[[str], str], titled: Callable[[str], str]) -> str:
    tables = [
        f"{titled(block.title)}\n{grid(block.heads, [list(map(visible, row)) for row in block.rows], block.left)}"
        for block in blocks(diff)
    ]
    said = [answer(diff), *unlike(diff)]
    return "\n\n".join(["\n".join(map(shown, said)), *tables, "\n".join(map(shown, notes(diff)))])


def answer(diff: Diff) -> str:
    """What a reader wants to know, in one sentence."""
    one = diff.overall
    head = f"floor overall {share(one.a.floor.estimate)} → {share(one.b.floor.estimate)}"
    if one.floor.estimate is None:
        return f"{head}: {one.floor.reason}"
    word = "too few to tell" if one.untested else "more than noise" if one.moved else "no more than noise"
    moved = sorted((other for other in diff.domains if other.moved), key=_size)
    asked = sum(other.floor.adjusted is not None for other in diff.domains)
    named = ", ".join(first([f"{other.name} {signed(other.floor.estimate or 0.0)}" for other in moved]))
    domains = f"{len(moved):,} of {asked:,} domains moved{': ' if moved else ''}{named}"
    return f"{head}, {_change(one.floor)}: {word}{_parts(diff)}; {domains}"


def _parts(diff: Diff) -> str:
    if (
        diff.mixture is None
        or diff.own is None
        or len(diff.domains) + len(diff.only_a) + len(diff.only_b) < 2
    ):
        return ""
    return f" ({signed(diff.mixture)} as the domains' shares changed, {signed(diff.own)} as their floors did)"


def signed(value: float) -> str:
    """A difference of two shares; what rounds to 0 has no sign."""
    if abs(value) < 0.0005:
        return ".000"
    return f"{'−' if value < 0 else '+'}{share(abs(value))}"


def unlike(diff: Diff) -> list[str]:
    """Loud: in what the runs were read differently, and what that means for the comparison."""
    return [
        f"{'NOT READ ALIKE' if one.touches != 'nothing' else 'also different'}: {one.what} is {one.a} in A, "
        f"{one.b} in B: {one.means}"
        for one in diff.read_apart
    ]


def blocks(diff: Diff) -> list[Block]:
    found = [_figures("floors", diff.overall, diff.domains), _prompts(diff)]
    if diff.of_shards:
        # Without M, names of files have the room that they need.
        found.append(_figures("shards that both runs have, by name", None, diff.of_shards, len(_FIGURES) - 1))
    if diff.examples:
        found.append(_examples(diff))
    return found


_FIGURES = ("", "floor A", "floor B", "change [95 %]", "", "N in A", "N in B", "in both", "M change [95 %]")


def _figures(
    title: str, overall: Change | None, changes: Sequence[Change], columns: int = len(_FIGURES)
) -> Block:
    shown = _shown(changes)
    rows = [*([overall] if overall else []), *shown]
    hidden = len(changes) - len(shown)
    more = f" (the {_MOST} that moved most; {hidden:,} more in --format json)" if hidden else ""
    left = (True, False, False, False, True, *[False] * 4)[:columns]
    return Block(f"{title}{more}", _FIGURES[:columns], [_cells(one)[:columns] for one in rows], left, rows)


def _shown(changes: Sequence[Change]) -> Sequence[Change]:
    return sorted(changes, key=_size)[:_MOST] if len(changes) > _MOST else changes


def _size(one: Change) -> tuple[bool, float]:
    """Those that moved come first, the farthest first."""
    return not one.moved, -abs(one.floor.estimate or 0.0)


def _cells(one: Change) -> list[str]:
    return [
        one.name,
        share(one.a.floor.estimate),
        share(one.b.floor.estimate),
        _change(one.floor),
        verdict(one),
        count(one.a.mentions),
        count(one.b.mentions),
        _both(one),
        _change(one.missing_mass),
    ]


def _both(one: Change) -> str:
    if one.shared_a is None or one.shared_b is None:
        return "–"
    return f"{one.shared_a:.0%} / {one.shared_b:.0%}"


def verdict(one: Change) -> str:
    """What became of a floor, in a word."""
    if one.floor.estimate is None:
        return "undefined"
    if one.untested:
        return "too few"
    if not one.moved:
        return ""
    return "rose" if one.floor.estimate > 0 else "fell"


def _change(found: Difference) -> str:
    if found.estimate is None or found.low is None or found.high is None:
        return "–"
    return f"{signed(found.estimate)} [{signed(found.low)}, {signed(found.high)}]"


_PROMPTS = ("", "prompts A", "prompts B", "gained", "of them 1", "lost", "were 1", "known now", "1 only now")


def _prompts(diff: Diff) -> Block:
    rows = [
        [
            one.name,
            *map(
                count,
                (
                    one.prompts.prompts_a,
                    one.prompts.prompts_b,
                    one.prompts.gained,
                    one.prompts.gained_singletons,
                    one.prompts.lost,
                    one.prompts.lost_singletons,
                    one.prompts.became_known,
                    one.prompts.became_singletons,
                ),
            ),
        ]
        for one in (diff.overall, *_shown(diff.domains))
        if one.prompts
    ]
    title = (
        f"prompts gained and lost (1: singletons, which one {diff.settings.unit} states; known: several do)"
    )
    return Block(title, _PROMPTS, rows, (True, *[False] * 8))


def _examples(diff: Diff) -> Block:
    unit = f"{diff.settings.unit}s"
    order = list(_CHANGES)
    rows = [
        [
            _CHANGES[one.change],
            shortened(f"{one.subject} – {one.relation}", 36),
            _answers(one),
            shortened(one.domain, 14),
            _units(one),
        ]
        for one in sorted(diff.examples, key=lambda one: order.index(one.change))
    ]
    heads = ("", "prompt", "answers", "domain", f"{unit} A → B")
    title = f"prompts that changed, of every kind those that most {unit} state or stated"
    return Block(title, heads, rows, (True, True, True, True, False))


def _answers(one: PromptChange) -> str:
    more = one.all_answers - len(one.answers)
    return shortened(", ".join(one.answers), 26) + (f" +{more:,}" if more > 0 else "")


def _units(one: PromptChange) -> str:
    return f"{one.units_a:,} → {one.units_b:,}"
