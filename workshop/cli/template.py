"""`workshop template`: check a house style, keep it, list them all, and write the starter template."""

from pathlib import Path

import click

from workshop.bootstrap import Workshop
from workshop.cli.house import read_template, say_verdict, stop_house
from workshop.cli.ready import FOUND, own_words, stop, workshop
from workshop.language.messages import Words
from workshop.language.tongue import Language
from workshop.report.house.starter import starter as starter_file
from workshop.storage.houses import HouseError

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_LANGUAGE = click.option(
    "--language", type=click.Choice([one.value for one in Language]), help="Taal. Language: nl, en."
)


@click.group()
def template() -> None:
    """Gebruik je eigen Word-sjabloon. Use a Word template of your own."""


@template.command()
@click.argument("file", type=_FILE)
@_LANGUAGE
def check(file: Path, language: str | None) -> None:
    """Kijk een sjabloon na. Check a template: what is missing, mended, or refused and why."""
    shop = workshop()
    words = shop.words(language) if language else own_words(shop)
    _judged(shop, words, file)


@template.command()
@click.argument("file", type=_FILE)
@click.option("--name", required=True, help="Naam van de huisstijl. Name of the house style.")
def add(file: Path, name: str) -> None:
    """Bewaar een sjabloon als huisstijl. Keep a template as a house style."""
    shop = workshop()
    words = own_words(shop)
    data = _judged(shop, words, file)
    try:
        kept = shop.houses.styles.add(name, data)
    except HouseError as error:
        stop_house(words, error)
    click.echo(words("house.cli.added", name=kept))


@template.command("list")
def list_styles() -> None:
    """Noem alle huisstijlen. List all house styles."""
    shop = workshop()
    for name in shop.house_styles():
        click.echo(name)
    if not shop.house_styles():
        click.echo(own_words(shop)("house.cli.none"))


@template.command()
@click.argument("name")
def remove(name: str) -> None:
    """Verwijder een huisstijl. Remove a house style."""
    shop = workshop()
    try:
        shop.houses.styles.remove(name)
    except HouseError as error:
        stop_house(own_words(shop), error)
    click.echo(own_words(shop)("house.cli.removed", name=name))


@template.command()
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Uitvoer. Where to write it.")
@_LANGUAGE
def starter(output: Path | None, language: str | None) -> None:
    """Schrijf het voorbeeldsjabloon. Write the starter template."""
    shop = workshop()
    words = shop.words(language) if language else own_words(shop)
    target = output or Path(words("house.say.file"))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(starter_file(words))
    except OSError as error:
        stop(words("house.cli.not_written", file=str(target), reason=error.strerror or str(error)), FOUND)
    click.echo(words("house.cli.written", file=str(target)))


def _judged(shop: Workshop, words: Words, file: Path) -> bytes:
    """Tell the verdict of a file and give the file; a refused one ends the command."""
    data = read_template(words, file)
    say_verdict(words, shop.houses.judge(data, file.name, words.language))
    return data
