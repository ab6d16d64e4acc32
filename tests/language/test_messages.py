"""Words: texts are found by key, filled in, and never silently missing."""

import pytest

from workshop.language.errors import LanguageError
from workshop.language.messages import MalformedWord, UnfilledWord, UnknownWord, Words, missing_keys
from workshop.language.tongue import Language

TABLES: dict[str, object] = {
    "report": {"cover": {"title": "Adviesrapport voor {client}"}},
    "phase": {"one": "{n} fase in {model}", "other": "{n} fasen in {model}"},
    "list": {"and": "en"},
    "braces": "schrijf {{code}}",
}


@pytest.fixture
def words() -> Words:
    return Words.from_tables(Language.NL, TABLES)


def dutch(**tables: object) -> Words:
    return Words.from_tables(Language.NL, tables)


def english(**tables: object) -> Words:
    return Words.from_tables(Language.EN, tables)


def test_a_text_is_found_by_its_dotted_key_and_filled_in(words: Words) -> None:
    assert words("report.cover.title", client="Bakkerij Zon") == "Adviesrapport voor Bakkerij Zon"


def test_a_value_with_braces_is_shown_as_it_is(words: Words) -> None:
    assert words("report.cover.title", client="{secret}") == "Adviesrapport voor {secret}"


def test_doubled_braces_show_a_brace(words: Words) -> None:
    assert words("braces") == "schrijf {code}"


def test_a_placeholder_may_be_called_key_or_self() -> None:
    words = dutch(code="{key} van {self}")

    assert words("code", key="b1", self="vraag") == "b1 van vraag"


def test_an_unknown_key_is_named_in_the_error(words: Words) -> None:
    with pytest.raises(UnknownWord, match=r"'report\.titel' in the words of 'nl'") as raised:
        words("report.titel")

    assert raised.value.key == "report.titel"
    assert isinstance(raised.value, LanguageError)


def test_a_table_is_no_text(words: Words) -> None:
    with pytest.raises(UnknownWord):
        words("report.cover")


def test_a_forgotten_value_is_named_in_the_error(words: Words) -> None:
    with pytest.raises(UnfilledWord, match=r"'report\.cover\.title' asks for '\{client\}'"):
        words("report.cover.title")


def test_has_tells_whether_a_text_is_there(words: Words) -> None:
    answers = [words.has(key) for key in ("report.cover.title", "report.cover", "nothing")]

    assert answers == [True, False, False]


@pytest.mark.parametrize(
    ("n", "text"),
    [(0, "0 fasen in AIDA"), (1, "1 fase in AIDA"), (2, "2 fasen in AIDA"), (1250, "1.250 fasen in AIDA")],
)
def test_a_number_chooses_between_one_and_other(words: Words, n: int, text: str) -> None:
    assert words.plural("phase", n, model="AIDA") == text


@pytest.mark.parametrize(
    ("items", "text"),
    [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")],
)
def test_items_are_summed_up_as_in_a_sentence(words: Words, items: list[str], text: str) -> None:
    assert words.join(items) == text


@pytest.mark.parametrize(
    "text",
    ["{", "los }", "{}", "{0}", "{client.name}", "{client[0]}", "{client!r}", "{price:.2f}", "{een twee}"],
)
def test_a_text_that_could_not_be_filled_in_is_refused_at_once(text: str) -> None:
    with pytest.raises(MalformedWord, match=r"'report\.cover'"):
        dutch(report={"cover": text})


@pytest.mark.parametrize("entry", [3, 1.5, True, ["a"], None])
def test_what_is_no_text_is_refused_at_once(entry: object) -> None:
    with pytest.raises(MalformedWord, match="between quotes"):
        dutch(report={"cover": entry})


def test_one_key_written_in_two_ways_is_refused() -> None:
    with pytest.raises(MalformedWord, match="twice"):
        Words.from_tables(Language.NL, {"a": {"b": "een"}, "a.b": "twee"})


def test_words_cannot_be_changed() -> None:
    tables: dict[str, object] = {"a": "een"}
    words = Words.from_tables(Language.NL, tables)

    tables["a"] = "twee"

    assert words("a") == "een"
    with pytest.raises(TypeError):
        words.texts["a"] = "twee"  # type: ignore[index]


def test_a_key_that_either_language_lacks_is_listed() -> None:
    found = missing_keys(dutch(a="een", c={"d": "vier"}), english(a="one", b="two"))

    assert found == ("b", "c.d")


def test_a_text_with_other_placeholders_is_listed() -> None:
    found = missing_keys(dutch(a="{n} van {all}", b="{n}"), english(a="of {all}, {n}", b="{number}"))

    assert found == ("b",)
