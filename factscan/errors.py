"""Every error that factscan raises on purpose.

    FactscanError            something the user can act on; the command line prints it as one line
    ├── UsageError           options that do not go together, or a name that does not exist   (exit 2)
    ├── InputError           a source that cannot be found or read
    │   └── ModelError       a spaCy pipeline that cannot be loaded or lacks a component
    └── RunError             a run folder that is absent, incomplete, or was made with other options

A message says what happened, where (file and line if there is one), and the way out.
"""


class FactscanError(Exception):
    """Base of all errors that the user can act on."""

    exit_code = 1


class UsageError(FactscanError):
    """Options that do not go together, or a name that does not exist."""

    exit_code = 2


class InputError(FactscanError):
    """A source that cannot be found or read."""


class ModelError(InputError):
    """A spaCy pipeline that cannot be loaded, or that lacks a component."""


class RunError(FactscanError):
    """A run folder that is absent, incomplete, or was made with other options."""
