"""One chart with its sentence: as picture or table, how it was computed, to copy and to save."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from attachcalm.charts.image import ChartImage
from attachcalm.insight.told import Told
from attachcalm.ui.chart_view import ChartView
from attachcalm.ui.icons import Icons
from attachcalm.ui.table_model import TableModel
from attachcalm.ui.where_to_save import WhereToSave
from attachcalm.ui.widgets.buttons import compact, pill_switch, secondary_button
from attachcalm.ui.widgets.card import Card
from attachcalm.ui.widgets.flow_row import FlowRow
from attachcalm.ui.widgets.quiet_table import QuietTable
from attachcalm.ui.widgets.text import words

HIGH = 420  # px at 100 %


class ChartCard(Card):
    """Shows what a worker made of a view."""

    save_wanted = Signal(object)  # the Path

    def __init__(self, icons: Icons) -> None:
        super().__init__("trends_chart_card", icons.keeper, " ", " ")
        self._icons = icons
        self.chart = ChartView("trends_chart", icons.keeper)
        self.reading = words("small", "", "trends_reading")
        self.model = TableModel()
        self.table = QuietTable(
            "trends_table", self.tr("The same as a table"), self.model, icons.keeper
        )
        self.how = words("small", "", "trends_how_words")
        self.as_table = pill_switch("trends_as_table", self.tr("Show as table"), icons, "table")
        self.how_button = pill_switch(
            "trends_how", self.tr("How was this computed?"), icons, "circle-question-mark"
        )
        self.copy_button = compact(secondary_button("trends_copy", self.tr("Copy"), icons, "copy"))
        self.save_button = compact(
            secondary_button("trends_save", self.tr("Save …"), icons, "download")
        )
        self._stack = QStackedWidget()
        self._text = ""
        self._title = ""
        self._copied = ""  # what was put on the clipboard beside a picture
        self._arrange()
        self._connect()

    def show_told(self, told: Told, chart: ChartImage) -> None:
        """Show this view."""
        self.say(told.title, told.headline)
        self._title, self._text = told.title, told.text
        self.how.setText(told.how)
        self.chart.setAccessibleName(f"{told.title}. {told.headline}")
        self.model.show_table(told.table)
        self.chart.show_chart(chart)

    # ------------------------------------------------------------ what the person does
    def _switch_view(self, as_table: bool) -> None:
        self._stack.setCurrentWidget(self.table if as_table else self._chart_side)

    def _copy(self) -> None:
        """The picture and the words, or the table: what is looked at."""
        table = self.model.table
        if self.as_table.isChecked() and table is not None:
            text = "\n".join("\t".join(line) for line in table.lines)
            QGuiApplication.clipboard().setText(text)
        else:
            told = QMimeData()
            told.setImageData(self.chart.image)
            told.setText(self._text)
            self._copied = self._text
            QGuiApplication.clipboard().setMimeData(told)
        self.reading.setText(self.tr("It is on the clipboard."))

    def _let_go(self) -> None:
        """Leave only the picture behind: what Python made may not outlive it, or the exit fails."""
        clipboard = QGuiApplication.clipboard()
        if self._copied and clipboard.text() == self._copied:
            clipboard.setImage(clipboard.image())

    def _save(self) -> None:
        path = where_to_save(self, self._title)
        if path is not None:
            self.save_wanted.emit(path)

    # ------------------------------------------------------------ arrangement
    def _arrange(self) -> None:
        self._chart_side = QWidget()
        side = QVBoxLayout(self._chart_side)
        side.setContentsMargins(0, 0, 0, 0)
        side.addWidget(self.chart, 1)
        self.reading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._stack.addWidget(self._chart_side)
        self._stack.addWidget(self.table)
        self._stack.setMinimumHeight(self._icons.keeper.look.px(HIGH))
        tools = FlowRow("trends_chart_tools", self._icons.keeper, 8)
        for tool in (self.as_table, self.how_button, self.copy_button, self.save_button):
            tools.add(tool)
        self.how.hide()
        self.body.addWidget(self._stack, 1)
        self.body.addWidget(self.reading)  # also below the table: what was copied or saved
        self.body.addWidget(tools)
        self.body.addWidget(self.how)

    def _connect(self) -> None:
        self.as_table.toggled.connect(self._switch_view)
        self.how_button.toggled.connect(self.how.setVisible)
        self.copy_button.clicked.connect(self._copy)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.aboutToQuit.connect(self._let_go)
        self.save_button.clicked.connect(self._save)
        self.chart.mark_read.connect(self.reading.setText)


def where_to_save(parent: QWidget, title: str) -> Path | None:
    """Let the person choose a file; None if they would rather not."""
    kinds = {
        parent.tr("Picture (*.png)"): "png",
        parent.tr("Drawing (*.svg)"): "svg",
        parent.tr("Page (*.pdf)"): "pdf",
        parent.tr("Table (*.csv)"): "csv",
    }
    return WhereToSave(parent, parent.tr("Save the chart"), title, kinds).ask()
