"""Write every Dutch sentence that changes when the program says "u" to the file that a person has read.

Use: python -m scripts.formal_texts
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from workshop import resources
from workshop.content import catalog
from workshop.content.formally import retold_questionnaire, retold_rules
from workshop.domain.run_sheet import retold
from workshop.language.formal import formal
from workshop.language.messages import Words
from workshop.language.tongue import Language

GOLDEN: Final = Path(__file__).resolve().parent.parent / "tests" / "language" / "formal.golden.txt"
_SENTENCE: Final = re.compile(r"(?<=[.!?])\s+|\n+")


def dutch_texts() -> Iterator[str]:
    """Give every Dutch text that is retold: the program's words, and the questionnaires that ship."""
    yield from Words.from_tables(Language.NL, resources.word_tables(Language.NL)).texts.values()
    for folder in (resources.folder("questionnaires") / "klantreis", _starter()):
        bundle = catalog.load(folder, Language.NL)
        found: list[str] = []

        def hear(text: str, found: list[str] = found) -> str:
            found.append(text)
            return text

        retold_questionnaire(bundle.questionnaire, hear)
        retold_rules(bundle.rules, hear)
        retold(bundle.guide, hear)
        yield from found


def golden() -> str:
    """Return each changed sentence once: how it was written, and below it how it is said to "u"."""
    pairs: dict[str, str] = {}
    for text in dutch_texts():
        before, after = _sentences(text), _sentences(formal(text))
        pairs |= {was: now for was, now in zip(before, after, strict=True) if was != now}
    return "".join(f"{was}\n    {now}\n" for was, now in pairs.items())


def _sentences(text: str) -> list[str]:
    return _SENTENCE.split(text)


def _starter() -> Path:
    return resources.folder("templates") / "questionnaire" / "voorbeeld"


if __name__ == "__main__":
    GOLDEN.write_text(golden(), encoding="utf-8")
