#!/usr/bin/env python3
"""Write the sample corpus and its truth: invented documents whose facts are known, because they were made from them."""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from generator import shards
from generator.documents import SOURCES, Document, Sentence, Telling, Writer
from generator.truth import truth
from generator.world import Entity, World

SEED = 2509


@dataclass(frozen=True)
class Domain:
    """A domain's make-up.

    Well-known entities are told by several documents and make its repeated facts; each obscure one has a document of
    its own and makes its singletons.
    """

    kinds: tuple[str, ...]
    known: int
    obscure: int
    telling: Telling


DOMAINS = {
    "geography": Domain(("city", "river", "mountain"), 38, 16, Telling(0.8, 0.10, 0.10, 0.4)),
    "biography": Domain(("person",), 34, 82, Telling(0.7, 0.15, 0.25, 0.5)),
    "arts": Domain(("book", "film"), 30, 140, Telling(0.85, 0.15, 0.20, 0.5)),
    "medicine": Domain(("disease", "drug"), 18, 180, Telling(0.85, 0.08, 0.10, 0.5)),
    "law": Domain(("act",), 10, 230, Telling(0.8, 0.05, 0.10, 0.4)),
    "technology": Domain(("company", "software"), 4, 265, Telling(0.9, 0.01, 0.05, 0.4)),
}
TELLINGS = (4, 7)
# Of each domain.
COPIES = 4
NEAR_COPIES = 2


def main() -> None:
    """Parse the options, and write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--out",
        type=Path,
        default=Path(__file__).parent,
        metavar="FOLDER",
        help="where to write (default: here)",
    )
    parser.add_argument(
        "--seed", type=int, default=SEED, help=f"another seed, another world (default: {SEED})"
    )
    parser.add_argument(
        "--facts", type=Path, metavar="FILE", help="also write what each document states, one a line"
    )
    options = parser.parse_args()
    documents, copies = corpus(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    records = write_shards(options.out, documents, Random(options.seed))
    known = {
        "seed": options.seed,
        **truth(documents, copies, list(DOMAINS)),
        "near_copies": NEAR_COPIES * len(DOMAINS),
        "shards": records,
        "rejects": {name: len(bad) for name, bad in shards.BAD.items()},
    }
    (options.out / "truth.json").write_text(
        json.dumps(known, indent=1, ensure_ascii=False) + "\n", encoding="utf-8"
    )
    if options.facts:
        options.facts.write_text("".join(fact_lines(documents)), encoding="utf-8")


def corpus(seed: int) -> tuple[list[Document], set[str]]:
    """The documents, and the ids of those that are copies of others."""
    rng = Random(seed)
    world = World(rng)
    known = {name: known_entities(world, name, domain) for name, domain in DOMAINS.items()}
    # Asides are told by documents of every domain, so they are about what everybody knows: places and people.
    writer = Writer(world, [*known["geography"], *known["biography"]], rng)
    documents: list[Document] = []
    for name, domain in DOMAINS.items():
        subjects = [entity for entity in known[name] for _ in range(rng.randint(*TELLINGS))]
        subjects += [world.of_kind(rng.choice(domain.kinds)) for _ in range(domain.obscure)]
        rng.shuffle(subjects)
        documents += [
            writer.document(f"{name}-{n:04}", name, one, domain.telling) for n, one in enumerate(subjects)
        ]
    near, copies = [], []
    for name in DOMAINS:
        own = [document for document in documents if document.domain == name]
        near += [near_copy(document, rng) for document in rng.sample(own, NEAR_COPIES)]
        copies += [exact_copy(document, rng) for document in rng.sample(own, COPIES)]
    return documents + near + copies, {copy.doc_id for copy in copies}


def known_entities(world: World, name: str, domain: Domain) -> list[Entity]:
    """The well-known entities of a domain; geography's are the world's countries and towns first."""
    if name != "geography":
        return [world.of_kind(world.rng.choice(domain.kinds)) for _ in range(domain.known)]
    countries = [world.country(country) for country in world.countries]
    towns = [world.city(town) for town in world.towns[: domain.known // 2]]
    rest = domain.known - len(countries) - len(towns)
    return countries + towns + [world.of_kind(world.rng.choice(["river", "mountain"])) for _ in range(rest)]


def exact_copy(document: Document, rng: Random) -> Document:
    """The same text elsewhere, sometimes with other white space."""
    return replace(
        document,
        doc_id=f"{document.doc_id}-copy",
        source=rng.choice(SOURCES),
        joint=rng.choice([" ", "\n", "  "]),
    )


def near_copy(document: Document, rng: Random) -> Document:
    """The same text with one more sentence."""
    more = Sentence(
        rng.choice(
            ["This page may contain errors.", "This page should be revised.", "Is this page complete?"]
        )
    )
    return replace(document, doc_id=f"{document.doc_id}-revised", sentences=(*document.sentences, more))


def write_shards(folder: Path, documents: Sequence[Document], rng: Random) -> dict[str, dict[str, int]]:
    """Write every shard, copies into another shard than their originals; and say what each holds."""
    names = list(shards.BAD)
    homes: dict[str, list[Document]] = defaultdict(list)
    for document in documents:
        home = shards.SHARD_OF[document.domain]
        copied = document.doc_id.endswith(("-copy", "-revised"))
        homes[rng.choice([name for name in names if name != home]) if copied else home].append(document)
    counts = {}
    for name in names:
        rng.shuffle(homes[name])
        records = shards.with_bad_records(name, homes[name])
        shards.write(folder / name, records)
        counts[name] = {"records": len(records), "documents": len(homes[name])}
    return counts


def fact_lines(documents: Sequence[Document]) -> list[str]:
    """What each document states, as JSON lines."""
    return [
        json.dumps(
            {
                "id": document.doc_id, "domain": document.domain, "title": document.title, "text": document.text,
                "facts": [[s.subject, s.relation, s.object] for s in document.mentions],
                "sentences_without_fact": [one.text for one in document.sentences if not one.states],
            },
            ensure_ascii=False,
        )
        + "\n"
        for document in documents
    ]  # fmt: skip


if __name__ == "__main__":
    main()
