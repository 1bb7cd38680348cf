"""`attachcalm practise ID`: the same exercise in a terminal; the heart needs no window."""

import argparse
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass

from attachcalm import settings as settings_file
from attachcalm.app import Env, load_library
from attachcalm.commands.errors import PersonError
from attachcalm.exercises.model import AnswerKind, Ask, Exercise, Question
from attachcalm.exercises.narration import Narration
from attachcalm.exercises.problem import did_you_mean
from attachcalm.insight.sentences import after_sentences
from attachcalm.journal.mood import DISTRESS, Mood
from attachcalm.player import shelf
from attachcalm.player.conductor import Conductor, Volumes
from attachcalm.player.own_breath import BreathFit, fit_of
from attachcalm.player.ports import Clock
from attachcalm.player.session import Began, Breathed, Changed, Events, Phase, Session
from attachcalm.player.timeline import QUICKEST_PACE, SLOWEST_PACE, compile_timeline
from attachcalm.practice import Practice, Sitting
from attachcalm.sound.silent import SilentSound
from attachcalm.store.late import LateJournal
from attachcalm.support import own as own_file
from attachcalm.support.holds import holds_wait

SKIP = "skip"
LONGEST_WAIT_MS = 1_000  # a longer gap would look as if the machine had slept


@dataclass(slots=True)
class SimulatedClock:
    """A clock that goes only when it is told to: `--fast`."""

    ms: int = 0

    def __call__(self) -> int:
        """The time now."""
        return self.ms

    def wait(self, ms: int) -> None:
        """Let so much time have passed."""
        self.ms += ms


def wait_really(ms: int) -> None:
    """Wait without a busy loop; Ctrl+C comes through."""
    threading.Event().wait(ms / 1000)


def practise(env: Env, options: argparse.Namespace) -> int:
    """Lead through one exercise and print what the ratings did."""
    exercise = _exercise(env, options.id)
    version = _version(exercise, options.version_id)
    pace = _pace(options.pace)
    given = {when: _rating(getattr(options, when), when) for when in ("before", "after")}
    journal = LateJournal(env.paths.database)
    if journal.note:
        print(journal.note, file=sys.stderr)
    practice = Practice(journal, env.now, env.new_id)
    narration = Narration.load(env.paths.audio)
    timeline = compile_timeline(
        exercise, version, narration.clip, pace, journal.words(), fit=_fit(env)
    )
    print(
        f"{exercise.title}\n{exercise.card.summary}\nCtrl+C stops; stopping early still counts.\n"
    )
    before = _mood(given["before"], "before")
    sitting = practice.begin(exercise, exercise.card.version(version), before)
    simulated = SimulatedClock()
    clock: Clock = simulated if options.fast else env.clock
    wait = simulated.wait if options.fast else wait_really
    session = Session(timeline, clock)
    _Terminal(env, practice, sitting, session, wait, quiet=options.fast).lead()
    entry = practice.rate_after(sitting, _mood(given["after"], "after"))
    print("\n" + "\n".join(after_sentences(entry)))
    return 0


def _fit(env: Env) -> BreathFit:
    """The breath as the person set it in the window, by the same answers."""
    health = own_file.load(env.paths.own).health
    return fit_of(settings_file.load(env.paths.settings), no_holds=holds_wait(health))


class _Terminal:
    """Ticks a session, as the window's driver does, and prints what happens."""

    def __init__(
        self,
        env: Env,
        practice: Practice,
        sitting: Sitting,
        session: Session,
        wait: Callable[[int], None],
        *,
        quiet: bool,
    ) -> None:
        self._practice = practice
        self._sitting = sitting
        self._session = session
        self._wait = wait
        self._asks = not quiet and sys.stdin.isatty()
        settings = settings_file.load(env.paths.settings)
        sound = SilentSound() if quiet or not settings.sound else env.open_sound()
        self._sound = sound
        volumes = Volumes(settings.voice_volume / 100, settings.cue_volume / 100, 0.0)
        self._conductor = Conductor(
            sound, shelf.load(env.paths.audio), volumes, breath_tones=settings.breath_tones
        )

    def lead(self) -> None:
        """Go through the exercise until it is finished or stopped."""
        try:
            self._tell(self._session.start())
            while not self._session.phase.over:
                self._go_on()
        except (KeyboardInterrupt, EOFError):
            self._tell(self._session.stop())
        self._practice.end(self._sitting, self._session)
        self._sound.close()

    def _go_on(self) -> None:
        question = self._session.span.question
        if self._session.phase is Phase.WAITING and question is not None:
            answer = _ask(question, self._session.span.caption) if self._asks else None
            self._tell(self._session.answer(answer))
        elif self._session.phase is Phase.PAUSED:
            if self._asks:
                input("The computer slept. Enter goes on. ")
            self._tell(self._session.resume())
        else:
            self._wait(min(LONGEST_WAIT_MS, max(1, self._session.due_in() or 0)))
            self._tell(self._session.tick())

    def _tell(self, events: Events) -> None:
        self._practice.hear(self._sitting, self._session, events)
        self._conductor.hear(events)
        for event in events:
            if isinstance(event, Began) and event.span.question is None and event.span.caption:
                print(event.span.caption, flush=True)
            elif isinstance(event, Breathed):
                print(f"  {event.stroke.word} ({event.stroke.ms / 1000:g} s)", flush=True)
            elif isinstance(event, Changed) and event.phase is Phase.STOPPED:
                print("Stopped here. That still counts.", flush=True)


def _exercise(env: Env, exercise_id: str) -> Exercise:
    library = load_library(env)
    try:
        return library.exercise(exercise_id)
    except KeyError:
        hint = did_you_mean(exercise_id, [card.id for card in library.cards])
        raise PersonError(f"there is no exercise {exercise_id}{hint}") from None


def _version(exercise: Exercise, version_id: str | None) -> str:
    ids = [version.id for version in exercise.card.versions]
    if version_id is None:
        return ids[0]
    if version_id not in ids:
        hint = did_you_mean(version_id, ids)
        raise PersonError(f"{exercise.id} has no version {version_id}, only {', '.join(ids)}{hint}")
    return version_id


def _pace(text: str) -> float:
    try:
        pace = float(text)
    except ValueError:
        pace = 0.0
    if not QUICKEST_PACE <= pace <= SLOWEST_PACE:
        raise PersonError(
            f"the pace goes from {QUICKEST_PACE} to {SLOWEST_PACE}; '{text}' does not"
        )
    return pace


def _rating(text: str | None, when: str) -> int | str | None:
    """The rating as it was typed: a number, `skip`, or None when it is still to be asked."""
    if text is None or text == SKIP:
        return text
    if not (text.isascii() and text.isdigit()) or len(text) > 2 or int(text) not in DISTRESS:
        raise PersonError(
            f"distress {when} goes from 0 to {DISTRESS.stop - 1}, or skip; '{text[:20]}' is neither"
        )
    return int(text)


def _mood(given: int | str | None, when: str) -> Mood | None:
    while given is None:
        if not sys.stdin.isatty():
            return None
        typed = input(f"Distress {when}, 0 to 10 (Enter skips): ").strip() or SKIP
        try:
            given = _rating(typed, when)
        except PersonError as error:
            print(error)
    return Mood(distress=given) if isinstance(given, int) else None


def _ask(question: Question, caption: str) -> str | int | None:
    """Ask in the terminal; Enter skips, and so does what is not one of the answers."""
    for number, option in enumerate(question.options, 1):
        print(f"  {number}. {option.label}")
    scale = isinstance(question, Ask) and question.kind is AnswerKind.SCALE
    typed = input(f"{caption}{' (0 to 10)' if scale else ''} ").strip()
    if question.options:
        chosen = typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(question.options)
        return question.options[int(typed) - 1].id if chosen else None
    if scale:
        return int(typed) if typed.isascii() and typed.isdigit() and int(typed) <= 10 else None
    return typed[:500] or None
