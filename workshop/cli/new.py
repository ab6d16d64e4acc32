"""`workshop new`: the folder of a questionnaire of one's own, ready to be changed."""

import sys
from pathlib import Path

import click

from workshop import resources
from workshop.cli.ready import FOUND, MISUSE, own_words, stop, workshop
from workshop.content.starter import EXAMPLE, Refusal, make, refusal


@click.command()
@click.argument("name")
@click.option(
    "--folder",
    type=click.Path(file_okay=False, path_type=Path),
    help="Map met vragenlijsten. Folder of questionnaires (default: WORKSHOP_QUESTIONNAIRES, else ./questionnaires).",
)
def new(name: str, folder: Path | None) -> None:
    """Maak een eigen vragenlijst. Make a questionnaire of your own.

    NAME becomes the name of its folder and its id, such as my-scan; a complete small example stands in it.
    """
    shop = workshop()
    words = own_words(shop)
    target = (folder or shop.settings.questionnaires or Path("questionnaires")) / name
    found = refusal(name, target, shop.questionnaires())
    if found is not None:
        status = FOUND if found is Refusal.EXISTS else MISUSE
        stop(words(f"cli.new.{found}", name=name, folder=str(target)), status)
    try:
        written = make(resources.folder("templates") / "questionnaire" / EXAMPLE, target)
    except OSError as error:
        stop(words("cli.new.not_written", folder=str(target), reason=error.strerror or str(error)), FOUND)
    click.echo(words.plural("cli.new.made", len(written), folder=str(target)))
    for step in ("change", "check", "serve"):
        click.echo(words(f"cli.new.{step}", folder=str(target), program=program()))


def program() -> str:
    """Return what is typed to run the workshop here: a checkout has its own starter."""
    if resources.checkout() is None:
        return "workshop"
    return "py start.py" if sys.platform == "win32" else "python3 start.py"
