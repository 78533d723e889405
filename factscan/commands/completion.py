"""The command ``completion``: the script that teaches a shell to complete factscan's commands."""

import click

PROGRAM = "factscan"
VARIABLE = "_FACTSCAN_COMPLETE"
"""Set by a shell that asks for completions."""


@click.command(short_help="Complete commands, options and names in bash, zsh or fish.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]), metavar="bash|zsh|fish")
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print a script for the shell. With one of these lines in its start-up file, TAB completes what is typed:

    \b
      eval "$(factscan completion bash)"     in ~/.bashrc; bash 4.4 or newer
      eval "$(factscan completion zsh)"      in ~/.zshrc, below compinit
      factscan completion fish | source      in ~/.config/fish/config.fish

    Completed are commands, options and their choices, run folders, files, the shards and domains of a run, and the
    names of questions.
    """
    from click.shell_completion import get_completion_class

    found = get_completion_class(shell)
    assert found is not None
    click.echo(found(context.find_root().command, {}, PROGRAM, VARIABLE).source(), nl=False)
