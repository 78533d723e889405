"""Signs of text that is no prose but cells of a table, markup or code."""

import re

_CELL = re.compile(r"\||\t|(?<=\S) {3,}(?=\S)")
_RULED = re.compile(r"[=+-]{4,}[\s=+|-]*[=+|-]{2,}")
_FIGURES = re.compile(r"(?<!\S)[(+-]?[$€£]?\d[\d.,:/%–-]*\)?[;,]?(?!\S)")
_CELLS = 2
_MOST_FIGURES = 0.5  # of the words and figures of a sentence

_MARKUP = re.compile(
    r"</?[a-z][a-z0-9]*(?:\s[^<>]{0,200})?/?>|&[a-z]{2,6};|&#\d+;|https?://|\bwww\.|\w@\w+\.\w"
    r"|\[\[|\]\]|\{\{|\}\}|\{\||\|\}|'{3}|={2,}\s|``(?=\S)|(?<=\S)``|~~|\\[a-z]+\{|\\(?:frac|sum|int|left|right|displaystyle|mathbf)\b"
    r"|[\"']\w+[\"']\s*:\s*[\"\[{\d]|\b\w+=[\"'\w]|\b(?:bar|from|till|text|color|align|width|style):\w"
    r"|\.(?:jpe?g|png|svg|gif|ogg)\b|[{}<>\\]"
)
_MARKUP_SHARE = 0.1  # of the words

_STATEMENT = re.compile(
    r"\s*(?:>>>|\.\.\. |#include|#!|def \w+\(|class \w+[(:]|from [\w.]+ import |import [\w.]+(?: as \w+)?\Z|@\w+\()"
)
_CODE = re.compile(
    r"(?m)^[ \t]*(?:\$ |return\b|elif |else:|try:|except\b.*:$|@\w+(?:\(|$)"
    r"|(?:public|private|static|void|const|let|var) )"
    r"|[;{]$|\):$|(?:==|!=|\+=|-=|:=|->|=>|::|&&|\|\||//|/\*|\*/)|\s=\s|\w\(\w+=|\bself\.|%[sdr]\b|\blambda\b"
)
_IDENTIFIER = re.compile(r"_\w|\w\(\)|\w\[\w+\]|\w\.\w+\(|\bNone\b|\b[a-z]+\.[a-z]{2,}")
_CODE_SHARE = 0.17  # of the words; names of a program alone make no program where English joins them
_ENGLISH_SHARE = 0.2


def is_table(text: str, words: int) -> bool:
    """Whether a sentence is cells: bars or tabs between its words, a ruled line, or figures more than words."""
    if len(_CELL.findall(text)) >= _CELLS or _RULED.match(text):
        return True
    figures = len(_FIGURES.findall(text))
    return figures >= 3 and figures > _MOST_FIGURES * (figures + words)


def is_markup(text: str, words: int) -> bool:
    """Whether marks of HTML, of a wiki, of LaTeX or of JSON stand among too few words."""
    return len(_MARKUP.findall(text)) > _MARKUP_SHARE * words


def is_code(text: str, words: int, english: int) -> bool:
    """Whether a sentence is program text: statements, operators and calls among too few words.

    ``english``: how many of the words are function words of English.
    """
    if _STATEMENT.match(text):
        return True
    signs = len(_CODE.findall(text))
    if english < _ENGLISH_SHARE * words:
        signs += len(_IDENTIFIER.findall(text))
    return signs > _CODE_SHARE * words
