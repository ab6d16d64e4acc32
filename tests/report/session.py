"""A full session as tests use it: answers to what only the full session asks, and its material."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache

from tests import klantreis
from tests.report.builders import material_of, quick
from workshop.domain.response import Length, Response
from workshop.report.document import Document
from workshop.report.material import Material
from workshop.report.outline import outline

ON = date(2026, 11, 22)
PERSONA: Mapping[str, object] = {
    "name": "Drukke ouders",
    "description": "Komen omdat ze snel terecht kunnen.",
    "revenue_share": 60,
    "desires": {"value": "Er elke dag verzorgd uitzien", "evidence": 2},
    "fears": {"value": "Dat niemand luistert", "evidence": 3},
    "buying_reasons": {"value": "Een vertrouwde kapster", "evidence": 2},
    "drop_reasons": {"value": "Op zaterdag is het vol", "evidence": 1},
    "need_type": "explicit",
    "search_behaviour": "Vraagt het op het schoolplein",
    "value_measure": "Het zit na zes weken nog goed",
    "deciders": ["user", "payer", "board"],
    "served_roles": ["user"],
    "lead_time_weeks": 6,
    "dream": {"value": "Samen netjes op de foto", "evidence": 1},
}
SESSION: Mapping[str, object] = {
    "market": "both",
    "sales_forms": ["shop"],
    "target_retention": 80,
    "target_revenue": 112000,
    "review_on": "2027-03-08",
    "period_start": "2025-11-01",
    "period_end": "2026-10-31",
    "figures_from": ["till", "estimate"],
    "participants": "Eigenaar en kapster",
    "walked": True,
    "walked_on": "2026-03-14",
    "personas": [PERSONA, {"name": "Senioren", "description": "Komen voor een praatje."}],
    "channels": [
        {"channel": "flyer", "eur_per_month": 60, "hours_per_month": 4, "jobs": ["stand_out"], "brand_visible": False},
        {"channel": "google_profile", "eur_per_month": 20, "hours_per_month": 2, "brand_visible": True},
    ],
    "last_ten": {"value": {"google_profile": 4, "word_of_mouth": 6}, "evidence": 3},
    "channel_use": {"flyer": {"awareness": 3, "purchase": 2}, "google_profile": {"awareness": 2, "consideration": 1}},
    "consistency": 1,
    "reachable_share": 45,
    "visitors_per_month": 600,
    "requests_per_month": 12,
    "reply_hours": 10,
    "profile_claimed": True,
    "top_three": "no",
    "top_three_on": "2026-11-03",
    "brand_who": "De kapper die je naam kent",
    "brand_stands_for": "Eerlijk advies",
    "brand_drive": "Blije mensen de deur uit zien lopen",
    "lasting_change": "Elke dag zonder moeite goed haar",
    "messages": {
        "awareness": {"message": "Mooi de deur uit", "need": "desires", "five_seconds": 4, "call_to_action": True},
        "purchase": {"message": "Boek je afspraak", "need": "none", "last_change": "never"},
    },
    "proof": ["reviews"],
    "competitors": "De keten in het centrum, of zelf knippen",
    "price_position": "higher",
    "steps_to_buy": 6,
    "quotes": 60,
    "quotes_won": 24,
    "lost_reasons": {"value": "Te duur gevonden", "evidence": 1},
    "promised_days": 2,
    "real_days": 3,
    "on_time_share": {"value": 85, "evidence": 2},
    "complaint_hours": 30,
    "solved_first_time": 65,
    "contacts_between": 1,
    "days_to_next": 60,
    "longest_silence_days": 120,
    "retention_tools": ["reminder"],
    "leave_reasons": {"value": "Verhuisd naar de kinderen", "evidence": 2},
    "phase_checks": {
        "awareness": {
            "information_need": "Is er een kapper in de buurt?",
            "customer_channels": {"value": ["reviews"], "evidence": 2},
            "kpi": "Nieuwe bellers",
            "kpi_value": "6 per week",
            "kpi_on": "2026-11-01",
            "kpi_source": "Lijstje bij de telefoon",
        },
        "retention": {"expectation": "Een berichtje op tijd", "transition": "chance"},
    },
    "target_shares": {"awareness": 15, "consideration": 15, "purchase": 20, "retention": 35, "advocacy": 15},
    "planned_tools": "Filmpjes op TikTok",
    "maps": [{"code": "m1", "name": "Knippen", "personas": "Drukke ouders", "kind": "existing"}],
    "touchpoints": [{"code": "t1", "map": "m1", "name": "Bellen", "block": "b4", "channel": "phone"}],
}


def response(changes: Mapping[str, object] | None = None, model: str = "five-phase") -> Response:
    """The answers of a full session; a change to None takes an answer away."""
    plain = {**quick(), **SESSION, **(changes or {})}
    kept = {code: value for code, value in plain.items() if value is not None}
    return replace(klantreis.response(kept), model=model, length=Length.FULL, on=ON)


def session(changes: Mapping[str, object] | None = None, language: str = "nl", model: str = "five-phase") -> Material:
    """The material of a full session."""
    return material_of(response(changes, model), language)


@cache
def session_report(language: str = "nl", model: str = "five-phase") -> Document:
    """The whole report of a full session."""
    return outline(session(None, language, model))
