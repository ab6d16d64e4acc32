"""What start.py says: every message in Dutch and in English."""

import sys
from typing import NamedTuple


class Message(NamedTuple):
    """One message in two languages."""

    nl: str
    en: str

    def about(self, **details: object) -> "Message":
        """Fill in the details, the same in both languages."""
        return Message(self.nl.format(**details), self.en.format(**details))


PREPARING = Message(
    "Ik zet de workshop klaar. De eerste keer duurt dat ongeveer een minuut.",
    "Setting up the workshop. The first time this takes about a minute.",
)
NO_VENV = Message(
    "Deze Python kan geen eigen omgeving (venv) maken. Op Debian of Ubuntu helpt:\n"
    "  sudo apt install python3-venv\nStart daarna opnieuw: python3 start.py",
    "This Python cannot make a virtual environment (venv). On Debian or Ubuntu this helps:\n"
    "  sudo apt install python3-venv\nThen start again: python3 start.py",
)
CANNOT_WRITE = Message(
    "Ik kan niet schrijven in de map {folder} ({reason}).\n"
    "Zet de workshop in een map van jezelf, bijvoorbeeld Documenten, en start opnieuw.",
    "Cannot write in the folder {folder} ({reason}).\n"
    "Put the workshop in a folder of your own, for example Documents, and start again.",
)
NO_NETWORK = Message(
    "Ik kan het internet niet op om de onderdelen op te halen.\n"
    "Alleen de eerste start heeft internet nodig. Maak verbinding en start opnieuw.",
    "Cannot reach the internet to fetch the parts.\nOnly the first start needs the internet. Connect and start again.",
)
INSTALL_FAILED = Message(
    "De onderdelen zijn niet geïnstalleerd. De workshop is beproefd met Python 3.11 tot en met 3.14;\n"
    "dit is Python {version}. Start opnieuw; blijft het misgaan, kijk dan naar de regels hieronder.",
    "The parts were not installed. The workshop is tested with Python 3.11 up to 3.14;\n"
    "this is Python {version}. Start again; if it keeps failing, look at the lines below.",
)
ALL_GOOD = Message("Alle controles zijn goed.", "All checks passed.")
SOME_FAILED = Message("Niet goed: {names}.", "Failed: {names}.")


def say(message: Message, details: str = "", *, problem: bool = False) -> None:
    """Print a message, Dutch first; a problem goes to standard error, set apart by empty lines."""
    lines = [message.nl, message.en]
    if problem:
        lines = ["", message.nl, "", message.en, *(["", details] if details else [])]
    print("\n".join(lines), file=sys.stderr if problem else sys.stdout, flush=True)
