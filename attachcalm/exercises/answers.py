"""Whether an answer is one that its question has."""

from attachcalm.exercises.model import AnswerKind, Ask, Question

SCALE = range(11)  # 0 to 10


def fits(question: Question, value: str | int | None) -> bool:
    """Whether the person can have answered so: a text, a scale's number, an option's id, or not."""
    if value is None:
        return True
    if question.options:
        return value in {option.id for option in question.options}
    if isinstance(question, Ask) and question.kind is AnswerKind.SCALE:
        return type(value) is int and value in SCALE
    return isinstance(value, str)
