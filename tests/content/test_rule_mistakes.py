"""Each kind of mistake in rules.md and phase-models.md stands on its own line."""

from pathlib import Path

import pytest

from tests.questionnaires import HEAD, gap, outcome, spoken, tiny_copy
from workshop.content.lint import check

KEYS = "when: hours > 3\nseverity: 2\nease: 2\nroot cause: figures"
RULES = {
    "an unknown key": gap(KEYS + "\nseveritie: 3  <<< unknown_key ~ severity"),
    "a severity outside 1 to 4": gap(KEYS.replace("severity: 2", "severity: 5  <<< out_of_range")),
    "an ease outside 1 to 5": gap(KEYS.replace("ease: 2", "ease: 0  <<< out_of_range")),
    "an unknown root cause": gap(KEYS.replace("figures", "figure  <<< unknown_word ~ figures")),
    "a conditional severity outside 1 to 4": gap(KEYS + "\nseverity 5 when: hours > 4  <<< out_of_range"),
    "an unknown conditional root cause": gap(
        KEYS + "\nroot cause retentie when: hours > 4  <<< unknown_word ~ retention"
    ),
    "a rule id that exists nowhere": gap(KEYS + "\nabsorbs: G02 when hours > 4  <<< unknown_rule"),
    "a rule that names itself": gap(KEYS + "\ndefers: G01  <<< own_rule"),
    "a place that does not exist": gap(KEYS + "\nphase: retention  <<< unknown_word"),
    "an unknown focus": gap(KEYS + "\nfor each: phases  <<< unknown_word ~ phase"),
    "a focus that says nothing": gap(KEYS + "\nfor each: business  <<< needless_focus"),
    "an effect that is no amount": gap(KEYS + "\neffect: hours > 3  <<< condition.effect_not_number"),
    "an unknown kind of placeholder": gap(KEYS + "\nshow part as procent: hours  <<< unknown_word ~ percent"),
    "a source that is no file name": gap(KEYS, "source: eigen idee  <<< bad_source | bad_source"),
    "no source": gap(KEYS, "").replace("{G01}", "{G01}  <<< missing_source"),
    "no condition": gap(KEYS.replace("when: hours > 3\n", "")).replace("{G01}", "{G01}  <<< missing_key"),
    "no severity, ease or root cause": gap("when: hours > 3").replace(
        "{G01}", "{G01}  <<< missing_key | missing_key | missing_key"
    ),
    "no explanation": gap(KEYS).replace("{G01}", "{G01}  <<< missing_explanation").replace("Uitleg.", ""),
    "no advice": gap(KEYS).replace("{G01}", "{G01}  <<< missing_advice").replace("Doe iets.", ""),
    "no first step": gap(KEYS).replace("{G01}", "{G01}  <<< missing_first_step").replace("### Eerste stap\nBegin.", ""),
    "an unknown subheading": gap(KEYS) + "\n### Metten  <<< unknown_subheading ~ meten\nTel.\n",
    "a subheading that stands twice": gap(KEYS) + "\n### Advies  <<< subheading_twice\nNog iets.\n",
    "an unknown placeholder": gap(KEYS).replace("Uitleg.", "Je kost {hour}.  <<< unknown_placeholder ~ hours"),
    "an unknown placeholder in advice": gap(KEYS).replace("Doe iets.", "Doe {iets}.  <<< unknown_placeholder"),
    "a placeholder of a focus that the rule does not have": gap(KEYS).replace(
        "Uitleg.", "In {phase}.  <<< unknown_placeholder"
    ),
    "a condition that is too long": gap(KEYS + f"\neffect: {'1 + ' * 300}1  <<< expression.too_long"),
    "a code that is no rule code": gap(KEYS).replace("{G01}", "{g-1}  <<< malformed_code.rule"),
    "a rule that stands twice": gap(KEYS) + "\n## Nog een {G01}  <<< duplicate_code\n" + gap(KEYS).split("{G01}\n")[1],
    "an unknown section": gap(KEYS) + "\n# Sterk {strength}  <<< unknown_rules_section ~ strengths\n",
    "a rule outside a section": HEAD + "## Gat {G01}  <<< outside_rules\n",
    "an id that is not that of the questionnaire": gap(KEYS).replace("id: tiny", "id: tinny  <<< head_differs"),
    "a strong point without text and source": gap(KEYS)
    + "\n# Sterk {strengths}\n\n## Goed {S01}  <<< missing_source | missing_explanation\nwhen: hours < 3\n",
}


@pytest.mark.parametrize("text", RULES.values(), ids=RULES.keys())
def test_a_mistake_in_a_rule_is_named_on_its_line(text: str, tmp_path: Path) -> None:
    found, expected = outcome(tmp_path, rules=text)

    assert found == expected


MODELS = {
    "an unknown block, stage and kind": """# Model {one}
source: 000.txt

## Fase {whole}
blocks: b1 b11  <<< unknown_word ~ b1
stages: awarenes  <<< unknown_word ~ awareness
kind: line  <<< unknown_word ~ lane
""",
    "a block in two phases": """# Model {one}
source: 000.txt

## Fase {first}
blocks: b1 b2
stages: awareness

## Fase {second}
blocks: b2  <<< block_twice
stages: awareness
""",
    "a model without phases and source": """# Model {one}  <<< missing_key | model_without_phases
""",
    "a phase without blocks and stages": """# Model {one}
source: 000.txt

## Fase {whole}  <<< missing_key | missing_key
""",
    "codes that stand twice": """# Model {one}
source: 000.txt

## Fase {whole}
blocks: b1
stages: awareness

## Fase {whole}  <<< duplicate_code
blocks: b2
stages: awareness

# Model {one}  <<< duplicate_code
source: 000.txt

## Fase {whole}
blocks: b1
stages: awareness
""",
    "a code that no model can have": """# Model {one}
source: 000.txt

## Fase {whole phase}  <<< malformed_code.model
blocks: b1
stages: awareness
""",
    "headings out of place": """## Fase {whole}  <<< outside_model

# Model {one}
source: 000.txt

### Iets {thing}  <<< outside_model

## Fase {whole}
blocks: b1
stages: awareness

### Nog iets {other}  <<< outside_model
""",
}


@pytest.mark.parametrize("text", MODELS.values(), ids=MODELS.keys())
def test_a_mistake_in_a_phase_model_is_named_on_its_line(text: str, tmp_path: Path) -> None:
    found, expected = outcome(tmp_path, models=HEAD + text)

    assert found == expected


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("Dat is {part}", "Dat is {sales_forms}", "unshowable_placeholder"),
        ("when: hours > 10", "when: customers_from(shop) > 1", "condition.unknown_argument.channel"),
        ("when: hours > 10", "when: customers_from(websit) > 1", "condition.unknown_argument.channel ~ website"),
    ],
)
def test_rules_are_checked_against_the_questions_and_channels(old: str, new: str, key: str, tmp_path: Path) -> None:
    folder = tiny_copy(tmp_path)
    file = folder / "rules.md"
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")

    assert [found for _, _, found in spoken(check(folder))] == [key]
