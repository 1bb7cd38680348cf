"""What the keyboard means on a rating scale. Plain Python: a key and a time in, a value out."""

SECOND_KEY_MS = 1500  # how soon a 0 after a 1 makes 10, and how long a minus waits for its digit


class RatingKeys:
    """Reads digits, signs and steps on a scale from `least` to `most`; remembers the last key.

    `starts_at` is where the steps start while nothing is chosen.
    """

    def __init__(self, least: int, most: int, starts_at: int) -> None:
        self.least = least
        self.most = most
        self.starts_at = starts_at
        self._last = ""
        self._last_at_ms = -SECOND_KEY_MS

    def typed(self, key: str, at_ms: int, value: int | None) -> int | None:
        """Return the value that a typed character chooses, or None if it chooses none (yet).

        `at_ms` is the key's time on any steady clock, `value` what is chosen now. "1" and soon
        after "0" is ten; a sign turns the chosen value or waits for its digit.
        """
        before = self._last if at_ms - self._last_at_ms < SECOND_KEY_MS else ""
        self._last, self._last_at_ms = key, at_ms
        if key in ("-", "+") and self.least < 0:
            return (
                None if value is None else self._on_scale(-abs(value) if key == "-" else abs(value))
            )
        if not (key.isascii() and key.isdigit()):
            return None
        if before == "1" and key == "0" and self.most >= 10:
            return 10
        return self._on_scale(-int(key) if before == "-" else int(key))

    def stepped(self, step: int, value: int | None) -> int:
        """Return the value `step` away from the chosen one, or from the start, within the scale."""
        start = self.starts_at if value is None else value
        return max(self.least, min(self.most, start + step))

    def _on_scale(self, value: int) -> int | None:
        return value if self.least <= value <= self.most else None
