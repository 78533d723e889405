"""Options from the file ``factscan.toml`` and from the environment, for every command alike.

The command line wins over the environment, the environment over the file, the file over defaults; where a pipeline file
stands between them is ``factscan.engine.pipeline``'s matter.
"""

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import click
from click.core import ParameterSource

from factscan.errors import InputError, UsageError

FILE = "factscan.toml"
_PATHS = ("FILE", "RUN")  # metavars of options whose value is a path
_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]")
_KEY = re.compile(r"""\s*["']?([\w-]+)["']?\s*=""")

_STRENGTHS = (ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT, ParameterSource.DEFAULT_MAP)

Place = tuple[str, str]  # a section, "" above the first, and a key


@dataclass(frozen=True, slots=True)
class Configured:
    """What a file says: ``values`` are click's ``default_map``, ``lines`` where each of them stands."""

    path: str = FILE
    values: dict[str, dict[str, Any]] = field(default_factory=dict)
    lines: dict[Place, int] = field(default_factory=dict)


def key_of(option: click.Option) -> str:
    """``near-threshold`` of ``--near-threshold``: how a file calls an option, whatever the code calls it."""
    return max(option.opts, key=len).lstrip("-")


def name_in_environment(group: click.Group) -> None:
    """Let every option be read from FACTSCAN_<COMMAND>_<OPTION>."""
    for name, command in group.commands.items():
        for option in _options(command):
            option.envvar = f"factscan_{name}_{key_of(option)}".upper().replace("-", "_")


def read_configuration(named: str | None, group: click.Group) -> Configured:
    """The options that the file ``named`` sets, by default ``factscan.toml`` in the working folder if it is there.

    Raises:
        InputError: the file that is named is not there, or is no TOML.
        UsageError: a section that is no command, a key that is no option of it, or a value of another kind.
    """
    path = Path(named or FILE)
    try:
        text = path.read_text(encoding="utf-8")
        content = tomllib.loads(text)
    except FileNotFoundError:
        if named:
            raise InputError(f"there is no configuration file {named}") from None
        return Configured()
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise InputError(f"{path} is no configuration file: {error}") from error
    return _File(path, _lines_of(text), group).read(content)


def origin(context: click.Context, parameter: click.Parameter) -> str | None:
    """Where the value of an option comes from, if from the environment or a file."""
    source = context.get_parameter_source(parameter.name or "")
    if source is ParameterSource.ENVIRONMENT and isinstance(parameter.envvar, str):
        return parameter.envvar
    configured = getattr(context.find_root().obj, "configured", None)
    if (
        source is not ParameterSource.DEFAULT_MAP
        or configured is None
        or not isinstance(parameter, click.Option)
    ):
        return None
    key = key_of(parameter)
    line = configured.lines.get((context.info_name or "", key)) or configured.lines.get(("", key))
    return f"{configured.path}, line {line}" if line else str(configured.path)


def weaker(context: click.Context, one: str, other: str) -> str | None:
    """Of two options that exclude each other, the one given in a weaker place; None where neither is weaker."""
    places = {context.get_parameter_source(name): name for name in (one, other)}
    given = [places[source] for source in _STRENGTHS if source in places]
    return given[1] if len(given) == 2 else None


def origins(context: click.Context) -> Iterator[str]:
    """A line for every option of a command that was given elsewhere than on the command line."""
    for option in _options(context.command):
        place = origin(context, option)
        if place:
            yield f"--{key_of(option)} {context.params.get(option.name or '')} ({place})"


@dataclass(frozen=True, slots=True)
class _File:
    """A file being read: its path, the lines of its keys, and the commands that it may speak of."""

    path: Path
    lines: Mapping[Place, int]
    group: click.Group

    def read(self, content: Mapping[str, Any]) -> Configured:
        options = {
            name: {key_of(o): o for o in _options(command)} for name, command in self.group.commands.items()
        }
        general = {key: value for key, value in content.items() if not isinstance(value, dict)}
        sections = {key: value for key, value in content.items() if isinstance(value, dict)}
        self._check(options, general, sections)
        values: dict[str, dict[str, Any]] = {}
        for name, known in options.items():
            here = {key: ("", key) for key in general if _dashed(key) in known}
            here |= {key: (name, key) for key in sections.get(name, {})}
            values[name] = {}
            for key, place in here.items():
                value = sections[name][key] if place[0] else general[key]
                option = known[_dashed(key)]
                values[name][str(option.name)] = self._value(place, option, value)
        lines = {(section, _dashed(key)): line for (section, key), line in self.lines.items()}
        return Configured(str(self.path), values, lines)

    def _check(
        self,
        options: Mapping[str, Mapping[str, click.Option]],
        general: Mapping[str, Any],
        sections: Mapping[str, Mapping[str, Any]],
    ) -> None:
        """Refuse sections that are no commands, and keys that are no options of theirs (of any, above the sections)."""
        known = {key for found in options.values() for key in found}
        for key in general:
            if _dashed(key) not in known:
                raise self._error(("", key), f"no command has an option {key!r}", key, known)
        for section, keys in sections.items():
            if section not in options:
                raise self._error((section, ""), f"[{section}] is no command", section, options, "[{}]")
            for key in keys:
                if _dashed(key) not in options[section]:
                    raise self._error(
                        (section, key), f"[{section}] has no key {key!r}", key, options[section]
                    )

    def _value(self, place: Place, option: click.Option, value: Any) -> Any:
        wanted = _wanted(option)
        values = value if option.multiple and isinstance(value, list) else [value]
        if (option.multiple and not isinstance(value, list)) or any(
            isinstance(one, bool) != bool(option.is_flag) or not isinstance(one, str | int | float)
            for one in values
        ):
            raise UsageError(f"{self._at(place)}: {place[1]} is {wanted}, not {value!r}")
        placed = [self._placed(option, one) for one in values]
        return placed if option.multiple else placed[0]

    def _placed(self, option: click.Option, value: Any) -> Any:
        """A relative path is one from the file's own folder."""
        is_path = option.metavar in _PATHS or (option.metavar == "NAME_OR_PATH" and "/" in str(value))
        if not is_path or not isinstance(value, str) or value == "-" or "://" in value:
            return value
        return os.path.normpath(self.path.parent / Path(value).expanduser())

    def _error(
        self, place: Place, what: str, given: str, known: Iterable[str], shown: str = "{!r}"
    ) -> UsageError:
        from difflib import get_close_matches

        near = get_close_matches(_dashed(given), known, 1)
        way_out = (
            f"Did you mean {shown.format(near[0])}?" if near else f"Available: {', '.join(sorted(known))}"
        )
        return UsageError(f"{self._at(place)}: {what}. {way_out}")

    def _at(self, place: Place) -> str:
        line = self.lines.get(place)
        return f"{self.path}, line {line}" if line else str(self.path)


def _options(command: click.Command) -> list[click.Option]:
    return [parameter for parameter in command.params if isinstance(parameter, click.Option)]


def _wanted(option: click.Option) -> str:
    if option.is_flag:
        return "true or false"
    return "a list" if option.multiple else "a string or a number"


def _dashed(key: str) -> str:
    return key.replace("_", "-")


def _lines_of(text: str) -> dict[Place, int]:
    """The line of every section and key as far as one can tell without a parser; tomllib tells no lines."""
    found: dict[Place, int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            section = header[1]
            found.setdefault((section, ""), number)
        elif key := _KEY.match(line):
            found.setdefault((section, key[1]), number)
    return found
