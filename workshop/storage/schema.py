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
    "m005_edits": """
        CREATE TABLE edits (
            dossier_id TEXT NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
            number INTEGER NOT NULL,
            at TEXT NOT NULL,
            who TEXT NOT NULL,
            page TEXT NOT NULL,
            codes TEXT NOT NULL CHECK (json_valid(codes)),
            before TEXT NOT NULL CHECK (json_valid(before)),
            after TEXT NOT NULL CHECK (json_valid(after)),
            undoes INTEGER NOT NULL,
            PRIMARY KEY (dossier_id, number)
        ) STRICT, WITHOUT ROWID
    """,
    "m006_keys": """
        CREATE TABLE keys (
            token_hash BLOB PRIMARY KEY NOT NULL,
            dossier_id TEXT NOT NULL REFERENCES dossiers (id) ON DELETE CASCADE,
            kind TEXT NOT NULL CHECK (kind IN ('device', 'code')),
            made TEXT NOT NULL,
            until TEXT
        ) STRICT, WITHOUT ROWID
    """,
    "m007_keys_of_a_dossier": "CREATE INDEX keys_of_a_dossier ON keys (dossier_id)",
    "m008_tries": "CREATE TABLE tries (at TEXT NOT NULL) STRICT",
    "m009_drafts": "ALTER TABLE dossiers ADD COLUMN drafts TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(drafts))",
    "m010_notes": "ALTER TABLE dossiers ADD COLUMN notes TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(notes))",
    "m011_session": "ALTER TABLE dossiers ADD COLUMN session TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(session))",
    "m012_address": "ALTER TABLE dossiers ADD COLUMN address TEXT NOT NULL DEFAULT 'je'",
    "m013_dossiers_by_created": "CREATE INDEX dossiers_by_created ON dossiers (created)",
}
"""Name of a step → the one statement that it is."""
