"""A screen reader hears what a thing is; nothing is left of it when it is gone."""

import gc

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from attachcalm.ui.widgets.spoken_as import spoken_as


def test_a_heading_is_met_among_its_neighbours(qtbot: QtBot) -> None:
    """Its parent counts it, it knows its parent and its place, and plain labels stay labels."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    title, plain, button = QLabel("Two jobs"), QLabel("Plain"), QPushButton("Go")
    spoken_as(title, QAccessible.Role.Heading)
    for widget in (title, plain, button):
        column.addWidget(widget)
    window.show()

    spoken = QAccessible.queryAccessibleInterface(window)
    roles = [spoken.child(at).role() for at in range(spoken.childCount())]
    heading = QAccessible.queryAccessibleInterface(title)

    role = QAccessible.Role
    assert roles == [role.Heading, role.StaticText, role.Button]
    assert heading.text(QAccessible.Text.Name) == "Two jobs"
    assert heading.parent().object() is window
    assert heading.rect().size() == title.size()
    assert not heading.state().invisible
    title.hide()
    assert heading.state().invisible


def test_a_thousand_that_come_and_go_leave_nothing(qtbot: QtBot) -> None:
    """Pages are made and taken apart all day; whoever asks afterwards gets the living ones."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    for number in range(1_000):
        label = QLabel(str(number))
        spoken_as(label, QAccessible.Role.Heading)
        column.addWidget(label)
        told = QAccessible.queryAccessibleInterface(label)
        assert told.text(QAccessible.Text.Name) == str(number)
        label.deleteLater()
        QCoreApplication.sendPostedEvents(label, QEvent.Type.DeferredDelete)
        if number % 100 == 0:
            gc.collect()
    del label, told
    gc.collect()

    assert QAccessible.queryAccessibleInterface(window).childCount() == 0
