"""What lies on the disk, loaded when it is first wanted: nothing heavy is imported before."""

import sys
from typing import TYPE_CHECKING

import attachcalm
from attachcalm.paths import Paths

if TYPE_CHECKING:
    from attachcalm.measures.shelf import Shelf
    from attachcalm.support.countries import Country
    from attachcalm.support.own import Own


def prepare_charts(paths: Paths) -> None:
    """Load matplotlib, which takes a second."""
    from attachcalm.charts.setup import prepare

    prepare(paths.cache, paths.fonts)


def warm_charts(paths: Paths) -> None:
    """Load matplotlib and draw a first chart that nobody sees."""
    from attachcalm.charts.setup import warm
    from attachcalm.ui.tokens import FONT_FAMILY

    warm(paths.cache, paths.fonts, FONT_FAMILY)


def load_countries(paths: Paths) -> "tuple[Country, ...]":
    """The countries with their numbers."""
    from attachcalm.support import countries

    return countries.load(paths.resources / "support" / "countries")


def load_measures(paths: Paths) -> "Shelf":
    """The measures that ship with the app, and those that were added."""
    from attachcalm.measures import shelf

    return shelf.load((paths.measures, paths.own_measures))


def load_own(paths: Paths) -> "Own":
    """What is the person's own for hard moments."""
    from attachcalm.support import own

    return own.load(paths.own)


def save_own(changed: "Own", paths: Paths) -> None:
    """Keep it.  Raises OSError."""
    from attachcalm.support import own

    own.save(changed, paths.own)


def details(paths: Paths) -> str:
    """What somebody who helps wants to know."""
    python = ".".join(str(part) for part in sys.version_info[:3])
    return "\n".join(
        (
            f"AttachCalm {attachcalm.__version__}",
            f"Python {python} on {sys.platform}",
            f"Data folder: {paths.data}",
            "MIT licence; parts of others: see THIRD_PARTY_NOTICES.md",
        )
    )
