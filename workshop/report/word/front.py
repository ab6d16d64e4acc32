"""The front of a Word report: the front page and the list of contents."""

from workshop.report.document import Contents, Cover, Document
from workshop.report.numbering import entries
from workshop.report.spans import bold, text
from workshop.report.word import drawing as word_drawing
from workshop.report.word.looks import TEXT_WIDTH
from workshop.report.word.xml import Inline, bookmark_name, run


def cover(cover: Cover, inline: Inline, number: int) -> str:
    """The front page."""
    words = inline.words
    width = TEXT_WIDTH * word_drawing.EMU_PER_TWIP
    phases = cover.phases or (cover.title,)
    picture = word_drawing.journey(phases, width, number, inline.styles("Cover Phase"))
    facts = (inline.lines("Cover Fact", (*bold(f"{what}: "), *text(value))) for what, value in cover.facts)
    return "".join(
        (
            inline.paragraph("Cover Fact", picture),
            words("Title", cover.title),
            words("Subtitle", cover.subtitle),
            words("Cover Client", cover.client),
            *facts,
        )
    )


def contents(contents: Contents, document: Document, inline: Inline, properties: str) -> str:
    """The list of contents, with links and without page numbers that could be wrong."""
    found = entries(document, contents)
    if not found:
        return ""
    depth = contents.depth
    start, end = _long_field(f'TOC \\o "1-{depth}" \\h \\z \\u')
    last = len(found) - 1
    lines = []
    for at, (heading, number) in enumerate(found):
        shown = run(f"{number}\t{heading.text}" if number else heading.text)
        link = f'<w:hyperlink w:anchor="{bookmark_name(heading.id)}" w:history="1">{shown}</w:hyperlink>'
        lines.append(
            inline.paragraph(f"toc {heading.level}", f"{start if at == 0 else ''}{link}{end if at == last else ''}")
        )
    title = inline.words("TOC Heading", contents.title, properties)
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    return f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{title}{''.join(lines)}</w:sdtContent></w:sdt>"


def _long_field(instruction: str) -> tuple[str, str]:
    """The start and the end of a field that spans paragraphs."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    return mark("begin") + code + mark("separate"), mark("end")
