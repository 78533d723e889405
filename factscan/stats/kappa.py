"""κ: the chance that a calibrated model's guess at an unseen prompt is right, for each relation."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

ALONE_FROM = 100
"""Distinct prompts from which on a relation is a group of its own."""


@dataclass(frozen=True, slots=True)
class Kappas:
    """κ of every relation, as columns of one length, in the order of ``relation`` (sorted, distinct).

    ``kappa`` = max(``uniform``, ``collision``) · ``uniform`` = 1/(|E|+1) · ``collision`` the chance that
    two prompts of the group share the answer · ``errors`` |E|, plausible errors of the group ·
    ``prompts`` prompt-answer pairs of the relation itself · ``alone`` whether the relation is a group of
    its own; if not, it pools with all rare relations of the object type ``object_type`` (a relation's
    most frequent) · ``skewed`` whether ``collision`` won: answers are not uniform there, so the theorem's
    assumption fails, and a report names them.
    """

    relation: NDArray[Any]
    kappa: NDArray[np.float64]
    uniform: NDArray[np.float64]
    collision: NDArray[np.float64]
    errors: NDArray[np.int64]
    prompts: NDArray[np.int64]
    alone: NDArray[np.bool_]
    object_type: NDArray[Any]
    skewed: NDArray[np.bool_]


def kappa(
    relation: ArrayLike,
    object_type: ArrayLike,
    obj: ArrayLike,
    n: ArrayLike,
    *,
    relation_prompts: ArrayLike | None = None,
    alone_from: int = ALONE_FROM,
    one_in: int = 1,
) -> Kappas:
    """κ_g = max( 1/(|E_g|+1), Σ_o n_o(n_o−1) / (n(n−1)) ) of the group g of every relation.

    One row for each relation and object: codes of any type that sorts (numbers or strings; an object has one
    code wherever it occurs, and may have several types), and ``n`` the distinct prompts of the relation with
    that object; n_o is their sum over the group, and n = Σ n_o. |E_g| is the distinct objects of the group
    minus one. A relation with at least ``alone_from`` distinct prompts is a group; rarer ones pool by their
    most frequent object type (a relation seen once would otherwise have one plausible answer, and κ = 1).
    ``relation_prompts``: distinct prompts of each relation in sorted order, where prompts with several
    objects make Σn larger than it.

    The first term is what the theorem's own ceiling takes off (Kalai et al. 2025, arXiv 2509.04664); the
    second is a heuristic for skewed answers (derived here). A group of one prompt has no second term (0); a
    group of one object has κ = 1. Objects seen stand in for the plausible, so κ is a working proxy.

    Where one in K = ``one_in`` prompts was kept, all of a relation's prompts are K times as many, the second term is
    unbiased as it is, and the distinct objects are those seen plus K − 1 for each that one prompt has (derived here).
    That is right where answers are nearly all different and too many where they are not, but there the second term
    is the larger: it is at least (n/(|E|+1) − 1)/(n − 1).
    """
    relations, row_relation = np.unique(np.asarray(relation), return_inverse=True)
    types, row_type = np.unique(np.asarray(object_type), return_inverse=True)
    objects, row_object = np.unique(np.asarray(obj), return_inverse=True)
    weight = np.asarray(n, dtype=np.int64)
    if not len(row_relation) == len(row_type) == len(row_object) == len(weight):
        raise ValueError("relation, object_type, obj and n must be of one length")
    grouped = group_relations(
        relations[row_relation],
        types[row_type],
        weight,
        relation_prompts=relation_prompts,
        alone_from=alone_from,
        one_in=one_in,
    )
    answers = _answers(grouped.group[row_relation], row_object, weight, len(objects))
    return kappas_of_answers(grouped, answers, one_in=one_in)


@dataclass(frozen=True, slots=True)
class GroupedRelations:
    """Which group every relation belongs to, as columns of one length, in the order of ``relation`` (sorted, distinct).

    ``group`` numbers the groups from 0, not all of them in use · the others are as in ``Kappas``.
    """

    relation: NDArray[Any]
    group: NDArray[np.intp]
    prompts: NDArray[np.int64]
    alone: NDArray[np.bool_]
    object_type: NDArray[Any]


@dataclass(frozen=True, slots=True)
class AnswerSums:
    """How the answers of groups are spread, as columns of one length: all that κ needs of them.

    ``group`` · ``objects`` distinct ones · ``once`` how many of these answer one prompt · ``pairs`` Σ n_o, prompts with
    an object each · ``same`` Σ n_o(n_o − 1).
    """

    group: NDArray[np.int64]
    objects: NDArray[np.int64]
    once: NDArray[np.int64]
    pairs: NDArray[np.int64]
    same: NDArray[np.float64]


def group_relations(
    relation: ArrayLike,
    object_type: ArrayLike,
    n: ArrayLike,
    *,
    relation_prompts: ArrayLike | None = None,
    alone_from: int = ALONE_FROM,
    one_in: int = 1,
) -> GroupedRelations:
    """The groups of ``kappa``, from one row for each relation and object type, with ``n`` prompt-answer pairs."""
    relations, row_relation = np.unique(np.asarray(relation), return_inverse=True)
    types, row_type = np.unique(np.asarray(object_type), return_inverse=True)
    weight = np.asarray(n, dtype=np.int64)
    prompts = _sums(row_relation, weight, len(relations))
    distinct = prompts if relation_prompts is None else np.asarray(relation_prompts, dtype=np.int64)
    alone = one_in * distinct >= alone_from
    main_type = _most_frequent_type(row_relation, row_type, weight, len(relations), len(types))
    # Relations that stand alone have their own number, pools come after them by type.
    group = np.where(alone, np.arange(len(relations)), len(relations) + main_type)
    return GroupedRelations(relations, group, prompts, alone, types[main_type])


def kappas_of_answers(grouped: GroupedRelations, answers: AnswerSums, *, one_in: int = 1) -> Kappas:
    """κ of every relation from the sums of its group; ``one_in`` as in ``kappa``."""
    groups = int(grouped.group.max(initial=-1)) + 1
    errors, collision = np.zeros(groups, dtype=np.int64), np.zeros(groups)
    objects = answers.objects + (one_in - 1) * answers.once
    errors[answers.group] = np.maximum(objects - 1, 0)
    pairs = answers.pairs.astype(np.float64)
    collision[answers.group] = np.divide(
        answers.same, pairs * (pairs - 1), out=np.zeros(len(pairs)), where=pairs > 1
    )
    uniform: NDArray[np.float64] = np.reciprocal(errors[grouped.group] + 1.0)
    collision = collision[grouped.group]
    return Kappas(
        relation=grouped.relation,
        kappa=np.maximum(uniform, collision),
        uniform=uniform,
        collision=collision,
        errors=errors[grouped.group],
        prompts=grouped.prompts,
        alone=grouped.alone,
        object_type=grouped.object_type,
        skewed=collision > uniform,
    )


def _sums(index: NDArray[np.intp], weight: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    total = np.zeros(size, dtype=np.int64)
    np.add.at(total, index, weight)
    return total


def _most_frequent_type(
    relation: NDArray[np.intp],
    object_type: NDArray[np.intp],
    weight: NDArray[np.int64],
    relations: int,
    types: int,
) -> NDArray[np.intp]:
    counts = _sums(relation * types + object_type, weight, relations * types).reshape(relations, types)
    return counts.argmax(axis=1) if types else np.zeros(relations, dtype=np.intp)


def _answers(
    group: NDArray[np.intp], obj: NDArray[np.intp], weight: NDArray[np.int64], objects: int
) -> AnswerSums:
    """The sums of every group, from one row a relation and object, of ``objects`` distinct ones."""
    pairs, row_pair = np.unique(group * max(objects, 1) + obj, return_inverse=True)
    n_o = _sums(row_pair, weight, len(pairs))
    groups, pair_group = np.unique(pairs // max(objects, 1), return_inverse=True)
    return AnswerSums(
        groups.astype(np.int64),
        np.bincount(pair_group, minlength=len(groups)),
        np.bincount(pair_group[n_o == 1], minlength=len(groups)),
        _sums(pair_group, n_o, len(groups)),
        np.bincount(pair_group, weights=n_o * (n_o - 1.0), minlength=len(groups)).astype(np.float64),
    )
