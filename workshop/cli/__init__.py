"""The `workshop` command; each subcommand stands in its own module and is loaded only when it is used."""

import importlib
from collections.abc import Mapping

import click

from workshop import __version__

_COMMANDS: Mapping[str, str] = {
    "serve": "serve",
    "check": "check",
    "new": "new",
    "assess": "reports",
    "report": "reports",
    "demo": "reports",
    "export": "export",
    "template": "template",
}
"""Subcommand → module of this package that holds it."""


class LazyGroup(click.Group):
    """A group that imports a subcommand's module only to run it or to show its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all subcommands, in the order of use."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a subcommand; None for a name we do not have."""
        module = _COMMANDS.get(cmd_name)
        if module is None:
            return None
        found = getattr(importlib.import_module(f"workshop.cli.{module}"), cmd_name)
        assert isinstance(found, click.Command)  # noqa: S101 - a slip of ours, not of the user
        return found


@click.command(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="workshop")
def main() -> None:
    """Klantreis Workshop: van een vragenlijst naar een adviesrapport in Word.

    From a questionnaire on your customer journey to an advice report in Word.

    Exit status: 0 good, 1 mistakes found, 2 wrong use.
    """
