"""Elements of a page. Whatever is put into one is text and stays text: this is the only place where markup is made."""

import unicodedata
from collections.abc import Iterable
from xml.etree.ElementTree import Element, tostring

Child = Element | str | int | None | Iterable["Child"]
Value = str | int | float | bool | None

_INVISIBLE_BUT_HARMLESS = "\n\t\u00ad\u200c\u200d"
"""Line ends, soft hyphens, and the joiners that Persian, Hindi and emoji are written with."""


def h(tag: str, *children: Child, **attributes: Value) -> Element:
    """The element ``tag``; ``class_`` is the attribute class, ``aria_label`` aria-label.

    True is an attribute without a value, None and False are none; numbers have two decimals at most.
    """
    element = Element(tag)
    for name, value in attributes.items():
        if value is not None and value is not False:
            element.set(name.rstrip("_").replace("_", "-"), _value(value))
    _fill(element, children)
    return element


def markup(element: Element) -> str:
    """The element as HTML."""
    return tostring(element, encoding="unicode", method="html")


def legible(text: str) -> str:
    """Text of a corpus: control characters, lone surrogates and what turns the direction of writing are marked."""
    return text if text.isprintable() else "".join(map(_legible, text))


def _legible(character: str) -> str:
    harmless = character in _INVISIBLE_BUT_HARMLESS or unicodedata.category(character) == "Zs"
    return character if harmless or character.isprintable() else "\N{REPLACEMENT CHARACTER}"


def _value(value: str | float) -> str:
    if value is True:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}".rstrip("0").rstrip(".")
    return legible(str(value))


def _fill(element: Element, children: Iterable[Child]) -> None:
    for child in children:
        if child is None:
            continue
        if isinstance(child, Element):
            element.append(child)
        elif isinstance(child, str | int):
            _add_text(element, legible(str(child)))
        else:
            _fill(element, child)


def _add_text(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
