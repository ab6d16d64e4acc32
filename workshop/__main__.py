"""`python -m workshop` is the `workshop` command."""

import sys

from workshop import __version__


def main() -> None:
    """Run the command; asking for the version loads nothing else."""
    if sys.argv[1:] == ["--version"]:
        print(f"workshop, version {__version__}")
        return
    from workshop.cli import main as command  # click costs more than the answer above

    command()


if __name__ == "__main__":
    main()
