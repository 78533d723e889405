"""What is to be reached, and what others reached: published, or measured with the same scorers."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """A figure of a measure: the least (or the most, if ``at_most``) that counts as reached, and what others have."""

    measure: str
    figure: str
    value: float
    others: str = ""
    at_most: bool = False

    def holds(self, ours: float) -> bool:
        """Whether a value of ours reaches it."""
        return ours <= self.value if self.at_most else ours >= self.value


_LABELLED = "two labellings"
TARGETS = (
    Target("labelled passages", "precision", 0.75, f"{_LABELLED} .83 – .92"),
    Target("labelled passages", "recall of core facts", 0.50, f"{_LABELLED} .90 – .94"),
    Target("labelled passages", "exact subject keys", 0.90, f"{_LABELLED} .95 – .97"),
    Target("labelled passages", "duplicates", 0.03, f"{_LABELLED} .01 – .02", at_most=True),
    Target("labelled passages", "leak of not-facts", 0.08, f"{_LABELLED} .00 – .06", at_most=True),
    Target("factuality", "leak", 0.25, "PredPatt .684", at_most=True),
    Target("factuality", "keep", 0.65, "PredPatt .744"),
    Target("dates of lives", "year", 0.90),
    Target("dates of lives", "year and subject", 0.82),
    Target("dates of lives", "full date", 0.80),
    Target("dates of lives", "wrong", 0.01, at_most=True),
    Target("BenchIE", "F1", 0.40, "DiffIE .343, ClausIE .339, MinIE .337, OpenIE6 .254, PredPatt .164, Stanford .130"),
    Target("BenchIE", "precision", 0.45),
    Target("related pairs", "loose", 0.55, "PredPatt .417"),
    Target(
        "CaRB",
        "F1",
        0.53,
        "DualOIE .563, CIGL .540, OpenIE6 .527, DiffIE .522, OpenIE4 .488, ClausIE .450, MinIE .419",
    ),
    Target("CaRB, single match", "F1", 0.45, "OpenIE6 .464, OpenIE4 .404, ClausIE .401"),
    Target("WiRe57", "F1", 0.37, "DiffIE .361, MinIE .358, ClausIE .342"),
)  # fmt: skip
