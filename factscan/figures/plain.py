"""Figures as plain values and back: what JSON can hold, without a loss."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import numpy as np

from factscan.stats.miscalibration import Miscalibration

T = TypeVar("T")


def plain(value: Any) -> Any:
    """Dataclasses as dictionaries of their fields, arrays and tuples as lists, numpy's numbers as Python's."""
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {name: plain(held) for name, held in value.items()}
    if isinstance(value, list | tuple):
        return [plain(held) for held in value]
    return value.tolist() if isinstance(value, np.ndarray | np.generic) else value


def restored(kind: type[T], value: Any) -> T:
    """The dataclass ``kind`` that ``plain`` made ``value`` of.

    Raises:
        KeyError, TypeError, ValueError: it was made of something else.
    """
    return _restored(kind, value)  # type: ignore[no-any-return]


def _restored(kind: Any, value: Any) -> Any:
    if is_dataclass(kind):
        return _dataclass(kind, value)
    origin, inside = get_origin(kind), get_args(kind)
    if origin is np.ndarray:
        return np.array(value, dtype=get_args(inside[1])[0])
    if origin in (Union, UnionType):
        return (
            None if value is None else _restored(next(one for one in inside if one is not type(None)), value)
        )
    if origin is list:
        return [_restored(inside[0], held) for held in value]
    if origin is tuple:
        return tuple(_restored(inside[0], held) for held in value)  # all of ours are of one type
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return {name: _restored(inside[1], held) for name, held in value.items()}
    return value if origin is Literal or isinstance(value, kind) else kind(value)


def _dataclass(kind: Any, value: Any) -> Any:
    return kind(**{name: _restored(hint, value[name]) for name, hint in _hints(kind).items()})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    hints = get_type_hints(
        kind, localns={"Miscalibration": Miscalibration}
    )  # which settings import for types only
    return {field.name: hints[field.name] for field in fields(kind)}
