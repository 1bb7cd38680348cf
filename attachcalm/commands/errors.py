"""What the person gave cannot be used: told in a sentence, exit code 1."""


class PersonError(Exception):
    """The sentence says what is wrong and what would be right."""
