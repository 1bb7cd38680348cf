"""Exercise documents out of chance, all without a fault."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from attachcalm.exercises import build
from attachcalm.exercises.card import Direction, Evidence, Group, Trait
from attachcalm.exercises.model import Exercise
from attachcalm.exercises.reader import read_bytes

Values = dict[str, Any]
LETTERS = "abz AZ 09 .,:;?'\"-#&*!|>%@`~[]()/\\äé漢🌊"


@cache
def texts(most: int) -> st.SearchStrategy[str]:
    """Texts as a person writes them, with all that could confuse YAML: no braces, not blank."""
    stripped = st.text(LETTERS, min_size=1, max_size=most).map(str.strip).filter(bool)
    return stripped.filter(is_written_as_text)


def is_written_as_text(text: str) -> bool:
    """Whether PyYAML writes it so that YAML 1.2 reads a text: `09` and `1e3` it leaves bare."""
    try:
        float(text)
    except ValueError:
        return True
    return bool(yaml.safe_dump(text).startswith(("'", '"')))


SLUGS = st.sampled_from(["a", "b2", "long-out", "x-1-y", "no", "null", "true", "e5"])
KEYS = st.sampled_from(["a", "who_else", "k2", "off"])
RESTS = st.sampled_from([0, 0.0, 0.25, 1, 8.0, 1.333, 600])
SECONDS = st.sampled_from([0.5, 1, 4.0, 5.5, 19.999, 20])
CHOICES = {
    "bell": st.sampled_from(["bowl", "chime"]),
    "group": st.sampled_from([group.value for group in Group]),
    "direction": st.sampled_from([direction.value for direction in Direction]),
    "tag": st.sampled_from([tag.value for tag in Evidence]),
    "sense": st.sampled_from(["see", "touch", "hear", "body", "mind"]),
}
OPTIONS = st.lists(
    st.fixed_dictionaries({"id": SLUGS, "label": texts(20)}),
    min_size=2,
    max_size=3,
    unique_by=lambda option: option["id"],
)


@st.composite
def breaths(draw: st.DrawFn) -> Values:
    """In, perhaps in two strokes, perhaps held, out, perhaps held."""
    strokes: list[Values] = [{"in": draw(SECONDS)}]
    if draw(st.booleans()):
        strokes = [{"in": draw(SECONDS), "to": 0.6}, {"in": draw(SECONDS), "to": 0.9}]
    for kind in draw(st.sampled_from([["out"], ["hold", "out"], ["hold", "out", "hold"]])):
        strokes.append({kind: draw(SECONDS)})
    if draw(st.booleans()):
        strokes[0]["word"] = draw(texts(10))
    cycles = draw(st.integers(1, 6))
    numbers = draw(st.sets(st.integers(1, cycles), max_size=3))
    lines = [{"cycle": number, "say": draw(texts(30))} for number in sorted(numbers)]
    return {"breathe": {"cycles": cycles, "strokes": strokes, "lines": lines}}


PARTS: st.SearchStrategy[Values] = st.one_of(
    st.fixed_dictionaries({"say": texts(60), "rest": RESTS}),
    st.fixed_dictionaries({"say": texts(60), "rest": RESTS, "sense": CHOICES["sense"]}),
    st.fixed_dictionaries({"pause": SECONDS}, optional={"show": texts(30)}),
    st.fixed_dictionaries({"bell": CHOICES["bell"], "rest": RESTS}),
    st.fixed_dictionaries(
        {"ask": KEYS, "question": texts(40), "answer": st.just("text")},
        optional={"keep_as": KEYS},
    ),
    st.fixed_dictionaries(
        {
            "ask": KEYS,
            "question": texts(40),
            "answer": st.just("scale"),
            "ends": st.tuples(texts(10), texts(10)).map(list),
        }
    ),
    st.fixed_dictionaries(
        {"ask": KEYS, "question": texts(40), "answer": st.just("choice"), "options": OPTIONS}
    ),
    breaths(),
)


@st.composite
def steps(draw: st.DrawFn, versions: list[str]) -> list[Values]:
    """Steps of which the first is in every version, with a choice and what hangs on it."""
    ids = draw(st.lists(SLUGS, min_size=1, max_size=3, unique=True))
    written: list[Values] = [
        {"id": name, "title": draw(texts(20)), "parts": draw(st.lists(PARTS, max_size=4))}
        for name in ids
    ]
    options = draw(OPTIONS)
    for step in written:
        step["parts"].append({"say": "Still here.", "rest": 1.0})
    first, last = written[0]["parts"], written[-1]["parts"]
    first.append({"choose": "way", "question": draw(texts(20)), "options": options})
    last.append({"say": draw(texts(20)), "rest": 2.0, "when": {"way": options[-1]["id"]}})
    last.append({"say": draw(texts(20)), "rest": 2.0, "only": [draw(st.sampled_from(versions))]})
    return written


@st.composite
def documents(draw: st.DrawFn) -> Values:
    """A whole exercise."""
    versions = draw(st.lists(SLUGS, min_size=1, max_size=3, unique=True))
    return {
        "format": 1,
        "id": draw(SLUGS),
        "language": draw(st.sampled_from(["en", "de", "pt-BR"])),
        "title": draw(texts(80)),
        "summary": draw(texts(200)),
        "group": draw(CHOICES["group"]),
        "direction": draw(CHOICES["direction"]),
        "ages": ["teen", "adult"],
        "settings": ["alone", "group"],
        "gate": draw(st.integers(0, 3)),
        "eyes_open": draw(st.booleans()),
        "traits": draw(st.lists(st.sampled_from(sorted(Trait)).map(str), max_size=3, unique=True)),
        "seeds": draw(st.lists(st.integers(1, 28).map("S{}".format), max_size=3)),
        "cautions": draw(st.lists(texts(60), min_size=1, max_size=3)),
        "evidence": {
            "tag": draw(CHOICES["tag"]),
            "sentence": draw(texts(60)),
            "sources": draw(st.lists(texts(30), max_size=2)),
        },
        "author": draw(texts(20)),
        "reviewed": draw(st.dates()).isoformat(),
        "versions": [
            {"id": name, "title": draw(texts(20)), "minutes": draw(st.sampled_from([1, 0.5, 60]))}
            for name in versions
        ],
        "steps": draw(steps(versions)),
    }


def built(document: Values) -> Exercise:
    """The exercise of a document, through the one door that files come in by."""
    path = Path("by-chance.yaml")
    reading = read_bytes(json.dumps(document, ensure_ascii=False).encode(), path)
    assert reading.entry is not None, reading.problems
    return build.exercise(reading.entry, str(path), reading.revision)
