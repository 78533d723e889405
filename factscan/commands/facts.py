"""The command ``facts``: what is found in a text or a file."""

import sys
from pathlib import Path
from typing import Any

import click

from factscan.commands.choices import format_option
from factscan.commands.output import PARTIAL, put, say
from factscan.commands.reading import column_options, model_option, reading_options, synonyms_option
from factscan.errors import InputError, UsageError

_LONGEST_NAME = 250


@click.command(short_help="Print the facts that are found in a text or a file.")
@click.argument("text_or_file", metavar="TEXT|FILE")
@click.option(
    "--view",
    type=click.Choice(["minimal", "open"]),
    default="minimal",
    show_default=True,
    help="minimal: subject, relation, object. open: the words of each clause, with all its arguments.",
)
@format_option("text", "jsonl", "tsv")
@click.option("--lines", is_flag=True, help="Each line of FILE is a text of its own.")
@click.option(
    "--all", "everything", is_flag=True, help="Also what is stated but not asserted, with its flags."
)
@click.option(
    "--subjects", metavar="KINDS", help="Only facts about these: name,topic,concept.  [default: all]"
)
@click.option("--title", default="", help="Title of the text: what it is about.")
@column_options
@reading_options
@model_option
@synonyms_option
def facts(
    text_or_file: str,
    view: str,
    form: str,
    lines: bool,
    everything: bool,
    subjects: str | None,
    title: str,
    model: str | None,
    synonyms: str | None,
    **columns: Any,
) -> int:
    """Print the facts found in a text, a text file, or a file of documents (JSONL, Parquet, CSV), with their evidence.

    "-" is standard input: a text, or JSON Lines where it begins with "{"; with --lines, a text a line.

    \b
    --view minimal --format text, jsonl   the facts as a scan keys them: canonical names, dates, relations
    --view open --format text, jsonl      relation phrases and arguments in the words of the text
    --format tsv                          either view in the words of the text, asserted statements only:
                                          text, confidence, relation, arg1, arg2, … (with --all: flags last)
    """
    from factscan.corpus import Reject
    from factscan.engine import facts as found_in
    from factscan.engine.pipeline import read_options
    from factscan.figures.settings import SUBJECT_KINDS, subject_kinds
    from factscan.report.facts import shown_facts, shown_statements

    stated = view if view == "open" or form == "tsv" else None
    if stated and subjects:
        raise UsageError("--subjects chooses among keyed facts: use it with --view minimal and text or jsonl")
    is_stream = text_or_file == "-"
    is_file = not is_stream and _names_a_file(text_or_file)
    if lines and not (is_file or is_stream):
        raise UsageError(f"--lines reads a file, and {text_or_file[:40]!r} is none")
    extractor = found_in.extractor_of(model, synonyms, stated)
    if is_stream and lines:
        records = found_in.facts_of_line_stream(sys.stdin.buffer, extractor, title)
    elif is_stream:
        records = found_in.facts_of_stream(sys.stdin.buffer, read_options(columns), extractor, title)
    elif lines:
        records = found_in.facts_of_lines(text_or_file, extractor, title)
    elif is_file:
        records = found_in.facts_of(text_or_file, read_options(columns), extractor, title)
    else:
        records = found_in.plain_text(text_or_file, extractor, title)
    kinds = subject_kinds(subjects) if subjects else SUBJECT_KINDS
    code = 0
    for found in records:
        if isinstance(found.record, Reject):
            say(f"factscan: {found.shard}, {found.record.place}: {found.record.reason}")
            code = PARTIAL if found.record.fatal else code
            continue
        if stated:
            statements = [s for s in found.statements if everything or s.asserted]
            shown = shown_statements(found.record, statements, form, flags=everything, lines=lines)
        else:
            mentions = [m for m in found.mentions if (everything or m.asserted) and m.subject_kind in kinds]
            shown = shown_facts(found.record, mentions, form, flags=everything)
        for line in shown:
            put(line)
    return code


def _names_a_file(text: str) -> bool:
    """Whether an argument is a file rather than a text.

    Raises:
        InputError: it looks like a file's name, and there is none.
    """
    if len(text) > _LONGEST_NAME or "\0" in text:
        return False
    path = Path(text)
    if path.is_file():
        return True
    if path.is_dir():
        raise InputError(f"{text} is a folder: name one file, or 'factscan scan {text} --out RUN'")
    if len(text.split()) == 1 and (path.suffix not in ("", ".") or "/" in text):
        raise InputError(f"there is no file {text}")
    return False
