"""What every subcommand begins with: the settings, the workshop, its words, and how a mistake is told."""

from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from workshop.bootstrap import UnknownQuestionnaire, Workshop, build, said
from workshop.content.answers_file import Whole
from workshop.content.mistake import ContentError, render
from workshop.domain.response import Response
from workshop.language.messages import Words
from workshop.resources import checkout
from workshop.settings import Settings, SettingsError, read_settings

FOUND = 1
"""Exit status when the input holds mistakes."""
MISUSE = 2
"""Exit status when the command itself was given wrongly."""


def workshop() -> Workshop:
    """Build the workshop from the environment; a wrong setting ends the command."""
    try:
        return build(read_settings(exports=(checkout() or Path.cwd()) / "exports"))
    except SettingsError as error:
        stop_settings(error)


def stop_settings(error: SettingsError) -> NoReturn:
    """End the command with what is wrong with a setting, in Dutch and English."""
    plain = build(Settings(Path(), Path()))
    for language in ("nl", "en"):
        click.echo(plain.words(language)(f"cli.settings.{error.key}", **error.values), err=True)
    raise SystemExit(MISUSE)


def own_words(shop: Workshop) -> Words:
    """Return the words in the language of this computer's user."""
    return shop.words(shop.settings.language)


def read_response(shop: Workshop, file: Path, model: str | None) -> Response:
    """Read the answers of a file, as `read_whole` does."""
    return read_whole(shop, file, model).response


def read_whole(shop: Workshop, file: Path, model: str | None) -> Whole:
    """Read an answers file; mistakes in it end the command with status 1, an unknown model with status 2."""
    words = own_words(shop)
    try:
        found = shop.read_file(file.read_bytes().decode("utf-8-sig"))
    except UnicodeDecodeError:
        stop(words("cli.not_utf8", file=str(file)), FOUND)
    except (ContentError, UnknownQuestionnaire) as error:
        stop_content(shop, error)
    if not isinstance(found, Whole):
        for line in said(words, found):
            click.echo(f"{file}: {line}", err=True)
        stop(words.plural("cli.mistakes", len(found)), FOUND)
    return replace(found, response=with_model(shop, found.response, model))


def with_model(shop: Workshop, response: Response, model: str | None) -> Response:
    """Return the response in another phase model; an unknown one ends the command and names those there are."""
    if model is None:
        return response
    questionnaire = shop.bundle(response.questionnaire, response.language).questionnaire
    if questionnaire.model(model) is None:
        known = ", ".join(one.id for one in questionnaire.models)
        stop(own_words(shop)("cli.unknown_model", model=model, known=known), MISUSE)
    return replace(response, model=model)


def stop_content(shop: Workshop, error: Exception) -> NoReturn:
    """End the command because a questionnaire folder is faulty or unknown."""
    words = own_words(shop)
    if isinstance(error, ContentError):
        for mistake in error.mistakes:
            click.echo(render(mistake, words, Path.cwd()), err=True)
        stop(words.plural("cli.mistakes", len(error.mistakes)), FOUND)
    stop(words("cli.unknown_questionnaire", id=str(error)), FOUND)


def stop(message: str, status: int) -> NoReturn:
    """End the command with a message on standard error."""
    click.echo(message, err=True)
    raise SystemExit(status)
