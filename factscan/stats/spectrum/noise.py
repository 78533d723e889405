"""What Chiu and Chao would have for f1, were every singleton in doubt: a diagnostic of noise, never a correction."""

from factscan.stats.spectrum.estimate import EMPTY, Estimate, undefined
from factscan.stats.spectrum.spectrum import FrequencySpectrum

_WARNING = (
    "diagnostic only, no correction: on heavy tails without any noise it is well under the true f1 "
    "(.4 to .9 of it in simulation)"
)


def chiu_chao_f1(spectrum: FrequencySpectrum) -> Estimate:
    """f̂1 = 4·f2²/(3·f3) − f2·f3/(2·f4), from the classes above; f3·f4 = 0: f3 + 1 and f4 + 1 in the denominators.

    Far under f1 it may mean junk singletons, or just a heavy tail, as words and facts have. Undefined below 0.
    Source: Chiu and Chao 2016, PeerJ 4:e1634.
    """
    if spectrum.n == 0:
        return undefined(_WARNING, EMPTY)
    f2, f3, f4 = (float(spectrum.f(k)) for k in (2, 3, 4))
    more = 0.0 if f3 * f4 > 0 else 1.0
    value = 4 * f2**2 / (3 * (f3 + more)) - f2 * f3 / (2 * (f4 + more))
    if value < 0:
        return undefined(_WARNING, f"undefined: the formula gives {value:.4g}, below 0")
    return Estimate(value, None, None, _WARNING)
