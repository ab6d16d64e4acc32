"""`workshop assess`, `report` and `demo`: from an answers file to scores and a report, without a server."""

import json
from dataclasses import replace
from pathlib import Path

import click

from workshop.bootstrap import Workshop
from workshop.cli.house import with_house
from workshop.cli.keep import keep_edited
from workshop.cli.ready import FOUND, own_words, read_response, read_whole, stop, with_model, workshop
from workshop.cli.summary import as_json, as_text
from workshop.domain.hand import NO_HAND, Hand, hand
from workshop.domain.response import Response
from workshop.language.messages import Words
from workshop.language.text import file_stem
from workshop.report.errors import BadPackage, NoOffice, PdfFailed
from workshop.services.reporting import Form, Wish

_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_MODEL = click.option("--model", metavar="ID", help="Fasenmodel. Phase model, such as five-phase or bonsing-mann.")


@click.command()
@click.argument("file", type=_FILE)
@click.option("--format", "form", type=click.Choice(["json", "text"]), default="text", show_default=True)
@_MODEL
def assess(file: Path, form: str, model: str | None) -> None:
    """Reken een antwoordenbestand door. Assess an answers file."""
    shop = workshop()
    response = read_response(shop, file, model)
    bundle = shop.bundle(response.questionnaire, response.language, response.address)
    assessment = shop.assess(response)
    if form == "json":
        click.echo(json.dumps(as_json(assessment, bundle.questionnaire), ensure_ascii=False, indent=2))
    else:
        click.echo(as_text(assessment, bundle.rules, shop.words(response.language, response.address)))


@click.command()
@click.argument("file", type=_FILE)
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Uitvoer. Where to write it.")
@click.option("--format", "form", type=click.Choice([one.value for one in Form]), help="Standaard: uit de naam.")
@click.option("--house", default="", metavar="NAME|FILE", help="Huisstijl: naam of bestand. House style: name or file.")
@click.option("--keep", type=_FILE, help="Rapport dat in Word is bewerkt. Report edited in Word, to keep its texts.")
@click.option("--work", is_flag=True, help="Werkversie met bronnen. Working copy that names its sources (Word).")
@click.option("--pictures", is_flag=True, help="Grafieken als plaatjes. Charts as pictures (Word).")
@click.option("--annexes", is_flag=True, help="Met alle bijlagen. With all annexes.")
@_MODEL
def report(
    file: Path,
    output: Path | None,
    form: str | None,
    model: str | None,
    house: str,
    keep: Path | None,
    **choices: bool,
) -> None:
    """Maak het adviesrapport van een antwoordenbestand. Write the advice report of an answers file.

    The form follows from the output's name (.docx, .html or .md) unless --format says otherwise.
    """
    shop = workshop()
    whole = read_whole(shop, file, model)
    response, chosen = whole.response, Form(form) if form else _form_of(output)
    place = output or default_output(shop, response, chosen)
    wish = with_house(
        shop, Wish(chosen, work=choices["work"], pictures=choices["pictures"], annexes=choices["annexes"]), house
    )
    edited, wish = keep_edited(shop, whole, wish, keep) if keep else (hand(whole.changes, whole.notes), wish)
    written = write(shop, response, place, wish, edited)
    click.echo(shop.words(response.language, response.address)("cli.written", file=str(written)))


@click.command()
@click.option("--example", default="kapsalon", show_default=True, help="Naam van het voorbeeld. Name of the example.")
@_MODEL
def demo(example: str, model: str | None) -> None:
    """Maak een voorbeeldrapport in exports/. Write a sample report into exports/."""
    shop = workshop()
    folder = next(one for one in shop.questionnaire_folders if one.name == shop.settings.questionnaire)
    file = folder / "examples" / f"{example}.json"
    if not file.is_file():
        known = ", ".join(sorted(one.stem for one in file.parent.glob("*.json")))
        raise click.BadParameter(own_words(shop)("cli.unknown_example", example=example, known=known))
    response = replace(with_model(shop, read_response(shop, file, None), model), address=shop.settings.address)
    written = write(shop, response, default_output(shop, response, Form.WORD), Wish())
    click.echo(own_words(shop)("cli.written", file=str(written)))


def default_output(shop: Workshop, response: Response, form: Form) -> Path:
    """Return the default place of a report: exports/klantreis-adviesrapport-<client>-<date>.docx."""
    title = shop.words(response.language)("cli.report_name")
    return shop.settings.exports / f"{file_stem(title, response.client, shop.today().isoformat())}.{form}"


def write(shop: Workshop, response: Response, output: Path, wish: Wish, edited: Hand = NO_HAND) -> Path:
    """Write the report beside its place and move it there whole; a folder that cannot be written ends the command."""
    try:
        content = shop.report(response, wish, shop.today(), edited)
    except BadPackage as error:
        stop(refusal(own_words(shop), error.rule), FOUND)
    except PdfFailed as error:
        stop(own_words(shop)(f"pdf.{'no_office' if isinstance(error, NoOffice) else 'failed'}"), FOUND)
    draft = output.with_name(f".{output.name}.tmp")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        draft.write_bytes(content)
        draft.replace(output)
    except OSError as error:
        reason = error.strerror or str(error)
        stop(own_words(shop)("cli.not_written", file=str(output), reason=reason), FOUND)
    return output


def refusal(words: Words, rule: str) -> str:
    """Say that a Word file is not right and was not written, and what to do."""
    return f"{words('lint.refused', rule=rule)} {words('lint.cli.next')}"


def _form_of(output: Path | None) -> Form:
    suffix = output.suffix.lower().lstrip(".") if output else ""
    return Form(suffix) if suffix in set(Form) else Form.WORD
