"""Everything the rules read about one sentence, worked out once."""

from factscan.extract.relations import Relations, shipped_relations
from factscan.extract.syntax.assertion import Assertion
from factscan.extract.syntax.clauses import Clauses
from factscan.extract.syntax.parse import Parse
from factscan.extract.syntax.quotations import speech
from factscan.extract.text.dates import date_spans

_WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


class Analysis:
    """A sentence with its clauses, its dates and what of it is speech, and the relations to look for in it."""

    def __init__(
        self,
        parse: Parse,
        quoted: list[tuple[int, int]],
        dates: list[tuple[int, int, str]] | None = None,
        relations: Relations | None = None,
    ) -> None:
        self.parse = parse
        self.relations = relations or shipped_relations()
        self.speech = speech(parse, quoted) if quoted else []
        self.assertion = Assertion(parse, self.speech)
        self.clauses = Clauses(parse, self.assertion)
        self.dates = date_spans(parse.text) if dates is None else dates
        self._date_of: dict[int, tuple[int, int, str]] = {}
        for span in self.dates:
            for i, start in enumerate(parse.starts):
                if span[0] <= start < span[1]:
                    self._date_of[i] = span
                    if i and parse.lower[i - 1] in _WEEKDAYS:
                        self._date_of[i - 1] = span

    def date_at(self, token: int) -> tuple[int, int, str] | None:
        """The date (start, end, ISO 8601) that the token is a word of."""
        return self._date_of.get(token)

    def in_speech(self, token: int) -> bool:
        """Whether the token is inside quoted speech."""
        return any(a <= self.parse.starts[token] < b for a, b in self.speech)
