"""A measure's file is read strictly: without its rights and its true wording, nothing is shown."""

import copy
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.journal.page import Direction
from attachcalm.measures.fields import MeasureFault
from attachcalm.measures.model import Band, Method, Option
from attachcalm.measures.reader import DIAGNOSES, read_file
from tests.measures.paper import PAPER, paper, sign, write

SHIPPED = Path(__file__).parent.parent.parent / "resources" / "measures"


# ---------------------------------------------------------------- what ships
def test_what_ships_is_whole() -> None:
    """Four measures, each with its rights and a threshold that says where it was published."""
    measures = {file.stem: read_file(file) for file in SHIPPED.glob("*.json")}

    assert set(measures) == {"gad-7", "phq-8", "phq-9", "who-5"}
    for measure in measures.values():
        assert measure.licence
        assert measure.attribution
        assert measure.change_source
        assert measure.look_back_days == measure.interval_days == 14


@pytest.mark.parametrize(
    ("name", "items", "options", "most"),
    [("gad-7", 7, 4, 21), ("phq-8", 8, 4, 24), ("phq-9", 9, 4, 27), ("who-5", 5, 6, 100)],
)
def test_each_has_as_many_items_as_its_name_says(
    name: str, items: int, options: int, most: int
) -> None:
    """And the range that its authors give."""
    measure = read_file(SHIPPED / f"{name}.json")

    assert (len(measure.items), len(measure.options)) == (items, options)
    assert (measure.scales[0].least, measure.scales[0].most) == (0, most)


def test_only_the_phq_9_asks_about_harm_and_it_waits_for_a_therapist() -> None:
    """Nobody watches an offline app: item 9 is not asked of everybody."""
    nine, eight = read_file(SHIPPED / "phq-9.json"), read_file(SHIPPED / "phq-8.json")

    assert (nine.asks_about_harm, nine.only_when_assigned) == (frozenset({9}), True)
    assert (eight.asks_about_harm, eight.only_when_assigned) == (frozenset(), False)
    assert nine.items[:8] == eight.items
    assert [nine.tells_of_harm(9, value) for value in (None, 0, 1, 2, 3)] == [
        False, False, True, True, True,
    ]  # fmt: skip
    assert not nine.tells_of_harm(8, 3)


def test_the_wording_is_that_of_the_publisher() -> None:
    """Read against the owner's sheets; a change here is a change of the measure."""
    gad, who = read_file(SHIPPED / "gad-7.json"), read_file(SHIPPED / "who-5.json")

    assert gad.instruction.startswith("Over the last 2 weeks, how often have you been bothered by")
    assert gad.items[0] == "Feeling nervous, anxious or on edge"
    assert gad.items[6] == "Feeling afraid as if something awful might happen"
    assert [(option.value, option.label) for option in gad.options] == [
        (0, "Not at all"), (1, "Several days"), (2, "More than half the days"),
        (3, "Nearly every day"),
    ]  # fmt: skip
    assert who.items[3] == "I woke up feeling fresh and rested"
    assert (who.options[0], who.options[5]) == (
        Option(5, "All of the time"), Option(0, "At no time"),
    )  # fmt: skip
    assert gad.checksum == "2255e90100a0462a507aa3b4fb0c8e4ff93c7e8569c6ac4f857f0532f4cf057d"
    assert who.checksum == "eea0ca8b86489da9c919e3c15529645f0e49450b5074522a003b0293fd995af8"


def test_no_word_of_ours_in_them_is_a_diagnosis() -> None:
    """The items are their authors' words; titles, explanations and bands are ours to choose."""
    for file in SHIPPED.glob("*.json"):
        measure = read_file(file)
        ours = [measure.title, measure.asks, *(s.name for s in measure.scales)]
        ours += [band.word for scale in measure.scales for band in scale.bands]
        assert not [text for text in ours if DIAGNOSES.search(text)]


# ---------------------------------------------------------------- a file that is right
def test_everything_in_a_file_is_read(tmp_path: Path) -> None:
    """Reversed items, subscales, means and what may be left out."""
    measure = read_file(write(tmp_path, paper()))

    total, outside = measure.scales
    assert (measure.id, measure.title, len(measure.items)) == ("try-4", "TRY-4", 4)
    assert total.reversed == {3}
    assert total.bands == (Band(0, 3, "few"), Band(4, 8, "many"))
    assert (outside.method, outside.fewest_answered) == (Method.MEAN, 1)
    assert (total.direction, outside.direction) == (Direction.HARDER, Direction.NEITHER)


# ---------------------------------------------------------------- what is refused
TOTAL = ("scales", 0)
REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no licence": (paper("licence"), "the licence is missing"),
    "an empty licence": (paper(licence="  "), "licence"),
    "no attribution": (paper("attribution"), "the attribution is missing"),
    "a wrong checksum": (paper(checksum="0" * 64), "the wording is not the one"),
    "no checksum": ({**PAPER}, "checksum is missing"),
    "no source": (paper("source"), "source is missing"),
    "another kind": (paper(kind="entry"), 'kind is to be "measure"'),
    "another format": (paper(format=2), "format is to be a whole number from 1 to 1"),
    "a format that is true": (paper(format=True), "format"),
    "another name": (paper(id="try-5"), "the same as the file's name"),
    "a path for an id": (paper(id="../try-4"), "the same as the file's name"),
    "a key that nobody knows": (paper(licens="x"), "'licens'"),
    "a key of a scale that nobody knows": (paper(*TOTAL, "bandz", to=[]), "scales 1, "),
    "a title with a diagnosis": (paper(title="Depression scale"), "without the word"),
    "a band with a diagnosis": (
        paper(*TOTAL, "bands", 0, "word", to="no disorder"), "bands 1, word is to do without",
    ),
    "an explanation with a diagnosis": (paper(asks="Signs of an illness"), "without the word"),
    "no items": (paper(items=[]), "items is to be a list"),
    "an item that is a number": (paper(items=[1, 2, 3, 4]), "items is to be a text"),
    "an item over two lines": (paper("items", 0, to="a\nb"), "one line"),
    "an item that turns round": (paper("items", 0, to="a \u202e b"), "one line"),
    "a very long item": (paper("items", 0, to="a" * 601), "at most 600"),
    "one option": (paper(options=[{"value": 0, "label": "x"}]), "two or more"),
    "two options of one value": (paper("options", 1, "value", to=0), "a value of its own"),
    "an option beyond the digits": (paper("options", 2, "value", to=10), "from 0 to 9"),
    "half an answer": (paper("options", 2, "value", to=1.5), "a whole number"),
    "13 days": (paper(interval_days=13), "from 14"),
    "an interval shorter than its look-back": (paper(look_back_days=28), "no shorter"),
    "a scale of no item": (paper(*TOTAL, "items", to=[]), "items is to be a list"),
    "an item that is not there": (paper(*TOTAL, "items", to=[1, 2, 3, 5]), "from 1 to 4"),
    "item 0": (paper(*TOTAL, "items", to=[0, 1, 2, 3]), "from 1 to 4"),
    "an item twice": (paper(*TOTAL, "items", to=[1, 1, 2, 3]), "twice"),
    "a reversed item of another scale": (
        paper("scales", 1, "reversed", to=[3]), "not among its items",
    ),
    "a range that is not so": (paper(*TOTAL, "most", to=9), "from 0 to 8, not from 0 to 9"),
    "a multiplier of 0": (paper(*TOTAL, "multiplier", to=0), "above 0"),
    "a method of its own": (paper(*TOTAL, "method", to="median"), "sum or mean"),
    "a direction of its own": (paper(*TOTAL, "direction", to="up"), "better or harder or neither"),
    "bands with a gap": (paper(*TOTAL, "bands", 1, "least", to=5), "no score between"),
    "bands that overlap": (paper(*TOTAL, "bands", 1, "least", to=3), "no score between"),
    "bands out of order": (paper(*TOTAL, "bands", 0, "least", to=4), "in the order"),
    "a band off the scale": (paper(*TOTAL, "bands", 1, "most", to=9), "lie on the scale"),
    "a change beyond the scale": (paper(*TOTAL, "reliable_change", to=9), "on this scale"),
    "a change of nothing": (paper(*TOTAL, "reliable_change", to=0), "on this scale"),
    "a change from nowhere": (paper("change_source"), "needs its change_source"),
    "more answers than items": (paper(*TOTAL, "fewest_answered", to=5), "from 1 to 4"),
    "two scales of one name": (paper("scales", 1, "name", to="Total"), "one name"),
    "harm that is asked of everybody": (paper(asks_about_harm=[2]), "only_when_assigned"),
    "a wish that is neither": (paper(only_when_assigned="yes"), "true or false"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_a_file_is_refused_with_a_sentence(what: str, tmp_path: Path) -> None:
    """Each for its own reason, told so that somebody who writes no programs can mend it."""
    told, sentence = REFUSED[what]

    with pytest.raises(MeasureFault) as fault:
        read_file(write(tmp_path, told))

    assert sentence in str(fault.value)


def test_the_right_checksum_is_told_for_after_the_comparing(tmp_path: Path) -> None:
    """Whoever changed the wording on purpose can sign it, and nobody does so by accident."""
    with pytest.raises(MeasureFault) as fault:
        read_file(write(tmp_path, paper(checksum="x" * 64)))
    right = str(fault.value).rsplit(" ", 1)[1]

    assert read_file(write(tmp_path, paper(checksum=right))).checksum == right


@given(
    st.sampled_from(["items", "options", "instruction", "language"]), st.text("abé ", min_size=1)
)
def test_every_change_of_the_wording_changes_the_checksum(where: str, more: str) -> None:
    """One letter is enough."""
    signed, other = paper(), copy.deepcopy(PAPER)
    changed = f"x{more}x"
    if where == "items":
        other["items"][1] += changed
    elif where == "options":
        other["options"][1]["label"] += changed
    else:
        other[where] += changed
    sign(other)

    assert other["checksum"] != signed["checksum"]
