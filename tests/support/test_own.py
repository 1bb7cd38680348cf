"""What is the person's own is kept whole; nonsense in its file costs no more than itself."""

import json
import logging
import os
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attachcalm.support.flags import UNKNOWN, Flag, Health
from attachcalm.support.own import LONGEST, MOST_PEOPLE, Own, Person, load, save

ALL = Own(
    country="de",
    people=(Person("Åsa", "+49 30 123", "after six"), Person("Ben")),
    therapist=Person("Dr. Ö", "0170 / 1", "Mo to Th, 9 to 17"),
    health=Health(frozenset({Flag.HEART, Flag.LOSS}), date(2026, 3, 2)),
    unlocked=frozenset({"safe-memory", "letter"}),
    told_of_side_effects=date(2026, 2, 28),
)
UNREADABLE = "What is the person's own cannot be read; it begins empty."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the file will be; the folder is not there yet."""
    return tmp_path / "data" / "own.json"


def write(path: Path, told: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(told), encoding="utf-8")


# ---------------------------------------------------------------- kept
def test_without_a_file_nothing_is_known(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """The first start: no country, nobody, nothing answered; nothing is wrong or written."""
    assert load(path) == Own()
    assert not load(path).health.is_known
    assert caplog.messages == []
    assert not path.parent.exists()


def test_what_is_saved_is_loaded_again(path: Path) -> None:
    """Every field, none as it is at first."""
    assert all(getattr(ALL, field.name) != getattr(Own(), field.name) for field in fields(Own))

    save(ALL, path)

    assert load(path) == ALL
    assert [file.name for file in path.parent.iterdir()] == ["own.json"]


def test_what_is_taken_back_is_gone(path: Path) -> None:
    """Nothing of what was entered stays in the file, not even a name."""
    save(ALL, path)

    save(Own(), path)

    assert load(path) == Own()
    told = path.read_text("utf-8")
    assert not [word for word in ("Ben", "123", "heart", "letter", "2026") if word in told]


def test_answered_with_no_to_everything_is_not_unanswered(path: Path) -> None:
    """No flag with a day is an answer; no flag without one is none: the careful set holds."""
    all_no = Own(health=Health(frozenset(), date(2026, 3, 2)))

    save(all_no, path)

    assert load(path).health.is_known
    save(replace(all_no, health=UNKNOWN), path)
    assert not load(path).health.is_known


def test_people_keep_their_order(path: Path) -> None:
    """Who comes first is who is called first; two may have one name."""
    people = tuple(Person(name) for name in ("Zoe", "Åsa", "Zoe", "Ben"))

    save(Own(people=people), path)

    assert load(path).people == people


line = st.text(st.characters(exclude_categories=["Z", "C"]), max_size=9)  # no blanks
name = line.filter(bool)
person = st.builds(Person, name, line, line)
day = st.none() | st.dates()


@given(
    st.builds(
        Own,
        country=line,
        people=st.lists(person, max_size=MOST_PEOPLE).map(tuple),
        therapist=st.none() | person,
        health=st.builds(Health, st.frozensets(st.sampled_from(Flag)), day),
        unlocked=st.frozensets(name, max_size=5),
        told_of_side_effects=day,
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_can_be_entered_comes_back(path: Path, own: Own) -> None:
    """Any name in any script, any answers, any day."""
    save(own, path)

    assert load(path) == own


# ---------------------------------------------------------------- one line, so long
@pytest.mark.parametrize("length", [LONGEST - 1, LONGEST, LONGEST + 1, 100_000])
def test_a_text_is_not_longer_than_a_line(path: Path, length: int) -> None:
    """Whatever a file says, the card for support can show it."""
    long = "ä" * length
    write(path, {"country": long, "people": [{"name": long, "number": long, "note": long}]})

    own = load(path)

    kept = "ä" * min(length, LONGEST)
    assert own == Own(country=kept, people=(Person(kept, kept, kept),))


def test_blanks_and_breaks_make_one_line(path: Path) -> None:
    """A paste of three lines is one line; nothing but blanks is nothing."""
    write(path, {"therapist": {"name": " Dr.\n\tÖ ", "number": "\u2003", "note": "Mo\r\nTu"}})

    assert load(path).therapist == Person("Dr. Ö", "", "Mo Tu")


@pytest.mark.parametrize("count", [MOST_PEOPLE - 1, MOST_PEOPLE, MOST_PEOPLE + 1, 10_000])
def test_not_more_people_than_a_card_holds(path: Path, count: int) -> None:
    """The first ones stay; the rest is passed over."""
    write(path, {"people": [{"name": f"p{n}"} for n in range(count)]})

    people = load(path).people

    assert [each.name for each in people] == [f"p{n}" for n in range(min(count, MOST_PEOPLE))]


# ---------------------------------------------------------------- hostile files
@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"5", b"null", b"\xff\xfe", b"\0" * 50, b"[" * 100_000, b'"de"']
)
def test_a_file_that_makes_no_sense_is_as_none(
    path: Path, data: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """With a line in the log; nothing is known, so the careful set holds; the next save mends."""
    path.parent.mkdir()
    path.write_bytes(data)

    assert load(path) == Own()
    assert not load(path).health.is_known
    assert set(caplog.messages) == {UNREADABLE}
    save(ALL, path)
    assert load(path) == ALL


def test_a_folder_in_its_place_is_as_none(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Support works without it; to save says so."""
    path.mkdir(parents=True)

    assert load(path) == Own()
    assert caplog.messages == [UNREADABLE]
    with pytest.raises(OSError, match=r"own\.json"):
        save(ALL, path)


BAD = [
    ("country", 49),
    ("country", ["de"]),
    ("country", None),
    ("people", "Ben"),
    ("people", {"name": "Ben"}),
    ("people", [None, 5, "Ben", [], {}, {"name": 5}, {"name": ""}, {"name": " \n"}]),
    ("people", [{"number": "110"}]),
    ("therapist", "Dr. Ö"),
    ("therapist", []),
    ("therapist", {"number": "110"}),
    ("health", None),
    ("health", "heart"),
    ("health", ["heart"]),
    ("health", {}),
    ("unlocked", "letter"),
    ("unlocked", [5, None, "", ["letter"]]),
    ("unlocked", {"letter": True}),
    ("told_of_side_effects", True),
    ("told_of_side_effects", 20260228),
    ("told_of_side_effects", "yesterday"),
    ("told_of_side_effects", "2026-02-30"),
    ("told_of_side_effects", ""),
]


@pytest.mark.parametrize("key, value", BAD)
def test_one_bad_value_costs_itself_alone(path: Path, key: str, value: object) -> None:
    """It is as if it had never been entered, and all the others hold."""
    save(ALL, path)
    told = json.loads(path.read_text("utf-8"))

    write(path, told | {key: value})

    assert load(path) == replace(ALL, **{key: getattr(Own(), key)})


@pytest.mark.parametrize("key", [field.name for field in fields(Own)])
def test_what_is_missing_was_never_entered(path: Path, key: str) -> None:
    """An older AttachCalm did not ask for it."""
    save(ALL, path)
    told = json.loads(path.read_text("utf-8"))
    del told[key]

    write(path, told)

    assert load(path) == replace(ALL, **{key: getattr(Own(), key)})


def test_one_person_that_makes_no_sense_costs_no_other(path: Path) -> None:
    """Who has a name stays, with what of the rest can be read."""
    write(path, {"people": [7, {"name": "Ben", "number": 110, "note": None}, {"name": "Åsa"}]})

    assert load(path).people == (Person("Ben"), Person("Åsa"))


@pytest.mark.parametrize("asked_on", [None, "", "soon", 20260302, ["2026-03-02"], True])
def test_answers_without_a_day_are_no_answers(path: Path, asked_on: object) -> None:
    """The flags hold, and the careful set holds too, for nobody knows what else was asked."""
    write(path, {"health": {"flags": ["heart"], "asked_on": asked_on}})

    health = load(path).health

    assert health.flags == {Flag.HEART}
    assert not health.is_known


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=150),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["name", "number", "flags", "asked_on"]), inner)
    ),
    max_leaves=12,
)


@given(st.dictionaries(st.sampled_from([field.name for field in fields(Own)]), values))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_can_stop_the_start(path: Path, told: dict[str, object]) -> None:
    """Whatever stands there, something whole is read, and it can be saved."""
    write(path, told)

    own = load(path)

    texts = [own.country, *own.unlocked]
    for each in (*own.people, *filter(None, [own.therapist])):
        assert each.name
        texts += [each.name, each.number, each.note]
    assert all(len(text) <= LONGEST and "\n" not in text for text in texts)
    assert own.health.flags <= set(Flag)
    save(own, path)


# ---------------------------------------------------------------- private, and never half
def test_nothing_of_it_reaches_the_log(path: Path, caplog: pytest.LogCaptureFixture) -> None:
    """Whom somebody turns to and what their body needs is nobody's business."""
    caplog.set_level(logging.DEBUG)
    write(path, {"country": "canary", "people": [{"name": "canary", "number": 5}], "health": 1})
    load(path)
    path.write_text('{"therapist": "canary"', encoding="utf-8")

    load(path)

    assert caplog.messages == [UNREADABLE]


def test_a_save_that_fails_leaves_the_old_one(path: Path) -> None:
    """The number of a friend is not lost because the disk would not take the next one."""
    save(ALL, path)
    path.with_suffix(".part").mkdir()  # it cannot be written

    with pytest.raises(OSError, match=r"own\.part"):
        save(Own(country="fr"), path)

    assert load(path) == ALL


def test_a_power_cut_leaves_the_old_one(path: Path) -> None:
    """What was half written then is written over by the next save."""
    save(ALL, path)
    path.with_suffix(".part").write_text('{"country": "f', encoding="utf-8")

    assert load(path) == ALL
    save(Own(country="fr"), path)
    assert load(path) == Own(country="fr")
    assert [file.name for file in path.parent.iterdir()] == ["own.json"]


# ---------------------------------------------------------------- careful
@pytest.mark.parametrize(
    "flags",
    ["heart", None, 7, {"heart": True}, ["heart", "new"], ["heart", 7], [["heart"]]],
)
def test_an_answer_that_cannot_be_read_leaves_the_careful_set(
    tmp_path: Path, flags: object
) -> None:
    """It may have been a yes: a damaged file never opens what an answer had closed."""
    path = tmp_path / "own.json"
    told = {"health": {"flags": flags, "asked_on": "2026-01-02"}}
    path.write_text(json.dumps(told), encoding="utf-8")

    assert not load(path).health.is_known


def test_what_is_own_is_for_the_persons_eyes_only(tmp_path: Path) -> None:
    """Health answers and numbers of friends, as closed as the journal."""
    path = tmp_path / "new" / "own.json"
    save(Own(country="GB"), path)

    if os.name == "posix":
        assert path.stat().st_mode & 0o777 == 0o600
        assert path.parent.stat().st_mode & 0o777 == 0o700


def test_what_a_newer_version_wrote_is_kept(tmp_path: Path) -> None:
    """Going back a version and forth again loses nothing."""
    path = tmp_path / "own.json"
    path.write_text('{"country": "GB", "to_come": [1, 2]}', encoding="utf-8")

    save(Own(country="IE"), path)

    assert json.loads(path.read_text(encoding="utf-8"))["to_come"] == [1, 2]
    assert load(path).country == "IE"
