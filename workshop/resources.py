"""Where the shipped folders stand: beside the package in a checkout, inside it in an installed wheel."""

import tomllib
from collections.abc import Mapping
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


class MissingResource(Exception):
    """A folder that ships with the program is not there: the installation is broken."""


def folder(name: str) -> Path:
    """Return a shipped folder (`questionnaires` or `templates`); raises MissingResource when it is nowhere."""
    for place in (PACKAGE / "shipped" / name, PACKAGE.parent / name):
        if place.is_dir():
            return place
    raise MissingResource(f"{name}/ not found beside or inside {PACKAGE}")


def checkout() -> Path | None:
    """Return the folder of the checkout the program runs from; None when it was installed from a wheel."""
    parent = PACKAGE.parent
    return parent if (parent / "pyproject.toml").is_file() else None


def word_tables(language: str) -> Mapping[str, object]:
    """Read the words of one language: all files of templates/words/<language>, merged by section and topic.

    Raises MissingResource when two files hold the same topic of a section, or the same loose words.
    """
    tables: dict[str, dict[str, object]] = {}
    for path in sorted((folder("templates") / "words" / language).glob("*.toml")):
        for section, table in tomllib.loads(path.read_text(encoding="utf-8")).items():
            merged = tables.setdefault(section, {})
            for topic, words in table.items():
                if topic in merged:
                    raise MissingResource(f"{path.name}: [{section}.{topic}] stands in two files")
                merged[topic] = words
    return tables
