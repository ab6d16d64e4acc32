"""The house styles of this computer: Word files in one private folder, known by name."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workshop.language.text import file_stem

MOST_STYLES: Final = 50
_ENDING: Final = ".docx"


class HouseError(Exception):
    """A house style cannot be kept or found; `key` and `values` name the words ([house.say])."""

    def __init__(self, key: str, **values: str) -> None:
        super().__init__(key)
        self.key = key
        self.values = values


@dataclass(frozen=True, slots=True)
class HouseStyles:
    """The folder with house styles; a name is lower-case letters, digits and hyphens, 40 at most."""

    folder: Path

    def names(self) -> tuple[str, ...]:
        """The names of all house styles, in order."""
        return tuple(sorted(one.stem for one in self.folder.glob(f"*{_ENDING}") if file_stem(one.stem) == one.stem))

    def read(self, name: str) -> bytes:
        """The file of a house style, by its name as kept or as typed; raises HouseError when it is not there."""
        known, kept = self.names(), file_stem(name)
        if kept not in known:
            key = "unknown" if known else "unknown_none"
            raise HouseError(key, name=name[:60], known=", ".join(known))
        return (self.folder / f"{kept}{_ENDING}").read_bytes()

    def add(self, name: str, template: bytes) -> str:
        """Keep a template under a name, in the place of an older one, and give the name as it is kept."""
        kept = file_stem(name)
        if not kept:
            raise HouseError("name")
        if kept not in self.names() and len(self.names()) >= MOST_STYLES:
            raise HouseError("many", most=str(MOST_STYLES))
        try:
            self._write(kept, template)
        except OSError as error:
            raise HouseError("not_kept", folder=str(self.folder), reason=error.strerror or "?") from error
        return kept

    def remove(self, name: str) -> None:
        """Remove a house style; raises HouseError when it is not there."""
        self.read(name)
        (self.folder / f"{file_stem(name)}{_ENDING}").unlink(missing_ok=True)

    def _write(self, name: str, template: bytes) -> None:
        """Write beside its place and move it there whole, readable by its owner only."""
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        draft = self.folder / f".{name}.{secrets.token_hex(4)}"
        try:
            handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(template)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self.folder / f"{name}{_ENDING}")
        finally:
            draft.unlink(missing_ok=True)
