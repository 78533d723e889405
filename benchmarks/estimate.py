"""The toolbox beside its peers: values against a reference file, and speed beside scikit-bio.

    python benchmarks/estimate.py agreement REFERENCE.json
    python benchmarks/estimate.py speed          (needs scikit-bio)
    python benchmarks/estimate.py simulate       (standard errors and intervals against the truth)

Agreement: how many values of each peer were compared, how many agree to the digits that it prints, and the worst
relative difference. A value agrees if it lies within half a unit of the peer's last printed digit, or within 1e-9
of its size where the peer prints a double.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from factscan.stats import spectrum as box

Compared = tuple[str, float, float | None, float]
"""What is compared, the peer's value, ours, and half a unit of the peer's last digit (0: a double)."""

SPADER = {
    "Homogeneous Model": "homogeneous",
    "Chao1 (Chao, 1984)": "chao1",
    "Chao1-bc": "chao1_bias_corrected",
    "iChao1 (Chiu et al. 2014)": "ichao1",
    "ACE (Chao & Lee, 1992)": "ace",
    "ACE-1 (Chao & Lee, 1992)": "ace1",
    "1st order jackknife": "jackknife_1",
    "2nd order jackknife": "jackknife_2",
    "Chao2 (Chao, 1987)": "chao2",
    "Chao2-bc": "chao2_bias_corrected",
    "iChao2 (Chiu et al. 2014)": "ichao2",
    "ICE (Lee & Chao, 1994)": "ice",
    "ICE-1 (Lee & Chao, 1994)": "ice1",
}
LAST_CLASS = {"shakespeare_efron_thisted": 100, "butterfly_corbet_fisher": 24}
"""Sets whose classes above are lumped together: growth is compared without those, as the reference was made."""
THREE_DIGITS = 0.00051
SCRIPT = [
    sys.executable,
    "-c",
    """
import sys, numpy as np
from skbio.diversity import alpha
counts = np.loadtxt(sys.argv[1], np.int64)
print(alpha.goods_coverage(counts), alpha.chao1(counts), alpha.chao1(counts, bias_corrected=False), alpha.ace(counts))
""",
]
DOUBLE = 1e-9


@dataclass
class Tally:
    """Values compared and agreeing, and the worst relative difference."""

    compared: int = 0
    agree: int = 0
    worst: float = 0.0

    def add(self, theirs: float, ours: float | None, half_unit: float) -> bool:
        self.compared += 1
        if ours is None:
            return False
        difference = abs(ours - theirs)
        self.worst = max(self.worst, max(0.0, difference - half_unit) / max(abs(theirs), 1e-300))
        agrees = difference <= max(half_unit, DOUBLE * abs(theirs))
        self.agree += agrees
        return agrees


def agreement(reference: Path) -> None:
    data = json.loads(reference.read_text())
    tallies: dict[str, Tally] = {}
    differing: list[str] = []
    without: list[str] = []
    for kind, compare in (("abundance", compared_mentions), ("incidence", compared_incidence)):
        for name, peers in data[kind].items():
            for what, theirs, ours, half_unit in compare(peers | {"last": LAST_CLASS.get(name)}):
                if not isinstance(theirs, int | float):
                    without.append(f"  {name}, {what}: {theirs!r} against {ours!r}")
                    continue
                tally = tallies.setdefault(what, Tally())
                if not tally.add(theirs, ours, half_unit):
                    differing.append(f"  {name}, {what}: {theirs!r} against {ours!r}")
    print(f"{'':52} compared  agree  worst beyond the printed digits")
    for what, tally in tallies.items():
        print(f"{what:52} {tally.compared:8,} {tally.agree:6,}  {tally.worst:.1e}")
    total = sum(t.compared for t in tallies.values())
    print(f"{'all':52} {total:8,} {sum(t.agree for t in tallies.values()):6,}")
    print(f"\n{len(differing)} differ:", *differing, sep="\n")
    print(f"\n{len(without)} without a number of the peer:", *without, sep="\n")


def compared_mentions(peers: dict[str, Any]) -> Iterator[Compared]:
    spectrum = box.FrequencySpectrum.from_pairs(*zip(*peers["fof"], strict=True))
    found = box.estimates(spectrum)
    values = {name: estimate.value for name, estimate in found.items()}
    yield from _spader({k: [v] for k, v in peers.get("spader", {}).items()}, found)
    yield from _curve(peers.get("inext"), "m", spectrum, None)
    for key, name in (("ZhangHuang", "zhang_huang"), ("Chao", "chao_jost"), ("Turing", "turing")):
        if "entropart_coverage" in peers:
            yield f"entropart {key}", peers["entropart_coverage"][key], values[f"{name}_coverage"], 1e-13
    yield from _closed_form(peers["closed_form"], found)
    yield from _scikit_bio(peers.get("skbio"), found)
    if "vegan_estimateR" in peers:
        vegan = peers["vegan_estimateR"]
        yield "vegan estimateR chao1", vegan["S.chao1"], values["chao1_classic_bias_corrected"], 1e-12
        yield "vegan estimateR ACE", vegan["S.ACE"], values["ace"], 1e-12
    if "vegan_rarefy" in peers:
        rarefied = peers["vegan_rarefy"]
        for m, expected in zip(rarefied["m"], rarefied["S"], strict=True):
            yield "vegan rarefy", expected, box.richness_at(spectrum, m), 1e-12
        for m, expected in zip(rarefied["m"], rarefied.get("se", []), strict=False):
            yield "vegan rarefy se", expected, box.rarefaction_se(spectrum, m), 1e-12
    if "SPECIES" in peers:
        yield "SPECIES chao1984 se", peers["SPECIES"]["chao1984"]["SE"], found["chao1_classic"].se, 1e-12
    kept = [(k, f) for k, f in peers["fof"] if k <= (peers["last"] or k)]
    growing = box.FrequencySpectrum.from_pairs(*zip(*kept, strict=True))
    for t, expected in peers["good_toulmin"].items():
        yield "Good–Toulmin (numpy)", expected, box.good_toulmin(growing, float(t)).value, 0
    yield from _smoothed(peers, spectrum)
    yield from _simple_good_turing(peers, spectrum)


def compared_incidence(peers: dict[str, Any]) -> Iterator[Compared]:
    spectrum = box.FrequencySpectrum.from_pairs(*zip(*peers["fof"], strict=True))
    yield from _spader(peers["spader"], box.incidence_estimates(spectrum, peers["T"]))
    yield from _curve(peers["inext"], "t", spectrum, peers["T"])


def _spader(rows: dict[str, Any], found: dict[str, box.Estimate]) -> Iterator[Compared]:
    for row, name in SPADER.items():
        if row not in rows:
            continue
        estimate = found[name]
        low, high = estimate.interval or (None, None)
        for what, theirs, ours in zip(
            ("", " s.e.", " lower", " upper"),
            rows[row][0],
            (estimate.value, estimate.se, low, high),
            strict=True,
        ):
            yield f"SpadeR {name}{what}", theirs, ours, THREE_DIGITS


def _curve(
    peer: dict[str, Any] | None, size: str, spectrum: box.FrequencySpectrum, samples: int | None
) -> Iterator[Compared]:
    if peer is None:
        return
    peer = {key: values for key, values in peer.items() if isinstance(values, list)}
    for what, at in (("coverage", box.coverage_at), ("richness_q0", box.richness_at)):
        for m, expected in zip(peer[size], peer.get(what, []), strict=False):
            yield f"iNEXT {what} ({size})", expected, at(spectrum, m, samples=samples), 1e-12


def _closed_form(peer: dict[str, Any], found: dict[str, box.Estimate]) -> Iterator[Compared]:
    names = {
        "good_turing_f1_over_n": "good_turing_missing_mass",
        "chao_jost_coverage": "chao_jost_coverage",
        "mcallester_ortiz_kalai_cor3_halfwidth_gamma0.05": "mcallester_ortiz_bound",
        "chao1_classic": "chao1_classic",
        "chao1_nminus1_over_n": "chao1",
        "chao1_bc": "chao1_classic_bias_corrected",
        "chiu_chao_f1": "chiu_chao_f1",
    }
    for key, name in names.items():
        if key in peer:
            yield f"closed form {name}", peer[key], found[name].value, 0
    if "esty_ci95" in peer:
        for theirs, ours in zip(
            peer["esty_ci95"], found["good_turing_missing_mass"].interval or (), strict=True
        ):
            yield "closed form Esty interval, clipped", min(1.0, max(0.0, theirs)), ours, 0
    if "zhang_huang_normal_ci95" in peer:
        low, high = peer["zhang_huang_normal_ci95"]
        yield (
            "closed form Zhang–Huang s.e.",
            (high - low) / 2 / 1.959963984540054,
            found["zhang_huang_coverage"].se,
            0,
        )


def _scikit_bio(peer: dict[str, Any] | None, found: dict[str, box.Estimate]) -> Iterator[Compared]:
    if peer is None:
        return
    for key, name in {
        "goods_coverage": "turing_coverage",
        "robbins": "good_turing_missing_mass",
        "chao1": "chao1_classic",
        "chao1_bc": "chao1_classic_bias_corrected",
        "ace": "ace",
    }.items():
        yield f"scikit-bio {key}", peer[key], found[name].value, 0


def _smoothed(peers: dict[str, Any], spectrum: box.FrequencySpectrum) -> Iterator[Compared]:
    for row in peers.get("osw_poisson", []):
        ours = box.smoothed_poisson(spectrum, row["t"], rate=row["r"]).value
        yield "Orlitsky–Suresh–Wu Poisson (INSPECTRE)", row["U"], ours, 0
    for row in peers.get("osw_binomial", []):
        t, first, second = row["t"], row["binom_q1"], row["binom_q2"]
        yield "Orlitsky–Suresh–Wu binomial", first["U"], box.smoothed_binomial_euler(spectrum, t).value, 0
        yield "Orlitsky–Suresh–Wu binomial", second["U"], box.smoothed_binomial(spectrum, t).value, 0
    for row in peers.get("efron_thisted_euler", []):
        ours = box.efron_thisted(spectrum, row["t"], terms=row["x0"]).value
        yield "Efron–Thisted (Euler)", row["U"], ours, 0


def _simple_good_turing(peers: dict[str, Any], spectrum: box.FrequencySpectrum) -> Iterator[Compared]:
    for peer, key, confidence in (
        ("sgt_cellranger", "rstar", 1.65),
        ("sgt_nltk", "rstar_renormalised", 1.96),
    ):
        if peer not in peers:
            continue
        theirs, ours = peers[peer], box.simple_good_turing(spectrum, confidence)
        label = f"{peer.removeprefix('sgt_')} SGT"
        for field, value in (("P0", ours.p0), ("slope", ours.slope), ("intercept", ours.intercept)):
            if field in theirs:
                yield f"{label} {field}", theirs[field], value, 0
        if "switch_at_r" in theirs and ours.r_star is not None:
            yield f"{label} switch", theirs["switch_at_r"], ours.switch, 0
            stars = dict(zip(ours.r.tolist(), ours.r_star.tolist(), strict=True))
            for r, star in zip(theirs["r"], theirs[key], strict=False):
                yield f"{label} r*", star, stars[int(r)], 0


def speed(names: int, seed: int, factscan: str) -> None:
    """Counts of ``names`` Zipf names: five estimates by both from an array, then whole processes; best of three."""
    try:
        from skbio.diversity import alpha
    except ImportError:
        sys.exit("needs scikit-bio: pip install scikit-bio")
    counts = np.minimum(np.random.default_rng(seed).zipf(1.7, names), 10**12).astype(np.int64)

    def ours() -> list[float | None]:
        spectrum = box.FrequencySpectrum.from_counts(counts)
        found = (
            box.turing_coverage(spectrum),
            box.chao1_classic_bias_corrected(spectrum),
            box.chao1_classic(spectrum),
            box.ace(spectrum),
        )
        return [*(estimate.value for estimate in found), spectrum.observed]

    def theirs() -> list[float]:
        return [
            float(alpha.goods_coverage(counts)),
            float(alpha.chao1(counts)),
            float(alpha.chao1(counts, bias_corrected=False)),
            float(alpha.ace(counts)),
            float(alpha.sobs(counts)),
        ]

    spectrum = box.FrequencySpectrum.from_counts(counts)
    print(f"{names:,} names, {spectrum.n:,} mentions, {spectrum.ks.size:,} distinct counts")
    seconds: dict[str, float] = {}
    values = {}
    for label, run in (("factscan", ours), ("scikit-bio", theirs)):
        seconds[label], values[label] = _best_of_three(run)
        print(f"{label:28} {seconds[label] * 1e3:9.2f} ms")
    everything, _ = _best_of_three(lambda: box.estimates(box.FrequencySpectrum.from_counts(counts)))
    known, _ = _best_of_three(lambda: box.estimates(spectrum))
    print(f"{'factscan, all estimates':28} {everything * 1e3:9.2f} ms")
    print(f"{'  from the spectrum alone':28} {known * 1e3:9.2f} ms")
    apart = [abs(a / b - 1) for a, b in zip(values["factscan"], values["scikit-bio"], strict=True) if b]
    print(f"worst relative difference of the five: {max(apart):.1e}")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "counts.txt"
        path.write_text("\n".join(map(str, counts.tolist())) + "\n")
        command = [factscan, "-m", "factscan", "estimate", str(path), "--format", "json"]
        for label, process in (
            ("factscan estimate FILE", command),
            ("scikit-bio script", [*SCRIPT, str(path)]),
        ):
            took, _ = _best_of_three(lambda run=process: subprocess.run(run, check=True, capture_output=True))
            print(f"{label:28} {took * 1e3:9.2f} ms, a process from start to end")
    print()


def _best_of_three(run: Callable[[], Any]) -> tuple[float, Any]:
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        result = run()
        best = min(best, time.perf_counter() - start)
    return best, result


LAWS: dict[str, np.ndarray] = {
    "uniform, 200 names": np.ones(200),
    "lognormal, 300 names": np.exp(np.random.default_rng(5).normal(0, 1, 300)),
    "Zipf .7, 500 names": np.arange(1.0, 501) ** -0.7,
    "Zipf 1, 1,000 names": 1 / np.arange(1.0, 1001),
    "Zipf 1.3, 2,000 names": np.arange(1.0, 2001) ** -1.3,
}
SPREAD = ("chao1", "ichao1", "ichao1_delta", "ace", "jackknife_1")
HELD = ("turing_coverage", "chao_jost_coverage", "zhang_huang_coverage")


def simulate(repeats: int, seed: int) -> None:
    """Standard errors beside the spread of the estimates, and how often intervals of coverage hold the truth."""
    rng = np.random.default_rng(seed)
    print(
        "root mean square s.e. / standard deviation over samples; share of 95 % intervals that hold the coverage"
    )
    print(f"{'law':24} {'n':>6}", *(f"{name.removesuffix('_coverage'):>12}" for name in SPREAD + HELD))
    for law, weights in LAWS.items():
        chances = weights / weights.sum()
        for n in (300, 1000):
            ratios, held = _simulated(chances, n, repeats, rng)
            cells = [*(f"{ratio:12.2f}" for ratio in ratios), *(f"{share:12.3f}" for share in held)]
            print(f"{law:24} {n:6,}", *cells)


def _simulated(
    chances: np.ndarray, n: int, repeats: int, rng: np.random.Generator
) -> tuple[list[float], list[float]]:
    values = {name: [] for name in SPREAD}
    errors = {name: [] for name in SPREAD}
    held = dict.fromkeys(HELD, 0)
    choices = box.Choices(growth=(), orders=1)
    for _ in range(repeats):
        counts = rng.multinomial(n, chances)
        covered = float(chances[counts > 0].sum())
        found = box.estimates(box.FrequencySpectrum.from_counts(counts), choices)
        for name in HELD:
            low, high = found[name].interval or (0.0, 1.0)
            held[name] += low <= covered <= high
        for name in SPREAD:
            if found[name].se is not None:
                values[name].append(found[name].value)
                errors[name].append(found[name].se)
    ratios = [
        float(np.sqrt(np.mean(np.square(errors[name]))) / max(np.std(values[name]), 1e-12)) for name in SPREAD
    ]
    return ratios, [held[name] / repeats for name in HELD]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    compare = commands.add_parser("agreement", help="values against a reference file")
    compare.add_argument("reference", type=Path, metavar="FILE", help="reference_statistics.json")
    timing = commands.add_parser("speed", help="beside scikit-bio, in memory and as a process")
    timing.add_argument("--names", type=int, nargs="+", default=[10**4, 10**6, 10**7])
    timing.add_argument("--seed", type=int, default=1)
    timing.add_argument(
        "--factscan", default=sys.executable, help="the Python that runs factscan, if another"
    )
    spread = commands.add_parser("simulate", help="standard errors and intervals against simulated samples")
    spread.add_argument("--repeats", type=int, default=1000)
    spread.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.command == "agreement":
        agreement(given.reference)
    elif given.command == "simulate":
        simulate(given.repeats, given.seed)
    else:
        for names in given.names:
            speed(names, given.seed, given.factscan)


if __name__ == "__main__":
    main()
