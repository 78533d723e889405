"""Groups of five wordings of one fact (``paraphrases/*.txt``), and how many of them share one prompt."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from factscan import Extractor
from factscan.extract.mention import Mention
from factscan.extract.text.keys import object_key, prompt_id
from factscan.extract.text.names import fold

FOLDER = Path(__file__).parent / "paraphrases"


@dataclass(slots=True)
class Group:
    """A fact between two ``ends`` and its wordings as (title, text)."""

    name: str
    ends: tuple[str, str]
    wordings: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A group with the mentions of each wording. ``met``: the largest number of wordings under one prompt."""

    group: Group
    mentions: list[list[Mention]]
    met: int

    @property
    def score(self) -> float:
        return self.met / len(self.group.wordings)


def read_groups(file: Path) -> list[Group]:
    """The groups of one file."""
    groups: list[Group] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            name, _, fact = line[3:].partition(": ")
            one, _, other = fact.partition(" ~ ")
            groups.append(Group(name, (one, other)))
        elif line and not line.startswith("#"):
            title, bracket, text = line[1:].partition("] ") if line.startswith("[") else ("", "", line)
            groups[-1].wordings.append((title, text if bracket or not title else line))
    return groups


def outcomes(groups: list[Group], extractor: Extractor) -> list[Outcome]:
    """Extract all wordings and see how many of each group meet."""
    found = extractor.extract(wording for group in groups for wording in group.wordings)
    results = []
    for group in groups:
        mentions = [next(found) for _ in group.wordings]
        prompts = Counter(prompt for wording in mentions for prompt in _right_prompts(group, wording))
        results.append(Outcome(group, mentions, max(prompts.values(), default=0)))
    return results


def _right_prompts(group: Group, mentions: Iterable[Mention]) -> set[int]:
    """The prompts under which a wording states the fact of the group, whichever end is the subject."""
    one, other = group.ends
    return {
        prompt_id(m.subject, m.relation)
        for m in mentions
        for subject, response in ((one, other), (other, one))
        if m.asserted and fold(m.subject) == fold(subject) and object_key(m.object) == object_key(response)
    }
