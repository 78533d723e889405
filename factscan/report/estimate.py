"""The toolbox's estimates as a table and as JSON."""

import json
from typing import Any

from factscan.report.grid import plain_grid
from factscan.stats.spectrum.curves import CurvePoint
from factscan.stats.spectrum.estimate import Estimate
from factscan.stats.spectrum.toolbox import Toolbox

INDEPENDENT = (
    "All of it takes mentions for independent draws. Facts in documents come in bursts, where f1/n is far too low: "
    "for a corpus see 'factscan report'."
)


def estimate_json(result: Toolbox, kind: str) -> str:
    """n, observed, f1, f2 and ``estimates``: {name: {value, se, interval, assumes}}, and a ``reason`` if due."""
    spectrum = result.spectrum
    shown: dict[str, Any] = {
        "kind": kind,
        "n": spectrum.n,
        "observed": spectrum.observed,
        "f1": spectrum.f(1),
        "f2": spectrum.f(2),
    }
    if result.samples is not None:
        shown["samples"] = result.samples
    shown |= {
        "level": result.level,
        "estimates": {name: _object(estimate) for name, estimate in result.estimates.items()},
        "curve": [_point(point) for point in result.curve],
    }
    if (smoothed := result.good_turing) is not None:
        shown["simple_good_turing"] = {
            "p0": smoothed.p0,
            "slope": smoothed.slope,
            "intercept": smoothed.intercept,
            "switch": smoothed.switch,
            "r": smoothed.r.tolist(),
            "r_star": None if smoothed.r_star is None else smoothed.r_star.tolist(),
            "reason": smoothed.reason,
        }
    shown["warnings"] = [INDEPENDENT]
    if (doubt := result.estimates.get("chiu_chao_f1")) is not None:
        shown["warnings"].append(f"chiu_chao_f1: {doubt.assumes}")
    return json.dumps(shown, ensure_ascii=False, indent=1, allow_nan=False)


def _object(estimate: Estimate) -> dict[str, Any]:
    shown = {
        "value": estimate.value,
        "se": estimate.se,
        "interval": estimate.interval,
        "assumes": estimate.assumes,
    }
    return shown | ({"reason": estimate.reason} if estimate.reason else {})


def _point(point: CurvePoint) -> dict[str, Any]:
    return {
        "size": point.size,
        "method": point.method,
        "richness": point.richness,
        "richness_se": point.richness_se,
        "coverage": point.coverage,
    }


def estimate_table(result: Toolbox) -> str:
    """What was read; the estimates, with notes on what they assume or why there is none; and the curves."""
    spectrum = result.spectrum
    unit = "mentions" if result.samples is None else f"incidences in {result.samples:,} sampling units"
    head = f"n {spectrum.n:,} {unit} · observed {spectrum.observed:,} names"
    head += f" · f1 {spectrum.f(1):,} · f2 {spectrum.f(2):,}"
    notes: dict[str, int] = {}
    for estimate in result.estimates.values():
        notes.setdefault(estimate.assumes, len(notes) + 1)
    heads = ["estimate", "value", "s.e.", f"{result.level:.4g} interval", "note"]
    rows = [_row(name, estimate, notes) for name, estimate in result.estimates.items()]
    parts = [head, plain_grid(heads, rows, [True, False, False, False, True])]
    parts.append("\n".join(f"{number:2}  {assumes}" for assumes, number in notes.items()))
    if result.curve:
        points = [
            [
                f"{point.size:,}",
                point.method,
                _number(point.richness),
                _number(point.richness_se),
                _number(point.coverage),
            ]
            for point in result.curve
        ]
        size = "mentions" if result.samples is None else "units"
        parts.append(
            plain_grid(
                [size, "curve", "names", "s.e.", "coverage"], points, [False, True, False, False, False]
            )
        )
    return "\n\n".join([*parts, INDEPENDENT])


def _row(name: str, estimate: Estimate, notes: dict[str, int]) -> list[str]:
    interval = "–"
    if estimate.interval is not None:
        interval = " to ".join(map(_number, estimate.interval))
    note = f"{notes[estimate.assumes]:2}  {estimate.reason}".rstrip()
    return [name, _number(estimate.value), _number(estimate.se), interval, note]


def _number(value: float | None) -> str:
    """Three decimals from 1 on, as the peers print names; six below, as coverage needs them, and digits below .001."""
    if value is None:
        return "–"
    if 0 < abs(value) < 1e-3:
        return f"{value:.4g}"
    return f"{value:,.3f}" if abs(value) >= 1 else f"{value:.6f}"
