"""What one value says of another: ids, versions, choices and slots must fit together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises.links import faults
from attachcalm.exercises.reader import read_bytes
from attachcalm.exercises.yaml_source import Plain
from tests.fakes.exercise_file import GOOD, PATH, spoilt

TWICE = """\
- choose: care
        question: Now?
        options: [{id: a, label: A}, {id: b, label: B}]
      - choose: care"""


def told(data: bytes) -> list[str]:
    """What is said of these bytes, without the name of the file."""
    problems = read_bytes(data, PATH).problems
    return [str(problem).removeprefix(f"{PATH}:") for problem in problems]


@pytest.mark.parametrize(
    "old, new, sentences",
    [
        (
            "{id: short,",
            "{id: full,",
            [
                "19:6: two of the versions are called full",
                "20:6: two of the versions are called full",
            ],
        ),
        (
            "id: settle",
            "id: end",
            ["22:5: two of the steps are called end", "50:5: two of the steps are called end"],
        ),
        (
            "only: [full]",
            "only: [full, shrot]",
            ["32:22: there is no version shrot; did you mean short?"],
        ),
        (
            "when: {care: words}",
            "when: {car: words}",
            ["66:16: no choice car stands before this; did you mean care?"],
        ),
        (
            "when: {care: words}",
            "when: {care: wrods}",
            ["66:16: care has no option wrods; did you mean words?"],
        ),
        (
            "id: breathe\n",
            "id: breathe\n    when: {care: words}\n",
            ["34:12: no choice care stands before this"],
        ),
        ("- choose: care", TWICE, ["63:9: the choice care stands twice"]),
        (
            "{kind_one|a kind name}",
            "{kind_one}",
            ["65:9: {kind_one} needs words for those who have none: {kind_one|your words}"],
        ),
        (
            "{kind_one|a kind name}",
            "{kind_one| }",
            ["65:9: {kind_one} needs words for those who have none: {kind_one|your words}"],
        ),
        (
            "say: Small and soft.",
            "say: Softly, {name}.",
            ["49:15: {name} needs words for those who have none: {name|your words}"],
        ),
        (
            "show: Take your time.",
            "show: '{time}'",
            ["31:9: {time} needs words for those who have none: {time|your words}"],
        ),
        (
            "question: Who comes to mind?",
            "question: Who, {name}?",
            ["54:9: {name} needs words for those who have none: {name|your words}"],
        ),
        (
            "{kind_one|a kind name}",
            "{Kind one|a name}",
            ["65:9: a slot is written {name|words for those who have none}"],
        ),
        (
            "title: Settle",
            "title: Settle {name|you}",
            ["23:5: braces are for slots, and only say, show and question have them"],
        ),
        (
            "word: Slow out",
            "word: Slow {name|out}",
            ["46:15: braces are for slots, and only say, show and question have them"],
        ),
        (
            "- Stop whenever you like.",
            "- Stop, {name|you}.",
            ["12:5: braces are for slots, and only say, show and question have them"],
        ),
    ],
)
def test_what_does_not_fit_is_told_where_it_stands(
    old: str, new: str, sentences: list[str]
) -> None:
    """One thing is wrong, and the reader says what was probably meant."""
    assert told(spoilt(old, new)) == sentences


def test_a_version_that_would_play_nothing_is_refused() -> None:
    """Every step is for the full version only, so the short one is empty."""
    only_full = GOOD.replace("    parts:", "    only: [full]\n    parts:")

    assert told(only_full.encode()) == ["20:6: the version short has no part to play"]


def test_a_version_must_hold_something_whatever_is_chosen() -> None:
    """What hangs on a choice does not fill a version: the choice itself does."""
    steps = GOOD.partition("steps:\n")[0] + (
        "steps:\n"
        "  - id: all\n"
        "    title: All\n"
        "    parts:\n"
        "      - say: Here.\n"
        "        only: [full]\n"
        "      - choose: way\n"
        "        question: Which?\n"
        "        only: [full]\n"
        "        options: [{id: a, label: A}, {id: b, label: B}]\n"
        "      - say: There.\n"
        "        when: {way: a}\n"
    )

    assert told(steps.encode()) == ["20:6: the version short has no part to play"]


def test_a_choice_may_stand_once_in_each_version() -> None:
    """The same question in two versions that never meet is one choice."""
    first = "- choose: care\n        only: [short]"
    second = "- choose: care\n        only: [full]\n        question: Now?"
    both = GOOD.replace("- choose: care", f"{second}\n        options: *\n      {first}", 1)
    options = "[{id: words, label: Words}, {id: touch, label: Touch}]"

    assert told(both.replace("options: *", f"options: {options}").encode()) == []


def test_a_slot_needs_a_fallback_even_after_its_own_question() -> None:
    """Every question can be skipped, so there may be no word for it yet."""
    data = spoilt("{kind_one|a kind name}", "{kind_one}")
    assert b"keep_as: kind_one" in data

    assert told(data) == [
        "65:9: {kind_one} needs words for those who have none: {kind_one|your words}"
    ]


def test_braces_where_nobody_reads_while_practising_are_left_alone() -> None:
    """The title of a study may have them."""
    assert told(spoilt("author: A therapist", "author: A {B} C")) == []


@pytest.mark.parametrize(
    "document",
    [
        None,
        5,
        [],
        {},
        {"versions": 5, "steps": "x"},
        {"versions": [5, {"id": [1]}], "steps": [None, {"parts": {"a": 1}}, {"parts": [3]}]},
        {"versions": [{"id": "a"}], "steps": [{"only": "a", "when": [], "parts": [{"when": 3}]}]},
        {"steps": [{"parts": [{"choose": None, "options": 5}, {"choose": {}, "options": [1]}]}]},
        {"versions": [{"id": "a"}], "steps": [{"parts": [{"say": 5, "only": [{}, [], None]}]}]},
    ],
)
def test_what_has_the_wrong_shape_is_passed_over(document: Plain) -> None:
    """Faults of shape are told elsewhere; here nothing falls over them."""
    for path, say in faults(document):
        assert path
        assert say()


VALUES: st.SearchStrategy[Plain] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("a{}|b", max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "id",
                    "versions",
                    "steps",
                    "parts",
                    "only",
                    "when",
                    "say",
                    "choose",
                    "options",
                    "a",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(st.dictionaries(st.sampled_from(["versions", "steps", "title"]), VALUES))
def test_nothing_that_yaml_can_say_makes_it_fall(document: dict[str, Plain]) -> None:
    """Any plain values in any places."""
    for path, say in faults(document):
        assert path
        assert say()
