"""AttachCalm: guided emotion-regulation and grounding exercises, wholly offline."""

__version__ = "0.1.0"
