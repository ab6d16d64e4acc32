"""Every page a link leads to, in both languages and forms of address: strict HTML5, sound, and nothing out of reach."""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from tests.proof.site import EMPTY, FULL, QUICK, Site, every_page, make_site
from tests.web.browser import X, parse
from workshop.language.tongue import Address

WAYS = [(EMPTY, "nl", Address.JE), (QUICK, "nl", Address.U), (FULL, "nl", Address.JE), (FULL, "en", Address.JE)]


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return make_site(tmp_path_factory.mktemp("pages"))


@pytest.mark.parametrize(("name", "language", "address"), WAYS)
def test_every_page_is_strict_html_and_sound(here: Site, name: str, language: str, address: Address) -> None:
    kept = here.keep(name, language=language, address=address)
    visitor = here.visitor(kept)

    pages = every_page(here, kept).pages

    faults = [f"{page.address}: {fault}" for page in pages for fault in faults_of(parse(visitor.get(page.address)))]
    assert len(pages) > 30
    assert faults == []


def faults_of(root: Element) -> Iterator[str]:
    """Give what is wrong with a page, besides what strict reading finds."""
    ids = Counter(one.get("id") for one in root.iter() if one.get("id"))
    yield from (f"id {id_} stands there {times} times" for id_, times in ids.items() if times > 1)
    ranks = [int(one.tag[-1]) for one in root.iter() if one.tag in {f"{X}h{rank}" for rank in range(1, 7)}]
    if ranks.count(1) != 1:
        yield f"{ranks.count(1)} main headings"
    if any(after > before + 1 for before, after in pairwise(ranks)):
        yield f"headings skip a rank: {ranks}"
    if any(one.get("style") is not None or one.tag == f"{X}style" for one in root.iter()):
        yield "a style of its own"
    yield from (f"script within the page: {one.text}" for one in root.iter(f"{X}script") if one.text)
    points = {one.get("href", "") for one in root.iter(f"{X}a")}
    yield from (f"{one} leads nowhere" for one in points if one[:1] == "#" and one[1:] and one[1:] not in ids)
    named = (part for one in root.iter() for part in one.get("aria-describedby", "").split())
    yield from (f"described by {part}, which is not there" for part in named if part not in ids)


def test_every_page_can_be_reached_by_links(here: Site) -> None:
    kept = here.keep(FULL)
    visitor = here.visitor(kept)
    reached = every_page(here, kept).reached

    missed = []
    for rule in here.app.url_map.iter_rules():
        if "GET" in (rule.methods or ()) and rule.endpoint not in reached and not rule.arguments - {"dossier_id"}:
            answer = visitor.get(rule.rule.replace("<dossier_id>", kept.id))
            if answer.mimetype == "text/html":
                missed.append(rule.rule)

    assert missed == []


def test_titles_say_which_page_it_is(here: Site) -> None:
    kept = here.keep(FULL)
    visitor = here.visitor(kept)

    titles = Counter(
        "".join(next(visitor.open(f"{kept.here}vraag/{page.code}").iter(f"{X}title")).itertext())
        for page in here.pages(kept)
    )

    assert [title for title, times in titles.items() if times > 1] == []
