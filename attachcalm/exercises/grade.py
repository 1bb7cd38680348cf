"""How hard a text is to read: words, sentences, syllables, and the Flesch-Kincaid grade.

Kincaid and others 1975 (Research Branch Report 8-75).  Syllables are estimated for English.
"""

import re
from collections.abc import Sequence

_WORD = re.compile(r"[A-Za-z0-9]+(?:['-][A-Za-z0-9]+)*")
_END = re.compile(r"[.!?]+(?=\s|$)")
_BETWEEN = re.compile(r"(?<=[.!?])\s+|\n\s*\n")
_NO_LETTER = re.compile(r"[^a-z]")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_E = re.compile(r"(?:[^aeiouyl]|[aeiouy]l|^l)e$")  # "move" and "while", not "little"
_SILENT_ENDING = re.compile(r"[^aeiouytd]ed$|[^aeiouyscxzgl]es$")
_LONG = 3  # syllables


def words(text: str) -> list[str]:
    """The words of a text; "light-headed" and "person's" are one each."""
    return _WORD.findall(text.replace("\u2019", "'"))


def sentence_count(text: str) -> int:
    """How many sentences end in a text."""
    return len(_END.findall(text))


def sentences(text: str) -> list[str]:
    """The sentences of a text; a heading that ends without a stop is one."""
    return [part.strip() for part in _BETWEEN.split(text) if _WORD.search(part)]


def syllables(word: str) -> int:
    """An estimate, close enough for a grade: groups of vowels, less the silent e's."""
    letters = _NO_LETTER.sub("", word.lower())
    silent = bool(_SILENT_E.search(letters)) + bool(_SILENT_ENDING.search(letters))
    return max(1, len(_VOWELS.findall(letters)) - silent)


def long_words(text: str) -> list[str]:
    """The words that make a text hard: three syllables or more, each once, the longest first."""
    long = {word: syllables(word) for word in words(text)}
    return sorted((word for word in long if long[word] >= _LONG), key=lambda word: -long[word])


def reading_grade(sentences: Sequence[str]) -> float:
    """The Flesch-Kincaid grade: years of school needed to read it with ease; 0 without a word."""
    all_of_them = [word for sentence in sentences for word in words(sentence)]
    if not all_of_them:
        return 0.0
    per_sentence = len(all_of_them) / len(sentences)
    per_word = sum(map(syllables, all_of_them)) / len(all_of_them)
    return 0.39 * per_sentence + 11.8 * per_word - 15.59
