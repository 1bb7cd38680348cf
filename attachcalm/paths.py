"""Where things live: the content that ships with the app, and the person's own data."""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "AttachCalm"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders and files of one run.  Nothing is created here."""

    resources: Path
    data: Path
    cache: Path
    log: Path

    @property
    def exercises(self) -> Path:
        """The exercises that ship with the app."""
        return self.resources / "exercises"

    @property
    def audio(self) -> Path:
        """Voice, bells, breath tones and ambience."""
        return self.resources / "audio"

    @property
    def fonts(self) -> Path:
        """The bundled fonts."""
        return self.resources / "fonts"

    @property
    def icons(self) -> Path:
        """The bundled icons."""
        return self.resources / "icons"

    @property
    def feelings(self) -> Path:
        """The words for feelings."""
        return self.resources / "feelings.json"

    @property
    def pages(self) -> Path:
        """The pages to learn from that ship with the app."""
        return self.resources / "pages"

    @property
    def own_pages(self) -> Path:
        """Pages to learn from that the person or their therapist added."""
        return self.data / "pages"

    @property
    def page_folders(self) -> tuple[Path, ...]:
        """Both, as far as they are there."""
        return (self.pages, self.own_pages) if self.own_pages.is_dir() else (self.pages,)

    @property
    def own_exercises(self) -> Path:
        """Exercises that the person or their therapist added."""
        return self.data / "exercises"

    @property
    def own_sounds(self) -> Path:
        """Sounds that the person chose as ambience."""
        return self.data / "own-sounds"

    @property
    def kit_photo(self) -> Path:
        """The picture in the person's comfort kit."""
        return self.data / "kit-photo.jpg"

    @property
    def measures(self) -> Path:
        """The measures that ship with the app."""
        return self.resources / "measures"

    @property
    def own_measures(self) -> Path:
        """Measures that the person or their therapist added."""
        return self.data / "measures"

    @property
    def database(self) -> Path:
        """The journal's file."""
        return self.data / "journal.db"

    @property
    def settings(self) -> Path:
        """The settings' file."""
        return self.data / "settings.json"

    @property
    def own(self) -> Path:
        """What is the person's own for hard moments."""
        return self.data / "own.json"

    @property
    def library_cache(self) -> Path:
        """What is remembered of content files that were read before."""
        return self.cache / "library.json"


def find_paths(data_dir: Path | None = None) -> Paths:
    """The paths of this run; with `data_dir`, everything personal stays inside that folder."""
    if data_dir is not None:
        with suppress(RuntimeError):  # a `~name` that nobody here is called stays as it is
            data_dir = data_dir.expanduser()
        data_dir = data_dir.absolute()
        return Paths(_resources(), data_dir, data_dir / "cache", data_dir / "log")
    from platformdirs import PlatformDirs

    dirs = PlatformDirs(APP_NAME, appauthor=False)
    return Paths(_resources(), dirs.user_data_path, dirs.user_cache_path, dirs.user_log_path)


def _resources() -> Path:
    """Inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    inside = package / "resources"
    return inside if inside.is_dir() else package.parent / "resources"
