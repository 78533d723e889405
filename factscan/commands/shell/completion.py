"""What Tab completes: tables, columns, keywords, dot commands, named questions and their parameters."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from factscan.store.queries import query, query_names
from factscan.store.reader import Reader
from factscan.store.statements import statement


class Words:
    """The words of one run. ``columns`` maps each table and view to its columns."""

    def __init__(
        self,
        columns: Mapping[str, Sequence[str]],
        keywords: Iterable[str],
        commands: Iterable[str],
        modes: Iterable[str],
    ) -> None:
        self.columns = columns
        self._keywords = sorted(keywords)
        self._commands = sorted(commands)
        self._modes = list(modes)

    def matching(self, line: str, word: str) -> list[str]:
        """How ``word``, which ends the ``line``, may go on; keywords in its own case."""
        if line.startswith("."):
            return [option for option in self._arguments(line.split(" ")) if option.startswith(word)]
        table, dot, _ = word.partition(".")
        if dot:
            options = [f"{table}.{column}" for column in self.columns.get(table, ())]
            return [option for option in options if option.startswith(word)]
        names = {*self.columns, *(column for columns in self.columns.values() for column in columns)}
        found = sorted(name for name in names if name.startswith(word.lower()))
        keywords = [name for name in self._keywords if name.startswith(word.lower()) and name not in names]
        return [*found, *(map(str.upper, keywords) if word.isupper() else keywords)]

    def _arguments(self, words: Sequence[str]) -> list[str]:
        """What may stand in the place of the last of ``words``."""
        match words:
            case [_]:
                return self._commands
            case [".run", _]:
                return query_names()
            case [".run", name, *_] if name in query_names():
                return [f"{parameter.name}=" for parameter in query(name).parameters]
            case [".schema", _]:
                return sorted(self.columns)
            case [".mode", _]:
                return self._modes
        return []


def words_of(reader: Reader, commands: Iterable[str], modes: Iterable[str]) -> Words:
    """The words of an open run."""
    columns: dict[str, list[str]] = defaultdict(list)
    keywords = []
    for row in reader.ask(statement("shell/words")).table().to_pylist():
        if row["owner"] is None:
            keywords.append(row["word"])
        else:
            columns[row["owner"]].append(row["word"])
    return Words(dict(columns), keywords, commands, modes)
