"""Faults in tables, drawings and charts."""

from tests.report.lint.faults_package import caught_by
from tests.report.lint.sample import DOCUMENT, Parts, Sample, paragraph, workbook
from workshop.report.lint.fault import Rule

SAMPLES: list[Sample] = []
CHART = "word/charts/chart1.xml"
BOOK = "word/embeddings/book1.xlsx"
_GRID = '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
_CELL = f"<w:tc>{paragraph('<w:r><w:t>x</w:t></w:r>')}</w:tc>"
_TABLE = f"<w:tbl><w:tblPr/>{_GRID}<w:tr>{_CELL}{_CELL}</w:tr>{{}}</w:tbl>"


@caught_by(Rule.CELL_END, SAMPLES)
def a_cell_has_no_paragraph(parts: Parts) -> None:
    parts.add(_TABLE.format(f"<w:tr>{_CELL}<w:tc><w:tcPr/></w:tc></w:tr>"))


@caught_by(Rule.CELL_END, SAMPLES)
def a_cell_ends_with_a_table(parts: Parts) -> None:
    parts.add(_TABLE.format(f"<w:tr>{_CELL}<w:tc>{_TABLE.format('')}</w:tc></w:tr>"))


@caught_by(Rule.CHILD_MISSING, SAMPLES)
def a_table_has_no_grid(parts: Parts) -> None:
    parts.add(f"<w:tbl><w:tblPr/><w:tr>{_CELL}</w:tr></w:tbl>")


@caught_by(Rule.CHILD_MISSING, SAMPLES)
def a_table_has_no_rows(parts: Parts) -> None:
    parts.add(f"<w:tbl><w:tblPr/>{_GRID}</w:tbl>")


@caught_by(Rule.CHILD_MISSING, SAMPLES)
def a_row_is_empty(parts: Parts) -> None:
    parts.add(_TABLE.format("<w:tr/>"))


@caught_by(Rule.ROW_WIDTH, SAMPLES)
def a_row_has_a_cell_too_many(parts: Parts) -> None:
    parts.add(_TABLE.format(f"<w:tr>{_CELL * 3}</w:tr>"))


@caught_by(Rule.ROW_WIDTH, SAMPLES)
def a_cell_is_wider_than_the_grid(parts: Parts) -> None:
    parts.replace('<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="5"/>')


@caught_by(Rule.VALUE, SAMPLES)
def a_cell_is_no_columns_wide(parts: Parts) -> None:
    parts.replace('<w:gridSpan w:val="2"/>', '<w:gridSpan w:val="0"/>')


@caught_by(Rule.MERGE_ORPHAN, SAMPLES)
def a_merge_goes_on_without_a_start(parts: Parts) -> None:
    parts.replace('<w:vMerge w:val="restart"/>', "")


@caught_by(Rule.ORDER, SAMPLES)
def the_grid_comes_after_the_rows(parts: Parts) -> None:
    parts.add(f"<w:tbl><w:tblPr/><w:tr>{_CELL}{_CELL}</w:tr>{_GRID}</w:tbl>")


@caught_by(Rule.ORDER, SAMPLES)
def a_fill_comes_before_the_width_of_its_cell(parts: Parts) -> None:
    shade = '<w:shd w:val="clear" w:fill="FFFFFF"/><w:tcW w:w="3000" w:type="dxa"/>'
    parts.replace('<w:tcW w:w="3000" w:type="dxa"/><w:gridSpan', f"{shade}<w:gridSpan")


@caught_by(Rule.PLACE, SAMPLES)
def a_cell_stands_in_a_table_without_a_row(parts: Parts) -> None:
    parts.add(f"<w:tbl><w:tblPr/>{_GRID}{_CELL}<w:tr>{_CELL}</w:tr></w:tbl>")


@caught_by(Rule.VALUE, SAMPLES)
def a_width_is_in_an_unknown_unit(parts: Parts) -> None:
    parts.replace('<w:tblW w:w="6000" w:type="dxa"/>', '<w:tblW w:w="6000" w:type="twips"/>')


@caught_by(Rule.DRAWING_ID, SAMPLES)
def two_drawings_have_one_id(parts: Parts) -> None:
    parts.replace('<wp:docPr id="900002"', '<wp:docPr id="900001"')


@caught_by(Rule.DRAWING_ID, SAMPLES)
def a_drawing_has_no_id(parts: Parts) -> None:
    parts.replace('<wp:docPr id="900002"', "<wp:docPr")


@caught_by(Rule.DRAWING_SIZE, SAMPLES)
def a_drawing_has_a_negative_size(parts: Parts) -> None:
    parts.replace('<wp:extent cx="900000"', '<wp:extent cx="-900000"')


@caught_by(Rule.DRAWING_SIZE, SAMPLES)
def a_shape_stands_at_half_a_unit(parts: Parts) -> None:
    parts.replace('<a:off x="0" y="0"/>', '<a:off x="0.5" y="0"/>')


@caught_by(Rule.DRAWING_KIND, SAMPLES)
def a_graphic_says_that_it_is_a_chart_and_holds_a_picture(parts: Parts) -> None:
    parts.replace('drawingml/2006/picture"><pic:pic', 'drawingml/2006/chart"><pic:pic')


@caught_by(Rule.CHILD_MISSING, SAMPLES)
def a_drawing_has_no_size(parts: Parts) -> None:
    parts.replace('<wp:extent cx="900000" cy="500000"/>', "")


@caught_by(Rule.CHILD_MISSING, SAMPLES)
def a_text_box_is_empty(parts: Parts) -> None:
    before, _, rest = parts.members[DOCUMENT].decode().partition("<w:txbxContent>")
    parts.members[DOCUMENT] = f"{before}{rest.partition('</w:txbxContent>')[2]}".encode()


@caught_by(Rule.ORDER, SAMPLES)
def a_shape_has_its_fill_before_its_form(parts: Parts) -> None:
    parts.replace('<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>', '<a:noFill/><a:prstGeom prst="rect"/>')


@caught_by(Rule.CHART_WORKBOOK, SAMPLES)
def a_chart_has_no_workbook(parts: Parts) -> None:
    parts.replace('<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>', "", CHART)


@caught_by(Rule.CHART_WORKBOOK, SAMPLES)
def the_workbook_is_garbage(parts: Parts) -> None:
    parts.members[BOOK] = b"PK not a workbook"


@caught_by(Rule.CHART_CACHE, SAMPLES)
def a_chart_shows_another_number_than_its_workbook(parts: Parts) -> None:
    parts.members[BOOK] = workbook("7")


@caught_by(Rule.CHART_CACHE, SAMPLES)
def a_chart_shows_another_word_than_its_workbook(parts: Parts) -> None:
    parts.replace("<c:v>Twee</c:v>", "<c:v>Drie</c:v>", CHART)


@caught_by(Rule.CHART_CACHE, SAMPLES)
def a_chart_reads_a_sheet_that_is_not_there(parts: Parts) -> None:
    parts.members[BOOK] = workbook("3.5", sheet="Blad1")


@caught_by(Rule.CHART_CACHE, SAMPLES)
def a_chart_counts_its_points_wrong(parts: Parts) -> None:
    parts.replace('<c:formatCode>0.0</c:formatCode><c:ptCount val="2"/>', '<c:ptCount val="1"/>', CHART)


@caught_by(Rule.CHART_AXIS, SAMPLES)
def a_chart_names_an_axis_that_is_not_there(parts: Parts) -> None:
    parts.replace('<c:axId val="12"/></c:barChart>', '<c:axId val="13"/></c:barChart>', CHART)


@caught_by(Rule.CHART_AXIS, SAMPLES)
def an_axis_crosses_one_that_is_not_there(parts: Parts) -> None:
    parts.replace('<c:crossAx val="12"/>', '<c:crossAx val="99"/>', CHART)


@caught_by(Rule.VALUE, SAMPLES)
def an_axis_has_a_negative_id(parts: Parts) -> None:
    text = parts.members[CHART].decode()
    parts.members[CHART] = text.replace('val="12"', 'val="-12"').encode()


@caught_by(Rule.ORDER, SAMPLES)
def the_axes_of_a_chart_come_before_its_bars(parts: Parts) -> None:
    axes = '<c:axId val="11"/><c:axId val="12"/>'
    parts.replace(axes, "", CHART)
    parts.replace('<c:barDir val="col"/>', f'<c:barDir val="col"/>{axes}', CHART)
