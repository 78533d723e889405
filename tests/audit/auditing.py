"""Items of an audit that a test writes down."""

from typing import Any

from factscan.audit.item import Item
from factscan.audit.pair import Pair


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
        "unit": "document",
        "units": 2,
    }
    return Item(**{**fields, **given})


def pair(**given: Any) -> Pair:
    fields: dict[str, Any] = {
        "label": "",
        "note": "",
        "kind": "subject",
        "subject": "JustinianI",
        "relation": "be",
        "object": "emperor",
        "other_subject": "Justinian I",
        "other_relation": "be",
        "other_object": "emperor",
        "sentence": "JustinianI ⟦was an emperor⟧.",
        "other_sentence": "Justinian I ⟦was emperor⟧.",
        "title": "Rome",
        "other_title": "Byzantium",
        "domain": "history",
        "closeness": 0.99,
        "mentions": 1,
        "pair": "p1",
        "run": "r1",
        "seed": 0,
        "subjects": "name,topic",
        "dedup": "near",
        "unit": "document",
        "stratum_of": 20,
        "looked_at": 100,
        "prompts_looked_at": 90,
        "singletons_of": 100,
    }
    return Pair(**{**fields, **given})
