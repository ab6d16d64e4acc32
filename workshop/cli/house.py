"""What commands share about house styles: reading one, telling its verdict, and asking for a report in it."""

from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from workshop.bootstrap import Workshop
from workshop.cli.ready import FOUND, own_words, stop
from workshop.language.messages import Words
from workshop.report.house.archive import MOST_FILE
from workshop.report.house.judge import judge
from workshop.report.house.saying import told
from workshop.report.house.verdict import Verdict
from workshop.services.reporting import Wish
from workshop.storage.houses import HouseError


def with_house(shop: Workshop, wish: Wish, house: str) -> Wish:
    """Return the wish in a house style: a kept one by its name, or a file; what cannot be used ends the command."""
    if not house:
        return wish
    words, file = own_words(shop), Path(house)
    kept = house in shop.house_styles() or not file.is_file()
    try:
        data = shop.houses.styles.read(house) if kept else read_template(words, file)
    except HouseError as error:
        stop_house(words, error)
    verdict = judge(data, house)
    if verdict.refused is not None:
        say_verdict(words, verdict)
    return replace(wish, house=house) if kept else replace(wish, template=verdict.template)


def read_template(words: Words, file: Path) -> bytes:
    """Read a template, never more of it than can be one; a file that cannot be read ends the command."""
    try:
        with file.open("rb") as source:
            return source.read(MOST_FILE + 1)
    except OSError as error:
        stop(words("house.say.not_read", file=str(file), reason=error.strerror or str(error)), FOUND)


def stop_house(words: Words, error: HouseError) -> NoReturn:
    """End the command because a house style cannot be kept or found."""
    stop(words(f"house.say.{error.key}", **error.values), FOUND)


def say_verdict(words: Words, verdict: Verdict) -> None:
    """Print a verdict; a refused file ends the command."""
    said = told(verdict, words)
    if said.refused:
        stop(f"{words('house.say.refused', file=verdict.name)}\n{said.refused}", FOUND)
    click.echo(words("house.say.good", file=verdict.name))
    lacking = (said.lacking,) if said.lacking else ()
    for title, lines in (("mended", said.mended), ("lacking", lacking), ("look", said.warnings)):
        if lines:
            click.echo(f"\n{words(f'house.say.{title}')}:")
        for line in lines:
            click.echo(f"  - {line}")
