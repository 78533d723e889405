"""The command ``scan``: the facts of a corpus into a run folder."""

from typing import TYPE_CHECKING, Any

import click
from click.core import ParameterSource

from factscan.commands.choices import format_option
from factscan.commands.configuration import weaker
from factscan.commands.figures import compute_figures
from factscan.commands.output import PARTIAL, put, say
from factscan.commands.reading import (
    column_options,
    model_option,
    near_threshold_option,
    options,
    reading_options,
    synonyms_option,
)
from factscan.commands.volume import Volume, volume_of, volume_options
from factscan.errors import UsageError

if TYPE_CHECKING:
    from factscan.engine.pipeline import ScanJob

_EXCLUSIVE = (("out", "into"), ("sample_prompts", "sample_subjects"))

_near_options = options(
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
_sampling_options = options(
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
        "can be about one: many times faster, with wider intervals. N is estimated from one sentence in 32 to 128.",
    ),
)


@click.command(short_help="Extract the facts of a corpus and count them.")
@click.argument("sources", nargs=-1, required=True, metavar="CORPUS…")
@click.option("--out", "-o", metavar="RUN", help="Run folder to make, or to go on with.")
@click.option("--into", metavar="RUN", help="Run to add CORPUS to, with the options it was made with.")
@click.option(
    "--replace",
    is_flag=True,
    default=None,
    help="Where files have changed since they were scanned, scan them anew; with --out, also drop the shards that are "
    "gone from CORPUS and add those that are new. Without it, a job on a changed corpus is refused.",
)
@column_options
@reading_options
@model_option
@synonyms_option
@click.option("--limit", type=int, metavar="N", help="Read N documents in all, in the order of the shards.")
@click.option(
    "--workers", "-w", type=int, metavar="N", help="Processes, one model each.  [default: all cores]"
)
@click.option(
    "--evidence/--no-evidence",
    default=None,
    help="Whether to keep the sentences that state the facts.  [default: evidence]",
)
@click.option("--strict", is_flag=True, default=None, help="Stop at the first bad record.")
@_sampling_options
@click.option("--memory", metavar="SIZE", help="Memory of the final build ('2GB'); the rest spills to disk.")
@_near_options
@near_threshold_option
@click.option(
    "--dry-run",
    is_flag=True,
    help="Write nothing: say what would be read, and from a sample how long it would take and how much disk it needs.",
)
@click.option(
    "--dry-run-seconds",
    type=click.FloatRange(min=0),
    metavar="S",
    help="Time for the sample of --dry-run; 0: only say what would be read.  [default: 60]",
)
@volume_options
@format_option("text", "json", help="What is said at the end: lines on stderr, or JSON on stdout.")
@click.pass_context
def scan(
    context: click.Context,
    /,
    sources: tuple[str, ...],
    dry_run: bool,
    dry_run_seconds: float | None,
    quiet: bool,
    verbose: bool,
    form: str,
    **given: Any,
) -> int:
    """Extract the facts of CORPUS into a run folder, and count them.

    \b
    CORPUS is any number of
      files and globs      .jsonl .ndjson .csv .txt (plain, .gz, .zst) and .parquet
      folders              all such files below; a Hugging Face dataset or save_to_disk folder is recognised
      URLs                 s3:// gs:// hf:// https:// … of files, folders and globs
      hub:NAME[CONFIG]:SPLIT    a dataset of the Hugging Face hub, streamed
      job.toml             a pipeline file: the same job, written down (see pipelines/sample.toml)

    --dry-run tells beforehand what would be read, how long it would take, and how much disk it needs.

    A job that was killed is finished by running the same command again. A run can grow (--into), be joined with
    others (factscan merge) and lose shards (factscan drop): its tables are always those of one scan of what it holds.
    """
    from factscan.engine.pipeline import job_of

    if dry_run_seconds is not None and not dry_run:
        raise UsageError("--dry-run-seconds goes with --dry-run")
    volume = volume_of(quiet, verbose)
    for pair in _EXCLUSIVE:
        if weak := weaker(context, *pair):
            given[weak] = None
    by_file = {name: value for name, value in given.items() if _is_of_file(context, name)}
    asked = {name: value for name, value in given.items() if name not in by_file}
    job = job_of(sources, asked, by_file, dry=dry_run)
    if dry_run:
        return _rehearse(job, 60.0 if dry_run_seconds is None else dry_run_seconds, form, volume)
    return _scan(job, form, volume)


def _is_of_file(context: click.Context, name: str) -> bool:
    """Whether an option was given in factscan.toml, which a pipeline file overrides."""
    return context.get_parameter_source(name) is ParameterSource.DEFAULT_MAP


def _scan(job: "ScanJob", form: str, volume: Volume) -> int:
    from factscan.engine.scan import scan as run_scan
    from factscan.report.scan import scan_json, scan_summary, scan_warnings, stage_times

    result = run_scan(job.sources, job.out, job.options, volume.progress(), into=job.into)
    if form == "json":
        put(scan_json(result))
    else:
        for line in scan_summary(result):
            volume.say(line)
    volume.detail(stage_times(result))
    for line in scan_warnings(result):
        say(line)
    volume.detail("computing the figures of the report")
    compute_figures(job.out, job.options.memory)
    volume.say(f"next: factscan report {result.run}")
    return PARTIAL if result.broken else 0


def _rehearse(job: "ScanJob", seconds: float, form: str, volume: Volume) -> int:
    from factscan.engine.rehearsal import rehearse
    from factscan.report.rehearsal import rehearsal_json, rehearsal_text

    found = rehearse(job, seconds, volume.say)
    put(rehearsal_json(found) if form == "json" else rehearsal_text(found))
    return 0
