"""What a rewritten gap says in a few words elsewhere: on the first page, in the table of gaps and in the plan."""

from dataclasses import replace

from workshop.language.messages import Words
from workshop.report import prose
from workshop.report.document import Paragraph
from workshop.report.spans import Spans

LABELS = ("advice", "first_step", "measure")


def retold(markdown: str, words: Words) -> dict[str, Spans]:
    """Read a rewritten advice: its own words, and what stands behind "Eerste stap:" and "Meten:"; () for what is gone.

    A text before any of these labels is the advice.
    """
    found: dict[str, Spans] = dict.fromkeys(LABELS, ())
    for block in prose.blocks(markdown):
        if isinstance(block, Paragraph):
            key = next((one for one in LABELS[1:] if _opens(block.spans, words(f"report.gaps.{one}"))), "advice")
            found[key] = found[key] or without_label(block.spans, words(f"report.gaps.{key}"))
    return found


def _opens(spans: Spans, label: str) -> bool:
    return "".join(span.text for span in spans).startswith(label)


def without_label(spans: Spans, label: str) -> Spans:
    """Return running text without the bold word that it begins with."""
    if not spans or not spans[0].text.startswith(label):
        return spans
    first, *rest = spans
    left = (replace(first, text=first.text.removeprefix(label)), *rest)
    start = next((at for at, span in enumerate(left) if span.text.strip()), len(left))
    return tuple(replace(one, text=one.text.lstrip()) if not at else one for at, one in enumerate(left[start:]))
