"""What a form does not ask and must not lose: evidence that came from a file, and fields that are hidden now."""

from collections.abc import Mapping
from dataclasses import replace

from workshop.domain.answer import Answer, Counts, Item, Value
from workshop.domain.questionnaire import Question

Values = tuple[str, ...] | tuple[Item, ...]


def keep_evidence(question: Question, answer: Answer, before: Answer | None) -> Answer:
    """Give an answer the evidence of before where the question does not ask it and the value is still the same."""
    if before is None or answer.value is None:
        return answer
    if isinstance(answer.value, tuple) and isinstance(before.value, tuple):
        answer = replace(answer, value=_items(question, answer.value, before.value))
    if question.asks_evidence or not _same(answer.value, before.value):
        return answer
    return replace(answer, evidence=before.evidence)


def _items(question: Question, now: Values, before: Values) -> Values:
    """Keep the evidence in the rows of a group; codes of choices come back as they are."""
    items = tuple(one for one in now if isinstance(one, Item))
    old = tuple(one for one in before if isinstance(one, Item))
    rows = ((one, _row_before(question, one, index, len(items), old)) for index, one in enumerate(items))
    return tuple(keep_item(question, one, was) for one, was in rows) if items else now


def keep_item(question: Question, item: Item, before: Item | None) -> Item:
    """Give an item the hidden fields of before, and its evidence where that is not asked."""
    if before is None:
        return item
    fields = {one.code: one for one in question.fields}
    asked = {code: keep_evidence(fields[code], one, before.get(code)) for code, one in item.answers.items()}
    return Item({**hidden_of(question, before), **asked})


def hidden_of(question: Question, before: Item | None) -> Mapping[str, Answer]:
    """Return what an item holds in fields that this question does not show."""
    fields = {one.code for one in question.fields}
    return {code: answer for code, answer in before.answers.items() if code not in fields} if before else {}


def _row_before(question: Question, item: Item, index: int, count: int, before: tuple[Item, ...]) -> Item | None:
    """Find what a row was: the one that begins the same, else the one in its place while there are as many rows."""
    first = question.fields[0].code
    there = before[index : index + 1]
    same = (one for one in (*there, *before) if _said(one, first) == _said(item, first))
    return next(same, there[0] if there and count == len(before) else None)


def _said(item: Item, code: str) -> Value | None:
    answer = item.get(code)
    return answer.value if answer else None


def _same(now: Value | None, before: Value | None) -> bool:
    """Tell whether two values say the same; a form fills the rows of a count that were left out with zeros."""
    if isinstance(now, Counts) and isinstance(before, Counts):
        rows = now.counts.keys() | before.counts.keys()
        return all(now.counts.get(row, 0) == before.counts.get(row, 0) for row in rows)
    return now == before
