"""What is known of a call of the command line beyond its own options; click hands it on as ``Context.obj``."""

from dataclasses import dataclass, field

from factscan.commands.configuration import Configured


@dataclass(slots=True)
class Call:
    """``form``: the value of --format, once it is read; ``configured``: the options of a file."""

    form: str | None = None
    configured: Configured = field(default_factory=Configured)
