"""Slots take the person's own words, or the words the author gave for those who have none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.exercises import slots

TEXT = "Picture {safe_person|someone kind} at {calm_place}, {safe_person|a friend}."


def test_the_persons_words_come_first() -> None:
    """Every slot of the same name gets the same words, whatever its fallback."""
    words = {"safe_person": "Ada", "calm_place": "the pier"}

    assert slots.fill(TEXT, words) == "Picture Ada at the pier, Ada."


def test_without_words_each_slot_has_its_own_fallback() -> None:
    """And one without a fallback says nothing, which the reader refuses."""
    assert slots.fill(TEXT, {}) == "Picture someone kind at , a friend."
    assert slots.without_fallback(TEXT) == ("calm_place",)


@pytest.mark.parametrize("blank", ["", "   ", "\n\t"])
def test_a_blank_answer_is_no_word(blank: str) -> None:
    """Somebody who answered with a space is not shown a hole."""
    assert slots.fill("Think of {who|someone}.", {"who": blank}) == "Think of someone."


def test_edges_of_an_answer_are_left_out() -> None:
    """A space typed after the word does not come before the full stop."""
    assert slots.fill("Think of {who|someone}.", {"who": " Ada "}) == "Think of Ada."


def test_the_persons_words_are_never_taken_for_slots() -> None:
    """Braces in an answer are just braces."""
    assert slots.fill("{a|x} {b|y}", {"a": "{b|z}", "b": "B"}) == "{b|z} B"


def test_names_stand_in_the_order_of_the_text() -> None:
    """Twice, if they are used twice."""
    assert slots.names(TEXT) == ("safe_person", "calm_place", "safe_person")


@pytest.mark.parametrize("text", ["{}", "{A|b}", "{a b|c}", "{1a|b}", "{a|b", "a|b}", "{{a}"])
def test_what_is_no_slot_stays_outside(text: str) -> None:
    """Only `{small_letters}` with or without `|words` is a slot."""
    assert "{" in slots.outside(text) or "}" in slots.outside(text)


def test_a_blank_fallback_is_none() -> None:
    """`{who| }` would leave a hole as `{who}` does."""
    assert slots.without_fallback("{who| }{you|}{me|x}") == ("who", "you")


@given(st.text("{}|ab_ "), st.text("xy {}|", min_size=1))
def test_filling_changes_nothing_but_slots(text: str, word: str) -> None:
    """The letters outside of slots stay, in their order."""
    filled = slots.fill(text, dict.fromkeys(slots.names(text), word))

    position = 0
    for letter in slots.outside(text):
        position = filled.find(letter, position) + 1
        assert position > 0
    if not slots.names(text):
        assert filled == text
