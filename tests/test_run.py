"""The one command: what run.py decides and what it says."""

from collections.abc import Mapping
from pathlib import Path
from types import ModuleType

import pytest

from tests.fakes.checkout import ROOT, load_run


@pytest.fixture
def run(tmp_path: Path) -> ModuleType:
    """Return a run.py whose checkout is an empty folder."""
    return load_run(tmp_path)


@pytest.fixture
def steps(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the list to which each step of a start is noted instead of being done."""
    done: list[str] = []

    def note(word: str) -> object:
        return lambda *said: done.append(" ".join([word, *said[word in {"require", "wish"} :]]))

    def note_start(command: list[str]) -> int:
        done.append(" ".join(["start", *command[command.index("-m") + 1 :]]))
        return 0

    monkeypatch.setattr(run, "require", note("require"))
    monkeypatch.setattr(run, "wish_for", note("wish"))
    monkeypatch.setattr(run, "set_up", note("set up"))
    monkeypatch.setattr(run, "start", note_start)
    return done


# ---------------------------------------------------------------- which Python, which job


@pytest.mark.parametrize("version", [(3, 8), (3, 10)])
def test_an_older_python_is_refused_in_a_sentence(
    run: ModuleType, version: tuple[int, int]
) -> None:
    """Below 3.11 the person reads what is needed and what is there."""
    with pytest.raises(SystemExit) as leaving:
        run.refuse_old_python(version)
    assert leaving.value.code == (
        f"AttachCalm needs Python 3.11 or newer; this is {version[0]}.{version[1]}."
    )


@pytest.mark.parametrize("version", [(3, 11), (3, 13), (4, 0)])
def test_a_new_enough_python_goes_on(run: ModuleType, version: tuple[int, int]) -> None:
    """From 3.11 on nothing is said."""
    run.refuse_old_python(version)


def test_a_window_needs_its_libraries_and_wishes_for_sound(
    run: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a screen and no subcommand, the window is prepared and every argument handed on."""
    monkeypatch.setenv("DISPLAY", ":0")
    assert run.main(["--data-dir", "here"]) == 0
    assert steps == [
        "require drawing window",
        "set up app",
        "wish sound",
        "start attachcalm --data-dir here",
    ]


@pytest.mark.parametrize(
    "words",
    ["exercises --json", "practise calm-place", "trends", "check x", "-h", "--help", "--version"],
)
def test_a_subcommand_needs_neither_screen_nor_libraries(
    run: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    """What runs without a window passes straight through."""
    forget_the_screen(monkeypatch)
    run.main(words.split())
    assert steps == ["set up app", f"start attachcalm {words}"]


def test_the_tour_needs_what_draws_but_no_screen(
    run: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The tour's pictures are drawn off screen."""
    forget_the_screen(monkeypatch)
    run.main(["tour", "there"])
    assert steps == ["require drawing", "set up app", "start attachcalm tour there"]


def test_a_test_run_that_fails_one_check_still_runs_pytest_last_and_fails(
    run: ModuleType,
    steps: list[str],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The words after `test` go to pytest, and the failed check is named before its output."""

    def note_inside(program: str, *arguments: str) -> int:
        steps.append(" ".join([program, *arguments]))
        return int(program == "mypy")

    monkeypatch.setattr(run, "run_inside", note_inside)
    assert run.main(["test", "-k", "breath"]) == 1
    assert steps[:3] == ["require drawing", "set up test", "wish sound sound_proof"]
    assert steps[3:] == [*run.CHECKS, "python -m pytest -n auto --dist worksteal -k breath"]
    assert "FAILED, see above: mypy." in capsys.readouterr().err


@pytest.mark.parametrize("pytest_code", [0, 1, 5])
def test_a_test_run_ends_with_the_code_of_pytest_when_all_checks_pass(
    run: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch, pytest_code: int
) -> None:
    """No test found (5) is a failure too."""

    def answer(program: str, *arguments: str) -> int:
        return pytest_code if "pytest" in arguments else 0

    monkeypatch.setattr(run, "run_inside", answer)
    assert run.main(["test"]) == pytest_code


# ---------------------------------------------------------------- the screen


def forget_the_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make this a Linux session with no screen and no wish for a Qt platform."""
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("system", "environ", "expected"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"QT_QPA_PLATFORM": "xcb"}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"QT_QPA_PLATFORM": "offscreen"}, True),
        ("linux", {"QT_QPA_PLATFORM": "vnc:size=800x600"}, True),
        ("darwin", {}, True),
        ("win32", {}, True),
    ],
)
def test_a_screen_is_recognised(
    run: ModuleType, system: str, environ: Mapping[str, str], expected: bool
) -> None:
    """Only Linux can be without one, and some Qt platforms need none."""
    assert run.has_screen(system, environ) is expected


@pytest.mark.parametrize(
    ("answer", "expected"),
    [("y", ["-x", "practise", "long-out"]), (" Yes ", ["-x", "practise", "long-out"])],
)
def test_without_a_screen_a_terminal_is_offered_the_same_practice(
    run: ModuleType, capsys: pytest.CaptureFixture[str], answer: str, expected: list[str]
) -> None:
    """A yes leads to practice in the terminal, with the person's other arguments kept."""
    questions: list[str] = []

    def ask(question: str) -> str:
        questions.append(question)
        return answer

    assert run.do_without_screen(["-x"], True, ask) == expected
    assert questions == ["Practise here in the terminal instead? [y/n] "]
    said = capsys.readouterr().err
    assert said == "AttachCalm opens a window, and this session has no screen.\n"


@pytest.mark.parametrize("answer", ["n", "", "maybe"])
def test_anything_but_a_yes_leaves_with_a_way_to_get_a_screen(run: ModuleType, answer: str) -> None:
    """Nothing is started that was not wanted."""
    with pytest.raises(SystemExit, match="desktop"):
        run.do_without_screen([], True, lambda _: answer)


def test_an_input_that_ends_counts_as_no(run: ModuleType) -> None:
    """Ctrl+D at the question leaves."""

    def end(_: str) -> str:
        raise EOFError

    with pytest.raises(SystemExit, match="desktop"):
        run.do_without_screen([], True, end)


def test_with_neither_screen_nor_terminal_the_tour_is_taken(
    run: ModuleType, steps: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a server the pictures are made, and nothing is asked."""
    forget_the_screen(monkeypatch)
    monkeypatch.setattr("sys.stdin", None)
    run.main([])
    assert steps == ["require drawing", "set up app", "start attachcalm tour ./tour"]


def test_ci_calls_the_same_command_as_a_person_and_nothing_else() -> None:
    """A green CI means that the one command is green."""
    lines = [
        line
        for line in (ROOT / ".ci/run").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    ]
    assert lines == ['cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1', "exec python3 run.py test"]
