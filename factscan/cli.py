"""The command line: parses options, calls the library, prints. Whatever costs time is imported in the commands."""

import os
import signal
import sys

import click

from factscan.commands.audit import audit
from factscan.commands.call import Call
from factscan.commands.completion import PROGRAM, VARIABLE, completion
from factscan.commands.configuration import name_in_environment, read_configuration
from factscan.commands.diff import diff
from factscan.commands.estimate import estimate
from factscan.commands.facts import facts
from factscan.commands.failure import FAILURES, failed
from factscan.commands.forecast import forecast
from factscan.commands.grow import drop, merge
from factscan.commands.mix import mix
from factscan.commands.report import report
from factscan.commands.scan import scan
from factscan.commands.show import export, sample, show
from factscan.commands.sql import sql
from factscan.commands.state import build, status
from factscan.commands.version import show_versions
from factscan.engine.threads import one_blas_thread

_COMMANDS = (
    scan,
    report,
    diff,
    sql,
    show,
    sample,
    export,
    facts,
    status,
    build,
    merge,
    drop,
    mix,
    forecast,
    audit,
    estimate,
    completion,
)


def main() -> None:
    """The console script: every error that the user can act on is one line on stderr, or one JSON object."""
    one_blas_thread()  # before anything imports numpy
    signal.signal(signal.SIGTERM, _terminate)
    if VARIABLE in os.environ:
        from factscan.commands.completing import complete_names

        complete_names(cli)
    call = Call()
    try:
        code = cli.main(prog_name=PROGRAM, standalone_mode=False, obj=call)
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # "| head" has read enough
        code = 0
    except FAILURES as error:
        code = failed(error, call, sys.argv[1:])
    sys.exit(code if isinstance(code, int) else 0)


def _terminate(*_: object) -> None:
    sys.exit(128 + signal.SIGTERM)  # an exception, so that workers are ended on the way out


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=show_versions,
    help="Show the versions of factscan, its models, what it writes and what it runs on.",
)
@click.option(
    "--config",
    metavar="FILE",
    envvar="FACTSCAN_CONFIG",
    help="Options of the commands.  [default: factscan.toml in this folder, if there is one]",
)
@click.pass_context
def cli(context: click.Context, config: str | None) -> None:
    """Measure how much of what a training corpus states it states only once.

    \b
      factscan scan CORPUS… --out RUN     extract the facts and count them
      factscan report RUN                 the predicted hallucination floor of every domain and shard
      factscan sql RUN "select …"         the facts behind the figures
      factscan show RUN "Ada Lovelace"    all that is known about an entity, a prompt or a fact
      factscan facts "Oslo is the …"      see what is extracted from a text
      factscan audit RUN --sample 100 …   label a sample by hand: how many of the facts are right
      factscan estimate COUNTS            coverage and unseen names of any counts; needs no corpus

    Options may stand in factscan.toml ([report] by = "shard") and in the environment (FACTSCAN_REPORT_BY=shard). The
    command line wins over the environment, the environment over the file.

    Exit codes: 0 done, 1 failed, 2 usage, 3 finished but a shard could not be read to its end, 4 a --fail-if held,
    130 interrupted.
    """
    context.ensure_object(Call).configured = found = read_configuration(config, cli)
    context.default_map = found.values


for _command in _COMMANDS:
    cli.add_command(_command)
name_in_environment(cli)
