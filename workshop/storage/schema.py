"""The tables, step by step: each step is applied once and never changed afterwards."""

from typing import Final

SET: Final = "workshop"
"""Name under which the applied steps are noted."""

STEPS: Final = {
    "m001_dossiers": """
        CREATE TABLE dossiers (
            id TEXT PRIMARY KEY NOT NULL,
            token_hash BLOB NOT NULL UNIQUE,
            questionnaire TEXT NOT NULL,
            version TEXT NOT NULL,
            model TEXT NOT NULL,
            language TEXT NOT NULL,
            client TEXT NOT NULL,
            page TEXT NOT NULL,
            revision INTEGER NOT NULL CHECK (revision >= 0),
            answers TEXT NOT NULL CHECK (json_valid(answers)),
            created TEXT NOT NULL,
            updated TEXT NOT NULL
        ) STRICT
    """,
    "m002_length": "ALTER TABLE dossiers ADD COLUMN length TEXT NOT NULL DEFAULT 'quick'",
    "m003_on": "ALTER TABLE dossiers ADD COLUMN judged_on TEXT",
    "m004_hand": "ALTER TABLE dossiers ADD COLUMN hand TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(hand))",
}
"""Name of a step → the one statement that it is."""
