"""Very many sticks, gathered: medians by column and kind, against plain reckoning."""

from statistics import median

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from attachcalm.charts.columns import columns_of, thinned
from attachcalm.charts.place import Band, Row
from attachcalm.insight.scale import DISTRESS_SCALE

ratings = st.none() | st.integers(0, 10)
Stick = tuple[int, int | None, int | None]


def rowed(sticks: list[Stick]) -> Row:
    """Return sticks on days of their own, as arrays."""
    table = np.array([[np.nan if v is None else v for v in stick] for stick in sticks], float)
    return Row(table[:, 0] + 0.5, table[:, 1], table[:, 2])


def kind(stick: Stick) -> str:
    """Return how a sitting went."""
    _, before, after = stick
    if before is None or after is None:
        return "half before" if after is None else "half after"
    return "same" if before == after else "lower" if after < before else "higher"


def middle(values: list[int]) -> float | None:
    """Return the median, None of nothing."""
    return median(values) if values else None


def known(values: list[float]) -> list[float | None]:
    """Return None for NaN."""
    return [None if np.isnan(value) else value for value in values]


sticks_of_a_decade = st.lists(
    st.tuples(st.integers(0, 99), ratings, ratings).filter(lambda s: s[1:] != (None, None)),
    min_size=1,
    max_size=60,
).map(lambda sticks: sorted(sticks, key=lambda stick: stick[0]))


@given(sticks_of_a_decade)
@settings(deadline=None)
def test_each_kind_of_each_column_is_drawn_at_its_medians(sticks: list[Stick]) -> None:
    """Ten columns of ten days each hold exactly what plain reckoning finds."""
    columns = columns_of(rowed(sticks), (0.0, 100.0), 10, DISTRESS_SCALE)

    groups: dict[tuple[int, str], list[Stick]] = {}
    for stick in sticks:
        groups.setdefault((stick[0] // 10, kind(stick)), []).append(stick)
    expected = {
        (
            column,
            middle([s[1] for s in group if s[1] is not None]),
            middle([s[2] for s in group if s[2] is not None]),
        )
        for (column, _), group in groups.items()
    }
    found = zip(
        (columns.row.x // 10).astype(int).tolist(),
        known(columns.row.before.tolist()),
        known(columns.row.after.tolist()),
        strict=True,
    )
    assert set(found) == expected


@given(sticks_of_a_decade)
@settings(deadline=None)
def test_columns_share_all_sticks_out_in_order(sticks: list[Stick]) -> None:
    """From the first to the last, without a hole and without one counted twice."""
    columns = columns_of(rowed(sticks), (0.0, 100.0), 10, DISTRESS_SCALE)

    spans = list(zip(columns.firsts.tolist(), columns.lasts.tolist(), strict=True))
    assert [i for first, last in spans for i in range(first, last + 1)] == list(range(len(sticks)))
    for first, last in spans:
        assert len({stick[0] // 10 for stick in sticks[first : last + 1]}) == 1


def test_a_thinned_band_keeps_its_breaks() -> None:
    """Two runs in one column stay two runs, each at its medians."""
    x = np.array([0.5, 1.5, 2.5, 3.5, 11.5])
    levels = np.array([7.0, 7.5, 8.0, 2.0, 3.0])
    band = Band(Row(x, levels, levels), np.array([0, 0, 0, 1, 1]))

    thin = thinned(band, (0.0, 100.0), 10, DISTRESS_SCALE)

    assert thin.row.before.tolist() == [7.5, 2.0, 3.0]
    assert thin.row.x.tolist() == [1.5, 3.5, 11.5]
    np.testing.assert_array_equal(thin.broken().before, [7.5, np.nan, 2.0, 3.0])
