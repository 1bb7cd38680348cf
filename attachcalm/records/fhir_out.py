"""Ratings as a FHIR R4 bundle: what a medical record can take in.

Questionnaire (our check-in), QuestionnaireResponse, Observation, and a Patient without a name, as
https://hl7.org/fhir/R4/ defines them.  Every reference points inside the bundle; nothing is looked
up anywhere.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final
from uuid import UUID, uuid5

from attachcalm.journal.entry import RatedAfter, Started
from attachcalm.journal.mood import DISTRESS, ENERGY, SECURITY, Moment, Mood
from attachcalm.journal.page import OTHER_MEASURE, CheckIn, LookBack, OwnWord, Page, Score
from attachcalm.journal.whole import Whole

_OURS: Final = UUID("0e7c7f0a-5d0e-4c52-9d3b-8a4f1a6f7b11")
RATING_SYSTEM: Final = uuid5(_OURS, "ratings").urn  # our own codes: no public system has them
QUESTIONNAIRE: Final = uuid5(_OURS, "check-in, version 1")
_SURVEY: Final = {
    "system": "http://terminology.hl7.org/CodeSystem/observation-category",
    "code": "survey",
    "display": "Survey",
}
_LOINC: Final = {
    ("gad-7", "Total"): (
        "70274-6",
        "Generalized anxiety disorder 7 item (GAD-7) total score [Reported.PHQ]",
    ),
    ("phq-9", "Total"): (
        "44261-6",
        "Patient Health Questionnaire 9 item (PHQ-9) total score [Reported]",
    ),
}
_EXTENSION: Final = "http://hl7.org/fhir/StructureDefinition/"
_MOST_MINUTES: Final = 14 * 60  # the farthest from UTC that FHIR writes

_ASKED: Final = (
    ("distress", "Distress, from 0 (none) to 10 (as much as can be)", DISTRESS),
    ("energy", "Energy, from -4 (shut down) over 0 (about right) to 4 (revved up)", ENERGY),
    ("security", "Felt security, from 0 (not at all) to 10 (fully)", SECURITY),
)
_WRITTEN: Final = (("words", "Feelings"), ("tags", "What was going on"), ("note", "Note"))
_LABELS: Final = {code: text.partition(",")[0] for code, text, _ in _ASKED}

Resource = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Bundle:
    """What every resource is about, and whether the person's own words come along."""

    patient: UUID
    with_texts: bool

    @property
    def subject(self) -> Resource:
        return {"reference": self.patient.urn}


def fhir_pieces(
    whole: Whole, made: datetime, patient: UUID, *, with_texts: bool = False
) -> Iterator[bytes]:
    """The bundle, piece by piece.

    `patient` is a name made for this file; no two files can be joined by it.  Without `with_texts`
    no word that the person wrote and no title of an exercise is in it, nor what they named a score.
    """
    dumps = json.JSONEncoder(ensure_ascii=False, allow_nan=False, check_circular=False).encode
    head = {"resourceType": "Bundle", "type": "collection", "timestamp": _seconds(made)}
    yield dumps(head)[:-1].encode() + b',\n"entry": ['
    between = "\n"
    for name, resource in _resources(whole, _Bundle(patient, with_texts)):
        entry = {"fullUrl": name.urn, "resource": {**resource, "id": str(name)}}
        yield (between + dumps(entry)).encode("utf-8", "replace")
        between = ",\n"
    yield b"\n]}\n"


def _resources(whole: Whole, bundle: _Bundle) -> Iterator[tuple[UUID, Resource]]:
    yield bundle.patient, {"resourceType": "Patient"}
    yield QUESTIONNAIRE, _questionnaire(bundle)
    begun: dict[UUID, Started] = {}
    for fact in whole.facts:
        match fact:
            case Started():
                begun[fact.sitting] = fact
                about = _About("before an exercise", fact.at, fact.sitting, fact)
                yield from _ratings(fact.before, about, bundle)
            case RatedAfter():
                exercise = begun.get(fact.sitting)
                about = _About("after an exercise", fact.at, fact.sitting, exercise)
                yield from _ratings(fact.after, about, bundle)
            case _:
                continue
    for page in whole.pages:
        if not page.is_gone:
            yield from _of_page(page, bundle)


def _of_page(page: Page, bundle: _Bundle) -> Iterator[tuple[UUID, Resource]]:
    match page:
        case CheckIn():
            yield page.id, _response(page, bundle)
            about = _About("check-in", page.at, page.id, derived=page.id)
            yield from _ratings(page.mood, about, bundle)
        case LookBack():
            yield from _ratings(page.mood, _About("look-back", page.at, page.id), bundle)
        case Score():
            for number, (scale, value) in enumerate(page.values, 1):
                made = _observation(_score_code(page, scale, number, bundle), page.at, bundle)
                made["valueQuantity"] = _points(value)
                yield uuid5(page.id, f"{number}: {scale}"), made
        case OwnWord():  # is no rating, and nobody else's
            return


# ---------------------------------------------------------------- the questionnaire
def _questionnaire(bundle: _Bundle) -> Resource:
    items: list[Resource] = [
        {
            "linkId": code,
            "text": text,
            "type": "integer",
            "extension": [
                {"url": f"{_EXTENSION}minValue", "valueInteger": scale.start},
                {"url": f"{_EXTENSION}maxValue", "valueInteger": scale.stop - 1},
            ],
        }
        for code, text, scale in _ASKED
    ]
    if bundle.with_texts:
        items += [
            {"linkId": code, "text": text, "type": "text" if code == "note" else "string",
             "repeats": code != "note"}
            for code, text in _WRITTEN
        ]  # fmt: skip
    return {
        "resourceType": "Questionnaire",
        "url": QUESTIONNAIRE.urn,
        "version": "1",
        "name": "AttachCalmCheckIn",
        "title": "Check-in of AttachCalm",
        "status": "active",
        "subjectType": ["Patient"],
        "item": items,
    }


def _response(page: CheckIn, bundle: _Bundle) -> Resource:
    mood = page.mood
    given: list[tuple[str, list[Resource]]] = [
        (code, [{"valueInteger": value}])
        for code, value in _rated(mood)
        if value is not None
    ]  # fmt: skip
    if bundle.with_texts:
        written = ("words", page.words), ("tags", page.tags), ("note", (page.note,))
        for code, texts in written:
            told: list[Resource] = [
                {"valueString": seen} for text in texts if (seen := _text(text))
            ]
            given += [(code, told)] if told else []
    made: Resource = {
        "resourceType": "QuestionnaireResponse",
        "questionnaire": f"{QUESTIONNAIRE.urn}|1",
        "status": "completed",
        "subject": bundle.subject,
        "authored": _time(page.at),
    }
    if given:
        made["item"] = [{"linkId": code, "answer": answer} for code, answer in given]
    return made


# ---------------------------------------------------------------- observations
@dataclass(frozen=True, slots=True)
class _About:
    """When a rating was given, and of what it is a part."""

    when: str
    at: Moment
    name: UUID
    exercise: Started | None = None
    derived: UUID | None = None


def _ratings(mood: Mood | None, about: _About, bundle: _Bundle) -> Iterable[tuple[UUID, Resource]]:
    """An observation for each rating; one that was skipped is none."""
    for code, value in _rated(mood or Mood()):
        if value is None:
            continue
        coding = {"system": RATING_SYSTEM, "code": code, "display": _LABELS[code]}
        made = _observation(coding, about.at, bundle)
        made["valueInteger"] = value
        made["method"] = {"text": about.when}
        if about.derived is not None:
            made["derivedFrom"] = [{"reference": about.derived.urn}]
        title = _text(about.exercise.exercise_title) if about.exercise is not None else ""
        if bundle.with_texts and title:
            made["note"] = [{"text": title}]
        yield uuid5(about.name, f"{about.when}: {code}"), made


def _score_code(page: Score, scale: str, number: int, bundle: _Bundle) -> Resource:
    """What the number is of; a measure and a scale that the person named stay unnamed."""
    loinc = _LOINC.get((page.measure, scale))
    if loinc is not None:
        return {"system": "http://loinc.org", "code": loinc[0], "display": loinc[1]}
    title = page.title or page.measure
    if page.measure == OTHER_MEASURE and not bundle.with_texts:
        title, scale = "Another measure", str(number)
    code = "-".join(_text(f"{page.measure}/{scale}").split())
    return {"system": RATING_SYSTEM, "code": code, "display": _text(f"{title}, {scale}")}


def _points(value: float) -> Resource:
    return {
        "value": int(value) if value == int(value) else value,
        "unit": "points",
        "system": "http://unitsofmeasure.org",
        "code": "{score}",
    }


def _observation(coding: Resource, at: Moment, bundle: _Bundle) -> Resource:
    return {
        "resourceType": "Observation",
        "status": "final",
        "category": [{"coding": [_SURVEY]}],
        "code": {"coding": [coding], "text": coding["display"]},
        "subject": bundle.subject,
        "effectiveDateTime": _time(at),
    }


def _rated(mood: Mood) -> tuple[tuple[str, int | None], ...]:
    return (("distress", mood.distress), ("energy", mood.energy), ("security", mood.security))


def _text(told: str) -> str:
    """A text as FHIR takes it: something to see, and no control signs but breaks and tabs."""
    return "".join(sign for sign in told if sign >= " " or sign in "\r\n\t").strip()


def _time(moment: Moment) -> str:
    """FHIR's dateTime: it knows no clock more than 14 hours from UTC."""
    is_far = abs(moment.offset_minutes) > _MOST_MINUTES
    return _seconds(moment.at if is_far else moment.local)


def _seconds(at: datetime) -> str:
    offset = at.utcoffset()
    is_whole = offset is not None and offset.total_seconds() % 60 == 0
    return (at if is_whole else at.astimezone(UTC)).isoformat(timespec="seconds")
