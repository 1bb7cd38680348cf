"""One line of the settings: its name on one side, its control on the other."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QVBoxLayout, QWidget

from attachcalm.ui.widgets.text import words


def setting_row(title: str, control: QWidget) -> QWidget:
    """Make the line."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    label = words("label", title)
    label.setBuddy(control)
    column = QVBoxLayout()
    column.addWidget(label)
    layout.addLayout(column, 1)
    layout.addWidget(control, 1)
    return row


def volume_slider(name: str, says: str) -> QSlider:
    """Make a slider from 0 to 100; `says` is its accessible name."""
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.setObjectName(name)
    slider.setAccessibleName(says)
    slider.setRange(0, 100)
    slider.setPageStep(10)
    return slider
