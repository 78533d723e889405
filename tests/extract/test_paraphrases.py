"""Five wordings of one fact meet under one prompt. ``benchmarks/extraction/paraphrases.py`` shows which do not."""

from statistics import mean

from paraphrase_groups import FOLDER, outcomes, read_groups

from factscan import Extractor

FLOOR = 0.74


def test_most_wordings_of_a_fact_share_its_prompt() -> None:
    groups = read_groups(FOLDER / "groups.txt")
    assert all(len(group.wordings) == 5 for group in groups)
    assert mean(outcome.score for outcome in outcomes(groups, Extractor())) >= FLOOR


def test_a_third_of_the_groups_is_held_aside() -> None:
    shown, held = (read_groups(FOLDER / f"{name}.txt") for name in ("groups", "held"))
    assert len(held) >= len(shown) / 2
    assert not {group.ends for group in shown} & {group.ends for group in held}
