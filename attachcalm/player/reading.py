"""How long a sentence is read where no voice says it."""

READING_MS_PER_WORD = 460  # 130 words a minute: an unhurried reader, and the voice's own speed
READING_MS_AT_LEAST = 1_000  # no caption is gone before a second (WCAG reading time)


def reading_ms(text: str) -> int:
    """How long a sentence without a voice is read, in milliseconds."""
    return max(READING_MS_AT_LEAST, len(text.split()) * READING_MS_PER_WORD)
