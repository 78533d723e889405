"""Examples: facts with the sentence that states them, the words of the fact marked."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from factscan.figures.pages import Example
from factscan.report.html.element import Child, h
from factscan.report.html.words import name, plural

_AROUND = 180
"""Characters of a sentence that are kept on either side of the marked words."""
_MARKED = 240


def examples(found: Sequence[Example], title: str, said: str, *, frequent: bool) -> Element:
    """A list of examples below a heading; ``said`` tells how they were chosen."""
    listed = h("ol", [_example(one, frequent) for one in found], class_="examples")
    return h(
        "div",
        h("h5", title),
        h("p", said, class_="small"),
        listed if found else h("p", "None.", class_="none"),
        class_="stated",
    )


def _example(one: Example, frequent: bool) -> Element:
    where: list[Child] = [
        name(one.title or one.doc_id, 60),
        " · ",
        name(one.doc_id, 60),
        " · ",
        name(one.shard, 40),
    ]
    return h(
        "li",
        h(
            "p",
            name(one.subject),
            h("span", " – ", class_="joint"),
            h("bdi", name(one.relation, 40), class_="relation"),
            h("span", " – ", class_="joint"),
            name(one.object),
            class_="fact",
        ),
        h("blockquote", h("p", h("bdi", _sentence(one), dir="auto"))) if one.sentence else None,
        h("p", [f"{_spread(one)} · " if frequent else None, *where], class_="where"),
    )


def _spread(one: Example) -> str:
    answers = "" if one.answers == 1 else f"; {one.answers:,} answers, this one most often"
    return f"stated in {plural(one.documents, 'document')}{answers}"


def _sentence(one: Example) -> list[Child]:
    """The sentence with the words of relation and object marked; of a long one the surroundings of the mark."""
    text, start, end = one.sentence or "", one.span_start, one.span_end
    if not 0 <= start < end <= len(text):
        return [_cut(text, 2 * _AROUND)]
    before, inside, after = text[:start], text[start:end], text[end:]
    if len(before) > _AROUND:
        before = "… " + before[-_AROUND:]
    return [before, h("mark", _cut(inside, _MARKED)), _cut(after, _AROUND)]


def _cut(text: str, length: int) -> str:
    return text if len(text) <= length else f"{text[:length]} …"
