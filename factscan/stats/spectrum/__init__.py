"""Estimates from frequencies of frequencies: coverage, unseen names, growth. Arrays in, frozen dataclasses out."""

from factscan.stats.spectrum.ace import ace, ace1, homogeneous, homogeneous_incidence, ice, ice1
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
    esty_variance,
    good_turing_missing_mass,
    mcallester_ortiz_bound,
    turing_coverage,
    zhang_huang_coverage,
)
from factscan.stats.spectrum.curves import (
    CurvePoint,
    coverage_at,
    curve,
    curve_sizes,
    rarefaction_se,
    richness_at,
)
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
from factscan.stats.spectrum.jackknife import jackknife, jackknife_coefficients
from factscan.stats.spectrum.noise import chiu_chao_f1
from factscan.stats.spectrum.spectrum import FrequencySpectrum
from factscan.stats.spectrum.toolbox import Choices, Toolbox, estimates, incidence_estimates, toolbox

__all__ = [
    "Choices",
    "CurvePoint",
    "Estimate",
    "FrequencySpectrum",
    "SimpleGoodTuring",
    "Toolbox",
    "ace",
    "ace1",
    "chao1",
    "chao1_bias_corrected",
    "chao1_classic",
    "chao1_classic_bias_corrected",
    "chao2",
    "chao2_bias_corrected",
    "chao_jost_coverage",
    "chiu_chao_f1",
    "coverage_at",
    "curve",
    "curve_sizes",
    "efron_thisted",
    "estimates",
    "esty_variance",
    "good_toulmin",
    "good_turing_missing_mass",
    "hill_observed",
    "hill_shannon",
    "hill_simpson",
    "homogeneous",
    "homogeneous_incidence",
    "ice",
    "ice1",
    "ichao1",
    "ichao1_delta",
    "ichao2",
    "ichao2_delta",
    "incidence_estimates",
    "jackknife",
    "jackknife_coefficients",
    "mcallester_ortiz_bound",
    "rarefaction_se",
    "richness_at",
    "simple_good_turing",
    "simple_good_turing_p0",
    "smoothed_binomial",
    "smoothed_binomial_euler",
    "smoothed_poisson",
    "toolbox",
    "turing_coverage",
    "zhang_huang_coverage",
]
