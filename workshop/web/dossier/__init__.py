"""A dossier as a whole: its task list, all its answers in words, and its last change."""
