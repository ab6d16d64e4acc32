"""Faults in the zip, its content types, its relations and its properties."""

from collections.abc import Callable

from tests.report.lint.sample import DOCUMENT, RELATIONS, TYPES, Damage, Parts, Sample
from workshop.report.lint.fault import Rule

SAMPLES: list[Sample] = []
CORE = "docProps/core.xml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def caught_by(rule: Rule, samples: list[Sample] = SAMPLES) -> Callable[[Damage], Damage]:
    """Add a fault to the samples, with the rule that must find it."""

    def add(damage: Damage) -> Damage:
        samples.append(Sample(rule, damage))
        return damage

    return add


@caught_by(Rule.ZIP_BROKEN)
def the_end_of_the_zip_is_cut_off(parts: Parts) -> None:
    parts.end = 40


@caught_by(Rule.ZIP_DUPLICATE)
def a_member_is_there_twice(parts: Parts) -> None:
    parts.twice.append((DOCUMENT, parts.members[DOCUMENT]))


@caught_by(Rule.ZIP_DUPLICATE)
def a_member_is_there_in_other_capitals(parts: Parts) -> None:
    parts.twice.append((DOCUMENT.upper(), parts.members[DOCUMENT]))


@caught_by(Rule.ZIP_NAME)
def a_member_has_a_backslash(parts: Parts) -> None:
    parts.members["word/media/..\\image1.png"] = parts.members["word/media/image1.png"]


@caught_by(Rule.XML_BROKEN)
def an_end_tag_is_missing(parts: Parts) -> None:
    parts.replace("</w:body>", "")


@caught_by(Rule.XML_BROKEN)
def there_is_a_bare_ampersand(parts: Parts) -> None:
    parts.replace("Eerste kop", "Eerste & kop")


@caught_by(Rule.XML_BROKEN)
def there_is_a_control_character(parts: Parts) -> None:
    parts.replace("Eerste kop", "Eerste &#1; kop")


@caught_by(Rule.XML_BROKEN)
def an_attribute_is_there_twice(parts: Parts) -> None:
    parts.replace('<w:gridSpan w:val="2"', '<w:gridSpan w:val="2" w:val="2"')


@caught_by(Rule.XML_BROKEN)
def a_part_is_empty(parts: Parts) -> None:
    parts.members["docProps/app.xml"] = b""


@caught_by(Rule.XML_BROKEN)
def the_declared_encoding_is_not_that_of_the_bytes(parts: Parts) -> None:
    content = parts.members["docProps/app.xml"].decode().partition("?>")[2].strip() or "<a/>"
    parts.members["docProps/app.xml"] = f'<?xml version="1.0" encoding="UTF-16"?>{content}'.encode()


@caught_by(Rule.XML_DTD)
def a_part_has_a_document_type(parts: Parts) -> None:
    content = parts.members["word/footer.xml"].decode().partition("?>")[2]
    parts.members["word/footer.xml"] = f'<!DOCTYPE x [<!ENTITY a "b">]>{content}'.encode()


@caught_by(Rule.XML_PREFIX)
def a_prefix_to_ignore_is_not_declared(parts: Parts) -> None:
    parts.replace("<w:document ", '<w:document mc:Ignorable="w99" ')


@caught_by(Rule.XML_PREFIX)
def a_choice_asks_for_a_prefix_that_is_not_declared(parts: Parts) -> None:
    parts.replace('Requires="wpg"', 'Requires="wpq"')


@caught_by(Rule.PART_MISSING)
def the_content_types_are_missing(parts: Parts) -> None:
    del parts.members[TYPES]


@caught_by(Rule.PART_MISSING)
def nothing_leads_to_the_main_document(parts: Parts) -> None:
    parts.replace('/officeDocument"', '/somethingElse"', "_rels/.rels")


@caught_by(Rule.PART_ROOT)
def the_footer_starts_as_a_header(parts: Parts) -> None:
    text = parts.members["word/footer.xml"].decode()
    parts.members["word/footer.xml"] = text.replace("w:ftr", "w:hdr").encode()


@caught_by(Rule.TYPE_MISSING)
def a_part_has_no_content_type(parts: Parts) -> None:
    parts.replace('<Default Extension="png" ContentType="image/png"/>', "", TYPES)


@caught_by(Rule.TYPE_GENERIC)
def the_styles_are_plain_xml(parts: Parts) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"
    parts.replace(kind, "application/xml", TYPES)


@caught_by(Rule.TYPE_DUPLICATE)
def a_part_has_two_content_types(parts: Parts) -> None:
    override = '<Override PartName="/word/styles.xml" ContentType="application/xml"/>'
    parts.replace("</Types>", f"{override}</Types>", TYPES)


@caught_by(Rule.TYPE_ORPHAN)
def a_content_type_is_of_nothing(parts: Parts) -> None:
    parts.replace("</Types>", '<Override PartName="/word/x.xml" ContentType="text/plain"/></Types>', TYPES)


@caught_by(Rule.TYPE_WRONG)
def the_main_document_says_that_it_is_a_template(parts: Parts) -> None:
    parts.replace("document.main+xml", "template.main+xml", TYPES)


@caught_by(Rule.TYPE_WRONG)
def the_footer_says_that_it_is_a_header(parts: Parts) -> None:
    parts.replace("footer+xml", "header+xml", TYPES)


@caught_by(Rule.RELATION_BROKEN)
def a_relation_has_no_target(parts: Parts) -> None:
    parts.replace('Target="comments.xml"', 'Target=""', RELATIONS)


@caught_by(Rule.RELATION_BROKEN)
def the_id_of_a_relation_is_no_name(parts: Parts) -> None:
    parts.replace('Id="rIdA"', 'Id="1 A"', RELATIONS)


@caught_by(Rule.RELATION_DUPLICATE)
def two_relations_have_one_id(parts: Parts) -> None:
    parts.replace('Id="rIdA"', 'Id="rIdB"', RELATIONS)


@caught_by(Rule.RELATION_DUPLICATE)
def there_are_two_settings(parts: Parts) -> None:
    line = f'<Relationship Id="rIdX" Type="{OFFICE}/settings" Target="settings.xml"/>'
    parts.replace("</Relationships>", f"{line}</Relationships>", RELATIONS)


@caught_by(Rule.RELATION_DANGLING)
def an_image_is_missing(parts: Parts) -> None:
    del parts.members["word/media/image1.png"]


@caught_by(Rule.RELATION_DANGLING)
def a_relation_leads_nowhere(parts: Parts) -> None:
    line = f'<Relationship Id="rIdX" Type="{OFFICE}/customXml" Target="../customXml/item404.xml"/>'
    parts.replace("</Relationships>", f"{line}</Relationships>", RELATIONS)


@caught_by(Rule.RELATION_ORPHAN)
def there_are_relations_of_nothing(parts: Parts) -> None:
    parts.members["word/_rels/gone.xml.rels"] = parts.members["word/charts/_rels/chart1.xml.rels"]


@caught_by(Rule.RELATION_EXTERNAL)
def an_image_is_fetched_from_the_internet(parts: Parts) -> None:
    parts.replace('Target="media/image1.png"', 'Target="https://example.org/a.png" TargetMode="External"', RELATIONS)


@caught_by(Rule.RELATION_EXTERNAL)
def a_link_leads_to_a_file_of_this_computer(parts: Parts) -> None:
    parts.replace("https://example.org/", "file:///etc/passwd", RELATIONS)


@caught_by(Rule.RELATION_UNKNOWN)
def an_image_asks_for_an_unknown_relation(parts: Parts) -> None:
    parts.replace('r:embed="rIdB"', 'r:embed="rId999"')


@caught_by(Rule.RELATION_UNKNOWN)
def a_section_asks_for_an_unknown_header(parts: Parts) -> None:
    before, mark, after = parts.members[DOCUMENT].decode().partition("<w:headerReference")
    parts.members[DOCUMENT] = f"{before}{mark}{after.replace('rId', 'rIdQ', 1)}".encode()


@caught_by(Rule.RELATION_KIND)
def an_image_leads_to_a_chart(parts: Parts) -> None:
    parts.replace('r:embed="rIdB"', 'r:embed="rIdC"')


@caught_by(Rule.CORE_DUPLICATE)
def the_title_is_there_twice(parts: Parts) -> None:
    parts.replace("<dc:title>", "<dc:title>Nog een</dc:title><dc:title>", CORE)


@caught_by(Rule.CORE_DUPLICATE)
def there_are_two_core_properties(parts: Parts) -> None:
    kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    line = f'<Relationship Id="rIdX" Type="{kind}" Target="docProps/core.xml"/>'
    parts.replace("</Relationships>", f"{line}</Relationships>", "_rels/.rels")


@caught_by(Rule.CORE_DATE)
def a_date_is_written_in_dutch(parts: Parts) -> None:
    parts.replace("2026-11-22T00:00:00Z", "22-11-2026", CORE)


@caught_by(Rule.CORE_DATE)
def a_date_does_not_say_that_it_is_one(parts: Parts) -> None:
    parts.replace(' xsi:type="dcterms:W3CDTF"', "", CORE)


@caught_by(Rule.CORE_UNKNOWN)
def there_is_an_unknown_property(parts: Parts) -> None:
    parts.replace("<dc:title>", "<dc:rights>x</dc:rights><dc:title>", CORE)
