"""Items of an audit that a test writes down."""

from typing import Any

from factscan.audit.item import Item


def item(**given: Any) -> Item:
    fields: dict[str, Any] = {
        "label": "",
        "note": "",
        "subject": "Oslo",
        "relation": "country",
        "object": "Norway",
        "sentence": "Oslo is ⟦in Norway⟧.",
        "title": "Oslo",
        "domain": "geo",
        "sample": "random",
        "subject_kind": "name",
        "object_type": "name",
        "confidence": 0.8,
        "doc_id": "1",
        "shard": "s",
        "mention": "m1",
        "run": "r1",
        "seed": 0,
        "strata": "all",
        "subjects": "name,topic",
        "dedup": "near",
        "random_of": 100,
        "singletons_of": None,
    }
    return Item(**{**fields, **given})
