"""What a part of the answers changed: an assessment without them beside the one with them; derived, never kept."""

from collections.abc import Mapping
from dataclasses import dataclass

from workshop.domain.assessment import Assessment
from workshop.domain.economics import FIGURE_NAMES
from workshop.domain.figure import Figure
from workshop.domain.finding import Finding, FindingStatus
from workshop.domain.questionnaire import Section
from workshop.domain.response import Response
from workshop.domain.scoring import Score


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """The score of a phase, of one of the six questions, or of the whole (""), before and after; all 0–100."""

    id: str
    before: Score
    after: Score

    @property
    def surer(self) -> bool:
        """Tell whether more of the score is known than before."""
        return self.after.certainty > self.before.certainty


@dataclass(frozen=True, slots=True)
class Changed:
    """What differs: scores that moved in any way, gaps found and gone, and figures by name (before, after).

    `phases` and `selftests` hold the scores of the phases and of the six questions. Gaps are in the order of the
    assessment they stand in; a gap is the same when its rule and its phase are.
    """

    total: ScoreChange
    phases: tuple[ScoreChange, ...]
    selftests: tuple[ScoreChange, ...]
    found: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    figures: Mapping[str, tuple[Figure, Figure]]


def without(response: Response, section: Section) -> Response:
    """Return the response as it would be with no answer in this section."""
    return response.with_answers(dict.fromkeys(question.code for question in section.questions))


def changed(before: Assessment, after: Assessment) -> Changed:
    """Compare two assessments in the same phase model."""
    both = (before, after)
    phases = ({one.phase: one.score for one in each.phases} for each in both)
    selftests = ({one.id: one.score for one in each.selftests} for each in both)
    old, new = _fired(before), _fired(after)
    return Changed(
        ScoreChange("", before.total, after.total),
        _moved(*phases),
        _moved(*selftests),
        tuple(one for key, one in new.items() if key not in old),
        tuple(one for key, one in old.items() if key not in new),
        _figures(before, after),
    )


def _moved(before: Mapping[str, Score], after: Mapping[str, Score]) -> tuple[ScoreChange, ...]:
    pairs = (ScoreChange(id_, before[id_], score) for id_, score in after.items() if id_ in before)
    return tuple(one for one in pairs if one.before != one.after)


def _fired(assessment: Assessment) -> Mapping[tuple[str, str], Finding]:
    return {(one.id, one.phase): one for one in assessment.findings if one.status is FindingStatus.FIRED}


def _figures(before: Assessment, after: Assessment) -> Mapping[str, tuple[Figure, Figure]]:
    names = sorted(FIGURE_NAMES)
    pairs = {name: (before.economics.figure(name), after.economics.figure(name)) for name in names}
    return {name: (old, new) for name, (old, new) in pairs.items() if old and new and old.value != new.value}
