"""The command ``scan``: the facts of a corpus into a run folder."""

from typing import Any

import click

from factscan.commands.figures import compute_figures
from factscan.commands.output import PARTIAL, say
from factscan.commands.reading import (
    column_options,
    model_option,
    near_threshold_option,
    options,
    reading_options,
    synonyms_option,
)

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
@click.option("--no-evidence", is_flag=True, help="Do not keep the sentences that state the facts.")
@click.option("--strict", is_flag=True, help="Stop at the first bad record.")
@_sampling_options
@click.option("--memory", metavar="SIZE", help="Memory of the final build ('2GB'); the rest spills to disk.")
@_near_options
@near_threshold_option
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
        say(line)
    compute_figures(job.out, job.options.memory)
    return PARTIAL if result.broken else 0
