"""Whose breath is never held."""

from datetime import date

import pytest

from attachcalm.support.flags import UNKNOWN, Flag, Health
from attachcalm.support.holds import holds_wait

ASKED = date(2026, 3, 2)


@pytest.mark.parametrize("flag", Flag)
def test_heart_and_breath_alone_leave_holding_out(flag: Flag) -> None:
    """A yes to any other question changes nothing about breathing."""
    health = Health(frozenset({flag}), ASKED)

    assert holds_wait(health) is (flag in {Flag.HEART, Flag.BREATH})


def test_not_knowing_is_as_careful_as_a_yes() -> None:
    """Until all is answered; eight times no lets holds be."""
    assert holds_wait(UNKNOWN)
    assert holds_wait(Health(frozenset({Flag.BREATH}), None))
    assert not holds_wait(Health(frozenset(), ASKED))
