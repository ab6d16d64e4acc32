"""The reason chain names the very answer a gap rests on, not the whole table it stands in."""

import pytest

from tests.klantreis import HAIRDRESSER, response
from tests.report.builders import material, material_of
from workshop.report import plain
from workshop.report.outline import outline

PHASES = ("awareness", "consideration", "purchase", "retention", "advocacy")


def markdown(**answers: object) -> str:
    return plain.to_markdown(outline(material_of(response({**HAIRDRESSER, **answers}))))


def test_a_channel_in_a_phase_is_named_with_how_heavily_it_is_used() -> None:
    use = {"linkedin": dict.fromkeys(PHASES, 0) | {"purchase": 3}, "shop": dict.fromkeys(PHASES, 1)}

    found = markdown(channel_use=use)

    assert "Hoe zwaar zet je elk kanaal in per fase? **LinkedIn in Aankoop: zwaar" in found


def test_a_channel_that_brings_nobody_is_named_with_its_cost_and_its_count() -> None:
    channels = [{"channel": "flyer", "eur_per_month": 120, "hours_per_month": 1}, {"channel": "shop"}]
    use = {"flyer": dict.fromkeys(PHASES, 0) | {"awareness": 2}}

    found = markdown(channels=channels, last_ten={"word_of_mouth": 10}, channel_use=use)

    assert "**Folder of flyer (€\u00a0120 per maand, 1\u00a0uur per maand)**".replace("\u00a0", " ") in found.replace(
        "\u00a0", " "
    )
    assert "**Folder of flyer 0**" in found
    assert "**Folder of flyer in Bewustwording: gewoon**" in found


@pytest.mark.parametrize("phase", ["retention", "advocacy"])
def test_a_skipped_phase_says_that_no_channel_is_there(phase: str) -> None:
    use = {"shop": dict.fromkeys(PHASES, 1) | {phase: 0}}

    assert "**geen enkel kanaal in" in markdown(channel_use=use)


def test_a_gap_about_touchpoints_names_them_with_their_scores_and_any_other_gap_names_those_at_fault() -> None:
    made = material("kapsalon")
    told = plain.to_markdown(outline(made))

    assert "**Opzoeken wat knippen met twee kinderen kost: verwacht 4, ervaren 2**" in told
    assert "**niet gemeten: Een andere ouder noemt de salon op het schoolplein, " in told
    assert "k1, k2" not in told


def test_the_other_moments_of_a_gap_are_named_and_not_their_channels() -> None:
    gap = next(one for one in material("restaurant").fired if one.finding.id == "G17")

    assert gap.also == "“Op de website naar het menu zoeken” en “Bellen om een allergie door te geven”"
