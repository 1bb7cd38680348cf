"""Makes the pages for the person's own words; none is there before it is wanted."""

from PySide6.QtWidgets import QWidget

from attachcalm.support.own import Own
from attachcalm.ui.icons import Icons
from attachcalm.ui.means import Means


def make(place: str, icons: Icons, means: Means, own: Own) -> QWidget:
    """Make the page of this name.  Raises KeyError for one that is none of these."""
    match place:
        case "check_in":
            from attachcalm.feelings import load
            from attachcalm.ui.check_in_page import CheckInPage

            return CheckInPage(icons, load(means.feelings), means.now)
        case "check_ins":
            from attachcalm.ui.check_ins_page import CheckInsPage

            return CheckInsPage(icons)
        case "let_out":
            from attachcalm.ui.let_out_page import LetOutPage

            return LetOutPage(icons, own)
        case "look_back":
            from attachcalm.ui.look_back_page import LookBackPage

            return LookBackPage(icons)
    raise KeyError(place)
