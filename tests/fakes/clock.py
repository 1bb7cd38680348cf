"""Clocks that a test moves by hand."""

from datetime import UTC, datetime, timedelta, tzinfo


class FakeClock:
    """Monotonic milliseconds that pass only when the test says so."""

    def __init__(self, now: int = 0) -> None:
        self.now = now

    def __call__(self) -> int:
        """Read the clock."""
        return self.now

    def advance(self, milliseconds: int) -> None:
        """Let so much time pass."""
        self.now += milliseconds


class FakeWallClock:
    """The time of day somewhere, which moves only when the test says so."""

    def __init__(self, now: datetime = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """Read the clock."""
        return self.now

    def advance(self, **time: float) -> None:
        """Let so much time pass, in the words of `timedelta`."""
        self.now += timedelta(**time)

    def travel(self, zone: tzinfo) -> None:
        """Be in another time zone at the same instant."""
        self.now = self.now.astimezone(zone)
