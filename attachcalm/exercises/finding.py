"""A fault or a piece of advice where it stands in a file, as people and programs are told of it."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from attachcalm.exercises.problem import Problem

READING, IDENTITY, MEASURE, LINK = "reading", "id", "measure", "link"
"""The kinds of faults; those of advice are in `docs/formats.md`."""


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """What is amiss at a place (line and column from 1), and how to mend it in one sentence.

    With a fault the exercise is not loaded; with advice it is, but a therapist would mend it.
    """

    path: Path
    line: int
    column: int
    kind: str
    what: str
    mend: str
    is_fault: bool

    @classmethod
    def of(cls, problem: Problem, kind: str = READING) -> "Finding":
        """What refuses a file, with how to mend it."""
        place = problem.path, problem.line, problem.column
        return cls(*place, kind, problem.what, mend_of(problem.what), is_fault=True)

    @property
    def file(self) -> str:
        """The file's name as text, whatever it is on the disk."""
        return os.fsencode(self.path).decode("utf-8", "replace")

    @property
    def sentence(self) -> str:
        """What is amiss, as a sentence."""
        end = "" if self.what.endswith(("?", ".", "…")) else "."
        return f"{self.what[:1].upper()}{self.what[1:]}{end}"

    def __str__(self) -> str:
        """The line that `attachcalm check` prints."""
        severity = "fault" if self.is_fault else "advice"
        end = "" if self.what.endswith(("?", ".", "…")) else "."
        place = f"{self.file}:{self.line}:{self.column}"
        return f"{place}: {severity}: {self.what}{end} {self.mend}"


_BY_THE_WORDS = "Change it so that it is as this sentence says."
_MENDS = tuple(
    (re.compile(pattern), mend)
    for pattern, mend in (
        (r"did you mean ", "Write the word that is meant, or take this out."),
        (r"^no exercise lies in", "Name a folder with .yaml files, or put one into this folder."),
        (r"^there is no such", "Look at how the name is written, and where the file lies."),
        (r"cannot be read|^this is not a file$", "See whether you may open it and what it is."),
        (r"^the file has \d+ kB", "Make two exercises of it."),
        (r"^the file is empty", "Copy an exercise that you like into it, and change that."),
        (r"not a text file", "Save it anew with a text editor, as plain text in UTF-8."),
        (r"^here is a tab", "Take the tab out and put spaces in its place."),
        (r"signs that are not text|no text has this sign", "Take the sign out, or type it anew."),
        (r"^this is not YAML", "Look at spaces, colons and quotes here and in the line above."),
        (r"anchors and aliases", "Write out what the sign stands for."),
        (r"^tags ", "Take the word that begins with ! out."),
        (r"^a second document", "Put the second exercise into a file of its own."),
        (r"stands here twice", "Keep one of the two and take the other out."),
        (r" is missing$", "Add a line for it; docs/formats.md says what can stand there."),
        (r"is not a known field", "Take it out; docs/formats.md has the fields that there are."),
        (r"must be a text that is not empty", "Write a text, or take the line out."),
        (r"must be ", "Write a value that fits."),
        (r"\d+ signs; it may have", "Make it shorter."),
        (r"holds too many|more than \d+ values|nested more than", "Take some out."),
        (r"holds too few", "Add at least so many."),
        (r"cuts a breath in half", "Let the last stroke be 'out' without 'to'."),
        (r"breathes (in|out), so it must end", "Change its 'to', or take 'to' out."),
        (r"^two of the ", "Give each a name of its own."),
        (r"has no part to play", "Let some part be in it: no 'only', or its name in 'only'."),
        (r"^there is no version|has no option", "Write one that is there, or add it."),
        (r"stands before this", "Put the 'choose' before it, or write the choice that is there."),
        (r"^the choice .* stands twice", "Give the second choice a name of its own."),
        (r"^the id .* belongs to", "Write another id, and name the file after it."),
        (r"^braces are for slots", "Take the braces out, or move the text to 'show'."),
        (r"^and \d+ more faults", "Mend the others and check again."),
    )
)  # fmt: skip


def mend_of(what: str) -> str:
    """How to mend what the reader says, in one sentence."""
    return next((mend for pattern, mend in _MENDS if pattern.search(what)), _BY_THE_WORDS)
