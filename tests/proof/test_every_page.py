"""Every page a link leads to, in both languages and forms of address: strict HTML5, sound, and nothing out of reach."""

import io
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest

from tests.proof.site import EMPTY, FULL, QUICK, Site, every_page, make_site
from tests.proof.trouble import of_other_forms, of_questions, of_two_windows, sent
from tests.report.house.dutch import dutch_dotx
from tests.web.browser import X, parse
from workshop.language.tongue import Address

WAYS = [(EMPTY, "nl", Address.JE), (QUICK, "nl", Address.U), (FULL, "nl", Address.JE), (FULL, "en", Address.JE)]
ASIDE = (
    *("/static/app.css", "/static/report.css", "/static/wizard.css"),
    *(f"/huisstijl/groen{one}" for one in ("", "/stijl.css", "/logo", "/voorbeeld.docx")),
)
"""What no link leads to: files of the pages, and the house style after there is one."""


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
            if answer.mimetype == "text/html" and answer.status_code == 200:
                missed.append(rule.rule)

    assert missed == []


def test_every_address_that_can_be_asked_for_gives_what_it_is_for(here: Site) -> None:
    kept = here.keep(FULL)
    visitor = here.visitor(kept)
    template = (io.BytesIO(dutch_dotx()), "groen.dotx")
    assert sent(visitor, "/huisstijl", naam="groen", bestand=template).status_code == 303
    aside = [f"{kept.here}{one}" for one in ("antwoorden.json", "scherm/stand")] + [f"/hervat/{kept.token}", *ASIDE]

    had = set(every_page(here, kept).had)
    for address in aside:
        assert visitor.get(address, follow_redirects=True).status_code == 200, address
        had.add(here.app.url_map.bind("localhost").match(address)[0])

    asked = {rule.endpoint for rule in here.app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    assert asked - had == set()


def test_every_page_with_something_wrong_is_sound(here: Site) -> None:
    troubles = [*of_questions(here, here.keep(FULL)), *of_two_windows(here), *of_other_forms(here)]

    faults = [f"{one.name}: {fault}" for one in troubles for fault in faults_of(parse(one.answer))]
    statuses = Counter(one.answer.status_code for one in troubles)
    assert faults == []
    assert statuses[422] > 40
    assert statuses[409] > 30
    assert statuses[303] == 0


def test_titles_say_which_page_it_is(here: Site) -> None:
    kept = here.keep(FULL)
    visitor = here.visitor(kept)

    titles = Counter(
        "".join(next(visitor.open(f"{kept.here}vraag/{page.code}").iter(f"{X}title")).itertext())
        for page in here.pages(kept)
    )

    assert [title for title, times in titles.items() if times > 1] == []
