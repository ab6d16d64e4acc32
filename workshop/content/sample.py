"""The sample report: the worked example that people see before they start."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from workshop.content import answers_file
from workshop.content.catalog import Bundle
from workshop.domain.response import Response


def read_sample(folder: Path, bundle: Bundle, bundle_for: Callable[[str, str], Bundle]) -> Response | None:
    """Return the answers of the example that a questionnaire names as its sample, in the language of this bundle.

    None when it names none, or when the example is not there or cannot be read.
    """
    file = folder / "examples" / f"{bundle.questionnaire.sample}.json"
    if not bundle.questionnaire.sample or not file.is_file():
        return None
    found = answers_file.read(file.read_text(encoding="utf-8"), bundle_for)
    return replace(found, language=bundle.questionnaire.language) if isinstance(found, Response) else None
