"""Keeping dossiers: one SQLite file, one row a dossier, acknowledged only after the commit."""
