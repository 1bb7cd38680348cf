"""Set AttachCalm up and start it, on a machine with nothing but Python and pip.

    python3 run.py [ARGS...]        set up, then open the app (ARGS go to attachcalm)
    python3 run.py test [ARGS...]   set up, then run every check and test (ARGS go to pytest)
    python3 run.py bench [NAMES]    set up, then measure the speed goals
    python3 run.py lock [ARGS...]   for developers: make requirements/*.lock again (ARGS go to uv)

Standard library only. Delete .venv to undo it. Why: docs/decisions/0004-qt-binding-and-set-up.md.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements"
STAMP, TURN = "ready", "turn.db"  # in .venv: what it lives up to, and whose turn it is

NEEDS_NO_SCREEN = {"exercises", "practise", "trends", "check", "tour", "-h", "--help", "--version"}
SCREENLESS_PLATFORMS = {"offscreen", "minimal", "vnc", "linuxfb", "eglfs"}
CHECKS = ("ruff check .", "ruff format --check .", "mypy", "lint-imports --no-logo")
LARGE_DOWNLOAD = re.compile(r"Downloading (?:\S*/)?(\w+)-(\d[\w.]*)-\S* \((\d{2,})\.?\d* MB\)")


def main(arguments: list[str]) -> int:
    """Do what the first argument asks for; anything unknown here is for attachcalm."""
    refuse_old_python(sys.version_info[:2])
    if Path(sys.prefix) == VENV:  # never rebuild the ground one stands on
        return start([getattr(sys, "_base_executable", "python3"), __file__, *arguments])
    jobs = {"test": run_tests, "bench": run_bench, "lock": make_locks}
    if arguments and arguments[0] in jobs:
        return jobs[arguments[0]](arguments[1:])
    return open_app(arguments)


def refuse_old_python(version: tuple[int, ...]) -> None:
    """Leave with a sentence below Python 3.11."""
    if version < (3, 11):
        sys.exit(f"AttachCalm needs Python 3.11 or newer; this is {version[0]}.{version[1]}.")


def open_app(arguments: list[str]) -> int:
    """Set up what the app needs and become the app."""
    window = NEEDS_NO_SCREEN.isdisjoint(arguments)
    if window and not has_screen(sys.platform, os.environ):
        arguments = do_without_screen(arguments, bool(sys.stdin and sys.stdin.isatty()), input)
        window = False
    if window:
        require("AttachCalm cannot open its window", "drawing", "window")
    elif "tour" in arguments:
        require("The tour cannot draw its pictures", "drawing")
    set_up("app")
    if window:
        wish_for("AttachCalm runs without sound", "sound")
    return start([inside("python"), "-P", "-m", "attachcalm", *arguments])


def run_tests(arguments: list[str]) -> int:
    """Run the checks, then pytest whatever the checks said; 0 only if all of them passed."""
    require("The tests cannot draw", "drawing")
    set_up("test")
    wish_for("The tests that listen to a sound server cannot run", "sound", "sound_proof")
    failed = [check for check in CHECKS if run_inside(*check.split())]
    say(f"FAILED, see above: {'; '.join(failed)}." if failed else f"Passed: {'; '.join(CHECKS)}.")
    workers = ["-n", "auto", "--dist", "worksteal"]  # one for each core; `-n 0` for none
    return run_inside("python", "-m", "pytest", *workers, *arguments) or int(bool(failed))


def run_bench(arguments: list[str]) -> int:
    """Measure the speed goals, on a screen that the measurement starts itself."""
    require("The speed cannot be measured", "drawing", "window", "screen_proof", "sound")
    set_up("test")
    return start([inside("python"), str(ROOT / "bench" / "run.py"), *arguments])


def make_locks(arguments: list[str]) -> int:
    """Pin everything in pyproject.toml, for all systems and every Python from 3.11."""
    uv = shutil.which(inside("uv")) or shutil.which("uv")
    if uv is None:
        sys.exit("Making the lock files needs uv: run `python3 run.py test` once, it brings uv.")
    pin = "pip compile pyproject.toml --quiet --universal --python-version 3.11 --generate-hashes"
    command = [uv, *pin.split(), "--custom-compile-command", "python3 run.py lock", *arguments]
    app, test = "requirements/app.lock", "requirements/test.lock"
    for more in (["-o", app], ["-o", test, "--group", "test", "--constraints", app]):
        subprocess.run([*command, *more], cwd=ROOT, check=True)
    return 0


def has_screen(system: str, environ: Mapping[str, str]) -> bool:
    """Tell whether a window can open here. Qt aborts without a screen, so this comes first."""
    platform = environ.get("QT_QPA_PLATFORM", "").partition(":")[0]
    screen = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    return bool(screen) or platform in SCREENLESS_PLATFORMS or not system.startswith("linux")


def do_without_screen(arguments: list[str], terminal: bool, ask: Callable[[str], str]) -> list[str]:
    """Return the arguments of what is done instead: practice in the terminal, or the tour."""
    say("AttachCalm opens a window, and this session has no screen.")
    if not terminal:
        say("It takes the tour instead and leaves pictures of every page in ./tour.")
        return [*arguments, "tour", "./tour"]
    with contextlib.suppress(EOFError):
        if ask("Practise here in the terminal instead? [y/n] ").strip().lower() in {"y", "yes"}:
            return [*arguments, "practise", "long-out"]
    sys.exit("Start it from a terminal on the desktop, or with `ssh -X` from another machine.")


def is_present(name: str) -> bool:
    """Look for a Python module ("import pip"), a shared library or a program."""
    import ctypes

    if name.startswith("import "):
        return find_spec(name.removeprefix("import ")) is not None
    if ".so" not in name:
        return shutil.which(name) is not None
    with contextlib.suppress(OSError):
        return bool(ctypes.CDLL(name))
    return False


def require(trouble: str, *groups: str) -> None:
    """See that these groups of requirements/system.toml are there, or leave with what to do."""
    if remedy := find_remedy(groups):
        sys.exit(f"{trouble}: {remedy}")


def wish_for(trouble: str, *groups: str) -> None:
    """See that these groups are there if it can be done, or say once what to do and go on."""
    asked = VENV / f"asked-for-{'-'.join(groups)}"
    if not asked.exists():
        if remedy := find_remedy(groups):
            say(f"{trouble}: {remedy}")
        with contextlib.suppress(OSError):
            asked.touch()


def find_remedy(groups: tuple[str, ...]) -> str:
    """Return what the person must do for these to be there; empty if they are, or are now."""
    if not sys.platform.startswith("linux"):
        return ""  # the wheels for Windows and macOS bring all they need
    import tomllib  # only here, so that an older Python gets as far as its sentence

    table = tomllib.loads((REQUIREMENTS / "system.toml").read_text("utf-8"))
    wanted = {name: package for group in groups for name, package in table[group].items()}
    lacking = [name for name in wanted if not is_present(name)]
    apt = shutil.which("apt-get") is not None
    if lacking and apt and os.geteuid() == 0:
        install_packages([wanted[name] for name in lacking])
        lacking = [name for name in lacking if not is_present(name)]
    return describe_remedy({name: wanted[name] for name in lacking}, apt) if lacking else ""


def describe_remedy(lacking: Mapping[str, str], apt: bool) -> str:
    """Put what is missing and how to get it in a sentence."""
    if apt:
        line = f"sudo apt-get install -y --no-install-recommends {' '.join(lacking.values())}"
        return f"system packages are missing. This line installs them:\n  {line}"
    names = ", ".join(name.removeprefix("import ") for name in lacking)
    return f"missing on this system: {names}. Its package manager has them."


def install_packages(packages: list[str]) -> None:
    """Install Debian packages as root, and say so."""
    say(f"Installing system packages: {' '.join(packages)}")
    calm = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    apt = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=300"]
    for step in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run([*apt, *step], env=calm, capture_output=True, text=True, check=False)
        if done.returncode:
            say(f"apt-get {step[0]} failed: {done.stderr.strip()}")


def set_up(purpose: str) -> None:
    """Make the environment hold what the purpose's lock file says; instant if it already does."""
    if is_ready(purpose):
        return
    try:
        VENV.mkdir(exist_ok=True)
        door = sqlite3.connect(VENV / TURN, timeout=1, isolation_level=None)
        with contextlib.closing(door):
            take_turn(door)
            if not is_ready(purpose):  # the one before us may have done it
                build(purpose)
    except (OSError, sqlite3.Error) as error:
        sys.exit(f"Setting up stopped: {error}.")


def take_turn(door: sqlite3.Connection) -> None:
    """Wait while another start sets up. SQLite's lock works alike on every system."""
    try:
        door.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        say("Another start is setting up; waiting for it.")
        door.execute("PRAGMA busy_timeout = 3600000")
        door.execute("BEGIN EXCLUSIVE")


def is_ready(purpose: str) -> bool:
    """Tell whether the environment lives up to the purpose's lock file, by the stamp in it."""
    stamp = VENV / STAMP  # written last, so a half-made environment has none
    whole = stamp.exists() and shutil.which(inside("python"))
    return bool(whole) and fingerprint(purpose) in stamp.read_text("ascii", "replace").split()


def fingerprint(purpose: str) -> str:
    """Return what changes with the lock file (`bare` has none), the Python or the folder."""
    home = f"{sys.platform} {sys.implementation.cache_tag} {ROOT}\n"
    lock = b"" if purpose == "bare" else (REQUIREMENTS / f"{purpose}.lock").read_bytes()
    return hashlib.sha256(os.fsencode(home) + lock).hexdigest()


def build(purpose: str) -> None:
    """Install a lock file, into a new environment if the old one cannot be trusted."""
    if not find_spec("ensurepip"):
        require("Setting up needs pip", "installer")
    say("Setting up in .venv, once. The first time fetches about 300 MB.")
    trusted = is_ready("bare")
    (VENV / STAMP).unlink(missing_ok=True)
    if not trusted:
        make_environment()
    install(purpose)
    held = {"bare", "app", purpose}  # the lock file for the tests includes the app's
    (VENV / STAMP).write_text("\n".join(map(fingerprint, held)), "ascii")
    say("Ready.")


def make_environment() -> None:
    """Make .venv anew, with the checkout on its path. No ensurepip is needed if pip is here."""
    import venv

    for old in VENV.iterdir():
        if old.is_dir() and not old.is_symlink():
            shutil.rmtree(old)
        elif old.name != TURN:  # the others wait on this file
            old.unlink()
    pip_inside = not find_spec("pip")
    venv.EnvBuilder(symlinks=os.name != "nt", with_pip=pip_inside).create(VENV)
    onto_path = Path(inside("attachcalm.pth", "purelib"))
    onto_path.write_text(os.path.relpath(ROOT, onto_path.parent), "ascii")


def install(purpose: str) -> None:
    """Let pip install exactly one lock file, telling of the large parts only."""
    python = inside("python")
    pip = [sys.executable, "-m", "pip", "--python", python]
    command = [*(pip if find_spec("pip") else [python, "-m", "pip"]), "install", "--require-hashes"]
    command += ["--only-binary=:all:", "--requirement", str(REQUIREMENTS / f"{purpose}.lock")]
    if (wheels := ROOT / "wheels").is_dir():
        command += ["--no-index", "--find-links", str(wheels)]
    os.environ |= {"PIP_USER": "0", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    heard = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as running:
        for line in map(os.fsdecode, running.stdout or ()):
            heard.append(line)
            if large := LARGE_DOWNLOAD.search(line):
                say("  fetching {} {}, {} MB".format(*large.groups()))
    if running.returncode:
        sys.exit(f"{''.join(heard[-9:])}Setting up stopped: pip could not install {purpose}.lock.")


def inside(name: str, folder: str = "scripts") -> str:
    """Return the path of a program, or of what is in another sysconfig folder, in .venv."""
    base = {"base": str(VENV), "platbase": str(VENV)}
    return str(Path(sysconfig.get_path(folder, "venv", base)) / name)


def run_inside(program: str, *arguments: str) -> int:
    """Run a program of the environment over the whole tree and return its exit code."""
    say(f"--- {' '.join([program, *arguments])}")
    return subprocess.run([inside(program), *arguments], cwd=ROOT, check=False).returncode


def start(command: list[str]) -> int:
    """Become that program, or where a process cannot (Windows) run it to its end."""
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - our own interpreter, fixed beginning
    return subprocess.run(command, check=False).returncode


def say(sentence: str) -> None:
    """Tell the person what happens, apart from what the app itself prints."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C ends this, and the next start goes on
    sys.exit(main(sys.argv[1:]))
