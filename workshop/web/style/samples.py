"""One of each kind of question for the style page, in the states it can have; all of it is made up."""

from collections.abc import Callable

from markupsafe import Markup

from workshop.web.drawing.views import Box, Card, CardButton, Cell, Mistake, Option, QuestionView, Row

Say = Callable[[str], str]
"""Gives the words of the samples by their key."""


def samples(say: Say) -> tuple[QuestionView, ...]:
    """Return a question of each kind: typed, wrong, long, chosen, on a scale, divided, in a grid and in cards."""
    return (
        _typed(say),
        _wrong(say),
        QuestionView("long", "long", "long", say("long"), "box", box=Box("long", "long", lines=3)),
        _pick(say, "choice", "", 0),
        _pick(say, "scale", "scale", 2),
        _divided(say),
        _grid(say),
        QuestionView("cards", "cards", "cards", say("cards"), "cards", cards=_cards(say), more=say("more")),
    )


def mistakes(say: Say) -> tuple[Mistake, ...]:
    """Return what the error summary says of the samples."""
    return (Mistake("wrong", say("error"), say("wrong")),)


def _typed(say: Say) -> QuestionView:
    help, why, example, find = (Markup("<p>{}</p>").format(say(one)) for one in ("help", "why", "example", "find"))
    box = Box("typed", "typed", "3,5", suffix=say("hours"), size="s", mode="decimal", described="typed-eenheid")
    status = tuple(Option(f"typed-{one}", "typed-status", one, say(one)) for one in ("unknown", "none"))
    return QuestionView(
        "typed", "typed", "typed", say("typed"), "box", help, why, example, find, box=box, status=status
    )


def _wrong(say: Say) -> QuestionView:
    errors = (say("error"),)
    box = Box("wrong", "wrong", say("word"), prefix="€", size="s", described="wrong-fout", errors=errors)
    return QuestionView("wrong", "wrong", "wrong", say("wrong"), "box", box=box, errors=errors)


def _pick(say: Say, id: str, look: str, chosen: int) -> QuestionView:
    labels = say(f"{id}_options").split(" | ")
    options = tuple(Option(f"{id}-{at}", id, str(at), one, at == chosen) for at, one in enumerate(labels))
    return QuestionView(id, id, id, say(id), "pick", look=look, options=options)


def _divided(say: Say) -> QuestionView:
    shares = zip(("60", "40"), say("phases").split(" | "), strict=True)
    boxes = tuple(Box(f"part-{share}", f"part-{share}", share, title, suffix="%", size="s") for share, title in shares)
    return QuestionView(
        "divided", "divided", "divided", say("divided"), "amounts", boxes=boxes, total="100", after_total=" %"
    )


def _grid(say: Say) -> QuestionView:
    heads = tuple(say("phases").split(" | "))
    cells = tuple(
        Cell(f"cell-{at}", head, tuple(Option("", f"cell-{at}", str(one), str(one), one == 2 - at) for one in range(4)))
        for at, head in enumerate(heads)
    )
    levels = tuple(say("levels").split(" | "))
    rows = (Row("grid-row", say("channel"), cells),)
    return QuestionView("grid", "grid", "grid", say("grid"), "grid", levels=levels, heads=heads, rows=rows)


def _cards(say: Say) -> tuple[Card, ...]:
    def name(id: str, value: str) -> tuple[QuestionView, ...]:
        return (QuestionView(id, id, id, say("name"), "box", box=Box(id, id, value)),)

    first, second = say("groups").split(" | ")
    folded = Card("folded", second, name("folded-name", ""), called=second, state=say("state"), open=False)
    buttons = (CardButton("remove", say("remove")),)
    return (Card("open", first, name("open-name", first), called=first, buttons=buttons), folded)
