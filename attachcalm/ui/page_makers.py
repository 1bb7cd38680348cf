"""How each page is made, when it is first wanted: its module is imported no sooner."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from attachcalm.ui.background import Background
from attachcalm.ui.icons import Icons
from attachcalm.ui.library_keeper import LibraryKeeper
from attachcalm.ui.means import Means
from attachcalm.ui.own_keeper import OwnKeeper
from attachcalm.ui.settings_keeper import SettingsKeeper


class Supply(NamedTuple):  # as Means
    """What pages are made of."""

    icons: Icons
    means: Means
    settings: SettingsKeeper
    library: LibraryKeeper
    own: OwnKeeper
    background: Background

    def emergency(self) -> str:
        """Which number to call, in the country that was chosen."""
        from attachcalm.support.countries import country_of
        from attachcalm.ui.support_words import danger_words

        return danger_words(country_of(self.means.countries(), self.own.own.country))


def _exercises(of: Supply) -> QWidget:
    from attachcalm.ui.exercises_page import ExercisesPage

    favourites = of.settings.settings.favourites
    return ExercisesPage(of.icons, of.library.library, favourites, of.own.own)


def _trends(of: Supply) -> QWidget:
    from attachcalm.ui.trends_page import TrendsPage

    means = of.means
    return TrendsPage(of.icons, means.journal, of.background, means.today, means.prepare_charts)


def _learn(of: Supply) -> QWidget:
    from attachcalm.learn.shelf import load
    from attachcalm.ui.learn_page import LearnPage

    return LearnPage(of.icons, partial(load, of.means.paths.page_folders), of.background)


def _leaflet(of: Supply) -> QWidget:
    from attachcalm.ui.leaflet_page import LeafletPage

    stage, settings = of.means.stage, lambda: of.settings.settings
    return LeafletPage(of.icons, of.library.library, of.own.own, stage, settings)


def _settings(of: Supply) -> QWidget:
    from attachcalm.ui.new_sound import NewSound, try_out
    from attachcalm.ui.records_keeper import Outside, RecordsKeeper
    from attachcalm.ui.settings_page import SettingsPage

    means = of.means
    new_sound = NewSound(means.paths.own_sounds, of.background, means.stage, try_out)
    page = SettingsPage(of.icons, of.settings.settings, str(means.paths.data), new_sound)
    page.sound.show_note(means.stage().sound().note)
    outside = Outside(means.journal, means.open_journal, means.now, partial(_pack, of))
    RecordsKeeper(page.records, outside, of.background)  # the card's child
    return page


def _pack(of: Supply, path: Path, notes: bool) -> None:
    """For the worker: write a pack to keep, on the paper that the person chose."""
    from attachcalm.reports.pack import save_pack
    from attachcalm.reports.pdf import PaperSize

    paper = PaperSize(of.settings.settings.paper)
    save_pack(of.means.kit(), path, paper, notes=notes)


def _practice(of: Supply) -> QWidget:
    from attachcalm.ui.practice_page import PracticePage
    from attachcalm.ui.threshold import Around

    around = Around(of.library.find, lambda: of.own.own, of.emergency)
    return PracticePage(of.icons, of.means.stage(), of.settings.settings, around)


def _help(of: Supply) -> QWidget:
    from attachcalm.ui.help_page import HelpPage

    return HelpPage(of.icons, of.means.details)


def _support(of: Supply) -> QWidget:
    from attachcalm.ui.support_page import SupportPage

    return SupportPage(of.icons, of.means.countries(), of.own.own, of.means.today())


def _health(of: Supply) -> QWidget:
    from attachcalm.ui.health_page import HealthPage

    return HealthPage(of.icons, of.own.own, of.means.today())


def _breath(of: Supply) -> QWidget:
    from attachcalm.ui.breath_page import BreathPage

    return BreathPage(of.icons, of.settings.settings, of.own.own, of.means.stage().clock)


def _reminders(of: Supply) -> QWidget:
    from attachcalm.ui.reminders_page import Outside, RemindersPage

    outside = Outside(of.means.now, of.means.has_tray, of.means.save_calendar)
    return RemindersPage(of.icons, of.settings.settings, outside)


def _session(of: Supply) -> QWidget:
    from attachcalm.ui.session_job import Press
    from attachcalm.ui.session_page import SessionPage

    press = Press(of.means.journal, of.means.prepare_charts, of.means.paths.fonts)
    return SessionPage(of.icons, of.settings.settings, press, of.background, of.means.today)


def _measures(of: Supply) -> QWidget:
    from attachcalm.ui.measures_page import MeasuresPage
    from attachcalm.ui.score_keeper import ScoreKeeper

    means = of.means
    keeper = ScoreKeeper(means.diary(), means.journal, means.measures, of.background)
    return MeasuresPage(of.icons, keeper, means.assigned_measures, means.today)


def _check_in(of: Supply) -> QWidget:
    from attachcalm.feelings import load
    from attachcalm.ui.check_in_page import CheckInPage

    return CheckInPage(of.icons, load(of.means.paths.feelings), of.means.now)


def _check_ins(of: Supply) -> QWidget:
    from attachcalm.ui.check_ins_page import CheckInsPage

    return CheckInsPage(of.icons)


def _let_out(of: Supply) -> QWidget:
    from attachcalm.ui.let_out_page import LetOutPage

    return LetOutPage(of.icons, of.own.own)


def _look_back(of: Supply) -> QWidget:
    from attachcalm.ui.look_back_page import LookBackPage

    return LookBackPage(of.icons)


def _words(of: Supply) -> QWidget:
    from attachcalm.ui.words_page import WordsPage

    return WordsPage(of.icons)


def _kit(of: Supply) -> QWidget:
    from attachcalm.ui.kit_page import KitPage
    from attachcalm.ui.kit_photo_row import KitPhotoRow
    from attachcalm.ui.kit_sound import KitSound

    sound = KitSound(of.means.stage, lambda: of.settings.settings)
    return KitPage(of.icons, sound, KitPhotoRow(of.icons, of.background, of.means.paths.kit_photo))


def _taking_out(of: Supply) -> QWidget:
    from attachcalm.ui.taking_out_page import TakingOutPage

    return TakingOutPage(of.icons)


def _findings(of: Supply) -> QWidget:
    from attachcalm.ui.findings_job import check_own
    from attachcalm.ui.findings_page import FindingsPage

    means = of.means
    job = partial(check_own, means.paths, means.load_library, means.today)
    return FindingsPage(of.icons, means.paths.own_exercises, job, of.background)


MAKERS: dict[str, Callable[[Supply], QWidget]] = {
    "exercises": _exercises,
    "findings": _findings,
    "trends": _trends,
    "learn": _learn,
    "leaflet": _leaflet,
    "settings": _settings,
    "practice": _practice,
    "help": _help,
    "support": _support,
    "health": _health,
    "breath": _breath,
    "reminders": _reminders,
    "session": _session,
    "measures": _measures,
    "check_in": _check_in,
    "check_ins": _check_ins,
    "let_out": _let_out,
    "look_back": _look_back,
    "words": _words,
    "kit": _kit,
    "taking_out": _taking_out,
}
