"""The toolbox gives what the peers print, to the digits that they print.

The numbers were made by running SpadeR 0.1.1, iNEXT 3.0.2, vegan 2.6-4, entropart, scikit-bio 0.7.4 and Cell
Ranger's Simple Good–Turing on public data sets; 'osw_binomial' and 'good_toulmin' are the formulas in numpy.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from factscan.stats.spectrum import (
    FrequencySpectrum,
    coverage_at,
    estimates,
    good_toulmin,
    incidence_estimates,
    rarefaction_se,
    richness_at,
    simple_good_turing,
    smoothed_binomial,
    smoothed_binomial_euler,
)

REFERENCE = json.loads((Path(__file__).parent / "spectrum_reference.json").read_text())
MENTIONS: dict[str, Any] = REFERENCE["abundance"]
INCIDENCE: dict[str, Any] = REFERENCE["incidence"]
SPADER = {
    "Homogeneous Model": "homogeneous",
    "Chao1 (Chao, 1984)": "chao1",
    "Chao1-bc": "chao1_bias_corrected",
    "iChao1 (Chiu et al. 2014)": "ichao1",
    "ACE (Chao & Lee, 1992)": "ace",
    "ACE-1 (Chao & Lee, 1992)": "ace1",
    "Chao2 (Chao, 1987)": "chao2",
    "Chao2-bc": "chao2_bias_corrected",
    "iChao2 (Chiu et al. 2014)": "ichao2",
    "ICE (Lee & Chao, 1994)": "ice",
    "ICE-1 (Lee & Chao, 1994)": "ice1",
    "1st order jackknife": "jackknife_1",
    "2nd order jackknife": "jackknife_2",
}


def spectrum_of(peers: dict[str, Any]) -> FrequencySpectrum:
    return FrequencySpectrum.from_pairs(*zip(*peers["fof"], strict=True))


@pytest.mark.parametrize("name", [name for name in MENTIONS if MENTIONS[name]["spader"]])
def test_richness_standard_errors_and_bounds_are_those_of_spader(name: str) -> None:
    found = estimates(spectrum_of(MENTIONS[name]))

    for row, expected in MENTIONS[name]["spader"].items():
        estimate = found[SPADER[row]]
        assert estimate.interval is not None
        assert (estimate.value, estimate.se, *estimate.interval) == pytest.approx(expected, abs=6e-4), row


@pytest.mark.parametrize("name", INCIDENCE)
def test_incidence_estimates_are_those_of_spader(name: str) -> None:
    found = incidence_estimates(spectrum_of(INCIDENCE[name]), INCIDENCE[name]["T"])

    for row, expected in INCIDENCE[name]["spader"].items():
        estimate = found[SPADER[row]]
        assert estimate.interval is not None
        assert (estimate.value, estimate.se, *estimate.interval) == pytest.approx(expected, abs=6e-4), row


@pytest.mark.parametrize("name", MENTIONS)
def test_coverage_is_that_of_entropart_and_scikit_bio(name: str) -> None:
    found = estimates(spectrum_of(MENTIONS[name]))
    peers = MENTIONS[name]["entropart_coverage"]

    values = [found[f"{kind}_coverage"].value for kind in ("zhang_huang", "chao_jost", "turing")]
    assert values == pytest.approx([peers["ZhangHuang"], peers["Chao"], peers["Turing"]], abs=1e-12)
    theirs = MENTIONS[name]["skbio"]
    names = ("turing_coverage", "chao1_classic", "chao1_classic_bias_corrected", "ace")
    assert [found[kind].value for kind in names] == pytest.approx(
        [theirs["goods_coverage"], theirs["chao1"], theirs["chao1_bc"], theirs["ace"]], rel=1e-13
    )


@pytest.mark.parametrize("name", MENTIONS)
def test_curves_over_mentions_are_those_of_inext(name: str) -> None:
    spectrum, peers = spectrum_of(MENTIONS[name]), MENTIONS[name]["inext"]

    assert [coverage_at(spectrum, m) for m in peers["m"]] == pytest.approx(peers["coverage"], rel=2e-10)
    if "richness_q0" in peers:
        assert [richness_at(spectrum, m) for m in peers["m"]] == pytest.approx(
            peers["richness_q0"], rel=1e-10
        )


@pytest.mark.parametrize("name", INCIDENCE)
def test_curves_over_sampling_units_are_those_of_inext(name: str) -> None:
    peer, spectrum = INCIDENCE[name], spectrum_of(INCIDENCE[name])
    units = peer["inext"]["t"]

    coverage = [coverage_at(spectrum, t, samples=peer["T"]) for t in units]
    richness = [richness_at(spectrum, t, samples=peer["T"]) for t in units]
    assert coverage == pytest.approx(peer["inext"]["coverage"], abs=1e-12)
    assert richness == pytest.approx(peer["inext"]["richness_q0"], abs=1e-9)


@pytest.mark.parametrize("name", [name for name in MENTIONS if "se" in MENTIONS[name]["vegan_rarefy"]])
def test_standard_errors_of_rarefaction_are_those_of_vegan(name: str) -> None:
    spectrum, peers = spectrum_of(MENTIONS[name]), MENTIONS[name]["vegan_rarefy"]

    assert [rarefaction_se(spectrum, m) for m in peers["m"]] == pytest.approx(peers["se"], rel=2e-9)


@pytest.mark.parametrize("name", [name for name in MENTIONS if "sgt" in MENTIONS[name]])
def test_simple_good_turing_is_that_of_cell_ranger(name: str) -> None:
    found, peers = simple_good_turing(spectrum_of(MENTIONS[name])), MENTIONS[name]["sgt"]

    assert (found.slope, found.intercept) == pytest.approx((peers["slope"], peers["intercept"]))
    assert found.switch == peers["switch"]
    assert found.r_star is not None
    assert found.r_star[:8].tolist() == pytest.approx(peers["r_star"])


@pytest.mark.parametrize("name", MENTIONS)
def test_growth_is_that_of_the_formulas(name: str) -> None:
    spectrum = spectrum_of(MENTIONS[name])

    for t, expected in MENTIONS[name]["good_toulmin"].items():
        assert good_toulmin(spectrum, float(t)).value == pytest.approx(expected, rel=1e-9)
    for row in MENTIONS[name]["osw_binomial"]:
        assert smoothed_binomial_euler(spectrum, row["t"]).value == pytest.approx(row["q1"], rel=1e-9)
        assert smoothed_binomial(spectrum, row["t"]).value == pytest.approx(row["q2"], rel=1e-9)
