"""Stories that are told in dialogue: what their persons say states nothing of the world."""

import re
from collections import Counter
from collections.abc import Sequence

_PARAGRAPH = re.compile(r"(?m)^[^\S\n]*(?=\S)")
_SPOKEN = re.compile(r"(?m)^[^\S\n]*[\"“„«‘—][^\W\d]")
_SPEAKER = re.compile(
    r"(?m)^[^\S\n]*([A-Z][A-Z .'’-]{0,30}(?=[.:])|[A-Z][A-Za-z .'’-]{0,30}(?=:))[.:]\s+(?=\S)"
)
_SHARE = 0.12  # of the paragraphs of a story begin with a quotation mark
_LEAST = 4
_TURNS = 3  # times that each of two speakers has the word in a script
_SCRIPT_SHARE = 0.4

_EXCLAIMED = ("!", "?", "…")
_TOLD = re.compile(
    r" (?:he|she|they|I|said|asked|cried|replied|exclaimed|shouted|whispered|answered|muttered|called|continued|added"
    r"|thought|inquired|returned|repeated|began|interrupted|murmured|remarked|laughed|sighed|screamed|yelled)\b"
)
_CLOSING = '"”»“'
_END_OF_SPEECH = frozenset(".,!?…—-;:")


def is_story(text: str) -> bool:
    """Whether paragraph after paragraph begins with somebody speaking."""
    spoken = len(_SPOKEN.findall(text))
    return spoken >= _LEAST and spoken >= _SHARE * len(_PARAGRAPH.findall(text))


def is_script(text: str) -> bool:
    """Whether a text is a play or an interview: lines headed by the names of those who speak, turn after turn."""
    turns = Counter(_SPEAKER.findall(text))
    spoken = sum(times for times in turns.values() if times >= _TURNS)
    speakers = sum(times >= _TURNS for times in turns.values())
    return speakers >= 2 and spoken >= _SCRIPT_SHARE * len(_PARAGRAPH.findall(text))


def holds_exclamation(sentence: str, quoted: Sequence[tuple[int, int]]) -> bool:
    """Whether somebody cries or asks something and a verb of saying follows: “Come here!” she called."""
    return any(
        end > 1 and sentence[end - 2 : end - 1] in _EXCLAIMED and _TOLD.match(sentence, end)
        for _, end in quoted
    )


def holds_speech(sentence: str, inside: Sequence[tuple[int, int]]) -> bool:
    """Whether one of the quoted spans (offsets in the sentence) is somebody's words in a story.

    A span that reaches beyond the sentence is; so is one that ends with a mark of speech.
    """
    for start, end in inside:
        if start < 0 or end > len(sentence) or sentence[end - 1] not in _CLOSING:
            return True
        if end - start > 2 and sentence[end - 2 : end - 1] in _END_OF_SPEECH:
            return True
    return False
