"""Scores of a network on the development part while it is trained: gold tokens, greedy trees."""

from dataclasses import dataclass

import torch
from examples import MISSING, WINDOW, Batch, Example, FormTable, Vocabulary, by_length, collate
from network import Parser
from torch import Tensor

Spans = set[tuple[int, int, int, str]]


@dataclass(frozen=True)
class Judgement:
    """Shares of 1; arcs and labels without punctuation."""

    uas: float
    las: float
    tags: float
    morphs: float
    names: float
    starts: float

    def __str__(self) -> str:
        return "  ".join(f"{name} {value:.4f}" for name, value in vars(self).items())


@torch.inference_mode()
def judge(
    parser: Parser, sentences: list[Example], streams: list[Example], table: FormTable, vocabulary: Vocabulary
) -> Judgement:
    """Score the network."""
    punctuation = vocabulary.labels.index("punct")
    counts: dict[str, float] = dict.fromkeys(("words", "heads", "both", "tokens", "tags", "morphs"), 0)
    gold: Spans = set()
    found: Spans = set()
    offset = 0
    for group in by_length(sentences, 4000):
        batch = collate(group, table)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            tags, morphs, names, heads, labels = predict(parser, batch)
        target = batch.targets
        counted = (target["heads"] != MISSING) & (target["labels"] != punctuation)
        right = counted & (heads == target["heads"])
        counts["words"] += int(counted.sum())
        counts["heads"] += int(right.sum())
        counts["both"] += int((right & ((labels == target["labels"]) | (heads == 0))).sum())
        counts["tokens"] += int((target["heads"] != MISSING).sum())
        counts["tags"] += int((tags == target["tags"]).sum())
        counts["morphs"] += int((morphs == target["morphs"]).sum())
        for i, length in enumerate(batch.lengths.tolist()):
            if int(target["names"][i, 0]) != MISSING:
                gold |= {(offset + i, *span) for span in spans(target["names"][i, :length], vocabulary.names)}
                found |= {(offset + i, *span) for span in spans(names[i, :length], vocabulary.names)}
        offset += len(group)
    return Judgement(
        uas=counts["heads"] / counts["words"],
        las=counts["both"] / counts["words"],
        tags=counts["tags"] / counts["tokens"],
        morphs=counts["morphs"] / counts["tokens"],
        names=f1(gold, found),
        starts=_sentences(parser, streams, table),
    )


def predict(parser: Parser, batch: Batch) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
    """Tags, features, names, heads (0 the root) and labels, [B, T] each."""
    middle, top = parser.encode(batch.forms, batch.index, batch.lengths, 0)
    heads = parser.arcs(top, batch.lengths).argmax(dim=2)
    dependent, governor = parser.label_views(top)
    chosen = governor.gather(1, (heads - 1).clamp(min=0)[:, :, None].expand(-1, -1, governor.shape[2]))
    labels = parser.labels(dependent.flatten(0, 1), chosen.flatten(0, 1)).argmax(dim=1).view_as(heads)
    return (
        parser.tags(middle).argmax(2),
        parser.morphs(middle).argmax(2),
        parser.names(top).argmax(2),
        heads,
        labels,
    )


def _sentences(parser: Parser, streams: list[Example], table: FormTable) -> float:
    gold, found = set(), set()
    for i, stream in enumerate(streams):
        starts = [j for j, start in enumerate(stream.targets["starts"]) if start]
        guessed = [0] + [j for j in start_places(parser, stream, table) if j]
        for places, spans_ in ((starts, gold), (guessed, found)):
            spans_ |= {(i, *pair) for pair in zip(places, [*places[1:], len(stream.forms)], strict=True)}
    return f1(gold, found)


def start_places(parser: Parser, stream: Example, table: FormTable) -> list[int]:
    """Tokens that begin a sentence, each judged in the window of which it is nearest to the middle."""
    length, half = len(stream.forms), WINDOW // 2
    begins = list(range(0, max(1, length - half), half))
    cuts = [_cut(stream, begin, begin + WINDOW) for begin in begins]
    scores = [
        row for at in range(0, len(cuts), 50) for row in _start_scores(parser, cuts[at : at + 50], table)
    ]
    places: list[int] = []
    for position, (begin, cut, score) in enumerate(zip(begins, cuts, scores, strict=True)):
        first = 0 if position == 0 else half // 2
        after = len(cut.forms) if position == len(begins) - 1 else WINDOW - half // 2
        places += [begin + j for j in range(first, after) if score[j] > 0]
    return places


def _start_scores(parser: Parser, cuts: list[Example], table: FormTable) -> Tensor:
    batch = collate(cuts, table)
    with torch.autocast("cpu", dtype=torch.bfloat16):
        middle, _ = parser.encode(batch.forms, batch.index, batch.lengths, 0)
        return parser.starts(middle)[:, :, 0]


def _cut(stream: Example, begin: int, end: int) -> Example:
    return Example(
        stream.forms[begin:end], {name: values[begin:end] for name, values in stream.targets.items()}
    )


def spans(names: Tensor, labels: list[str]) -> list[tuple[int, int, str]]:
    """Names as (first token, token after the last, type); an ``I-`` after anything else begins one too."""
    found: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for i, name in enumerate([*names.tolist(), 0]):
        prefix, _, current = labels[name].partition("-")
        if kind and (prefix == "B" or current != kind):
            found.append((start, i, kind))
            kind = ""
        if current and not kind:
            start, kind = i, current
    return found


def f1(gold: set, found: set) -> float:
    """The F1 measure of two sets."""
    return 2 * len(gold & found) / max(1, len(gold) + len(found))
