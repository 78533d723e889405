"""Missing mass: the chance that a mention in a new unit asks what no other unit states."""

from numpy.typing import ArrayLike

from factscan.stats.interval import LEVEL, Interval, clustered_interval
from factscan.stats.unit_sums import UnitSums

NO_MENTIONS = "undefined: no mentions"
ONE_UNIT = "one unit: its interval is unknown, because nothing shows how units differ"


def missing_mass(
    m: ArrayLike,
    u: ArrayLike,
    o_ab: ArrayLike = (),
    o_ba: ArrayLike = (),
    *,
    cc: float | None = None,
    level: float = LEVEL,
) -> Interval:
    """Missing mass M = Σu/Σm of a group of units, with its document-clustered Esty interval.

    Per unit (document, cluster or source) of the group: ``m`` its mentions, ``u`` those of prompts found
    in no other unit of the scope. Per pair of units, both in the group: ``o_ab`` the mentions in the
    first of prompts found in exactly these two units of the scope, ``o_ba`` those in the second. In the
    scope ``mix`` "other unit" and "exactly" range over the whole corpus and m, u and the pairs over the
    group; in ``alone`` both over the group. ``cc`` = Σc², c the mentions of one prompt in one unit (only
    read when Σu = 0).

    Variance: ``UnitSums.variance``; interval: ``clustered_interval``. Leaves one unit out, so a unit must
    contain whatever depends on each other; with 15 % copied documents left in, M is .715 of the truth.
    ``None`` without mentions; with one unit the interval is 0 to 1. Source: Good 1953 and Esty 1983 for
    one mention a unit; for documents derived here.
    """
    return missing_mass_of_sums(UnitSums.of(m, u, o_ab, o_ba, cc=cc), level=level)


def missing_mass_of_sums(sums: UnitSums, *, level: float = LEVEL) -> Interval:
    """``missing_mass`` of a group whose sums are known."""
    variance = sums.variance
    if variance is None:
        return Interval(None, None, None, NO_MENTIONS)
    if sums.units < 2:
        return Interval(min(1.0, sums.counted / sums.mentions), 0.0, 1.0, ONE_UNIT)
    return clustered_interval(
        sums.counted,
        sums.mentions,
        variance,
        edge_above=sums.edge_above,
        edge_below=sums.edge_below,
        level=level,
    )


def effective_units(m: ArrayLike) -> float | None:
    """Effective number of units n_eff = (Σm)²/Σm²; None without mentions. Under 40, warn."""
    return UnitSums.of(m, m).n_eff
