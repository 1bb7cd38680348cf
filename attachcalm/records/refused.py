"""A file from outside that cannot be taken in."""


class RefusedError(Exception):
    """Nothing of the file was taken in; the message says why, in a sentence, and where."""
