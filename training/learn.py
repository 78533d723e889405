"""One training run: batches, losses, moving average of the weights, scores on the development part."""

import copy
import random
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import torch
from examples import MISSING, Batch, Example, FormTable, Vocabulary, collate, shuffled_batches, windows
from judge import Judgement, judge
from network import Parser, save
from torch import Tensor, nn

TAG_WEIGHT, NAME_WEIGHT, START_WEIGHT = 0.2, 1.0, 0.6  # against 1 for arcs and 1 for labels
BATCH = 3000
AVERAGE_EVERY = 4
WINDOW_SHARE = 0.25


@dataclass(frozen=True)
class Settings:
    """``minutes`` of wall-clock time; the learning rate falls to zero over them."""

    minutes: float
    rate: float = 2e-3
    blank: float = 0.1
    averaging: float = 0.999
    judge_every: int = 500
    seed: int = 1


@dataclass(frozen=True)
class Material:
    """``whole`` are sentences, ``streams`` documents whose sentence starts are learned; ``silver`` gives the
    machine-labelled sentences of an epoch.
    """

    whole: list[Example]
    streams: list[Example]
    silver: Callable[[int], list[Example]]
    develop: list[Example]
    develop_streams: list[Example]

    def epoch(self, number: int, rng: random.Random) -> list[Example]:
        """What one epoch is made of."""
        return [*self.whole, *windows(self.streams, WINDOW_SHARE, rng), *self.silver(number)]


def losses(parser: Parser, batch: Batch, blank: float) -> Tensor:
    """The loss a token of the batch."""
    middle, top = parser.encode(batch.forms, batch.index, batch.lengths, blank)
    targets = batch.targets
    loss = TAG_WEIGHT * _cross_entropy(parser.tags(middle), targets["tags"])
    loss = loss + TAG_WEIGHT * _cross_entropy(parser.morphs(middle), targets["morphs"])
    loss = loss + NAME_WEIGHT * _cross_entropy(parser.names(top), targets["names"])
    loss = loss + START_WEIGHT * _starts_loss(parser.starts(middle), targets["starts"])
    heads = targets["heads"]
    if bool((heads != MISSING).any()):
        loss = loss + _cross_entropy(parser.arcs(top, batch.lengths), heads)
        loss = loss + _label_loss(parser, top, heads, targets["labels"])
    return loss / batch.words


def _label_loss(parser: Parser, top: Tensor, heads: Tensor, labels: Tensor) -> Tensor:
    dependent, governor = parser.label_views(top)
    sentence, place = torch.nonzero((heads > 0) & (labels != MISSING), as_tuple=True)
    scores = parser.labels(dependent[sentence, place], governor[sentence, heads[sentence, place] - 1])
    return _cross_entropy(scores, labels[sentence, place])


def _starts_loss(scores: Tensor, starts: Tensor) -> Tensor:
    known = starts != MISSING
    return nn.functional.binary_cross_entropy_with_logits(
        scores.squeeze(2)[known].float(), starts[known].float(), reduction="sum"
    )


def _cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    return nn.functional.cross_entropy(
        scores.reshape(-1, scores.shape[-1]).float(),
        targets.reshape(-1),
        ignore_index=MISSING,
        reduction="sum",
    )


class Average:
    """A moving average of the weights, which scores better than the weights themselves."""

    def __init__(self, parser: Parser, decay: float):
        self.parser = copy.deepcopy(parser).eval()
        self._decay, self._steps = decay, 0

    def update(self, parser: Parser) -> None:
        """Take the weights after a step in (every fourth: it costs)."""
        self._steps += 1
        if self._steps % AVERAGE_EVERY:
            return
        decay = min(self._decay, (1 + self._steps) / (10 + self._steps)) ** AVERAGE_EVERY
        with torch.no_grad():
            for mean, weight in zip(self.parser.parameters(), parser.parameters(), strict=True):
                mean.lerp_(weight, 1 - decay)


def learn(
    parser: Parser,
    material: Material,
    table: FormTable,
    vocabulary: Vocabulary,
    settings: Settings,
    target: Path,
) -> Judgement:
    """Train, and keep the best average at ``target``; returns its scores."""
    rng = random.Random(settings.seed)
    torch.manual_seed(settings.seed)
    optimizer = torch.optim.Adam(parser.parameters(), lr=settings.rate, betas=(0.9, 0.95), fused=True)
    average = Average(parser, settings.averaging)
    best: Judgement | None = None
    begun = time.time()
    for step, batch in enumerate(_batches(material, table, rng), 1):
        progress = (time.time() - begun) / (60 * settings.minutes)
        if step % settings.judge_every == 0 or progress >= 1:
            result = judge(average.parser, material.develop, material.develop_streams, table, vocabulary)
            print(f"{(time.time() - begun) / 60:6.1f} min {step:6} steps  {result}", flush=True)
            if best is None or result.las > best.las:
                best = result
                save(target, average.parser, vars(vocabulary))
        if progress >= 1:
            break
        for group in optimizer.param_groups:
            group["lr"] = settings.rate * min(1.0, step / 60) * max(0.0, 1 - progress)
        parser.train()
        with torch.autocast("cpu", dtype=torch.bfloat16):
            loss = losses(parser, batch, settings.blank)
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(parser.parameters(), 5.0)
        optimizer.step()
        average.update(parser)
    assert best is not None
    return best


def _batches(material: Material, table: FormTable, rng: random.Random) -> Iterator[Batch]:
    number = 0
    while True:
        for group in shuffled_batches(material.epoch(number, rng), BATCH, rng):
            yield collate(group, table)
        number += 1
