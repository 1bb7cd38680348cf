"""A page to learn from that has every kind of block, to spoil in tests line by line."""

from pathlib import Path

from attachcalm.learn.model import Leaflet
from attachcalm.learn.reader import read_bytes

GOOD = """\
format: 1
id: tide-and-shore
language: en
order: 5
title: Tide and shore
summary: What comes, and what stays.
seeds: [S1, S14]
author: A therapist
reviewed: 2026-03-31
sources:
  - A book of tides
blocks:
  - heading: The tide
  - paragraph: It comes in. It goes out.
  - list:
      - One wave.
      - Another wave. And a third.
  - figure: window
    title: Three bands
    labels: {above: High, inside: Between, below: Low}
    told: High, between and low.
  - note: You can stop here.
  - exercises: [long-out, five-senses]
    lead: If you like.
  - exercises: [orient-room]
"""
PATH = Path("content/pages/tide-and-shore.yaml")


def spoilt(old: str, new: str) -> bytes:
    """The good file with one thing in it changed, which must be there exactly once."""
    assert GOOD.count(old) == 1, old
    return GOOD.replace(old, new).encode("utf-8", "surrogatepass")


def leaflet_of(text: str = GOOD) -> Leaflet:
    """The leaflet of a text that has no fault."""
    reading = read_bytes(text.encode(), PATH)
    assert reading.problems == ()
    assert reading.leaflet is not None
    return reading.leaflet
