"""Write templates/word/basis.docx, the house style of the Word report: python scripts/build_word_template.py."""

from pathlib import Path

from workshop.report.word.template import build_template

TARGET = Path(__file__).parents[1] / "templates" / "word" / "basis.docx"


def main() -> None:
    """Build the template and say where it went."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(build_template())
    print(f"{TARGET}: {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
