"""What is too long for one arc matrix is cut, at a stop if there is one."""

import numpy as np

from factscan.parser.batches import batches
from factscan.parser.pieces import LONGEST, cut_long


def test_pieces_are_never_longer_than_allowed_and_lose_nothing() -> None:
    starts, lengths = cut_long(np.array([0, 10]), np.array([10, 750]), np.zeros(760, dtype=bool))
    assert lengths.max() <= LONGEST
    assert (starts[1:] == np.cumsum(lengths)[:-1]).all()
    assert lengths.sum() == 760


def test_a_piece_ends_after_a_stop() -> None:
    stops = np.zeros(300, dtype=bool)
    stops[[20, 150, 170]] = True
    starts, lengths = cut_long(np.array([0]), np.array([300]), stops)
    assert (starts.tolist(), lengths.tolist()) == ([0, 171], [171, 129])


def test_batches_hold_sentences_of_one_length_and_every_token_once() -> None:
    lengths = np.random.default_rng(0).integers(1, 60, size=500)
    starts = np.cumsum(lengths) - lengths
    places = list(batches(starts, lengths))
    assert sorted(np.concatenate([batch.ravel() for batch in places]).tolist()) == list(range(lengths.sum()))
    assert max(batch.size for batch in places) <= 1_024
