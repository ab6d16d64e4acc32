"""Charts as the chapters make them, one of each kind."""

from decimal import Decimal
from typing import Final

from workshop.report.charts.chart import Axis, Chart, ChartKind, NumberForm, Role, Series, Spot

PHASES: Final = ("Oriënteren", "Kiezen", "Kopen en ontvangen", "Gebruiken", "Terugkomen en aanbevelen")
_ONE_TO_FIVE: Final = ("1 is slecht, 5 is heel goed", Decimal(1), Decimal(5))


def numbers(*values: float | None) -> tuple[Decimal | None, ...]:
    """Values as a chapter gives them."""
    return tuple(None if one is None else Decimal(str(one)) for one in values)


def ends(*values: float) -> tuple[Decimal, ...]:
    """Ends of ranges."""
    return tuple(Decimal(str(one)) for one in values)


RANGE: Final = Chart(
    ChartKind.RANGE,
    "Score per fase",
    "Kopen en ontvangen scoort het hoogst met 81, terugkomen en aanbevelen het laagst met 6.",
    PHASES,
    (Series("score", numbers(48, 62.5, 81, None, 6), low=ends(42, 60, 81, 0, 2), high=ends(54, 71, 81, 100, 30)),),
    values=Axis(least=Decimal(0), most=Decimal(100)),
)
COLUMNS: Final = Chart(
    ChartKind.COLUMNS,
    "Wat elke fase krijgt en wat ze verdient",
    "Gebruiken wijkt het meest af: deze fase krijgt 5 % van je aandacht en verdient 25 %.",
    PHASES,
    (
        Series("krijgt nu", numbers(40, 30, 15, 5, 10), Role.MAIN),
        Series("verdient", numbers(15, 20, 20, 25, 20), Role.OTHER),
    ),
    form=NumberForm.PERCENT,
)
MONEY: Final = Chart(
    ChartKind.COLUMNS,
    "Saldo van één klant door de jaren",
    "Een nieuwe klant kost eerst € 1.250. Na 3 jaar staat hij in de plus en na vijf jaar op € 1.310.",
    ("bij de start", *(f"na jaar {year}" for year in range(1, 6))),
    (Series("saldo per klant", numbers(-1250, -520.5, 10, 530, 960, 1310.25)),),
    form=NumberForm.EURO,
)
BARS: Final = Chart(
    ChartKind.BARS,
    "Praktisch: verwacht en ervaren per fase",
    "In gebruiken blijft de ervaring het meest achter: verwacht 4,3, ervaren 2,7.",
    PHASES,
    (
        Series("verwacht", numbers(3.5, 4, 4, 4.3333, None), Role.OTHER),
        Series("ervaren", numbers(3.5, 3, 4.5, 2.6667, 2), Role.MAIN),
    ),
    values=Axis(*_ONE_TO_FIVE),
)
LINES: Final = Chart(
    ChartKind.LINES,
    "Gevoel per contactmoment (kapper)",
    "Het gevoel is het laagst bij ‘wachten’ (1) en het hoogst bij ‘spiegel’ (5), op een schaal van 1 tot 5.",
    tuple(str(at) for at in range(1, 41)),
    (
        Series("verwacht", numbers(*(3 + (at * 7 % 5 - 2) / 2 for at in range(40))), Role.OTHER),
        Series(
            "ervaren",
            numbers(*(None if at in (11, 12, 30) else 1 + (at * at * 3 + at) % 5 for at in range(40))),
            Role.MAIN,
        ),
    ),
    values=Axis(*_ONE_TO_FIVE),
    categories_axis=Axis("nummer van het contactmoment"),
)
FEELING: Final = Chart(
    ChartKind.LINES,
    "Gevoel per fase",
    "Het gevoel zakt in gebruiken tot onder nul en herstelt daarna.",
    PHASES,
    (Series("gevoel", numbers(0.5, 1, 2, -1.5, 0)),),
    values=Axis(least=Decimal(-2), most=Decimal(2)),
)
SPOTS: Final = Chart(
    ChartKind.SPOTS,
    "Gaten op gewicht en gemak",
    "9 gaten op gewicht en gemak. Begin rechtsboven, met bellen na aankoop.",
    spots=tuple(
        Spot(name, Decimal(across), Decimal(up))
        for name, across, up in (
            ("Bel elke nieuwe klant na een week", 5, 5),
            ("Niemand weet waarom klanten weggaan", 4, 5),
            ("Bedank wie jou aanbeveelt", 5, 4),
            ("Nog geen vast moment voor terugkomen", 3, 4),
            ("De website zegt niet voor wie je er bent", 3, 4),
            ("Offertes blijven te lang liggen", 2, 5),
            ("Reacties op klachten duren te lang", 1, 3),
            ("Geen cijfers over aanbevelingen", 4, 2),
            ("Losse administratie per kanaal", 1, 1),
        )
    ),
    values=Axis("gewicht: 1 is klein, 5 is groot", Decimal(1), Decimal(5)),
    categories_axis=Axis("gemak: 1 is een project, 5 kan vandaag", Decimal(1), Decimal(5)),
)
ALL: Final = {
    "range": RANGE,
    "columns": COLUMNS,
    "money": MONEY,
    "bars": BARS,
    "lines": LINES,
    "feeling": FEELING,
    "spots": SPOTS,
}
