"""`workshop check`: every mistake in a questionnaire folder as `file:line: message`."""

from pathlib import Path

import click

from workshop.cli.ready import FOUND, MISUSE, own_words, stop, workshop
from workshop.content.coverage import Coverage
from workshop.content.mistake import render
from workshop.content.sources import TEXTS
from workshop.language.messages import Words


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path), metavar="[PATH]...")
@click.option("--language", type=click.Choice(["nl", "en"]), help="Taal van de meldingen. Language of the messages.")
@click.option("--coverage", is_flag=True, help="Ook coverage.csv: waar staat elk onderdeel van de bronnen? Also that.")
def check(paths: tuple[Path, ...], language: str | None, coverage: bool) -> None:
    """Controleer vragenlijsten. Check questionnaires.

    PATH is the folder of a questionnaire (or a file in it); without PATH all questionnaires are checked.
    """
    shop = workshop()
    words = shop.words(language) if language else own_words(shop)
    folders = _folders(paths) if paths else shop.questionnaire_folders
    if not folders:
        stop(words("cli.check.nothing", path=", ".join(map(str, paths))), MISUSE)
    mistakes = [mistake for folder in folders for mistake in shop.check(folder)]
    covered = [found for folder in folders if (found := shop.coverage(folder))] if coverage else []
    if coverage and not covered:
        stop(words("cli.check.no_coverage", folders=", ".join(folder.name for folder in folders)), MISUSE)
    mistakes += [mistake for found in covered for mistake in found.mistakes]
    for mistake in mistakes:
        click.echo(render(mistake, words, Path.cwd()))
    if mistakes:
        stop(words.plural("cli.mistakes", len(mistakes)), FOUND)
    for found in covered:
        _summarise(found, words)
    click.echo(words.plural("cli.check.good", len(folders)))


def _summarise(coverage: Coverage, words: Words) -> None:
    """Print for each source text how many of its items have a place."""
    for source, (items, places) in coverage.per_source().items():
        click.echo(words.plural("cli.check.covered", items, source=source, places=str(places)))
    click.echo(words.plural("cli.check.covered_all", len(coverage.items)))


def _folders(paths: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the questionnaire folders that these paths mean: themselves, their parents or their children.

    A folder with rules or phase models only is one too: its questionnaire is what is missing.
    """
    found: dict[Path, None] = {}
    for path in paths:
        near = [path, path.parent, *sorted(path.glob("*/"))] if path.is_dir() else [path.parent, path.parent.parent]
        own = [one for one in near if (one / "questionnaire.md").is_file()]
        own = own or [one for one in near if any((one / f"{name}.md").is_file() for name in TEXTS)]
        found |= dict.fromkeys(own if path.is_dir() and path not in own else own[:1])
    return tuple(found)
