"""The features of the wizard by name: what coverage.csv may point to beside questions and rules."""

from collections.abc import Mapping
from enum import StrEnum


class Feature(StrEnum):
    """Something that the wizard offers beside asking questions."""

    OVERVIEW = "overview"
    LENGTH = "length"
    MODEL_SWITCH = "model_switch"
    CHECK = "check"
    MAPS = "maps"
    MAP_EDITOR = "map_editor"
    MAP_COMPARISON = "map_comparison"
    BLANK_TEMPLATE = "blank_template"
    RESULT = "result"
    REPORT = "report"
    REPORT_ROOM = "report_room"


ENDPOINTS: Mapping[Feature, str] = {
    Feature.OVERVIEW: "overview.show",
    Feature.LENGTH: "overview.choose",
    Feature.MODEL_SWITCH: "overview.choose",
    Feature.CHECK: "check.show",
    Feature.MAPS: "maps.show",
    Feature.MAP_EDITOR: "map_page.show",
    Feature.MAP_COMPARISON: "map_print.compare",
    Feature.BLANK_TEMPLATE: "map_print.blank",
    Feature.RESULT: "result.show",
    Feature.REPORT: "result.report",
    Feature.REPORT_ROOM: "report_room.show",
}
"""Where each feature stands: the name of the page in the web app that offers it."""
