"""The Is-It-Valid problem: to tell valid answers from plausible errors, in a table of prompts and responses.

Source of the problem: Kalai, Nachum, Vempala, Zhang 2025, "Why Language Models Hallucinate", arXiv 2509.04664.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class ValidityTable:
    """Every plausible response of every prompt, one row each, and which of them are valid; make it by ``of``.

    By row: ``prompt`` the number of its prompt c · ``valid`` whether the response r is in V_c (the correct
    answers and the abstentions) or in E_c (the plausible errors) · ``training`` p(r|c), how often training text
    answers c so; 0 for errors. By prompt, in sorted order of what ``of`` was given: ``chance`` μ(c), the chance
    to be asked it · ``valids`` |V_c| · ``errors`` |E_c|.
    """

    prompt: NDArray[np.intp]
    valid: NDArray[np.bool_]
    training: NDArray[np.float64]
    chance: NDArray[np.float64]
    valids: NDArray[np.int64]
    errors: NDArray[np.int64]

    @classmethod
    def of(
        cls,
        valid: ArrayLike,
        prompt: ArrayLike | None = None,
        *,
        training: ArrayLike | None = None,
        chance: ArrayLike | None = None,
    ) -> "ValidityTable":
        """The table of rows ``valid`` (booleans) and ``prompt`` (names or numbers; None: all rows are one prompt).

        ``training`` p(r|c), one a row, adding up to 1 over a prompt; by default the valid responses of a prompt
        share it evenly. ``chance`` μ(c), one a prompt in sorted order, adding up to 1; by default all alike. A
        response that is no row counts as implausible. ValueError for lengths, chances and prompts without a
        valid response.
        """
        is_valid = np.asarray(valid, dtype=np.bool_)
        names: NDArray[Any] = np.zeros(is_valid.shape, np.int64) if prompt is None else np.asarray(prompt)
        if is_valid.ndim != 1 or names.shape != is_valid.shape:
            raise ValueError(
                f"valid and prompt must be flat and of one length, not {is_valid.shape} and {names.shape}"
            )
        prompts, row_prompt = np.unique(names, return_inverse=True)
        valids = np.bincount(row_prompt[is_valid], minlength=len(prompts)).astype(np.int64)
        errors = np.bincount(row_prompt[~is_valid], minlength=len(prompts)).astype(np.int64)
        if (valids == 0).any():
            raise ValueError(
                f"prompt {prompts[valids.argmin()]} has no valid response, not even an abstention"
            )
        even = np.where(is_valid, 1 / valids[row_prompt], 0.0)
        p = even if training is None else np.asarray(training, dtype=np.float64)
        mu = _even(len(prompts)) if chance is None else np.asarray(chance, dtype=np.float64)
        _check(row_prompt, is_valid, p, mu, len(prompts))
        return cls(row_prompt, is_valid, p, mu, valids, errors)

    @property
    def undefined(self) -> str:
        """Why no Is-It-Valid problem can be made of the table; empty if one can."""
        if not len(self.errors):
            return "undefined: no prompt"
        return "" if self.errors.min() else "undefined: min|E_c| is 0, a prompt has no plausible error"

    @property
    def choices(self) -> int:
        """C = min|E_c| + 1, the choices of a prompt with one correct answer; ValueError where V_c is more."""
        if self.undefined or (self.valids != 1).any():
            raise ValueError(
                self.undefined or "a choice has one valid response a prompt; abstentions are none"
            )
        return int(self.errors.min()) + 1

    @property
    def asked(self) -> NDArray[np.float64]:
        """μ(c) of every row."""
        return self.chance[self.prompt]

    @property
    def mixture(self) -> NDArray[np.float64]:
        """D(c, r) of every row: half valid as in training, μ(c)·p(r|c)/2; half errors, uniformly, μ(c)/(2|E_c|)."""
        uniform = 0.5 / np.maximum(self.errors, 1)[self.prompt]
        return self.asked * np.where(self.valid, self.training / 2, uniform)

    def model(self, p_hat: ArrayLike) -> NDArray[np.float64]:
        """A model's p̂(r|c), one a row, as an array; ValueError unless they are chances, at most 1 over a prompt."""
        model = np.asarray(p_hat, dtype=np.float64)
        if model.shape != self.valid.shape:
            raise ValueError(f"p̂ must have one entry a row, {self.valid.shape}, not {model.shape}")
        sums = np.bincount(self.prompt, model, len(self.chance))
        if not ((model >= 0).all() and (sums <= 1 + ROUNDING).all()):
            raise ValueError("p̂ must not be negative, nor add up to more than 1 over a prompt")
        return model


def _even(prompts: int) -> NDArray[np.float64]:
    return np.full(prompts, 1 / max(prompts, 1))


def _check(
    prompt: NDArray[np.intp],
    valid: NDArray[np.bool_],
    training: NDArray[np.float64],
    chance: NDArray[np.float64],
    prompts: int,
) -> None:
    if training.shape != valid.shape or chance.shape != (prompts,):
        raise ValueError(
            f"training must have one entry a row, {valid.shape}, and chance one a prompt, {prompts}"
        )
    sums = np.bincount(prompt, training, prompts)
    if (training < 0).any() or training[~valid].any() or (abs(sums - 1) > ROUNDING).any():
        raise ValueError("training must be 0 at errors and add up to 1 over the valid responses of a prompt")
    if (chance < 0).any() or (prompts and abs(chance.sum() - 1) > ROUNDING):
        raise ValueError("the chances of the prompts must not be negative, and add up to 1")
