"""The letters and colours of a house style as a style sheet of its own: the policy of our pages allows no others."""

from workshop.report.house.preview import Preview, Sample

_PAPER = """\
.house-paper { background: #fff; color: #000; padding: 1.25rem; margin-bottom: 1.5rem; border: 1px solid #bbb; }
.house-paper { overflow-wrap: anywhere; }"""


def stylesheet(looks: Preview) -> str:
    """One class for each sample, by its place; only numbers, colours and plain font names come from the template."""
    rules = [_PAPER, *(_rule(at, one) for at, one in enumerate(looks.samples))]
    return "\n".join(rules) + "\n"


def _rule(at: int, one: Sample) -> str:
    pieces = [f"font-size: {one.size:g}pt", f"font-weight: {700 if one.bold else 400}"]
    pieces += [f'font-family: "{one.font}", sans-serif'] if one.font else []
    pieces += [f"color: #{one.colour}"] if one.colour else []
    return f".house-{at} {{ {'; '.join(pieces)}; margin: 0 0 .5rem; }}"
