"""The checked plain form of an exercise file → frozen values.

The reader and the cache both end here, so a cached exercise is the same as a fresh one.
"""

from datetime import date
from typing import Any

from attachcalm.exercises.card import Card
from attachcalm.exercises.model import (
    About,
    AnswerKind,
    Ask,
    Bell,
    Breathe,
    BreathLine,
    Choose,
    Exercise,
    Limit,
    Option,
    Part,
    Pause,
    Say,
    Step,
    Stroke,
    StrokeKind,
)

Entry = dict[str, Any]
_WORDS = {StrokeKind.IN: "Breathe in", StrokeKind.OUT: "Breathe out", StrokeKind.HOLD: "Hold"}


def exercise(entry: Entry, file: str, revision: str) -> Exercise:
    """The whole exercise."""
    return Exercise(
        card=Card.of(entry, file, revision),
        steps=tuple(_step(step) for step in entry["steps"]),
        cautions=tuple(entry["cautions"]),
        about=About(
            evidence_sentence=entry["evidence"]["sentence"],
            sources=tuple(entry["evidence"]["sources"]),
            seeds=tuple(entry["seeds"]),
            ages=tuple(entry["ages"]),
            settings=tuple(entry["settings"]),
            author=entry["author"],
            reviewed=date.fromisoformat(entry["reviewed"]),
            language=entry["language"],
        ),
    )


def _ms(seconds: float) -> int:
    return round(seconds * 1000)


def _limit(entry: Entry) -> Limit:
    when = next(iter(entry.get("when", {}).items()), None)
    return Limit(only=tuple(entry.get("only", ())), when=when)


def _step(entry: Entry) -> Step:
    parts = tuple(_part(part) for part in entry["parts"])
    return Step(entry["id"], entry["title"], parts, _limit(entry))


def _part(entry: Entry) -> Part:
    limit = _limit(entry)
    if "breathe" in entry:
        return _breathe(entry["breathe"], limit)
    if "ask" in entry:
        return _ask(entry, limit)
    if "choose" in entry:
        return Choose(entry["choose"], entry["question"], _options(entry), limit)
    if "bell" in entry:
        return Bell(entry["bell"], _ms(entry["rest"]), limit)
    if "pause" in entry:
        return Pause(_ms(entry["pause"]), entry.get("show", ""), limit)
    return Say(entry["say"], _ms(entry["rest"]), entry.get("sense"), limit)


def _options(entry: Entry) -> tuple[Option, ...]:
    return tuple(Option(option["id"], option["label"]) for option in entry.get("options", ()))


def _ask(entry: Entry, limit: Limit) -> Ask:
    low, high = entry.get("ends", ("", ""))
    return Ask(
        key=entry["ask"],
        question=entry["question"],
        kind=AnswerKind(entry["answer"]),
        options=_options(entry),
        ends=(low, high),
        keep_as=entry.get("keep_as"),
        limit=limit,
    )


def _breathe(entry: Entry, limit: Limit) -> Breathe:
    fullness = 0.0
    strokes: list[Stroke] = []
    for stroke in entry["strokes"]:
        kind = next(kind for kind in StrokeKind if kind.value in stroke)
        fullness = {
            StrokeKind.IN: stroke.get("to", 1.0),
            StrokeKind.OUT: stroke.get("to", 0.0),
            StrokeKind.HOLD: fullness,
        }[kind]
        strokes.append(
            Stroke(kind, fullness, _ms(stroke[kind.value]), stroke.get("word", _WORDS[kind]))
        )
    lines = tuple(BreathLine(line["cycle"], line["say"]) for line in entry["lines"])
    return Breathe(tuple(strokes), entry["cycles"], lines, limit)
