"""Faults in styles and lists, and in what runs through the text: bookmarks, fields, comments, links, controls."""

from tests.report.lint.faults_package import caught_by
from tests.report.lint.sample import RELATIONS, Parts, Sample, paragraph
from workshop.report.lint.fault import Rule

SAMPLES: list[Sample] = []
STYLES = "word/styles.xml"
NUMBERING = "word/numbering.xml"
_RUN = "<w:r><w:t>x</w:t></w:r>"


def mark(kind: str) -> str:
    """One mark of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


@caught_by(Rule.STYLE_DUPLICATE, SAMPLES)
def two_styles_have_one_id(parts: Parts) -> None:
    parts.replace('w:styleId="Title"', 'w:styleId="Subtitle"', STYLES)


@caught_by(Rule.STYLE_DUPLICATE, SAMPLES)
def two_styles_are_the_default(parts: Parts) -> None:
    parts.replace('w:type="paragraph" w:styleId="Title"', 'w:type="paragraph" w:default="1" w:styleId="Title"', STYLES)


@caught_by(Rule.STYLE_UNDEFINED, SAMPLES)
def a_paragraph_has_an_undefined_style(parts: Parts) -> None:
    parts.replace('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Kop1"/>')


@caught_by(Rule.STYLE_UNDEFINED, SAMPLES)
def a_style_is_based_on_nothing(parts: Parts) -> None:
    parts.replace('<w:basedOn w:val="TableNormal"/>', '<w:basedOn w:val="Nergens"/>', STYLES)


@caught_by(Rule.STYLE_UNDEFINED, SAMPLES)
def a_level_of_a_list_has_an_undefined_style(parts: Parts) -> None:
    parts.replace('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Kop1"/>', NUMBERING)


@caught_by(Rule.STYLE_KIND, SAMPLES)
def a_paragraph_has_a_character_style(parts: Parts) -> None:
    parts.replace('<w:pStyle w:val="Heading1"/>', '<w:pStyle w:val="Strong"/>')


@caught_by(Rule.STYLE_CYCLE, SAMPLES)
def two_styles_are_based_on_each_other(parts: Parts) -> None:
    style = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/><w:basedOn w:val="{1}"/></w:style>'
    parts.replace("</w:styles>", f"{style.format('Een', 'Twee')}{style.format('Twee', 'Een')}</w:styles>", STYLES)


@caught_by(Rule.NUMBER_UNDEFINED, SAMPLES)
def a_paragraph_is_in_an_undefined_list(parts: Parts) -> None:
    parts.add(paragraph(_RUN, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="404"/></w:numPr>'))


@caught_by(Rule.NUMBER_UNDEFINED, SAMPLES)
def a_list_has_an_undefined_definition(parts: Parts) -> None:
    parts.replace('<w:abstractNumId w:val="0"/>', '<w:abstractNumId w:val="77"/>', NUMBERING)


@caught_by(Rule.NUMBER_DUPLICATE, SAMPLES)
def two_lists_have_one_id(parts: Parts) -> None:
    parts.replace('<w:num w:numId="2"', '<w:num w:numId="1"', NUMBERING)


@caught_by(Rule.NUMBER_DUPLICATE, SAMPLES)
def two_definitions_have_one_id(parts: Parts) -> None:
    parts.replace('w:abstractNumId="1"', 'w:abstractNumId="0"', NUMBERING)


@caught_by(Rule.NUMBER_DUPLICATE, SAMPLES)
def a_level_is_there_twice(parts: Parts) -> None:
    parts.replace('<w:lvl w:ilvl="1"', '<w:lvl w:ilvl="0"', NUMBERING)


@caught_by(Rule.ORDER, SAMPLES)
def a_list_stands_before_its_definition(parts: Parts) -> None:
    line = '<w:num w:numId="99"><w:abstractNumId w:val="0"/></w:num>'
    parts.replace("<w:abstractNum ", f"{line}<w:abstractNum ", NUMBERING)


@caught_by(Rule.BOOKMARK_PAIR, SAMPLES)
def a_bookmark_has_no_end(parts: Parts) -> None:
    parts.add(paragraph(f'<w:bookmarkStart w:id="9001" w:name="los"/>{_RUN}'))


@caught_by(Rule.BOOKMARK_PAIR, SAMPLES)
def a_bookmark_has_no_start(parts: Parts) -> None:
    parts.add(paragraph(f'{_RUN}<w:bookmarkEnd w:id="9001"/>'))


@caught_by(Rule.BOOKMARK_PAIR, SAMPLES)
def two_bookmarks_have_one_id(parts: Parts) -> None:
    for name in ("een", "twee"):
        parts.add(paragraph(f'<w:bookmarkStart w:id="9001" w:name="{name}"/>{_RUN}<w:bookmarkEnd w:id="9001"/>'))


@caught_by(Rule.BOOKMARK_NAME, SAMPLES)
def two_bookmarks_have_one_name(parts: Parts) -> None:
    for id_ in (9001, 9002):
        parts.add(paragraph(f'<w:bookmarkStart w:id="{id_}" w:name="een"/>{_RUN}<w:bookmarkEnd w:id="{id_}"/>'))


@caught_by(Rule.BOOKMARK_NAME, SAMPLES)
def a_bookmark_has_a_name_that_is_too_long(parts: Parts) -> None:
    name = "n" * 41
    parts.add(paragraph(f'<w:bookmarkStart w:id="9001" w:name="{name}"/>{_RUN}<w:bookmarkEnd w:id="9001"/>'))


@caught_by(Rule.FIELD_UNBALANCED, SAMPLES)
def a_field_has_no_end(parts: Parts) -> None:
    parts.add(paragraph(mark("begin") + "<w:r><w:instrText> PAGE </w:instrText></w:r>" + _RUN))


@caught_by(Rule.FIELD_UNBALANCED, SAMPLES)
def a_field_has_no_begin(parts: Parts) -> None:
    parts.add(paragraph(_RUN + mark("end")))


@caught_by(Rule.FIELD_UNBALANCED, SAMPLES)
def a_field_separates_twice(parts: Parts) -> None:
    parts.add(paragraph(mark("begin") + mark("separate") + mark("separate") + mark("end")))


@caught_by(Rule.FIELD_UNBALANCED, SAMPLES)
def a_field_inside_a_field_has_no_end(parts: Parts) -> None:
    parts.add(paragraph(mark("begin") + mark("begin") + mark("separate") + mark("end")))


@caught_by(Rule.FIELD_UNBALANCED, SAMPLES)
def the_code_of_a_field_stands_outside_a_field(parts: Parts) -> None:
    parts.add(paragraph("<w:r><w:instrText> PAGE </w:instrText></w:r>"))


@caught_by(Rule.LINK_ANCHOR, SAMPLES)
def a_link_leads_to_no_bookmark(parts: Parts) -> None:
    parts.replace('w:anchor="k_kop"', 'w:anchor="k_weg"')


@caught_by(Rule.LINK_ANCHOR, SAMPLES)
def a_reference_leads_to_no_bookmark(parts: Parts) -> None:
    parts.add(paragraph(f'<w:fldSimple w:instr=" PAGEREF k_weg \\h ">{_RUN}</w:fldSimple>'))


@caught_by(Rule.RELATION_UNKNOWN, SAMPLES)
def a_link_asks_for_an_unknown_relation(parts: Parts) -> None:
    parts.add(paragraph(f'<w:hyperlink r:id="rId404">{_RUN}</w:hyperlink>'))


@caught_by(Rule.COMMENT_UNDEFINED, SAMPLES)
def a_comment_has_no_entry(parts: Parts) -> None:
    parts.replace('<w:comment w:id="1"', '<w:comment w:id="2"', "word/comments.xml")


@caught_by(Rule.COMMENT_UNDEFINED, SAMPLES)
def two_comments_have_one_id(parts: Parts) -> None:
    text = paragraph(_RUN)
    line = f'<w:comment w:id="1" w:author="K" w:initials="K">{text}</w:comment></w:comments>'
    parts.replace("</w:comments>", line, "word/comments.xml")


@caught_by(Rule.COMMENT_UNDEFINED, SAMPLES)
def nothing_leads_to_the_comments(parts: Parts) -> None:
    parts.replace("relationships/comments", "relationships/customXml", RELATIONS)


@caught_by(Rule.COMMENT_PAIR, SAMPLES)
def the_range_of_a_comment_has_no_end(parts: Parts) -> None:
    parts.replace('<w:commentRangeEnd w:id="1"/>', "")


@caught_by(Rule.COMMENT_PAIR, SAMPLES)
def the_range_of_a_comment_ends_before_its_start(parts: Parts) -> None:
    parts.replace('<w:commentRangeEnd w:id="1"/>', "")
    parts.replace('<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/><w:commentRangeStart w:id="1"/>')


@caught_by(Rule.NOTE_UNDEFINED, SAMPLES)
def a_footnote_is_not_there(parts: Parts) -> None:
    parts.add(paragraph('<w:r><w:footnoteReference w:id="3"/></w:r>'))


@caught_by(Rule.CONTROL_DUPLICATE, SAMPLES)
def two_controls_have_one_id(parts: Parts) -> None:
    control = f'<w:sdt><w:sdtPr><w:id w:val="7777"/></w:sdtPr><w:sdtContent>{_RUN}</w:sdtContent></w:sdt>'
    parts.add(paragraph(control + control))


@caught_by(Rule.CONTROL_LEVEL, SAMPLES)
def a_control_between_words_holds_a_paragraph(parts: Parts) -> None:
    parts.add(paragraph(f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph(_RUN)}</w:sdtContent></w:sdt>"))


@caught_by(Rule.CONTROL_LEVEL, SAMPLES)
def a_control_between_paragraphs_holds_words(parts: Parts) -> None:
    parts.add(f"<w:sdt><w:sdtPr/><w:sdtContent>{_RUN}</w:sdtContent></w:sdt>")
