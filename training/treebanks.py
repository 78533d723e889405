"""Read the treebanks: CoNLL-U sentences, with the names that lie over them.

Names are of three types, PER, LOC and ORG. They come from three places: the UNER layer over EWT (IOB2, a file
beside each part), the ``Entity=`` brackets of GUM, and WikiGold, which has names but no trees.
"""

import gzip
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

NAME_TYPES = ("PER", "LOC", "ORG")
Span = tuple[int, int, str]  # first token, token after the last, type


@dataclass
class Word:
    """One syntactic word; ``head`` counts from 0, the root heads itself."""

    text: str
    space: bool = True
    lemma: str = ""
    upos: str = ""
    xpos: str = ""
    feats: str = ""
    head: int = -1
    dep: str = ""
    misc: str = ""


@dataclass
class Sentence:
    """A sentence; ``new_document`` says whether it begins one, ``parsed`` whether it has a tree,
    ``names_known`` whether its names are annotated at all.
    """

    words: list[Word]
    names: list[Span] = field(default_factory=list)
    new_document: bool = False
    parsed: bool = True
    names_known: bool = True


def read_treebanks(folder: Path, part: str) -> list[list[Sentence]]:
    """EWT with the names of UNER, and GUM with its own; ``part`` is train, dev or test."""
    ewt = read_conllu(folder / f"en_ewt-ud-{part}.conllu.gz", folder / f"en_ewt-ud-{part}.iob2.gz")
    return [ewt, read_conllu(folder / f"gum-free-{part}.conllu.gz")]


def read_conllu(path: Path, names_path: Path | None = None) -> list[Sentence]:
    """All sentences of a gzipped CoNLL-U file, their names from ``names_path`` or else from MISC."""
    blocks = list(_blocks(path))
    sentences = [_sentence(comments, rows) for comments, rows in blocks]
    if names_path is None:
        for sentence in sentences:
            sentence.names = gum_names(sentence.words)
        return sentences
    layer = {_sentence_id(comments): rows for comments, rows in _blocks(names_path)}
    for sentence, (comments, _) in zip(sentences, blocks, strict=True):
        rows = layer.get(_sentence_id(comments))
        names = None if rows is None else _aligned_names(sentence.words, rows)
        sentence.names_known = names is not None
        sentence.names = names or []
    return sentences


def _sentence_id(comments: list[str]) -> str:
    return next(c.partition("=")[2].strip() for c in comments if c.startswith("# sent_id"))


def documents(sentences: Iterable[Sentence]) -> Iterator[list[Sentence]]:
    """The treebank's own documents."""
    document: list[Sentence] = []
    for sentence in sentences:
        if sentence.new_document and document:
            yield document
            document = []
        document.append(sentence)
    if document:
        yield document


def read_wikigold(path: Path) -> list[Sentence]:
    """WikiGold's sentences: names without trees. Its MISC is none of our types, so no name."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        blocks = "".join(lines).split("\n\n")
    sentences = []
    for block in blocks:
        rows = [line.rsplit(" ", 1) for line in block.splitlines() if line.strip()]
        rows = [row for row in rows if row[0] != "-DOCSTART-"]
        if not rows:
            continue
        tags = [tag for _, tag in rows]
        words = [Word(text) for text, _ in rows]
        sentences.append(Sentence(words, list(_tag_spans(tags)), new_document=True, parsed=False))
    return sentences


def _blocks(path: Path) -> Iterator[tuple[list[str], list[list[str]]]]:
    comments: list[str] = []
    rows: list[list[str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                comments.append(line)
            elif line:
                rows.append(line.split("\t"))
            elif rows:
                yield comments, rows
                comments, rows = [], []
    if rows:
        yield comments, rows


def _sentence(comments: list[str], rows: list[list[str]]) -> Sentence:
    surface_ends: dict[int, bool] = {}  # last word of a multiword token -> space after it
    inside: set[int] = set()
    words: list[Word] = []
    for row in rows:
        number, misc = row[0], row[9]
        if "." in number:  # an empty node of the enhanced graph
            continue
        if "-" in number:
            first, last = map(int, number.split("-"))
            inside.update(range(first, last))
            surface_ends[last] = "SpaceAfter=No" not in misc
            continue
        index = int(number)
        space = surface_ends.get(index, "SpaceAfter=No" not in misc) and index not in inside
        head = int(row[6]) - 1
        feats = "" if row[5] == "_" else row[5]
        words.append(
            Word(row[1], space, row[2], row[3], row[4], feats, index - 1 if head < 0 else head, row[7], misc)
        )
    return Sentence(
        words,
        new_document=any(c.startswith("# newdoc") for c in comments),
    )


def _tag_spans(tags: list[str]) -> Iterator[Span]:
    """Spans of IOB2 or IO tags; types that are not ours (OTH, MISC, a stray O) count as outside."""
    start, current = 0, ""
    for index, tag in enumerate([*tags, "O"]):
        prefix, _, label = tag.partition("-")
        label = label if label in NAME_TYPES else ""
        if current and (label != current or prefix == "B"):
            yield start, index, current
            current = ""
        if label and not current:
            start, current = index, label


def _aligned_names(words: list[Word], rows: list[list[str]]) -> list[Span] | None:
    """Names of a layer whose tokens may differ from ours, by character offsets; None where the text differs
    (the layer was made over an earlier release).
    """
    ends, position = [], 0
    for word in words:
        position += len(word.text)
        ends.append(position)
    rows = [row for row in rows if "-" not in row[0] and "." not in row[0]]
    offsets, position = [], 0
    for row in rows:
        offsets.append(position)
        position += len(row[1])
    if not ends or position != ends[-1]:
        return None
    starts = [0, *ends[:-1]]
    names = []
    for first, after, label in _tag_spans([row[2] for row in rows]):
        begin, end = offsets[first], offsets[after - 1] + len(rows[after - 1][1])
        if begin in starts and end in ends:
            names.append((starts.index(begin), ends.index(end) + 1, label))
    return names


_GUM_TYPES = {"person": "PER", "place": "LOC", "organization": "ORG"}
_BRACKET = re.compile(r"\((?P<id>\d+)(?:\[\d+/\d+\])?-(?P<type>[a-z]+)[^()]*|(?P<open>\d+)(?:\[\d+/\d+\])?\)")
_LINKING = {"of", "the", "for", "and", "&", "-", "'s", "de", "von", "van"}


def gum_names(words: list[Word]) -> list[Span]:
    """Names out of GUM's entity brackets: those with a proper noun as head, cut to the run of proper nouns.

    An outer name wins over the names within it.
    """
    spans = [
        span
        for first, after, label in _gum_entities(words)
        if (span := _proper_run(words, first, after, label)) is not None
    ]
    names: list[Span] = []
    for first, after, label in sorted(set(spans), key=lambda span: (span[0] - span[1], span[0])):
        if all(after <= other[0] or first >= other[1] for other in names):
            names.append((first, after, label))
    return sorted(names)


def _gum_entities(words: list[Word]) -> Iterator[Span]:
    opened: list[tuple[str, str, int]] = []
    for index, word in enumerate(words):
        entity = next((part[7:] for part in word.misc.split("|") if part.startswith("Entity=")), "")
        for match in _BRACKET.finditer(entity):
            if match["id"]:
                opened.append((match["id"], match["type"], index))
                one_word = match.end() < len(entity) and entity[match.end()] == ")"
                closing = match["id"] if one_word else None
            else:
                closing = match["open"]
            if closing is None:
                continue
            for position in range(len(opened) - 1, -1, -1):
                if opened[position][0] == closing:
                    _, kind, first = opened.pop(position)
                    if kind in _GUM_TYPES:
                        yield first, index + 1, _GUM_TYPES[kind]
                    break


def _proper_run(words: list[Word], first: int, after: int, label: str) -> Span | None:
    """The entity's head and the proper nouns beside it that belong to it, if the head is a proper noun."""
    head = next(
        (i for i in range(first, after) if not first <= words[i].head < after or words[i].head == i), None
    )
    # "Kenyans" are persons, and no name of one
    if head is None or not _proper(words[head]) or (label == "PER" and words[head].xpos == "NNPS"):
        return None
    start, end = head, head + 1
    while start > first and (_proper(words[start - 1]) or _hyphen(words, start - 1, first)):
        start -= 1
    while end < after:
        if _proper(words[end]) or _hyphen(words, end, first):
            end += 1
            continue
        linked = end
        while linked < after and words[linked].text.lower() in _LINKING:
            linked += 1
        # "University of Portsmouth" is one name; "Mary of the Herald" is not
        if label == "PER" or linked in (end, after) or not _proper(words[linked]):
            break
        end = linked + 1
    return start, end, label


def _proper(word: Word) -> bool:
    return word.xpos in ("NNP", "NNPS")


def _hyphen(words: list[Word], index: int, first: int) -> bool:
    inside = first < index < len(words) - 1
    return inside and words[index].text == "-" and _proper(words[index - 1]) and _proper(words[index + 1])
