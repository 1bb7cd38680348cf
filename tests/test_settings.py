"""Settings are kept whole; what makes no sense in their file falls back one by one."""

import json
import logging
import os
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from attachcalm.settings import AMBIENCES, MOTIONS, PACES, TEXT_SIZES, THEMES, Settings, load, save

OTHERS = Settings(
    theme="dark",
    motion="reduced",
    text_size=150,
    sound=False,
    captions=False,
    breath_tones=False,
    breath_spoken=False,
    breath_guide="bar",
    breath_own=True,
    breath_strokes=(3_000, 1_000, 5_500, 500),
    breath_cycle_ms=4_200,
    breath_without_holds=True,
    paper="us-letter",
    page_weeks=4,
    page_hidden=("day",),
    page_topics=("The mornings", ""),
    page_name="K.",
    ambience="rain",
    voice_volume=0,
    cue_volume=100,
    ambience_volume=33,
    pace=1.25,
    sleep_minutes=20,
    reminders=True,
    reminder_kind="base",
    reminder_times=("09:00", "20:15"),
    reminder_days=(0, 2, 4),
    reminder_rest="5-2",
    look_back_put_off="2026-03-02",
    reminder_since="2026-03-02",
    reminder_resting_until="2026-03-09",
    reminder_neutral=True,
    quiet_from="20:00",
    quiet_to="07:00",
    favourites=("long-out", "calm-place"),
    people_told_on="2026-03-02",
    window=(-20, 40, 1280, 800),
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the settings will be; the folder is not there yet."""
    return tmp_path / "data" / "settings.json"


def write(path: Path, told: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(told), encoding="utf-8")


def test_without_a_file_everything_has_its_first_value(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The first start; nothing is wrong with that, and nothing is written."""
    assert load(path) == Settings()
    assert caplog.messages == []
    assert not path.parent.exists()


def test_what_is_saved_is_loaded_again(path: Path) -> None:
    """Every setting, none with its first value."""
    assert all(
        getattr(OTHERS, field.name) != getattr(Settings(), field.name) for field in fields(Settings)
    )

    save(OTHERS, path)

    assert load(path) == OTHERS


@given(
    st.builds(
        Settings,
        theme=st.sampled_from(THEMES),
        motion=st.sampled_from(MOTIONS),
        text_size=st.sampled_from(TEXT_SIZES),
        sound=st.booleans(),
        ambience=st.sampled_from(AMBIENCES),
        voice_volume=st.integers(0, 100),
        pace=st.sampled_from(PACES),
        favourites=st.lists(st.text(max_size=5), max_size=4).map(tuple),
        window=st.just(()) | st.tuples(*[st.integers(1, 9_999)] * 4),
    )
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_can_be_set_comes_back(path: Path, wanted: Settings) -> None:
    """Any theme, any pace, any name of an exercise."""
    save(wanted, path)

    loaded = load(path)

    assert loaded == wanted
    assert [type(getattr(loaded, field.name)) for field in fields(Settings)] == [
        type(getattr(wanted, field.name)) for field in fields(Settings)
    ]


@pytest.mark.parametrize("least_or_most", [(1_500, 0, 1_500, 0), (12_000, 10_000, 12_000, 10_000)])
@pytest.mark.parametrize("cycle", [2_000, 20_000])
def test_the_ends_of_what_a_breath_can_be_set_to_come_back(
    path: Path, least_or_most: tuple[int, ...], cycle: int
) -> None:
    """What the page can set is what the file may say."""
    wanted = Settings(breath_strokes=least_or_most, breath_cycle_ms=cycle)

    save(wanted, path)

    assert load(path) == wanted


BAD = [
    ("theme", "pink"),
    ("theme", 5),
    ("theme", ["dark"]),
    ("motion", None),
    ("text_size", 99),
    ("text_size", 150.0),
    ("text_size", "150"),
    ("sound", 1),
    ("sound", "no"),
    ("captions", None),
    ("ambience", "techno"),
    ("ambience", "own:"),
    ("ambience", "own:../rain.wav"),
    ("ambience", "own:a\\b.wav"),
    ("ambience", "own:a\nb.wav"),
    ("ambience", "own:" + "x" * 121),
    ("sleep_minutes", 15),
    ("sleep_minutes", -10),
    ("sleep_minutes", False),
    ("reminders", 1),
    ("reminder_kind", "nag"),
    ("reminder_rest", "0-7"),
    ("reminder_times", ["24:00"]),
    ("reminder_times", ["9:00"]),
    ("reminder_times", ["09:60"]),
    ("reminder_times", ["09:00:00"]),
    ("reminder_times", ["\u0660\u0669:00"]),
    ("reminder_times", ["09:00"] * 7),
    ("reminder_times", "09:00"),
    ("reminder_days", [7]),
    ("reminder_days", [-1]),
    ("reminder_days", [1, 1]),
    ("reminder_days", [True]),
    ("look_back_put_off", "2026-02-30"),
    ("reminder_since", "2026-02-30"),
    ("reminder_since", "9999-12-31"),
    ("reminder_resting_until", "soon"),
    ("quiet_from", "late"),
    ("quiet_to", ""),
    ("voice_volume", -1),
    ("voice_volume", 101),
    ("voice_volume", 50.5),
    ("voice_volume", True),
    ("voice_volume", 10**40),
    ("pace", 3.0),
    ("pace", "1.0"),
    ("pace", True),
    ("pace", 10**400),
    ("pace", float("nan")),
    ("favourites", "long-out"),
    ("favourites", [1]),
    ("favourites", ["x"] * 1_001),
    ("favourites", {"x": 1}),
    ("breath_guide", "line"),
    ("breath_strokes", [1_000, 0, 1_500, 0]),
    ("breath_strokes", [12_500, 0, 1_500, 0]),
    ("breath_strokes", [1_500, 10_500, 1_500, 0]),
    ("breath_strokes", [1_500, 0, 1_500, -500]),
    ("breath_strokes", [1_600, 0, 1_500, 0]),
    ("breath_strokes", [2_000, 0, 2_000]),
    ("breath_strokes", [2_000.0, 0, 2_000, 0]),
    ("breath_cycle_ms", 1_999),
    ("breath_cycle_ms", 20_001),
    ("breath_cycle_ms", -4_000),
    ("window", [1, 2, 3]),
    ("window", [1, 2, 3, 4.0]),
    ("window", [0, 0, 0, 100]),
    ("window", [0, 0, 100, -5]),
    ("window", [0, 0, 10**12, 100]),
    ("window", [True, 0, 100, 100]),
]


@pytest.mark.parametrize("name, value", BAD)
def test_one_bad_value_costs_one_setting(
    path: Path, name: str, value: object, caplog: pytest.LogCaptureFixture
) -> None:
    """The others hold; the log names the setting and never the value."""
    save(OTHERS, path)
    told = json.loads(path.read_text("utf-8"))
    write(path, told | {name: value})

    assert load(path) == replace(OTHERS, **{name: getattr(Settings(), name)})
    assert caplog.messages == [f"The setting {name} makes no sense; its first value is used."]


def test_a_setting_that_is_missing_has_its_first_value(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """An older AttachCalm did not have it."""
    write(path, {"theme": "dark"})

    assert load(path) == Settings(theme="dark")
    assert caplog.messages == []


def test_a_whole_number_is_a_pace_too(path: Path) -> None:
    """Somebody wrote 2 by hand, and it is 2.0 from then on."""
    write(path, {"pace": 2})

    assert load(path).pace == 2.0
    assert type(load(path).pace) is float


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"5", b"null", b"\xff\xfe", b"\0" * 50, b"[" * 100_000, b'"dark"']
)
def test_a_file_that_makes_no_sense_is_as_none(
    path: Path, data: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    """With a line in the log; the next change mends it."""
    path.parent.mkdir()
    path.write_bytes(data)

    assert load(path) == Settings()
    assert caplog.messages == ["The settings cannot be read; the first values are used."]
    save(OTHERS, path)
    assert load(path) == OTHERS


def test_a_folder_in_the_place_of_the_file_is_as_none(path: Path) -> None:
    """It cannot be read, and saving says so."""
    path.mkdir(parents=True)

    assert load(path) == Settings()
    with pytest.raises(OSError, match=r"."):
        save(OTHERS, path)


@given(data=st.binary(max_size=60) | st.text(max_size=60).map(str.encode))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_noise_in_the_file_is_felt(path: Path, data: bytes) -> None:
    """Nothing in it can keep the app from starting."""
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)

    assert load(path) == Settings()


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=2), inner),
    max_leaves=5,
)
NAMES = st.sampled_from([field.name for field in fields(Settings)])


@given(told=st.dictionaries(NAMES, VALUES, max_size=5))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
def test_any_values_for_known_settings_give_settings_that_can_be_saved(
    path: Path, told: dict[str, object]
) -> None:
    """Whatever is loaded is sound: it can be saved and is then the same."""
    write(path, told)
    loaded = load(path)

    save(loaded, path)

    assert load(path) == loaded


# ---------------------------------------------------------------- saving
@pytest.mark.skipif(os.name != "posix", reason="Windows replaces no file that is open")
def test_a_power_cut_leaves_the_old_or_the_new_settings(path: Path) -> None:
    """The new file takes the place of the old one at once: who has the old open keeps it whole."""
    save(Settings(), path)
    before = path.stat().st_ino
    with path.open("rb") as held:
        save(OTHERS, path)

        assert json.loads(held.read())["theme"] == "system"
    assert path.stat().st_ino != before
    assert load(path) == OTHERS
    assert os.listdir(path.parent) == [path.name]  # noqa: PTH208 - the names are the point


def test_a_save_that_fails_leaves_the_old_settings(path: Path) -> None:
    """Something stands where the new file would be written."""
    save(OTHERS, path)
    path.with_suffix(".part").mkdir()

    with pytest.raises(OSError, match=r"."):
        save(Settings(), path)

    assert load(path) == OTHERS


def test_settings_of_a_newer_version_are_kept(path: Path) -> None:
    """Whoever goes back to an older AttachCalm for a day loses nothing."""
    write(path, {"theme": "dark", "handwriting": "round", "night": {"from": 22}})

    save(replace(load(path), theme="light"), path)

    told = json.loads(path.read_text("utf-8"))
    assert told["handwriting"] == "round"
    assert told["night"] == {"from": 22}
    assert told["theme"] == "light"


def test_no_value_of_a_setting_reaches_the_log(
    path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Which exercises somebody likes is nobody's business."""
    caplog.set_level(logging.DEBUG)
    write(path, {"favourites": ["my-secret", 5], "theme": "my-secret"})

    load(path)

    assert len(caplog.messages) == 2
    assert "my-secret" not in caplog.text


# ---------------------------------------------------------------- favourites
def test_favourites_are_kept_in_the_order_they_were_chosen() -> None:
    """Each once; choosing one again puts it last, and what is not there can be taken out."""
    chosen = Settings().with_favourite("a", True).with_favourite("b", True)

    assert chosen.favourites == ("a", "b")
    assert chosen.with_favourite("a", True).favourites == ("b", "a")
    assert chosen.with_favourite("a", False).favourites == ("b",)
    assert chosen.with_favourite("c", False) == chosen
    assert chosen.with_favourite("a", True).theme == chosen.theme
