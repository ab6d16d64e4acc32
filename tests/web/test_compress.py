"""Compression over the line: only for who can read it, and without a change of what is said."""

import gzip

from tests.web.browser import Visitor

ZIPPED = {"Accept-Encoding": "gzip, br"}


def test_a_page_is_compressed_for_a_browser_that_asks_for_it(visitor: Visitor) -> None:
    plain, small = visitor.get("/"), visitor.get("/", headers=ZIPPED)

    assert (plain.headers.get("Content-Encoding"), small.headers["Content-Encoding"]) == (None, "gzip")
    assert small.headers["Vary"] == plain.headers["Vary"]
    assert "Accept-Encoding" in small.headers["Vary"]
    assert int(small.headers["Content-Length"]) == len(small.data) < len(plain.data) / 2
    assert gzip.decompress(small.data).decode().startswith("<!DOCTYPE html>")


def test_a_browser_that_refuses_compression_gets_none(visitor: Visitor) -> None:
    assert "Content-Encoding" not in visitor.get("/", headers={"Accept-Encoding": "gzip;q=0"}).headers


def test_a_kept_file_is_not_sent_again(visitor: Visitor) -> None:
    first = visitor.get("/static/app.css", headers=ZIPPED)

    again = visitor.get("/static/app.css", headers={**ZIPPED, "If-None-Match": first.headers["ETag"]})

    assert first.headers["Content-Encoding"] == "gzip"
    assert (again.status_code, again.data) == (304, b"")


def test_short_answers_and_pictures_are_left_alone(visitor: Visitor) -> None:
    short = visitor.get("/static/favicon.svg", headers=ZIPPED)

    assert "Content-Encoding" not in short.headers


def test_the_head_of_a_page_has_no_body(visitor: Visitor) -> None:
    assert visitor.client.head("/", headers=ZIPPED).data == b""
