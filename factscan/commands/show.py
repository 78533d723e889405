"""The commands ``show``, ``sample`` and ``export``: the facts behind the figures."""

from typing import TYPE_CHECKING, Any

import click

from factscan.commands.choices import dedup_option, format_option, subjects_option, unit_option
from factscan.commands.output import on_terminal, put, say, shown_lines
from factscan.errors import UsageError

if TYPE_CHECKING:
    from factscan.run import Run

domain_option = click.option("--domain", metavar="NAME", help="Only what this domain states.")


@click.command(short_help="All that a run knows about an entity, a prompt or a fact.")
@click.argument("run", metavar="RUN")
@click.argument("what", nargs=-1, required=True, metavar="ENTITY|PROMPT|FACT")
@click.option("--domain", metavar="NAME", help="Only sentences of this domain.")
@click.option(
    "--limit",
    "-n",
    type=click.IntRange(min=0),
    metavar="N",
    help="How many sentences of a prompt, or prompts of an entity.  [default: 12, 40]",
)
@format_option("table", "json")
@unit_option
@dedup_option
@subjects_option
def show(
    run: str,
    what: tuple[str, ...],
    domain: str | None,
    limit: int | None,
    form: str,
    subjects: str,
    **choices: Any,
) -> None:
    """Show what is known about an entity, a prompt or a fact: answers, counts, and the sentences that say so.

    \b
      factscan show RUN "Ada Lovelace"                     an entity: its prompts with their counts
      factscan show RUN "Ada Lovelace / birth date"        a prompt: its answers, by domain, with sentences
      factscan show RUN "Ada Lovelace" "birth date" 1815   a fact: the sentences that state it
      factscan show RUN 2748698126524997425                a prompt or a fact by its id

    The words of a fact stand in ⟦ ⟧ in its sentence.

    Names are matched as the extractor keys them: case, accents, titles and articles do not matter. What is unknown is
    answered with what is near. Mentions that do not count, copies for one, are shown last and say why.
    """
    from factscan.figures.settings import Settings, subject_kinds
    from factscan.report.known import known_json, known_text

    settings = Settings(subjects=subject_kinds(subjects), **choices)
    known = _opened(run).show(*what, domain=domain, limit=limit, settings=settings).known
    if form == "json":
        put(known_json(known))
    else:
        click.echo(known_text(known, on_terminal()))


@click.command(short_help="Draw facts to look at, with their sentences.")
@click.argument("run", metavar="RUN")
@click.option("--singletons", is_flag=True, help="Prompts that one document alone states.")
@click.option("--frequent", is_flag=True, help="The prompts that most documents state.")
@domain_option
@click.option("--size", "-n", type=int, default=20, show_default=True, metavar="N", help="How many.")
@click.option("--seed", type=int, default=0, show_default=True, help="Another seed, another sample.")
@format_option("table", "json", "jsonl", "csv")
@unit_option
@dedup_option
@subjects_option
def sample(
    run: str,
    singletons: bool,
    frequent: bool,
    domain: str | None,
    size: int,
    seed: int,
    form: str,
    subjects: str,
    **choices: Any,
) -> None:
    """Draw facts of a run, each with a sentence that states it; the words of the fact stand in ⟦ ⟧.

    \b
      factscan sample RUN                                   mentions that count, each as likely as any other
      factscan sample RUN --singletons --domain law -n 20   prompts that one document alone states, one mention each
      factscan sample RUN --frequent                        the prompts that most documents state

    Drawn by hash: the same seed draws the same from the same tables on any machine, and a larger sample begins with the
    smaller one.
    """
    from factscan.figures.settings import Settings, subject_kinds
    from factscan.report.drawn import render_drawn

    if singletons and frequent:
        raise UsageError("use just one of --singletons and --frequent")
    settings = Settings(subjects=subject_kinds(subjects), **choices)
    rows = _opened(run).sample(
        size,
        of="singletons" if singletons else "frequent" if frequent else "mentions",
        domain=domain,
        seed=seed,
        settings=settings,
    )
    shown = render_drawn(rows.to_pylist(), form, on_terminal())
    (click.echo if form == "table" else put)(shown)


@click.command(short_help="Write singletons, gaps or prompts into a file.")
@click.argument("run", metavar="RUN")
@click.option(
    "--what",
    type=click.Choice(["singletons", "gaps", "prompts"]),
    required=True,
    help="singletons: facts whose prompt one document alone states. gaps: those whose subject other documents speak "
    "of. prompts: all that count.",
)
@format_option("parquet", "jsonl", "csv", "datasets")
@click.option(
    "--out",
    required=True,
    metavar="PATH",
    help="The file, or with datasets the folder, to write; - for stdout.",
)
@domain_option
@click.option("--limit", "-n", type=int, metavar="N", help="Only the first N rows.  [default: all]")
@unit_option
@dedup_option
@subjects_option
def export(
    run: str,
    what: Any,
    form: Any,
    out: str,
    domain: str | None,
    limit: int | None,
    subjects: str,
    **choices: Any,
) -> None:
    """Write what the figures are made of into a file, for other tools and for work on the data.

    \b
      factscan export RUN --what gaps -n 1000 --format csv --out gaps.csv
      factscan export RUN --what singletons --domain law --format jsonl --out - | head
      factscan export RUN --what prompts --format datasets --out prompts/    datasets.load_from_disk("prompts/")

    A gap is a prompt that one document alone states, though other documents speak of its subject: the subjects that
    most documents speak of come first. It is where one more document teaches most: the question is likely to be asked,
    its answer is known and can be checked in the sentence that is written beside it, and a second document that states
    it takes it out of the missing mass. What subjects of the same kind have and a subject lacks is no gap: nothing in a
    corpus says that there is an answer.

    Rows are streamed, so memory does not grow with the run; a file is there whole or not at all.
    """
    from factscan.figures.settings import Settings, subject_kinds

    settings = Settings(subjects=subject_kinds(subjects), **choices)
    target = shown_lines() if out == "-" else out
    done = _opened(run).export(what, target, form, domain=domain, limit=limit, settings=settings)
    say(f"{done.rows:,} row{'' if done.rows == 1 else 's'} written" + (f" to {out}" if out != "-" else ""))


def _opened(path: str) -> "Run":
    """The run; where its rows are a sample, stderr says so."""
    import factscan

    run = factscan.open(path)
    if run.sampling:
        say(
            f"factscan: the run keeps {run.sampling.rate} of its {run.sampling.by}, and knows nothing of the others"
        )
    return run
