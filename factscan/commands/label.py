"""Labelling in a terminal: one key an item."""

import re
import sys
from collections.abc import Iterable

import click

from factscan.audit.item import CLOSE, OPEN, Item, Label
from factscan.audit.labelling import Labelling
from factscan.audit.pair import Pair
from factscan.report.grid import visible

KEYS: dict[str, Label] = {"y": "y", "n": "n", "u": "u"}
HELP = """Right (y): the sentence, read in its document, states this fact as true; the subject is the right one and
named in full, the answer is complete and answers the question. Wrong (n): anything else, such as a fact that is not
asserted, another subject, words cut off, nothing said. Unsure (u): it cannot be told."""
PAIR_HELP = """Same (y): whoever knows the answer to the one question knows it to the other; the two subjects are one
thing, and the two relations ask the same of it. Different (n): anything else, such as two things of like names, or
another relation between the same two. Unsure (u): it cannot be told."""
_CHOICES = "y right · n wrong · u unsure · b back · q quit · ? help"
_PAIR_CHOICES = "y same · n different · u unsure · b back · q quit · ? help"
_QUIT = ("q", "\x03", "\x04", "\x1b", "")
_WORD = re.compile(r"\w+")


def label_in_terminal(labelling: Labelling) -> None:
    """Ask for every item without a label, until all have one or the user leaves; answers are kept at once."""
    help_text = PAIR_HELP if isinstance(labelling.current, Pair) else HELP
    click.echo(help_text)
    while (item := labelling.current) is not None:
        click.echo(_shown(item, f"{labelling.place} of {labelling.total}"))
        key = _key()
        if key in _QUIT:
            break
        if key in KEYS:
            labelling.answer(KEYS[key])
            click.echo(f"  {key}")
        elif key == "b":
            labelling.back()
        elif key == "?":
            click.echo(help_text)
    left = labelling.total - labelling.labelled
    click.echo(
        f"{labelling.labelled:,} labelled, {left:,} to go" if left else f"all {labelling.total:,} labelled"
    )


def _key() -> str:
    """One key press; from a pipe, the next character that is not white space ("" at its end)."""
    if sys.stdin.isatty():
        return click.getchar().lower()
    while True:
        key = sys.stdin.read(1)
        if not key or not key.isspace():
            return key.lower()


def _shown(item: Item | Pair, place: str) -> str:
    return _pair_shown(item, place) if isinstance(item, Pair) else _mention_shown(item, place)


def _mention_shown(item: Item, place: str) -> str:
    before = f" (now {item.label})" if item.label else ""
    heading = " · ".join(filter(None, (place, item.domain, item.title or item.doc_id)))
    question = f"{item.subject} – {item.relation} – ?"
    return "\n".join(
        (
            "",
            click.style(visible(heading) + before, dim=True),
            "",
            _highlighted(item.sentence, item.subject, item.object),
            "",
            f"  {click.style(visible(question), bold=True)}",
            f"  {click.style(visible(item.object), fg='green', bold=True)}",
            "",
            click.style(_CHOICES, dim=True),
        )
    )


def _pair_shown(pair: Pair, place: str) -> str:
    before = f" (now {pair.label})" if pair.label else ""
    heading = " · ".join((place, f"which {pair.kind}?"))
    sides = (
        (pair.subject, pair.relation, pair.object, pair.sentence, pair.title),
        (pair.other_subject, pair.other_relation, pair.other_object, pair.other_sentence, pair.other_title),
    )
    lines = ["", click.style(visible(heading) + before, dim=True)]
    for subject, relation, answer, sentence, title in sides:
        question = f"{subject} – {relation} – ?"
        lines += [
            "",
            f"  {click.style(visible(question), bold=True)}  {click.style(visible(answer), fg='green')}",
            f"  {_highlighted(sentence, subject, answer)} {click.style(visible(title), dim=True)}",
        ]
    return "\n".join([*lines, "", click.style(_PAIR_CHOICES, dim=True)])


def _highlighted(sentence: str, subject: str, answer: str) -> str:
    """The sentence, the words of the fact in colour and the span that states it underlined."""
    before, _, rest = visible(" ".join(sentence.split())).partition(OPEN)
    inside, _, after = rest.partition(CLOSE)
    of_subject, of_answer = _words(subject), _words(answer)
    parts = ((before, False), (inside, True), (after, False))
    return "".join(
        _coloured(text, of_subject, of_answer, underline=underline) for text, underline in parts if text
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower()))


def _coloured(text: str, subject: Iterable[str], answer: Iterable[str], *, underline: bool) -> str:
    def style(match: re.Match[str]) -> str:
        word = match.group()
        colour = (
            "green" if word.lower() in answer and underline else "cyan" if word.lower() in subject else None
        )
        if colour is None and not underline:
            return word
        return click.style(word, fg=colour, underline=underline)

    return _WORD.sub(style, text)
