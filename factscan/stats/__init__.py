"""Statistics: pure functions over arrays and sums. No files, no database, nothing of the other rooms."""

from typing import TYPE_CHECKING

from factscan.stats.bound import GAMMA, POOL_FROM, Bound, ceiling, proven_bound, slack, units_needed
from factscan.stats.calibrated_2024 import Calibrated2024, calibrated_2024, sparsity
from factscan.stats.change import Tie, change
from factscan.stats.comparison import CrossSums, Difference, all_but, covariance, difference, holm
from factscan.stats.families import LeastError, blind_error, least_iiv_error, poor_family_bound
from factscan.stats.floor import floor, floor_of_sums
from factscan.stats.forecast import (
    Needed,
    forecast,
    forecast_error,
    forecast_interval,
    slopes_forecast,
    units_for,
)
from factscan.stats.grading import (
    ScoreCurve,
    answers,
    break_even,
    expected_grades,
    expected_score,
    penalty,
    score_curve,
)
from factscan.stats.group_jackknife import PARTS, delete_a_group
from factscan.stats.growth import Spectrum, growth
from factscan.stats.interval import LEVEL, Interval
from factscan.stats.is_it_valid import IsItValid, is_it_valid
from factscan.stats.kappa import (
    ALONE_FROM,
    AnswerSums,
    GroupedRelations,
    Kappas,
    group_relations,
    kappa,
    kappas_of_answers,
)
from factscan.stats.leave_out import LeftOut, left_out
from factscan.stats.merging import Stratum, merged, merged_share
from factscan.stats.miscalibration import Miscalibration, miscalibration
from factscan.stats.missing_mass import effective_units, missing_mass, missing_mass_of_sums
from factscan.stats.mixture import mixed_missing_mass
from factscan.stats.noise import JUNK, Corrected, Judged, corrected, without_junk
from factscan.stats.proportion import effective_size, wilson
from factscan.stats.rates import new_fact_share, singleton_rate, singleton_share
from factscan.stats.sampling import shrunk_totals, sums_of_sample, sums_of_subject_sample
from factscan.stats.unit_sums import UnitSums
from factscan.stats.validity import ValidityTable

if TYPE_CHECKING:
    from factscan.stats.spectrum import *  # noqa: F403

__all__ = [
    "ALONE_FROM",
    "GAMMA",
    "JUNK",
    "LEVEL",
    "PARTS",
    "POOL_FROM",
    "AnswerSums",
    "Bound",
    "Calibrated2024",
    "Corrected",
    "CrossSums",
    "Difference",
    "GroupedRelations",
    "Interval",
    "IsItValid",
    "Judged",
    "Kappas",
    "LeastError",
    "LeftOut",
    "Miscalibration",
    "Needed",
    "ScoreCurve",
    "Spectrum",
    "Stratum",
    "Tie",
    "UnitSums",
    "ValidityTable",
    "all_but",
    "answers",
    "blind_error",
    "break_even",
    "calibrated_2024",
    "ceiling",
    "change",
    "corrected",
    "covariance",
    "delete_a_group",
    "difference",
    "effective_size",
    "effective_units",
    "expected_grades",
    "expected_score",
    "floor",
    "floor_of_sums",
    "forecast",
    "forecast_error",
    "forecast_interval",
    "group_relations",
    "growth",
    "holm",
    "is_it_valid",
    "kappa",
    "kappas_of_answers",
    "least_iiv_error",
    "left_out",
    "merged",
    "merged_share",
    "miscalibration",
    "missing_mass",
    "missing_mass_of_sums",
    "mixed_missing_mass",
    "new_fact_share",
    "penalty",
    "poor_family_bound",
    "proven_bound",
    "score_curve",
    "shrunk_totals",
    "singleton_rate",
    "singleton_share",
    "slack",
    "slopes_forecast",
    "sparsity",
    "sums_of_sample",
    "sums_of_subject_sample",
    "units_for",
    "units_needed",
    "wilson",
    "without_junk",
]


def __getattr__(name: str) -> object:
    """The toolbox of ``factscan.stats.spectrum``, imported on first use: it needs scipy, a fifth of a second."""
    from importlib import import_module

    toolbox = import_module("factscan.stats.spectrum")
    if name in toolbox.__all__:
        return getattr(toolbox, name)
    raise AttributeError(f"module 'factscan.stats' has no attribute {name!r}")
