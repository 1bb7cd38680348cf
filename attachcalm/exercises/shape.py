"""Whether the values of a content file have the right shape, and what to say where they do not.

A document module says what may stand there; here its verdicts become problems in plain words.
"""

import json
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from attachcalm.exercises.links import Fault
from attachcalm.exercises.problem import did_you_mean
from attachcalm.exercises.yaml_source import Path, Plain, Source

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

    from attachcalm.exercises.grammar import Grammar

Entry = dict[str, Any]
"""A checked exercise file as plain JSON values; what `build.exercise` takes."""


def check(source: Source, grammar: "Grammar | None" = None) -> tuple[Entry | None, list[Fault]]:
    """The checked entry, or every fault of shape in it; by the grammar of exercises if none."""
    import pydantic

    if grammar is None:
        from attachcalm.exercises.exercise_grammar import GRAMMAR as EXERCISES

        grammar = EXERCISES
    if not isinstance(source.value, dict):
        what = f"{grammar.thing} is a list of 'key: value' lines"
        return None, [((), lambda: what)]
    try:
        found = grammar.document.model_validate_json(json.dumps(source.value), strict=True)
    except pydantic.ValidationError as error:
        details = error.errors(include_url=False)
        return None, [_fault(detail, source.value, grammar) for detail in details]
    return found.model_dump(mode="json", by_alias=True, exclude_none=True), []


def _fault(detail: "ErrorDetails", value: Plain, grammar: "Grammar") -> Fault:
    path = _real_path(grammar.without_tag(detail["loc"]), value)

    def say() -> str:
        by_grammar = _BY_GRAMMAR.get(detail["type"])
        if by_grammar is not None:
            return by_grammar(name_of(path), detail, grammar)
        return _SENTENCES.get(detail["type"], _as_it_is)(name_of(path), detail)

    return path, say


def _real_path(location: Path, value: Plain) -> Path:
    """The way down the file: pydantic puts `[key]` between.

    A missing value is the only one that may not be there, and then it is the last.
    """
    path: Path = ()
    here: Any = value
    for key in location:
        if isinstance(here, dict):
            here = here.get(str(key))
        elif isinstance(here, list) and isinstance(key, int):
            here = here[key]
        else:
            break
        path = (*path, key)
    return path


def name_of(path: Path) -> str:
    """The path as it is told to a person, who counts from 1."""
    parts = [f"[{key + 1}]" if isinstance(key, int) else f".{key[:40]}" for key in path]
    return "".join(parts).lstrip(".") or "the file"


# ---------------------------------------------------------------- what to say
def _given(detail: "ErrorDetails") -> str:
    given = detail.get("input")
    match given:
        case None:
            told = "nothing"
        case bool():
            told = str(given).lower()
        case int():
            told = str(given)
        case float():
            told = f"{given:g}"
        case str():
            told = f"'{given[:40]}'"
        case _:
            told = "several values"
    return f"got {told}"


def _limit(detail: "ErrorDetails", name: str) -> str:
    limit = detail.get("ctx", {}).get(name)
    return f"{limit:g}" if isinstance(limit, int | float) else str(limit)


def _missing(name: str, _: "ErrorDetails") -> str:
    return f"{name} is missing"


def _unknown(name: str, detail: "ErrorDetails", grammar: "Grammar") -> str:
    hint = did_you_mean(str(detail["loc"][-1]), _known(detail, grammar))
    return f"{name} is not a known field{hint}"


def _known(detail: "ErrorDetails", grammar: "Grammar") -> set[str]:
    """The fields that there are where the unknown one stands."""
    location = detail["loc"][:-1]
    inside = [key for key in location if isinstance(key, str)]
    model = grammar.models[inside[-1] if inside else ""]
    return {field.alias or name for name, field in model.model_fields.items()}


def _not_one_of(name: str, detail: "ErrorDetails") -> str:
    expected = str(detail.get("ctx", {}).get("expected", ""))
    choices = [word.strip(" '") for word in expected.replace(" or ", ",").split(",")]
    some = "one of " if len(choices) > 1 else ""
    hint = did_you_mean(str(detail.get("input")), choices)
    return f"{name} must be {some}{', '.join(choices)} ({_given(detail)}){hint}"


def _wrong_pattern(name: str, detail: "ErrorDetails", grammar: "Grammar") -> str:
    meaning = grammar.patterns[str(detail.get("ctx", {}).get("pattern"))]
    return f"{name} must be {meaning} ({_given(detail)})"


def _no_kind(name: str, detail: "ErrorDetails", grammar: "Grammar") -> str:
    given = detail.get("input")
    keys = [str(key) for key in given] if isinstance(given, dict) else []
    hints = (did_you_mean(key, grammar.kinds) for key in keys)
    return f"{name} {detail['msg']}{next(filter(None, hints), '')}"


def _too_long(name: str, detail: "ErrorDetails") -> str:
    most = _limit(detail, "max_length")
    return f"{name} has {len(str(detail.get('input')))} signs; it may have {most}"


def _too_many(name: str, detail: "ErrorDetails") -> str:
    return f"{name} holds too many: at most {_limit(detail, 'max_length')} are read"


def _too_few(name: str, detail: "ErrorDetails") -> str:
    return f"{name} holds too few: it needs {_limit(detail, 'min_length')} at least"


def _own_sentence(name: str, detail: "ErrorDetails") -> str:
    return f"{name} {detail['msg'].removeprefix('Value error, ')}"


def _as_it_is(name: str, detail: "ErrorDetails") -> str:
    return f"{name}: {detail['msg'][:1].lower()}{detail['msg'][1:]}"


def _must_be(what: str, limit: str = "") -> Callable[[str, "ErrorDetails"], str]:
    def tell(name: str, detail: "ErrorDetails") -> str:
        much = f" {_limit(detail, limit)}" if limit else ""
        return f"{name} must be {what}{much} ({_given(detail)})"

    return tell


_DAY = _must_be("a day such as 2026-03-31")
_WHOLE = _must_be("a whole number")
_LINES = _must_be("'key: value' lines")
_SENTENCES: dict[str, Callable[[str, "ErrorDetails"], str]] = {
    "missing": _missing,
    "value_error": _own_sentence,
    "enum": _not_one_of,
    "literal_error": _not_one_of,
    "greater_than": _must_be("more than", "gt"),
    "greater_than_equal": _must_be("at least", "ge"),
    "less_than_equal": _must_be("at most", "le"),
    "finite_number": _must_be("a number with an end"),
    "float_type": _must_be("a number"),
    "int_type": _WHOLE,
    "int_parsing_size": _WHOLE,
    "bool_type": _must_be("true or false"),
    "string_type": _must_be("a text; put it in quotes if it looks like a number"),
    "list_type": _must_be("a list"),
    "dict_type": _LINES,
    "model_type": _LINES,
    "date_type": _DAY,
    "date_parsing": _DAY,
    "date_from_datetime_parsing": _DAY,
    "date_from_datetime_inexact": _DAY,
    "string_too_short": _must_be("a text that is not empty"),
    "string_too_long": _too_long,
    "too_long": _too_many,
    "too_short": _too_few,
}
_BY_GRAMMAR: dict[str, Callable[[str, "ErrorDetails", "Grammar"], str]] = {
    "extra_forbidden": _unknown,
    "part_kind": _no_kind,
    "string_pattern_mismatch": _wrong_pattern,
}
"""What can only be said with the grammar at hand."""
