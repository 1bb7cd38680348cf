"""Answers become numbers as the publisher says, and what was left out is never made up."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.measures.model import Measure
from attachcalm.measures.reader import read_file
from attachcalm.measures.scoring import score_of
from tests.measures.paper import paper, write

SHIPPED = Path(__file__).parent.parent.parent / "resources" / "measures"
NAMES = ("gad-7", "phq-8", "phq-9", "who-5")
MEASURES = {name: read_file(SHIPPED / f"{name}.json") for name in NAMES}


def band(name: str, score: float) -> str | None:
    """The publisher's word for this number."""
    found = MEASURES[name].scales[0].band_of(score)
    return found.word if found else None


def total(measure: Measure, answers: tuple[int | None, ...]) -> float | None:
    """The first number of a filling."""
    return score_of(measure, answers).totals[0][1]


def filling(measure: Measure, score: int) -> tuple[int, ...]:
    """Answers that add up to this raw number."""
    most = max(option.value for option in measure.options)
    answers = []
    for _ in measure.items:
        answers.append(min(most, score))
        score -= answers[-1]
    return tuple(answers)


def test_the_worked_number_of_the_who_5() -> None:
    """3, 2, 3, 1, 2 make 11, times 4."""
    assert total(MEASURES["who-5"], (3, 2, 3, 1, 2)) == 44
    assert band("who-5", 44) == "low"


@pytest.mark.parametrize("name", NAMES)
def test_the_ends_of_the_scale_are_reached(name: str) -> None:
    """All of the lowest answers, and all of the highest."""
    measure = MEASURES[name]
    values = [option.value for option in measure.options]

    assert total(measure, (min(values),) * len(measure.items)) == measure.scales[0].least
    assert total(measure, (max(values),) * len(measure.items)) == measure.scales[0].most


@pytest.mark.parametrize(
    ("name", "score", "word"),
    [
        ("gad-7", 0, "minimal"), ("gad-7", 4, "minimal"), ("gad-7", 5, "mild"),
        ("gad-7", 9, "mild"), ("gad-7", 10, "moderate"), ("gad-7", 14, "moderate"),
        ("gad-7", 15, "severe"), ("gad-7", 21, "severe"),
        *((name, score, word) for name in ("phq-8", "phq-9") for score, word in (
            (0, "minimal"), (4, "minimal"), (5, "mild"), (9, "mild"), (10, "moderate"),
            (14, "moderate"), (15, "moderately severe"), (19, "moderately severe"),
            (20, "severe"), (24, "severe"))),
        ("phq-9", 27, "severe"),
        ("who-5", 0, "very low"), ("who-5", 28, "very low"), ("who-5", 32, "low"),
        ("who-5", 48, "low"), ("who-5", 50, "low"), ("who-5", 52, None), ("who-5", 100, None),
    ],
)  # fmt: skip
def test_the_band_at_each_of_its_edges(name: str, score: int, word: str | None) -> None:
    """As published: below, at and above every edge."""
    assert band(name, score) == word


@pytest.mark.parametrize("name", ["gad-7", "phq-8", "phq-9"])
def test_every_number_has_a_band(name: str) -> None:
    """None falls between two."""
    measure = MEASURES[name]

    for score in range(int(measure.scales[0].most) + 1):
        assert total(measure, filling(measure, score)) == score
        assert band(name, score) is not None


def test_one_item_left_out_is_no_number() -> None:
    """The publishers shipped here give no rule that makes up for it."""
    scored = score_of(MEASURES["gad-7"], (3, 3, None, 3, 3, 3, 3))

    assert scored.totals == (("Total", None),)
    assert scored.values == ()
    assert scored.left_out == (3,)


def test_zeros_are_answers() -> None:
    """Nothing at all, seven times, is a number; nothing said is none."""
    assert score_of(MEASURES["gad-7"], (0,) * 7).values == (("Total", 0),)
    assert score_of(MEASURES["gad-7"], (None,) * 7).values == ()


def test_reversed_items_and_means(tmp_path: Path) -> None:
    """Item 3 counts the other way round; a mean stays on the scale of its answers."""
    measure = read_file(write(tmp_path, paper()))

    assert score_of(measure, (2, 1, 2, 0)).totals == (("Total", 3), ("Outside", 1))
    assert score_of(measure, (0, 0, 0, 1)).totals == (("Total", 3), ("Outside", 0.5))


def test_what_the_publisher_allows_is_made_up_for(tmp_path: Path) -> None:
    """`Outside` needs one of its two items; the total needs all four."""
    measure = read_file(write(tmp_path, paper()))

    assert score_of(measure, (None, 1, 2, 2)).totals == (("Total", None), ("Outside", 2))
    assert score_of(measure, (None, 1, 2, None)).totals == (("Total", None), ("Outside", None))


def test_a_sum_is_prorated_only_by_the_rule(tmp_path: Path) -> None:
    """Three of four, each as the mean of the others: (2 + 2 + 2) / 3 · 4."""
    three = paper("scales", 0, "fewest_answered", to=3)
    measure = read_file(write(tmp_path, three))

    assert total(measure, (2, 2, 0, None)) == 8
    assert total(measure, (2, 2, None, None)) is None


@pytest.mark.parametrize("answers", [(1,) * 6, (1,) * 8, (4, 0, 0, 0, 0, 0, 0), (-1,) * 7])
def test_what_is_no_filling_is_not_scored(answers: tuple[int, ...]) -> None:
    """Too few, too many, and an answer that is not offered."""
    with pytest.raises(ValueError, match="answer"):
        score_of(MEASURES["gad-7"], answers)


fillings = st.sampled_from(NAMES).flatmap(
    lambda name: st.tuples(
        st.just(MEASURES[name]),
        st.lists(
            st.sampled_from([option.value for option in MEASURES[name].options]),
            min_size=len(MEASURES[name].items), max_size=len(MEASURES[name].items),
        ).map(tuple),
    )
)  # fmt: skip


@given(fillings, st.randoms())
def test_the_order_of_answers_does_not_matter_and_the_range_holds(
    filled: tuple[Measure, tuple[int, ...]], chance: Random
) -> None:
    """None of the shipped measures weighs one item more than another."""
    measure, answers = filled
    mixed = list(answers)
    chance.shuffle(mixed)

    score = total(measure, answers)

    assert score == total(measure, tuple(mixed))
    assert score is not None
    assert measure.scales[0].least <= score <= measure.scales[0].most


@given(fillings, st.data())
def test_leaving_out_never_gives_a_number_here(
    filled: tuple[Measure, tuple[int, ...]], data: st.DataObject
) -> None:
    """Whichever it is, and however many."""
    measure, answers = filled
    gone = data.draw(st.sets(st.integers(0, len(answers) - 1), min_size=1))

    scored = score_of(measure, [None if n in gone else a for n, a in enumerate(answers)])

    assert scored.values == ()
    assert scored.left_out == tuple(sorted(item + 1 for item in gone))
