"""Walking the wizard in a browser: begin, fill in a page, go on, and read what a page shows."""

from playwright.sync_api import Page as Window
from werkzeug.datastructures import MultiDict
from werkzeug.test import TestResponse

from tests.proof.site import Kept, Site
from tests.stories.filling import answer
from tests.web.browser import fields, find_id, parse
from workshop.domain.questionnaire import Page

FORM = "form#answers"
ONWARD = f"{FORM} .actions .button[value=verder]"


def begin(window: Window, address: str, name: str) -> Kept:
    """Start a dossier on the start page; return its id without a token."""
    window.goto(address)
    window.locator("input[name=klant]").fill(name)
    window.locator("form[action='/start'] button[type=submit]").first.click()
    window.wait_for_url("**/d/*/")
    return Kept(window.url.rstrip("/").rpartition("/")[2], "")


def fill_in(window: Window, page: Page, answers: dict[str, object]) -> None:
    """Answer the questions of a page as a person would."""
    for question in page.questions:
        if question.code in answers:
            answer(window, question, answers[question.code])


def onward(window: Window) -> None:
    """Press the button that saves and goes on, and read on after what a section brought."""
    was = window.url
    window.locator(ONWARD).click()
    window.wait_for_url(lambda url: url != was)
    past_the_section(window)


def past_the_section(window: Window) -> None:
    """Go on from what a section brought to the next page."""
    if "/tussenstand/" in window.url:
        window.locator("main .actions a.button").first.click()
        window.wait_for_url(lambda url: "/tussenstand/" not in url)


def shown(window: Window) -> set[tuple[str, str]]:
    """Return what is filled in on the page of questions that is open; a zero says the same as a blank."""
    entries = window.evaluate(
        f"[...new FormData(document.querySelector('{FORM}'))].map(([name, text]) => [name, text])"
    )
    return filled(MultiDict(entries))


def filled(form: "MultiDict[str, str]") -> set[tuple[str, str]]:
    """Keep the answers out of what a form sends: no marks, no blanks, no zeros."""
    own = ("csrf_token", "model", "gemaakt-in", "gevraagd", "gezien", "actie")
    return {
        (name, text.replace("\r\n", "\n"))
        for name, text in form.items(multi=True)
        if name not in own and not name.startswith("stand-") and text not in ("", "0")
    }


def worked(site: Site, kept: Kept) -> dict[str, set[tuple[str, str]]]:
    """Return what stands on each page of questions of a dossier, by the code of the page."""
    visitor = site.visitor(kept)
    return {page.code: filled(_form(visitor.get(f"{kept.here}vraag/{page.code}"))) for page in site.pages(kept)}


def _form(answer: TestResponse) -> "MultiDict[str, str]":
    return fields(find_id(parse(answer), "answers"))
