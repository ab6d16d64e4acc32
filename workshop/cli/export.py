"""`workshop export`: the answers of one dossier as a file that can be read in again."""

from pathlib import Path

import click

from workshop.cli.ready import FOUND, own_words, stop, workshop
from workshop.domain.dossier import DossierError


@click.command()
@click.argument("dossier", required=False)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Uitvoer. Where to write it.")
def export(dossier: str | None, output: Path | None) -> None:
    """Schrijf de antwoorden van een dossier als JSON. Write the answers of a dossier as JSON.

    DOSSIER is the id in the address of its pages (/d/DOSSIER/); without it all dossiers are listed.
    """
    shop = workshop()
    words = own_words(shop)
    if not shop.settings.database.is_file():
        stop(words("cli.export.no_data", folder=str(shop.settings.data)), FOUND)
    try:
        kept = list(shop.kept())
    except DossierError as error:
        stop(str(error), FOUND)
    if dossier is None:
        for one in kept:
            click.echo(f"{one.id}  {one.updated:%Y-%m-%d %H:%M}  {one.response.client}")
        return
    found = next((one for one in kept if one.id == dossier), None)
    if found is None:
        stop(words("cli.export.unknown", dossier=dossier), FOUND)
    text = shop.export(found)
    if output is None:
        click.echo(text)
    else:
        output.write_text(text, encoding="utf-8")
        click.echo(words("cli.written", file=str(output)))
