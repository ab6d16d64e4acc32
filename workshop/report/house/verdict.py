"""What is said about an uploaded template: refused and why, mended, missing, and what to look at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from workshop.report.errors import ReportError


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to say: its code in the words ([house.refused], [house.warned] or [house.mended]) and its values."""

    code: str
    values: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", MappingProxyType(dict(self.values)))


@dataclass(frozen=True, slots=True)
class Verdict:
    """The judgement of one file; `template` is the mended .docx, b"" when it is refused.

    `missing` names the styles of the report that the file lacks; they are put in when a report is made.
    """

    name: str = ""
    refused: Remark | None = None
    mended: tuple[Remark, ...] = ()
    missing: tuple[str, ...] = ()
    warnings: tuple[Remark, ...] = ()
    template: bytes = b""


class Refused(ReportError):
    """The file cannot be a template; `remark` says why, in words that are looked up by its code."""

    def __init__(self, code: str, **values: str) -> None:
        super().__init__(f"The template is refused: {code}.")
        self.remark = Remark(code, values)
