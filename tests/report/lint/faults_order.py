"""Faults in the order, the place, the number and the values of elements."""

from tests.report.lint.faults_package import caught_by
from tests.report.lint.sample import DOCUMENT, Parts, Sample, paragraph
from workshop.report.lint.fault import Rule

SAMPLES: list[Sample] = []
_RUN = "<w:r><w:t>x</w:t></w:r>"


@caught_by(Rule.CHILD_MISSING, SAMPLES)
def a_control_has_no_content(parts: Parts) -> None:
    parts.add(paragraph('<w:sdt><w:sdtPr><w:id w:val="7777"/></w:sdtPr></w:sdt>'))


@caught_by(Rule.ORDER, SAMPLES)
def the_style_of_a_paragraph_comes_after_its_looks(parts: Parts) -> None:
    parts.add(f'<w:p><w:pPr><w:keepNext/><w:pStyle w:val="Normal"/></w:pPr>{_RUN}</w:p>')


@caught_by(Rule.ORDER, SAMPLES)
def size_comes_before_bold(parts: Parts) -> None:
    parts.add(paragraph('<w:r><w:rPr><w:sz w:val="20"/><w:b/></w:rPr><w:t>x</w:t></w:r>'))


@caught_by(Rule.ORDER, SAMPLES)
def text_comes_after_the_last_section(parts: Parts) -> None:
    parts.replace("</w:body>", f"{paragraph(_RUN)}</w:body>")


@caught_by(Rule.ORDER, SAMPLES)
def the_margins_of_a_section_come_before_its_size(parts: Parts) -> None:
    parts.add(paragraph(_RUN, '<w:sectPr><w:pgMar w:top="1"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'))


@caught_by(Rule.TWICE, SAMPLES)
def a_paragraph_has_its_looks_twice(parts: Parts) -> None:
    parts.add(f'<w:p><w:pPr><w:keepNext/></w:pPr><w:pPr><w:pStyle w:val="Normal"/></w:pPr>{_RUN}</w:p>')


@caught_by(Rule.TWICE, SAMPLES)
def there_are_two_bodies(parts: Parts) -> None:
    parts.replace("</w:document>", f"<w:body>{paragraph(_RUN)}</w:body></w:document>")


@caught_by(Rule.PLACE, SAMPLES)
def a_run_stands_in_the_body(parts: Parts) -> None:
    parts.add(_RUN)


@caught_by(Rule.PLACE, SAMPLES)
def a_paragraph_stands_in_a_paragraph(parts: Parts) -> None:
    parts.add(paragraph(paragraph(_RUN)))


@caught_by(Rule.PLACE, SAMPLES)
def text_of_a_run_stands_in_a_paragraph(parts: Parts) -> None:
    parts.add(paragraph("<w:t>x</w:t>"))


@caught_by(Rule.TEXT_PLACE, SAMPLES)
def words_stand_loose_in_a_paragraph(parts: Parts) -> None:
    parts.add(paragraph(f"zomaar{_RUN}"))


@caught_by(Rule.TEXT_PLACE, SAMPLES)
def words_stand_loose_between_paragraphs(parts: Parts) -> None:
    parts.add(f"{paragraph(_RUN)}zomaar")


@caught_by(Rule.CHILD_MISSING, SAMPLES)
def the_footer_is_empty(parts: Parts) -> None:
    before, _, rest = parts.members["word/footer.xml"].decode().partition("<w:p>")
    parts.members["word/footer.xml"] = f"{before}{rest[rest.rindex('</w:p>') + 6 :]}".encode()


@caught_by(Rule.SECTION_MARGIN, SAMPLES)
def a_section_has_two_headers_of_a_kind(parts: Parts) -> None:
    text = parts.members[DOCUMENT].decode()
    at = text.index("<w:headerReference")
    line = text[at : text.index("/>", at) + 2]
    parts.replace(line, line + line)


@caught_by(Rule.VALUE, SAMPLES)
def a_size_is_no_whole_number(parts: Parts) -> None:
    parts.add(paragraph('<w:r><w:rPr><w:sz w:val="20.5"/></w:rPr><w:t>x</w:t></w:r>'))


@caught_by(Rule.VALUE, SAMPLES)
def a_paragraph_stands_in_the_centre_of_nothing(parts: Parts) -> None:
    parts.add(paragraph(_RUN, '<w:jc w:val="middle"/>'))


@caught_by(Rule.VALUE, SAMPLES)
def a_break_is_of_an_unknown_kind(parts: Parts) -> None:
    parts.add(paragraph('<w:r><w:br w:type="paragraph"/></w:r>'))


@caught_by(Rule.VALUE, SAMPLES)
def a_switch_is_neither_on_nor_off(parts: Parts) -> None:
    parts.add(paragraph(_RUN, '<w:keepNext w:val="ja"/>'))


@caught_by(Rule.VALUE, SAMPLES)
def the_id_of_a_bookmark_is_a_word(parts: Parts) -> None:
    parts.add(paragraph(f'<w:bookmarkStart w:id="a" w:name="een"/>{_RUN}<w:bookmarkEnd w:id="a"/>'))


@caught_by(Rule.VALUE_MISSING, SAMPLES)
def a_fill_has_no_pattern(parts: Parts) -> None:
    parts.add(paragraph(_RUN, '<w:shd w:fill="FFFFFF"/>'))


@caught_by(Rule.VALUE_MISSING, SAMPLES)
def a_field_has_no_code(parts: Parts) -> None:
    parts.add(paragraph(f"<w:fldSimple>{_RUN}</w:fldSimple>"))
