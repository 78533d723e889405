"""The command line: parses options, calls the library, prints. Whatever costs time is imported in the commands."""

import os
import signal
import sys

import click

from factscan import __version__
from factscan.commands.audit import audit
from factscan.commands.diff import diff
from factscan.commands.estimate import estimate
from factscan.commands.facts import facts
from factscan.commands.forecast import forecast
from factscan.commands.grow import drop, merge
from factscan.commands.mix import mix
from factscan.commands.output import say
from factscan.commands.report import report
from factscan.commands.scan import scan
from factscan.commands.show import export, sample, show
from factscan.commands.sql import sql
from factscan.commands.state import build, status
from factscan.engine.threads import one_blas_thread
from factscan.errors import FactscanError

INTERRUPTED = 130
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
)


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
    say(f"factscan: {' '.join(message.split())}")
    sys.exit(code)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, prog_name="factscan")
def cli() -> None:
    """Measure how much of what a training corpus states it states only once.

    \b
      factscan scan CORPUS… --out RUN     extract the facts and count them
      factscan report RUN                 the predicted hallucination floor of every domain and shard
      factscan sql RUN "select …"         the facts behind the figures
      factscan show RUN "Ada Lovelace"    all that is known about an entity, a prompt or a fact
      factscan facts "Oslo is the …"      see what is extracted from a text
      factscan audit RUN --sample 100 …   label a sample by hand: how many of the facts are right
      factscan estimate COUNTS            coverage and unseen names of any counts; needs no corpus

    Exit codes: 0 done, 1 failed, 2 usage, 3 finished but a shard could not be read to its end, 4 a condition of
    --fail-if held, 130 interrupted.
    """


for _command in _COMMANDS:
    cli.add_command(_command)
