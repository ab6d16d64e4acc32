"""The one error base of the report, and what can go wrong while making one."""


class ReportError(Exception):
    """A report cannot be made; the message says where, what, and what to do."""


class UnknownPlaceholder(ReportError):
    """A sentence asks for a value that its finding does not give."""

    def __init__(self, name: str, sentence: str) -> None:
        super().__init__(f"'{sentence}' asks for '{{{name}}}': give it with `show {name} as …`, or mend the sentence.")
        self.name = name


class TemplateLacksStyle(ReportError):
    """The Word template misses styles that the report is written in."""

    def __init__(self, names: tuple[str, ...]) -> None:
        super().__init__(f"The Word template misses the styles {', '.join(names)}: add them, or use basis.docx.")
        self.names = names


class BadPackage(ReportError):
    """A Word file that the lint refuses; `rule` is the code a user can pass on, `faults` are for a developer."""

    def __init__(self, faults: tuple[str, ...], rule: str) -> None:
        super().__init__(f"The report is not sound and was not handed out ({rule}): {'; '.join(faults)}")
        self.faults = faults
        self.rule = rule


class PdfFailed(ReportError):
    """A PDF could not be made; the Word file and the web page can."""


class PdfBusy(PdfFailed):
    """Another PDF is being made; this one can be asked for again in a moment."""


class NoOffice(PdfFailed):
    """This computer has no LibreOffice to make a PDF with."""
