"""A view as a table: its rows are put into words when they are looked at, however many."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Table:
    """The words above the columns, the rows, and how one row is put into as many words."""

    heads: tuple[str, ...]
    rows: Sequence[Any]
    told: Callable[[Any], tuple[str, ...]]

    def cells(self, number: int) -> tuple[str, ...]:
        """The words of this row, counted from 0."""
        return self.told(self.rows[number])

    @property
    def lines(self) -> "list[tuple[str, ...]]":
        """All of it, heads first."""
        return [self.heads, *map(self.told, self.rows)]


def known(value: object) -> str:
    """A value in a cell; what is not known is an empty one."""
    return "" if value is None else str(value)


_BEGINNINGS = "=+-@\t\r\n\0＝＋－＠"  # noqa: RUF001 - the wide ones count as well


def safe_cell(text: str) -> str:
    """A cell that no spreadsheet takes for a formula (OWASP: CSV injection).

    Numbers keep their sign: what reads as a number is no formula.
    """
    if not text or text[0] not in _BEGINNINGS or _is_number(text):
        return text
    return f"'{text}"


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return True
