"""The journey map editor: all maps of a dossier, one map, one touchpoint, and on paper."""
