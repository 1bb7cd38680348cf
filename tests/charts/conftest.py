"""The drawing library, made ready as the app does it, with its list of fonts kept between runs."""

from pathlib import Path

import pytest

from attachcalm.charts.setup import prepare


@pytest.fixture(scope="session", autouse=True)
def ready_to_draw(request: pytest.FixtureRequest, resources: Path) -> None:
    """Load matplotlib once."""
    cache = request.config.cache
    assert cache is not None
    prepare(cache.mkdir("charts"), resources / "fonts")
