"""The command line: parses options, calls the library, prints. Whatever costs time is imported in the commands."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factscan import __version__
from factscan.commands.audit import audit
from factscan.commands.choices import dedup_option, scope_option, subjects_option, unit_option
from factscan.commands.estimate import estimate
from factscan.commands.forecast import forecast
from factscan.commands.grow import drop, merge
from factscan.commands.mix import mix
from factscan.commands.output import put
from factscan.engine.threads import one_blas_thread
from factscan.errors import FactscanError, InputError, UsageError

if TYPE_CHECKING:
    from factscan.audit.item import Item

F = TypeVar("F", bound=Callable[..., Any])

PARTIAL = 3
_LONGEST_NAME = 250
INTERRUPTED = 130


def main() -> None:
    """The console script: every error that the user can act on is one line on stderr."""
    one_blas_thread()  # before anything imports numpy
    signal.signal(signal.SIGTERM, _terminate)
    try:
        code = cli.main(standalone_mode=False)
        sys.stdout.flush()
        sys.exit(code if isinstance(code, int) else 0)
    except FactscanError as error:
        _fail(str(error), error.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        _fail("interrupted; what was finished is kept, the same command goes on from there", INTERRUPTED)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # "| head" has read enough
        sys.exit(0)
    except OSError as error:
        _fail(f"{error.strerror or error}: {error.filename or 'input or output'}", 1)


def _terminate(*_: object) -> None:
    sys.exit(128 + signal.SIGTERM)  # an exception, so that workers are ended on the way out


def _fail(message: str, code: int) -> None:
    _say(f"factscan: {' '.join(message.split())}")
    sys.exit(code)


def _say(message: str) -> None:
    """A line on stderr; names in it may come from the corpus, so control characters are shown as such."""
    from factscan.report.grid import visible

    click.echo(visible(message), err=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="factscan")
def cli() -> None:
    """Measure how much of what a training corpus states it states only once.

    \b
      factscan scan CORPUS… --out RUN     extract the facts and count them
      factscan report RUN                 the predicted hallucination floor of every domain and shard
      factscan sql RUN "select …"         the facts behind the figures
      factscan facts "Oslo is the …"      see what is extracted from a text
      factscan audit RUN --sample 100 …   label a sample by hand: how many of the facts are right
      factscan estimate COUNTS            coverage and unseen names of any counts; needs no corpus

    Exit codes: 0 done, 1 failed, 2 usage, 3 finished but a shard could not be read to its end, 130 interrupted.
    """


cli.add_command(audit)
cli.add_command(drop)
cli.add_command(forecast)
cli.add_command(estimate)
cli.add_command(merge)
cli.add_command(mix)


def _options(*decorators: Callable[[F], F]) -> Callable[[F], F]:
    def apply(command: F) -> F:
        for decorator in reversed(decorators):
            command = decorator(command)
        return command

    return apply


_column_options = _options(
    click.option("--text-column", metavar="COLUMN", help="Column of the text.  [default: text, content]"),
    click.option("--id-column", metavar="COLUMN", help="Column of the id.  [default: id, doc_id, url]"),
    click.option(
        "--title-column", metavar="COLUMN", help="Column of the title.  [default: title, else the URL's end]"
    ),
    click.option("--source-column", metavar="COLUMN", help="Column of the source.  [default: source]"),
    click.option("--url-column", metavar="COLUMN", help="Column of the URL.  [default: url]"),
    click.option(
        "--domain",
        metavar="RULE",
        help="Label that the report groups by: auto (column 'domain', else the first folder below the source), "
        "column:NAME, host (of the URL), folder, =NAME (one name for all).  [default: auto]",
    ),
)


_reading_options = _options(
    click.option(
        "--max-record",
        metavar="SIZE",
        help="Reject records that are longer: what bounds the memory of reading.  [default: 256MiB]",
    ),
    click.option(
        "--max-expansion",
        type=click.IntRange(min=1),
        metavar="RATIO",
        help="Cut compressed files that become more than RATIO times their size, 256 MiB aside.  [default: 250]",
    ),
    click.option(
        "--retries",
        type=click.IntRange(min=0),
        metavar="N",
        help="How often a read over the network is tried again before it is given up.  [default: 8]",
    ),
)


_model_option = click.option(
    "--model",
    metavar="NAME_OR_PATH",
    help="spaCy pipeline to parse with: en_factscan (the more accurate), en_factscan_fast, any that is installed, or a "
    "folder.  [default: en_factscan]",
)
_synonyms_option = click.option(
    "--synonyms", metavar="FILE", help="Table of wordings and their relations, laid over the shipped one."
)


_near_options = _options(
    click.option(
        "--near-shingle",
        type=int,
        metavar="WORDS",
        help="Near-duplicates share runs of WORDS words: fewer find copies that were edited word by word, more only "
        "what was copied in whole sentences.  [default: 5]",
    ),
    click.option(
        "--near-permutations",
        type=int,
        metavar="N",
        help="Values of the signature that proposes pairs of near-duplicates, 4 bytes each: with more of them fewer "
        "strangers are compared.  [default: 128]",
    ),
)
_near_threshold_option = click.option(
    "--near-threshold",
    type=float,
    metavar="SHARE",
    help="Near-duplicates have at least this share of their runs of words in common (shared by both / in either). "
    "One word in 45 changed leaves .8, and so does one paragraph in five dropped. 'factscan build' can choose another "
    "later.  [default: 0.8]",
)


_sampling_options = _options(
    click.option(
        "--sample-prompts",
        metavar="1/N",
        help="Keep one in N prompts, with all its mentions: tables N times smaller, the same figures with wider "
        "intervals. Everything is parsed, and the mentions of every document are counted exactly.",
    ),
    click.option(
        "--sample-subjects",
        metavar="1/N",
        help="Keep one in N subjects that are names or topics, with all their facts, and parse only the sentences that "
        "can be about one: many times faster, with wider intervals. N is estimated from one sentence in 32.",
    ),
)


def _format_option(*forms: str) -> Callable[[F], F]:
    """The option --format; the first of ``forms`` is the default."""
    choice = click.Choice(forms)
    return click.option("--format", "form", type=choice, default=forms[0], show_default=True, help="Output.")


@cli.command(short_help="Extract the facts of a corpus and count them.")
@click.argument("sources", nargs=-1, required=True, metavar="CORPUS…")
@click.option("--out", "-o", metavar="RUN", help="Run folder to make, or to go on with.")
@click.option("--into", metavar="RUN", help="Run to add CORPUS to, with the options it was made with.")
@click.option(
    "--replace",
    is_flag=True,
    help="Where files have changed since they were scanned, scan them anew; with --out, also drop the shards that are "
    "gone from CORPUS and add those that are new. Without it, a job on a changed corpus is refused.",
)
@_column_options
@_reading_options
@_model_option
@_synonyms_option
@click.option("--limit", type=int, metavar="N", help="Read N documents in all, in the order of the shards.")
@click.option(
    "--workers", "-w", type=int, metavar="N", help="Processes, one model each.  [default: all cores]"
)
@click.option("--no-evidence", is_flag=True, help="Do not keep the sentences that state the facts.")
@click.option("--strict", is_flag=True, help="Stop at the first bad record.")
@_sampling_options
@click.option("--memory", metavar="SIZE", help="Memory of the final build ('2GB'); the rest spills to disk.")
@_near_options
@_near_threshold_option
@click.option("--quiet", "-q", is_flag=True, help="No progress.")
def scan(sources: tuple[str, ...], quiet: bool, **given: Any) -> int:
    """Extract the facts of CORPUS into a run folder, and count them.

    \b
    CORPUS is any number of
      files and globs      .jsonl .ndjson .csv .txt (plain, .gz, .zst) and .parquet
      folders              all such files below; a Hugging Face dataset or save_to_disk folder is recognised
      URLs                 s3:// gs:// hf:// https:// … of files, folders and globs
      hub:NAME[CONFIG]:SPLIT    a dataset of the Hugging Face hub, streamed
      job.toml             a pipeline file: the same job, written down (see pipelines/sample.toml)

    A job that was killed is finished by running the same command again. A run can grow (--into), be joined with
    others (factscan merge) and lose shards (factscan drop): its tables are always those of one scan of what it holds.
    """
    from factscan.engine.pipeline import job_of
    from factscan.engine.progress import Progress, terminal_progress
    from factscan.engine.scan import scan as run_scan
    from factscan.report.scan import scan_summary

    given["evidence"] = False if given.pop("no_evidence") else None
    for flag in ("strict", "replace"):
        given[flag] = given[flag] or None
    job = job_of(sources, given)
    progress = Progress() if quiet else terminal_progress()
    result = run_scan(job.sources, job.out, job.options, progress, into=job.into)
    for line in scan_summary(result):
        _say(line)
    return PARTIAL if result.broken else 0


@cli.command(short_help="The predicted floors, as a table.")
@click.argument("run", metavar="RUN")
@click.option(
    "--by",
    type=click.Choice(["domain", "shard", "relation"]),
    default="domain",
    show_default=True,
    help="Rows.",
)
@_format_option("table", "json", "csv", "md")
@unit_option
@scope_option
@dedup_option
@subjects_option
@click.option(
    "--delta", type=float, default=0.0, show_default=True, help="Assumed miscalibration, for the bound."
)
@click.option(
    "--audit",
    "audit_file",
    metavar="FILE",
    help="Labelled mentions ('factscan audit RUN --sample K'): adds the figures corrected for extraction errors.",
)
@click.option(
    "--pool-under",
    type=int,
    default=100,
    show_default=True,
    help="Report domains with fewer mentions as one, if they are many; 0: never.",
)
def report(run: str, by: Any, form: str, subjects: str, audit_file: str | None, **choices: Any) -> None:
    """Print the floors of a run: overall and by domain, shard or relation. JSON always carries all of them.

    Nothing is parsed again: every choice is made over the tables.
    """
    import factscan
    from factscan.figures.settings import Settings, subject_kinds
    from factscan.report import as_csv, as_json, as_markdown, as_table

    opened, settings = factscan.open(run), Settings(subjects=subject_kinds(subjects), **choices)
    figures = opened.report(settings, audit=_labelled(audit_file, opened.identity))
    match form:
        case "json":
            put(as_json(figures))
        case "csv":
            put(as_csv(figures, by))
        case "md":
            click.echo(as_markdown(figures, by))
        case _:
            click.echo(as_table(figures, by, pretty=sys.stdout.isatty() and "NO_COLOR" not in os.environ))


def _labelled(path: str | None, run: str) -> "list[Item] | None":
    from factscan.audit.files import read_items

    return None if path is None else read_items(Path(path), run)


@cli.command(short_help="Query the tables of a run.")
@click.argument("run", required=False, metavar="RUN")
@click.argument("query", required=False, metavar="[SQL]")
@click.option(
    "--query", "-q", "name", metavar="NAME", help="A named question instead of SQL; --list shows them."
)
@click.option("--param", "-p", "params", multiple=True, metavar="NAME=VALUE", help="Parameter of the query.")
@_format_option("table", "json", "csv")
@click.option("--list", "listing", is_flag=True, help="List the named questions and their parameters.")
def sql(
    run: str | None, query: str | None, name: str | None, params: tuple[str, ...], form: str, listing: bool
) -> None:
    """Run one query over the tables, read only and shut off from everything outside the run.

    \b
      factscan sql RUN "select relation, count(*) from prompts group by all order by 2 desc limit 10"
      factscan sql RUN --query singletons --param domain=law
      factscan sql RUN "describe mentions"
    """
    import factscan
    from factscan.report.rows import render_rows
    from factscan.store.queries import query as named

    if listing:
        _list_queries()
        return
    if run is None:
        raise UsageError("say which run: factscan sql RUN …")
    if (query is None) == (name is None):
        raise UsageError("give either SQL or --query NAME (see --list)")
    given = dict(_parameter(item) for item in params)
    if name is not None:
        question = named(name)
        table = factscan.open(run).sql(question.text, question.bind(given))
    else:
        table = factscan.open(run).sql(query or "", given)
    shown = render_rows(table, form, pretty=sys.stdout.isatty())
    (click.echo if form == "table" else put)(shown)


def _parameter(item: str) -> tuple[str, str]:
    name, equals, value = item.partition("=")
    if not equals or not name.isidentifier():
        raise UsageError(f"--param takes NAME=VALUE, not {item!r}")
    return name, value


def _list_queries() -> None:
    from factscan.store.queries import query, query_names

    for name in query_names():
        question = query(name)
        click.echo(f"{name:16} {question.title}")
        for parameter in question.parameters:
            default = "required" if parameter.required else f"default {parameter.default or 'all'}"
            click.echo(f"{'':18}--param {parameter.name}=…  {parameter.help} ({default})")


@cli.command(short_help="Print the facts that are found in a text or a file.")
@click.argument("text_or_file", metavar="TEXT|FILE")
@click.option(
    "--view",
    type=click.Choice(["minimal", "open"]),
    default="minimal",
    show_default=True,
    help="minimal: subject, relation, object. open: the words of each clause, with all its arguments.",
)
@_format_option("text", "jsonl", "tsv")
@click.option("--lines", is_flag=True, help="Each line of FILE is a text of its own.")
@click.option(
    "--all", "everything", is_flag=True, help="Also what is stated but not asserted, with its flags."
)
@click.option(
    "--subjects", metavar="KINDS", help="Only facts about these: name,topic,concept.  [default: all]"
)
@click.option("--title", default="", help="Title of the text: what it is about.")
@_column_options
@_reading_options
@_model_option
@_synonyms_option
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

    \b
    --view minimal --format text, jsonl   the facts as a scan keys them: canonical names, dates, relations
    --view open --format text, jsonl      relation phrases and arguments in the words of the text
    --format tsv                          either view in the words of the text, asserted statements only:
                                          text, confidence, relation, arg1, arg2, … (with --all: flags last)
    """
    from factscan.corpus import Reject
    from factscan.engine.facts import extractor_of, facts_of, facts_of_lines, plain_text
    from factscan.engine.pipeline import read_options
    from factscan.figures.settings import SUBJECT_KINDS, subject_kinds
    from factscan.report.facts import shown_facts, shown_statements

    stated = view if view == "open" or form == "tsv" else None
    if stated and subjects:
        raise UsageError("--subjects chooses among keyed facts: use it with --view minimal and text or jsonl")
    is_file = _names_a_file(text_or_file)
    if lines and not is_file:
        raise UsageError(f"--lines reads a file, and {text_or_file[:40]!r} is none")
    extractor = extractor_of(model, synonyms, stated)
    if lines:
        records = facts_of_lines(text_or_file, extractor, title)
    elif is_file:
        records = facts_of(text_or_file, read_options(columns), extractor, title)
    else:
        records = plain_text(text_or_file, extractor, title)
    kinds = subject_kinds(subjects) if subjects else SUBJECT_KINDS
    code = 0
    for found in records:
        if isinstance(found.record, Reject):
            _say(f"factscan: {found.shard}, {found.record.place}: {found.record.reason}")
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


@cli.command(short_help="How far a run has come.")
@click.argument("run", metavar="RUN")
@_format_option("table", "json")
def status(run: str, form: str) -> None:
    """Show the shards of a run, finished and missing, and whether its database is built."""
    import factscan
    from factscan.report.status import status_json, status_table

    found = factscan.open(run).status()
    put(status_json(found) if form == "json" else status_table(found, run))


@cli.command(short_help="Make the database of a run anew from its parts.")
@click.argument("run", metavar="RUN")
@click.option("--memory", metavar="SIZE", help="Memory of the build ('2GB'); the rest spills to disk.")
@_near_threshold_option
def build(run: str, memory: str | None, near_threshold: float | None) -> None:
    """Make factscan.duckdb anew from the finished shards of RUN. The parts stay as they are.

    A --near-threshold that is given here holds for later builds of the run too, as 'drop' and 'scan --into' make them.
    """
    from factscan.engine.rebuild import rebuild

    finished = rebuild(run, memory, near_threshold)
    click.echo(f"built from {len(finished):,} finished shards", err=True)
