"""What counts as room, as eased and as harder, at the edges."""

import pytest

from attachcalm.insight.ease import eases_of, typical_of


@pytest.mark.parametrize(("before", "no_room"), [(1, 1), (2, 0), (3, 0)])
def test_a_sitting_has_room_from_two_on(before: int, no_room: int) -> None:
    """From 1 there is nothing to ease that would count, and it is in no share of what eased."""
    told = eases_of([(before, 0)])

    assert told.no_room == no_room
    assert (told.eased is None) is bool(no_room)


@pytest.mark.parametrize(
    ("after", "eased", "clearly", "same", "harder"),
    [(5, 1, 1, 0, 0), (6, 1, 0, 0, 0), (7, 0, 0, 1, 0), (8, 0, 0, 0, 1)],
)
def test_one_point_is_eased_and_two_are_clearly(
    after: int, eased: int, clearly: int, same: int, harder: int
) -> None:
    """From 7, by what came after it."""
    told = eases_of([(7, after)])

    assert told.eased is not None
    assert told.clearly_eased is not None
    counts = (told.eased.count, told.clearly_eased.count, told.unchanged.count, told.harder.count)
    assert counts == (eased, clearly, same, harder)


def test_one_sitting_has_no_spread() -> None:
    """None, which is not 0: two alike have 0."""
    assert eases_of([(7, 5)]).sd is None
    alike = eases_of([(7, 5), (6, 4)])
    assert (alike.sd, alike.standardised) == (0, None)


def test_nothing_has_no_ease() -> None:
    """Refused, and not 0."""
    with pytest.raises(ValueError, match="no ratings"):
        eases_of([])
    with pytest.raises(ValueError, match="no middle"):
        typical_of({})
