"""Links to places that are not in the file: the words stay, the link goes."""

from lxml import etree

from workshop.report.word.xml import R, W


def unlink(root: etree._Element) -> bool:
    """Take away links to bookmarks that are not there; True when there were any."""
    names = {one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")}
    links = root.iter(f"{W}hyperlink")
    loose = [one for one in links if one.get(f"{R}id") is None and one.get(f"{W}anchor") not in names]
    for one in loose:
        parent = one.getparent()
        if parent is not None:
            at = parent.index(one)
            parent[at : at + 1] = list(one)
    return bool(loose)
