"""What ``factscan.stats`` offers: everything that its rooms estimate, each name once and explained."""

import inspect
from dataclasses import fields, is_dataclass

import factscan.stats as stats
from factscan.stats import merging, noise, spectrum


def test_every_exported_function_and_class_says_what_it_is() -> None:
    for name in (*stats.__all__, *spectrum.__all__):
        found = getattr(stats, name)
        if callable(found):
            assert (inspect.getdoc(found) or "").strip(), name


def test_no_name_of_the_toolbox_is_hidden_by_another() -> None:
    assert not set(stats.__all__) & set(spectrum.__all__)
    assert len(set(stats.__all__)) == len(stats.__all__)


def test_noise_and_merging_are_there_and_give_frozen_dataclasses() -> None:
    for module, names in (
        (noise, "Corrected Judged corrected without_junk"),
        (merging, "Stratum merged merged_share"),
    ):
        for name in names.split():
            assert getattr(stats, name) is getattr(module, name)
    for kind in (stats.Corrected, stats.Judged, stats.Stratum, stats.Miscalibration):
        assert is_dataclass(kind)
        assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
        assert fields(kind)
