"""Judging a whole session: the answers of every question and forty contact moments, against one look at each answer.

    python -m bench.judging [--rounds N]

The floor is what nobody can do without: read the same answers from their JSON text as they stand in an answers file,
and look at every value in them once. It scores nothing, applies no rule and knows no phase.
"""

import argparse
import json
from collections.abc import Iterator
from datetime import date

from bench.measure import Pair, in_turns
from tests.dossiers import full_session
from workshop import resources
from workshop.content import answers_file, catalog
from workshop.domain.assessment import assess

MOMENTS = 40
AIM = "5 ms on an idle machine"


def judging(rounds: int) -> Pair:
    """Compare assess() with reading the same answers."""
    bundle = catalog.load(resources.folder("questionnaires") / "klantreis", "nl")
    response = full_session(bundle.questionnaire, MOMENTS)
    text = answers_file.write(response, bundle.questionnaire)
    name = f"assess {len(response.answers)} answers and {MOMENTS} moments"
    return in_turns(
        name,
        lambda: assess(bundle.questionnaire, bundle.rules, response, date(2026, 11, 22)),
        lambda: sum(1 for _ in values(json.loads(text))),
        rounds,
    )


def values(plain: object) -> Iterator[object]:
    """Look at every value once."""
    if isinstance(plain, dict):
        for one in plain.values():
            yield from values(one)
    elif isinstance(plain, list):
        for one in plain:
            yield from values(one)
    else:
        yield plain


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=300)
    print(judging(parser.parse_args().rounds).line(AIM))
