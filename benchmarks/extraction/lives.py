"""Dates of birth and death in the first paragraphs of biographies, against years known from elsewhere.

A record: ``{"title" or "id", "text", "triples": [[subject, "birth_date" or "death_date", year], …], "aliases": {…}}``.
A triple counts where its year stands in the first paragraph. Of these,

- year: the share for which a fact of that relation has that year, whoever its subject is;
- year and subject: and its subject is the person, by its title or an alias;
- full date: where the paragraph writes day, month and that year, the share for which that very date is found;
- wrong: the share for which the person gets another year and not that one.
"""

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from factscan.extract import Extractor, Mention

_RELATIONS = {"birth_date": "birth date", "death_date": "death date"}
_SHORTEST = 40  # characters; what is shorter is a heading
_MONTHS = "January February March April May June July August September October November December".split()
_DAY = re.compile(
    rf"(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<m1>{'|'.join(_MONTHS)}),? (?P<y1>\d{{4}})"
    rf"|(?P<m2>{'|'.join(_MONTHS)}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>\d{{4}})"
)


def score(path: Path, extractor: Extractor, limit: int | None = None) -> dict[str, float]:
    """The four shares for the records of a file (JSON lines, plain or gzip)."""
    records = list(_records(path, limit))
    counts: Counter[str] = Counter()
    found = extractor.extract((record["title"], record["lead"]) for record in records)
    for record, mentions in zip(records, found, strict=True):
        for _, relation, year in record["triples"]:
            if relation in _RELATIONS and re.search(rf"(?<!\d){re.escape(year)}(?!\d)", record["lead"]):
                counts.update(_outcomes(record, _RELATIONS[relation], year, mentions))
    known, dated = counts["known"], counts["dated"]
    return {
        "year": counts["year"] / max(known, 1),
        "year and subject": counts["subject"] / max(known, 1),
        "full date": counts["full"] / max(dated, 1),
        "wrong": counts["wrong"] / max(known, 1),
    }


def _records(path: Path, limit: int | None) -> Iterator[dict[str, Any]]:
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            if number == limit:
                return
            record = json.loads(line)
            paragraphs = [p.strip() for p in record["text"].split("\n") if len(p.strip()) >= _SHORTEST]
            record["lead"] = paragraphs[0] if paragraphs else ""
            record["title"] = record.get("title") or record["id"].partition(":")[2].replace("_", " ")
            yield record


def _outcomes(record: dict[str, Any], relation: str, year: str, mentions: Sequence[Mention]) -> Iterator[str]:
    yield "known"
    person = record["triples"][0][0]
    names = {_folded(n) for n in (record["title"], person, *record.get("aliases", {}).get(person, ()))}
    stated = [m for m in mentions if m.asserted and m.relation == relation]
    right = [m for m in stated if m.object.startswith(year)]
    own = [m for m in stated if _same(m.subject, names, record["lead"])]
    if right:
        yield "year"
    if any(m in own for m in right):
        yield "subject"
    if own and not any(m in right for m in own):
        yield "wrong"
    dates = {iso for iso in _full_dates(record["lead"]) if iso.startswith(year)}
    if dates:
        yield "dated"
        if any(m.object in dates for m in right):
            yield "full"


def _full_dates(text: str) -> Iterator[str]:
    for match in _DAY.finditer(text):
        day, month = match["d1"] or match["d2"], match["m1"] or match["m2"]
        yield f"{match['y1'] or match['y2']}-{_MONTHS.index(month) + 1:02}-{int(day):02}"


def _folded(name: str) -> str:
    return " ".join(re.findall(r"\w+", re.sub(r" \(.*?\)$", "", name).lower()))


def _same(subject: str, names: set[str], lead: str) -> bool:
    """Whether the subject is the person: so titled, or the name that the paragraph begins with, in full."""
    folded = _folded(subject)
    if folded in names:
        return True
    words = set(folded.split())
    return any(set(name.split()) <= words for name in names) and _folded(lead).startswith(folded)
