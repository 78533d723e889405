"""The interval of a share that is counted by labelling a sample by hand."""

from math import sqrt

from factscan.stats.interval import LEVEL, Interval, quantile


def wilson(right: float, labelled: float, level: float = LEVEL) -> Interval:
    """Wilson's score interval of a proportion.

        p = right/labelled,   [ p + z²/2n ∓ z·√(p(1−p)/n + z²/4n²) ] / (1 + z²/n),   n = labelled

    ``right`` of ``labelled`` items; under weights both are effective numbers (see ``effective_size``) and need not
    be whole. z is 1.96 for .95. It assumes a random sample with independent items. Brown, Cai and DasGupta
    2001, "Interval Estimation for a Binomial Proportion", Statistical Science 16(2), recommend it (and Jeffreys'
    interval, which needs the beta distribution) for n ≤ 40, and find its coverage near the nominal one for
    larger n as well; the textbook interval p ∓ z·√(p(1−p)/n) has width 0 where all are right. Source of the
    interval: Wilson 1927, JASA 22. Undefined for n = 0.
    """
    if not 0 <= right <= labelled * (1 + 1e-9):
        raise ValueError(f"{right} right of {labelled} labelled")
    if labelled == 0:
        return Interval(None, None, None, "undefined: nothing is labelled")
    z = quantile(level)
    share = min(1.0, right / labelled)
    centre = share + z * z / (2 * labelled)
    half = z * sqrt(share * (1 - share) / labelled + z * z / (4 * labelled * labelled))
    whole = 1 + z * z / labelled
    return Interval(share, max(0.0, (centre - half) / whole), min(1.0, (centre + half) / whole))


def effective_size(weights: list[float]) -> float:
    """Kish's effective sample size (Σw)²/Σw²: so many items of equal weight would tell as much; 0 for none.

    Source: Kish 1965, "Survey Sampling". It charges the weights alone, and assumes that they do not go with what
    is measured.
    """
    squares = sum(weight * weight for weight in weights)
    return sum(weights) ** 2 / squares if squares else 0.0
