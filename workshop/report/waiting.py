"""What waits for an answer: the figures that need it, and the gaps that cannot be judged without it."""

from dataclasses import dataclass

from workshop.domain.finding import FindingStatus
from workshop.report.chapters.economics import unknown_figures
from workshop.report.material import Material


@dataclass(frozen=True, slots=True)
class Waiting:
    """The names of figures and the titles of possible gaps that wait for one answer."""

    figures: tuple[str, ...]
    gaps: tuple[str, ...]


def waiting(material: Material, code: str) -> Waiting:
    """Return what waits for the answer to the question with this code."""
    gaps = material.with_status(FindingStatus.TO_CHECK)
    needing = (gap for gap in gaps if code in {one.partition(".")[0] for one in gap.finding.evidence})
    figures = (name for name, figure in unknown_figures(material) if code in figure.missing)
    return Waiting(tuple(figures), tuple(dict.fromkeys(gap.title for gap in needing)))
