"""A CSV file from another program, read without trust: lines, and what is wrong with them."""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from io import StringIO
from typing import Final

from attachcalm.records.refused import RefusedError

MOST_COLUMNS: Final = 1_000
MOST_LINES: Final = 500_000
SHOWN_FAULTS: Final = 5

Cells = dict[str, str]


class FaultError(Exception):
    """One line cannot be read; the message says why."""


@dataclass(slots=True)
class Faults:
    """How many lines could not be read, and what was wrong with the first of them."""

    count: int = 0
    first: list[str] = field(default_factory=list)

    def note(self, line: int, why: str) -> None:
        """One more."""
        self.count += 1
        if len(self.first) < SHOWN_FAULTS:
            self.first.append(f"line {line}: {why}")


@dataclass(frozen=True, slots=True)
class ForeignCsv:
    """The words above the columns, and the text below them."""

    heads: tuple[str, ...]
    text: str

    def lines(self, faults: Faults) -> Iterator[tuple[int, Cells]]:
        """Each line with its number in the file; those that are none are noted as faults."""
        for number, told in _told(self.text, faults):
            if number == 1 or not any(told):
                continue
            if len(told) != len(self.heads):
                why = f"it has {len(told)} columns instead of {len(self.heads)}"
                faults.note(number, why)
                continue
            yield number, dict(zip(self.heads, told, strict=True))


def csv_of(content: bytes) -> ForeignCsv:
    """The file that these bytes hold.  Raises RefusedError."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise RefusedError(
            "The file is not text in UTF-8, as these exports are. Take it as the other program "
            "wrote it, not saved again by a spreadsheet."
        ) from None
    if "\0" in text:
        raise RefusedError("The file is not a text.")
    if text.count("\n") + text.count("\r") > 2 * MOST_LINES:
        raise RefusedError(f"The file has more lines than the {MOST_LINES:,} that are read.")
    first = next(_told(text, Faults()), (1, []))[1]
    heads = tuple(cell.strip() for cell in first)
    if len(heads) > MOST_COLUMNS:
        raise RefusedError(f"The file has more than {MOST_COLUMNS:,} columns.")
    if not any(heads) or len(set(heads)) != len(heads):
        raise RefusedError("The first line of the file does not name its columns.")
    return ForeignCsv(heads, text)


def _told(text: str, faults: Faults) -> Iterator[tuple[int, Sequence[str]]]:
    """The lines as they are, each with the number at which it begins."""
    taken: list[str] = []  # lines of the file that make up one line of the table
    source = StringIO(text, newline="")
    reader = csv.reader(_noting(source, taken))
    while True:
        number = reader.line_num + 1
        taken.clear()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            faults.note(number, "a quotation mark is open, or a cell is too long")
            continue
        is_last = source.tell() == len(text)
        if is_last and len(taken) > 1 and sum(line.count('"') for line in taken) % 2:
            why = "a quotation mark is never closed, so all that follows it is left out too"
            faults.note(number, why)
            continue
        yield number, cells


def _noting(lines: Iterable[str], taken: list[str]) -> Iterator[str]:
    """The same lines; each is in `taken` once it was asked for."""
    for line in lines:
        taken.append(line)
        yield line
