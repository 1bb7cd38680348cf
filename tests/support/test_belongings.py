"""What belongs to somebody, so that it can be taken out together."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attachcalm.journal.book import MemoryJournal
from attachcalm.journal.held import Held
from attachcalm.support.belongings import belongings, names, people, without
from attachcalm.support.own import Own, Person
from tests.fakes.facts import answered, at, own_word, started

ANA, TOM = Person("Ana Ruiz", "1"), Person("Tom", "2")
OWN = Own(people=(ANA, TOM))


@pytest.fixture
def held() -> Mapping[str, Held]:
    """Two sittings, and a kit."""
    journal = MemoryJournal()
    one, other = started(when=at(0)), started(when=at(60))
    journal.add([
        one, answered(one, "my aunt Ana", at(1), "safe_person"),
        answered(one, "Step by step", at(2), "safe_phrase"),
        other, answered(other, "harbour", at(61), "cue_word"),
    ])  # fmt: skip
    journal.keep(
        [
            own_word("kit_phrase", "step  by step", at(70)),
            own_word("kit_photo", "Me and Ana", at(70)),
            own_word("kit_object", "a stone", at(70)),
        ]
    )
    return journal.held()


def marked(name: str, held: Mapping[str, Held]) -> set[str]:
    """The slots and people that seem to be theirs."""
    told = belongings(name, held.values(), OWN)
    return {
        each.held.slot if each.held else each.person.name if each.person else ""
        for each in told
        if each.is_theirs
    }


def test_what_names_them_what_was_said_beside_it_and_what_says_the_same_is_theirs(
    held: Mapping[str, Held],
) -> None:
    """The phrase of the same sitting, its copy in the kit, the photo, the number on Support."""
    assert marked("Ana", held) == {
        "safe_person", "safe_phrase", "kit_phrase", "kit_photo", "Ana Ruiz",
    }  # fmt: skip
    assert marked("my aunt Ana", held) == marked("Ana", held)


def test_everything_is_listed_and_theirs_stands_in_front(held: Mapping[str, Held]) -> None:
    """The person can switch anything on or off."""
    told = belongings("Ana", held.values(), OWN)

    assert len(told) == len(held) + len(OWN.people)
    assert [each.is_theirs for each in told] == sorted(
        (each.is_theirs for each in told), reverse=True
    )


def test_somebody_who_is_named_nowhere_owns_nothing(held: Mapping[str, Held]) -> None:
    """And a small word alone is no name: "my" is in every second sentence."""
    assert marked("Bo", held) == set()
    assert marked("my", held) == set()


@pytest.mark.parametrize(
    ("text", "name", "is_named"),
    [
        ("Dear Ana,", "ana", True),
        ("Anastasia", "Ana", False),
        ("my dad", "Dad", True),
        ("my best friend", "my best friend", True),
        ("my old friend", "my best friend", False),
        ("", "Ana", False),
        ("Ана рядом", "Ана", True),
    ],
)
def test_a_name_is_a_whole_word_of_the_text(text: str, name: str, is_named: bool) -> None:
    """Whatever its capitals; small words do not count, unless there is nothing else."""
    assert names(text, name) is is_named


def test_everybody_who_is_named_can_be_chosen(held: Mapping[str, Held]) -> None:
    """Each once, those of exercises first."""
    assert people(held, OWN) == ("my aunt Ana", "Ana Ruiz", "Tom")


def test_those_who_stay_on_support_stay_as_they_were() -> None:
    """Of two of one name and number one goes."""
    assert without(Own(people=(ANA, TOM, ANA)), [ANA]) == (TOM, ANA)
    assert without(OWN, []) == OWN.people
    assert without(OWN, [Person("nobody")]) == OWN.people


@given(st.text(max_size=12), st.text(max_size=12))
def test_a_text_always_names_what_it_says_word_for_word(text: str, name: str) -> None:
    """Whatever the signs: nothing falls over, and the same names the same."""
    names(text, name)
    assert names(name, name)
