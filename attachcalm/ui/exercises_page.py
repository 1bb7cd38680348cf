"""Exercises: browse, filter by need, length and kind, search, favourites."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from attachcalm.exercises.browse import in_order
from attachcalm.exercises.card import Card as ExerciseCard
from attachcalm.exercises.card import Group, Need
from attachcalm.exercises.library import Library
from attachcalm.exercises.wish import Wish
from attachcalm.support.gates import verdict
from attachcalm.support.own import Own
from attachcalm.ui import texts
from attachcalm.ui.exercise_row import ExerciseRow
from attachcalm.ui.icons import Icons
from attachcalm.ui.not_offered import NotOffered
from attachcalm.ui.own_exercises_card import OwnExercisesCard
from attachcalm.ui.widgets.buttons import ghost_button, pill_choice, pill_switch
from attachcalm.ui.widgets.card import Card, line
from attachcalm.ui.widgets.emptying import empty
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.picker import Picker
from attachcalm.ui.widgets.scroll_page import ScrollPage
from attachcalm.ui.widgets.text import breakable, words

LENGTHS = (0.0, 2.0, 5.0)  # at most so many minutes in the shortest version; 0 is any


class ExercisesPage(ScrollPage):
    """The whole library: what is offered, what waits and why, and why a file is not in it."""

    exercise_chosen = Signal(object)  # the exercise's Card
    favourite_switched = Signal(object, bool)
    instead_wanted = Signal(str)  # the exercise's id
    health_wanted = Signal()
    kit_wanted = Signal()
    check_wanted = Signal()

    def __init__(
        self, icons: Icons, library: Library, favourites: tuple[str, ...], own: Own
    ) -> None:
        super().__init__("exercises", icons.keeper, self.tr("Exercises"), " ")
        self._icons = icons
        self._library = library
        self._own = own
        self._favourites = set(favourites)
        self._last_used: tuple[str, ...] = ()
        self.search = QLineEdit()
        self.search.setObjectName("exercise_search")
        self.search.setAccessibleName(self.tr("Search exercises"))
        self.search.setPlaceholderText(self.tr("Search"))
        self.search.setClearButtonEnabled(True)
        self.needs = self._choices(
            "need", (self.tr("All"), self.tr("Too revved"), self.tr("Too flat"), self.tr("Steady"))
        )
        self.lengths = self._choices(
            "length", (self.tr("Any length"), self.tr("Up to 2 min"), self.tr("Up to 5 min"))
        )
        self.kind = Picker("exercise_kind", self.tr("Kind of exercise"), (), icons)
        self.only_favourites = pill_switch("only_favourites", self.tr("Favourites"), icons, "star")
        self.kit_button = ghost_button("exercises_kit", self.tr("Your kit"), icons, "hand-heart")
        self.list_card = Card("exercise_list", icons.keeper)
        self.not_offered = NotOffered(icons)
        self.problems_card = Card(
            "exercise_problems",
            icons.keeper,
            self.tr("Not shown"),
            self.tr("These files have faults. Every other exercise is not affected."),
        )
        self.own_card = OwnExercisesCard(icons)
        self.rows: list[ExerciseRow] = []
        self._arrange()
        self._connect()
        self.set_library(library)

    def set_library(self, library: Library) -> None:
        """Show this library."""
        self._library = library
        groups = [group for group in Group if any(card.group is group for card in library.cards)]
        self._groups = groups
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItems([self.tr("Every kind"), *(texts.group_name(group) for group in groups)])
        self.kind.blockSignals(False)
        empty(self._problem_column)
        for problem in library.problems:
            told = f"{problem.path.name}, {problem.line}:{problem.column} - {problem.what}"
            self._problem_column.addWidget(words("small", breakable(told)))
        self.problems_card.setVisible(bool(library.problems))
        self._make_rows()

    def set_own(self, own: Own) -> None:
        """Go by these answers, and by what a therapist opened."""
        if (own.health, own.unlocked) != (self._own.health, self._own.unlocked):
            self._own = own
            self._make_rows()

    def show_need(self, need: Need | None) -> None:
        """Filter by this need."""
        at = 0 if need is None else 1 + list(Need).index(need)
        self.needs.buttons()[at].setChecked(True)
        self._filter()

    def set_last_used(self, exercise_ids: tuple[str, ...]) -> None:
        """Let what was used last stand first, the latest before the others."""
        if exercise_ids != self._last_used:
            self._last_used = exercise_ids
            self._make_rows()

    def shown(self) -> list[ExerciseCard]:
        """What is offered and let through by the filters, in the order of the list."""
        return [row.card for row in self.rows if not row.isHidden()]

    # ------------------------------------------------------------ the list
    def _make_rows(self) -> None:
        empty(self._column)
        self.rows, self._lines = [], []
        known, waiting = {card.id: card for card in self._library.cards}, []
        for card in in_order(self._library.cards, self._last_used):
            told = verdict(card, self._own.health, self._own.unlocked)
            if not told.allowed:
                waiting.append((card, told, known.get(told.instead)))
                continue
            row = ExerciseRow(card, self._icons, favourite=card.id in self._favourites)
            if card.id in self._last_used:
                row.line.setText(self.tr("Used lately · {line}").format(line=row.line.text()))
            row.started.connect(self.exercise_chosen)
            row.favourite_switched.connect(self._switch_favourite)
            rule = line()
            self._column.addWidget(row)
            self._column.addWidget(rule)
            self.rows.append(row)
            self._lines.append(rule)
        self._nothing = words("muted", self.tr("Nothing fits all of these. Try fewer filters."))
        self._column.addWidget(self._nothing)
        self.not_offered.set_waiting(waiting)
        self._filter()

    def _filter(self) -> None:
        shown = [row for row in self.rows if self._lets_through(row.card)]
        for row, rule in zip(self.rows, self._lines, strict=True):
            row.setVisible(row in shown)
            rule.setVisible(row in shown and row is not shown[-1])
        self._nothing.setVisible(not shown)
        waiting = [row.card for row in self.not_offered.rows if self._lets_through(row.card)]
        self.not_offered.show_only(waiting)
        self.list_card.setHidden(not shown and bool(waiting))
        count = self.tr("{shown} of {all}, each with a two-minute version")
        told = count.format(shown=len(shown), all=len(self._library.cards))
        if waiting:
            told += " · " + self.tr("{count} not offered now, below").format(count=len(waiting))
        self.sentence.setText(told)

    def _lets_through(self, card: ExerciseCard) -> bool:
        return self._wish().lets_through(card, texts.group_name(card.group)) and (
            not self.only_favourites.isChecked() or card.id in self._favourites
        )

    def _wish(self) -> Wish:
        need, kind = _chosen(self.needs), self.kind.currentIndex()
        return Wish(
            need=list(Need)[need - 1] if need else None,
            minutes=LENGTHS[_chosen(self.lengths)],
            group=self._groups[kind - 1] if kind > 0 else None,
            words=self.search.text(),
        )

    def _switch_favourite(self, card: ExerciseCard, wanted: bool) -> None:
        if wanted:
            self._favourites.add(card.id)
        else:
            self._favourites.discard(card.id)
        self.favourite_switched.emit(card, wanted)

    # ------------------------------------------------------------ arrangement
    def _choices(self, name: str, labels: tuple[str, ...]) -> QButtonGroup:
        group = QButtonGroup(self)
        for at, label in enumerate(labels):
            button = pill_choice(f"{name}_{at}", label)
            button.setChecked(at == 0)
            group.addButton(button, at)
        return group

    def _arrange(self) -> None:
        for name, group in (("needs", self.needs), ("lengths", self.lengths)):
            row = FlowRow(f"exercise_{name}", self._icons.keeper, 8)
            for button in group.buttons():
                row.add(button)
            self.body.addWidget(row)
        tools = FlowRow("exercise_tools", self._icons.keeper, 12)
        self.search.setMinimumWidth(self._icons.keeper.look.px(280))
        for widget in (self.search, self.kind, self.only_favourites, self.kit_button):
            tools.add(widget)
        self.body.addWidget(tools)
        self._column = _column(self.list_card)
        self._problem_column = _column(self.problems_card)
        for card in (self.list_card, self.not_offered, self.problems_card, self.own_card):
            self.body.addWidget(card)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.needs.idToggled.connect(self._filter)
        self.lengths.idToggled.connect(self._filter)
        self.kind.currentIndexChanged.connect(self._filter)
        self.only_favourites.toggled.connect(self._filter)
        self.not_offered.instead_wanted.connect(self.instead_wanted)
        self.kit_button.clicked.connect(self.kit_wanted)
        self.not_offered.health_wanted.connect(self.health_wanted)
        self.own_card.check_wanted.connect(self.check_wanted)


def _chosen(group: QButtonGroup) -> int:
    return max(0, group.checkedId())


def _column(card: Card) -> QVBoxLayout:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    card.body.addWidget(holder)
    return column
