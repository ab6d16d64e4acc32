"""Judging an uploaded template before anything opens it: refused with the reason, or mended and told about."""

from lxml import etree

from workshop.report.house.archive import unpack
from workshop.report.house.dangers import inspect
from workshop.report.house.mend import mend
from workshop.report.house.package import Package, read_package
from workshop.report.house.remarks import remarks
from workshop.report.house.verdict import Refused, Remark, Verdict
from workshop.report.word.writer import needed_styles
from workshop.report.word.xml import W


def judge(data: bytes, name: str = "") -> Verdict:
    """Judge a file by its bytes alone; any bytes give a verdict, in less than a second and 200 MB."""
    try:
        package = read_package(unpack(data))
        inspect(package)
        warnings = tuple(remarks(package))
        mended, all_said = mend(package)
        warned = {one.code for one in warnings}
        said = tuple(one for one in all_said if one.code not in warned)
        return Verdict(name, None, said, missing_styles(mended), warnings, mended.to_bytes())
    except Refused as refused:
        return Verdict(name, refused.remark)
    except (ValueError, KeyError, IndexError, TypeError, RecursionError, etree.LxmlError):
        return Verdict(name, Remark("damaged"))


def missing_styles(package: Package) -> tuple[str, ...]:
    """The names of the styles of the report that a template does not have."""
    found = package.related(package.main, "styles")
    there = {
        one.get(f"{W}val", "").lower() for part in found[:1] for one in package.tree(part).iterfind(f"{W}style/{W}name")
    }
    return tuple(one for one in dict.fromkeys(needed_styles()) if one.lower() not in there)
