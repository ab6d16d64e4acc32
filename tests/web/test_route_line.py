"""The journey line grows with the answers."""

import re

from workshop.web.route.line import draw, wind


def end_of(path: str) -> tuple[float, float]:
    numbers = [float(one) for one in re.findall(r"-?[0-9.]+", path)]
    return numbers[-2], numbers[-1]


def test_nothing_is_walked_without_answers() -> None:
    assert draw([0, 0, 0], 0).walked == ()


def test_a_step_with_all_answers_is_walked_to_its_stop() -> None:
    line = draw([1, 0, 0], 1)

    assert end_of(line.walked[0]) == (line.stops[0].x, line.stops[0].y)


def test_half_the_answers_walk_half_the_step() -> None:
    line = draw([0, 0.5], 1)

    half = (line.stops[0].x + line.stops[1].x) / 2
    assert abs(end_of(line.walked[0])[0] - half) < 0.01


def test_there_are_as_many_stops_as_steps_and_that_where_someone_is_stands_out() -> None:
    assert [stop.state for stop in draw([1, 1, 0, 0], 2).stops] == ["done", "done", "here", "ahead"]


def test_a_route_of_phases_passes_every_column() -> None:
    assert wind(5).count("C") == 4
