"""Nothing to be heard: the last resort, and what the tour and the tests of time use."""

from pathlib import Path

from attachcalm.player.ports import Channel


class SilentSound:
    """Takes every call and sounds nothing."""

    name = "silent"
    has_ambience = False

    def __init__(self, note: str | None = None) -> None:
        """Say `note` to the person; None if the silence is wanted."""
        self.note = note

    def play(
        self,
        channel: Channel,
        path: Path,
        *,
        gain: float,
        loop: bool = False,
        fade_in_ms: int = 0,
        seam_ms: int = 0,
    ) -> None:
        """Sound nothing."""

    def set_gain(self, channel: Channel, gain: float, *, ramp_ms: int = 0) -> None:
        """Change nothing."""

    def stop(self, channel: Channel, *, fade_out_ms: int = 0) -> None:
        """Stop nothing."""

    def pause(self) -> None:
        """Hold nothing."""

    def resume(self) -> None:
        """Go on with nothing."""

    def close(self) -> None:
        """Let go of nothing."""
