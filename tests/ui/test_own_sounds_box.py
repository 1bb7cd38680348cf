"""Sounds of one's own come and go: chosen, tried, heard, kept or left out, taken out."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from attachcalm.player.conductor import AMBIENCE_ALONE
from attachcalm.player.ports import Channel
from attachcalm.sound.own_sounds import MOST, Fault
from attachcalm.ui.icons import Icons
from attachcalm.ui.new_sound import HUSH_MS
from tests.fakes.sound_desk import WAV, Desk

AMBIENCE = Channel.AMBIENCE


@pytest.fixture
def desk(qtbot: QtBot, icons: Icons, tmp_path: Path) -> Iterator[Desk]:
    """Nothing is chosen yet."""
    made = Desk(qtbot, icons, tmp_path)
    yield made
    made.background.finish()


# ---------------------------------------------------------------- taking a sound in
def test_a_sound_is_chosen_heard_and_kept(desk: Desk) -> None:
    """From then on it is the background, by its name."""
    desk.choose()
    assert desk.shows("own_sound_leave")
    assert desk.sound.calls == []  # not before it was tried

    desk.trials.end()
    [play] = desk.sound.told("play", AMBIENCE)
    was_asked = desk.says()
    desk.press("own_sound_keep")

    assert play.loop
    assert play.gain == desk.settings.ambience_volume / 100 * AMBIENCE_ALONE
    assert "Sea" in was_asked
    assert desk.sound.told("stop", AMBIENCE)[-1].ms == HUSH_MS
    assert desk.files() == ["Sea.wav"]
    assert desk.settings.ambience == "own:Sea.wav"
    assert desk.panel.background.currentText() == "Sea (your own)"
    assert desk.says() == ""


def test_it_gets_louder_while_it_is_heard(desk: Desk) -> None:
    """The slider below is for that."""
    desk.choose()
    desk.trials.end()

    desk.panel._sliders["ambience_volume"].setValue(80)

    assert desk.sound.gains[AMBIENCE] == pytest.approx(0.8 * AMBIENCE_ALONE)


def leave(desk: Desk) -> None:
    desk.press("own_sound_leave")


def go_elsewhere(desk: Desk) -> None:
    desk.panel.hide()


@pytest.mark.parametrize("way", [leave, go_elsewhere])
@pytest.mark.parametrize("was_tried", [False, True])
def test_what_is_left_out_leaves_nothing(
    desk: Desk, way: Callable[[Desk], None], was_tried: bool
) -> None:
    """By the button or by going elsewhere, in the trial or after it."""
    desk.choose()
    if was_tried:
        desk.trials.end()

    way(desk)

    assert desk.files() == []
    assert desk.told == []
    assert desk.sound.heard() == set()
    assert desk.own.add_button.isEnabled()


def test_what_is_left_out_while_it_is_copied_leaves_nothing(desk: Desk) -> None:
    """The worker comes too late; nothing is tried."""
    source = desk.downloads / "Sea.wav"
    source.write_bytes(WAV)
    desk.own.choose_file = lambda _: source
    desk.press("own_sound_add")

    desk.press("own_sound_leave")
    desk.background.finish()
    desk.bot.waitUntil(lambda: desk.files() == [], timeout=5_000)
    desk.bot.wait(50)

    assert desk.trials.made == []
    assert desk.files() == []


def test_another_sound_right_after_is_the_one_that_comes(desk: Desk) -> None:
    """The first worker's answer is not taken for the second's."""
    first = desk.downloads / "First.wav"
    first.write_bytes(WAV)
    desk.own.choose_file = lambda _: first
    desk.press("own_sound_add")
    desk.press("own_sound_leave")

    desk.choose("Second.wav", WAV + b"second")
    desk.bot.wait(50)
    desk.trials.end()
    desk.press("own_sound_keep")

    assert len(desk.trials.made) == 1
    assert desk.files() == ["Second.wav"]
    assert (desk.folder / "Second.wav").read_bytes() == WAV + b"second"


def test_no_file_chosen_is_nothing_done(desk: Desk) -> None:
    """The dialog was closed."""
    desk.own.choose_file = lambda _: None

    desk.press("own_sound_add")

    assert desk.says() == ""
    assert desk.own.add_button.isEnabled()


def test_with_sound_off_it_is_tried_and_not_heard(desk: Desk) -> None:
    """Off is off; it says so."""
    desk.change({"sound": False})
    desk.choose()

    desk.trials.end()

    assert desk.sound.told("play") == []
    assert "Sound is off" in desk.says()
    desk.press("own_sound_keep")
    assert desk.files() == ["Sea.wav"]


def test_what_still_glows_makes_room_for_it(desk: Desk) -> None:
    """Two backgrounds at once are none."""
    desk.afterglow.begin(desk.sound, 0.5, minutes=10)
    desk.choose()

    desk.trials.end()

    assert not desk.afterglow.is_on
    assert [call.what for call in desk.sound.calls][-2:] == ["stop", "play"]


def test_the_keyboard_goes_along_and_comes_back(desk: Desk) -> None:
    """Add, keep, and the next Tab goes on from where it was."""
    with desk.bot.waitActive(desk.panel):
        desk.panel.activateWindow()
    desk.own.add_button.setFocus()
    desk.choose()
    while_tried = desk.own.leave_button.hasFocus()
    desk.trials.end()
    when_asked = desk.own.keep_button.hasFocus()

    desk.press("own_sound_keep")

    assert (while_tried, when_asked) == (True, True)
    assert desk.own.add_button.hasFocus()


def test_who_went_on_to_another_line_is_left_there(desk: Desk) -> None:
    """A large file takes its time; nothing pulls the keyboard back."""
    with desk.bot.waitActive(desk.panel):
        desk.panel.activateWindow()
    desk.choose()
    desk.panel._sliders["voice_volume"].setFocus()

    desk.trials.end()

    assert desk.panel._sliders["voice_volume"].hasFocus()


# ---------------------------------------------------------------- refusals
@pytest.mark.parametrize("fault", [Fault.NO_SOUND, Fault.TOO_SHORT])
def test_what_the_trial_finds_is_said(desk: Desk, fault: Fault) -> None:
    """Nothing is kept, nothing is heard, and another can be chosen."""
    desk.choose()

    desk.trials.end(fault)

    assert len(desk.says()) > 30
    assert desk.files() == []
    assert desk.sound.calls == []
    desk.press("own_sound_close")
    desk.has_kept("Other.wav")
    assert desk.files() == ["Other.wav"]


def test_what_is_no_sound_is_said_before_any_trial(desk: Desk) -> None:
    """Text that calls itself a sound."""
    desk.choose("words.mp3", b"Dear diary, ...")

    assert desk.trials.made == []
    assert "cannot play" in desk.says()


def test_no_way_to_try_is_said(desk: Desk) -> None:
    """Where Qt's own players are missing."""
    desk.trials.can_try = False

    desk.choose()

    assert "nothing to try" in desk.says()
    assert desk.files() == []


def test_every_refusal_has_a_sentence_of_its_own(desk: Desk) -> None:
    """With its numbers in place."""
    sentences = {desk.own._why(fault) for fault in Fault}

    assert len(sentences) == len(Fault)
    assert not [sentence for sentence in sentences if "{" in sentence]
    assert any(str(MOST) in sentence for sentence in sentences)


# ---------------------------------------------------------------- taking one out
def test_ours_cannot_be_taken_out(desk: Desk) -> None:
    """The button is there only for one's own."""
    desk.change({"ambience": "rain"})

    assert not desk.shows("own_sound_out")


def test_an_own_sound_is_taken_out_and_none_is_chosen(desk: Desk) -> None:
    """After a question, with the safe answer under the key; the file it came from stays."""
    desk.has_kept("Sea.wav")
    desk.has_kept("Wind.wav")

    desk.press("own_sound_out")
    was_asked = desk.says()
    desk.press("own_sound_take")

    assert "Wind" in was_asked
    assert desk.files() == ["Sea.wav"]
    assert (desk.downloads / "Wind.wav").exists()
    assert desk.settings.ambience == ""
    assert desk.backgrounds()[-2:] == ["Warm hum", "Sea (your own)"]


def test_it_stays_if_that_is_the_answer(desk: Desk) -> None:
    """Nothing has changed."""
    desk.has_kept()
    told = len(desk.told)

    desk.press("own_sound_out")
    desk.press("own_sound_stay")

    assert desk.files() == ["Sea.wav"]
    assert len(desk.told) == told


def test_one_that_cannot_be_deleted_stays_chosen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, while it is being played."""
    desk.has_kept()
    monkeypatch.setattr("attachcalm.ui.own_sounds_box.drop", lambda _: None)

    desk.press("own_sound_out")
    desk.press("own_sound_take")

    assert desk.settings.ambience == "own:Sea.wav"
    assert "could not be taken out" in desk.says()


def test_one_that_went_away_by_itself_is_shown_as_none(desk: Desk) -> None:
    """Somebody emptied the folder."""
    desk.has_kept()
    (desk.folder / "Sea.wav").unlink()

    desk.panel.set_settings(desk.settings)

    assert desk.panel.background.currentText() == "None"
    assert not desk.shows("own_sound_out")


def test_a_long_name_leaves_room_for_what_it_is(desk: Desk) -> None:
    """The list says whose it is whatever its name."""
    desk.has_kept("The sea at the end of a very long day in autumn.wav")

    assert desk.panel.background.currentText() == "The sea at the end… (your own)"
