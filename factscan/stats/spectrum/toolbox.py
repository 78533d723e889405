"""Every estimate of the toolbox at once, under the names that the literature has for them."""

from dataclasses import dataclass

from factscan.stats.interval import LEVEL
from factscan.stats.spectrum.ace import CUTOFF, ace, ace1, homogeneous, homogeneous_incidence, ice, ice1
from factscan.stats.spectrum.chao import (
    chao1,
    chao1_bias_corrected,
    chao1_classic,
    chao1_classic_bias_corrected,
    chao2,
    chao2_bias_corrected,
    ichao1,
    ichao1_delta,
    ichao2,
    ichao2_delta,
)
from factscan.stats.spectrum.coverage import (
    chao_jost_coverage,
    good_turing_missing_mass,
    mcallester_ortiz_bound,
    turing_coverage,
    zhang_huang_coverage,
)
from factscan.stats.spectrum.curves import CurvePoint, curve, curve_sizes
from factscan.stats.spectrum.estimate import Estimate
from factscan.stats.spectrum.good_toulmin import (
    efron_thisted,
    good_toulmin,
    smoothed_binomial,
    smoothed_binomial_euler,
    smoothed_poisson,
)
from factscan.stats.spectrum.good_turing import SimpleGoodTuring, simple_good_turing, simple_good_turing_p0
from factscan.stats.spectrum.hill import hill_observed, hill_shannon, hill_simpson
from factscan.stats.spectrum.jackknife import ORDERS, jackknife
from factscan.stats.spectrum.noise import chiu_chao_f1
from factscan.stats.spectrum.spectrum import FrequencySpectrum

GROWTH = (0.1, 0.25, 0.5, 1.0, 2.0, 3.0, 5.0)


@dataclass(frozen=True, slots=True)
class Choices:
    """``level`` of intervals and bounds; ``cutoff`` of rare names; ``growth`` t; ``orders`` of the jackknife."""

    level: float = LEVEL
    cutoff: int = CUTOFF
    growth: tuple[float, ...] = GROWTH
    orders: int = ORDERS


def estimates(spectrum: FrequencySpectrum, choices: Choices | None = None) -> dict[str, Estimate]:
    """All estimates from counts of mentions; each costs at most time in proportion to the distinct counts."""
    choices = choices or Choices()
    level, cutoff = choices.level, choices.cutoff
    found = {
        "turing_coverage": turing_coverage(spectrum, level),
        "zhang_huang_coverage": zhang_huang_coverage(spectrum, level),
        "chao_jost_coverage": chao_jost_coverage(spectrum, level),
        "good_turing_missing_mass": good_turing_missing_mass(spectrum, level),
        "mcallester_ortiz_bound": mcallester_ortiz_bound(spectrum, level),
        "simple_good_turing_p0": simple_good_turing_p0(spectrum),
        "chiu_chao_f1": chiu_chao_f1(spectrum),
        "chao1": chao1(spectrum, level),
        "chao1_bias_corrected": chao1_bias_corrected(spectrum, level),
        "chao1_classic": chao1_classic(spectrum, level),
        "chao1_classic_bias_corrected": chao1_classic_bias_corrected(spectrum, level),
        "ichao1": ichao1(spectrum, level),
        "ichao1_delta": ichao1_delta(spectrum, level),
        "homogeneous": homogeneous(spectrum, level, cutoff),
        "ace": ace(spectrum, level, cutoff),
        "ace1": ace1(spectrum, level, cutoff),
    }
    found |= _jackknives(spectrum, choices, None)
    for q in (0, 1, 2):
        found[f"hill_{q}_observed"] = hill_observed(spectrum, q)
    found |= {"hill_1": hill_shannon(spectrum), "hill_2": hill_simpson(spectrum)}
    for t in choices.growth:
        found |= _growth(spectrum, t, level)
    return found


def incidence_estimates(
    spectrum: FrequencySpectrum, samples: int, choices: Choices | None = None
) -> dict[str, Estimate]:
    """All estimates from incidence data: ``spectrum`` holds Q_k, names found in exactly k of ``samples`` T units.

    Raises:
        ValueError: a name was found in more units than there are.
    """
    if spectrum.largest > samples:
        raise ValueError(f"a name in {spectrum.largest} of {samples} sampling units")
    choices = choices or Choices()
    level, cutoff = choices.level, choices.cutoff
    found = {
        "turing_coverage": turing_coverage(spectrum, level),
        "chao_jost_coverage": chao_jost_coverage(spectrum, level, samples=samples),
        "chao2": chao2(spectrum, samples, level),
        "chao2_bias_corrected": chao2_bias_corrected(spectrum, samples, level),
        "ichao2": ichao2(spectrum, samples, level),
        "ichao2_delta": ichao2_delta(spectrum, samples, level),
        "homogeneous": homogeneous_incidence(spectrum, samples, level, cutoff),
        "ice": ice(spectrum, samples, level, cutoff),
        "ice1": ice1(spectrum, samples, level, cutoff),
    }
    return found | _jackknives(spectrum, choices, samples)


def _jackknives(spectrum: FrequencySpectrum, choices: Choices, samples: int | None) -> dict[str, Estimate]:
    return {
        f"jackknife_{order}": jackknife(spectrum, order, choices.level, samples=samples)
        for order in range(1, choices.orders + 1)
    }


def _growth(spectrum: FrequencySpectrum, t: float, level: float) -> dict[str, Estimate]:
    """Plain Good–Toulmin up to t = 1, the smoothed forms beyond; Efron and Thisted's at 1, which its x0 is made for."""
    found = {f"good_toulmin_{t:g}": good_toulmin(spectrum, t, level)}
    if t == 1:
        found[f"efron_thisted_{t:g}"] = efron_thisted(spectrum, t, level)
    if t > 1:
        found |= {
            f"smoothed_good_toulmin_poisson_{t:g}": smoothed_poisson(spectrum, t, level),
            f"smoothed_good_toulmin_binomial_{t:g}": smoothed_binomial(spectrum, t, level),
            f"smoothed_good_toulmin_euler_{t:g}": smoothed_binomial_euler(spectrum, t, level),
        }
    return found


@dataclass(frozen=True, slots=True)
class Toolbox:
    """Everything that the toolbox says of a spectrum; ``samples`` T and no ``good_turing`` for incidence data."""

    spectrum: FrequencySpectrum
    samples: int | None
    level: float
    estimates: dict[str, Estimate]
    curve: list[CurvePoint]
    good_turing: SimpleGoodTuring | None


def toolbox(
    spectrum: FrequencySpectrum,
    *,
    samples: int | None = None,
    choices: Choices | None = None,
    sizes: list[int] | None = None,
) -> Toolbox:
    """All estimates and the curves at ``sizes`` (by default ``curve_sizes``) of mentions, or of ``samples`` T units."""
    choices = choices or Choices()
    if samples is None:
        found, good_turing = estimates(spectrum, choices), simple_good_turing(spectrum)
    else:
        found, good_turing = incidence_estimates(spectrum, samples, choices), None
    units = spectrum.n if samples is None else samples
    points = curve(spectrum, sizes or curve_sizes(units), samples=samples, with_se=True)
    return Toolbox(spectrum, samples, choices.level, found, points, good_turing)
