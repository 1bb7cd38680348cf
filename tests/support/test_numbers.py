"""A phone is told to dial a number only where it is surely that number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.support.numbers import Channel, link_of


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("988", "tel:988"), ("116 123", "tel:116123"), ("1-800-668-6868", "tel:18006686868"),
        ("+44 20 7946 0000", "tel:+442079460000"), ("+44 (0)20 7946 0000", "tel:+442079460000"),
        ("(020) 7946 0000", "tel:02079460000"), (" 112 ", "tel:112"), ("١١٢", "tel:112"),
    ],
)  # fmt: skip
def test_a_number_is_dialled_as_people_write_it(number: str, link: str) -> None:
    """Gaps, hyphens and brackets are for the eyes."""
    assert link_of(number) == link


@pytest.mark.parametrize(
    "number",
    [
        "", "   ", "-", "+", "ask at the desk", "020 7946 0000 ext 3", "1-800-LIFELINE",
        "020 7946 0000 / 020 7946 0001", "020 7946 0000, 020 7946 0001", "*100#", "12+34",
        "988lifeline.org", "tel:1",
    ],
)  # fmt: skip
def test_no_code_rather_than_a_wrong_one(number: str) -> None:
    """Words, two numbers, or nothing: a stranger would be dialled."""
    assert link_of(number) == ""


def test_a_text_is_written_and_a_chat_is_opened() -> None:
    """A text number cannot be called, and an address cannot be dialled."""
    assert link_of("741741", Channel.TEXT) == "sms:741741"
    assert link_of("988lifeline.org", Channel.CHAT) == "https://988lifeline.org"
    for address in ("http://x.org", "javascript:alert(1)", "x", "x.org?q=1", "x .org", "x.org\n"):
        assert link_of(address, Channel.CHAT) in {"", "https://x.org"}


@given(st.text())
def test_a_link_holds_nothing_but_digits(number: str) -> None:
    """Whatever is typed: no sign of it reaches the phone but figures and one plus."""
    link = link_of(number)
    assert link == "" or link.removeprefix("tel:").removeprefix("+").isascii()
    assert link == "" or link.removeprefix("tel:").removeprefix("+").isdigit()
