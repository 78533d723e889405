"""Intervals as lines of plain characters."""

from factscan.report.bars import Axis, axis_of
from factscan.stats import Interval


def test_a_bar_shows_the_interval_the_estimate_and_the_figure_to_compare_with() -> None:
    axis = Axis(0, 1, 11)
    assert axis.head == "0---------1"
    assert axis.bar(Interval(0.5, 0.3, 0.7), 0.9) == "   ==o== | "
    assert axis.bar(Interval(0.5, None, None), None) == "     o     "
    assert axis.bar(Interval(None, None, None, "undefined"), None).strip() == ""
    assert axis.bar(Interval(1.0, 0.0, 1.0), 0.2) == "==========o"


def test_the_axis_is_all_of_0_to_1_unless_intervals_lie_close_together() -> None:
    close = [Interval(0.72, 0.71, 0.73), Interval(0.88, 0.85, 0.89)]
    assert (axis_of(close, 20).head[:2], axis_of(close, 20).head[-2:]) == (".7", ".9")
    assert axis_of([*close, Interval(0.1, 0.0, 0.2)], 20).head[::19] == "01"
    assert axis_of([], 20).head[::19] == "01"
    for value in (0.0, 0.5, 0.999, 1.0):
        axis = axis_of([Interval(value, value, value)], 20)
        assert 0 <= axis.low <= value <= axis.high <= 1
        assert "o" in axis.bar(Interval(value, value, value), None)
