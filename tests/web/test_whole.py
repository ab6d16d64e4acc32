"""Whole numbers in addresses and in what buttons send."""

import pytest

from workshop.web.fields.whole import number


@pytest.mark.parametrize(("text", "read"), [("0", 0), ("7", 7), ("0123", 123), ("9999", 9999)])
def test_a_whole_number_is_read(text: str, read: int) -> None:
    assert number(text, 4) == read


@pytest.mark.parametrize("text", ["", "-1", "1.5", "١٢", "²", "12345", "9" * 5000, " 1"])
def test_anything_else_is_none(text: str) -> None:
    assert number(text, 4) is None
