"""Poor families: opt(G) by brute force, and what trigrams and token counters cannot do."""

from itertools import pairwise, product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factscan.stats import ValidityTable, blind_error, is_it_valid, least_iiv_error, poor_family_bound

Choices = tuple[ValidityTable, list[list[float]]]


@st.composite
def families(draw: st.DrawFn) -> Choices:
    """Prompts with one correct answer each, and the p̂ of one to four models; a few values, so that there are ties."""
    errors = draw(st.lists(st.integers(1, 3), min_size=1, max_size=4))
    prompt = [c for c, count in enumerate(errors) for _ in range(count + 1)]
    valid = [place == 0 for count in errors for place in range(count + 1)]
    weights = draw(st.lists(st.integers(1, 5), min_size=len(errors), max_size=len(errors)))
    table = ValidityTable.of(valid, prompt, chance=[weight / sum(weights) for weight in weights])
    members = []
    for _ in range(draw(st.integers(1, 4))):
        raw = draw(st.lists(st.integers(0, 4), min_size=len(valid), max_size=len(valid)))
        sums = [sum(x for x, c in zip(raw, prompt, strict=True) if c == own) for own in range(len(errors))]
        members.append([x / max(1, sums[c]) for x, c in zip(raw, prompt, strict=True)])
    return table, members


def judged_wrong(table: ValidityTable, says_valid: list[bool]) -> float:
    rows = zip(table.mixture, table.valid, says_valid, strict=True)
    return sum(float(weight) for weight, valid, said in rows if bool(valid) != said)


@given(families())
@settings(max_examples=150, deadline=None)
def test_opt_is_that_of_trying_every_member_and_threshold(family: Choices) -> None:
    table, members = family
    tried = [judged_wrong(table, [p > t for p in member]) for member in members for t in {0.0, 1.0, *member}]

    best = least_iiv_error(table, members)

    assert best.error == pytest.approx(min(tried), abs=1e-12)
    says = [p > best.threshold for p in members[best.member]]
    assert judged_wrong(table, says) == pytest.approx(best.error, abs=1e-12)


@given(families())
@settings(max_examples=200, deadline=None)
def test_no_member_errs_less_than_the_bound_of_its_family(family: Choices) -> None:
    table, members = family
    bound = poor_family_bound(least_iiv_error(table, members).error, table.choices)

    for member in members:
        error = is_it_valid(table, member).error
        assert error is not None
        assert error >= bound - 1e-12


@given(families(), st.integers(1, 4), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_a_blind_judge_errs_as_little_as_the_best_of_all_blind_judgements(
    family: Choices, views: int, random: Random
) -> None:
    table, _ = family
    view = [random.randrange(views) for _ in table.valid]
    judgements = product([False, True], repeat=views)

    assert blind_error(table, view) == pytest.approx(
        min(judged_wrong(table, [judge[seen] for seen in view]) for judge in judgements), abs=1e-12
    )


@given(families())
@settings(max_examples=100, deadline=None)
def test_a_family_does_no_better_than_what_it_sees_allows(family: Choices) -> None:
    table, members = family
    for member in members:
        assert least_iiv_error(table, [member]).error >= blind_error(table, member) - 1e-12


# Correct and wrong differ by a word that stands four words before the place where it matters.
OPENINGS = ["she drove off without", "he drove off without"]
ENDINGS = ["her coat", "his coat"]
TWO_SENTENCES = [(opening, ending) for opening in OPENINGS for ending in ENDINGS]


def windows(opening: str, ending: str, before: int) -> tuple[tuple[str, ...], ...]:
    words, first = f"{opening} {ending}".split(), len(opening.split())
    return tuple(tuple(words[at - before : at + 1]) for at in range(first, len(words)))


def two_sentences() -> ValidityTable:
    return ValidityTable.of([True, False, False, True], [opening for opening, _ in TWO_SENTENCES])


def test_trigrams_err_half_the_time_on_two_sentences_and_longer_windows_need_not() -> None:
    opt = {
        before: blind_error(two_sentences(), [windows(*s, before) for s in TWO_SENTENCES])
        for before in (2, 3, 4)
    }

    # "off without her" has lost the subject; four words back it is there.
    assert opt == {2: 0.5, 3: 0.5, 4: 0}
    assert poor_family_bound(opt[2], two_sentences().choices) == 0.5


@given(st.integers(0, 2**32))
@settings(max_examples=60, deadline=None)
def test_every_trigram_model_errs_at_least_half_the_time_on_two_sentences(seed: int) -> None:
    random = Random(seed)
    vocabulary = sorted({word for sentence in TWO_SENTENCES for word in " ".join(sentence).split()})
    trigram = {
        (a, b): [random.random() ** 3 + 1e-9 for _ in vocabulary] for a, b in product(vocabulary, repeat=2)
    }

    def p_hat(opening: str, ending: str) -> float:
        chance = 1.0
        for a, b, word in windows(opening, ending, 2):
            following = trigram[a, b]
            chance *= following[vocabulary.index(word)] / sum(following)
        return chance

    error = is_it_valid(two_sentences(), [p_hat(*sentence) for sentence in TWO_SENTENCES]).error

    assert error is not None
    assert error >= 0.5 - 1e-12


def test_who_sees_more_tokens_as_letters_may_err_less() -> None:
    tokens = {"an": 1, "na": 1, "ra": 1, "re": 0, "el": 0, "lo": 0}
    rows = [(word, answer) for word in product(tokens, repeat=2) for answer in range(3)]
    table = ValidityTable.of(
        [sum(tokens[token] for token in word) == answer for word, answer in rows],
        ["".join(word) for word, _ in rows],
    )

    def bound(spelt: list[str]) -> float:
        view = [
            (tuple(sorted(tokens[t] if t in spelt else -1 for t in word)), answer) for word, answer in rows
        ]
        return poor_family_bound(blind_error(table, view), table.choices)

    bounds = [bound(list(tokens)[:known]) for known in range(len(tokens) + 1)]

    # Nothing spelt: the best answer is always 1, right in half of the words.
    assert bounds[0] == pytest.approx(0.5)
    assert bounds[-1] == 0
    assert all(more <= fewer + 1e-12 for fewer, more in pairwise(bounds))


def test_a_family_that_guesses_among_c_choices_has_the_bound_of_guessing() -> None:
    table = ValidityTable.of([1, 0, 0, 0] * 3, [1] * 4 + [2] * 4 + [3] * 4)
    guess = least_iiv_error(table, [[0.25] * 12])

    assert guess.error == 0.5
    assert poor_family_bound(guess.error, table.choices) == pytest.approx(0.75)


def test_what_is_no_choice_is_refused() -> None:
    with pytest.raises(ValueError, match="one valid response"):
        _ = ValidityTable.of([1, 1, 0]).choices
    with pytest.raises(ValueError, match="without members"):
        least_iiv_error(ValidityTable.of([1, 0]), [])
    with pytest.raises(ValueError, match="no plausible error"):
        blind_error(ValidityTable.of([1]), [0])
    with pytest.raises(ValueError, match="views of"):
        blind_error(ValidityTable.of([1, 0]), [0])
    for opt, choices in ((0.6, 2), (-0.1, 2), (0.2, 1)):
        with pytest.raises(ValueError, match="opt lies"):
            poor_family_bound(opt, choices)
