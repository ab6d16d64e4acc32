"""How the series of a chart look: one row a look, in theme colours, and told apart without colour too."""

from dataclasses import dataclass
from typing import Final

from workshop.report.charts.chart import Chart, Role


@dataclass(frozen=True, slots=True)
class SeriesLook:
    """A colour of the theme (with what darkens it), a pattern for areas, a dash for lines and a mark for points."""

    colour: str
    shade: str = ""
    pattern: str = ""
    dash: str = "solid"
    mark: str = "circle"
    hollow: bool = False


LOOKS: Final = {
    Role.MAIN: SeriesLook("accent1"),
    Role.OTHER: SeriesLook("accent3", '<a:lumMod val="75000"/>', "wdUpDiag", "sysDash", "diamond", hollow=True),
    Role.COST: SeriesLook("accent2", "", "narHorz", "sysDot", "square", hollow=True),
}


def roles_of(chart: Chart) -> tuple[Role, ...]:
    """The role that each series is drawn in: its own, or the next free one where two ask for the same."""
    free, roles = list(Role), []
    for series in chart.series:
        free = free or list(Role)
        role = series.role if series.role in free else free[0]
        free.remove(role)
        roles.append(role)
    return tuple(roles)
