"""What a consultant can change in a report: its gaps in order, hidden ones too, and its texts as first written."""

from dataclasses import dataclass

from workshop.domain.hand import Hidden, Task


@dataclass(frozen=True, slots=True)
class Original:
    """A passage as the program writes it; `text` is Markdown."""

    id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class GapLine:
    """A gap as the room lists it.

    `place` counts from 1 over all gaps, hidden ones too; `priority` is 1 to 3 for the chosen ones, else 0.
    """

    target: str
    rule: str
    title: str
    phase: str
    place: int
    priority: int
    hidden: Hidden | None
    task: Task


@dataclass(frozen=True, slots=True)
class Sheet:
    """The gaps in the order of the report, and every passage that can be rewritten, in the order of the report."""

    gaps: tuple[GapLine, ...]
    passages: tuple[Original, ...]

    def gap(self, target: str) -> GapLine | None:
        """Return a gap, None when it is not there."""
        return next((one for one in self.gaps if one.target == target), None)

    def group(self, name: str) -> tuple[Original, ...]:
        """Return the passages of one gap or chapter: what stands before the last point of their ids."""
        return tuple(one for one in self.passages if group_of(one.id) == name)


def group_of(passage: str) -> str:
    """Return the gap or chapter that a passage belongs to."""
    return passage.rpartition(".")[0] or passage
