"""Numbers know their country, their source and their age; a broken file costs its country only."""

import json
import os
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from attachcalm.support.countries import Line, country_of, emergency_words, load
from attachcalm.support.numbers import Channel

TODAY = date(2026, 11, 24)
NEWEST_CHECK = date(2026, 11, 24)
EEA = (
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS",
    "IT", "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip
NAMED = {"US", "CA", "GB", "AU", "NZ", *EEA}


def line(checked_on: date | None) -> Line:
    """A helpline last checked then."""
    return Line("Line", "1", Channel.CALL, "", "everyone", "any time", "x.org", checked_on)


def good() -> dict[str, Any]:
    """A country as a file says it."""
    entry = {
        "name": "Line", "number": "1", "channel": "call", "word": "", "audience": "everyone",
        "hours": "any time", "source": "x.org", "checked_on": "2026-01-02", "verified": True,
    }  # fmt: skip
    return {"format": 1, "code": "XX", "name": "Here", "emergency": "112", "lines": [entry]}


# ---------------------------------------------------------------- what ships
def test_every_country_has_an_emergency_number_and_every_line_a_source(resources: Path) -> None:
    """And a date, unless it says that nobody has checked it."""
    countries = load(resources / "support" / "countries")

    assert {country.code for country in countries} >= NAMED
    assert len(countries) == len(list((resources / "support" / "countries").glob("*.json")))
    for country in countries:
        assert re.fullmatch(r"\d{3}", country.emergency), country.name
        assert country.lines, country.name
        for each in country.lines:
            assert each.source
            assert each.link, f"{country.name}: {each.number}"
            if each.channel is not Channel.CHAT:
                assert re.fullmatch(r"[\d -]{3,20}", each.number), f"{country.name}: {each.number}"
            assert each.checked_on or "not read" in each.source


def test_what_was_not_read_at_its_source_is_marked(resources: Path) -> None:
    """General knowledge is no verification."""
    countries = load(resources / "support" / "countries")
    unchecked = {
        (c.code, each.number) for c in countries for each in c.lines if not each.checked_on
    }

    assert {("FR", "3114"), ("ES", "024"), ("NL", "113"), ("AU", "13 11 14")} <= unchecked
    assert ("US", "988") not in unchecked


def test_no_check_lies_ahead_of_the_release(resources: Path) -> None:
    """A typing error in a year would keep a number young for ever."""
    for country in load(resources / "support" / "countries"):
        for each in country.lines:
            assert each.checked_on is None or each.checked_on <= NEWEST_CHECK, country.name


def test_the_child_helpline_stands_only_where_it_answers(resources: Path) -> None:
    """116 111 answered in 23 of the 27 states of the EU; not in France and Italy (CHI, 2022)."""
    countries = load(resources / "support" / "countries")
    with_it = {c.code for c in countries if any(each.number == "116 111" for each in c.lines)}

    assert with_it.isdisjoint({"FR", "IT", "US", "CA", "AU", "NZ"})
    assert len(with_it - {"NO", "IS", "LI", "GB"}) <= 23


def test_every_state_of_the_eea_has_112(resources: Path) -> None:
    """27 of the EU, and three more."""
    countries = load(resources / "support" / "countries")

    assert {c.code for c in countries if c.emergency == "112"} == set(EEA)


# ---------------------------------------------------------------- age
@pytest.mark.parametrize(("age", "old"), [(0, False), (179, False), (180, False), (181, True)])
def test_a_number_is_old_after_180_days(age: int, old: bool) -> None:
    """At the threshold, below it and above."""
    assert line(TODAY - timedelta(days=age)).is_old(TODAY) is old


@pytest.mark.parametrize(("days", "old"), [(1, False), (2, True), (3650, True)])
def test_a_check_that_lies_ahead_is_no_check(days: int, old: bool) -> None:
    """Tomorrow may be today elsewhere; anything later is an error, and must not stay young."""
    assert line(TODAY + timedelta(days=days)).is_old(TODAY) is old


def test_a_number_that_was_never_checked_is_old() -> None:
    """Nobody knows."""
    assert line(None).is_old(TODAY)


# ---------------------------------------------------------------- the danger sentence
def test_the_emergency_number_is_said_with_and_without_a_country(resources: Path) -> None:
    """Not listed, or not chosen: there is a sentence all the same."""
    countries = load(resources / "support" / "countries")

    assert "call 999." in emergency_words(country_of(countries, "GB"))
    for code in ("other", "", "ZZ"):
        assert "112" in emergency_words(country_of(countries, code))


# ---------------------------------------------------------------- hostile files
def broken(**changed: object) -> str:
    return json.dumps(good() | changed)


def broken_line(**changed: object) -> str:
    told = good()
    told["lines"][0] |= changed
    return json.dumps(told)


@pytest.mark.parametrize(
    "content",
    [
        "", "{", "[]", "7", "null", '{"code": "XX"}', "[" * 20_000, "\udcff",
        broken(code="YY"), broken(name=""), broken(emergency=7), broken(lines=None),
        broken(name="x" * 200), broken_line(channel="smoke"), broken_line(checked_on="soon"),
        broken_line(number=None), broken_line(name=["a"]), broken(format=2),
        broken(emergency="the police"), broken(lines={}), broken(lines=[7]), broken(lines=["a"]),
        broken(lines=good()["lines"] * 21), broken_line(number="call me"),
        broken_line(number="1\u202e23"), broken_line(name="A\u202eB"),
        broken_line(number="988lifeline.org"),
        broken_line(channel="chat", number="javascript:alert(1)"),
        broken_line(audience=""), broken_line(word=None),
        broken_line(checked_on=20260102),
    ],
)  # fmt: skip
def test_a_broken_file_costs_its_country_only(tmp_path: Path, content: str) -> None:
    """The others are there."""
    (tmp_path / "AA.json").write_text(json.dumps(good() | {"code": "AA"}), encoding="utf-8")
    (tmp_path / "XX.json").write_text(content, encoding="utf-8", errors="surrogateescape")

    assert [country.code for country in load(tmp_path)] == ["AA"]


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    """However good its beginning."""
    (tmp_path / "XX.json").write_text(json.dumps(good()) + " " * 100_000, encoding="utf-8")

    assert load(tmp_path) == ()


def test_a_missing_folder_is_no_country(tmp_path: Path) -> None:
    """The page still helps."""
    assert load(tmp_path / "none") == ()


def test_an_unverified_date_does_not_count(tmp_path: Path) -> None:
    """A date beside verified: false is no check."""
    (tmp_path / "XX.json").write_text(broken_line(verified=False), encoding="utf-8")

    assert load(tmp_path)[0].lines[0].checked_on is None


def test_verified_without_a_day_is_not_checked(tmp_path: Path) -> None:
    """Nobody can say how old it is."""
    (tmp_path / "XX.json").write_text(broken_line(checked_on=None), encoding="utf-8")

    assert load(tmp_path)[0].lines[0].is_old(TODAY)


def test_a_country_named_by_other_than_two_letters_is_left_out(tmp_path: Path) -> None:
    """The word "other" is what somebody chooses whose country is not listed."""
    (tmp_path / "other.json").write_text(broken(code="other"), encoding="utf-8")

    assert load(tmp_path) == ()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_does_not_keep_the_page_waiting(tmp_path: Path) -> None:
    """Nor does a folder that looks like a file."""
    os.mkfifo(tmp_path / "XX.json")
    (tmp_path / "YY.json").mkdir()

    assert load(tmp_path) == ()


def test_the_most_lines_that_are_allowed_are_read(tmp_path: Path) -> None:
    """Twenty; with one more the file is refused."""
    (tmp_path / "XX.json").write_text(broken(lines=good()["lines"] * 20), encoding="utf-8")

    assert len(load(tmp_path)[0].lines) == 20


def test_what_cannot_be_read_is_named_in_the_log(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """The file, never what stands in it."""
    (tmp_path / "XX.json").write_text('{"secret": 1', encoding="utf-8")

    load(tmp_path)

    assert "XX.json" in caplog.text
    assert "secret" not in caplog.text
