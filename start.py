"""Zet alles klaar en start de workshop: python3 start.py (Windows: py start.py)."""

# Even an old Python must be able to read this file, or it cannot say that it is too old: no f-strings,
# no annotations, plain ASCII. Everything behind the gate stands in scripts/.

import sys

OLDEST = (3, 11)
TOO_OLD = """
De workshop heeft Python 3.11 of nieuwer nodig. Dit is Python {0}.
  Zet een nieuwere Python op deze computer en start opnieuw: python3.11 start.py
  Op Windows: haal Python op bij python.org en typ: py start.py

The workshop needs Python 3.11 or newer. This is Python {0}.
  Install a newer Python and start again: python3.11 start.py
  On Windows: get Python from python.org and type: py start.py
"""


def too_old(version):
    # type: (tuple[int, ...]) -> str
    """Give the message for a Python that is too old; an empty text when it is new enough."""
    if version[:2] >= OLDEST:
        return ""
    return TOO_OLD.format(".".join(str(part) for part in version[:3]))


def main(arguments):
    # type: (list[str]) -> int
    """Check the Python, then let scripts/ do the work."""
    message = too_old(tuple(sys.version_info[:3]))
    if message:
        sys.stderr.write(message)
        return 1
    from scripts.launcher import launch  # an old Python could not read it

    return launch(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
