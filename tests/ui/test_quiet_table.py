"""A table of numbers: nothing in it is cut off."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from attachcalm.insight.table import Table
from attachcalm.ui.style import LookKeeper
from attachcalm.ui.table_model import TableModel
from attachcalm.ui.widgets.quiet_table import QuietTable


def test_it_scrolls_sideways_instead_of_cutting_a_cell_off(
    qtbot: QtBot, keeper: LookKeeper
) -> None:
    """At every width the last cell is whole, and in a wide place the columns fill it."""
    model = TableModel()
    table = QuietTable("table", "Numbers", model, keeper)
    qtbot.addWidget(table)
    table.resize(1_500, 300)
    table.show()

    for letters in (40, 60):
        row = ("Five senses", "b" * letters, "a" * letters)
        model.show_table(Table(("Exercise", "Before", "After"), [row], tuple))
        for width in (1_500, 300, 600, 800, 1_500):
            table.resize(width, 300)
            QApplication.processEvents()
            header = table.horizontalHeader()
            assert header.sectionSize(2) >= table.sizeHintForColumn(2), (letters, width)
            assert header.length() >= table.viewport().width()
