"""How the two runs of a comparison were read: what differs in their manifests, and what that means."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from factscan.errors import UsageError
from factscan.sampling import sampling_of

Touches = Literal["keys", "documents", "copies", "nothing"]

_MEANS: dict[Touches, str] = {
    "keys": "the same question may have another key, and is then lost under one and gained under the other; changes "
    "of the figures are those of the extraction as well as those of the text",
    "documents": "other records, titles or domains may have been read of the same files",
    "copies": "other documents may be near-duplicates; --dedup none or exact compares without that",
    "nothing": "no figure depends on it",
}
_TOUCHES: dict[str, Touches] = {
    "factscan": "keys",
    "extractor": "keys",
    "synonyms": "keys",
    "near_shingle": "copies",
    "near_permutations": "copies",
    "near_threshold": "copies",
    "evidence": "nothing",
}


@dataclass(frozen=True, slots=True)
class ReadApart:
    """Something in which the two runs were read differently, what it ``touches``, and what that means."""

    what: str
    a: str
    b: str
    touches: Touches

    @property
    def means(self) -> str:
        return _MEANS[self.touches]


@dataclass(frozen=True, slots=True)
class Shards:
    """The input files of the two runs by name. ``changed``: in both, with another content."""

    same: list[str]
    changed: list[str]
    only_a: list[str]
    only_b: list[str]


def refuse_unlike(a: Mapping[str, Any], b: Mapping[str, Any]) -> None:
    """Refuse two manifests whose tables do not hold the same thing.

    Raises:
        UsageError: they have other schemas, or keep other samples.
    """
    versions = a.get("schema_version"), b.get("schema_version")
    if versions[0] != versions[1]:
        raise UsageError(
            f"the runs have schema versions {versions[0]} and {versions[1]}, whose tables hold other things: scan the "
            "older one again"
        )
    kept = [sampling_of(manifest["options"]) for manifest in (a, b)]
    if kept[0] != kept[1]:
        said = [f"{one.rate} of the {one.by}" if one else "everything" for one in kept]
        raise UsageError(
            f"RUN_A keeps {said[0]}, RUN_B {said[1]}: a prompt that only one of them keeps is neither lost nor gained. "
            "Scan both with the same --sample-prompts or --sample-subjects, or neither"
        )


def read_apart(a: Mapping[str, Any], b: Mapping[str, Any]) -> list[ReadApart]:
    """What differs between two manifests, the gravest first; their sources are ``shards_of``'s."""
    order: tuple[Touches, ...] = ("keys", "documents", "copies", "nothing")
    return sorted(_differences(a, b), key=lambda one: order.index(one.touches))


def same_keys(found: list[ReadApart]) -> bool:
    """Whether a document that is in both runs has the same prompts under the same keys in both."""
    return all(one.touches != "keys" for one in found)


def _differences(a: Mapping[str, Any], b: Mapping[str, Any]) -> Iterator[ReadApart]:
    one, other = _flat(a), _flat(b)
    for name in dict.fromkeys([*one, *other]):
        if one.get(name) != other.get(name):
            yield ReadApart(
                name, _shown(one.get(name)), _shown(other.get(name)), _TOUCHES.get(name, "documents")
            )


def _flat(manifest: Mapping[str, Any]) -> dict[str, Any]:
    built = manifest.get("build", {})
    version = {"factscan": manifest["factscan"]} if "factscan" in manifest else {}
    return {**version, **manifest["options"], **built}


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = "none" if value is None else str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def shards_of(a: Mapping[str, Any], b: Mapping[str, Any]) -> Shards:
    one, other = ({shard["name"]: shard for shard in manifest["shards"]} for manifest in (a, b))
    both = [name for name in one if name in other]
    # The key hashes a name, a size and both ends of a file, which is not told apart by a change in its middle.
    changed = {name for name in both if one[name]["key"] != other[name]["key"]}
    return Shards(
        same=[name for name in both if name not in changed],
        changed=[name for name in both if name in changed],
        only_a=[name for name in one if name not in other],
        only_b=[name for name in other if name not in one],
    )
