"""Our statistics against a library that many have checked: equal to many digits, on any ratings."""

import random
from collections import Counter
from itertools import combinations_with_replacement
from statistics import mean, median, stdev

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st
from scipy import stats

from attachcalm.insight.comparator import comparator_of
from attachcalm.insight.ease import eases_of, typical_of
from attachcalm.insight.normal import beyond, normal_below
from attachcalm.insight.overlap import overlap_of
from attachcalm.insight.share import share_of
from attachcalm.insight.slopes import by_pairs, by_product, grid_of, slopes_of
from attachcalm.insight.tau import corrected_tau_of, kendall_of
from attachcalm.insight.trend import mann_kendall
from attachcalm.insight.trend_line import line_of, variance_of

rating = st.integers(0, 10)
phase = st.lists(rating, min_size=1, max_size=40)
pairs = st.lists(st.tuples(rating, rating), min_size=1, max_size=60)
days = st.dictionaries(st.integers(0, 400).map(float), rating.map(float), min_size=2, max_size=60)
eighth = st.integers(-400, 400).map(lambda value: value / 8)
loose = st.lists(st.tuples(eighth, eighth), min_size=2, max_size=25)


@given(pairs)
def test_changes(told: list[tuple[int, int]]) -> None:
    """Mean, SD, median, the middle of all Walsh means, and the standardised change."""
    eases = [before - after for before, after in told]

    found = eases_of(told)

    assert found.mean == pytest.approx(mean(eases))
    assert found.median == median(eases)
    walsh = [(one + other) / 2 for one, other in combinations_with_replacement(eases, 2)]
    assert found.typical.value == median(walsh)
    assert min(walsh) <= found.typical.low <= found.typical.value <= found.typical.high
    if len(eases) > 1:
        assert found.sd == pytest.approx(stdev(eases))
        if stdev(eases):
            assert found.standardised == pytest.approx(mean(eases) / stdev(eases))


def test_the_interval_of_the_typical_change_covers_the_truth() -> None:
    """Of 1,000 samples of 20 around 100, about 950 intervals hold it; equal ratings hold more."""
    chance = random.Random(3)

    def hits(spread: float) -> int:
        samples = (
            Counter(round(chance.gauss(100, spread)) for _ in range(20)) for _ in range(1000)
        )
        return sum(told.low <= 100 <= told.high for told in map(typical_of, samples))

    assert 930 <= hits(1_000) <= 970
    assert hits(1) > 970


@given(st.integers(1, 400).flatmap(lambda of: st.tuples(st.integers(0, of), st.just(of))))
def test_shares(told: tuple[int, int]) -> None:
    """Wilson's interval."""
    theirs = stats.binomtest(*told).proportion_ci(method="wilson")

    assert (share_of(*told).low, share_of(*told).high) == pytest.approx(tuple(theirs), abs=1e-12)


@given(st.floats(-8, 8))
def test_the_normal_distribution(z: float) -> None:
    """Below, and beyond on both sides."""
    assert normal_below(z) == pytest.approx(stats.norm.cdf(z), abs=1e-15)
    assert beyond(z) == pytest.approx(2 * stats.norm.sf(abs(z)), rel=1e-9)


@given(phase, phase)
def test_overlap_and_tau(first: list[int], second: list[int]) -> None:
    """NAP is Mann and Whitney's U by pairs, and Tau is Somers' D of value by phase."""
    told = overlap_of(first, second, lower_is_better=False)
    u = stats.mannwhitneyu(second, first, method="asymptotic").statistic
    phases = [0] * len(first) + [1] * len(second)

    assert told.value == pytest.approx(u / (len(first) * len(second)))
    other = overlap_of(first, second, lower_is_better=True)
    assert other.value == pytest.approx(1 - told.value)
    assert other.low == pytest.approx(1 - told.high, abs=1e-9)
    assert 0 <= told.low <= told.value + 1e-12
    assert told.value <= told.high + 1e-12 <= 1 + 1e-9
    if len({*first, *second}) > 1:
        theirs = stats.somersd(phases, first + second).statistic
        assert told.tau == pytest.approx(theirs, abs=1e-12)


@given(phase, phase)
def test_the_error_of_the_overlap_by_all_pairs(first: list[int], second: list[int]) -> None:
    """The counters give what the sums over all pairs give."""
    told = overlap_of(first, second, lower_is_better=True)
    m, n = len(first), len(second)
    q = [[1.0 if b < a else 0.5 if b == a else 0.0 for b in second] for a in first]
    value = sum(map(sum, q)) / (m * n)
    assert told.value == pytest.approx(value)
    if told.error is None:
        assert m == 1 or n == 1 or told.value in {0, 1} or told.value == pytest.approx(0.5)
        return
    q1 = sum(sum(row) ** 2 for row in q) / (m * n**2)
    q2 = sum(sum(row[j] for row in q) ** 2 for j in range(n)) / (m**2 * n)
    q3 = sum(each**2 for row in q for each in row) / (m * n)
    variance = value - (m + n - 1) * value**2 + n * q1 + m * q2 - 2 * q3
    assert told.error**2 == pytest.approx(variance / ((m - 1) * (n - 1)), abs=1e-12)


@given(st.one_of(pairs, loose))
def test_kendall(points: list[tuple[float, float]]) -> None:
    """Tau-b and its p, with ties on both sides."""
    told = kendall_of(points)
    xs, ys = zip(*points, strict=True)
    if told.tau_b is None:
        assert len(set(xs)) == 1 or len(set(ys)) == 1
        return
    theirs = stats.kendalltau(xs, ys, method="asymptotic" if len(points) > 2 else "auto")

    assert told.tau_b == pytest.approx(theirs.statistic)
    if len(points) > 2:
        assert told.p == pytest.approx(theirs.pvalue)


@given(phase, phase)
def test_tau_b_of_phases(first: list[int], second: list[int]) -> None:
    """Where no trend is taken off, it is Kendall's tau-b of phase and value, turned round."""
    points = [(float(day), float(value)) for day, value in enumerate(first + second)]
    told = corrected_tau_of(points[: len(first)], points[len(first) :], lower_is_better=True)
    if told.removed is not None or told.tau_b is None:
        return
    phases = [0] * len(first) + [1] * len(second)
    theirs = stats.kendalltau(phases, [-value for value in first + second])

    assert told.tau_b == pytest.approx(theirs.statistic)


@given(st.one_of(days.map(lambda told: list(told.items())), loose))
def test_lines(points: list[tuple[float, float]]) -> None:
    """Slope, intercept and interval are those of theilslopes, in whatever order points come."""
    xs, ys = zip(*points, strict=True)
    if len(set(xs)) == 1:
        with pytest.raises(ValueError, match="two times"):
            line_of(points)
        return
    assume(variance_of(points) > 0)  # theirs is the root of less than 0 for a few such points
    theirs = stats.theilslopes(ys, xs, method="joint")
    told = line_of(points)

    assert told.slope == pytest.approx(theirs.slope, abs=1e-12)
    assert told.intercept == pytest.approx(theirs.intercept, abs=1e-9)
    assert (told.low, told.high) == pytest.approx((theirs.low_slope, theirs.high_slope), abs=1e-12)
    assert line_of(points[::-1]) == told


def test_points_that_are_hardly_unlike_have_a_line_too() -> None:
    """Two times and one value: level, and its interval has no width."""
    line = line_of([(0, 0), (0, 0), (1, 0)])

    assert (line.slope, line.low, line.high) == (0, 0, 0)


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 20)), min_size=1, max_size=100),
    st.sampled_from([1, 7]),
    st.sampled_from([1, 2]),
)
@example([(0, 0)] * 4 + [(1, 0)] * 2, 1, 1)  # more pairs in one place than there are points
def test_both_ways_to_all_slopes_agree(told: list[tuple[int, int]], step: int, parts: int) -> None:
    """One multiplication counts what going through the pairs counts, to the last slope."""
    points = [(float(time * step), value / parts) for time, value in told]
    grid = grid_of(points)

    assert grid is not None
    assert by_product(grid) == by_pairs(points) == slopes_of(points)


def test_points_between_the_halves_are_gone_through_by_pairs() -> None:
    """They lie on no grid; what is far apart lies on one that would be larger than its pairs."""
    year = [(float(day), float(day % 11)) for day in range(365)]

    assert grid_of(year) is not None
    assert grid_of([(day, value + 0.25) for day, value in year]) is None
    assert grid_of([(day + 0.5, value) for day, value in year]) is None
    far = [(day**3, value) for day, value in year[:50]]
    assert slopes_of(far) == by_pairs(far)


@given(days)
def test_mann_kendall(told: dict[float, float]) -> None:
    """S and its variance are Kendall's, and the variance is that of Sen's interval."""
    points = list(told.items())
    found = mann_kendall(points)
    later = sum((y > x) - (y < x) for one, x in points for other, y in points if other > one)

    assert found.score == later
    assert found.variance == pytest.approx(variance_of(points) if len(points) > 2 else 0)
    if found.variance and found.score:
        z = (found.score - (1 if found.score > 0 else -1)) / found.variance**0.5
        assert found.p == pytest.approx(2 * stats.norm.sf(abs(z)))


@given(st.lists(st.tuples(rating, rating), min_size=8, max_size=40))
def test_the_slope_of_just_sitting(told: list[tuple[int, int]]) -> None:
    """Least squares of after on before, held between 0 and 1."""
    before, after = zip(*told, strict=True)
    found = comparator_of(told)
    if len(set(before)) == 1:
        assert found.is_assumed
        return

    assert found.kept == pytest.approx(
        min(1.0, max(0.0, stats.linregress(before, after).slope)), abs=1e-12
    )
