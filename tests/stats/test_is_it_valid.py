"""The Is-It-Valid bound: against enumeration with fractions, on little models of every kind."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.stats import ValidityTable, is_it_valid


@dataclass(frozen=True)
class Response:
    """A row: its prompt with the chance μ(c) of that, and p(r|c) and p̂(r|c)."""

    prompt: int
    asked: Fraction
    valid: bool
    training: Fraction
    model: Fraction


@st.composite
def little_models(draw: st.DrawFn, calibrated: bool = False) -> list[Response]:
    """One to four prompts with one to three valid responses and one to four errors.

    A calibrated model averages the training distribution over blocks of a prompt's responses, errors among them:
    so everything to which it gives the same chance has that chance on average.
    """
    asked = shares(draw, draw(st.integers(1, 4)), least=0)
    rows = []
    for prompt, chance in enumerate(asked):
        valids, errors = draw(st.integers(1, 3)), draw(st.integers(1, 4))
        training = shares(draw, valids, least=0) + [Fraction(0)] * errors
        if calibrated:
            block = [draw(st.integers(0, 2)) for _ in training]
            model = [average(training, [b == own for b in block]) for own in block]
        else:
            model = shares(draw, len(training) + 1, least=0)[:-1]
        for place, (p, p_hat) in enumerate(zip(training, model, strict=True)):
            rows.append(Response(prompt, chance, place < valids, p, p_hat))
    return rows


def shares(draw: st.DrawFn, parts: int, least: int) -> list[Fraction]:
    weights = draw(st.lists(st.integers(least, 6), min_size=parts, max_size=parts).filter(any))
    return [Fraction(weight, sum(weights)) for weight in weights]


def average(values: list[Fraction], chosen: list[bool]) -> Fraction:
    return sum((v for v, c in zip(values, chosen, strict=True) if c), Fraction(0)) / sum(chosen)


def table(rows: list[Response]) -> ValidityTable:
    chance = {row.prompt: float(row.asked) for row in rows}
    return ValidityTable.of(
        [row.valid for row in rows],
        [row.prompt for row in rows],
        training=[float(row.training) for row in rows],
        chance=[chance[prompt] for prompt in sorted(chance)],
    )


def enumerated(rows: list[Response]) -> dict[str, Fraction]:
    """Every term by its definition."""
    prompts = {row.prompt for row in rows}
    errors = {c: sum(row.prompt == c and not row.valid for row in rows) for c in prompts}
    valids = {c: sum(row.prompt == c and row.valid for row in rows) for c in prompts}
    least = min(errors.values())
    above = [row for row in rows if row.model * least > 1]
    iiv_error = Fraction(0)
    for row in rows:
        mixture = row.asked * (row.training if row.valid else Fraction(1, errors[row.prompt])) / 2
        iiv_error += mixture if (row in above) != row.valid else 0
    model_above = sum((row.asked * row.model for row in above), Fraction(0))
    training_above = sum((row.asked * row.training for row in above), Fraction(0))
    return {
        "iiv_error": iiv_error,
        "size_term": Fraction(max(valids.values()), least),
        "delta": abs(model_above - training_above),
        "error": 1 - sum((row.asked * row.model for row in rows if row.valid), Fraction(0)),
    }


@given(little_models())
@settings(max_examples=80, deadline=None)
def test_every_term_is_that_of_enumeration(rows: list[Response]) -> None:
    bound = is_it_valid(table(rows), [float(row.model) for row in rows])

    for name, expected in enumerated(rows).items():
        assert getattr(bound, name) == pytest.approx(float(expected), abs=1e-12), name


@given(little_models())
@settings(max_examples=150, deadline=None)
def test_no_model_errs_less_than_its_bound(rows: list[Response]) -> None:
    bound = is_it_valid(table(rows), [float(row.model) for row in rows])
    terms = enumerated(rows)

    assert terms["error"] >= 2 * terms["iiv_error"] - terms["size_term"] - terms["delta"]
    assert bound.error is not None
    assert bound.value is None or 0 < bound.value <= bound.error + 1e-12


@given(little_models(calibrated=True))
@settings(max_examples=150, deadline=None)
def test_a_calibrated_model_pays_no_delta_and_keeps_the_bound(rows: list[Response]) -> None:
    bound = is_it_valid(table(rows), [float(row.model) for row in rows])
    terms = enumerated(rows)

    assert bound.delta == pytest.approx(0, abs=1e-12)
    assert terms["error"] >= 2 * terms["iiv_error"] - terms["size_term"]


@pytest.mark.parametrize(("prompts", "unknown", "errors"), [(10, 4, 20), (7, 7, 50), (8, 0, 30)])
def test_a_model_that_guesses_what_it_never_read_errs_just_above_its_bound(
    prompts: int, unknown: int, errors: int
) -> None:
    valid, names, model = [], [], []
    for prompt in range(prompts):
        valid += [True] + [False] * errors
        names += [f"prompt {prompt}"] * (errors + 1)
        model += [1 / (errors + 1)] * (errors + 1) if prompt < unknown else [1.0] + [0.0] * errors
    share = unknown / prompts

    bound = is_it_valid(ValidityTable.of(valid, names), model)

    assert bound.iiv_error == pytest.approx(share / 2)
    assert bound.delta == pytest.approx(0)
    assert bound.error == pytest.approx(share * errors / (errors + 1))
    assert (bound.value or 0) == pytest.approx(max(0, share - 1 / errors))


@pytest.mark.parametrize("chances", [(0.5, 0.3, 0.2), (0.7, 0.2, 0.1)])
@pytest.mark.parametrize("examples", [1, 3, 5])
def test_over_all_training_texts_the_singleton_rate_is_the_share_not_known_one_example_earlier(
    chances: tuple[float, ...], examples: int
) -> None:
    def mean(length: int, figure: str) -> float:
        total = 0.0
        for text in product(range(len(chances)), repeat=length):
            likely = 1.0
            for prompt in text:
                likely *= chances[prompt]
            once = sum(text.count(prompt) == 1 for prompt in range(len(chances)))
            total += likely * (once / length if figure == "sr" else twice_misjudged(set(text)))
        return total

    def twice_misjudged(known: set[int]) -> float:
        rows = [(prompt, place == 0) for prompt in range(len(chances)) for place in range(5)]
        model = [float(valid) if prompt in known else 1 / 5 for prompt, valid in rows]
        table = ValidityTable.of([v for _, v in rows], [c for c, _ in rows], chance=chances)
        error = is_it_valid(table, model).iiv_error
        assert error is not None
        return 2 * error

    assert mean(examples, "sr") == pytest.approx(mean(examples - 1, "unknown"))


def test_without_prompts_the_size_term_is_all_valid_over_all_errors() -> None:
    bound = is_it_valid(ValidityTable.of([1] * 3 + [0] * 60), [0.0] * 3 + [1 / 60] * 60)

    # Nothing lies above 1/60: every valid response is misjudged, no error is.
    assert bound.value == pytest.approx(2 * 0.5 - 3 / 60)
    assert (bound.delta, bound.error) == (0, 1)


def test_overconfidence_is_charged_at_the_threshold_and_nowhere_else() -> None:
    valid = [True] + [False] * 10
    sure = is_it_valid(ValidityTable.of(valid), [0.0, 1.0] + [0.0] * 9)
    spread = is_it_valid(ValidityTable.of(valid), [0.0] + [0.1] * 10)

    assert sure.delta == 1
    assert spread.delta == 0
    assert sure.value is None
    assert spread.value == pytest.approx(0.9)


def test_what_a_model_says_beside_the_rows_counts_as_error() -> None:
    assert is_it_valid(ValidityTable.of([1, 0, 0]), [0.4, 0.1, 0.0]).error == pytest.approx(0.6)


def test_where_there_is_no_problem_there_is_no_bound_and_a_reason() -> None:
    for empty, p_hat in ((ValidityTable.of([]), []), (ValidityTable.of([1, 1, 0], [1, 2, 2]), [1, 1, 0])):
        bound = is_it_valid(empty, p_hat)
        assert bound.value is None
        assert bound.reason.startswith("undefined")
        assert bound.iiv_error is None


@pytest.mark.parametrize("p_hat", [[0.5, 0.5], [0.6, 0.5, 0.0], [-0.1, 0.5, 0.0], [float("nan"), 0, 0]])
def test_what_is_no_distribution_is_refused(p_hat: list[float]) -> None:
    with pytest.raises(ValueError, match="p̂ must"):
        is_it_valid(ValidityTable.of([1, 0, 0]), p_hat)


def test_tables_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="no valid response"):
        ValidityTable.of([1, 0, 0, 0], ["a", "a", "b", "b"])
    with pytest.raises(ValueError, match="flat"):
        ValidityTable.of([1, 0], ["a"])
    with pytest.raises(ValueError, match="training must be 0 at errors"):
        ValidityTable.of([1, 0], training=[0.5, 0.5])
    with pytest.raises(ValueError, match="training must have one entry"):
        ValidityTable.of([1, 0], training=[1])
    with pytest.raises(ValueError, match="chances"):
        ValidityTable.of([1, 0, 1, 0], [1, 1, 2, 2], chance=[0.5, 0.6])
