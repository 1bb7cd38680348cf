"""The FHIR bundle: it validates against the published definitions, and says no more than asked."""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from fhir.resources.R4B.bundle import Bundle
from hypothesis import HealthCheck, given, settings

from attachcalm.journal.mood import Mood
from attachcalm.journal.page import OTHER_MEASURE, taken_out
from attachcalm.journal.whole import Whole
from attachcalm.measures.reader import read_file
from attachcalm.records.fhir_out import fhir_pieces
from tests.fakes.facts import (
    answered,
    at,
    checked_in,
    looked_back,
    rated,
    remarked,
    scored,
    started,
)
from tests.records.journals import wholes

MEASURES = Path(__file__).parents[2] / "resources" / "measures"
MADE = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PATIENT = UUID(int=77, version=4)
CODES = {  # https://hl7.org/fhir/R4/ : what the library above does not look at
    ("Bundle", "type"): {"collection"},
    ("Questionnaire", "status"): {"draft", "active", "retired", "unknown"},
    ("QuestionnaireResponse", "status"): {
        "in-progress", "completed", "amended", "entered-in-error", "stopped",
    },
    ("Observation", "status"): {
        "registered", "preliminary", "final", "amended", "corrected", "cancelled",
        "entered-in-error", "unknown",
    },
    ("item", "type"): {"integer", "string", "text"},
}  # fmt: skip
CATEGORIES = {
    "social-history", "vital-signs", "imaging", "laboratory", "procedure", "survey", "exam",
    "therapy", "activity",
}  # fmt: skip
CODE = re.compile(r"[^\s]+(\s[^\s]+)*")
STRING = re.compile(r"[ \r\n\t\u0021-\U0010ffff]+")
DATE_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-](0\d|1[0-3]):[0-5]\d|[+-]14:00)"
)


def bundle_of(whole: Whole, *, with_texts: bool = False) -> dict[str, Any]:
    """The bundle, which the published definitions and our own look at codes find no fault with."""
    content = b"".join(fhir_pieces(whole, MADE, PATIENT, with_texts=with_texts))
    Bundle.model_validate_json(content)
    told: dict[str, Any] = json.loads(content)
    check(told)
    return told


def check(bundle: dict[str, Any]) -> None:
    """What the library does not check: codes, times, and that references lead somewhere."""
    names = [entry["fullUrl"] for entry in bundle["entry"]]
    assert len(names) == len(set(names))
    assert bundle["type"] in CODES["Bundle", "type"]
    for entry in bundle["entry"]:
        resource = entry["resource"]
        assert entry["fullUrl"] == f"urn:uuid:{resource['id']}"
        allowed = CODES.get((resource["resourceType"], "status"))
        assert allowed is None or resource["status"] in allowed
    for path, value in leaves(bundle):
        if path[-1] == "reference":
            assert value in names, value
        if path[-1] in ("effectiveDateTime", "authored", "timestamp"):
            assert DATE_TIME.fullmatch(value), value
        if path[-1] == "code":
            assert CODE.fullmatch(value), value
        if path[-2:] == ("item", "type"):
            assert value in CODES["item", "type"]
        if path[-3:] == ("category", "coding", "code"):
            assert value in CATEGORIES
        assert is_text_of_fhir(value), f"{path} holds what no FHIR text holds"


def is_text_of_fhir(value: Any) -> bool:
    """Something to see, without control signs; what is no text is left to the library."""
    return not isinstance(value, str) or bool(STRING.fullmatch(value) and value.strip())


def leaves(told: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every value with the names that lead to it."""
    if isinstance(told, dict):
        for name, each in told.items():
            yield from leaves(each, (*path, name))
    elif isinstance(told, list):
        for each in told:
            yield from leaves(each, path)
    else:
        yield path, told


def of_type(bundle: dict[str, Any], kind: str) -> list[dict[str, Any]]:
    """The resources of this type."""
    resources = [entry["resource"] for entry in bundle["entry"]]
    return [resource for resource in resources if resource["resourceType"] == kind]


def test_ratings_are_observations_and_skipped_ones_are_none() -> None:
    """0 is there with its code, its unit of time and its side of the exercise."""
    begun = started(when=at(0, offset=-660), before=Mood(distress=0))

    told = of_type(bundle_of(Whole((begun, rated(begun, Mood(3, -4))))), "Observation")

    seen = [(o["method"]["text"], o["code"]["text"], o["valueInteger"]) for o in told]
    assert seen == [
        ("before an exercise", "Distress", 0),
        ("after an exercise", "Distress", 3),
        ("after an exercise", "Energy", -4),
    ]
    assert told[0]["effectiveDateTime"] == "2026-03-01T22:30:00-11:00"
    assert told[0]["subject"] == {"reference": PATIENT.urn}


def test_a_check_in_is_a_response_to_our_questionnaire() -> None:
    """Items that were skipped are not answered; the observations say what they come from."""
    page = checked_in(Mood(4, None, 0))

    bundle = bundle_of(Whole(pages=(page, checked_in(Mood()))))

    (asked,) = of_type(bundle, "Questionnaire")
    response, empty = of_type(bundle, "QuestionnaireResponse")
    assert response["questionnaire"] == f"{asked['url']}|{asked['version']}"
    assert {item["linkId"] for item in response["item"]} == {"distress", "security"}
    assert "item" not in empty
    assert {o["derivedFrom"][0]["reference"] for o in of_type(bundle, "Observation")} == {
        page.id.urn
    }


@pytest.mark.parametrize(
    ("measure", "system", "code"),
    [
        ("gad-7", "http://loinc.org", "70274-6"),
        ("phq-9", "http://loinc.org", "44261-6"),
        ("phq-8", "urn:uuid:", "phq-8/Total"),  # no public code was found
        ("who-5", "urn:uuid:", "who-5/Well-being"),
    ],
)
def test_scores_have_a_public_code_where_there_is_one(measure: str, system: str, code: str) -> None:
    """And one of ours where not; the scale goes by the name that the measure's file gives it."""
    scale = read_file(MEASURES / f"{measure}.json").scales[0].name
    bundle = bundle_of(Whole(pages=(scored(measure, values=((scale, 14.0),)),)))

    (score,) = of_type(bundle, "Observation")
    (coding,) = score["code"]["coding"]
    assert coding["system"].startswith(system)
    assert coding["code"] == code
    assert score["valueQuantity"]["value"] == 14


OWN_WORD = "Zebra-7"
WORDED = Whole(
    (
        begun := replace(started(before=Mood(5, 1), title=OWN_WORD), exercise_id=OWN_WORD),
        answered(begun, OWN_WORD),
    ),
    (remarked(of=begun, text=OWN_WORD),),
    (
        checked_in(Mood(5), words=(OWN_WORD,), tags=(OWN_WORD,), note=OWN_WORD),
        looked_back(((OWN_WORD, OWN_WORD),), mood=Mood(security=3)),
        replace(scored(OTHER_MEASURE, values=((OWN_WORD, 3.0),)), title=OWN_WORD),
        taken_out(checked_in(note=OWN_WORD), at(50).at),
    ),
)


def test_no_word_of_the_person_is_in_it_unless_they_ask() -> None:
    """Notes, feelings words, tags, answers, remarks, titles, names given to a score: none."""
    told = bundle_of(WORDED)

    assert OWN_WORD not in json.dumps(told)
    assert [one["code"]["text"] for one in of_type(told, "Observation")][-1] == "Another measure, 1"

    asked = bundle_of(WORDED, with_texts=True)

    response = of_type(asked, "QuestionnaireResponse")[0]
    assert json.dumps(response).count(OWN_WORD) == 3  # words, tags, note
    before, _, _, _, score = of_type(asked, "Observation")
    assert before["note"] == [{"text": OWN_WORD}]  # the title of the exercise
    assert score["code"]["text"] == f"{OWN_WORD}, {OWN_WORD}"


def test_the_patient_has_no_name() -> None:
    """An id made for this one file."""
    (patient,) = of_type(bundle_of(WORDED), "Patient")

    assert patient == {"resourceType": "Patient", "id": str(PATIENT)}


@pytest.mark.parametrize("blank", ["\r", " ", "\x1c", "\x01", ""])
def test_a_text_of_nothing_to_see_is_left_out(blank: str) -> None:
    """FHIR knows no empty text, and no control signs."""
    begun = started(before=Mood(5), title=blank)
    page = checked_in(words=(blank,), tags=(f"{blank}a",), note=blank)
    score = replace(scored(blank, values=((blank, 1.0),)), title=blank)

    bundle = bundle_of(Whole((begun,), (), (page, score)), with_texts=True)

    (response,) = of_type(bundle, "QuestionnaireResponse")
    assert response["item"] == [{"linkId": "tags", "answer": [{"valueString": "a"}]}]
    assert all("note" not in rating for rating in of_type(bundle, "Observation"))


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(wholes)
def test_any_journal_makes_a_valid_bundle(whole: Whole) -> None:
    """Whatever is in it, with and without the person's words."""
    bundle_of(whole)
    bundle_of(whole, with_texts=True)
