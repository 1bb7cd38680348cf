"""The theme's colours as a chart needs them.  No Qt in here."""

from attachcalm.charts.look import ChartColours
from attachcalm.ui.tokens import Theme


def colours_of(theme: Theme) -> ChartColours:
    """The colours of a chart in this theme."""
    return ChartColours(
        surface=theme.surface,
        text=theme.text,
        muted=theme.muted,
        grid=theme.chart_grid,
        before=theme.chart_before,
        after=theme.chart_after,
        band=theme.primary_soft,
    )
