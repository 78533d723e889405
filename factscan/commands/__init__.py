"""The commands of the command line; ``factscan.cli`` is their group."""
