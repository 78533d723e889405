from factscan.extract.doubt import LEAST, confidence
from factscan.extract.syntax.parse import Parse


def parsed(label: str, certainty: float) -> Parse:
    """ "Holm left Oslo", with this arc of the verb."""
    return Parse(
        "Holm left Oslo",
        [(0, 4), (5, 9), (10, 14)],
        ["holm", "leave", "oslo"],
        ["PROPN", "VERB", "PROPN"],
        ["NNP", "VBD", "NNP"],
        [1, 1, 1],
        ["nsubj", label, "obj"],
        ["", "", ""],
        [1.0, certainty, 1.0],
    )


def test_a_circumstance_that_may_hang_elsewhere_is_not_counted() -> None:
    assert confidence(0.8, parsed("advcl", 0.4), [0, 1, 2], certain=True, stating=[1]) < LEAST
    assert confidence(0.8, parsed("advcl", 0.7), [0, 1, 2], certain=True, stating=[1]) >= LEAST
    assert confidence(0.8, parsed("root", 0.4), [0, 1, 2], certain=True, stating=[1]) >= LEAST


def test_unsure_arcs_and_competitors_make_a_mention_less_sure() -> None:
    sure = confidence(0.8, parsed("root", 1.0), [0, 1, 2], certain=True)
    assert confidence(0.8, parsed("root", 0.5), [0, 1, 2], certain=True) < sure
    assert confidence(0.8, parsed("root", 1.0), [0, 1, 2], certain=False) < sure
